from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.parties import is_named, party, told_apart

SAME = [
    ("Taylor", "Stewart Taylor"),
    ("Insp Taylor", "Stewart Taylor"),
    ("Ana Reis", "Anna Reis"),
    ("Nasa’s Bill Ortner", "Bill Ortner"),
    ("53-year-old Ida Lund", "Ida Lund"),
    ("Worried Ida Lund", "Ida Lund"),
    ("agent Ida Lund of Fjord Homes", "Ida Lund"),
    ("Ida Lund from Fjord Homes", "Ida Lund of the Homes Institute"),
    ("Sheikh Yusuf al-Karimi", "Karimi"),
    ("Munir Nasser", "Monir Naser"),
    ("Abdul Rahim Dost", "Abdulrahim Dost"),
    ("ICRS", "Institute of Coastal and Reef Studies"),
    ("Ministry of Fisheries", "Fisheries Ministry"),
    ("London-based Harbour Watch for Safety", "Harbour Watch for Safety"),
    ("John O'Dell", "John O’Dell"),
    ("spokesman for the Council of Aarhus", "Council of Aarhus"),
    ("Norway", "Norwegian military"),
    ("the Norwegian government", "Norway"),
]
APART = [
    ("Ida Lund", "Olaf Lund"),
    ("Ministry of Fisheries", "Ministry of Health"),
    ("White House", "House Republicans"),
    ("Bank of Norway", "Bank of England"),
    ("The Times", "The Sunday Times"),
    ("Norway", "Iceland"),
    ("Kim Yo Dan", "Kim Min Su"),
    ("Ida Lund", "Ministry of Fisheries"),
    ("police", "residents"),
    ("Norway", "Norwegian nun"),
    ("Norway", "Icelandic military"),
    ("Norway", "Norwegian Observatory for Fisheries"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_of_one_party_are_told_to_be(one: str, other: str) -> None:
    assert party(one).is_same(party(other))
    assert party(other).is_same(party(one))


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_parties_stay_two(one: str, other: str) -> None:
    assert not party(one).is_same(party(other))
    assert not party(other).is_same(party(one))


def test_who_speaks_for_a_body_is_that_body() -> None:
    lund = party("Ida Lund", "a spokeswoman for the Harbour Authority")
    assert lund.is_same(party("Harbour Authority"))
    assert not lund.is_same(party("Harbour Union"))


def test_who_speaks_for_a_body_in_short_is_that_body() -> None:
    lund = party("Ida Lund", "HAA spokeswoman")
    assert lund.is_same(party("Harbour Authority of Aarhus"))
    assert not lund.is_same(party("Harbour Union of Aarhus"))


def test_an_unnamed_source_may_be_who_was_introduced_so() -> None:
    assert party("a gynaecologist").is_same(party("Ida Lund", "gynaecologist from Aarhus"))
    assert not party("a surgeon").is_same(party("Ida Lund", "gynaecologist from Aarhus"))


def test_the_fullest_name_stands_for_a_party() -> None:
    assert told_apart(["Lund", "Worried Ida Lund", "Ida Lund"], {}) == dict.fromkeys(
        ["Lund", "Worried Ida Lund", "Ida Lund"], "Ida Lund"
    )


def test_a_surname_of_two_makes_them_no_one_person() -> None:
    assert len(set(told_apart(["Lund", "Ida Lund", "Olaf Lund"], {}).values())) == 2


@pytest.mark.parametrize(
    "name", ["Ida Lund", "Norway", "NASA", "Bank of Norway", "Gazette", "Two Rivers Council"]
)
def test_who_has_a_name_is_named(name: str) -> None:
    assert is_named(name)


@pytest.mark.parametrize(
    "name",
    [
        "Other Norwegians",
        "one Lund man",
        "police spokesman",
        "a Gazette reporter",
        "the mayor",
        "",
        "Norwegian nun",
    ],
)
def test_who_has_none_is_not(name: str) -> None:
    assert not is_named(name)


@given(st.lists(st.sampled_from([*sum(SAME, ()), *sum(APART, ())]), max_size=8))
def test_parties_do_not_depend_on_the_order(names: list[str]) -> None:
    assert told_apart(names, {}) == told_apart(reversed(names), {})
    assert set(told_apart(names, {}).values()) <= set(names)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_is_some_party(name: str, description: str) -> None:
    assert party(name, description).is_same(party(name, description))
