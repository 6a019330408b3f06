"""The base of those sheets that are composed as lines: what stays the same is not drawn again."""

from __future__ import annotations

from textual import events
from textual.strip import Strip

from tui.app.lines import strip
from tui.app.pane import Pane
from tui.app.paragraphs import Piece


class LinePage(Pane):
    """Lines of styled pieces, composed for a width."""

    def __init__(self) -> None:
        super().__init__("sheet")
        self._lines: list[list[Piece]] = []

    def compose_lines(self, width: int) -> list[list[Piece]]:
        """All lines for `width` cells."""
        raise NotImplementedError

    @property
    def line_count(self) -> int:
        """Lines in all."""
        return len(self._lines)

    def relayout(self, width: int) -> None:
        """Compose for another width."""
        self._lines = self.compose_lines(width)

    def renew(self) -> None:
        """Compose again, and draw the lines that changed."""
        before = self._lines
        self.relayout(self.width)
        for index in range(max(len(before), len(self._lines))):
            if before[index : index + 1] != self._lines[index : index + 1]:
                self.redraw_lines(index)
        self.scroll_to_line(self.top)

    def line(self, index: int, width: int) -> Strip:
        """A line as it was composed."""
        return strip([(text, self.looks[style]) for text, style in self._lines[index]], width)

    def on_click(self, event: events.Click) -> None:
        """A double click opens."""
        self.post_message(self.Touched(self, opened=event.chain > 1))
