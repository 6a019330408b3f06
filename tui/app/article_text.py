"""The article as the middle pane shows it: a head, the wrapped text, and the claims in it by line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from tui.app.cells import Charset, wrap
from tui.workspace.rows import PlacedMention

MEASURE = 96  # cells; longer lines are hard to read


class Extent(NamedTuple):
    """Lines first..last, both included."""

    first: int
    last: int


@dataclass
class ArticleText:
    """Text and mentions of one article at one width; line numbers count the head's lines first.

    `mentions` are sorted by (start, end).  All look-ups are by bisection, whatever the length.
    """

    text: str
    head: list[tuple[str, str]]
    mentions: Sequence[PlacedMention]
    width: int
    lines: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = wrap(self.text, min(self.width, MEASURE))
        self._starts = [line[0] for line in self.lines]
        self._firsts = [placed.mention.start for placed in self.mentions]
        self._reach = list(accumulate((placed.mention.end for placed in self.mentions), max))

    @classmethod
    def compose(
        cls,
        text: str,
        title: str,
        details: str,
        mentions: Sequence[PlacedMention],
        width: int,
        charset: Charset,
    ) -> ArticleText:
        """Clean `text`, and put `title` (unless the text begins with it) and `details` above it."""
        measure = max(2, min(width, MEASURE))
        head = []
        if text.lstrip().partition("\n")[0].strip() != title.strip():
            clean = charset.clean(title)
            head = [(clean[a:b], "title") for a, b in wrap(clean, measure)]
        for detail in map(charset.clean, details.split("\n")):
            head += [(detail[a:b], "dim") for a, b in wrap(detail, measure)]
        body = "\n".join(charset.clean(line) for line in text.split("\n"))
        return cls(body, [*head, ("", "plain")], mentions, measure)

    def __len__(self) -> int:
        return len(self.head) + len(self.lines)

    def line_of(self, offset: int) -> int:
        """The line in which `offset` stands."""
        return len(self.head) + max(0, bisect_right(self._starts, offset) - 1)

    def extent(self, start: int, end: int) -> Extent:
        """The lines that start..end covers."""
        return Extent(self.line_of(start), self.line_of(max(start, end - 1)))

    def within(self, start: int, end: int) -> range:
        """The indices among which all mentions that overlap start..end are."""
        return range(bisect_right(self._reach, start), bisect_left(self._firsts, end))

    def at(self, line: int) -> tuple[int, int]:
        """The offsets of a line below the head."""
        return self.lines[line - len(self.head)]

    def nearest(self, start: int, end: int, claim: str | None = None) -> int | None:
        """The mention that overlaps start..end most; one of `claim` is preferred, then a tight one."""
        best = None
        rank: tuple[bool, int, int] = (False, 0, 0)
        for index in self.within(start, end):
            mention = self.mentions[index].mention
            shared = min(mention.end, end) - max(mention.start, start)
            this = (self.mentions[index].claim == claim, shared, mention.start - mention.end)
            if shared > 0 and (best is None or this > rank):
                best, rank = index, this
        return best
