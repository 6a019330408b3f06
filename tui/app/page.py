"""What the pages over the browser have in common: its keys, counts before them, the palette."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from tui.app.counting import Counting
from tui.app.keys import Action, actions_on
from tui.app.pane import Pane
from tui.app.surface import Surface

if TYPE_CHECKING:
    from tui.app.application import ClaimsApp

Result = TypeVar("Result")


class Page(Counting, Surface[Result], inherit_bindings=False):
    """One pane over the browser; what the keys do there stands in the table `table` of pages.toml."""

    table: ClassVar[str]
    _labels = ("", "")

    @property
    def pane(self) -> Pane:
        """What the movement keys move."""
        raise NotImplementedError

    @property
    def claims_app(self) -> ClaimsApp:
        """The application with what all screens share."""
        return cast("ClaimsApp", self.app)

    @property
    def offered(self) -> tuple[Action, ...]:
        """What can be done here, with the keys as they are bound."""
        keys = {action.id: action.keys for action in self.claims_app.actions}
        return tuple(replace(action, keys=keys[action.id]) for action in actions_on(self.table))

    def entitle(self, title: str, note: str) -> None:
        """Set the title of the pane and the note in its border."""
        self._labels = (title, note)
        self.pane.label(title, note)

    def show_count(self, typed: str) -> None:
        """In place of the note."""
        title, note = self._labels
        self.pane.label(title, typed or note)

    # -- keys

    def action_move(self, steps: int) -> None:
        """By rows, figures, mentions or lines."""
        self.pane.move(steps * (self.count or 1))

    def action_page(self, pages: float) -> None:
        """By pages."""
        self.pane.page(pages * (self.count or 1))

    def action_top(self) -> None:
        """To the first row, or to the one counted."""
        self.pane.go(max(0, self.count - 1))

    def action_bottom(self) -> None:
        """To the last row, or to the one counted."""
        self.pane.go(self.count - 1)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
