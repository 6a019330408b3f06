from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims import candidates
from tui.claims.terms import terms


def found(texts: list[str]) -> list[tuple[int, int]]:
    prepared = [terms(text) for text in texts]
    return candidates.pairs(prepared, candidates.count(prepared))


ORIGINAL = "The harbour authority ordered twelve electric ferries from a yard in Bergen last week"
EDITS = [
    ORIGINAL,
    "Twelve electric ferries were ordered from a Bergen yard by the harbour authority",
    "The harbour authority ordered fourteen electric ferries from a yard in Bergen last week",
    "Last week, in Bergen, electric ferries: twelve of them, ordered by the authority of the harbour",
    "Critics say that the harbour authority ordered twelve electric ferries without asking anyone first",
]


@pytest.mark.parametrize("edit", EDITS)
def test_edited_statement_is_a_candidate(edit: str) -> None:
    assert (0, 1) in found([ORIGINAL, edit])


def test_statements_without_shared_terms_are_none() -> None:
    assert found(["A bakery won a prize", "Farmers expect poor harvests"]) == []


def test_work_on_a_template_is_bounded() -> None:
    many = 3 * candidates.BUCKET
    texts = [f"quarterly loss widened at company {chr(97 + n % 26)}{n}" for n in range(many)]
    assert len(found(texts)) < many * many / 8


@given(st.lists(st.text(alphabet="abcde ", max_size=30), max_size=10))
def test_pairs_are_ordered_and_unique(texts: list[str]) -> None:
    pairs = found(texts)
    assert pairs == sorted(set(pairs))
    assert all(i < j for i, j in pairs)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2)])
def test_copies_are_found_anywhere_whenever_they_were_noted(order: Sequence[int]) -> None:
    texts = (ORIGINAL, "A bakery won a prize", ORIGINAL, ORIGINAL)
    runs = candidates.Runs()
    for index in order:
        runs.note(index, terms(texts[index]))
    assert runs.shared() == [(0, 2), (0, 3)]
