"""The places on the screen and which of them has the keys."""

from __future__ import annotations

from textual.containers import Horizontal

from tui.app.layout import PaneName, visible, widths
from tui.app.lists import Lists
from tui.app.pane import Pane
from tui.app.reading import Reading


class Panes(Horizontal):
    """Lists, article and inspector side by side, as many as fit."""

    def __init__(self, lists: Lists, reading: Reading) -> None:
        self._all = (lists.articles, lists.claims, reading.article, reading.inspector)
        super().__init__(*self._all, id="panes")
        self._lists = lists
        self._reading = reading
        self.current: PaneName = "list"
        self.zoomed = False
        self.lines_below = 1  # of the screen: the footer, and the tour as long as it is shown
        self._beside: PaneName = "list"

    def pane(self, name: PaneName) -> Pane:
        """The widget in a place."""
        if name == "list":
            return self._lists.shown
        return self._reading.article if name == "article" else self._reading.inspector

    @property
    def focused(self) -> Pane:
        """The pane the movement keys go to."""
        return self.pane(self.current)

    def name_of(self, pane: Pane) -> PaneName:
        """The place of a widget."""
        if pane is self._reading.article:
            return "article"
        return "inspector" if pane is self._reading.inspector else "list"

    def fit(self) -> None:
        """Show the panes that fit, the current one always, and give it the focus."""
        width, height = self.app.size
        if self.current != "article":
            self._beside = self.current
        names = visible(width, self.current, self.zoomed, self._beside)
        self.focused.display = True
        self.screen.set_focus(self.focused, scroll_visible=False)
        for name, cells in zip(names, widths(width, names), strict=True):
            self.pane(name).fit(cells, height - self.lines_below)
        if "inspector" in names:
            self._reading.inspector.prepare()
        shown = [self.pane(name) for name in names]
        for pane in self._all:
            pane.display = pane in shown
