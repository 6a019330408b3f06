from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.cleaning import clean, normalise_newlines


@pytest.mark.parametrize("bad", ["\x1b", "\x00", "\x07", "\x7f", "\x85", "\x9b", "\u202e", "\u2066", "\x0c"])
def test_controls_become_replacement_characters(bad: str) -> None:
    assert clean(f"a{bad}b") == "a\ufffdb"


@pytest.mark.parametrize("good", ["\n", "\t", "é", "“", "\u00a0", "\u2028", "漢", "🙂"])
def test_text_is_left_alone(good: str) -> None:
    assert clean(f"a{good}b") == f"a{good}b"


@given(st.text())
def test_offsets_never_move_and_a_second_pass_changes_nothing(text: str) -> None:
    once = clean(text)
    assert len(once) == len(text)
    assert clean(once) == once
    assert all(a == b or b == "\ufffd" for a, b in zip(text, once, strict=True))


def test_newlines() -> None:
    assert normalise_newlines("a\r\nb\rc\n\r\n") == "a\nb\nc\n\n"
