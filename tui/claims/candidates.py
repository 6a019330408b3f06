"""Which pairs of statements are worth comparing, at a cost that grows with their number, not its square.

Two statements are candidates if they share two of their rarest terms, or three terms in a row.  A
feature that very many statements share marks a template, not a claim: in its bucket each statement is
only compared with its neighbours in the order of their terms.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from tui.claims.terms import Terms

RAREST = 8  # terms of a statement whose pairs are features
BUCKET = 200  # statements a feature may have before only neighbours are compared
RUN = 5  # terms in a row that statements of different stories must share
PARTS = 8  # of the runs of all statements, of which one is in memory with all that it needs
WINDOW = 10  # neighbours compared in a larger bucket

Pair = tuple[int, int]


def pairs(statements: Sequence[Terms], counts: dict[str, int]) -> list[Pair]:
    """Candidate pairs (i < j) in ascending order.  `counts` says how many statements hold each term."""
    found: set[Pair] = set()
    for bucket in _buckets(statements, counts):
        found.update(_within(bucket, statements))
    return sorted(found)


class Runs:
    """The runs of terms of statements, noted in any order, told apart by their hashes.

    They are looked at in `PARTS`: there are ten for each statement.
    """

    def __init__(self) -> None:
        self._hashes = [array("q") for _ in range(PARTS)]
        self._holders = [array("I") for _ in range(PARTS)]

    def note(self, index: int, statement: Terms) -> None:
        """Take the runs of a statement."""
        for run in _runs(statement):
            self._hashes[run % PARTS].append(run)
            self._holders[run % PARTS].append(index)

    def shared(self) -> list[Pair]:
        """Pairs (i < j) of the same words or with a run of terms in common, each with the first such one."""
        found: set[Pair] = set()
        for runs, indices in zip(self._hashes, self._holders, strict=True):
            firsts: dict[int, int] = {}
            for run, index in zip(runs, indices, strict=True):
                if index <= firsts.setdefault(run, index):
                    firsts[run] = index
            earlier = map(firsts.__getitem__, runs)
            found.update((one, index) for one, index in zip(earlier, indices, strict=True) if one != index)
        return sorted(found)


def _runs(statement: Terms) -> set[int]:
    """Hashes of the runs of terms in a statement, and of all its words whatever their order."""
    words = statement.words
    if not words:
        return set()
    return {hash(words[place : place + RUN]) for place in range(len(words) - RUN + 1)} | {hash(statement.key)}


def count(statements: Iterable[Terms]) -> dict[str, int]:
    """How many statements hold each term."""
    counts: dict[str, int] = {}
    for statement in statements:
        for word in statement.bag:
            counts[word] = counts.get(word, 0) + 1
    return counts


def _buckets(statements: Sequence[Terms], counts: dict[str, int]) -> Iterator[list[int]]:
    """Statements that share a feature, for each feature that two or more have."""
    shared = sorted((number, word) for word, number in counts.items() if number > 1)
    ranks = {word: rank for rank, (_, word) in enumerate(shared)}
    firsts: dict[int, int] = {}
    buckets: dict[int, list[int]] = {}  # none for what one statement alone has, as with most
    for index, statement in enumerate(statements):
        for feature in _features(statement, ranks):
            first = firsts.setdefault(feature, index)
            if first != index:
                buckets.setdefault(feature, [first]).append(index)
    return iter(buckets.values())


def _features(statement: Terms, ranks: dict[str, int]) -> set[int]:
    """Pairs of the rarest terms and runs of terms, as numbers; `ranks` has the shared terms, rarest first."""
    base = len(ranks) + 1
    rarest = sorted([ranks[word] for word in statement.bag if word in ranks])[:RAREST]
    features = {a * base + b for a, b in combinations(rarest, 2)}
    row = [ranks.get(word, -1) for word in statement.words]
    for a, b, c in zip(row, row[1:], row[2:], strict=False):
        if a >= 0 and b >= 0 and c >= 0:
            features.add(-(a * base + b) * base - c - 1)
    return features


def _within(bucket: list[int], statements: Sequence[Terms]) -> Iterator[Pair]:
    if len(bucket) <= BUCKET:
        yield from combinations(bucket, 2)
        return
    ordered = sorted(bucket, key=lambda index: (statements[index].key, index))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + WINDOW]:
            yield min(one, other), max(one, other)
