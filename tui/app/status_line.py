"""The footer: a message or key hints on the left, the progress of the triage on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.strip import Strip
from textual.widget import Widget

from tui.app.cells import clip
from tui.app.keys import Action, show
from tui.app.lines import painted, strip, width_of

if TYPE_CHECKING:
    from tui.app.application import ClaimsApp

HINTS: tuple[str, ...] = (
    "next-claim",
    "open",
    "decide-verified",
    "decide-refuted",
    "decide-unproven",
    "decide-follow-up",
)
HINTS += ("decide-irrelevant", "skip", "undo", "filter", "view-claims", "view-articles", "help", "quit")
_FIRST = ("help", "quit", "filter", "next-claim", "decide-verified", "decide-refuted", "undo", "open")
_GAP = 2


class StatusLine(Widget):
    """One line; a message stays until the next key."""

    ALLOW_SELECT = False

    def __init__(self, ident: str) -> None:
        super().__init__(id=ident)
        self.message = ""
        self.bad = False
        self.progress = ""

    def say(self, message: str, bad: bool = False) -> None:
        """Show `message` in place of the hints; empty brings them back."""
        if (message, bad) != (self.message, self.bad):
            self.message, self.bad = message, bad
            self.refresh()

    def has_room(self, message: str) -> bool:
        """Whether a message can be read whole."""
        width = self.size.width
        return not width or width_of(message) + _GAP + width_of(self.progress) <= width

    def report(self, progress: str) -> None:
        """Set the right end."""
        if progress != self.progress:
            self.progress = progress
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The line itself."""
        app = cast("ClaimsApp", self.app)
        looks, marks, width = app.looks, app.marks, self.size.width
        right = clip(marks.charset.say(self.progress), width, marks.sign.ellipsis)
        room = width - width_of(right) - _GAP
        if self.message:
            text = clip(marks.charset.say(self.message), room, marks.sign.ellipsis)
            left = [(text, looks["error" if self.bad else "bold"])]
        else:
            left = [(text, looks[style]) for text, style in hints(app.actions, room)]
        used = sum(width_of(text) for text, _ in left)
        blank = (" " * max(0, width - used - width_of(right)), looks["plain"])
        return painted(strip([*left, blank, (right, looks["dim"])], width), looks.base)


def hints(actions: tuple[Action, ...], room: int) -> list[tuple[str, str]]:
    """As many key hints as fit into `room` cells, the most needed kept longest, in a fixed order."""
    table = {a.id: (show(a.keys[0]), a.hint) for a in actions if a.hint}
    ranked = sorted(HINTS, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    kept: set[str] = set()
    for name in ranked:
        cost = sum(map(len, table[name])) + 1 + _GAP
        if cost <= room:
            kept.add(name)
            room -= cost
    parts: list[tuple[str, str]] = []
    for name in HINTS:
        if name in kept:
            key, word = table[name]
            parts += [(key, "key"), (f" {word}" + " " * _GAP, "dim")]
    return parts
