"""A line at the bottom of the screen that asks for a file name, a command, a note, tags."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.completion import Complete
from tui.app.prompt import Prompt


class Question(ModalScreen[str | None]):
    """Gives what was typed, None if it was left."""

    def __init__(self, label: str, value: str = "", complete: Complete | None = None) -> None:
        super().__init__()
        self._label = label
        self.prompt = Prompt(value, complete)

    def compose(self) -> ComposeResult:
        """The label and the line."""
        yield Horizontal(Static(f"{self._label} ", markup=False, id="asked"), self.prompt, id="question")

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.prompt)

    def on_input_submitted(self) -> None:
        """Enter or tab."""
        self.dismiss(self.prompt.value.strip())

    def on_prompt_cancelled(self) -> None:
        """Nothing is to be done."""
        self.dismiss(None)
