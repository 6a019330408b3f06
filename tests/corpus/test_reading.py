from __future__ import annotations

import io
import os
import random
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.corpus.reading import (
    Limits,
    Options,
    Problem,
    UnreadableError,
    _standard_input,
    fingerprint,
    is_unchanged,
    read,
    read_all,
    read_file,
    walk,
)
from tui.corpus.stdin import STREAM


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def problem_of(path: Path, limit: int = 1000) -> Problem:
    with pytest.raises(UnreadableError) as caught:
        read(path, limit=limit)
    return caught.value.details


@pytest.mark.parametrize(
    "data",
    [
        "Dam “holds”\nsays mayor\n".encode(),
        b"\xef\xbb\xbf" + "Dam “holds”\nsays mayor\n".encode(),
        "Dam “holds”\r\nsays mayor\r\n".encode(),
        "Dam “holds”\nsays mayor\n".encode("utf-16"),
    ],
)
def test_encodings_and_newlines(tmp_path: Path, data: bytes) -> None:
    assert read(write(tmp_path / "a.txt", data)).text == "Dam “holds”\nsays mayor\n"


def test_what_a_plain_file_gives(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "A\x1b[31mB")
    article = read(path, shown="corpus/a.txt")
    assert (article.text, article.path) == ("A\ufffd[31mB", "corpus/a.txt")
    assert article.sha256 == fingerprint(path).sha256


def test_not_utf8_names_byte_and_offset(tmp_path: Path) -> None:
    problem = problem_of(write(tmp_path / "a.txt", b"caf\xe9 closed"))
    assert problem.problem == "not UTF-8 text (byte 0xE9 at offset 3)"
    assert "iconv" in problem.remedy
    assert str(problem).startswith(f"{tmp_path.as_posix()}/a.txt: not UTF-8 text")


def test_offset_counts_the_byte_order_mark(tmp_path: Path) -> None:
    assert "offset 6)" in problem_of(write(tmp_path / "a.txt", b"\xef\xbb\xbfcaf\xe9")).problem


@pytest.mark.parametrize(
    ("data", "word"), [(b"", "no text"), (b" \n\t\n", "no text"), (b"\x89PNG\x00\x01", "binary")]
)
def test_files_without_text(tmp_path: Path, data: bytes, word: str) -> None:
    assert word in problem_of(write(tmp_path / "a.txt", data)).problem


def test_too_large(tmp_path: Path) -> None:
    assert (
        "too large (11 bytes, at most 10" in problem_of(write(tmp_path / "a.txt", "x" * 11), limit=10).problem
    )


def test_folder_missing_file_and_pipe(tmp_path: Path) -> None:
    assert "folder" in problem_of(tmp_path).problem
    assert "no such file" in problem_of(tmp_path / "missing.txt").problem
    os.mkfifo(tmp_path / "pipe")
    assert "regular" in problem_of(tmp_path / "pipe").problem


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", "text")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert problem_of(path).problem == "permission denied"


def test_walk_takes_text_files_sorted_and_once(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name, "x") for name in ("a.txt", "b/c.md", "b/d.TXT", "z.txt")]
    for name in (".hidden.txt", ".git/x.txt", "b/page.png", "a.txt~"):
        write(tmp_path / name, "x")
    named = write(tmp_path / "notes", "x")
    assert walk([tmp_path, named, tmp_path / "a.txt"]) == sorted([*wanted, named])


def test_walk_survives_link_loops_and_odd_names(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    odd = tmp_path / os.fsdecode(b"caf\xe9.txt")
    write(odd, "x")
    assert walk([tmp_path]) == [odd]
    assert read(odd).text == "x"


def test_walk_of_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file or folder"):
        walk([tmp_path / "nowhere"])


def test_one_bad_file_never_stops_the_others(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "good")
    write(tmp_path / "b.txt", b"\xff")
    write(tmp_path / "c.txt", "")
    write(tmp_path / "d.txt", "good too")
    (tmp_path / "e.txt").symlink_to(tmp_path / "gone")
    articles, problems = read_all([tmp_path, tmp_path / "nowhere"])
    assert [article.text for article in articles] == ["good", "good too"]
    assert [Path(problem.path).name for problem in problems] == ["b.txt", "c.txt", "e.txt", "nowhere"]


def test_the_order_of_naming_does_not_matter(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{number}.txt", str(number)) for number in range(9)]
    shuffled = random.Random(1).sample(paths, 9)
    assert read_all(shuffled) == read_all([tmp_path])


def test_fingerprint_tells_a_change_from_a_touch(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "one")
    before = fingerprint(path)
    assert is_unchanged(path, before)
    os.utime(path, ns=(1, 1))
    assert is_unchanged(path, before)
    write(path, "two")
    os.utime(path, ns=(2, 2))
    assert not is_unchanged(path, before)
    path.unlink()
    assert not is_unchanged(path, before)


def test_what_a_browser_keeps_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name, "x") for name in ("a.html", "b_files/c.html", "note.txt")]
    write(tmp_path / "a_files/advert.html", "x")
    assert walk([tmp_path]) == sorted(wanted)


def test_the_standard_input_is_read_once_and_under_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    _standard_input.cache_clear()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n')))
    for _ in range(2):
        articles, problems = read_all(["-"])
        assert [(article.path, article.text) for article in articles] == [("-#1", "One."), ("-#2", "Two.")]
        assert problems == []
    _standard_input.cache_clear()


def test_more_than_can_be_held_on_the_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    _standard_input.cache_clear()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The dam holds.")))
    options = Options(Limits(document=10))
    with pytest.raises(UnreadableError, match="-: more than 10 bytes; put it in a file, or raise document"):
        read_file(STREAM, options=options)
    _standard_input.cache_clear()
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(UnreadableError, match="-: the standard input is closed; pipe something in"):
        read_file(STREAM, options=options)
    _standard_input.cache_clear()


def test_articles_and_problems_of_all_files(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", '{"text": "One."}\nbad\n')
    write(tmp_path / "b.txt", "Two.")
    articles, problems = read_all([tmp_path])
    assert [article.text for article in articles] == ["One.", "Two."]
    assert [Path(problem.path).name for problem in problems] == ["a.jsonl#2"]


class Fault(Problem):
    """A problem of which it can be seen whether it is still held."""

    __slots__ = ("__weakref__",)


def test_problems_beyond_the_first_few_are_counted_and_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: weakref.WeakSet[Fault] = weakref.WeakSet()
    most = 0

    def faults(*_: object) -> Iterator[Fault]:
        nonlocal most
        for number in range(1000):
            fault = Fault(f"a#{number}", "bad", "mend it")
            held.add(fault)
            most = max(most, len(held))
            yield fault

    monkeypatch.setattr("tui.corpus.reading._each", faults)
    path = write(tmp_path / "a.jsonl", "")
    problems = read_file(path).problems
    assert str(problems[-1]) == f"{path.as_posix()}: 990 more problems like these; mend these first"
    assert most < 20
