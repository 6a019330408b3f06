"""A list of rows with a cursor, fetched one row at a time and drawn line by line.

Rows may stand under headings.  A heading is one line above the first row of its section and nothing else:
the cursor, the counts and the row numbers know rows only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.cells import clip
from tui.app.lines import strip, width_of
from tui.app.pane import Pane
from tui.workspace.grouping import Section
from tui.workspace.listing import Listing


class Identified(Protocol):
    """A row that can be found again after the list has changed."""

    @property
    def id(self) -> str:
        """Unique inside the list."""
        ...


R = TypeVar("R", bound=Identified)
Parts = list[tuple[str, str]]
"""Pieces of one line with the names of their styles."""


class RowList(Pane, Generic[R]):
    """Rows of the same height; the cursor redraws only the row it leaves and the row it enters."""

    heights: tuple[tuple[int, int], ...] = ((60, 1), (0, 2))

    class Moved(Message):
        """The cursor stands on another row."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves matters."""
            return isinstance(message, RowList.Moved)

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.rows: Listing[R] = Listing((), lambda _: (), lambda _: None)
        self.sections: Sequence[Section] = ()
        self._starts: list[int] = []  # the first row of each section
        self.cursor = 0
        self.strayed = False  # the cursor moved, and what follows it has not yet

    def parts(self, row: R, line: int, width: int) -> Parts:
        """Line `line` of `row` as styled pieces of clean text."""
        raise NotImplementedError

    def sign(self, row: R) -> str:  # noqa: ARG002
        """One cell between the cursor and the row."""
        return " "

    # -- what is in it

    @property
    def row_height(self) -> int:
        """Lines a row takes: of `heights`, (least width, lines), the first that fits."""
        width = self.width
        return next(lines for least, lines in self.heights if width >= least)

    @property
    def line_count(self) -> int:
        """Lines in all; an empty list has those that say why."""
        if not self.rows:
            return len(self.reason(self.width))
        return len(self.rows) * self.row_height + len(self.sections)

    @property
    def current(self) -> R | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def position(self) -> str:
        """``12/47``, if not everything is in view."""
        return f"{self.cursor + 1}/{len(self.rows)}" if self.line_count > self.height else ""

    def load(self, rows: Listing[R], keep: str | None = None, anew: bool = False) -> None:
        """Show `rows`; the cursor stays on the row with id `keep` if it is there, else near where it was.

        With `anew` it goes to the first row instead: where it was means nothing among other rows.
        """
        self.rows, self.sections = rows, rows.sections
        self._starts = [section.start for section in self.sections]
        found = None if keep is None else self.find(keep)
        if found is None:
            found = 0 if anew else min(self.cursor, max(0, len(rows) - 1))
        self.cursor = found
        self.top = min(self.top, max(0, self.line_count - 1))
        self._reveal()
        self.refresh()

    def find(self, ident: str) -> int | None:
        """The index of the row with that id; the neighbourhood of the cursor is looked at first."""
        near = range(self.cursor, min(self.cursor + 3, len(self.rows)))
        found = next((index for index in near if self.rows[index].id == ident), None)
        return self.rows.find(ident) if found is None else found

    # -- moving

    def move(self, steps: int) -> None:
        """Move the cursor by `steps` rows."""
        self.go(max(0, self.cursor + steps))

    def go(self, index: int) -> None:
        """Put the cursor on row `index` (negative: from the end) and say so."""
        if self.select(index):
            self.strayed = True
            self.post_message(self.Moved())

    def select(self, index: int) -> bool:
        """Put the cursor on row `index` without telling anybody; true if it moved."""
        index = max(0, min(index if index >= 0 else len(self.rows) + index, len(self.rows) - 1))
        if index == self.cursor or not self.rows:
            return False
        before, self.cursor = self.cursor, index
        if not self._reveal():
            self.redraw_row(before)
            self.redraw_row(index)
        return True

    def step_section(self, steps: int) -> bool:
        """To the first row `steps` sections further (back: this one’s first); false at either end."""
        here = bisect_right(self._starts, self.cursor) - 1
        if steps < 0 and self._starts and self.cursor > self._starts[here]:
            steps += 1
        goal = max(0, min(here + steps, len(self._starts) - 1))
        if not self._starts or self._starts[goal] == self.cursor:
            return False
        self.go(self._starts[goal])
        return True

    @property
    def section(self) -> Section | None:
        """The section the cursor is in."""
        return self.sections[bisect_right(self._starts, self.cursor) - 1] if self.sections else None

    def page(self, pages: float) -> None:
        """Move the cursor by pages."""
        self.move(self.page_lines(pages))

    def page_lines(self, pages: float) -> int:
        """Rows, not lines, since that is what the cursor moves by."""
        rows = super().page_lines(pages) // self.row_height
        return rows or (1 if pages > 0 else -1)

    def redraw_row(self, index: int) -> None:
        """Draw one row again."""
        self.redraw_lines(self._line_of(index), self.row_height)

    def _reveal(self) -> bool:
        """Bring the cursor's row into view, and the heading if it is the first below one."""
        above = bisect_right(self._starts, self.cursor)
        headed = 1 if above and self._starts[above - 1] == self.cursor else 0
        return self.show_line(self._line_of(self.cursor) - headed, self.row_height + headed)

    def whole(self, top: int) -> int:
        """No row is cut at the top."""
        _, inner = self._row_at(top)
        return top + self.row_height - inner if inner > 0 else top

    def _line_of(self, index: int) -> int:
        """The first line of row `index`."""
        return index * self.row_height + bisect_right(self._starts, index)

    def _row_at(self, line: int) -> tuple[int, int]:
        """The row that has `line` and which of its lines that is; -1 for the heading above it."""
        height, starts = self.row_height, self._starts
        section = bisect_right(range(len(starts)), line, key=lambda s: starts[s] * height + s) - 1
        if section >= 0 and starts[section] * height + section == line:
            return starts[section], -1
        return divmod(line - section - 1, height)

    def relayout(self, width: int) -> None:  # noqa: ARG002
        """Rows may have another height: keep the cursor in view."""
        self._reveal()

    # -- drawing

    def line(self, index: int, width: int) -> Strip:
        """A line of a row, or the reason why there is none."""
        if not self.rows:
            return self.reason_line(index, width)
        number, inner = self._row_at(index)
        if inner < 0:
            return self._heading(self.sections[bisect_right(self._starts, number) - 1], width)
        chosen = number == self.cursor
        ground = self.ground(chosen)
        mark = self.marks.sign.cursor if chosen and inner == 0 else " "
        pieces = [(mark + (self.sign(self.rows[number]) if inner == 0 else " "), ground)]
        pieces += [
            (text, self._style(name, ground, chosen))
            for text, name in self._row_parts(number, inner, width - 2)
        ]
        return strip(pieces, width, ground if chosen and self.has_focus else self.looks["plain"])

    def _heading(self, section: Section, width: int) -> Strip:
        """What the rows below have in common, and how many they are."""
        sign = self.marks.sign
        rule = f"{sign.folded if section.folded else sign.rule} "
        count = f" {section.rows}"
        room = max(0, width - width_of(rule + count))
        title = clip(self.charset.say(section.title), room, sign.ellipsis)
        pieces = [(rule, self.looks["dim"]), (title, self.looks["heading"]), (count, self.looks["dim"])]
        return strip(pieces, width)

    def _row_parts(self, number: int, inner: int, width: int) -> Parts:
        return self.parts(self.rows[number], inner, width)

    def _style(self, name: str, ground: Style, chosen: bool) -> Style:
        if chosen and self.has_focus:
            return ground
        return self.looks[name] + ground if chosen else self.looks[name]

    def on_focus(self) -> None:
        """The cursor is drawn more strongly."""
        self.redraw_row(self.cursor)

    def on_blur(self) -> None:
        """The cursor is drawn more weakly."""
        self.redraw_row(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Select the row, below a heading the first one; a double click opens it."""
        number, _ = self._row_at(self.top + event.y - 1)
        if 0 <= number < len(self.rows):
            self.go(number)
            self.post_message(self.Touched(self, opened=event.chain > 1))
