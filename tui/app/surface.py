"""What keys do on every screen alike: the palette, the shell, a redraw."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import Screen

Result = TypeVar("Result")


class Surface(Screen[Result], inherit_bindings=False):
    """A screen of the program; its own keys come from those who build on it."""

    def action_palette(self) -> None:
        """Everything that can be done here, by name."""
        self.app.action_command_palette()

    def action_suspend(self) -> None:
        """To the shell."""
        self.app.action_suspend_process()

    def action_redraw(self) -> None:
        """After something else wrote to the terminal."""
        self.refresh(layout=True)
