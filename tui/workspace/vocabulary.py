"""The words of a corpus, and the claims and articles that hold each of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Literal

from tui.workspace.index import Index

Side = Literal["claims", "articles"]
ALIKE = 75  # smallest rapidfuzz ratio (0..100) of words that count as spelt alike
_MOST_ALIKE = 50  # words
_INSIDE = 3  # letters from which what is typed may stand inside a word
_LAST = "\U0010ffff"  # comes after whatever a word goes on with


class Vocabulary:
    """All words in alphabetical order; the positions of each stand one after the other in one long array."""

    def __init__(self, index: Index) -> None:
        rows = index.rows("SELECT value, claims, articles FROM posting WHERE field = 'word' ORDER BY value")
        self.words: list[str] = [word for word, _, _ in rows]
        self._held = {
            "claims": _Joined([row[1] for row in rows]),
            "articles": _Joined([row[2] for row in rows]),
        }

    def tiers(self, typed: str) -> tuple[Sequence[int], ...]:
        """The numbers of the words that match, weakest kind first, each word once.

        Spelt alike, if there are no others; holding what is typed; beginning with it; the word itself.
        """
        words = self.words
        first, last = bisect_left(words, typed), bisect_left(words, typed + _LAST)
        exact = 1 if first < last and words[first] == typed else 0
        inside: list[int] = []
        if len(typed) >= _INSIDE:
            inside = [number for number, word in enumerate(words) if typed in word]
            inside = [number for number in inside if not first <= number < last]
        alike = () if inside or first < last else self._spelt_alike(typed)
        return alike, inside, range(first + exact, last), range(first, first + exact)

    def _spelt_alike(self, typed: str) -> list[int]:
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extract

        if len(typed) < _INSIDE:
            return []
        found = extract(typed, self.words, scorer=ratio, score_cutoff=ALIKE, limit=_MOST_ALIKE)
        return [number for _, _, number in found]

    def positions(self, numbers: Sequence[int], side: Side) -> Iterable[Sequence[int]]:
        """The positions of some words: lists that may overlap."""
        held = self._held[side]
        if isinstance(numbers, range):
            return [held.slice(numbers.start, numbers.stop)]
        return [held.slice(number, number + 1) for number in numbers]


class _Joined:
    """Packed lists of positions behind each other, and where each begins."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        self._positions = array("I")
        self._positions.frombytes(b"".join(packed))
        size = self._positions.itemsize
        self._starts = array("I", [0, *accumulate(len(piece) // size for piece in packed)])

    def slice(self, first: int, last: int) -> Sequence[int]:
        """The positions of the lists from number `first` to before `last`."""
        return self._positions[self._starts[first] : self._starts[last]]
