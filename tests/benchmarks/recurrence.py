"""What the search for sentences that say the same finds, and in what time, beside a comparison of all pairs.

Alike are two sentences with a `token_sort_ratio` of `ALIKE` or more as they are written, without case and
punctuation: nothing of our own decides that.  All pairs are compared by `rapidfuzz.process.extract`, each
sentence with those behind it in one call (`process.cdist` takes as long and needs numpy); once more with the
words of each sentence sorted beforehand, which is the same measure in less time.  The search is that of one
story, as if all sentences were of one: terms, candidates, and the same measure for these.  Sentences that
state something are taken, the first of the articles; not those with fewer than `LEAST` terms, which say too
little to recur ("They don't say so").

An analysis compares less: candidates within a story, and between stories each sentence with the first that
has a run of words in common with it.  Such pairs, and pairs with the same such first one, are "compared".
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from rapidfuzz import fuzz, process, utils

from tui.claims import candidates, reading, stories
from tui.claims.collecting import without_collector
from tui.claims.frequencies import Rarity
from tui.claims.terms import Terms, terms
from tui.model import Article

ALIKE = 75  # of 100
LEAST = 4  # terms of a sentence
SENTENCES = 5_000

Pairs = set[tuple[int, int]]
Scorer = Callable[..., float]


@dataclass(frozen=True)
class Recurrence:
    """Pairs that are alike, the shares that are found and compared, CPU seconds of each way to find them."""

    sentences: int
    pairs: int
    found: float
    compared: float
    searching: float
    comparing: float
    comparing_sorted: float


def measure(texts: Iterable[str]) -> Recurrence:
    """The figures for the first sentences of articles."""
    told = list(islice(_sentences(texts), SENTENCES))
    sentences = [sentence for _, sentence in told]
    written = list(map(utils.default_process, sentences))
    in_order = [" ".join(sorted(words.split())) for words in written]
    alike, comparing = _timed(lambda: compare_all(written, fuzz.token_sort_ratio))
    again, comparing_sorted = _timed(lambda: compare_all(in_order, fuzz.ratio))
    if again != alike:
        raise RuntimeError("sorted beforehand, the same words differ")
    terms.cache_clear()
    with without_collector():  # as in an analysis
        found, searching = _timed(lambda: search(sentences, in_order))
    compared = _compared([place for place, _ in told], sentences)
    return Recurrence(
        len(sentences),
        len(alike),
        _share(alike, found),
        _share(alike, compared),
        searching,
        comparing,
        comparing_sorted,
    )


def _sentences(texts: Iterable[str]) -> Iterable[tuple[int, str]]:
    """The sentences that state something, each with the place of its article."""
    for place, text in enumerate(texts):
        for sentence in reading.read(Article(text)).sentences:
            if sentence.claim and len(terms(sentence.span.text).words) >= LEAST:
                yield place, sentence.span.text


def _timed(function: Callable[[], Pairs]) -> tuple[Pairs, float]:
    begun = time.process_time()
    return function(), time.process_time() - begun


def compare_all(written: Sequence[str], scorer: Scorer) -> Pairs:
    """The pairs (i < j) that are alike, among all."""
    return {
        (i, i + 1 + behind)
        for i, one in enumerate(written)
        for _, _, behind in process.extract(
            one, written[i + 1 :], scorer=scorer, processor=None, score_cutoff=ALIKE, limit=None
        )
    }


def search(sentences: Sequence[str], in_order: Sequence[str]) -> Pairs:
    """The pairs (i < j) that are alike, among those that are candidates."""
    statements = [terms(sentence) for sentence in sentences]
    return {
        (i, j)
        for i, j in candidates.pairs(statements, candidates.count(statements))
        if fuzz.ratio(in_order[i], in_order[j], score_cutoff=ALIKE)
    }


def _compared(places: Sequence[int], sentences: Sequence[str]) -> Pairs:
    """The pairs (i < j) that an analysis compares, or whose two it compares with the same one before them."""
    statements = [terms(sentence) for sentence in sentences]
    compared: Pairs = set()
    for own in _stories(places, statements):
        held = [statements[index] for index in own]
        compared |= {(own[i], own[j]) for i, j in candidates.pairs(held, candidates.count(held))}
    again: dict[int, list[int]] = {}
    runs = candidates.Runs()
    for index, statement in enumerate(statements):
        runs.note(index, statement)
    for i, j in runs.shared():
        again.setdefault(i, [i]).append(j)
    return compared.union(*(combinations(group, 2) for group in again.values()))


def _stories(places: Sequence[int], statements: Sequence[Terms]) -> Iterable[list[int]]:
    """The sentences of each story, given the places of their articles."""
    articles: list[list[str]] = [[] for _ in range(places[-1] + 1)]
    for place, statement in zip(places, statements, strict=True):
        articles[place] += statement.words
    clusters = stories.cluster(articles, Rarity.of(articles))
    story_of = {place: number for number, members in enumerate(clusters) for place in members}
    gathered: dict[int, list[int]] = {}
    for index, place in enumerate(places):
        gathered.setdefault(story_of[place], []).append(index)
    return gathered.values()


def _share(pairs: Pairs, found: Pairs) -> float:
    return len(pairs & found) / len(pairs) if pairs else 1.0
