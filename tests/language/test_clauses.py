from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language import clauses

SPLIT = [
    (
        "The mayor signed the budget on Monday, but the council has not published it.",
        ["The mayor signed the budget on Monday", "the council has not published it."],
    ),
    (
        "The road is open again, but certainly, a part of it has been washed away.",
        ["The road is open again", "certainly, a part of it has been washed away."],
    ),
    (
        "Although the minister denies it, the dam has cracks in two places.",
        ["Although the minister denies it", "the dam has cracks in two places."],
    ),
    (
        "The school will be sold in May, but the mill stays open.",
        ["The school will be sold in May", "the mill stays open."],
    ),
    (
        "the bridge was closed in May and that it would reopen in autumn",
        ["the bridge was closed in May", "it would reopen in autumn"],
    ),
    (
        "As the river rose overnight, the army evacuated two villages.",
        ["As the river rose overnight", "the army evacuated two villages."],
    ),
    (
        "At least 43 crew were hurt and some 2,000 left homeless when the quay broke in northern Orrin",
        ["At least 43 crew were hurt and some 2,000 left homeless when the quay broke in northern Orrin"],
    ),
    (
        "The airline cancelled forty flights, which stranded some 6,000 passengers.",
        ["The airline cancelled forty flights", "which stranded some 6,000 passengers."],
    ),
    (
        "The company will close its plant in Ohio but was not planning further cuts.",
        ["The company will close its plant in Ohio", "was not planning further cuts."],
    ),
]
SPLIT += [
    (
        "The firm promised 40 trucks to be used by relief crews in exchange for access to the port.",
        [
            "The firm promised 40 trucks",
            "to be used by relief crews",
            "in exchange for access to the port.",
        ],
    ),
]
SPLIT += [
    (
        "The bank opened talks with the union on Monday by offering to keep both branches.",
        ["The bank opened talks with the union on Monday", "offering to keep both branches."],
    ),
]
SPLIT += [
    (
        "The union wants 4 percent; the bank has offered 2.",
        ["The union wants 4 percent", "the bank has offered 2."],
    ),
    (
        "“We will keep the farm; they have lost the well.”",
        ["“We will keep the farm", "they have lost the well.”"],
    ),
]
SPLIT += [
    (
        "The road is open again, but local farmers are still cut off.",
        ["The road is open again", "local farmers are still cut off."],
    ),
    (
        "Two schools will be sold in May, while parts of the mill were torn down.",
        ["Two schools will be sold in May", "parts of the mill were torn down."],
    ),
    (
        "Seventeen patients were infected in Lund, and three others died of it.",
        ["Seventeen patients were infected in Lund", "three others died of it."],
    ),
]
WHOLE = [
    "The rise in the number of claims, short staff, and new rules have slowed down the payments.",
    "The mill burnt down in May, and therefore was never sold to the bank.",
    "The bill forbids that trees be felled, and houses built on the meadows.",
    "The cargo held rifles bought in Lund; drones made in Orrin; and some paint.",
    "The bill pays for roads, some 4 million; bridges, which need paint; and a tunnel below the bay.",
    "The bank can end the strike in Lund by offering to keep both branches.",
    "The bank cut its costs in Lund by using cheaper paper for its letters.",
    "The book is to be used.",
    "The cargo included rifles, machine guns, drones and helicopters.",
    "Doctors without borders and the Red Cross were denied access.",
    "She bought bread and milk.",
    "It rained.",
    "Storms and floods hit the coast.",
]


@pytest.mark.parametrize(("sentence", "expected"), SPLIT)
def test_assertions_come_apart(sentence: str, expected: list[str]) -> None:
    assert [sentence[c.start : c.end] for c in clauses.split(sentence, 0, len(sentence))] == expected


@pytest.mark.parametrize("sentence", WHOLE)
def test_lists_stay_whole(sentence: str) -> None:
    assert [sentence[c.start : c.end] for c in clauses.split(sentence, 0, len(sentence))] == [sentence]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The firm is trying to rent old trucks to be used by relief crews in the valley.", "old trucks"),
        ("The firm will rent the trucks left behind by the army, to be used by relief crews.", "the trucks"),
        ("The firm promised it, to be used by relief crews in the valley.", None),
    ],
)
def test_what_is_to_be_done_is_said_of_the_object_before(text: str, thing: str | None) -> None:
    clause = clauses.split(text, 0, len(text))[-1]
    assert text[clause.start :].startswith("to be used")
    assert (text[slice(*clause.subject)] if clause.subject else None) == thing


def test_a_clause_without_subject_knows_where_it_stands() -> None:
    sentence = "The company will close its plant in Ohio but was not planning further cuts."
    second = clauses.split(sentence, 0, len(sentence))[1]
    assert second.subject is not None
    assert sentence[slice(*second.subject)] == "The company"


@pytest.mark.parametrize(
    "word", ["sank", "withdrew", "has", "wants", "denied", "led", "couldn’t", "denies", "insists"]
)
def test_finite_forms(word: str) -> None:
    assert clauses.is_finite(word)


@pytest.mark.parametrize("word", ["ferry", "bed", "sunk", "ground", "withdrawing", "river", "reports", ""])
def test_what_is_no_finite_form(word: str) -> None:
    assert not clauses.is_finite(word)


@given(st.text(alphabet=st.sampled_from("The army and was but, which he said it will; –\n"), max_size=300))
def test_clauses_lie_in_order_inside_the_text(text: str) -> None:
    found = clauses.split(text, 0, len(text))
    assert found
    assert all(0 <= c.start <= c.end <= len(text) for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "finite"),
    [
        ("12,000 people live in the valley below the dam", True),
        ("Most residents rely on the clinic for emergency care", True),
        ("Two of the runners own a share in the club", True),
        ("They lack a licence", True),
        ("An arms deal with the junta", False),
        ("A sports plan for the town", False),
        ("its forces use of drones", False),
        ("A talk between the dean and his students", False),
        ("A report on the people of the valley", False),
    ],
)
def test_a_base_form_is_finite_after_a_plural(text: str, finite: bool) -> None:
    assert clauses.has_verb(text, 0, len(text)) is finite


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Storm prompts airlines to wait", True),
        ("Mayor backs harbour plan", True),
        ("Lund's strikes on hold", False),
        ("Our views on trade", False),
        ("The ends of the affair", False),
        ("Storm deaths in Lund", False),
    ],
)
def test_headlines_tell_in_the_present(heading: str, expected: bool) -> None:
    assert clauses.has_headline_verb(heading, 0, len(heading)) is expected
