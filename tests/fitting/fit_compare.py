"""Fit ``weights/headline.toml`` and ``weights/paraphrase.toml``, and print cross-validated figures.

    python -m tests.fitting.fit_compare DATA_DIR

Reads stance-headlines.jsonl.gz (folds by claim) and paraphrase.jsonl.gz (folds by pair).
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.fitting import regression
from tui.claims.comparing import Pair, paraphrase_features

FITTED = "fitted by tests/fitting/fit_compare.py."
WEIGHTS = Path(__file__).parents[2] / "tui" / "claims" / "weights"


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a data file."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _headline_weights(rows: Sequence[regression.Row], labels: Sequence[str]) -> regression.Weights:
    return regression.fit(rows, labels, penalty=4e-3, epochs=40, rate=0.1)


def _paraphrase_weights(rows: Sequence[regression.Row], labels: Sequence[str]) -> regression.Weights:
    return regression.fit_dense(rows, labels, penalty=1e-4, epochs=25, rate=0.1)


def fit_headlines(folder: Path) -> None:
    """What a headline does with a claim: for, observing, against."""
    data = read(folder, "stance-headlines")
    rows = [Pair(row["claim"], row["headline"]).features() for row in data]
    labels = [row["stance"] for row in data]
    predicted = regression.cross_validate(rows, labels, [r["claim_id"] for r in data], 10, _headline_weights)
    figures = regression.report(labels, predicted)
    regression.tell(f"headlines, 10 folds by claim: {figures}")
    comment = f"What a headline does with a claim; {FITTED}\nBy claim, 10 folds: {figures}"
    regression.write(WEIGHTS / "headline.toml", _headline_weights(rows, labels), comment)


def fit_paraphrases(folder: Path) -> None:
    """Whether two sentences say the same."""
    data = read(folder, "paraphrase")
    rows = [paraphrase_features(row["a"], row["b"]) for row in data]
    labels = ["same" if row["paraphrase"] else "other" for row in data]
    groups = [str(number // 4) for number in range(len(data))]
    predicted = regression.cross_validate(rows, labels, groups, 10, _paraphrase_weights)
    figures = regression.report(labels, predicted)
    regression.tell(f"paraphrase, 10 folds by pair: {figures}")
    comment = f"Whether two sentences say the same; {FITTED}\nBy pair, 10 folds: {figures}"
    regression.write(WEIGHTS / "paraphrase.toml", _paraphrase_weights(rows, labels), comment)


if __name__ == "__main__":
    fit_headlines(Path(sys.argv[1]))
    fit_paraphrases(Path(sys.argv[1]))
