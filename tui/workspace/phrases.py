"""Where words stand one after the other in the words of a claim."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, compress
from typing import NamedTuple

from tui.workspace.vocabulary import Vocabulary

_REMEMBERED = 8  # beginnings of phrases: while one is typed, only its last word is looked up
_FEW = 10_000  # places that are quickly put into a set


class Spots(NamedTuple):
    """Places in the words of all claims behind each other, and the claim of each."""

    places: Sequence[int]
    claims: Sequence[int]

    def chosen(self, marks: bytes) -> Spots:
        """Those marked."""
        places, claims = (array("I", compress(column, marks)) for column in self)
        return Spots(places, claims)


class Phrases:
    """The claims that hold a phrase; found by the places of its words, no text is read."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._behind = lru_cache(_REMEMBERED)(self._find_behind)
        self._begun: tuple[tuple[str, ...], str] = ((), "")  # the last phrase whose last word may go on
        self._found = Spots((), ())  # where it has that word

    def prepare(self) -> None:
        """Load what the first phrase needs."""
        self._vocabulary.places(range(0))

    def claims(self, parts: Sequence[str], begun: bool) -> Iterable[int]:
        """The claims with the words `parts` in this order, some twice; `begun`: the last may go on."""
        *before, last = parts
        numbers = self._vocabulary.beginning(last) if begun else self._vocabulary.exactly(last)
        if not before:
            return chain.from_iterable(self._vocabulary.positions(numbers, "claims"))
        found = self._at(self._candidates(tuple(before), last), numbers)
        if begun:
            self._begun, self._found = (tuple(before), last), found
        return found.claims

    def _candidates(self, before: tuple[str, ...], last: str) -> Spots:
        """Where the last word may stand; a letter more can only take away some of what there was."""
        known, typed = self._begun
        return self._found if known == before and last.startswith(typed) else self._behind(before)

    def _find_behind(self, parts: tuple[str, ...]) -> Spots:
        """The places right behind a phrase."""
        *before, last = parts
        numbers = self._vocabulary.exactly(last)
        if before:
            places, claims = self._at(self._behind(tuple(before)), numbers)
        else:
            places = self._vocabulary.places(numbers)
            claims = array("I", chain.from_iterable(self._vocabulary.positions(numbers, "claims")))
        return Spots(array("I", map((1).__add__, places)), claims)

    def _at(self, spots: Spots, numbers: range) -> Spots:
        """Those where one of the words `numbers` stands."""
        held = self._vocabulary.places(numbers)
        if len(spots.places) < _FEW:
            found = set(spots.places).intersection(held)
            return spots.chosen(bytes(map(found.__contains__, spots.places)))
        marked = bytearray(self._vocabulary.room)
        for place in held:
            marked[place] = 1
        return spots.chosen(bytes(map(marked.__getitem__, spots.places)))
