"""Pane 1, second view: the claims of the whole corpus, sorted by what needs attention."""

from __future__ import annotations

from tui.app.cells import fill, wrap
from tui.app.lines import width_of
from tui.app.marks import STATUS
from tui.app.rows import Parts, RowList
from tui.app.triage import FLAG
from tui.workspace.records import Decision
from tui.workspace.rows import ClaimRow


class ClaimList(RowList[ClaimRow]):
    """Status as glyph and word, how far the claim spread, what was decided, and its text."""

    number = 1
    heights = ((90, 1), (56, 2), (0, 3))

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.marked: dict[str, None] = {}

    def sign(self, row: ClaimRow) -> str:
        """Whether the row is marked."""
        return self.marks.sign.marked if row.id in self.marked else " "

    def parts(self, row: ClaimRow, line: int, width: int) -> Parts:
        """Line `line` of a claim's row."""
        text = self.charset.clean(row.text)
        decision = self._app.workspace.decision(row.id)
        style = "decided" if decision and not decision.reopened else "plain"
        if self.row_height == 1:
            head = self._head(row, decision, width // 2 if decision and decision.reopened else 44)
            room = width - sum(width_of(piece) for piece, _ in head) - 1
            return [*head, (" ", "plain"), (fill(text, room, self._dots), style)]
        if line == 0:
            return self._head(row, decision, width)
        reason = self._reopened(decision)
        if reason and line == self.row_height - 1 > 1:
            return [(fill(reason, width, self._dots), "warn")]
        return self._text(
            text, line, self.row_height - 1 - (bool(reason) and self.row_height > 2), width, style
        )

    def _text(self, text: str, line: int, last: int, width: int, style: str) -> Parts:
        """Line `line` of the claim's words, which have lines 1 to `last`."""
        lines = wrap(text, width)
        if line > len(lines):
            return []
        start, end = lines[line - 1]
        end = len(text) if line == last else end
        return [(fill(text[start:end], width, self._dots), style)]

    @property
    def _dots(self) -> str:
        return self.marks.sign.ellipsis

    def _head(self, row: ClaimRow, decision: Decision | None, width: int) -> Parts:
        """Status, spread, what was decided, flag, note and tags, as far as there is room."""
        glyph = f"{self.marks.status(row.status):2} "
        verdict = self._verdict(decision)
        remarks = self._remarks(row.id)
        parts: Parts = [(glyph, STATUS[row.status].style), (f"{row.status:13}", STATUS[row.status].style)]
        if width >= 44 or not (verdict or remarks):
            parts.append((f"{f'{row.articles} art {row.origins} orig':15}", "dim"))
        room = max(0, width - sum(width_of(text) for text, _ in parts))
        style = "warn" if decision and decision.reopened else "good"
        return [*parts, (fill(" ".join(filter(None, (remarks, verdict))), room, self._dots), style)]

    def _verdict(self, decision: Decision | None) -> str:
        """What was decided, looked up when drawn: the rows are not fetched again after each key."""
        if decision is None:
            return ""
        if decision.reopened:
            reason = f": {decision.reopened}" if self.row_height < 3 else ""
            return f"{self.marks.sign.reopened} {decision.verdict}{reason}"
        return f"= {decision.verdict}"

    def _reopened(self, decision: Decision | None) -> str:
        return f"{self.marks.sign.reopened} {decision.reopened}" if decision and decision.reopened else ""

    def _remarks(self, claim: str) -> str:
        """The flag, a sign for a note, and the tags."""
        remarks = self._app.workspace.remarks(claim)
        sign = self.marks.sign
        words = [sign.flag] if FLAG in remarks.tags else []
        words += [sign.note] if remarks.note else []
        return " ".join([*words, *(f"#{tag}" for tag in remarks.tags if tag != FLAG)])
