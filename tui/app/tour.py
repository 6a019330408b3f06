"""The three lines of the first session: what is seen, how to decide, how to find the rest."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.strip import Strip
from textual.widget import Widget

from tui.app.cells import clip
from tui.app.keys import show
from tui.app.lines import painted, strip

if TYPE_CHECKING:
    from tui.app.application import ClaimsApp

# A name in braces is an action's id; its first key is put there.  80 cells each with the usual keys.
_VERDICTS = "{decide-verified} {decide-refuted} {decide-unproven}"
LINES = (
    "Underlined: what is claimed. {next-claim}: the next. {pane-inspector}: who says it, who denies it.",
    f"{_VERDICTS}: decide, go on. {{undo}}: undo. Looking decides nothing, leaving loses nothing.",
    "{view-claims}: all claims. {filter}: filter. {help}: all keys. {clear-filter}: no more of this, ever.",
)
_SEEN = "tour-seen"


def is_due(state: Path) -> bool:
    """Whether nobody has seen the tour; `state` is the folder where that is remembered."""
    return not (state / _SEEN).exists()


def mark_seen(state: Path) -> None:
    """It will not come back, however this session ends."""
    with suppress(OSError):
        state.mkdir(parents=True, exist_ok=True)
        (state / _SEEN).touch()


class Tour(Widget):
    """Stands above the footer until it is put away."""

    ALLOW_SELECT = False

    def render_line(self, y: int) -> Strip:
        """One of the lines, with the keys as they are bound."""
        app = cast("ClaimsApp", self.app)
        width = self.size.width
        keys = {action.id: show(action.keys[0]) for action in app.actions}
        text = clip(app.marks.charset.say(LINES[y].format(**keys)), width, app.marks.sign.ellipsis)
        return painted(strip([(text, app.looks["bold"])], width), app.looks.base)
