from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.tokens import stem, stopwords, tokenise

CASES = [
    ("The mayor’s plan didn’t pass.", ["The", "mayor", "’s", "plan", "didn’t", "pass", "."]),
    ("Prices rose 3.5% to $1,200.", ["Prices", "rose", "3.5", "%", "to", "$", "1,200", "."]),
    ("the U.S. Navy’s SH-60", ["the", "U.S.", "Navy", "’s", "SH-60"]),
    ("state-run AT&T said", ["state-run", "AT&T", "said"]),
    ("''Never,'' she said", ["''", "Never", ",", "''", "she", "said"]),
    ("O'Brien and Côté", ["O'Brien", "and", "Côté"]),
    ("wait... what", ["wait", "...", "what"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [t.text for t in tokenise(text)] == expected


def test_norm_is_lower_case_with_plain_apostrophes() -> None:
    assert [t.norm for t in tokenise("Paris’s Won’t")] == ["paris", "'s", "won't"]


def test_a_stretch_keeps_the_offsets_of_the_whole() -> None:
    assert [(t.start, t.text) for t in tokenise("one two three", 4, 7)] == [(4, "two")]


@given(st.text(max_size=200))
def test_tokens_lie_in_order_and_hold_every_visible_character(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    held = {i for t in tokens for i in range(t.start, t.end)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in held)


@pytest.mark.parametrize(
    "forms",
    [
        ("claim", "claims", "claimed", "claiming"),
        ("deny", "denies", "denied"),
        ("plan", "planned", "planning", "plans"),
        ("accuse", "accused", "accusing", "accuses"),
        ("attack", "attacks", "attacked"),
        ("reach", "reaches", "reached"),
        ("witness", "witnesses", "witnessed"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("virus", "vir"), ("crisis", "cris"), ("press", "pres")])
def test_an_ending_that_only_looks_like_one_stays(one: str, other: str) -> None:
    assert stem(one) != other


def test_negations_are_no_stopwords() -> None:
    assert not {"not", "no", "never"} & stopwords()
    assert {"the", "of", "and"} <= stopwords()
