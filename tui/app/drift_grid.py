"""The drift grid: the quantities of a claim by the articles that give them, as written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from textual import events

from tui.app.guides import guides
from tui.app.line_page import LinePage
from tui.app.lines import width_of
from tui.app.paragraphs import Piece, flow, padded
from tui.workspace.drift import Column, Row, draw_up

if TYPE_CHECKING:
    from tui.model import Relation
    from tui.workspace.dossier import Dossier, Target

_LEAST, _MOST = 10, 26  # cells of a column
_STYLE: dict[Relation, str] = {"conflict": "warn", "agree": "good", "single": "dim"}


class _Stop(NamedTuple):
    """A figure the cursor can stand on: its row, its column, which one of the cell."""

    row: int
    column: int
    place: int


class DriftGrid(LinePage):
    """Rows and columns of figures; the first column and the head stay while the others scroll."""

    hints = ((("pane-left", "down", "up", "pane-right"), "figures"),)

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self.grid = draw_up(dossier)
        self._stops = [
            _Stop(number, column, place)
            for number, row in enumerate(self.grid.rows)
            for column, cells in enumerate(row.cells)
            for place in range(len(cells))
        ]
        self._at = 0
        self.first = 0  # the first column in view
        self._shown = 0  # how many columns are in view
        self._tops: list[int] = []  # the first line of each row

    @property
    def target(self) -> Target | None:
        """Where the figure under the cursor stands."""
        if not self._stops:
            return None
        row, column, place = self._stops[self._at]
        return self.grid.rows[row].cells[column][place].target

    @property
    def position(self) -> str:
        """Which articles are in view, if not all."""
        count = len(self.grid.columns)
        if self._shown >= count:
            return super().position
        return f"{self.first + 1}-{self.first + self._shown}/{count}"

    # -- moving

    def move(self, steps: int) -> None:
        """To the figure of another row that is nearest to this column."""
        if self._stops:
            here = self._stops[self._at]
            goal = max(0, min(here.row + steps, len(self.grid.rows) - 1))
            self._nearest(goal, here.column)
            if goal == here.row:
                self.scroll_lines(steps)

    def go(self, index: int) -> None:
        """To row `index`; negative counts from the end."""
        if self._stops:
            rows = len(self.grid.rows)
            self._nearest(max(0, min(index if index >= 0 else rows + index, rows - 1)), self.column)

    @property
    def column(self) -> int:
        """The column of the cursor."""
        return self._stops[self._at].column if self._stops else 0

    def turn(self, steps: int) -> bool:
        """To the next figure of the row; false if there is none in that direction."""
        goal = self._at + steps
        if not 0 <= goal < len(self._stops) or self._stops[goal].row != self._stops[self._at].row:
            return False
        self._select(goal)
        return True

    def swap(self) -> None:
        """To the next figure, row by row and round."""
        if self._stops:
            self._select((self._at + 1) % len(self._stops))

    def _nearest(self, row: int, column: int) -> None:
        inside = [n for n, stop in enumerate(self._stops) if stop.row == row]
        self._select(min(inside, key=lambda n: abs(self._stops[n].column - column)))

    def _select(self, number: int) -> None:
        self._at = number
        self.renew()
        row = self._stops[number].row
        bottom = self._tops[row + 1] if row + 1 < len(self._tops) else self.line_count
        self.show_line(self._tops[row] if row else 0, min(bottom - self._tops[row], max(1, self.height)))
        self.show_position()

    # -- composing

    def compose_lines(self, width: int) -> list[list[Piece]]:
        """The grid from column `first` on."""
        if not self.grid.rows:
            return flow([("  No figure is given for this claim.", "dim")], width)
        self._reveal(width)
        shown = self._in_view(width, self.first)
        self._shown = len(shown)
        widths = [self._side(width), *(self._width(column, width) for column in shown)]
        lines = list(self._joined([[], *(self._head(self.grid.columns[c]) for c in shown)], widths))
        self._tops = []
        for number, row in enumerate(self.grid.rows):
            lines.append(self._rule(widths))
            self._tops.append(len(lines))
            cells = [self._cell(number, column) for column in shown]
            lines += self._joined([self._quantity(row), *cells], widths)
        return [*lines, *self._foot(width)]

    def _reveal(self, width: int) -> None:
        """Move `first` so that the cursor's column is in view."""
        self.first = min(self.first, self.column)
        while self.first < self.column and self.column not in self._in_view(width, self.first):
            self.first += 1

    def _side(self, width: int) -> int:
        """Cells of the column with the quantities."""
        return max(_LEAST, min(_MOST, width // 4))

    def _in_view(self, width: int, first: int) -> list[int]:
        """The columns that fit from `first` on, at least one."""
        room = width - self._side(width)
        shown: list[int] = []
        for column in range(first, len(self.grid.columns)):
            room -= self._width(column, width) + 3
            if room < 0 and shown:
                break
            shown.append(column)
        return shown

    def _width(self, column: int, width: int) -> int:
        """Cells of a column: as its longest text needs, within limits."""
        texts = [f"{'!= ' * cell.apart}{cell.text}" for row in self.grid.rows for cell in row.cells[column]]
        head = self.grid.columns[column]
        longest = max(width_of(text) for text in (*texts, head.name, head.date or "undated"))
        most = max(_LEAST, min(_MOST, width - self._side(width) - 3))
        return max(_LEAST, min(longest, most))

    def _joined(self, blocks: Iterable[list[list[Piece]]], widths: list[int]) -> Iterator[list[Piece]]:
        """Blocks of paragraphs side by side, wrapped to `widths`."""
        bar = f" {guides(self.charset).vertical} "
        columns = [
            [line for pieces in block for line in flow(self._clean(pieces), width)]
            for block, width in zip(blocks, widths, strict=True)
        ]
        for lines in zip_longest(*columns, fillvalue=()):
            joined: list[Piece] = []
            for number, (line, width) in enumerate(zip(lines, widths, strict=True)):
                joined += [(bar, "dim"), *padded(line, width)] if number else padded(line, width)
            yield joined

    def _clean(self, pieces: Iterable[Piece]) -> list[Piece]:
        return [(self.charset.say(text), style) for text, style in pieces]

    def _rule(self, widths: list[int]) -> list[Piece]:
        line = guides(self.charset)
        cross = f"{line.horizontal}{line.cross}{line.horizontal}"
        return [(cross.join(line.horizontal * width for width in widths), "dim")]

    def _head(self, column: Column) -> list[list[Piece]]:
        return [[(column.name, "bold")], [(column.date or "undated", "dim")]]

    def _quantity(self, row: Row) -> list[list[Piece]]:
        return [[(row.quantity, "bold")], [(row.verdict, _STYLE[row.relation])]]

    def _cell(self, row: int, column: int) -> list[list[Piece]]:
        """Each figure of a cell on lines of its own; a dash where there is none."""
        here = self._stops[self._at]
        cells, sign = self.grid.rows[row].cells[column], self.marks.status("disputed")
        return [
            [(f"{sign} " * cell.apart + cell.text, "cursor" if here == (row, column, place) else "plain")]
            for place, cell in enumerate(cells)
        ] or [[(self.marks.sign.dot, "dim")]]

    def _foot(self, width: int) -> list[list[Piece]]:
        if not self.grid.silent:
            return []
        names = ", ".join(self.grid.silent)
        return [[], *flow(self._clean([("Without a figure: ", "bold"), (names, "plain")]), width)]

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row clicked; a double click goes to its place."""
        line = self.top + event.y - 1
        rows = [number for number, top in enumerate(self._tops) if top <= line]
        if rows:
            self.go(rows[-1])
        self.post_message(self.Touched(self, opened=event.chain > 1))
