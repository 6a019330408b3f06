"""Fit ``weights/article.toml``, and print cross-validated figures.

    python -m tests.fitting.fit_check DATA_DIR

Reads recurrence-articles.jsonl.gz and stance-articles.jsonl.gz.  Folds are by story: articles with a
label in common, or gathered into one story, stay together with all that was asked of them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fitting import regression
from tests.fitting.fit_compare import WEIGHTS, read
from tui.claims.checking import Stated, features, match, threshold
from tui.claims.retrieval import Library, Page
from tui.claims.terms import terms
from tui.corpus import lines
from tui.language import sentences
from tui.model import AnalysedArticle, Article

IMPORTANCE = {"agree": 1.3, "disagree": 3.5, "discuss": 1.0}
NOT_LISTED = "unrelated"
FOLDS = 6


def build(rows: Sequence[dict[str, Any]]) -> Library:
    """The articles as a library, with sentences and nothing else."""
    return Library(
        [
            AnalysedArticle(
                row["id"], Article(row["text"]), sentences.split(row["text"], lines.mark(row["text"])), ()
            )
            for row in rows
        ]
    )


def folds(rows: Sequence[dict[str, Any]], library: Library) -> dict[str, str]:
    """The fold group of each article: the least id among those it is tied to."""
    tied: dict[str, str] = {}

    def root(name: str) -> str:
        while tied.setdefault(name, name) != name:
            name = tied[name]
        return name

    for row, story in zip(rows, library.story_numbers(), strict=True):
        for label in [f"story {story}", *row["claims"]]:
            one, other = sorted((root(row["id"]), root(label)))
            tied[other] = one
    return {row["id"]: root(row["id"]) for row in rows}


def _weights(rows: Sequence[regression.Row], labels: Sequence[str]) -> regression.Weights:
    return regression.fit(rows, labels, penalty=40.0, importance=IMPORTANCE)


@dataclass(slots=True)
class Asked:
    """One row for each claim and article that is listed or should be; the rest are right already."""

    rows: list[regression.Row] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    listed: list[bool] = field(default_factory=list)
    rightly_left_out: int = 0

    def add(self, page: Page, listed: bool, claim: Stated, answer: dict[str, Any], group: str) -> None:
        """Add what was asked of one article."""
        if not listed and answer["stance"] == NOT_LISTED:
            self.rightly_left_out += 1
            return
        self.rows.append(features(page, match(page, claim.wanted), claim))
        self.labels.append(answer["stance"])
        self.groups.append(group)
        self.listed.append(listed)

    def answers(self, number: int = FOLDS) -> tuple[list[str], list[str]]:
        """The right answers to everything asked, and those of weights fitted without the story."""
        predicted = regression.cross_validate(self.rows, self.labels, self.groups, number, trained)
        found = [p if listed else NOT_LISTED for p, listed in zip(predicted, self.listed, strict=True)]
        rest = [NOT_LISTED] * self.rightly_left_out
        return self.labels + rest, found + rest


def ask(folder: Path) -> Asked:
    """Prepare every claim with every article that the data asks about."""
    articles = read(folder, "recurrence-articles")
    library = build(articles)
    group_of = folds(articles, library)
    place_of = {row["id"]: place for place, row in enumerate(articles)}
    answers: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read(folder, "stance-articles"):
        answers[row["claim"]].append(row)
    asked = Asked()
    for text, about in answers.items():
        relevance = library.relevance(terms(text))
        least = threshold(relevance)
        claim = Stated.of(text, library.share(terms(text)))
        for answer in about:
            place = place_of[answer["article"]]
            group = group_of[answer["article"]]
            asked.add(library.pages[place], relevance.get(place, 0.0) >= least, claim, answer, group)
    return asked


def run(folder: Path) -> None:
    """Fit, report, write."""
    asked = ask(folder)
    regression.tell(f"{len(asked.rows)} rows, {len(set(asked.groups))} groups of stories")
    figures = f"By story, {FOLDS} folds: {regression.report(*asked.answers())}"
    regression.tell(figures)
    comment = f"What an article does with a claim; fitted by tests/fitting/fit_check.py.\n{figures}"
    regression.write(WEIGHTS / "article.toml", trained(asked.rows, asked.labels), comment)


def trained(rows: Sequence[regression.Row], labels: Sequence[str]) -> regression.Weights:
    """The weights of the stances, from the rows that have one."""
    kept = [place for place, label in enumerate(labels) if label != NOT_LISTED]
    return _weights([rows[place] for place in kept], [labels[place] for place in kept])


if __name__ == "__main__":
    run(Path(sys.argv[1]))
