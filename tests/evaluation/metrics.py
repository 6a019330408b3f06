"""Precision, recall, F1, average precision: what the tables of EVALUATION.md are made of.

All figures lie in 0..1; where there is nothing to measure they are 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

Figures = dict[str, float]
Item = TypeVar("Item", bound=Hashable)
DIGITS = 9  # scores that are equal to so many decimals are a tie


def share(part: float, whole: float) -> float:
    """Part over whole."""
    return part / whole if whole else 0.0


def f1(hits: int, predicted: int, gold: int) -> float:
    """The harmonic mean of precision (hits / predicted) and recall (hits / gold)."""
    return share(2 * hits, predicted + gold)


def classification(gold: Sequence[str], predicted: Sequence[str], labels: Sequence[str]) -> Figures:
    """Accuracy, macro-F1 over `labels`, and the F1 of each."""
    pairs = Counter(zip(gold, predicted, strict=True))
    asked, answered = Counter(gold), Counter(predicted)
    scores = {f"{x} F1": f1(pairs[x, x], answered[x], asked[x]) for x in labels}
    accuracy = share(sum(pairs[x, x] for x in labels), len(gold))
    return {"accuracy": accuracy, "macro-F1": share(sum(scores.values()), len(labels)), **scores}


def average_precision(ranked: Sequence[bool], relevant: int) -> float:
    """The mean, over what is relevant, of the precision at its rank; what is not ranked counts 0."""
    ranks = [rank for rank, right in enumerate(ranked, 1) if right]
    return share(sum(number / rank for number, rank in enumerate(ranks, 1)), relevant)


def average_precision_of_scores(scores: Mapping[Item, float], gold: Collection[Item], total: int) -> float:
    """Average precision of `total` items of which those with a score are ranked by it.

    Items of equal score are one step, at the precision after the last of them; all items without a score
    are the last step.
    """
    steps: dict[float, list[bool]] = {}
    for item, score in scores.items():
        steps.setdefault(round(score, DIGITS), []).append(item in gold)
    seen = hits = 0
    mean = 0.0
    for _, step in sorted(steps.items(), reverse=True):
        seen, hits = seen + len(step), hits + sum(step)
        mean += share(sum(step), len(gold)) * share(hits, seen)
    return mean + share(len(gold) - hits, len(gold)) * share(len(gold), total)
