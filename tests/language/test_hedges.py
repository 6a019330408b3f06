from __future__ import annotations

import pytest

from tui.language.hedges import hedge

HEDGED = [
    ("The dam may be unsafe", "may"),
    ("The airline could cut 400 jobs by June", "could"),
    ("Voters might not return to the polls", "might"),
    ("The striker is likely to miss the final", "likely"),
    ("Two reactors appear to have been damaged", "appear to"),
    ("The shares seemed to recover on Monday", "seemed to"),
    ("Reportedly the singer has sold her house in Orrin", "Reportedly"),
    ("If the frost returns, the harvest could be lost", "could"),
    ("The minister, who was away in March, may resign", "may"),
    ("It would appear that the vaccine was kept too warm", "would appear"),
    ("which may be the oldest of the wrecks", "may"),
]
PLAIN = [
    "The mill will close in May",
    "The ministry said it would pay the farmers",
    "A bank would have to hold more capital",
    "He appeared in court on Tuesday",
    "The song appears on three records",
    "Police arrested five suspected smugglers",
    "The pilot suffered a fall which could have been fatal",
    "Parliament passed a bill that could cost the cities millions",
    "The ferry sank before anybody could reach it",
    "The blast could be heard in Orrin",
    "Doctors could not save the boy",
    "Engineers couldn’t say why the turbine failed",
    "The jury was told what the drug might do",
]


@pytest.mark.parametrize(("text", "words"), HEDGED)
def test_a_reservation_is_found(text: str, words: str) -> None:
    assert hedge(text) == words


@pytest.mark.parametrize("text", PLAIN)
def test_what_holds_for_a_part_or_not_at_all_is_none(text: str) -> None:
    assert hedge(text) is None
