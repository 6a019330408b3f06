"""The base of those sheets that are a list of entries."""

from __future__ import annotations

from tui.app.article_text import MEASURE
from tui.app.entry_list import EntryList


class EntryPage(EntryList):
    """Walks up and down, not sideways."""

    hints = ((("down", "up"), "walk"),)

    def relayout(self, width: int) -> None:
        """Lines no longer than can be read well."""
        super().relayout(min(width, MEASURE))

    def turn(self, steps: int) -> bool:  # noqa: ARG002
        """Nothing lies beside an entry."""
        return False

    def swap(self) -> None:
        """On to the next entry."""
        self.move(1)
