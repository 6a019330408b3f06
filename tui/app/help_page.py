"""The help page: every action with its keys, made from the key table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.strip import Strip

from tui.app.cells import wrap
from tui.app.keys import Action
from tui.app.lines import strip
from tui.app.marks import STATUS
from tui.app.pane import Pane

_KEYS = 18  # cells for the keys


class HelpText(Pane):
    """The key table by group, then what the glyphs mean."""

    def __init__(self, actions: tuple[Action, ...]) -> None:
        super().__init__("help")
        self._lines: list[tuple[str, str]] = []
        self._actions = actions

    def relayout(self, width: int) -> None:
        """Wrap what the keys do; a line without text is a heading."""
        lines = []
        for keys, text in self._table():
            clean = self.charset.clean(text)
            cuts = [clean[a:b] for a, b in wrap(clean, max(20, width - _KEYS - 3))]
            lines += [(keys, cuts[0]), *(("", cut) for cut in cuts[1:])]
        self._lines = lines

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

    def on_mount(self) -> None:
        """The labels say what it is and how to leave."""
        self.label("Keys", "q leaves")

    @property
    def line_count(self) -> int:
        """Lines in all."""
        return len(self._lines)

    def line(self, index: int, width: int) -> Strip:
        """One action, or a heading."""
        keys, text = self._lines[index]
        if not text:
            return strip([(keys, self.looks["heading"])], width)
        return strip([(f"  {keys:{_KEYS}} ", self.looks["key"]), (text, self.looks["plain"])], width)


_NOTES = [
    ("5j", "a count repeats a movement; it begins with 4 to 9 or 0 (1 2 3 are panes)"),
    ("config.toml", '[keys]  next-claim = "n,ctrl+n"  rebinds an action by its id'),
]


class HelpPage(ModalScreen[None]):
    """Scrolls like a pane, leaves like one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("q,escape,question_mark,f1,enter,ctrl+c,h,left", "leave", "Leave"),
        ("j,down", "scroll(1)", "Down"),
        ("k,up", "scroll(-1)", "Up"),
        ("space,pagedown,ctrl+d,ctrl+f", "page(1)", "Down a page"),
        ("b,pageup,ctrl+u,ctrl+b", "page(-1)", "Up a page"),
        ("g,home", "edge(0)", "Top"),
        ("G,end", "edge(-1)", "Bottom"),
    ]

    def __init__(self, actions: tuple[Action, ...]) -> None:
        super().__init__()
        self._text = HelpText(actions)

    def compose(self) -> ComposeResult:
        """One pane."""
        yield self._text

    def action_leave(self) -> None:
        """Back to the browser."""
        self.dismiss(None)

    def action_scroll(self, lines: int) -> None:
        """By lines."""
        self._text.scroll_lines(lines)

    def action_page(self, pages: int) -> None:
        """By pages."""
        self._text.scroll_lines(self._text.page_lines(pages))

    def action_edge(self, line: int) -> None:
        """To an end."""
        self._text.scroll_to_line(0 if line == 0 else self._text.line_count)
