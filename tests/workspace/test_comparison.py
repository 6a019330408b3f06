"""Two mentions held against each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Claim, Mention, NumberGroup, NumberValue, Relation, Sentence, Span
from tui.workspace.comparison import Difference, differences, figure_pairs, opposite, surroundings


def mention(text: str, article: str = "a", start: int = 0) -> Mention:
    return Mention(article, start, start + len(text), text, "reports", "rule")


def claim(*numbers: NumberGroup) -> Claim:
    return Claim("c", "text", "attributed", (), (), (), numbers)


def value(words: str, within: Mention) -> NumberValue:
    start = within.start + within.text.index(words)
    return NumberValue(within.article, start, start + len(words), words, None, None, "ship")


def marked(left: str, right: str, *figures: str) -> str:
    """`left` with words in [] and figures in {} that `right` does not have."""
    one = mention(left)
    group = NumberGroup("ship", "agree", tuple(value(words, one) for words in figures))
    text = left
    for start, end, figure in reversed([(d.start, d.end, d.figure) for d in pairs(one, right, group)]):
        opening, closing = "{}" if figure else "[]"
        text = f"{text[:start]}{opening}{text[start:end]}{closing}{text[end:]}"
    return text


def pairs(one: Mention, right: str, group: NumberGroup) -> tuple[Difference, ...]:
    return differences(one, mention(right, "b"), claim(group))


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("The ferry sank", "the ferry sank.", "The ferry sank"),
        ("The old ferry sank", "The ferry sank", "The [old] ferry sank"),
        ("The very old ferry sank", "The ferry sank", "The [very old] ferry sank"),
        ("It cost 12 million", "It cost 15 million", "It cost {12} million"),
        ("It lost 1,200 old ships", "It lost crews", "It lost {1,200} [old ships]"),
        ("", "The ferry sank", ""),
        ("The ferry sank", "", "[The ferry sank]"),
    ],
)
def test_words_and_figures_that_differ(left: str, right: str, shown: str) -> None:
    assert marked(left, right) == shown


def test_a_figure_in_words_is_a_figure() -> None:
    assert marked("It lost two ships", "It lost three ships", "two ships") == "It lost {two} ships"
    assert marked("It lost two ships", "It lost three ships") == "It lost [two] ships"


@given(st.text(max_size=60), st.text(max_size=60))
def test_differences_lie_in_the_text_in_order(left: str, right: str) -> None:
    found = differences(mention(left), mention(right, "b"), claim())
    edges = [edge for d in found for edge in (d.start, d.end)]
    assert edges == sorted(edges)
    assert all(0 <= d.start < d.end <= len(left) for d in found)


def test_nothing_differs_from_itself() -> None:
    one = mention("Seven of the 12 wells are dry")
    assert differences(one, one, claim()) == ()


@pytest.mark.parametrize(("relation", "both"), [("conflict", "conflict"), ("agree", "agree")])
def test_figures_of_one_quantity_stand_side_by_side(relation: Relation, both: Relation) -> None:
    one, other, third = mention("two ships"), mention("three ships", "b"), mention("no idea", "c")
    group = NumberGroup("ship", relation, (value("two ships", one), value("three ships", other)))
    (pair,) = figure_pairs(claim(group), one, other)
    assert (pair.left, pair.right, pair.relation) == (("two ships",), ("three ships",), both)
    (alone,) = figure_pairs(claim(group), one, third)
    assert (alone.left, alone.right, alone.relation) == (("two ships",), (), "single")
    assert figure_pairs(claim(group), third, third) == ()


def test_a_figure_elsewhere_in_the_article_is_not_of_the_mention() -> None:
    here, there = mention("two ships", start=50), mention("two ships", start=0)
    assert figure_pairs(claim(NumberGroup("ship", "single", (value("two ships", there),))), here, here) == ()


def test_another_article_is_the_opposite() -> None:
    rows = [mention("x", "a"), mention("y", "a"), mention("z", "b")]
    assert [opposite(rows, index) for index in range(3)] == [2, 2, 0]
    assert opposite(rows[:2], 1) == 0
    assert opposite(rows[:1], 0) == 0


def test_a_mention_in_its_sentences() -> None:
    text = "One. He said it rains a lot. Two."
    sentences = [
        Sentence(Span.of(text, 0, 4)),
        Sentence(Span.of(text, 5, 28)),
        Sentence(Span.of(text, 29, 33)),
    ]
    assert surroundings(text, sentences, 13, 21) == ("He said ", " a lot.")
    assert surroundings(text, sentences, 0, 21) == ("", " a lot.")
    assert surroundings(text, [], 13, 21) == ("", "")


def test_a_sentence_without_end_is_cut() -> None:
    text = "x" * 5000 + "claim" + "y" * 5000
    before, after = surroundings(text, [Sentence(Span.of(text, 0, len(text)))], 5000, 5005)
    assert (len(before), len(after)) == (240, 240)
