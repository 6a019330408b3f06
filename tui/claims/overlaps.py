"""Spans of a text, looked up by what they share with a stretch of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from tui.model import Span


class Overlaps:
    """Finds the spans that share characters with a stretch, at a cost that grows with those near it."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._rows = sorted((span.start, span.end, number) for number, span in enumerate(spans))
        self._starts = [start for start, _, _ in self._rows]
        self._reach = list(accumulate((end for _, end, _ in self._rows), max))  # the farthest end so far

    def meeting(self, start: int, end: int) -> list[int]:
        """The places in the sequence given, ascending, of the spans that share characters with start..end."""
        stop = bisect_left(self._starts, end)
        first = bisect_right(self._reach, start, 0, stop)
        if first == stop:
            return []
        near = self._rows[first:stop]
        return sorted([number for begin, finish, number in near if max(begin, start) < min(finish, end)])
