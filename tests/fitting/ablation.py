"""What each step of matching and checking is worth: the figures with all of them, then without each.

    python -m tests.fitting.ablation DATA_DIR [ARTICLES]

*pairs*: precision, recall and F1 of article pairs that share a claim, every sentence of the first ARTICLES
labelled articles (all, if not given) taken as a statement.  *search*: mean average precision and P@1 of a
typed claim, and how many of the articles listed for it carry that very claim.  *paraphrase*: F1 and
accuracy of a threshold on the similarity of two sentences, the best threshold of each row.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.fitting.fit_check import build
from tests.fitting.fit_compare import read
from tests.fitting.regression import tell
from tui.claims import checking, frequencies, grouping, linking, retrieval, similarity, stories, terms
from tui.claims.grouping import Statement, group
from tui.claims.retrieval import Library
from tui.corpus import lines
from tui.language import sentences

Row = dict[str, Any]
Change = tuple[Any, str, Any]  # where, what, its value


def _plain_term(word: str) -> str:
    return word.lower()


def _no_synonyms(_: dict[str, str]) -> dict[str, str]:
    return {}


def _whole(one: terms.Terms, other: terms.Terms, _: frequencies.Rarity) -> Any:
    """The features of a pair with every word equally rare."""
    return _COMPARE(one, other, _Flat())


class _Flat(frequencies.Rarity):
    def __missing__(self, _: str) -> float:
        return 1.0


def _at_most(one: terms.Terms, other: terms.Terms, _: frequencies.Rarity) -> float:
    """What the coverage of a pair cannot exceed, with every word equally rare."""
    return _COVERAGE(one, other, _Flat())


_COMPARE = similarity.compare
_COVERAGE = similarity.coverage_at_most

WITHOUT: dict[str, tuple[Change, ...]] = {
    "everything": (),
    "without stems, synonyms, countries": ((terms, "term", _plain_term),),
    "without synonyms": ((terms, "_stand_ins", _no_synonyms),),
    "without stories (near-verbatim only)": ((stories, "ALIKE", 2.0),),
    "without the central claim": ((linking, "CENTRAL", 2.0),),
    "without joining the central claim": ((linking, "JOINING", 2.0),),
    "without the bound on what tells nothing": (
        (linking, "TELLING", 0.0),
        (grouping, "TELLING_ANYWHERE", 0.0),
    ),
    "without rarity": ((linking, "compare", _whole), (linking, "coverage_at_most", _at_most)),
    "without negation and names": ((similarity, "NEGATION", 0.0), (similarity, "NAMES", 0.0)),
    "without the story in search": ((retrieval, "STORY", 0.0),),
    "without the bound beside the best": ((checking, "BESIDE", 0.0),),
}


@contextmanager
def changed(changes: Sequence[Change]) -> Iterator[None]:
    """The package with some of its parts replaced, and every cached term forgotten before and after."""
    kept = [(where, name, getattr(where, name)) for where, name, _ in changes]
    for where, name, value in changes:
        setattr(where, name, value)
    _forget()
    try:
        yield
    finally:
        for where, name, value in kept:
            setattr(where, name, value)
        _forget()


def _forget() -> None:
    for value in vars(terms).values():
        getattr(value, "cache_clear", lambda: None)()


def statements(articles: Sequence[Row]) -> list[Statement]:
    """Every sentence of the articles."""
    return [
        Statement(row["id"], sentence.span.start, sentence.span.end, sentence.span.text)
        for row in articles
        for sentence in sentences.split(row["text"], lines.mark(row["text"]))
        if sentence.kind in ("body", "heading")
    ]


def measure_pairs(articles: Sequence[Row], prepared: Sequence[Statement]) -> str:
    """Precision, recall and F1 of the pairs of labelled articles that share a group."""
    labels = {row["id"]: set(row["claims"]) for row in articles if row["claims"]}
    wanted = {pair for pair in combinations(sorted(labels), 2) if labels[pair[0]] & labels[pair[1]]}
    found: set[tuple[str, str]] = set()
    for one in group(prepared):
        names = {prepared[member].article for member in one.members} & labels.keys()
        found.update(combinations(sorted(names), 2))
    hits = len(found & wanted)
    precision, recall = hits / max(1, len(found)), hits / max(1, len(wanted))
    return f"{precision:.3f} {recall:.3f} {2 * hits / max(1, len(found) + len(wanted)):.3f}"


def measure_search(articles: Sequence[Row], claims: Sequence[Row], library: Library) -> str:
    """Mean average precision, P@1, and the share of the listed articles that carry the very claim."""
    carriers: dict[str, set[int]] = {}
    for place, row in enumerate(articles):
        for label in row["claims"]:
            carriers.setdefault(label, set()).add(place)
    precisions: list[float] = []
    first = right = listed = 0
    for claim in claims:
        if gold := carriers.get(claim["id"]):
            ranked = _ranked(library, claim["claim"])
            hits = [rank for rank, place in enumerate(ranked, 1) if place in gold]
            precisions.append(math.fsum(n / rank for n, rank in enumerate(hits, 1)) / len(gold))
            first += hits[:1] == [1]
            right, listed = right + len(hits), listed + len(ranked)
    number = max(1, len(precisions))
    return f"{math.fsum(precisions) / number:.3f} {first / number:.3f} {right / max(1, listed):.3f}"


def _ranked(library: Library, claim: str) -> list[int]:
    relevance = library.relevance(terms.terms(claim))
    least = checking.threshold(relevance)
    return sorted((p for p in relevance if relevance[p] >= least), key=lambda p: (-relevance[p], p))


def measure_paraphrase(rows: Sequence[Row]) -> str:
    """F1 and accuracy of the best threshold on the similarity."""
    rarity = frequencies.Rarity()
    scored = sorted(
        (
            (
                similarity.score(similarity.compare(terms.terms(r["a"]), terms.terms(r["b"]), rarity)),
                r["paraphrase"],
            )
            for r in rows
        ),
        reverse=True,
    )
    total = sum(same for _, same in scored)
    best, hits = (0.0, 0.0), 0
    for number, (_, same) in enumerate(scored, 1):
        hits += same
        accuracy = (len(rows) - number - total + 2 * hits) / len(rows)
        best = max(best, (accuracy, 2 * hits / (number + total)))
    return f"{best[1]:.3f} {best[0]:.3f}"


def run(folder: Path, limit: int | None, only: Callable[[str], bool] = bool) -> None:
    """Print a row for each step."""
    articles = read(folder, "recurrence-articles")[:limit]
    claims, pairs = read(folder, "recurrence-claims"), read(folder, "paraphrase")
    prepared = statements(articles)
    tell(f"{'':42} pairs P R F1       search MAP P@1 P    paraphrase F1 accuracy")
    for name, changes in WITHOUT.items():
        if only(name):
            with changed(changes):
                library = build(articles)
                cells = (
                    measure_pairs(articles, prepared),
                    measure_search(articles, claims, library),
                    measure_paraphrase(pairs),
                )
            tell(f"{name:42} {cells[0]}  {cells[1]}  {cells[2]}")


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
