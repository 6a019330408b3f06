"""Fit ``weights/headline.toml`` and ``weights/paraphrase.toml``, and print cross-validated figures.

    python -m tests.fitting.fit_compare DATA_DIR

Reads stance-headlines.jsonl.gz (folds by claim) and paraphrase.jsonl.gz (folds by pair).
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fitting import regression
from tui.claims.comparing import Pair, paraphrase_features

FITTED = "fitted by tests/fitting/fit_compare.py."
Train = Callable[[Sequence[regression.Row], Sequence[str]], regression.Weights]
WEIGHTS = Path(__file__).parents[2] / "tui" / "claims" / "weights"


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a data file."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass(frozen=True, slots=True)
class Examples:
    """Rows of features, their labels, the groups that must share a fold, and how weights are fitted."""

    rows: list[regression.Row]
    labels: list[str]
    groups: list[str]
    train: Train

    def cross_validated(self) -> list[str]:
        """The label of each row by weights fitted without its group, ten folds."""
        return regression.cross_validate(self.rows, self.labels, self.groups, 10, self.train)

    def weights(self) -> regression.Weights:
        """The weights fitted on all rows."""
        return self.train(self.rows, self.labels)


def headlines(folder: Path) -> Examples:
    """What headlines do with claims: for, observing, against; grouped by claim."""
    data = read(folder, "stance-headlines")
    rows: list[regression.Row] = [Pair(row["claim"], row["headline"]).features() for row in data]
    return Examples(rows, [r["stance"] for r in data], [r["claim_id"] for r in data], _headline_weights)


def paraphrases(folder: Path) -> Examples:
    """Whether two sentences say the same."""
    data = read(folder, "paraphrase")
    rows: list[regression.Row] = [paraphrase_features(row["a"], row["b"]) for row in data]
    labels = ["same" if row["paraphrase"] else "other" for row in data]
    return Examples(rows, labels, [str(number // 4) for number in range(len(data))], _paraphrase_weights)


def _headline_weights(rows: Sequence[regression.Row], labels: Sequence[str]) -> regression.Weights:
    return regression.fit(rows, labels, penalty=3.0)


def _paraphrase_weights(rows: Sequence[regression.Row], labels: Sequence[str]) -> regression.Weights:
    return regression.fit_dense(rows, labels, penalty=10.0)


def fit(examples: Examples, name: str, what: str, by: str) -> None:
    """Report the cross-validated figures and write ``weights/NAME.toml``."""
    figures = regression.report(examples.labels, examples.cross_validated())
    regression.tell(f"{name}, 10 folds by {by}: {figures}")
    comment = f"{what}; {FITTED}\nBy {by}, 10 folds: {figures}"
    regression.write(WEIGHTS / f"{name}.toml", examples.weights(), comment)


def run(folder: Path) -> None:
    """Fit, report, write both."""
    fit(headlines(folder), "headline", "What a headline does with a claim", "claim")
    fit(paraphrases(folder), "paraphrase", "Whether two sentences say the same", "pair")


if __name__ == "__main__":
    run(Path(sys.argv[1]))
