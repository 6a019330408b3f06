"""A few lines in a box over the browser, and the keys that answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.strip import Strip

from tui.app.cells import wrap
from tui.app.keys import actions_on, bindings
from tui.app.lines import strip
from tui.app.page import Page
from tui.app.pane import Pane

_BORDER = 2
Lines = Sequence[tuple[str, str]]
"""Text and the name of its style, line by line."""


class Box(Pane):
    """Lines that wrap and scroll."""

    def __init__(self, lines: Lines) -> None:
        super().__init__("box")
        self._paragraphs = lines
        self._lines: list[tuple[str, str]] = []

    def relayout(self, width: int) -> None:
        """Wrap every line."""
        clean = self.charset.say
        self._lines = [
            (text[start:end], style)
            for text, style in ((clean(text), style) for text, style in self._paragraphs)
            for start, end in wrap(text, max(1, width - 2)) or [(0, 0)]
        ]
        self.styles.height = len(self._lines) + _BORDER

    @property
    def line_count(self) -> int:
        """Lines in all."""
        return len(self._lines)

    def line(self, index: int, width: int) -> Strip:
        """One line."""
        text, style = self._lines[index]
        return strip([(" ", self.looks["plain"]), (text, self.looks[style])], width)


class Dialog(Page[str | None], ModalScreen[str | None], inherit_bindings=False):
    """Ends with the answer of a key in `answers` (key as typed -> answer), None when it is left."""

    table = "dialog"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(actions_on(table), priority=False),
        ("ctrl+g", "leave", "Back to the browser"),
    ]

    def __init__(self, title: str, note: str, lines: Lines, answers: Mapping[str, str]) -> None:
        super().__init__()
        self.box = Box(lines)
        self.answers = answers
        self._labels = (title, note)

    @property
    def pane(self) -> Pane:
        """The box."""
        return self.box

    def compose(self) -> ComposeResult:
        """One box."""
        yield self.box

    def on_mount(self) -> None:
        """Title and note, and no higher than the lines need."""
        self.entitle(*self._labels)

    def on_key(self, event: events.Key) -> None:
        """A key that answers."""
        answer = self.answers.get(event.key) or self.answers.get(event.character or "")
        if answer is not None:
            event.stop()
            self.dismiss(answer or None)
