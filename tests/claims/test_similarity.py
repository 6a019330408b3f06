from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.frequencies import Rarity
from tui.claims.similarity import compare, same_figure, score
from tui.claims.terms import terms

RARITY = Rarity()


def likeness(one: str, other: str) -> float:
    return score(compare(terms(one), terms(other), RARITY))


@pytest.mark.parametrize(
    ("claim", "closer", "further"),
    [
        # another place
        (
            "An explosion in Lyon killed ten workers",
            "Ten workers died in a blast in Lyon",
            "Ten workers died in a blast in Porto",
        ),
        # the opposite
        ("The ferry was insured", "The ferry was insured", "The ferry was not insured"),
        # another person
        (
            "Maria Lindqvist bought the theatre",
            "The theatre was purchased by Maria Lindqvist",
            "The theatre was purchased by Paul Okafor",
        ),
        # another act
        ("The union asked for a pay rise", "Union seeks pay rise", "Union opposed the merger"),
    ],
)
def test_look_alikes_are_less_alike(claim: str, closer: str, further: str) -> None:
    assert likeness(claim, closer) > likeness(claim, further)


def test_years_and_names_clash() -> None:
    features = compare(terms("Floods hit Porto in 2012"), terms("Floods hit Lyon in 2014"), RARITY)
    assert features.years
    assert features.names == -1


def test_rounded_figures_agree_and_count_as_shared() -> None:
    one, other = terms("aid worth $7.12 billion"), terms("aid worth more than $7 billion")
    features = compare(one, other, RARITY)
    assert features.numbers == 1
    assert features.overlap > 0.95


def test_other_figures_clash() -> None:
    assert compare(terms("it sold 19 million bikes"), terms("it sold 24 million bikes"), RARITY).numbers == -1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(2012, 2012, True), (2012, 2014, False), (7.12e9, 7.1e9, True), (7.12e9, 6.2e9, False), (0, 0, True)],
)
def test_same_figure(one: float, other: float, same: bool) -> None:
    assert same_figure(one, other) is same


@given(st.text(max_size=60), st.text(max_size=60))
def test_score_is_a_share_and_symmetric(one: str, other: str) -> None:
    value = likeness(one, other)
    assert 0 <= value <= 1
    assert value == pytest.approx(likeness(other, one), abs=0.05)


@given(st.text(min_size=1, max_size=60))
def test_statement_is_like_itself(text: str) -> None:
    if terms(text).words:
        assert likeness(text, text) == pytest.approx(1.0)
