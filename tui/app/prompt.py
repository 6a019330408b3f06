"""The line a filter or a search is typed into."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class Prompt(Input):
    """Enter keeps what was typed; escape, ctrl+g, ctrl+c and backspace on nothing leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,ctrl+g,ctrl+c", "cancel", "Leave the filter as it was"),
        ("backspace", "rub_out", "Delete, or leave if there is nothing"),
        ("down,ctrl+n", "browse(1)", "Next row"),
        ("up,ctrl+p", "browse(-1)", "Previous row"),
        ("tab", "submit", "Keep the filter"),
    ]

    class Cancelled(Message):
        """The filter is to be as it was before."""

    class Browsed(Message):
        """The list's cursor is to move while the filter is typed."""

        def __init__(self, steps: int) -> None:
            super().__init__()
            self.steps = steps

    def __init__(self, value: str) -> None:
        super().__init__(value, select_on_focus=False, compact=True)
        self.cursor_blink = False

    def action_cancel(self) -> None:
        """Give up."""
        self.post_message(self.Cancelled())

    def action_rub_out(self) -> None:
        """Delete to the left; on an empty line, leave."""
        if self.value:
            self.action_delete_left()
        else:
            self.action_cancel()

    def action_browse(self, steps: int) -> None:
        """Look through the results."""
        self.post_message(self.Browsed(steps))


class PromptLine(Horizontal):
    """The prompt behind the sign that says what is asked for."""

    def __init__(self, value: str, sign: str) -> None:
        self.prompt = Prompt(value)
        super().__init__(Static(sign, markup=False), self.prompt, id="prompt")
