from __future__ import annotations

from typing import Any

from tests.fitting.attribution import chosen, collect, measure, trimmed


def row(text: str, source: str, cue: str, content: str) -> dict[str, Any]:
    spans = {
        role: [[text.index(words), text.index(words) + len(words)]]
        for role, words in (("source", source), ("cue", cue), ("content", content))
    }
    return {"text": text, "attributions": [spans]}


TEXT = "The mayor of Riga said that the bridge is safe."
ROW = row(TEXT, "The mayor of Riga", "said", "that the bridge is safe")


def test_spans_lose_the_marks_at_their_ends_and_are_joined() -> None:
    assert trimmed("“Yes,” he", [(0, 6)]) == [(1, 4)]
    assert trimmed("one, two", [(0, 3), (5, 8)]) == [(0, 8)]


def test_every_decision_gets_its_example() -> None:
    examples = collect([ROW])
    assert set(examples) == {"cue", "cue-left", "cue-right", "source", "side", "right-start", "right-end"}
    assert [right for _, right in examples["cue"]].count(1) == 1


def test_fitting_learns_which_option_is_right() -> None:
    table = chosen([([["red"], ["blue"]], 1), ([["blue"], ["red"]], 0)] * 20)
    assert table["blue"] > 1 > 0 > table["red"]


def test_a_perfect_reading_measures_one() -> None:
    assert measure([ROW]) == {"source": 1.0, "cue": 1.0, "content": 1.0}
    wrong = row(TEXT, "Riga", "bridge", "safe")
    assert measure([wrong]) == {"source": 0.0, "cue": 0.0, "content": 0.0}
