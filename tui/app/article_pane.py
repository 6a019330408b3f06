"""Pane 2: the article, its claims underlined, a status glyph in the gutter, the current claim marked."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.app.article_text import ArticleText
from tui.app.layer import Layer, matches, sayings
from tui.app.lines import Run, overlaid, strip, width_of
from tui.app.marks import STATUS
from tui.app.pane import Pane
from tui.model import AnalysedArticle
from tui.workspace.rows import PlacedMention

GUTTER = 3


class ArticlePane(Pane):
    """Wrapped once for each width; stepping from claim to claim redraws the lines of two claims."""

    number = 2

    class Stepped(Message):
        """Another claim of the article is the current one."""

        def can_replace(self, message: Message) -> bool:
            """Only the last of several steps matters."""
            return isinstance(message, ArticlePane.Stepped)

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.article: AnalysedArticle | None = None
        self.current: int | None = None
        self.target: tuple[int, int] | None = None
        self.sayings_shown = False
        self.found = Layer()
        self.hit = 0  # which of `found` is the current one
        self._sayings = Layer()
        self._details = ""
        self._page: ArticleText | None = None

    # -- what is shown

    def show(self, article: AnalysedArticle, details: str, mentions: tuple[PlacedMention, ...]) -> None:
        """Show `article` from the top, its first claim the current one."""
        self.article, self._details, self.target = article, details, None
        self.current = 0 if mentions else None
        self.top = 0
        self.found = Layer()
        self._sayings = self._find_sayings()
        self._lay_out(mentions)
        self.refresh()

    def update_mentions(self, mentions: tuple[PlacedMention, ...]) -> None:
        """The same article with other claims or decisions."""
        self._lay_out(mentions)
        if self.current is not None:
            self.current = min(self.current, len(mentions) - 1) if mentions else None
        self.refresh()

    def clear(self, reason: str) -> None:
        """Show nothing but why."""
        self.article, self._page, self.current, self.empty = None, None, None, reason
        self.refresh()

    @property
    def mentions(self) -> tuple[PlacedMention, ...]:
        """The mentions of the article shown, by position."""
        return tuple(self._page.mentions) if self._page else ()

    @property
    def placed(self) -> PlacedMention | None:
        """The current mention."""
        return self.mentions[self.current] if self.current is not None and self._page else None

    @property
    def line_count(self) -> int:
        """Head and text."""
        return len(self._page) if self._page else len(self.reason(self.width))

    def relayout(self, width: int) -> None:  # noqa: ARG002
        """Wrap again; the line on top stays on top."""
        if self._page is None:
            return
        body = max(0, self.top - len(self._page.head))
        offset = self._page.lines[min(body, len(self._page.lines) - 1)][0]
        at_top = self.top == 0
        self._lay_out(self.mentions)
        self.top = 0 if at_top else self._page.line_of(offset)

    def _lay_out(self, mentions: tuple[PlacedMention, ...]) -> None:
        if self.article is None:
            return
        article = self.article.article
        title = article.title or (article.path or "").rpartition("/")[2]
        width = max(2, self.width - GUTTER)
        self._page = ArticleText.compose(article.text, title, self._details, mentions, width, self.charset)

    # -- searching, and who says what

    def search(self, query: str) -> None:
        """Mark where `query` stands; the first place from the top of what is in view is the current one."""
        page = self._page
        self.found = matches(page.text, query) if page else Layer()
        if page and self.found:
            seen = max(self.top, len(page.head))
            self.hit = self.found.first_after(page.at(seen)[0])
            self._show_span(*self.found.runs[self.hit][:2])
        self.refresh()

    def step_match(self, steps: int) -> bool:
        """Make the place found `steps` further the current one, round the article; false if there is none."""
        if not self.found:
            return False
        before, self.hit = self.hit, (self.hit + steps) % len(self.found)
        self._redraw_span(*self.found.runs[before][:2])
        self._redraw_span(*self.found.runs[self.hit][:2])
        self._show_span(*self.found.runs[self.hit][:2])
        return True

    def show_sayings(self, wanted: bool) -> None:
        """Show who is quoted as saying what, or the claims alone."""
        self.sayings_shown = wanted
        self._sayings = self._find_sayings()
        self.refresh()

    def _find_sayings(self) -> Layer:
        return sayings(self.article.attributions) if self.sayings_shown and self.article else Layer()

    # -- stepping

    def step(self, steps: int) -> bool:
        """Make the claim `steps` further the current one; false at either end."""
        if self.current is None:
            return False
        index = max(0, min(self.current + steps, len(self.mentions) - 1))
        if index == self.current:
            return False
        self.choose(index)
        self.post_message(self.Stepped())
        return True

    def choose(self, index: int) -> None:
        """Make mention `index` the current one and bring it into view."""
        before, target = self.placed, self.target
        self.current, self.target = index, None
        mention = self.mentions[index].mention
        if self._show_span(mention.start, mention.end):
            return
        if target:
            self._redraw_span(*target)
        if before:
            self._redraw_span(before.mention.start, before.mention.end)
        self._redraw_span(mention.start, mention.end)

    def point(self, start: int, end: int, claim: str | None = None) -> None:
        """Highlight start..end; the mention there (of `claim` if there is one) becomes the current one."""
        if self._page is None:
            return
        self.current = self._page.nearest(start, end, claim) if self.mentions else None
        self.target = (start, end)
        self._show_span(start, end)
        self.refresh()

    def _show_span(self, start: int, end: int) -> bool:
        """Scroll to start..end with most of the page on the side one is moving to; true if it scrolled."""
        if self._page is None:
            return False
        extent = self._page.extent(start, end)
        count = min(extent.last - extent.first + 1, max(1, self.height - 2))
        if self.top <= extent.first and extent.first + count <= self.top + self.height:
            return False
        above = (self.height - count) * (3 if extent.first < self.top else 1) // 4
        return self.scroll_to_line(extent.first - above)

    def _redraw_span(self, start: int, end: int) -> None:
        if self._page is not None:
            extent = self._page.extent(start, end)
            self.redraw_lines(extent.first, extent.last - extent.first + 1)

    # -- drawing

    def line(self, index: int, width: int) -> Strip:
        """A line of the head or of the text with its gutter."""
        page = self._page
        if page is None:
            return self.reason_line(index, width)
        if index < len(page.head):
            text, style = page.head[index]
            return strip([(" " * GUTTER, self.looks["plain"]), (text, self.looks[style])], width)
        start, end = page.at(index)
        runs = [
            (page.text[a:b], self.looks[style])
            for a, b, style in overlaid(start, end, self._runs(start, end))
        ]
        return strip([self._gutter(page, start, end), *runs], width)

    def _runs(self, start: int, end: int) -> list[Run]:
        """What is drawn over start..end, the most important last."""
        page = self._page
        if page is None:
            return []
        runs = [
            Run(m.start, m.end, "claim") for m in (page.mentions[i].mention for i in page.within(start, end))
        ]
        runs += self._sayings.over(start, end)
        if self.placed is not None:
            mention = self.placed.mention
            runs.append(Run(mention.start, mention.end, "current"))
            if mention.cue is not None and not self.found:
                runs.append(Run(mention.cue.start, mention.cue.end, "cue"))
        if self.target is not None and not self.found and not self._is_current(*self.target):
            runs.append(Run(*self.target, "cue"))
        return runs + self._hits(start, end)

    def _hits(self, start: int, end: int) -> list[Run]:
        """What was searched; as long as something is, it alone is reversed."""
        if not self.found:
            return []
        current = self.found.runs[self.hit]
        return [*self.found.over(start, end), Run(current.start, current.end, "match-current")]

    def _is_current(self, start: int, end: int) -> bool:
        placed = self.placed
        return placed is not None and (placed.mention.start, placed.mention.end) == (start, end)

    def _gutter(self, page: ArticleText, start: int, end: int) -> tuple[str, Style]:
        """The glyph of the claim that begins here, and a bar along the current one."""
        begins = [
            i for i in page.within(start, max(end, start + 1)) if page.mentions[i].mention.start >= start
        ]
        shown = self.current if self.current in begins else next(iter(begins), None)
        glyph, style = "", "plain"
        if shown is not None:
            status = page.mentions[shown].status
            glyph, style = self.marks.status(status), STATUS[status].style
            style = "decided" if page.mentions[shown].verdict else style
        placed = self.placed
        beside = (
            placed is not None and placed.mention.start < max(end, start + 1) and placed.mention.end > start
        )
        bar = self.marks.sign.bar if beside else " "
        blank = " " * (GUTTER - 1 - width_of(glyph))
        return bar + glyph + blank, self.looks["bar" if beside and not glyph else style]

    def on_click(self, event: events.Click) -> None:
        """The claim on the clicked line becomes the current one."""
        self.post_message(self.Touched(self, opened=False))
        index = self.top + event.y - 1
        if self._page is None or not len(self._page.head) <= index < self.line_count:
            return
        start, end = self._page.at(index)
        chosen = self._page.nearest(start, end)
        if chosen is not None and chosen != self.current:
            self.choose(chosen)
            self.post_message(self.Stepped())
