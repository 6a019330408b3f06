from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.months import without_may

MONTHS = [
    "The mill will close in May after a long strike.",
    "The trial began on May 4.",
    "Since mid-May the ferry has been idle.",
    "Sales fell in April and May.",
    "The vote is due 14 May 2026.",
]
VERBS = [
    "The mill may close in June.",
    "Phone 7 May Be Delayed, Makers Say",
    "May the ferry sail?",
    "Mayor Lind kept the mayflies.",
]


@pytest.mark.parametrize("text", MONTHS)
def test_the_month_is_blanked(text: str) -> None:
    assert "May" not in without_may(text)


@pytest.mark.parametrize("text", VERBS)
def test_the_verb_stays(text: str) -> None:
    assert without_may(text) == text


@given(st.lists(st.sampled_from(["in", "May", "may", "4", ".", "Mayor", "mid-May"])).map(" ".join))
def test_offsets_stay(text: str) -> None:
    blanked = without_may(text)
    assert len(blanked) == len(text)
    assert all(one in (other, "·") for one, other in zip(blanked, text, strict=True))
