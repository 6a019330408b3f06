"""Text fitted to a width, and nothing in it a terminal would obey."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.report.page import behind, cells, fold, plural, tidy


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("漢字", 4), ("\u200b", 0), ("“a”", 3)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_fold_indents() -> None:
    lines = list(fold("one two three four", 12, "    ", first="- "))
    assert lines == ["- one two", "    three", "    four"]


def test_fold_of_nothing_is_one_line() -> None:
    assert list(fold("", 10)) == [""]


@given(st.text(), st.integers(1, 40), st.integers(0, 8))
def test_fold_loses_no_word_and_keeps_to_the_width(text: str, width: int, indent: int) -> None:
    lines = list(fold(text, width, " " * indent))
    assert " ".join(lines).split() == text.split()
    assert all(cells(line) <= width or len(line.split()) == 1 for line in lines)


@given(st.text())
def test_tidy_leaves_nothing_to_obey(text: str) -> None:
    shown = tidy(text)
    assert "\n" not in shown
    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in shown)


def test_plural() -> None:
    assert [plural(number, "claim") for number in (0, 1, 1200)] == ["0 claims", "1 claim", "1,200 claims"]


def test_a_reason_that_begins_with_the_name_goes_on_from_it() -> None:
    assert behind("doubted", "doubted by the port") == " by the port"
    assert behind("echo", "2 articles, one origin: Ida") == ": 2 articles, one origin: Ida"
    assert behind("hedged", "") == ""
