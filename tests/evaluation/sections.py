"""What is measured on each kind of labelled data; see ``__main__`` for the files."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import tui
from tests.evaluation import metrics
from tests.evaluation.metrics import Figures
from tests.evaluation.spans import ROLES, Roles, Tally, join
from tests.fitting import fit_check, fit_compare
from tui.claims.comparing import both_sentences
from tui.model import Attribution

Row = dict[str, Any]
SIDES = {"asserts": "for", "supports": "for", "denies": "against", "doubts": "against"}
STANCES = {"for": "agree", "observing": "discuss", "against": "disagree"}
HEADLINE_LABELS = ("for", "observing", "against")
ARTICLE_LABELS = ("agree", "disagree", "discuss", "unrelated")


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures with the bundled weights, and those of them that were cross-validated."""

    figures: Figures
    unseen: Figures = field(default_factory=dict)


@dataclass(frozen=True)
class Data:
    """A folder of labelled rows, cut after `limit` articles or rows; nothing is cross-validated then."""

    folder: Path
    limit: int | None = None

    def rows(self, name: str) -> list[Row]:
        """The first rows of a file."""
        return fit_compare.read(self.folder, name)[: self.limit]

    @cached_property
    def articles(self) -> list[Row]:
        """The articles of the recurrence data."""
        return self.rows("recurrence-articles")

    @cached_property
    def corpus(self) -> tui.Corpus:
        """Those articles analysed together; the path of each is its id."""
        return tui.analyse([tui.Article(row["text"], path=row["id"]) for row in self.articles])

    @cached_property
    def carriers(self) -> dict[str, set[str]]:
        """The articles that carry each labelled claim."""
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.articles:
            for claim in row["claims"]:
                found[claim].add(row["id"])
        return dict(found)


# --- one article


def attribution(data: Data) -> Measured:
    """Sources, cues and contents with exact ends; sentences that hold attributed content."""
    tally = Tally()
    for row in data.rows("attribution-dev"):
        article = tui.Article(row["text"], path=row["id"], publisher=row["publisher"])
        (analysed,) = tui.analyse([article]).articles
        sentences = [(one.span.start, one.span.end) for one in analysed.sentences]
        gold = [{role: join(row["text"], one[role]) for role in ROLES} for one in row["attributions"]]
        tally.add(sentences, gold, [_roles(row["text"], one) for one in analysed.attributions])
    return Measured(tally.figures())


def _roles(text: str, found: Attribution) -> Roles:
    spans = {"source": [found.source] if found.source else [], "cue": [found.cue], "content": found.content}
    return {role: join(text, ((span.start, span.end) for span in spans[role])) for role in ROLES}


# --- two texts


def headlines(data: Data) -> Measured:
    """For, observing, against; a headline in which the claim is not found is observing."""
    rows = data.rows("stance-headlines")
    findings = [tui.compare(row["claim"], row["headline"]) for row in rows]
    gold = [row["stance"] for row in rows]
    own = [_side(finding.stance if finding else None) for finding in findings]
    measured = metrics.classification(gold, own, HEADLINE_LABELS)
    if data.limit is not None:
        return Measured(measured)
    unseen = fit_compare.headlines(data.folder).cross_validated()
    kept = [label if finding else "observing" for label, finding in zip(unseen, findings, strict=True)]
    return Measured(measured, metrics.classification(gold, kept, HEADLINE_LABELS))


def _side(stance: str | None) -> str:
    return SIDES.get(stance or "", "observing")


def paraphrase(data: Data) -> Measured:
    """Whether two sentences say the same; accuracy over all, F1 of those that do."""
    rows = data.rows("paraphrase")
    gold = [row["paraphrase"] for row in rows]
    own = [tui.compare(row["a"], row["b"]) is not None for row in rows]
    measured = _same(gold, own)
    if data.limit is not None:
        return Measured(measured)
    unseen = fit_compare.paraphrases(data.folder).cross_validated()
    kept = [
        label == "same" if both_sentences(row["a"], row["b"]) else found
        for row, label, found in zip(rows, unseen, own, strict=True)
    ]
    return Measured(measured, _same(gold, kept))


