"""The words of a corpus, and the claims that hold each of them, the articles that are named with it."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from operator import add
from typing import Literal

from tui.workspace.codec import decode
from tui.workspace.index import Index
from tui.workspace.occurrences import BETWEEN
from tui.workspace.press import Press, unpack, unpack_numbers

Holding = Literal["claims", "names"]
ALIKE = 75  # smallest rapidfuzz ratio (0..100) of words that count as spelt alike
_MOST_ALIKE = 50  # words
_INSIDE = 3  # letters from which what is typed may stand inside a word
_LAST = "\U0010ffff"  # comes after whatever a word goes on with


class Vocabulary:
    """All words in alphabetical order; the positions of each stand one after the other in one long array.

    A claim stands there as often as it has the word.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.words: list[str] = []
        claims, names = _Joined(), _Joined()
        self._held = {"claims": claims, "names": names}
        for words, counts, *packed in index.rows(
            "SELECT words, counts, claims, articles FROM word ORDER BY number"
        ):
            block = decode(Press(b"").unpack(words)).split(BETWEEN)
            sizes = unpack_numbers(counts)
            self.words += block
            claims.extend(sizes[: len(block)], unpack(packed[0]))
            names.extend(sizes[len(block) :], unpack(packed[1]))
        self._text = BETWEEN.join(self.words)
        self._begins = array("I", [0, *accumulate(len(word) + len(BETWEEN) for word in self.words)])

    def tiers(self, typed: str) -> tuple[Sequence[int], ...]:
        """The numbers of the words that match, weakest kind first, each word once.

        Spelt alike, if there are no others; holding what is typed; beginning with it; the word itself.
        """
        found, exact = self.beginning(typed), self.exactly(typed)
        inside: list[int] = []
        if len(typed) >= _INSIDE:
            inside = [number for number in self._holding(typed) if number not in found]
        alike = () if inside or found else self._spelt_alike(typed)
        return alike, inside, range(found.start + len(exact), found.stop), exact

    def exactly(self, word: str) -> range:
        """The number of a word, none if there is no such word."""
        first = bisect_left(self.words, word)
        return range(first, first + (first < len(self.words) and self.words[first] == word))

    def beginning(self, typed: str) -> range:
        """The numbers of the words that begin with what is typed."""
        return range(bisect_left(self.words, typed), bisect_left(self.words, typed + _LAST))

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

    def positions(self, numbers: Sequence[int], holding: Holding) -> Iterable[Sequence[int]]:
        """The positions of some words: lists that may overlap."""
        held = self._held[holding]
        if isinstance(numbers, range):
            return [held.slice(numbers.start, numbers.stop)]
        return [held.slice(number, number + 1) for number in numbers]

    @property
    def room(self) -> int:
        """How many places there are."""
        return self._starts[-1] + 1

    def places(self, numbers: range) -> Sequence[int]:
        """Where some words stand if those of all claims stand behind each other."""
        return self._held["claims"].part(self._places, numbers.start, numbers.stop)

    @cached_property
    def _starts(self) -> array[int]:
        """Where each claim begins, and where the last one ends."""
        ((lengths,),) = self._index.rows("SELECT lengths FROM stretch")
        return array("I", accumulate(unpack_numbers(lengths), initial=0))

    @cached_property
    def _places(self) -> array[int]:
        """Loading them takes as long as several keystrokes, and no one needs them but for phrases."""
        claims = self._held["claims"].positions
        packed = self._index.rows("SELECT places FROM word ORDER BY number")
        inside = chain.from_iterable(unpack_numbers(places) for (places,) in packed)
        return array("I", map(add, map(self._starts.__getitem__, claims), inside))


class _Joined:
    """Lists of positions behind each other, and where each begins."""

    def __init__(self) -> None:
        self.positions = array("I")
        self._starts = array("I", [0])

    def extend(self, sizes: Sequence[int], positions: array[int]) -> None:
        """Lists of these sizes behind those there are."""
        self._starts.extend(accumulate(sizes[1:], initial=self._starts[-1] + sizes[0]))
        self.positions.extend(positions)

    def slice(self, first: int, last: int) -> Sequence[int]:
        """The positions of the lists from number `first` to before `last`."""
        return self.part(self.positions, first, last)

    def part(self, joined: array[int], first: int, last: int) -> Sequence[int]:
        """What stands in `joined` where those lists have their positions."""
        return joined[self._starts[first] : self._starts[last]]
