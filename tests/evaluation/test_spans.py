from __future__ import annotations

import pytest

from tests.evaluation.spans import Roles, Tally, join, trim

TEXT = "“The dam is safe,” said Ana Ruiz, the engineer. “It will hold.” Rain is forecast."
SENTENCES = [(0, 47), (48, 63), (64, 81)]


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def roles(source: str, cue: str, *contents: str) -> Roles:
    return {"source": [place(source)], "cue": [place(cue)], "content": join(TEXT, map(place, contents))}


@pytest.mark.parametrize(
    ("given", "expected"),
    [("“The dam is safe,”", "The dam is safe"), (" said ", "said"), ("safe,” said", "safe,” said")],
)
def test_trim(given: str, expected: str) -> None:
    assert trim(TEXT, *place(given)) == place(expected)


def test_nothing_but_marks_stays() -> None:
    assert trim(TEXT, *place(",”")) == place(",”")


def test_pieces_with_only_marks_between_are_joined() -> None:
    assert join(TEXT, [place("Ana Ruiz"), place("the engineer")]) == [place("Ana Ruiz, the engineer")]
    assert join(TEXT, [place("The dam"), place("safe")]) == [place("The dam"), place("safe")]


def test_pieces_in_any_order() -> None:
    assert join(TEXT, [place("the engineer"), place("Ana Ruiz")]) == [place("Ana Ruiz, the engineer")]


def figures(gold: list[Roles], found: list[Roles]) -> dict[str, float]:
    tally = Tally()
    tally.add(SENTENCES, gold, found)
    return tally.figures()


def test_marks_at_the_ends_do_not_count() -> None:
    gold = [roles("Ana Ruiz, the engineer", "said", "“The dam is safe,”")]
    found = [roles("Ana Ruiz, the engineer", "said", "The dam is safe")]
    assert set(figures(gold, found).values()) == {1.0}


def test_a_span_too_short_is_wrong_but_its_sentence_right() -> None:
    gold = [roles("Ana Ruiz, the engineer", "said", "The dam is safe", "It will hold")]
    found = [roles("Ana Ruiz", "said", "The dam is safe")]
    measured = figures(gold, found)
    assert measured["source, exact F1"] == 0
    assert measured["cue, exact F1"] == 1
    assert measured["content, exact F1"] == pytest.approx(2 / 3)
    assert measured["sentence F1"] == pytest.approx(2 / 3)  # one of two


def test_a_span_of_two_attributions_counts_once() -> None:
    gold = [roles("Ana Ruiz", "said", "The dam is safe"), roles("Ana Ruiz", "said", "It will hold")]
    found = [roles("Ana Ruiz", "said", "The dam is safe", "It will hold")]
    assert set(figures(gold, found).values()) == {1.0}


def test_content_outside_all_sentences_is_a_miss() -> None:
    tally = Tally()
    tally.add([(0, 47)], [roles("Ana Ruiz", "said", "The dam is safe", "Rain is forecast")], [])
    tally.add([(0, 47)], [roles("Ana Ruiz", "said", "The dam is safe")], [roles("Ana Ruiz", "said", "dam")])
    assert tally.figures()["sentence F1"] == pytest.approx(2 * 1 / (1 + 3))
