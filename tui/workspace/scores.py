"""How well each position matches, one byte for each: 0 is no match, else the higher the better.

Whole lists are compared at once, as long numbers or with a table, so that a filter over hundreds of
thousands of claims can be typed.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import compress

Scores = bytes | bytearray
_MOST = 127  # a score; two of them add up without touching the next byte
_LEVELS = 6  # different scores up to which the positions are picked score by score
_CALM = bytes(min(score, _MOST) for score in range(256))
_FOUND = bytes([0, *[255] * 255])
_MISSED = bytes([255, *[0] * 255])
_LESS = bytes([0, *range(255)])  # one less


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


def best_first(order: Sequence[int], scores: Scores) -> Sequence[int]:
    """The positions of `order` that match, the best first, those that match alike as they stand there."""
    in_order = scores if isinstance(order, range) else bytes(map(scores.__getitem__, order))
    levels = sorted(set(in_order) - {0}, reverse=True)
    if len(levels) > _LEVELS:
        return sorted(compress(order, in_order), key=scores.__getitem__, reverse=True)
    found = array("I")
    for level in levels:
        found.extend(compress(order, in_order.translate(b"\0" * level + b"\1" + b"\0" * (255 - level))))
    return found
