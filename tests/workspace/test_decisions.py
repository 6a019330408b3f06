"""The decisions log: round trips, cuts at any byte, undo and redo, other people's damage."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Claim, Mention
from tui.workspace.decisions import Decision, DecisionError, Decisions
from tui.workspace.log import parse, write
from tui.workspace.records import Record, Step
from tui.workspace.rows import Verdict

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
VERDICT: st.SearchStrategy[Verdict] = st.sampled_from(get_args(Verdict))


@pytest.fixture(autouse=True, scope="module")
def _no_waiting_for_the_disk() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.workspace.decisions.os.fsync", lambda _: None)
        yield


def claim(name: str = "c1", text: str = "The ferry sank") -> Claim:
    mention = Mention("a1", 0, len(text), text, "asserts", "own-voice")
    return Claim(name, text, "unsourced", (), (), (mention,), ())


def counter() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"d{next(numbers)}"


def open_log(path: Path) -> Decisions:
    return Decisions(path, "kim", clock=lambda: "2024-05-01T10:00:00Z", new_id=counter())


def _records(step: Step | None) -> list[Record]:
    return list(step.records) if step else []


def reopen(path: Path) -> Decisions:
    return Decisions(path, "kim", clock=lambda: "2024-05-02T10:00:00Z", new_id=lambda: "later")


def test_a_log_is_toml_anyone_can_read(tmp_path: Path) -> None:
    log = open_log(tmp_path / "kim.toml")
    log.decide(claim(), "refuted", 'says "no"\nand goes on')
    log.undo()
    records = tomllib.loads(log.path.read_text(encoding="utf-8"))["decision"]
    assert [record["action"] for record in records] == ["decide", "undo"]
    assert records[0]["note"] == 'says "no"\nand goes on'
    assert records[1]["of"] == records[0]["id"]


@given(st.lists(st.tuples(TEXT, VERDICT, TEXT), max_size=6))
def test_what_was_decided_is_read_back(made: list[tuple[str, Verdict, str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "log.toml")
        log = open_log(path)
        for number, (text, verdict, note) in enumerate(made):
            log.decide(claim(f"c{number}", text), verdict, note)
        assert reopen(path).standing == log.standing
        told = [(d.text, d.verdict, d.note) for d in log.standing if isinstance(d, Decision)]
        assert told == made


@given(st.lists(st.tuples(TEXT, VERDICT, TEXT), min_size=1, max_size=3), st.data())
def test_a_cut_anywhere_loses_only_the_record_it_cuts(
    made: list[tuple[str, Verdict, str]], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "log.toml")
        log = open_log(path)
        ends = [0]
        for number, (text, verdict, note) in enumerate(made):
            log.decide(claim(f"c{number}", text), verdict, note)
            ends.append(path.stat().st_size)
        cut = data.draw(st.integers(0, ends[-1]))
        path.write_bytes(path.read_bytes()[:cut])
        # The record is whole without its last newline.
        whole = sum(end - 1 <= cut for end in ends[1:])
        again = reopen(path)
        assert again.standing == log.standing[:whole]
        kept = again.standing
        added = again.decide(claim("after"), "verified")
        assert reopen(path).standing == (*kept, added)
        assert reopen(path).problems == ()


STEPS = st.lists(st.sampled_from(["decide", "undo", "redo", "reopen"]), max_size=25)


@given(STEPS)
def test_undo_and_redo_are_a_stack_across_sessions(steps: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "log.toml")
        log = open_log(path)
        fresh = counter()
        done: list[Decision] = []
        undone: list[Decision] = []
        for step in steps:
            if step == "decide":
                done.append(log.decide(claim(fresh()), "unproven"))
                undone.clear()
            elif step == "undo":
                assert _records(log.undo()) == done[-1:]
                undone += [done.pop()] if done else []
            elif step == "redo":
                assert _records(log.redo()) == undone[-1:]
                done += [undone.pop()] if undone else []
            else:
                log = Decisions(path, "kim", new_id=lambda: f"r{fresh()}")
            assert log.standing == tuple(done)


def test_two_sessions_of_one_person_see_each_other(tmp_path: Path) -> None:
    path = tmp_path / "kim.toml"
    first = Decisions(path, "kim")
    second = Decisions(path, "kim")
    one = first.decide(claim("c1"), "verified")
    two = second.decide(claim("c2"), "refuted")
    assert second.standing == (one, two)
    assert _records(first.undo()) == [two]
    assert Decisions(path, "kim").standing == (one,)


def test_a_broken_record_in_the_middle_is_reported_and_left(tmp_path: Path) -> None:
    path = tmp_path / "kim.toml"
    log = open_log(path)
    log.decide(claim("c1"), "verified")
    middle = path.stat().st_size
    log.decide(claim("c2"), "refuted")
    data = path.read_bytes()
    path.write_bytes(data[:middle] + b"\n[[decision]]\nid = \n" + data[middle:])
    again = reopen(path)
    assert [d.claim for d in again.standing] == ["c1", "c2"]
    assert len(again.problems) == 1
    assert "cannot be read" in again.problems[0]
    again.decide(claim("c3"), "verified")
    assert b"id = \n" in path.read_bytes()


@pytest.mark.parametrize(
    "record",
    [
        'action = "decide"',
        'action = "shrug"\nid = "1"',
        'id = 1\ntime = ""\nanalyst = ""\naction = "undo"\nclaim = ""\ntext = ""\nfingerprint = ""\nof = ""',
        (
            'id = "1"\ntime = ""\nanalyst = ""\naction = "decide"\nclaim = ""\ntext = ""\nfingerprint = ""\n'
            'verdict = "perhaps"\nnote = ""\nevidence = []'
        ),
    ],
)
def test_a_record_that_says_too_little_is_a_problem(record: str) -> None:
    parsed = parse(f"[[decision]]\n{record}\n".encode())
    assert parsed.records == ()
    assert parsed.problems


@given(st.binary(max_size=200))
def test_parsing_never_raises(data: bytes) -> None:
    parsed = parse(data)
    assert 0 <= parsed.whole <= len(data)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    log = open_log(tmp_path / "in the way" / "kim.toml")
    (tmp_path / "in the way").write_text("a file")
    with pytest.raises(DecisionError, match="not saved"):
        log.decide(claim(), "verified")
    assert log.standing == ()


def test_a_full_disk_leaves_the_log_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = open_log(tmp_path / "kim.toml")
    first = log.decide(claim("c1"), "verified")
    before = log.path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tui.workspace.decisions.os.fsync", full)
        with pytest.raises(DecisionError, match=r"not saved \(No space left on device\); make room"):
            log.decide(claim("c2"), "refuted")
        with pytest.raises(DecisionError):
            log.undo()
    assert log.path.read_bytes() == before
    assert log.standing == (first,)
    second = log.decide(claim("c2"), "refuted")
    assert reopen(log.path).standing == (first, second)


def test_every_cut_keeps_the_records_before_it(tmp_path: Path) -> None:
    log = open_log(tmp_path / "kim.toml")
    ends = []
    for number in range(3):
        log.decide(claim(f"c{number}", "Zug hält — “nie”"), "verified", 'a "note"')
        ends.append(log.path.stat().st_size)
    data = log.path.read_bytes()
    for cut in range(len(data) + 1):
        kept = [record["claim"] for record in parse(data[:cut]).records]
        assert kept == [f"c{number}" for number, end in enumerate(ends) if end - 1 <= cut]


@given(
    st.dictionaries(
        st.sampled_from(["id", "note", "text"]), st.text(st.characters(exclude_categories=["Cs"]))
    )
)
def test_a_record_is_read_as_any_toml_reader_reads_it(strings: dict[str, str]) -> None:
    record = dict.fromkeys(("id", "time", "analyst", "claim", "text", "fingerprint", "note"), "") | strings
    table = {**record, "action": "decide", "verdict": "verified", "evidence": ["0a", "1b"]}
    data = write(table)
    assert parse(data).records == (table,)
    assert tomllib.loads(data.decode())["decision"] == [table]


def test_a_record_written_another_way_is_read_all_the_same() -> None:
    data = write(
        dict.fromkeys(("id", "time", "analyst", "action", "claim", "text", "fingerprint", "of"), "x")
    )
    other = data.replace(b'action = "x"', b"action = 'undo' # by hand").replace(b'of = "x"', b'of = """x"""')
    (record,) = parse(other).records
    assert (record["action"], record["of"]) == ("undo", "x")
