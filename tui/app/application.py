"""The Textual application: one screen, the terminal's own colours, and a clean way out."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.reactive import Reactive

from tui.app.browser import Browser
from tui.app.cells import Charset
from tui.app.keys import clashes, rebound
from tui.app.looks import Looks
from tui.app.marks import Marks

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.workspace.workspace import Workspace

_COLOURS = {None: 0, "standard": 16, "256": 256, "truecolor": 256, "windows": 16}


def _commands() -> type[Provider]:
    from tui.app.palette import Actions

    return Actions


class ClaimsApp(App[int], inherit_bindings=False):
    """Holds what all panes share; raises KeyTableError for a wrong entry in [keys].

    `warnings` are said once the browser stands, `crash` after it has fallen.
    """

    CSS_PATH = "app.tcss"
    TITLE = "claims-tui"
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []
    COMMANDS = {_commands}  # noqa: RUF012  Textual's own declaration
    theme: Reactive[str] = Reactive("ansi-dark")

    def __init__(
        self, workspace: Workspace, charset: Charset | None = None, driver_class: type[Driver] | None = None
    ) -> None:
        self.workspace = workspace
        self._browser: Browser | None = None
        self.actions = rebound(workspace.config.keys)
        self.marks = Marks(charset or Charset())
        super().__init__(driver_class=driver_class)
        self.looks = Looks(0 if self.no_color else _COLOURS[self.console.color_system])
        self.set_keymap(workspace.config.keys)
        self.warnings = clashes(self.actions)
        self.crash = ""

    def get_default_screen(self) -> Browser:
        """The browser."""
        self._browser = Browser(self.workspace)
        return self._browser

    @property
    def reading(self) -> bool:
        """Whether a scan was still under way when the browser closed."""
        return self._browser is not None and self._browser.scanner.running

    def on_mount(self) -> None:
        """Leave in good order when told to from outside."""
        if self.marks.charset.ascii:
            self.add_class("-ascii")
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.leave, 128 + number)

    def on_ready(self) -> None:
        """The first picture stands: what was made until here stays, what comes may be garbage."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """Keys go through the browser first: it collects counts."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._is_count(event):
            return
        await super().on_event(event)

    def _is_count(self, event: events.Key) -> bool:
        return isinstance(self.screen, Browser) and self.screen.take_key(event.character or "")

    def leave(self, code: int) -> None:
        """Save the place and end with exit code `code`."""
        if self._browser is not None:
            self._browser.remember()
        self.exit(code, return_code=code)

    def _fatal_error(self) -> None:
        """One line for the person instead of a traceback with the articles' text in it."""
        self.crash = describe(self._exception)
        self._close_messages_no_wait()


def describe(error: BaseException | None) -> str:
    """Where it broke and what kind of error it was; never what it was about, which may be article text."""
    if error is None:
        return "the browser failed; every decision is saved"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if f"{os.sep}tui{os.sep}" in frame.filename] or list(frames)
    place = f" in {Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
    return f"the browser failed ({type(error).__name__}{place}); every decision is saved"
