"""How common words are: in English news at large, and in the corpus at hand.

A statement is recognised by its rare words.  ``frequencies.tsv`` holds, for each term (see ``terms``)
that is no proper name, in how many of a number of news articles it occurs; it stands in where there is
no corpus, and outweighs the corpus while that is small.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.claims.terms import Terms

PRIOR = 300  # how many articles of the corpus at hand weigh as much as the bundled table
UNSEEN = 2.5e-4  # the share of articles taken for a term that the table does not know
FAINT = 0.3  # what is left of the rarity of a forename, which says again what the surname says
FIGURE = 4e-3  # the same for a figure: a given one is rare, but says little by itself


@cache
def _table() -> dict[str, float]:
    lines = resources.files("tui.claims").joinpath("frequencies.tsv").read_text("utf-8").splitlines()
    total = int(lines[0].split("\t")[1])
    return {word: int(count) / total for word, count in (line.split("\t") for line in lines[1:])}


def common(term: str) -> bool:
    """Whether the bundled table knows the term, that is: it is an ordinary word, not a name."""
    return term in _table()


def share(term: str) -> float:
    """The share of news articles in which the term is expected, 0..1."""
    return _table().get(term, FIGURE if term[0] == "#" else UNSEEN)


class Rarity(dict[str, float]):
    """Inverse document frequencies of terms; `rarity[term]` is 0 for a term in every article, then rises.

    Each is worked out when it is first asked for.
    """

    def __init__(self, documents: int = 0, counts: Mapping[str, int] | None = None) -> None:
        super().__init__()
        self._documents = documents
        self._counts = counts or {}
        self._masses: dict[tuple[str, ...], float] = {}

    @classmethod
    def of(cls, documents: Iterable[Iterable[str]]) -> Rarity:
        """The rarities in a corpus, given the terms of each of its articles."""
        counts: dict[str, int] = {}
        total = 0
        for words in documents:
            total += 1
            for word in set(words):
                counts[word] = counts.get(word, 0) + 1
        return cls(total, counts)

    def __missing__(self, term: str) -> float:
        """How rare the term is: minus the logarithm of the share of articles that hold it."""
        held = self._counts.get(term, 0) + PRIOR * share(term)
        known = self[term] = math.log((self._documents + PRIOR) / min(held, self._documents + PRIOR))
        return known

    def sum(self, words: Iterable[str]) -> float:
        """How rare some words are together."""
        return math.fsum(map(self.__getitem__, words))

    def mass(self, statement: Terms) -> float:
        """How rare the words of a statement are together."""
        known = self._masses.get(statement.words)
        if known is None:
            known = self._masses[statement.words] = self.sum(statement.bag)
        return known

    def among(self, counts: Mapping[str, int], statements: int, faint: Collection[str] = ()) -> Rarity:
        """The rarities within one story, where `counts` of its `statements` hold a term.

        The geometric mean of how rare a term is in the corpus and among the story's statements; terms that
        are `faint` keep a share of theirs.
        """
        return _Local(self, counts, statements, faint)


AT_LARGE = Rarity()
"""The rarities in news at large, where there is no corpus."""


class _Local(Rarity):
    def __init__(
        self, everywhere: Rarity, counts: Mapping[str, int], statements: int, faint: Collection[str]
    ) -> None:
        super().__init__()
        self._everywhere = everywhere
        self._within = counts
        self._statements = statements
        self._faint = faint

    def __missing__(self, term: str) -> float:
        here = math.log((self._statements + 1) / (self._within.get(term, 0) + 1))
        known = math.sqrt(self._everywhere[term] * max(0.0, here))
        known = self[term] = known * FAINT if term in self._faint else known
        return known
