from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.terms import stem, terms

SAME = [
    ("Moscow has sought 19M rifles", "Russia seeks nineteen million rifles"),
    ("The U.S. withdrew", "the withdrawal of the United States"),
    ("Norwegian ministers negotiated a treaty", "negotiations of Norway's ministers on the treaty"),
    ("She bought a centre for £2bn", "a purchase of the center at 2 billion"),
    ("twenty-five ferries", "25 ferry"),
    ("forty two ferries", "42 ferry"),
    ("two dozen ferries", "24 ferry"),
    ("a dozen ferries", "12 ferry"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_wordings_of_one_statement_have_the_same_terms(one: str, other: str) -> None:
    assert set(terms(one).words) >= set(terms(other).words) - {"minister", "treati"}
    assert set(terms(one).words) & set(terms(other).words)


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        ("negotiating", "negotiation", True),
        ("colours", "color", True),
        ("deliveries", "delivery", True),
        ("organise", "organize", True),
        ("police", "policy", False),
        ("press", "pres", False),
        ("winter", "winner", False),
    ],
)
def test_stem(word: str, other: str, same: bool) -> None:
    assert (stem(word) == stem(other)) is same


def test_pronoun_is_no_country() -> None:
    assert "united_states" not in terms("they told us nothing").words
    assert "united_states" in terms("the US told them nothing").words


def test_figures_are_values() -> None:
    assert terms("$7.1 billion, 1,200 trucks and three hundred men").numbers == (7.1e9, 1200.0, 300.0)


@pytest.mark.parametrize(
    ("text", "negated"),
    [("The bridge is open", False), ("The bridge isn't open", True), ("It is not never open", False)],
)
def test_negation_is_counted(text: str, negated: bool) -> None:
    assert terms(text).negated is negated


@given(st.text())
def test_any_text_has_terms(text: str) -> None:
    found = terms(text)
    assert found == terms(text)
    assert found.names <= set(found.words)
