"""Which claims or articles a query matches, and how well.

Every condition is a look-up of positions in the index.  A word of the query matches the corpus's own
words, best first: the same word, words that begin with it, words that contain it (from three letters on),
and, if there are none of these, words spelt alike (rapidfuzz ratio ≥ 75).  So the cost of a keystroke
depends on the vocabulary and on how often its words occur, not on the length of the texts.  While a query
grows, the words already typed are not looked up again.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any

from tui.workspace.index import Index
from tui.workspace.postings import words
from tui.workspace.press import unpack
from tui.workspace.query import OWN_FIELDS, Query, Term, holds
from tui.workspace.scores import Scores, both, either, every, mark, without
from tui.workspace.vocabulary import Side, Vocabulary

_REMEMBERED = 8  # words whose matches are kept


class Search:
    """The look-ups of one index.  `triage` gives the positions of claims for a field the person fills."""

    def __init__(self, index: Index, triage: Callable[[str, str], set[int]]) -> None:
        self._index = index
        self._triage = triage
        self._values = cache(self._load_values)
        self._postings = cache(self._load_postings)
        self._find_word = lru_cache(_REMEMBERED)(self._look_up_word)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the corpus; loading them takes as long as several keystrokes."""
        return Vocabulary(self._index)

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
        if term.field == "phrase":
            return self._mark([self._find_phrase(term.value, side)], side)
        if term.field in OWN_FIELDS:
            return self._mark([self._project(self._triage(term.field, term.value), side)], side)
        matches = _MATCHES[term.field]
        values = [value for value in self._values(term.field) if matches(value, term.value)]
        return self._mark([self._postings(term.field, value, side) for value in values], side)

    def _mark(self, lists: Iterable[Iterable[int]], side: Side) -> Scores:
        """What a field or a phrase finds counts as much as a word that contains what is typed."""
        return mark(self._size(side), ((), lists))

    def _look_up_word(self, typed: str, side: Side) -> Scores:
        scores: Scores | None = None
        for part in words(typed):
            tiers = self.vocabulary.tiers(part)
            found = mark(self._size(side), (self.vocabulary.positions(tier, side) for tier in tiers))
            scores = found if scores is None else both(scores, found)
        return bytes(self._size(side)) if scores is None else scores

    def _find_phrase(self, phrase: str, side: Side) -> set[int]:
        """Positions where the phrase stands in a claim's words (or an article's title)."""
        parts = words(phrase)
        if not parts:
            return set()
        claims = set.intersection(*(self._holding_word(part, "claims") for part in parts))
        found = self._project(self._holding(phrase, claims), side)
        if side == "articles":
            articles = set.intersection(*(self._holding_word(part, "articles") for part in parts))
            rows = self._by_position(
                "SELECT position, title FROM article WHERE position IN (SELECT value FROM json_each(?))",
                articles,
            )
            found |= {position for position, title in rows if phrase in (title or "").casefold()}
        return found

    def _holding(self, phrase: str, claims: set[int]) -> set[int]:
        """Which of the claims have the phrase in their words, or in those of one of their mentions."""
        found = self._index.wordings_holding(phrase, claims)
        rows = self._by_position(
            "SELECT claim, article, place FROM mention JOIN claim ON claim.position = claim"
            " WHERE varied AND claim IN (SELECT value FROM json_each(?))",
            claims - found,
        )
        places: dict[int, list[tuple[int, int]]] = {}
        for claim, article, place in rows:
            places.setdefault(article, []).append((claim, place))
        for article, text in self._index.texts(places):
            if phrase in text.casefold():
                said = self._index.sayings(article)
                found |= {c for c, place in places[article] if phrase in said.wording(place).casefold()}
        return found

    def _by_position(self, query: str, positions: Iterable[int]) -> list[Any]:
        return self._index.rows(query, sorted(positions))

    def _project(self, claims: set[int], side: Side) -> set[int]:
        """Claims as they are, or the articles they have a mention in."""
        if side == "claims":
            return claims
        return {
            article
            for article, _ in self._by_position(
                "SELECT article, claim FROM mention WHERE claim IN (SELECT value FROM json_each(?))", claims
            )
        }

    def _holding_word(self, word: str, side: Side) -> set[int]:
        return set(self.vocabulary.holders(word, side))

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
