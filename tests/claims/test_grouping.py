from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims import grouping, terms
from tui.claims.grouping import Statement, group

FERRY = [
    ("a", "The harbour authority bought twelve electric ferries from a Norwegian yard"),
    ("a", "The ferries will replace diesel boats on the northern line"),
    ("b", "Twelve electric ferries were purchased by the harbour authority from a yard in Norway"),
    ("b", "Residents complained about the noise of the old engines"),
    ("c", "A bakery in the old town won the regional prize for sourdough bread"),
]


def statements(rows: Sequence[tuple[str, str]]) -> list[Statement]:
    return [Statement(article, 100 * n, 100 * n + len(text), text) for n, (article, text) in enumerate(rows)]


def test_paraphrases_are_one_claim_and_others_are_not() -> None:
    found = {group_.members for group_ in group(statements(FERRY))}
    assert found == {(0, 2), (1,), (3,), (4,)}


def test_verbatim_copies_are_one_claim_wherever_they_stand() -> None:
    copy = FERRY[4][1]
    groups = group(statements([*FERRY, ("d", copy)]))
    assert next(g for g in groups if 4 in g.members).kinds == ("verbatim", "verbatim")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(alphabet="abc xyz 12", max_size=40)), max_size=12))
def test_every_statement_is_in_one_group(rows: list[tuple[str, str]]) -> None:
    groups = group(statements(rows))
    assert sorted(m for g in groups for m in g.members) == list(range(len(rows)))
    assert all(g.leader in g.members and all(0 <= s <= 1 for s in g.scores) for g in groups)


def test_words_that_are_forgotten_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = group(statements(FERRY))
    monkeypatch.setattr(grouping, "MANY", 0)
    assert group(statements(FERRY)) == before
    assert terms.term.cache_info().currsize == 0
    assert group(statements(FERRY)) == before


LOOK_ALIKES = [
    # another place
    ("A blast in the Lyon market killed ten traders", "A blast in the Porto market killed ten traders"),
    # another year
    ("Floods destroyed the Bergen harbour wall in 2012", "Floods destroyed the Bergen harbour wall in 2014"),
    # another person in the same place
    ("Maria Lindqvist bought the Bergen opera house", "Paul Okafor bought the Bergen opera house"),
    # another act
    ("The Bergen dockers asked for higher pensions", "The Bergen dockers opposed the harbour merger"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), LOOK_ALIKES)
def test_look_alikes_of_one_story_are_not_merged(one: str, other: str) -> None:
    rows = [("a", one), ("b", other), *FERRY]
    assert not any({0, 1} <= set(g.members) for g in group(statements(rows)))


def test_the_opposite_is_of_the_same_claim() -> None:
    insured = "The Tampere ferry was insured against storms"
    rows = [("a", insured), ("b", insured.replace("was", "was not")), *FERRY]
    assert any({0, 1} <= set(g.members) for g in group(statements(rows)))


ALIKE = [
    # voice, nominalisation, spelling, another word of the class
    (
        "The Bergen council cancelled the harbour tender",
        "Cancellation of the harbour tender by Bergen's council",
    ),
    ("Dockers in Bergen seek a pay rise of nine percent", "Bergen dockers ask for a nine percent pay rise"),
    ("Norway will purchase 40 patrol vessels", "Oslo to buy forty patrol ships"),
    ("Thieves stole the bronze bell of Tampere cathedral", "Theft of Tampere cathedral's bronze bell"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_other_wordings_of_one_story_are_merged(one: str, other: str) -> None:
    rows = [("a", one), ("b", other), *FERRY]
    assert any({0, 1} <= set(g.members) for g in group(statements(rows)))


def test_other_figure_is_a_variant_of_the_same_claim() -> None:
    rows = [
        ("a", "The harbour authority bought twelve electric ferries from a Norwegian yard"),
        ("b", "The harbour authority bought fifteen electric ferries from a Norwegian yard"),
    ]
    (found,) = group(statements(rows))
    assert set(found.kinds) == {"verbatim", "number-variant"}


def test_who_stands_for_a_state_is_taken_for_it_within_the_story() -> None:
    rows = [
        ("a", "Norway's prime minister Ada Berg asked the islands for electric ferries"),
        ("b", "Ada Berg asked the islands for ferries"),
        ("c", "Norway asked the islands for electric ferries"),
    ]
    assert any({1, 2} <= set(g.members) for g in group(statements(rows)))


def test_who_and_where_alone_are_not_one_claim() -> None:
    rows = [
        ("a", "Ariel Kast owned the house in Orrin"),
        ("a", "The ferry was late"),
        ("b", "The suspects were named as Ariel Kast of Orrin"),
        ("b", "Bakers sold bread at the quay"),
        FERRY[4],
    ]
    assert not any({0, 2} <= set(g.members) for g in group(statements(rows)))


def test_openings_of_one_topic_are_not_one_claim() -> None:
    rows = [
        ("a", "The Orrin harbour board opened an inquiry into the crane accident"),
        ("a", "The inquiry will hear forty dockers in May"),
        ("b", "Relatives of the dead docker laid flowers at the Orrin harbour crane"),
        ("b", "A choir sang at the quay on Sunday"),
    ]
    assert {g.members for g in group(statements(rows))} == {(0,), (1,), (2,), (3,)}


CRANE = [
    (
        "a",
        "The maker of the harbour crane in Orrin laid off ninety welders in March for want of orders",
    ),
    ("a", "Its owner has moved to Kast"),
    ("b", "A poet from the islands read an ode to the rusty crane at the harbour festival of Orrin"),
    ("b", "The audience of four hundred rose to its feet"),
    ("c", "Tourists on the morning ferry photographed an eagle that nests on the crane of Orrin harbour"),
    ("c", "Biologists counted three eggs in April"),
    ("d", "Schoolchildren who had won a drawing contest chose yellow paint for the Orrin crane"),
    ("d", "The paint is a gift of a bakery"),
    ("e", "The last man who operated the steam crane at Orrin died at home aged ninety"),
    ("e", "His widow gave his diaries to the museum"),
]
FALL = [
    ("a", "The Orrin harbour crane toppled into the sea in a storm on Monday"),
    ("b", "The harbour crane of Orrin fell into the sea during Monday’s storm"),
    ("c", "A storm toppled the crane of Orrin harbour on Monday"),
    ("d", "Orrin harbour crane collapses in Monday storm"),
    ("e", "Storm brings down the crane in Orrin harbour"),
]


def test_openings_of_many_articles_on_one_topic_are_not_one_claim() -> None:
    assert all(len(g.members) == 1 for g in group(statements(CRANE)))


def test_openings_of_many_articles_on_one_event_are_one_claim() -> None:
    assert [g.members for g in group(statements(FALL))] == [(0, 1, 2, 3, 4)]


def test_statements_that_tell_nothing_are_not_merged() -> None:
    rows = [("a", "That is what happened"), ("b", "That is what happened"), *FERRY]
    assert not any({0, 1} <= set(g.members) for g in group(statements(rows)))
