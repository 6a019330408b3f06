"""The Textual application: one screen, the terminal's own colours, and a clean way out."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.reactive import Reactive
from textual.widget import Widget

from tui.app.browser import Browser
from tui.app.cells import Charset
from tui.app.counting import Counting
from tui.app.keys import clashes, key_of, preset, rebound
from tui.app.looks import Looks
from tui.app.marks import Marks
from tui.app.themes import THEMES, Theme

if TYPE_CHECKING:
    from rich.terminal_theme import TerminalTheme
    from textual.command import Provider

    from tui.workspace.workspace import Workspace

_TERMINAL = "ansi-dark"  # Textual's theme that leaves colours to the terminal
_LETTER = events.Key("a", "a")
_EFFECT = 0.2  # seconds; a widget that goes away does not answer
_COLOURS = {None: 0, "standard": 16, "256": 256, "truecolor": 256, "windows": 16}


def _commands() -> type[Provider]:
    from tui.app.palette import Actions

    return Actions


def _filters() -> type[Provider]:
    from tui.app.palette import SavedFilters

    return SavedFilters


class ClaimsApp(App[int], inherit_bindings=False):
    """Holds what all panes share.

    `warnings` are said once the browser stands, `crash` after it has fallen.
    """

    CSS_PATH = "app.tcss"
    TITLE = "claims-tui"
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []
    COMMANDS = {_commands, _filters}  # noqa: RUF012  Textual's own declaration
    theme: Reactive[str] = Reactive(_TERMINAL)

    def __init__(
        self, workspace: Workspace, charset: Charset | None = None, driver_class: type[Driver] | None = None
    ) -> None:
        self.workspace = workspace
        self._browser: Browser | None = None
        keys = {**preset(workspace.config.preset), **workspace.config.keys}
        self.actions = rebound(keys)
        self.marks = Marks(charset or Charset())
        self.palette = THEMES[workspace.config.theme]
        self.mouse = workspace.config.mouse
        super().__init__(driver_class=driver_class)
        self.looks = Looks(self.colours, self.palette)
        self._dress()
        self.set_keymap(keys)
        self.warnings = clashes(self.actions)
        self.crash = ""

    def get_default_screen(self) -> Browser:
        """The browser."""
        self._browser = Browser(self.workspace)
        return self._browser

    # -- looks

    @property
    def colours(self) -> int:
        """How many colours the terminal has; 0 if NO_COLOR is set."""
        return 0 if self.no_color else _COLOURS[self.console.color_system]

    def get_css_variables(self) -> dict[str, str]:
        """Textual's, and the four colours of the theme."""
        return {**super().get_css_variables(), **self.painted.variables()}

    @property
    def painted(self) -> Theme:
        """The theme as far as the terminal has colours."""
        return THEMES["auto"] if self.no_color else self.palette

    def paint(self, name: str) -> None:
        """Draw everything in the theme `name`."""
        self.palette = THEMES[name]
        self.looks = Looks(self.colours, self.palette)
        self._dress()
        self.refresh_css(animate=False)
        for widget in self.screen.query("*"):
            widget.refresh()

    def _dress(self) -> None:
        stock = self.painted.stock()
        if stock is not None:
            self.register_theme(stock)
        self.theme = stock.name if stock else _TERMINAL

    def _refresh_truecolor_filter(self, theme: TerminalTheme) -> None:
        """Colours go out as they are: one of 256 takes half the bytes of a true colour."""

    def action_command_palette(self) -> None:
        """Textual's palette, in our words."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder="Find an action by name", id="--command-palette"))

    def use_mouse(self, wanted: bool) -> None:
        """Listen to the mouse, or leave it to the terminal."""
        from tui.app.driver import TerminalDriver

        self.mouse = wanted
        if isinstance(self._driver, TerminalDriver):
            self._driver.use_mouse(wanted)

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
        """Keys go through the screen first: it collects counts."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            event = self._on_own_layout(event)
            if self._is_count(event):
                return
            typing = self.focused if self._is_typed(_LETTER) and not event.is_printable else None
            await super().on_event(event)
            if typing is not None:
                await _dealt_with(typing)
            return
        await super().on_event(event)

    def _on_own_layout(self, event: events.Key) -> events.Key:
        """The key meant where the keyboard is switched to another alphabet; text being typed stays."""
        character = event.character or ""
        if character.isascii() or self._is_typed(event) or self._is_bound(event.key):
            return event
        from tui.app.layouts import latin

        meant = latin(character)
        return events.Key(key_of(meant), meant) if meant else event

    def _is_typed(self, event: events.Key) -> bool:
        return self.focused is not None and self.focused.check_consume_key(event.key, event.character)

    def _is_bound(self, key: str) -> bool:
        return any(key in action.keys for action in self.actions)

    def _is_count(self, event: events.Key) -> bool:
        return isinstance(self.screen, Counting) and self.screen.take_key(event.character or "")

    def leave(self, code: int) -> None:
        """Save the place and end with exit code `code`."""
        if self._browser is not None:
            self._browser.remember()
        self.exit(code, return_code=code)

    def _fatal_error(self) -> None:
        """One line for the person instead of a traceback with the articles' text in it."""
        self.crash = describe(self._exception)
        self._close_messages_no_wait()


async def _dealt_with(widget: Widget) -> None:
    """Wait until a key has had its effect: what is typed behind enter is not for the prompt it closes.

    The widget is asked twice: the key makes it tell itself something, and that goes on to those above it.
    """
    for node in (widget, widget, *widget.ancestors):
        done = asyncio.Event()
        if not isinstance(node, Widget) or not node.call_later(done.set):
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), _EFFECT)


def describe(error: BaseException | None) -> str:
    """Where it broke and what kind of error it was; never what it was about, which may be article text."""
    if error is None:
        return "the browser failed; every decision is saved"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if f"{os.sep}tui{os.sep}" in frame.filename] or list(frames)
    place = f" in {Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
    return f"the browser failed ({type(error).__name__}{place}); every decision is saved"
