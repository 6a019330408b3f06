"""One claim drawn large over the browser: side by side, drift grid, timeline, source chains."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.app.keys import actions_on, bindings, show
from tui.app.page import Page
from tui.app.pane import Pane

if TYPE_CHECKING:
    from tui.app.chain_tree import ChainTree
    from tui.app.drift_grid import DriftGrid
    from tui.app.side_by_side import SideBySide
    from tui.app.timeline_page import TimelinePage
    from tui.workspace.dossier import Target
    from tui.workspace.workspace import Workspace

View: TypeAlias = "SideBySide | DriftGrid | TimelinePage | ChainTree"
SheetName = Literal["compare", "drift", "timeline", "chains"]

TITLES: dict[SheetName, str] = {
    "compare": "Side by side",
    "drift": "Numbers",
    "timeline": "Timeline",
    "chains": "Sources",
}


class Sheet(Page[None], inherit_bindings=False):
    """Shows one view of a claim; `go` takes the person to a place in an article.

    `at` is the mention the side by side begins with.  Raises KeyError if the claim is gone.
    """

    AUTO_FOCUS = None
    table = "sheet"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(actions_on(table))]

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

    @property
    def pane(self) -> Pane:
        """The view."""
        return self.view

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
        self.entitle(f"{TITLES[self.showing]}: {self.dossier.claim.text}", self._hint())
        self.set_focus(self.view, scroll_visible=False)

    def _hint(self) -> str:
        """The keys that matter here, as they are bound."""
        keys = {action.id: show(action.keys[0]) for action in self.claims_app.actions}
        hints = (*self.view.hints, (("open",), "its place"), (tuple(TITLES), "views"), (("quit",), "back"))
        return "  ".join(f"{' '.join(keys[name] for name in names)} {word}" for names, word in hints)

    # -- keys

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

    def action_help(self) -> None:
        """The keys of this page."""
        from tui.app.help_page import HelpPage

        self.app.push_screen(HelpPage(self.offered))

    def on_pane_touched(self, message: Pane.Touched) -> None:
        """A double click opens."""
        if message.opened:
            self.action_open()
