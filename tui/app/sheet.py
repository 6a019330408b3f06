"""One claim drawn large over the browser: side by side, drift grid, timeline, source chains."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.app.keys import actions, show
from tui.app.pane import Pane

if TYPE_CHECKING:
    from tui.app.application import ClaimsApp
    from tui.app.chain_tree import ChainTree
    from tui.app.drift_grid import DriftGrid
    from tui.app.side_by_side import SideBySide
    from tui.app.timeline_page import TimelinePage
    from tui.workspace.dossier import Target
    from tui.workspace.workspace import Workspace

View: TypeAlias = "SideBySide | DriftGrid | TimelinePage | ChainTree"
SheetName = Literal["compare", "drift", "timeline", "chains"]

# What the browser's actions do here, by their ids: the keys are the same, rebound ones too.
_RUNS = {
    "down": "move(1)",
    "up": "move(-1)",
    "next-claim": "move(1)",
    "previous-claim": "move(-1)",
    "half-page-down": "page(0.5)",
    "half-page-up": "page(-0.5)",
    "page-down": "page(1)",
    "page-up": "page(-1)",
    "top": "go(0)",
    "bottom": "go(-1)",
    "open": "open",
    "next-pane": "swap",
    "previous-pane": "swap",
    "pane-right": "turn(1)",
    "pane-left": "turn(-1)",
    "compare": "show('compare')",
    "drift": "show('drift')",
    "timeline": "show('timeline')",
    "chains": "show('chains')",
}
_RUNS |= dict.fromkeys(("quit", "clear-filter", "back", "interrupt"), "leave")
TITLES: dict[SheetName, str] = {
    "compare": "Side by side",
    "drift": "Numbers",
    "timeline": "Timeline",
    "chains": "Sources",
}


def bindings() -> list[Binding]:
    """The keys of a sheet, from the key table."""
    return [
        Binding(",".join(action.keys), _RUNS[action.id], action.text, show=False, priority=True, id=action.id)
        for action in actions()
        if action.id in _RUNS
    ]


class Sheet(Screen[None], inherit_bindings=False):
    """Shows one view of a claim; `go` takes the person to a place in an article.

    `at` is the mention the side by side begins with.  Raises KeyError if the claim is gone.
    """

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(
        self,
        name: SheetName,
        workspace: Workspace,
        claim: str,
        go: Callable[[Target], None],
        at: Target | None = None,
    ) -> None:
        super().__init__()
        self._workspace, self._claim, self._go, self._at = workspace, claim, go, at
        self.dossier = workspace.dossier(claim)
        self.showing = name
        self.view = self._make(name)

    def _make(self, name: SheetName) -> View:
        """The view called `name`; its module is loaded when it is first asked for."""
        if name == "compare":
            from tui.app.side_by_side import SideBySide

            return SideBySide(self.dossier, self._workspace, self._at)
        if name == "drift":
            from tui.app.drift_grid import DriftGrid

            return DriftGrid(self.dossier)
        if name == "timeline":
            from tui.app.timeline_page import TimelinePage

            return TimelinePage(self.dossier)
        from tui.app.chain_tree import ChainTree

        return ChainTree(self.dossier)

    def compose(self) -> ComposeResult:
        """The view alone."""
        yield self.view

    def on_mount(self) -> None:
        """Lay it out before it is drawn."""
        self._begin()

    def on_resize(self) -> None:
        """As large as the screen."""
        self.view.fit(*self.app.size)

    def _begin(self) -> None:
        self.view.fit(*self.app.size)
        self.view.label(f"{TITLES[self.showing]}: {self.dossier.claim.text}", self._hint())
        self.set_focus(self.view, scroll_visible=False)

    def _hint(self) -> str:
        """The keys that matter here, as they are bound."""
        keys = {action.id: show(action.keys[0]) for action in cast("ClaimsApp", self.app).actions}
        hints = (*self.view.hints, (("open",), "its place"), (tuple(TITLES), "views"), (("quit",), "back"))
        return "  ".join(f"{' '.join(keys[name] for name in names)} {word}" for names, word in hints)

    # -- keys

    def action_move(self, steps: int) -> None:
        """By rows, figures or mentions."""
        self.view.move(steps)

    def action_page(self, pages: float) -> None:
        """By pages."""
        self.view.page(pages)

    def action_go(self, index: int) -> None:
        """To an end."""
        self.view.go(index)

    def action_swap(self) -> None:
        """To the other side."""
        self.view.swap()

    def action_turn(self, steps: int) -> None:
        """Sideways; to the left of everything is the browser."""
        if not self.view.turn(steps) and steps < 0:
            self.action_leave()

    async def action_show(self, name: SheetName) -> None:
        """Another view of the same claim."""
        if name != self.showing:
            await self.view.remove()
            self.showing, self.view = name, self._make(name)
            await self.mount(self.view)
            self._begin()

    def action_open(self) -> None:
        """Back to the browser, at the place the cursor stands for."""
        target = self.view.target
        if target is not None:
            self.dismiss(None)
            self._go(target)

    def action_leave(self) -> None:
        """Back to the browser as it was."""
        self.dismiss(None)

    def on_pane_touched(self, message: Pane.Touched) -> None:
        """A double click opens."""
        if message.opened:
            self.action_open()
