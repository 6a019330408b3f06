"""The line a filter, a search, a note or tags are typed into."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.app.completion import Complete, Round

_LEAVING = ("escape", "ctrl+g", "ctrl+c")


class Prompt(Input):
    """Enter keeps what was typed; escape, ctrl+g, ctrl+c and backspace on nothing leave it.

    Tab completes the word before the cursor, again for the next candidate; without any it is enter.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("backspace", "rub_out", "Delete, or leave if there is nothing"),
        ("down,ctrl+n", "browse(1)", "Next row"),
        ("up,ctrl+p", "browse(-1)", "Previous row"),
        ("tab", "complete(1)", "Complete, or keep it"),
        ("shift+tab", "complete(-1)", "The completion before"),
    ]

    _typed: Callable[[], None] | None = None

    class Cancelled(Message):
        """The filter is to be as it was before."""

    class Browsed(Message):
        """The list's cursor is to move while the filter is typed."""

        def __init__(self, steps: int) -> None:
            super().__init__()
            self.steps = steps

    def __init__(
        self, value: str, complete: Complete | None = None, typed: Callable[[], None] | None = None
    ) -> None:
        super().__init__(value, select_on_focus=False, compact=True)
        self.cursor_blink = False
        self._complete = complete
        self._typed = typed
        self._round: Round | None = None

    async def on_key(self, event: events.Key) -> None:
        """Enter and what leaves are dealt with here and now: as bindings they come after keys typed later."""
        if event.key == "enter":
            await self.action_submit()
        elif event.key in _LEAVING:
            self.action_cancel()
        else:
            return
        event.prevent_default().stop()

    def watch_value(self) -> None:
        """Tell of it before anything is drawn, so that a letter and what it finds come together."""
        if self._typed is not None and self.is_mounted:
            self._typed()

    @property
    def choices(self) -> str:
        """The completions from the chosen one on, while one of several stands in the prompt."""
        held = self._round
        if held is None or held.shown != self.value or len(held.choices) < 2:
            return ""
        words = [choice.rstrip().rsplit(" ", 1)[-1] for choice in held.choices]
        words[held.chosen] = f"[{words[held.chosen]}]"
        return " ".join([*words[held.chosen :], *words[: held.chosen]])

    def action_cancel(self) -> None:
        """Give up."""
        self.post_message(self.Cancelled())

    def action_rub_out(self) -> None:
        """Delete to the left; on an empty line, leave."""
        if self.value:
            self.action_delete_left()
        else:
            self.action_cancel()

    async def action_complete(self, steps: int) -> None:
        """The next completion of what was typed, or enter if there is none."""
        if self._round is None or self._round.shown != self.value:
            head, tail = self.value[: self.cursor_position], self.value[self.cursor_position :]
            choices = self._complete(head) if self._complete else ()
            if not choices:
                await self.action_submit()
                return
            self._round = Round(tail, choices, -1 if steps > 0 else 0)
        self._round = self._round.turn(steps)
        self.value, self.cursor_position = self._round.shown, len(self._round.head)

    def action_browse(self, steps: int) -> None:
        """Look through the results."""
        self.post_message(self.Browsed(steps))


class PromptLine(Horizontal):
    """The prompt behind the sign that says what is asked for."""

    def __init__(self, value: str, sign: str, complete: Complete | None, typed: Callable[[], None]) -> None:
        self.prompt = Prompt(value, complete, typed)
        super().__init__(Static(sign, markup=False), self.prompt, id="prompt")
