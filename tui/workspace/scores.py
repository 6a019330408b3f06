"""How well each position matches, one byte for each: 0 is no match, else the higher the better.

Whole lists are compared at once, as long numbers or with a table, so that a filter over hundreds of
thousands of claims can be typed.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import compress
from operator import itemgetter

Scores = bytes | bytearray
_MOST = 127  # a score; two of them add up without touching the next byte
_FEW = 8  # one in so many
_LEVELS = 6  # different scores up to which the positions are picked score by score
_CALM = bytes(min(score, _MOST) for score in range(256))
_FOUND = bytes([0, *[255] * 255])
_MISSED = bytes([255, *[0] * 255])
_LESS = bytes([0, *range(255)])  # one less
ONLY = [bytes(level) + b"\x01" + bytes(255 - level) for level in range(256)]  # this score alone


def every(size: int) -> Scores:
    """All positions match, none better than another."""
    return b"\x01" * size


def mark(size: int, tiers: Iterable[Iterable[Iterable[int]]]) -> Scores:
    """Positions by tier, weakest first; a tier is lists of positions, the first one scores 1."""
    scores = bytearray(size)
    for score, lists in enumerate(tiers, start=1):
        for positions in lists:
            for position in positions:
                scores[position] = score
    return scores


def both(one: Scores, other: Scores) -> Scores:
    """What matches both; the scores above 1 add up."""
    one, other = one.translate(_CALM), other.translate(_CALM)
    summed = _and(one, other.translate(_FOUND)) + _and(other, one.translate(_FOUND))
    return summed.to_bytes(len(one), "little").translate(_LESS)


def either(one: Scores, other: Scores) -> Scores:
    """What matches one of them, with the better score."""
    return bytes(map(max, one, other))


def without(one: Scores, other: Scores) -> Scores:
    """What matches `one` and not the other."""
    return _and(one, other.translate(_MISSED)).to_bytes(len(one), "little")


def _and(one: Scores, other: Scores) -> int:
    return int.from_bytes(one, "little") & int.from_bytes(other, "little")


class Order:
    """All positions in some order, out of which those that match are picked.

    Few of them are put in order; where there are many, the whole order is gone through.
    """

    def __init__(self, positions: Sequence[int]) -> None:
        self.positions = positions

    def best_first(self, scores: Scores) -> Sequence[int]:
        """The positions that match, the best first, those that match alike as they stand in the order."""
        count = len(scores) - scores.count(0)
        if count == 0:
            return array("I")
        if count * _FEW < len(scores):
            found = sorted(compress(range(len(scores)), scores), key=self._ranks.__getitem__)
            return sorted(found, key=scores.__getitem__, reverse=True)
        in_order = self._pick(scores)
        levels = sorted(set(in_order) - {0}, reverse=True)
        if len(levels) > _LEVELS:
            return sorted(compress(self.positions, in_order), key=scores.__getitem__, reverse=True)
        best = array("I")
        for level in levels:
            best.extend(compress(self.positions, in_order.translate(ONLY[level])))
        return best

    @cached_property
    def _ranks(self) -> Sequence[int]:
        """The place of each position in the order."""
        if isinstance(self.positions, range):
            return self.positions
        ranks = array("I", bytes(4 * len(self.positions)))
        for rank, position in enumerate(self.positions):
            ranks[position] = rank
        return ranks

    def _pick(self, scores: Scores) -> Scores:
        """The scores in the order."""
        if isinstance(self.positions, range):
            return scores
        return bytes(self._getter(scores))

    @cached_property
    def _getter(self) -> Callable[[Scores], tuple[int, ...]]:
        """Faster than a look-up for each position: the numbers are made once.

        The first one stands at the end again, since for one alone there would be no tuple.
        """
        getter: Callable[[Scores], tuple[int, ...]] = itemgetter(*self.positions, self.positions[0])
        return getter
