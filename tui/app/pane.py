"""The base of the three panes: a widget that draws single lines and keeps its own place.

A pane has `line_count` lines and shows those from `top` on.  Nothing is laid out or kept for lines that
are not on the screen, so a pane of a million rows costs what its visible rows cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.app.cells import Charset, clip, wrap
from tui.app.lines import painted, strip
from tui.app.looks import Looks
from tui.app.marks import Marks

if TYPE_CHECKING:
    from tui.app.application import ClaimsApp


_BORDER = 2  # cells, both sides together


class Pane(Widget, can_focus=True):
    """Lines with a scroll position, a title and a note in the border."""

    ALLOW_SELECT = False
    number = 0

    class Touched(Message):
        """A row was clicked: the pane wants the focus, and if `opened` the row its place."""

        def __init__(self, pane: Pane, opened: bool) -> None:
            super().__init__()
            self.pane = pane
            self.opened = opened

        @property
        def control(self) -> Pane:
            """The pane that was clicked."""
            return self.pane

    def __init__(self, ident: str) -> None:
        super().__init__(id=ident)
        self.top = 0
        self.width = self.height = 0  # of the content, in cells; known before the first drawing
        self.empty = ""  # why there is nothing in it
        self._labels = ("", "")

    # -- what a pane looks up in its app

    @property
    def _app(self) -> ClaimsApp:
        return cast("ClaimsApp", self.app)

    @property
    def marks(self) -> Marks:
        """The glyphs of this terminal."""
        return self._app.marks

    @property
    def looks(self) -> Looks:
        """The styles of this terminal."""
        return self._app.looks

    @property
    def charset(self) -> Charset:
        """What this terminal can show."""
        return self._app.marks.charset

    # -- what a pane defines

    @property
    def line_count(self) -> int:
        """How many lines there are in all."""
        raise NotImplementedError

    def line(self, index: int, width: int) -> Strip:
        """Line `index`, exactly `width` cells."""
        raise NotImplementedError

    @property
    def position(self) -> str:
        """How far down one is, if not everything is in view."""
        hidden = self.line_count - self.height
        return f"{100 * self.top // hidden}%" if hidden > 0 else ""

    def move(self, steps: int) -> None:
        """Move the cursor, or the text if there is none, by `steps`."""
        self.scroll_lines(steps)

    def go(self, index: int) -> None:
        """Move to row `index`; negative counts from the end."""
        self.show_line(index if index >= 0 else self.line_count + index)

    def page(self, pages: float) -> None:
        """Move by `pages` of what is visible."""
        self.scroll_lines(self.page_lines(pages))

    def relayout(self, width: int) -> None:
        """Called when the width in cells has changed."""

    def reason(self, width: int) -> list[str]:
        """The lines that say why there is nothing."""
        text = self.charset.say(self.empty)
        return [text[start:end] for start, end in wrap(text, width)]

    def reason_line(self, index: int, width: int) -> Strip:
        """One of them."""
        return strip([(self.reason(width)[index], self.looks["dim"])], width)

    # -- drawing

    def fit(self, width: int, height: int) -> None:
        """Take up `width` × `height` cells with the border, and be laid out for it before it is drawn."""
        self.styles.width = width
        self._resized(width - _BORDER, height - _BORDER)

    def on_resize(self) -> None:
        """Lay out for the size there is, if it is not the one expected."""
        self._resized(*self.size)

    def _resized(self, width: int, height: int) -> None:
        if (width, height) == (self.width, self.height):
            return
        wrapped = width != self.width
        self.width, self.height = width, height
        if wrapped:
            self._draw_labels()
            self.relayout(width)
            self.refresh()
        self.scroll_to_line(self.top)

    def render_line(self, y: int) -> Strip:
        """The line at row `y` of the pane (Textual's line API)."""
        width = self.width
        index = self.top + y
        line = self.line(index, width) if index < self.line_count else strip((), width)
        return painted(line, self.looks.base)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as there is room."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As high as there is room."""
        return container.height

    def redraw_lines(self, first: int, count: int = 1) -> None:
        """Draw only lines first..first+count again, as far as they are visible."""
        y = max(0, first - self.top)
        bottom = min(self.height, first + count - self.top)
        if bottom > y:
            self.refresh(Region(0, y, self.width, bottom - y))

    def label(self, title: str, note: str = "") -> None:
        """Set the border's title and the note at its bottom; both are data, never markup."""
        clean = self.charset.say
        labels = (clean(f"{self.number or ''} {title}".strip()), clean(note))
        if labels != self._labels:
            self._labels = labels
            self._draw_labels()

    def _draw_labels(self) -> None:
        """Draws the borders they stand in alone."""
        self._border_title = Content(clip(self._labels[0], self._label_room, self.marks.sign.ellipsis))
        self._border_subtitle = self._note()
        self._draw_border(-1)
        self._draw_border(self.height)

    def _draw_border(self, y: int) -> None:
        self.refresh(Region(-1, y, self.width + _BORDER, 1))

    @property
    def _label_room(self) -> int:
        return max(0, self.width - 4)

    def _note(self) -> Content:
        """The note and, as far as there is room, where in the pane one is."""
        note = " ".join(filter(None, (self._labels[1], self.position)))
        return Content(clip(note, self._label_room, self.marks.sign.ellipsis))

    def show_position(self) -> None:
        """Bring the position up to date; draws the bottom border alone."""
        note = self._note()
        if note != self._border_subtitle:
            self._border_subtitle = note
            self._draw_border(self.height)

    # -- scrolling

    def show_line(self, index: int, count: int = 1) -> bool:
        """Bring lines index..index+count into view; true if the pane scrolled.

        It jumps so far that most of the page lies where one is moving to: a key held down scrolls rarely.
        """
        height = max(1, self.height)
        top = self.top
        if index < top or index + count > top + height:
            top = self.whole(index - (height - min(count, height)) * (3 if index < top else 1) // 4)
        return self.scroll_to_line(top)

    def whole(self, top: int) -> int:
        """`top`, or the line after it where the next thing begins, if one would be cut."""
        return top

    def scroll_lines(self, lines: int) -> bool:
        """Scroll by `lines`; true if that was possible."""
        return self.scroll_to_line(self.top + lines)

    def scroll_to_line(self, top: int) -> bool:
        """Make `top` the first line, as far as the last page allows; true if it changed."""
        top = max(0, min(top, self.line_count - max(1, self.height)))
        if top == self.top:
            return False
        self.top = top
        self.refresh(
            Region(0, 0, self.width, self.height)
        )  # without the border: it takes a third of the bytes
        self.show_position()
        return True

    def page_lines(self, pages: float) -> int:
        """The lines that `pages` of this pane are, at least one."""
        lines = round(pages * self.height)
        return lines or (1 if pages > 0 else -1)

    # -- events

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three lines down, as terminals do."""
        event.stop()
        self.scroll_lines(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines up."""
        event.stop()
        self.scroll_lines(-3)

    def ground(self, chosen: bool) -> Style:
        """The style of a row: reversed under the cursor of the focused pane, bold when it rests."""
        if not chosen:
            return self.looks["plain"]
        return self.looks["cursor" if self.has_focus else "resting"]
