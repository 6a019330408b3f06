"""Logistic regression over sparse named features, in plain Python: enough to fit the bundled weights.

With a squared penalty on all weights but the biases, fitted until nothing is gained.  Stopping early, as
stochastic steps do, cost .03 of the cross-validated F1 of articles that disagree.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul, sub
from pathlib import Path

Row = Mapping[str, float]
Weights = dict[str, dict[str, float]]
Vector = list[float]
BIAS = "bias"
MOST_STEPS = 200
REMEMBERED = 10  # steps
ENOUGH = 1e-6  # of the loss, as what another step would gain
SHORTEST = 1e-6  # a step


@dataclass(frozen=True, slots=True)
class _Loss:
    """What is to be made small: the cost of the wrong shares, and of large weights.

    Weights are one list: those of the first label, its bias last, then those of the next label.
    """

    rows: list[tuple[list[int], list[float]]]  # places of features, and their values
    answers: list[int]
    hefts: list[float]
    labels: int
    features: int
    penalty: float

    def at(self, weights: Vector) -> tuple[float, Vector]:
        """The loss, and how it rises with each weight."""
        width = self.features + 1
        biases = range(self.features, width * self.labels, width)
        decays = [0.0 if place in biases else self.penalty for place in range(len(weights))]
        slope = list(map(mul, decays, weights))
        loss = dot(slope, weights) / 2
        for (places, values), answer, heft in zip(self.rows, self.answers, self.hefts, strict=True):
            starts = range(0, width * self.labels, width)
            sums = [dot([weights[start + place] for place in places], values) for start in starts]
            shares = _softmax([weights[bias] + value for bias, value in zip(biases, sums, strict=True)])
            loss -= heft * math.log(max(shares[answer], 1e-300))
            for label, start in enumerate(starts):
                error = heft * (shares[label] - (label == answer))
                slope[biases[label]] += error
                for place, value in zip(places, values, strict=True):
                    slope[start + place] += error * value
        return loss, slope


def fit(
    rows: Sequence[Row],
    labels: Sequence[str],
    *,
    penalty: float = 1.0,
    importance: Mapping[str, float] | None = None,
) -> Weights:
    """The weights of each label.

    `penalty` is half of what the square of a weight costs, a row right at even odds costing ln 2;
    `importance` says how much more than one a row of a label counts.
    """
    names = sorted(set(labels))
    features = {name: place for place, name in enumerate(sorted({name for row in rows for name in row}))}
    loss = _Loss(
        [([features[name] for name in row], list(row.values())) for row in rows],
        [names.index(label) for label in labels],
        [(importance or {}).get(label, 1.0) for label in labels],
        len(names),
        len(features),
        penalty,
    )
    found = descend(loss.at, [0.0] * (len(names) * (len(features) + 1)))
    width = len(features) + 1
    return {
        label: {BIAS: found[start + width - 1], **{n: found[start + place] for n, place in features.items()}}
        for label, start in zip(names, range(0, len(found), width), strict=True)
    }


def descend(loss: Callable[[Vector], tuple[float, Vector]], start: Vector) -> Vector:
    """Where a convex function is least: L-BFGS (Nocedal 1980), halving steps that do not go down."""
    here, (value, slope) = start, loss(start)
    steps: list[tuple[Vector, Vector]] = []
    for _ in range(MOST_STEPS):
        way = _direction(slope, steps)
        steepness, length = dot(way, slope), 1.0 if steps else 1.0 / (math.sqrt(dot(slope, slope)) or 1.0)
        if -steepness <= ENOUGH * max(1.0, abs(value)):
            break
        while True:
            there = [x + length * step for x, step in zip(here, way, strict=True)]
            lower, changed = loss(there)
            if lower <= value + 1e-4 * length * steepness or length < SHORTEST:
                break
            length /= 2
        moved, change = list(map(sub, there, here)), list(map(sub, changed, slope))
        if dot(moved, change) > 0:
            steps = [*steps, (moved, change)][-REMEMBERED:]
        here, value, slope = there, lower, changed
    return here


def _direction(slope: Vector, steps: Sequence[tuple[Vector, Vector]]) -> Vector:
    """Down the slope, corrected by how it changed in the last steps."""
    way = [-x for x in slope]
    parts = []
    for moved, change in reversed(steps):
        part = dot(moved, way) / dot(moved, change)
        way = [x - part * c for x, c in zip(way, change, strict=True)]
        parts.append(part)
    if steps:
        moved, change = steps[-1]
        scale = dot(moved, change) / dot(change, change)
        way = [scale * x for x in way]
    for (moved, change), part in zip(steps, reversed(parts), strict=True):
        rest = part - dot(change, way) / dot(moved, change)
        way = [x + rest * m for x, m in zip(way, moved, strict=True)]
    return way


def dot(one: Iterable[float], other: Iterable[float]) -> float:
    """The sum of the products."""
    return math.fsum(map(mul, one, other))


def fit_dense(rows: Sequence[Row], labels: Sequence[str], *, penalty: float) -> Weights:
    """The same for rows that all have the same features: brought to one scale first, weights brought back."""
    names = sorted(rows[0])
    means = {name: sum(row[name] for row in rows) / len(rows) for name in names}
    spreads = {
        name: math.sqrt(sum((row[name] - means[name]) ** 2 for row in rows) / len(rows)) or 1.0
        for name in names
    }
    scaled = [{name: (row[name] - means[name]) / spreads[name] for name in names} for row in rows]
    weights = fit(scaled, labels, penalty=penalty)
    for row in weights.values():
        for name in names:
            row[name] /= spreads[name]
            row[BIAS] -= row[name] * means[name]
    return weights


def _softmax(sums: Sequence[float]) -> Vector:
    top = max(sums)
    powers = [math.exp(value - top) for value in sums]
    total = sum(powers)
    return [power / total for power in powers]


def predict(weights: Weights, row: Row) -> str:
    """The label with the greatest sum."""
    sums = {
        label: own[BIAS] + sum(own.get(name, 0.0) * value for name, value in row.items())
        for label, own in weights.items()
    }
    return max(sorted(sums), key=lambda label: sums[label])


def cross_validate(
    rows: Sequence[Row],
    labels: Sequence[str],
    groups: Sequence[str],
    folds: int,
    train: Callable[[Sequence[Row], Sequence[str]], Weights],
) -> list[str]:
    """The label predicted for each row by weights fitted without its group.

    Groups go to the fold that has the fewest rows, the largest group first.
    """
    sizes = {group: groups.count(group) for group in set(groups)}
    filled = [0] * folds
    home: dict[str, int] = {}
    for group in sorted(sizes, key=lambda g: (-sizes[g], g)):
        home[group] = filled.index(min(filled))
        filled[home[group]] += sizes[group]
    predicted = [""] * len(rows)
    for fold in range(folds):
        inside = [i for i in range(len(rows)) if home[groups[i]] != fold]
        weights = train([rows[i] for i in inside], [labels[i] for i in inside])
        for i in range(len(rows)):
            if home[groups[i]] == fold:
                predicted[i] = predict(weights, rows[i])
    return predicted


def report(gold: Sequence[str], predicted: Sequence[str]) -> str:
    """Accuracy, macro-F1 and the F1 of each label."""
    names = sorted(set(gold))
    scores = {label: f1(gold, predicted, label) for label in names}
    accuracy = sum(map(str.__eq__, gold, predicted)) / len(gold)
    macro = sum(scores.values()) / len(scores)
    parts = "  ".join(f"{label} {score:.3f}" for label, score in scores.items())
    return f"accuracy {accuracy:.3f}  macro-F1 {macro:.3f}  {parts}"


def f1(gold: Sequence[str], predicted: Sequence[str], label: str) -> float:
    """The F1 of one label."""
    hits = sum(g == p == label for g, p in zip(gold, predicted, strict=True))
    return 2 * hits / max(1, gold.count(label) + predicted.count(label)) if hits else 0.0


def tell(line: str) -> None:
    """Print one line of figures."""
    sys.stdout.write(f"{line}\n")


def write(path: Path, weights: Weights, comment: str, least: float = 0.02) -> None:
    """Write the weights as a TOML file, features in alphabetical order, those next to nothing left out."""
    lines = [f"# {line}" for line in comment.splitlines()]
    for label, row in weights.items():
        lines += ["", f"[{label}]", f"bias = {row[BIAS]:.3f}"]
        lines += [f'"{n}" = {w:.3f}' for n, w in sorted(row.items()) if n != BIAS and abs(w) >= least]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
