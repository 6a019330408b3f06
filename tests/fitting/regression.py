"""Logistic regression over sparse named features, in plain Python: enough to fit the bundled weights.

Deterministic: the rows are visited in their order, with AdaGrad steps and a squared penalty.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Row = Mapping[str, float]
Weights = dict[str, dict[str, float]]
BIAS = "bias"


def fit(
    rows: Sequence[Row],
    labels: Sequence[str],
    *,
    penalty: float = 1e-3,
    epochs: int = 30,
    rate: float = 0.3,
    importance: Mapping[str, float] | None = None,
) -> Weights:
    """The weights of each label.  `importance` says how much more than one a row of a label counts."""
    names = sorted(set(labels))
    weights: Weights = {label: {BIAS: 0.0} for label in names}
    squares: Weights = {label: {} for label in names}
    order = [place for first in range(97) for place in range(first, len(rows), 97)]
    for _ in range(epochs):
        for place in order:
            row = {**rows[place], BIAS: 1.0}
            shares = _shares(weights, row)
            heft = (importance or {}).get(labels[place], 1.0)
            for label in names:
                error = heft * (shares[label] - (label == labels[place]))
                _step(weights[label], squares[label], row, error, penalty, rate)
    return weights


def fit_dense(rows: Sequence[Row], labels: Sequence[str], **options: float) -> Weights:
    """The same for rows that all have the same features: brought to one scale first, weights brought back."""
    names = sorted(rows[0])
    means = {name: sum(row[name] for row in rows) / len(rows) for name in names}
    spreads = {
        name: math.sqrt(sum((row[name] - means[name]) ** 2 for row in rows) / len(rows)) or 1.0
        for name in names
    }
    scaled = [{name: (row[name] - means[name]) / spreads[name] for name in names} for row in rows]
    weights = fit(scaled, labels, **options)  # type: ignore[arg-type]
    for row in weights.values():
        for name in names:
            row[name] /= spreads[name]
            row[BIAS] -= row[name] * means[name]
    return weights


def _step(
    weights: dict[str, float],
    squares: dict[str, float],
    row: Row,
    error: float,
    penalty: float,
    rate: float,
) -> None:
    for name, value in row.items():
        weight = weights.get(name, 0.0)
        slope = error * value + (penalty * weight if name != BIAS else 0.0)
        seen = squares[name] = squares.get(name, 0.0) + slope * slope
        weights[name] = weight - rate * slope / math.sqrt(seen + 1e-8)


def _shares(weights: Weights, row: Row) -> dict[str, float]:
    sums = {label: sum(ws.get(name, 0.0) * x for name, x in row.items()) for label, ws in weights.items()}
    top = max(sums.values())
    powers = {label: math.exp(value - top) for label, value in sums.items()}
    total = sum(powers.values())
    return {label: power / total for label, power in powers.items()}


def predict(weights: Weights, row: Row) -> str:
    """The label with the greatest share."""
    shares = _shares(weights, {**row, BIAS: 1.0})
    return max(sorted(shares), key=lambda label: shares[label])


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
