"""Which statements say the opposite of one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.analysis import analyse
from tui.claims.frequencies import AT_LARGE, Rarity
from tui.claims.polarity import are_opposites, denies_at_once, negation
from tui.claims.similarity import compare
from tui.claims.terms import terms
from tui.model import Article

OPPOSITES = [
    ("The bridge over the Aare will close in May", "The bridge over the Aare will not close in May"),
    ("The harbour is for sale", "We are not selling the harbour"),
    ("The vaccine causes fainting", "The vaccine does not cause fainting"),
    ("The singer Vera Lindqvist is dead", "VERA LINDQVIST IS NOT DEAD"),
    ("The dam has cracks", "No, the dam has no cracks"),
]
NO_OPPOSITES = [
    ("The man died in hospital", "The man, who was not named, died in hospital"),
    ("The bridge will close in May", "The bridge may not close in May"),
    ("Scorpions of that valley are poisonous", "Not all scorpions of that valley are poisonous"),
    ("The ring is made of solid gold", "The ring is made of solid gold, not gold-plated"),
    (
        "The club will open a restaurant in Lund",
        "It would not surprise me if the club will open a restaurant in Lund",
    ),
    ("The bridge will not close in May", "The bridge is not to close in May"),
    ("The mayor attended the fair in Lund", "The mayor did not attend the council meeting in Orrin"),
    ("The report that the singer is dead is a hoax", "The singer is not dead"),
    ("Ann Lind wanted to sell the mill", "Ann Lind has not planned to sell the old mill"),
]


def opposites(one: str, other: str) -> bool:
    return are_opposites(compare(terms(one), terms(other), Rarity()), one, other)


@pytest.mark.parametrize(("one", "other"), OPPOSITES)
def test_a_negated_word_makes_an_opposite(one: str, other: str) -> None:
    assert opposites(one, other)
    assert opposites(other, one)
    assert negation(other, one) is not None
    assert negation(one, other) is None


@pytest.mark.parametrize(("one", "other"), NO_OPPOSITES)
def test_what_only_looks_like_one(one: str, other: str) -> None:
    assert not opposites(one, other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_its_own_opposite_and_order_does_not_matter(one: str, other: str) -> None:
    assert not opposites(one, one)
    assert opposites(one, other) == opposites(other, one)


def test_who_says_the_opposite_denies_the_claim() -> None:
    texts = (
        "The bridge over the Aare will not close in May, Mayor Ida Berg said.",
        "The bridge over the Aare will close in May, the Post reported.",
    )
    (claim,) = analyse([Article(text, path=f"{number}.txt") for number, text in enumerate(texts)]).claims
    assert claim.text == "The bridge over the Aare will close in May"
    assert claim.status == "disputed"
    assert "implicit-contradiction" in claim.flags
    denial = next(mention for mention in claim.mentions if mention.stance == "denies")
    assert (denial.by, denial.rule, denial.cue and denial.cue.text) == (
        "Ida Berg",
        "stance.denies.negated",
        "not",
    )
    assert denial.cue is not None
    assert texts[0][denial.cue.start : denial.cue.end] == "not"


def test_inside_a_claim_less_has_to_be_the_same() -> None:
    one, other = "Acme will close the mill in May", "We are not closing the mill in May"
    features = compare(terms(other), terms(one), Rarity())
    assert not are_opposites(features, other, one)
    assert are_opposites(features, other, one, gathered=True)
    claims = analyse(
        [
            Article(f"{one}, the union said.\n", path="a.txt"),
            Article(f"“{other},” said Acme chief Ida Berg.\n", path="b.txt"),
        ]
    ).claims
    assert {(m.by, m.stance) for claim in claims for m in claim.mentions} == {
        ("union", "reports"),
        ("Ida Berg", "denies"),
    }


def test_nobody_did_it_denies_the_doing() -> None:
    assert negation("No diver has drowned in the lock", "Three divers drowned in the lock") is not None
    assert negation("No diver has drowned in the lock", "Three divers were hired for the lock") is None
    assert negation("The lock has no divers in winter", "The lock has divers") is not None


def test_in_a_claim_whoever_is_named_counts_for_more_than_what_is_left_out() -> None:
    told = "Plane maker Avro is in talks to buy the airline Norda for about 4 billion crowns"
    denial = "We are not in talks with Avro or anyone else"
    features = compare(terms(denial), terms(told), AT_LARGE)
    assert are_opposites(features, denial, told, gathered=True)
    assert not are_opposites(features, denial, told)


@pytest.mark.parametrize(
    ("text", "at_once"),
    [
        ("We have never doped", True),
        ("No patient died in our hospital", True),
        ("The runner was banned from the games for a year after she did not turn up for a test", False),
        ("The runner failed a drug test", False),
    ],
)
def test_a_denial_at_once_says_so_with_its_first_words(text: str, at_once: bool) -> None:
    assert denies_at_once(text) is at_once


def test_what_is_denied_of_somebody_has_to_be_stated_of_him() -> None:
    denial, told = "The court did not hear Ann Lind or Bo Roe", "she was heard by the court"
    assert not are_opposites(compare(terms(denial), terms(told), AT_LARGE), denial, told, gathered=True)


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        (
            "Arlo Castell owned the home",
            "he hadn’t been to the home of his brother-in-law Arlo Castell since May",
        ),
        ("The bridge over the Aare will reopen in May", "The bridge over the Aare will not reopen until May"),
    ],
)
def test_not_being_there_and_not_yet_are_no_denials(told: str, denial: str) -> None:
    assert negation(denial, told) is None
    assert not are_opposites(compare(terms(denial), terms(told), AT_LARGE), denial, told, gathered=True)
