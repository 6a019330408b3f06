"""A pane of paragraphs, some of which lead somewhere; the cursor stands on those."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual import events
from textual.strip import Strip

from tui.app.cells import wrap
from tui.app.inspector_entries import Entry
from tui.app.lines import Run, overlaid, strip, width_of
from tui.app.pane import Pane
from tui.app.paragraphs import runs_of

if TYPE_CHECKING:
    from tui.workspace.dossier import Target


class _Placed(NamedTuple):
    """A visual line: an entry and the part of its text that stands there."""

    entry: int
    start: int
    end: int


class EntryList(Pane):
    """Entries wrapped to lines; the cursor stands on entries that have a target."""

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.entries: tuple[Entry, ...] = ()
        self.cursor: int | None = None
        self._lines: list[_Placed] = []
        self._runs: list[list[Run]] = []

    def fill(self, entries: tuple[Entry, ...], keep: bool = False) -> None:
        """Show `entries`, clean for the terminal; with `keep` the cursor and the place stay."""
        self.entries = entries
        self._runs = [runs_of(entry.pieces) for entry in entries]
        if not keep:
            self.top = 0
            self.cursor = next(iter(self._stops()), None)
        elif self.cursor not in self._stops():
            self.cursor = next(iter(self._stops()), None)
        self.relayout(self.width)
        self.refresh()
        self.show_position()

    @property
    def target(self) -> Target | None:
        """Where the selected row leads."""
        return None if self.cursor is None else self.entries[self.cursor].target

    @property
    def line_count(self) -> int:
        """Lines of all entries."""
        return len(self._lines) or len(self.reason(self.width))

    def relayout(self, width: int) -> None:
        """Wrap every entry; two cells are kept for the cursor."""
        self._lines = [
            _Placed(number, start, end)
            for number, entry in enumerate(self.entries)
            for start, end in wrap(entry.text, width - 2 - entry.indent - width_of(entry.guide))
        ]

    # -- moving

    def _stops(self) -> list[int]:
        return [number for number, entry in enumerate(self.entries) if entry.target]

    def move(self, steps: int) -> None:
        """To the next rows that lead somewhere; beyond the last one the text scrolls on."""
        stops = self._stops()
        if not stops or self.cursor is None:
            self.scroll_lines(steps)
            return
        place = stops.index(self.cursor)
        goal = max(0, min(place + steps, len(stops) - 1))
        if goal == place:
            self.scroll_lines(steps)
            return
        self._select(stops[goal])

    def go(self, index: int) -> None:
        """To the selectable row `index`; negative counts from the end."""
        stops = self._stops()
        if stops:
            self._select(stops[max(-len(stops), min(index, len(stops) - 1))])
        self.scroll_to_line(0 if index == 0 else self.top)

    def page(self, pages: float) -> None:
        """Scroll, and take the cursor along to the first row visible."""
        lines = self.page_lines(pages)
        self.scroll_lines(lines)
        height = max(1, self.height)
        visible = {placed.entry for placed in self._lines[self.top : self.top + height]}
        inside = [stop for stop in self._stops() if stop in visible]
        if inside and self.cursor not in inside:
            self._select(inside[0] if lines > 0 else inside[-1])

    def _select(self, number: int) -> None:
        before, self.cursor = self.cursor, number
        first, count = self._extent(number)
        if not self.show_line(first, min(count, max(1, self.height))):
            for changed in (before, number):
                if changed is not None:
                    self.redraw_lines(*self._extent(changed))

    def _extent(self, number: int) -> tuple[int, int]:
        """First line and line count of an entry with those that belong to it."""
        last = number
        while last + 1 < len(self.entries) and self.entries[last + 1].belongs:
            last += 1
        lines = [index for index, placed in enumerate(self._lines) if number <= placed.entry <= last]
        return lines[0], len(lines)

    # -- drawing

    def line(self, index: int, width: int) -> Strip:
        """A visual line of an entry."""
        if not self._lines:
            return self.reason_line(index, width)
        number, start, end = self._lines[index]
        entry = self.entries[number]
        chosen = number == self.cursor
        ground = self.ground(chosen)
        sign = f"{self.marks.sign.cursor} " if chosen and start == 0 else "  "
        parts = [(sign + " " * entry.indent, ground)]
        parts.append((entry.guide if start == 0 else entry.below, self._style("dim", ground, chosen)))
        text = entry.text
        parts += [
            (text[a:b], self._style(style, ground, chosen))
            for a, b, style in overlaid(start, end, self._runs[number])
        ]
        return strip(parts, width, ground if chosen and self.has_focus else self.looks["plain"])

    def _style(self, name: str, ground: Style, chosen: bool) -> Style:
        return ground if chosen and self.has_focus else self.looks[name]

    # -- events

    def on_focus(self) -> None:
        """The cursor is drawn more strongly."""
        self._redraw_cursor()

    def on_blur(self) -> None:
        """The cursor is drawn more weakly."""
        self._redraw_cursor()

    def _redraw_cursor(self) -> None:
        if self.cursor is not None and self._lines:
            self.redraw_lines(*self._extent(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Select the row; a double click follows it."""
        index = self.top + event.y - 1
        if 0 <= index < len(self._lines):
            number = self._lines[index].entry
            while number > 0 and self.entries[number].belongs:
                number -= 1
            if self.entries[number].target:
                self._select(number)
        self.post_message(self.Touched(self, opened=event.chain > 1))
