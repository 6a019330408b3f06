"""Pane 1, first view: the articles, with what stands out in each and how much of it is decided."""

from __future__ import annotations

from tui.app.cells import fill
from tui.app.rows import Parts, RowList
from tui.workspace.rows import ArticleRow


class ArticleList(RowList[ArticleRow]):
    """Publisher, date, marks and title: two lines in a narrow pane, one in a wide one."""

    number = 1

    def parts(self, row: ArticleRow, line: int, width: int) -> Parts:
        """Line `line` of an article's row."""
        clean = self.charset.say
        title = clean(row.title)
        if self.row_height == 1:
            head = self._head(row, min(40, width // 2))
            return [*head, (" ", "plain"), (fill(title, width - 1 - _cells(head), self._dots), "plain")]
        return self._head(row, width) if line == 0 else [(fill(title, width, self._dots), "plain")]

    @property
    def _dots(self) -> str:
        return self.marks.sign.ellipsis

    def _head(self, row: ArticleRow, width: int) -> Parts:
        marks = self._marks(row)
        date = f"{row.date or 'undated':10} " if width >= 40 else f"{(row.date or '')[5:] or '-':5} "
        room = max(0, width - len(date) - _cells(marks))
        file = row.path.rpartition("/")[2]
        name = self.charset.say(row.publisher or ("" if file.startswith(row.title) else file))
        if row.copy:
            return [(date, "dim"), (fill(self.marks.sign.below + name, room, self._dots), "plain"), *marks]
        return [(date, "dim"), (fill(name, room, self._dots), "bold"), *marks]

    def _marks(self, row: ArticleRow) -> Parts:
        """Near-copies and counts of what stands out, then decided/all."""
        sign = self.marks
        counts = [(sign.status("denied"), row.denied), (sign.status("unverified"), row.unverified)]
        counts.append((sign.sign.loop, row.echo))
        parts = [(f" +{row.copies}", "dim")] if row.copies else []
        parts += [(f" {glyph}{count}", "warn") for glyph, count in counts if count]
        done = "good" if row.claims and row.decided == row.claims else "dim"
        return [*parts, (f" {row.decided}/{row.claims}", done)]


def _cells(parts: Parts) -> int:
    return sum(len(text) for text, _ in parts)
