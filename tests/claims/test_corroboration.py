from __future__ import annotations

import pytest

from tui.claims.corroboration import corroborating, tells
from tui.claims.drafts import Draft
from tui.claims.figures import Figure
from tui.model import Span

CLOSED = "the harbour was closed after two containers fell from the crane"


def draft(text: str, figure: Figure | None = None) -> Draft:
    return Draft(Span(0, len(text), text), "reports", "rule", text, figure=figure)


@pytest.mark.parametrize(
    "other",
    [
        "two containers fell from the crane and the harbour was closed",
        "after two containers had fallen from a crane the harbour was closed",
    ],
)
def test_who_says_the_same_corroborates(other: str) -> None:
    assert corroborating({"Roe": [CLOSED], "Lind": [other]}) == ["Roe", "Lind"]


@pytest.mark.parametrize(
    "other",
    [
        "the harbour should have more cranes",
        "he had met the owners of the crane at the harbour in May",
        "the harbour",
    ],
)
def test_who_speaks_of_the_same_thing_does_not(other: str) -> None:
    assert corroborating({"Roe": [CLOSED], "Lind": [other], "Berg": []}) == []


def test_a_statement_needs_words_that_tell_something() -> None:
    assert tells(draft(CLOSED))
    assert not tells(draft("and that ship has sailed"))


def test_what_is_counted_tells_something_unless_it_is_a_name() -> None:
    assert tells(draft("28 bodies", "count"))
    assert not tells(draft("two Koreas", "count"))
