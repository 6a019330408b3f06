"""A message too long for the footer, at length above it until the next key."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.strip import Strip
from textual.widget import Widget

from tui.app.cells import wrap
from tui.app.lines import painted, strip

if TYPE_CHECKING:
    from tui.app.application import ClaimsApp

_MOST = 2  # of the screen's height: one in so many


class Notice(Widget):
    """As many lines as the message needs, but no more than half of the screen."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._bad = False

    def say(self, message: str, bad: bool) -> None:
        """Show a message."""
        app = cast("ClaimsApp", self.app)
        text = app.marks.charset.say(message)
        lines = [text[start:end] for start, end in wrap(text, app.size.width)]
        self._lines, self._bad = lines[: max(1, app.size.height // _MOST)], bad
        self.styles.height = len(self._lines)
        self.display = True
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the message."""
        app = cast("ClaimsApp", self.app)
        text = self._lines[y] if y < len(self._lines) else ""
        return painted(
            strip([(text, app.looks["error" if self._bad else "bold"])], self.size.width), app.looks.base
        )
