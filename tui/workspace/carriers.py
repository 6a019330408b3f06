"""Which articles make a claim: what claims score, lifted to the articles they have a mention in."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import chain, compress

from tui.workspace.index import Index
from tui.workspace.scores import ONLY, Scores

_NONE = -1  # no article met yet


class Carriers:
    """The articles of each claim, loaded when they are first asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def prepare(self) -> None:
        """Load them."""
        _ = self._loaded

    @cached_property
    def _loaded(self) -> tuple[array[int], array[int], array[int]]:
        """The first article of each claim; claims again, each with one more of its articles."""
        firsts = array("i", [_NONE]) * self._index.count("claim")
        claims, articles = array("I"), array("i")
        for article, said in self._index.said_in(range(self._index.count("article"))):
            for claim in set(said):
                if firsts[claim] == _NONE:
                    firsts[claim] = article
                else:
                    claims.append(claim)
                    articles.append(article)
        return firsts, claims, articles

    @property
    def firsts(self) -> array[int]:
        """The first article of the list that makes each claim."""
        return self._loaded[0]

    @cached_property
    def shared(self) -> list[tuple[int, int]]:
        """The claims that several articles make, each with each of these, in the order of the list."""
        firsts, claims, articles = self._loaded
        several = sorted(set(claims))
        return sorted(
            chain(((claim, firsts[claim]) for claim in several), zip(claims, articles, strict=True))
        )

    def lift(self, scores: Scores) -> Scores:
        """The score of each article: the best of its claims, 0 without any."""
        firsts, claims, articles = self._loaded
        said = bytes(scores) + bytes(map(scores.__getitem__, claims))
        best = bytearray(self._index.count("article"))
        for level in sorted(set(said) - {0}):
            for article in compress(chain(firsts, articles), said.translate(ONLY[level])):
                best[article] = level
        return best