def _same(gold: Sequence[bool], found: Sequence[bool]) -> Figures:
    hits = sum(map(min, gold, found))
    accuracy = metrics.share(sum(map(bool.__eq__, gold, found)), len(gold))
    return {"accuracy": accuracy, "F1": metrics.f1(hits, sum(found), sum(gold))}


# --- many articles


def articles(data: Data) -> Measured:
    """Agree, disagree, discuss; unrelated is what a search for the claim does not list."""
    known = {row["id"] for row in data.articles}
    asked: dict[str, list[Row]] = defaultdict(list)
    for row in fit_compare.read(data.folder, "stance-articles"):
        if row["article"] in known:
            asked[row["claim"]].append(row)
    gold: list[str] = []
    own: list[str] = []
    for claim, rows in asked.items():
        listed = {finding.path: STANCES[_side(finding.stance)] for finding in tui.check(claim, data.corpus)}
        gold += [row["stance"] for row in rows]
        own += [listed.get(row["article"], "unrelated") for row in rows]
    if data.limit is not None:
        return Measured(_stances(gold, own))
    return Measured(_stances(gold, own), _stances(*fit_check.ask(data.folder).answers()))


def _stances(gold: Sequence[str], found: Sequence[str]) -> Figures:
    both = sum(g != "unrelated" != f for g, f in zip(gold, found, strict=True))
    listed, related = (len(side) - list(side).count("unrelated") for side in (found, gold))
    return metrics.classification(gold, found, ARTICLE_LABELS) | {
        "related F1": metrics.f1(both, listed, related)
    }


def recurrence(data: Data) -> Measured:
    """The articles found for a claim, ranked, and the pairs of articles found to share one.

    Articles without a label are in the collection but unjudged: left out of rankings and pairs.
    """
    labelled = sorted(row["id"] for row in data.articles if row["claims"])
    return Measured(_rankings(data, set(labelled)) | _pairs(data, labelled))


def _rankings(data: Data, labelled: set[str]) -> Figures:
    precisions: list[float] = []
    first: list[bool] = []
    for row in fit_compare.read(data.folder, "recurrence-claims"):
        if carriers := data.carriers.get(row["id"]):
            found = [finding.path for finding in tui.check(row["claim"], data.corpus)]
            ranked = [path in carriers for path in found if path in labelled]
            precisions.append(metrics.average_precision(ranked, len(carriers)))
            first.append(ranked[:1] == [True])
    number = len(precisions)
    return {"MAP": metrics.share(sum(precisions), number), "P@1": metrics.share(sum(first), number)}


def _pairs(data: Data, labelled: Sequence[str]) -> Figures:
    gold = weigh(data.carriers.values(), labelled).keys()
    path_of = {one.id: one.article.path or "" for one in data.corpus.articles}
    found = weigh(_groups(data.corpus, path_of), labelled)
    hits = len(gold & found.keys())
    return {
        "pair precision": metrics.share(hits, len(found)),
        "pair recall": metrics.share(hits, len(gold)),
        "pair F1": metrics.f1(hits, len(found), len(gold)),
        "pair AP": metrics.average_precision_of_scores(found, gold, math.comb(len(labelled), 2)),
    }


def _groups(corpus: tui.Corpus, path_of: Mapping[str, str]) -> Iterator[set[str]]:
    for claim in corpus.claims:
        yield {path_of[mention.article] for mention in claim.mentions}


def weigh(groups: Iterable[set[str]], among: Sequence[str]) -> dict[tuple[str, str], float]:
    """The pairs of articles in a group, each with the sum of 1 / log2(1 + articles) of its groups."""
    known = set(among)
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for group in groups:
        for one, other in combinations(sorted(group & known), 2):
            weights[one, other] += 1 / math.log2(1 + len(group))
    return dict(weights)


SECTIONS: dict[str, Callable[[Data], Measured]] = {
    "attribution": attribution,
    "headlines": headlines,
    "articles": articles,
    "recurrence": recurrence,
    "paraphrase": paraphrase,
}
