"""Pane 1, second view: the claims of the whole corpus, sorted by what needs attention."""

from __future__ import annotations

from tui.app.cells import fill, wrap
from tui.app.marks import STATUS
from tui.app.rows import Parts, RowList
from tui.workspace.rows import ClaimRow


class ClaimList(RowList[ClaimRow]):
    """Status as glyph and word, how far the claim spread, what was decided, and its text."""

    number = 1
    heights = ((90, 1), (56, 2), (0, 3))

    def parts(self, row: ClaimRow, line: int, width: int) -> Parts:
        """Line `line` of a claim's row."""
        text = self.charset.clean(row.text)
        style = "decided" if self._verdict(row) else "plain"
        if self.row_height == 1:
            head = self._head(row, 44)
            room = width - sum(len(piece) for piece, _ in head) - 1
            return [*head, (" ", "plain"), (fill(text, room, self._dots), style)]
        if line == 0:
            return self._head(row, width)
        lines = wrap(text, width)
        if line > len(lines):
            return []
        start, end = lines[line - 1]
        end = len(text) if line == self.row_height - 1 else end
        return [(fill(text[start:end], width, self._dots), style)]

    @property
    def _dots(self) -> str:
        return self.marks.sign.ellipsis

    def _head(self, row: ClaimRow, width: int) -> Parts:
        glyph = f"{self.marks.status(row.status):2} "
        spread = f"{row.articles} art {row.origins} orig"
        verdict = self._verdict(row)
        parts: Parts = [(glyph, STATUS[row.status].style), (f"{row.status:13}", STATUS[row.status].style)]
        if width >= 44 or not verdict:
            parts.append((f"{spread:15}", "dim"))
        room = max(0, width - sum(len(text) for text, _ in parts))
        return [*parts, (fill(verdict, room, self._dots), "good")]

    def _verdict(self, row: ClaimRow) -> str:
        """What was decided, looked up when drawn: the rows are not fetched again after each key."""
        decision = self._app.workspace.decision(row.id)
        if decision is None:
            return ""
        return f"{self.marks.sign.reopened if decision.reopened else '='} {decision.verdict}"
