"""What other programs are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.app.handoff import citation, editor_command, file_of, line_of
from tui.model import Article


@pytest.mark.parametrize(
    ("environment", "command"),
    [
        ({}, ["vi", "+7", "a b.txt"]),
        ({"EDITOR": "nano"}, ["nano", "+7", "a b.txt"]),
        ({"VISUAL": "/usr/bin/nvim -R", "EDITOR": "nano"}, ["/usr/bin/nvim", "-R", "+7", "a b.txt"]),
        ({"EDITOR": "", "PAGER": "less -S"}, ["less", "-S", "+7", "a b.txt"]),
        ({"EDITOR": "hx"}, ["hx", "a b.txt:7"]),
        ({"EDITOR": "code --wait"}, ["code", "--wait", "--goto", "a b.txt:7"]),
        ({"EDITOR": "some-editor -x"}, ["some-editor", "-x", "a b.txt"]),
    ],
)
def test_the_editor_is_told_the_line_in_its_own_way(environment: dict[str, str], command: list[str]) -> None:
    assert editor_command(environment, Path("a b.txt"), 7) == command


@pytest.mark.parametrize("value", ["vim '", " "])
def test_what_is_no_command_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"quotation|command"):
        editor_command({"EDITOR": value}, Path("a.txt"), 1)


def article(text: str, path: Path | str | None = None) -> Article:
    return Article(text, str(path) if path else None, "Title", "Globe", "2024-02-03")


def test_the_line_of_a_plain_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One\n\nThe dam broke.\nThe dam broke. Again\n", encoding="utf-8")
    text = path.read_text("utf-8")
    assert line_of(path, article(text), 0) == 1
    assert line_of(path, article(text), text.index("The dam")) == 3
    assert line_of(path, article(text), text.rindex("The dam")) == 4


def test_the_line_of_a_file_that_is_more_than_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html>\n<head>\n</head>\n<p>The dam broke.\n</html>\n", encoding="utf-8")
    assert line_of(path, article("The dam broke."), 0) == 4
    assert line_of(path, article("Not in the file.\nNor this."), 18) == 2


def test_a_file_that_went_away_has_the_line_counted(tmp_path: Path) -> None:
    assert line_of(tmp_path / "gone.txt", article("One\nTwo"), 5) == 2


def test_the_file_of_an_article_inside_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mail.mbox"
    path.write_text("x", encoding="utf-8")
    assert file_of(article("x", path)) == path
    assert file_of(article("x", f"{path}#3")) == path
    assert file_of(article("x", f"{path}!a/b.html")) == path
    assert file_of(article("x", tmp_path / "gone.txt")) is None
    assert file_of(article("x")) is None


def test_words_are_cited_with_their_place() -> None:
    text = "One\nThe dam\nbroke. “Yes”"
    assert citation(article(text, "in/a.txt"), 4, 18) == "“The dam broke.” (Globe, 2024-02-03, in/a.txt:2)"
    assert citation(article(text), 19, 24) == "“Yes” (Globe, 2024-02-03)"
    assert citation(Article("Rain", url="https://example.org/1", path="a"), 0, 4) == (
        "“Rain” (https://example.org/1)"
    )
    assert citation(Article("Rain"), 0, 4) == "“Rain”"
