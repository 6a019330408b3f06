from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.comparing import Pair, compare

AGAINST = [
    ("The harbour bridge collapsed", "No, the harbour bridge did not collapse"),
    ("A shark swam through a flooded street", "That flooded street shark photo is a hoax"),
    ("The singer Vera Lindqvist is dead", "Vera Lindqvist death rumours are false, manager says"),
    ("A bakery sold bread baked with sawdust", "Bakery denies selling bread with sawdust"),
    ("The old lighthouse at Skarn was sold", "OLD LIGHTHOUSE NOT SOLD, COUNCIL KEEPS IT"),
    ("A zoo in Tarrow bought two tigers", "Tarrow zoo never bought tigers"),
    ("A giant squid washed up in Orrin", "Giant squid on Orrin beach is not real"),
]
FOR = [
    ("A farmer grew a 900-pound pumpkin", "Farmer grows record pumpkin of 900 pounds"),
    ("The museum found a lost painting in its cellar", "Lost painting discovered in museum cellar"),
]
OBSERVING = [
    ("The airline will buy forty electric planes", "Airline reportedly in talks over forty electric planes"),
    ("A meteor hit a barn", "Did a meteor hit this barn?"),
    ("The factory will close in May", "Sources: factory could close in May"),
]


@pytest.mark.parametrize(("claim", "text"), AGAINST)
def test_refuting_headline(claim: str, text: str) -> None:
    finding = compare(claim, text)
    assert finding is not None
    assert finding.stance in ("denies", "doubts")


@pytest.mark.parametrize(("claim", "text"), FOR)
def test_asserting_headline(claim: str, text: str) -> None:
    finding = compare(claim, text)
    assert finding is not None
    assert finding.stance == "asserts"


@pytest.mark.parametrize(("claim", "text"), OBSERVING)
def test_passing_on(claim: str, text: str) -> None:
    finding = compare(claim, text)
    assert finding is not None
    assert finding.stance in ("reports", "cannot-confirm")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "The council approved the new tram line on Tuesday after a long debate.",
            "After a long debate, the council on Tuesday approved the new tram line.",
            True,
        ),
        (
            "The brewery hired two hundred workers last spring for its new plant.",
            "The brewery said its plant had never made a loss in more than forty years of trading.",
            False,
        ),
    ],
)
def test_sentences_are_compared_as_paraphrases(one: str, other: str, same: bool) -> None:
    assert (compare(one, other) is not None) is same


def test_another_matter_is_not_found() -> None:
    assert compare("The harbour bridge collapsed", "Bakery wins a prize for its bread") is None


def test_a_negation_counts_by_what_it_denies() -> None:
    claim = "The old lighthouse at Skarn was sold"
    denied = Pair(claim, "Lighthouse not sold after all").features()
    beside = Pair(claim, "Lighthouse sold, but its keeper was not invited").features()
    assert denied["negates the claim"] == 1
    assert "negates the claim" not in beside
    assert beside["negates something else"] == 1


def test_words_of_the_claim_are_no_signs() -> None:
    finding = compare("A prank caller fooled the minister", "Prank caller fooled minister")
    assert finding is not None
    assert finding.stance == "asserts"


def test_rule_names_what_decided() -> None:
    finding = compare("The harbour bridge collapsed", "Harbour bridge collapse is a hoax")
    assert finding is not None
    assert finding.rule.startswith("compare.against: ")
    assert "“hoax”" in finding.rule


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(claim: str, text: str) -> None:
    finding = compare(claim, text)
    assert finding is None or (0 <= finding.score <= 1 and finding.evidence[0].text == text)
