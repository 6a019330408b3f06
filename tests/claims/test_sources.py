from __future__ import annotations

import pytest

from tui.claims.sources import bare, identity, kind_of, spellings, spelt_out, voice_of
from tui.model import Voice

KINDS = [
    ("City insider", "", "anonymous"),
    ("sources familiar with the merger", "", "anonymous"),
    ("senior law-enforcement official", "", "anonymous"),
    ("Ministry of Health", "", "institution"),
    ("Paris", "", "institution"),
    ("Maria Lopez", "the deputy mayor of Seville", "official"),
    ("Maria Lopez", "professor of law at the University of Seville", "expert"),
    ("Maria Lopez", "who heads a research group on tides", "expert"),
    ("Maria Lopez", "the country's navy chief", "official"),
    ("Sen. Maria Lopez", "", "politician"),
    ("Maria Lopez", "the Labour MP for Hull", "politician"),
    ("Maria Lopez", "the minister of health and MP for Hull", "official"),
    ("Maria Lopez", "the UN’s special representative", "official"),
    ("Maria Lopez", "a former mayor of Seville", "named"),
    ("Maria Lopez", "a retired general who teaches at the University of Seville", "expert"),
    ("Maria Lopez", "the former fisheries minister, ambassador to Norway", "official"),
    ("Maria Lopez", "the former navy chief, now president of the senate", "official"),
    ("Maria Lopez", "a former bishop who is mayor of Seville", "official"),
    ("former health minister Maria Lopez", "", "named"),
    ("ex-minister", "", "anonymous"),
    ("those aware of the merger", "", "anonymous"),
    ("Maria Lopez", "", "named"),
    ("Daily Herald", "", "outlet"),
    ("Telegram channel Northern Star", "", "channel"),
    ("Treasury report", "", "document"),
    ("DoD report", "", "document"),
    ("study by a charity for bees", "", "expert"),
]


@pytest.mark.parametrize(("name", "description", "kind"), KINDS)
def test_kind(name: str, description: str, kind: str) -> None:
    assert kind_of(name, description) == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Pentagon", "US Department of Defense"),
        ("London", "the United Kingdom"),
        ("the U.N.", "United Nations"),
        ("Telegram channel Northern Star", "Northern Star channel"),
        ("The AP", "Associated Press"),
        ("Ann P. Roe", "Ann Roe"),
        ("law-enforcement officials", "law enforcement officials"),
        ("a 2021 Pentagon report", "Department of Defense report"),
    ],
)
def test_two_spellings_of_one_source(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Health", "Ministry of Defence"),
        ("Maria Lopez", "Jennifer Lopez"),
        ("Northern Star", "Morning Star"),
        ("a source", "an official"),
        ("officials familiar with a Pentagon report", "a Pentagon report"),
    ],
)
def test_two_sources(one: str, other: str) -> None:
    assert identity(one) != identity(other)


def test_bare_names_have_no_determiner_possessive_or_dots() -> None:
    assert bare("The U.S. Army’s") == "us army"


def test_one_spelling_for_one_source_whatever_the_order() -> None:
    names = ["Defense Department", "Pentagon", "Department of Defense", "Pentagon"]
    assert set(spellings(names).values()) == {"Pentagon"}
    assert spellings(names) == spellings(reversed(names))
    assert set(spellings(names)) == set(names)


VOICES = (
    Voice(
        "City Hall",
        ("City Hall", "mayor’s office"),
        ("City Hall", "Transport Office"),
        ("Ada Quill",),
        ("spokesman",),
    ),
    Voice("Harbour Board", ("Harbour Board",), ("Harbour Board",), (), ("spokesman", "chair")),
)


@pytest.mark.parametrize(
    ("name", "description", "voice"),
    [
        ("the mayor’s office", "", "City Hall"),
        ("Ada Quill", "", "City Hall"),
        ("Bo Lind", "deputy spokesman for the Transport Office", "City Hall"),
        ("Bo Lind", "chair of the Harbour Board", "Harbour Board"),
        ("Bo Lind", "a fisherman who once sued the Harbour Board", None),
        ("spokesman", "", None),
        (None, "", None),
    ],
)
def test_voice(name: str | None, description: str, voice: str | None) -> None:
    assert voice_of(name, description, VOICES) == voice


def test_an_abbreviation_is_spelt_out_unless_it_stands_for_several_names() -> None:
    introduced = [
        {"RRF": "Rapid Relief Force", "TB": "Tide Board"},
        {"RRF": "Lund Rapid Relief Force", "TB": "Timber Bank"},
        {"RRF": "Rapid Relief Force"},
    ]
    assert spelt_out(introduced) == {"rrf": "rapid relief force"}
    assert spellings(["RRF", "Rapid Relief Force", "Tide Board"], {"rrf": "rapid relief force"}) == {
        "RRF": "Rapid Relief Force",
        "Rapid Relief Force": "Rapid Relief Force",
        "Tide Board": "Tide Board",
    }
