"""Which articles make a claim: what claims score, lifted to the articles they have a mention in."""

from __future__ import annotations

from array import array
from itertools import compress

from tui.workspace.index import Index
from tui.workspace.scores import ONLY, Scores


class Carriers:
    """One article for each claim, then, for the claims that more articles make, each of these."""

    def __init__(self, index: Index) -> None:
        size = self._articles = index.count("article")
        homes = array("i", b"\xff" * (4 * index.count("claim")))  # -1: not met yet
        claims, articles = array("I"), array("i")
        for article, said in index.said_in(range(size)):
            for claim in set(said):
                if homes[claim] < 0:
                    homes[claim] = article
                else:
                    claims.append(claim)
                    articles.append(article)
        self._claims = claims
        self._homes = homes + articles

    def lift(self, scores: Scores) -> Scores:
        """The score of each article: the best of its claims, 0 without any."""
        said = bytes(scores) + bytes(map(scores.__getitem__, self._claims))
        best = bytearray(self._articles)
        for level in sorted(set(said) - {0}):
            for article in compress(self._homes, said.translate(ONLY[level])):
                best[article] = level
        return best
