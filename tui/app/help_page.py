"""The help page: every action with its keys, made from the key table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.strip import Strip

from tui.app.cells import wrap
from tui.app.keys import Action, actions_on, bindings
from tui.app.lines import strip
from tui.app.marks import STATUS
from tui.app.page import Page
from tui.app.pane import Pane
from tui.app.paragraphs import Piece

_KEYS = 18  # cells for the keys
_BESIDE = 56  # cells of a page from which what they do stands beside them; else it stands below
_INDENT = 4


class HelpText(Pane):
    """The key table by group, then what the glyphs mean."""

    def __init__(self, actions: tuple[Action, ...]) -> None:
        super().__init__("help")
        self._lines: list[list[Piece]] = []
        self._actions = actions

    def relayout(self, width: int) -> None:
        """Wrap what the keys do; where there is no text they are a heading."""
        beside = width >= _BESIDE
        indent = _KEYS + 3 if beside else _INDENT
        self._lines = []
        for keys, text in self._table():
            clean = self.charset.say(text)
            does: list[list[Piece]] = [
                [(" " * indent, "plain"), (clean[start:end], "plain")]
                for start, end in wrap(clean, width - indent)
            ]
            if not clean:
                does = [[(keys, "heading")]]
            elif beside:
                does[0][0] = (f"  {keys:{_KEYS}} ", "key")
            else:
                does.insert(0, [(f"  {keys}", "key")])
            self._lines += does

    def _table(self) -> list[tuple[str, str]]:
        """(keys, text) line by line."""
        lines: list[tuple[str, str]] = []
        group = ""
        for action in self._actions:
            if action.group != group:
                group = action.group
                lines += [("", ""), (group, "")] if lines else [(group, "")]
            lines.append((action.shown, action.text))
        lines += [("", ""), ("Signs", "")]
        lines += [(self.marks.status(status), status) for status in STATUS]
        return [*lines, (self.marks.sign.loop, "echo: several outlets, one origin"), ("", ""), *_NOTES]

    @property
    def line_count(self) -> int:
        """Lines in all."""
        return len(self._lines)

    def line(self, index: int, width: int) -> Strip:
        """One action, or a heading."""
        return strip([(text, self.looks[style]) for text, style in self._lines[index]], width)


_NOTES = [
    ("5j", "a count repeats a movement; among the panes it begins with 4 to 9 or 0 (05j)"),
    ("config.toml", '[keys]  next-claim = "n,ctrl+n"  rebinds an action by its id'),
]


class HelpPage(Page[None], ModalScreen[None], inherit_bindings=False):
    """Scrolls like a pane, leaves like one."""

    table = "help"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(actions_on(table)), ("b", "page(-1)", "Up a page")]

    def __init__(self, actions: tuple[Action, ...]) -> None:
        super().__init__()
        self._text = HelpText(actions)

    @property
    def pane(self) -> Pane:
        """The table."""
        return self._text

    def compose(self) -> ComposeResult:
        """One pane."""
        yield self._text

    def on_mount(self) -> None:
        """The labels say what it is and how to leave."""
        self.entitle("Keys", "q leaves")
