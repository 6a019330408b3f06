"""Both marks of a quotation, or neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims import marks
from tui.language import quotes

TEXT = "The mill, she said, was “a danger to all,” and “Lund” was “not safe. Not at all.”"


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("was “a danger to all", "was “a danger to all,”"),
        ("a danger to all,” and “Lund”", "“a danger to all,” and “Lund”"),
        ("a danger to all", "a danger to all"),
        ("was “not safe", "was “not safe"),
        ("The mill, she said", "The mill, she said"),
    ],
)
def test_the_other_mark_is_taken_where_it_stands_right_beside(cut: str, whole: str) -> None:
    start = TEXT.index(cut)
    first, last = marks.with_other(TEXT, quotes.find(TEXT), start, start + len(cut))
    assert TEXT[first:last] == whole


words = st.text(alphabet='ab ,.“”"\n', max_size=30)


@given(words)
def test_what_is_paired_has_no_mark_alone(text: str) -> None:
    shown = marks.paired(text)
    assert [c for c in shown if c not in marks.DOUBLE] == [c for c in text if c not in marks.DOUBLE]
    assert all(quote.closed for quote in quotes.find(text) if marks.paired(text) == text)


@given(words, st.data())
def test_a_stretch_only_grows(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = marks.with_other(text, quotes.find(text), start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
