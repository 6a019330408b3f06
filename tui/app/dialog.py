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
from tui.app.lines import strip
from tui.app.pane import Pane

_BORDER = 2
Lines = Sequence[tuple[str, str]]
"""Text and the name of its style, line by line."""


class Box(Pane):
    """Lines that wrap and scroll."""

    def __init__(self, title: str, note: str, lines: Lines) -> None:
        super().__init__("box")
        self._title, self._note_text = title, note
        self._paragraphs = lines
        self._lines: list[tuple[str, str]] = []

    def on_mount(self) -> None:
        """Title and note, and no higher than the lines need."""
        self.label(self._title, self._note_text)

    def show(self, lines: Lines) -> None:
        """Other lines in the same place."""
        self._paragraphs = lines
        self.relayout(self.width)
        self.styles.height = len(self._lines) + _BORDER
        self.refresh(layout=True)

    def relayout(self, width: int) -> None:
        """Wrap every line."""
        clean = self.charset.clean
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


class Dialog(ModalScreen[str | None]):
    """Ends with the answer of a key in `answers` (key as typed -> answer), None when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,ctrl+c,ctrl+g", "answer('')", "Leave"),
        ("down", "scroll(1)", "Down"),
        ("up", "scroll(-1)", "Up"),
    ]

    def __init__(self, title: str, note: str, lines: Lines, answers: Mapping[str, str]) -> None:
        super().__init__()
        self.box = Box(title, note, lines)
        self.answers = answers

    def compose(self) -> ComposeResult:
        """One box."""
        yield self.box

    def on_key(self, event: events.Key) -> None:
        """A key that answers."""
        answer = self.answers.get(event.key) or self.answers.get(event.character or "")
        if answer is not None:
            event.stop()
            self.action_answer(answer)

    def action_answer(self, answer: str) -> None:
        """End with `answer`."""
        self.dismiss(answer or None)

    def action_scroll(self, lines: int) -> None:
        """By lines."""
        self.box.scroll_lines(lines)
