"""Which claims or articles a query matches, and how well.

Every condition is a look-up of positions in the index; articles match by what they are named with or by one
of their claims.  A word of the query matches the corpus's own
words, best first: the same word, words that begin with it, words that contain it (from three letters on),
and, if there are none of these, words spelt alike (rapidfuzz ratio ≥ 75).  So the cost of a keystroke
depends on the vocabulary and on how often its words occur, not on the length of the texts.  While a query
grows, the words already typed are not looked up again.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Literal

from tui.workspace.carriers import Carriers
from tui.workspace.index import Index
from tui.workspace.occurrences import words
from tui.workspace.phrases import Phrases
from tui.workspace.press import unpack
from tui.workspace.query import OWN_FIELDS, Query, Term, holds
from tui.workspace.scores import Scores, both, either, every, mark, without
from tui.workspace.vocabulary import Vocabulary

Side = Literal["claims", "articles"]
_REMEMBERED = 8  # words whose matches are kept


class Search:
    """The look-ups of one index.  `triage` gives the positions of claims for a field the person fills."""

    def __init__(self, index: Index, carriers: Carriers, triage: Callable[[str, str], set[int]]) -> None:
        self._index = index
        self._carriers = carriers
        self._triage = triage
        self._values = cache(self._load_values)
        self._postings = cache(self._load_postings)
        self._find_word = lru_cache(_REMEMBERED)(self._look_up_word)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the corpus; loading them takes as long as several keystrokes."""
        return Vocabulary(self._index)

    @cached_property
    def phrases(self) -> Phrases:
        """Where these stand one after the other; what the first phrase needs takes as long once more."""
        return Phrases(self.vocabulary)

    def prepare(self) -> None:
        """Load what the first query needs."""
        _ = self.vocabulary
        self._carriers.prepare()

    def _size(self, side: Side) -> int:
        return self._index.count("claim" if side == "claims" else "article")

    def match(self, query: Query, side: Side) -> Scores:
        """How well each position matches the best of the alternatives; 0 for those that match none."""
        if not query:
            return every(self._size(side))
        best = self._match_all(query[0], side)
        for terms in query[1:]:
            best = either(best, self._match_all(terms, side))
        return best

    def _match_all(self, terms: Sequence[Term], side: Side) -> Scores:
        scores: Scores | None = None
        for term in sorted(terms, key=lambda term: term.negated):
            found = self._find(term, side)
            if term.negated:
                scores = without(every(self._size(side)) if scores is None else scores, found)
            else:
                scores = found if scores is None else both(scores, found)
        return every(self._size(side)) if scores is None else scores

    def _find(self, term: Term, side: Side) -> Scores:
        if term.field == "word":
            return self._find_word(term.value, side)
        if term.field in ("phrase", "begun"):
            return self._find_phrase(words(term.value), term.field == "begun", side)
        if term.field in OWN_FIELDS:
            return self._lift(self._mark([self._triage(term.field, term.value)], "claims"), side)
        matches = _MATCHES[term.field]
        values = [value for value in self._values(term.field) if matches(value, term.value)]
        return self._mark([self._postings(term.field, value, side) for value in values], side)

    def _mark(self, lists: Iterable[Iterable[int]], side: Side) -> Scores:
        """What a field or a phrase finds counts as much as a word that contains what is typed."""
        return mark(self._size(side), ((), lists))

    def _look_up_word(self, typed: str, side: Side) -> Scores:
        scores: Scores | None = None
        for part in words(typed):
            found = self._look_up_part(part, side)
            scores = found if scores is None else both(scores, found)
        return bytes(self._size(side)) if scores is None else scores

    def _look_up_part(self, part: str, side: Side) -> Scores:
        if side == "claims":
            tiers = self.vocabulary.tiers(part)
            return mark(self._size(side), (self.vocabulary.positions(tier, "claims") for tier in tiers))
        named = (self.vocabulary.positions(tier, "names") for tier in self.vocabulary.tiers(part))
        return either(self._lift(self._find_word(part, "claims"), side), mark(self._size(side), named))

    def _find_phrase(self, parts: Sequence[str], begun: bool, side: Side) -> Scores:
        """Where the words stand one after the other in a claim (or an article's title)."""
        if not parts:
            return bytes(self._size(side))
        scores = self._lift(self._mark([self.phrases.claims(parts, begun)], "claims"), side)
        return scores if side == "claims" else either(scores, self._mark([self._titled(parts, begun)], side))

    def _titled(self, parts: Sequence[str], begun: bool) -> list[int]:
        """The articles that have the words in their titles."""
        sought = f" {' '.join(parts)}{'' if begun else ' '}"
        return [position for position, title in enumerate(self._titles) if sought in title]

    @cached_property
    def _titles(self) -> list[str]:
        """The words of each title, a blank before and after each."""
        rows = self._index.rows("SELECT title FROM article ORDER BY position")
        return [f" {' '.join(words(title or ''))} " for (title,) in rows]

    def _lift(self, scores: Scores, side: Side) -> Scores:
        """Scores of claims as they are, or those of the articles they have a mention in."""
        return scores if side == "claims" else self._carriers.lift(scores)

    def _load_values(self, field: str) -> list[str]:
        return [value for (value,) in self._index.rows("SELECT value FROM posting WHERE field = ?", field)]

    def _load_postings(self, field: str, value: str, side: Side) -> array[int]:
        query = f"SELECT {side} FROM posting WHERE field = ? AND value = ?"  # noqa: S608
        found = self._index.rows(query, field, value)
        return unpack(found[0][0]) if found else array("I")


def _contains(value: str, typed: str) -> bool:
    return typed in value


def _begins(value: str, typed: str) -> bool:
    return value.startswith(typed)


_MATCHES: Mapping[str, Callable[[str, str], bool]] = {
    "status": _begins,
    "flag": _begins,
    "date": holds,
    "voice": _contains,
    "by": _contains,
    "origin": _contains,
    "publisher": _contains,
}
