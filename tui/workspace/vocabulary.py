"""The words of a corpus, and the claims and articles that hold each of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Literal

from tui.workspace.codec import decode
from tui.workspace.index import Index
from tui.workspace.postings import BETWEEN
from tui.workspace.press import Press, unpack

Side = Literal["claims", "articles"]
ALIKE = 75  # smallest rapidfuzz ratio (0..100) of words that count as spelt alike
_MOST_ALIKE = 50  # words
_INSIDE = 3  # letters from which what is typed may stand inside a word
_LAST = "\U0010ffff"  # comes after whatever a word goes on with


class Vocabulary:
    """All words in alphabetical order; the positions of each stand one after the other in one long array."""

    def __init__(self, index: Index) -> None:
        self.words: list[str] = []
        claims, articles = _Joined(), _Joined()
        self._held = {"claims": claims, "articles": articles}
        for words, counts, *packed in index.rows(
            "SELECT words, counts, claims, articles FROM word ORDER BY number"
        ):
            block = decode(Press(b"").unpack(words)).split(BETWEEN)
            sizes = unpack(counts)
            self.words += block
            claims.extend(sizes[: len(block)], unpack(packed[0]))
            articles.extend(sizes[len(block) :], unpack(packed[1]))
        self._text = BETWEEN.join(self.words)
        self._begins = array("I", [0, *accumulate(len(word) + len(BETWEEN) for word in self.words)])

    def tiers(self, typed: str) -> tuple[Sequence[int], ...]:
        """The numbers of the words that match, weakest kind first, each word once.

        Spelt alike, if there are no others; holding what is typed; beginning with it; the word itself.
        """
        words = self.words
        first, last = bisect_left(words, typed), bisect_left(words, typed + _LAST)
        exact = 1 if first < last and words[first] == typed else 0
        inside: list[int] = []
        if len(typed) >= _INSIDE:
            inside = [number for number in self._holding(typed) if not first <= number < last]
        alike = () if inside or first < last else self._spelt_alike(typed)
        return alike, inside, range(first + exact, last), range(first, first + exact)

    def holders(self, word: str, side: Side) -> Sequence[int]:
        """The positions that hold just this word."""
        number = bisect_left(self.words, word)
        found = number < len(self.words) and self.words[number] == word
        return self._held[side].slice(number, number + 1) if found else ()

    def _holding(self, typed: str) -> Iterator[int]:
        """The numbers of the words that hold `typed`, found in all words written as one text."""
        at = self._text.find(typed)
        while at >= 0:
            number = bisect_right(self._begins, at) - 1
            yield number
            at = self._text.find(typed, self._begins[number] + len(self.words[number]))

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
    """Lists of positions behind each other, and where each begins."""

    def __init__(self) -> None:
        self._positions = array("I")
        self._starts = array("I", [0])

    def extend(self, sizes: Sequence[int], positions: array[int]) -> None:
        """Lists of these sizes behind those there are."""
        self._starts.extend(accumulate(sizes[1:], initial=self._starts[-1] + sizes[0]))
        self._positions.extend(positions)

    def slice(self, first: int, last: int) -> Sequence[int]:
        """The positions of the lists from number `first` to before `last`."""
        return self._positions[self._starts[first] : self._starts[last]]
