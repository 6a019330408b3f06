"""Near-copies in the list of articles: under their originals, or folded away."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from tui.workspace.index import Index


class Folding:
    """Which articles of an index are near-copies of which, by position."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def originals(self) -> Mapping[int, int]:
        """The original of each near-copy."""
        return dict(self._index.rows("SELECT article, original FROM copy"))

    @cached_property
    def copies(self) -> Mapping[int, Sequence[int]]:
        """The near-copies of each original, in the order of the list."""
        held: dict[int, list[int]] = {}
        for copy, original in sorted(self.originals.items()):
            held.setdefault(original, []).append(copy)
        return held

    def arrange(self, positions: Sequence[int], unfolded: Collection[int]) -> Sequence[int]:
        """`positions` without the near-copies of an article among them, except below an unfolded one.

        A near-copy whose original is not among them keeps its place: nothing that matches is lost.
        """
        if not self.originals:
            return positions
        present = set(positions)
        arranged = array("I")
        for position in positions:
            if self.originals.get(position) not in present:
                arranged.append(position)
                if position in unfolded:
                    arranged.extend(copy for copy in self.copies.get(position, ()) if copy in present)
        return arranged
