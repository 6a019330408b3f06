"""Which claims or articles a query matches, and how well.

Every condition is a look-up of positions in the index.  A word of the query matches the corpus's own
words, best first: the same word, words that begin with it, words that contain it, and, if there are none
of these, words spelt alike (rapidfuzz ratio ≥ 75).  So the cost of a keystroke depends on the vocabulary,
not on the length of the texts.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

from tui.workspace import codec
from tui.workspace.index import Index
from tui.workspace.postings import unpack, words
from tui.workspace.query import OWN_FIELDS, Query, Term, holds

Side = Literal["claims", "articles"]
ALIKE = 75  # smallest rapidfuzz ratio (0..100) of words that count as spelt alike


class Search:
    """The look-ups of one index.  `triage` gives the positions of claims for a field the person fills."""

    def __init__(self, index: Index, triage: Callable[[str, str], set[int]]) -> None:
        self._index = index
        self._triage = triage
        self._values = cache(self._load_values)
        self._postings = cache(self._load_postings)

    def match(self, query: Query, side: Side) -> dict[int, int]:
        """The positions that match any alternative, each with its score (higher is better)."""
        best = self._match_all(query[0], side) if query else self._all(side)
        for terms in query[1:]:
            for position, score in self._match_all(terms, side).items():
                best[position] = max(score, best.get(position, 0))
        return best

    def _match_all(self, terms: Sequence[Term], side: Side) -> dict[int, int]:
        wanted = [self._find(term, side) for term in terms if not term.negated]
        scores = wanted[0] if wanted else self._all(side)
        for found in wanted[1:]:
            scores = {
                position: score + found[position] for position, score in scores.items() if position in found
            }
        for term in terms:
            if term.negated:
                unwanted = self._find(term, side)
                scores = {position: score for position, score in scores.items() if position not in unwanted}
        return scores

    def _all(self, side: Side) -> dict[int, int]:
        return dict.fromkeys(range(self._index.count("claim" if side == "claims" else "article")), 0)

    def _find(self, term: Term, side: Side) -> dict[int, int]:
        if term.field == "word":
            return self._find_word(term.value, side)
        if term.field == "phrase":
            return dict.fromkeys(self._find_phrase(term.value, side), 1)
        if term.field in OWN_FIELDS:
            return dict.fromkeys(self._project(self._triage(term.field, term.value), side), 1)
        matches = _MATCHES[term.field]
        values = [value for value in self._values(term.field) if matches(value, term.value)]
        return dict.fromkeys(self._union(term.field, values, side), 1)

    def _find_word(self, typed: str, side: Side) -> dict[int, int]:
        scores: dict[int, int] = {}
        for number, part in enumerate(words(typed)):
            found: dict[int, int] = {}
            for score, tier in enumerate(self._tiers(part)):
                found.update(dict.fromkeys(self._union("word", tier, side), score))
            scores = found if number == 0 else {p: s + found[p] for p, s in scores.items() if p in found}
        return scores

    def _tiers(self, typed: str) -> tuple[Sequence[str], ...]:
        """The corpus's words that match, weakest kind first."""
        vocabulary = self._values("word")
        inside = [word for word in vocabulary if typed in word]
        if not inside:
            return (_spelt_alike(typed, vocabulary),)
        begun = [word for word in inside if word.startswith(typed)]
        return (), inside, begun, [word for word in begun if word == typed]

    def _find_phrase(self, phrase: str, side: Side) -> set[int]:
        """Positions where the phrase stands in a claim's words (or an article's title)."""
        parts = words(phrase)
        if not parts:
            return set()
        claims = set.intersection(*(self._union("word", [part], "claims") for part in parts))
        found = self._project(self._holding(phrase, claims), side)
        if side == "articles":
            articles = set.intersection(*(self._union("word", [part], "articles") for part in parts))
            rows = self._by_position(
                "SELECT position, title FROM article WHERE position IN (SELECT value FROM json_each(?))",
                articles,
            )
            found |= {position for position, title in rows if phrase in (title or "").casefold()}
        return found

    def _holding(self, phrase: str, claims: set[int]) -> set[int]:
        texts = self._by_position(
            "SELECT position, text FROM claim WHERE position IN (SELECT value FROM json_each(?))", claims
        )
        found = {position for position, text in texts if phrase in text.casefold()}
        mentions = self._by_position(
            "SELECT claim, body FROM mention WHERE claim IN (SELECT value FROM json_each(?))", claims - found
        )
        return found | {claim for claim, body in mentions if _says(body, phrase)}

    def _by_position(self, query: str, positions: Iterable[int]) -> list[tuple[int, str]]:
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

    def _union(self, field: str, values: Iterable[str], side: Side) -> set[int]:
        return set().union(*(self._postings(field, value, side) for value in values))

    def _load_values(self, field: str) -> list[str]:
        return [value for (value,) in self._index.rows("SELECT value FROM posting WHERE field = ?", field)]

    def _load_postings(self, field: str, value: str, side: Side) -> array[int]:
        query = f"SELECT {side} FROM posting WHERE field = ? AND value = ?"  # noqa: S608
        found = self._index.rows(query, field, value)
        return unpack(found[0][0]) if found else array("I")


def _says(body: str, phrase: str) -> bool:
    """Whether a packed mention's text holds a phrase; most are ruled out without unpacking."""
    return phrase in body.casefold() and phrase in codec.unpack_mention(body).text.casefold()


def _spelt_alike(typed: str, vocabulary: Sequence[str]) -> list[str]:
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    if len(typed) < 3:
        return []
    return [word for word, _, _ in extract(typed, vocabulary, scorer=ratio, score_cutoff=ALIKE, limit=50)]


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
