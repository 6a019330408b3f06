"""Back and forward between places in articles, like a browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Spot(NamedTuple):
    """A span of an article, and the claim that was being inspected there."""

    article: str
    start: int
    end: int
    claim: str | None = None


@dataclass
class Trail:
    """The places visited; a visit from the middle forgets what lay ahead."""

    spots: list[Spot] = field(default_factory=list)
    index: int = 0

    def visit(self, here: Spot | None, there: Spot) -> None:
        """Leave `here` (as it is at this moment) for `there`."""
        del self.spots[self.index :]
        if here is not None:
            self.spots.append(here)
        self.spots.append(there)
        self.index = len(self.spots) - 1

    def travel(self, steps: int, here: Spot | None) -> Spot | None:
        """The place `steps` back (negative) or forward, or None; `here` is kept for the way back."""
        goal = self.index + steps
        if not 0 <= goal < len(self.spots):
            return None
        if here is not None:
            self.spots[self.index] = here
        self.index = goal
        return self.spots[goal]
