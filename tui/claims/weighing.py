"""A small linear model over named features: which label the weights favour, and why, in words.

The weights lie in ``weights/NAME.toml``, one table a label, fitted by ``tests/fitting``.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

Features = Mapping[str, float]
BIAS = "bias"
SIGNS = {
    "refute": "refuting words",
    "hedge": "hedging words",
    "affirm": "vouching words",
    "negate": "negation",
}
PLACES = {
    "matched": "where it matches",
    "lead": "at the head",
    "all": "anywhere",
    "claim": "in the claim",
}


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of each label, features in the order of the file; ``bias`` is that of every text."""

    weights: dict[str, dict[str, float]]

    def scores(self, features: Features) -> dict[str, float]:
        """The sum of the weights of the features that are present, for each label."""
        return {
            label: row.get(BIAS, 0.0) + math.fsum(row.get(name, 0.0) * x for name, x in features.items())
            for label, row in self.weights.items()
        }

    def shares(self, features: Features) -> dict[str, float]:
        """How the labels divide the probability, 0..1."""
        scores = self.scores(features)
        top = max(scores.values())
        powers = {label: math.exp(value - top) for label, value in scores.items()}
        return {label: power / math.fsum(powers.values()) for label, power in powers.items()}

    def label(self, features: Features) -> str:
        """The label with the greatest sum; of equals the first in the file."""
        scores = self.scores(features)
        return max(scores, key=lambda label: scores[label])

    def reasons(self, label: str, features: Features, most: int = 3) -> list[tuple[str, float]]:
        """What spoke loudest for or against the label, in words, and how much more than for the others."""
        others = [row for name, row in self.weights.items() if name != label]
        own = self.weights[label]
        sums: dict[str, float] = {}
        for name, value in features.items():
            rest = sum(row.get(name, 0.0) for row in others) / max(1, len(others))
            word = spoken(name)
            sums[word] = sums.get(word, 0.0) + (own.get(name, 0.0) - rest) * value
        loudest = sorted(sums.items(), key=lambda item: (-abs(round(item[1], 6)), item[0]))
        return [(word, value) for word, value in loudest[:most] if abs(value) >= 0.05]


def spoken(name: str) -> str:
    """The name of a feature as people read it; several may be one to them.

    ``plain claim: lead.refute.hoax`` and ``lead.refute`` are "refuting words at the head".
    """
    parts = name.rpartition(": ")[2].split(".")
    place = PLACES.get(parts[0], "")
    sign = parts[1] if place and len(parts) > 1 else parts[0]
    return f"{SIGNS[sign]} {place}".strip() if sign in SIGNS else name


@cache
def load(name: str) -> Model:
    """The model ``weights/NAME.toml``."""
    text = resources.files("tui.claims").joinpath("weights", f"{name}.toml").read_text("utf-8")
    return Model(tomllib.loads(text))


def explain(reasons: list[tuple[str, float]]) -> str:
    """Reasons as people read them: ``refuting words +1.9, hedge −0.7``."""
    return ", ".join(f"{name} {'+' if value > 0 else '−'}{abs(value):.1f}" for name, value in reasons)
