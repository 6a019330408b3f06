"""What every key does: the actions named in keys.toml."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.annotating import Annotating
from tui.app.counting import Counting
from tui.app.layout import PANES, PaneName
from tui.app.lists import View
from tui.app.pane import Pane
from tui.app.preferences import Preferences
from tui.app.trail import Spot

if TYPE_CHECKING:
    from tui.app.sheet import SheetName
    from tui.workspace.grouping import Section
    from tui.workspace.timeline import Target


class Browser(Annotating, Preferences, Counting):
    """The deck with its keys."""

    firsts = frozenset("0456789")  # 1, 2 and 3 are panes

    # -- keys on their way

    def take_key(self, character: str) -> bool:
        """Collect a count; any other key takes it and clears the message."""
        return not self.footer.prompting and super().take_key(character)

    def show_count(self, typed: str) -> None:
        """In the footer."""
        self.footer.say(typed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While a filter is typed, letters are letters."""
        return not self.footer.prompting

    # -- moving

    def action_move(self, steps: int) -> None:
        """By rows."""
        self.panes.focused.move(steps * (self.count or 1))

    def action_page(self, pages: float) -> None:
        """By pages."""
        self.panes.focused.page(pages * (self.count or 1))

    def action_top(self) -> None:
        """To the first row, or to the one counted."""
        self.panes.focused.go(max(0, self.count - 1))

    def action_bottom(self) -> None:
        """To the last row, or to the one counted."""
        self.panes.focused.go(self.count - 1)

    # -- panes

    def action_focus_pane(self, name: PaneName) -> None:
        """To a pane by its number."""
        self.focus_pane(name)

    def action_turn_pane(self, steps: int) -> None:
        """Round the panes."""
        self.focus_pane(PANES[(PANES.index(self.panes.current) + steps) % len(PANES)])

    def action_step_pane(self, steps: int) -> None:
        """Left or right, not round."""
        index = PANES.index(self.panes.current) + steps
        if 0 <= index < len(PANES):
            self.focus_pane(PANES[index])

    def action_zoom(self) -> None:
        """The focused pane alone, or all again."""
        self.panes.zoomed = not self.panes.zoomed
        self.panes.fit()

    def action_fold(self) -> None:
        """The group of the claim under the cursor, or the near-copies of the article."""
        if self.lists.view == "claims":
            self._say_folded(self.lists.fold_group())
            return
        shown = self.lists.fold()
        said = {True: "Near-copies shown below their original", False: "Near-copies folded away"}
        self.footer.say(said[shown] if shown is not None else "No near-copies here")
        self.settle()

    def action_fold_all(self) -> None:
        """All groups of the claims folded, or none."""
        if self.lists.view != "claims" or self.lists.grouping == "none":
            self._say_no_groups()
            return
        folded = self.lists.fold_groups()
        self.footer.say("All groups folded" if folded else "All groups unfolded")
        self.settle()

    def _say_folded(self, section: Section | None) -> None:
        if section is None:
            self._say_no_groups()
        elif section.rows == 1 and not section.folded:
            self.footer.say("One claim alone: nothing to fold")
        else:
            count = f"{section.rows - 1} more of this group"
            self.footer.say(f"Folded: {count}" if section.folded else f"Unfolded: {count}")
        self.settle()

    def _say_no_groups(self) -> None:
        self.footer.say(f"Claims in groups: {self.key_for('view-claims')}, {self.key_for('group')}")

    def action_show_view(self, view: View) -> None:
        """Articles or claims in the left pane; among the articles the cursor is on the one shown."""
        self.catch_up()
        self.lists.view = view
        if view == "articles":
            self.lists.load_articles(self.reading.paper)
        else:
            self.lists.load_claims()
        self.focus_pane("list")
        self.show_progress()

    # -- reading

    def on_pane_touched(self, message: Pane.Touched) -> None:
        """A click focuses and keeps a filter being typed; a double click opens."""
        if self.footer.prompting:
            self._close_prompt()
        self.focus_pane(self.panes.name_of(message.pane))
        if message.opened:
            self.action_open()

    # -- reading

    def action_open(self) -> None:
        """One step deeper; from a row of evidence, to its span."""
        self.catch_up()
        if self.panes.current == "inspector":
            if self._go(self.reading.follow):
                self.focus_pane("article")
        elif self.lists.row is not None:
            choosing = self.panes.current == "list" and self.lists.view == "articles"
            self.focus_pane("article" if choosing else "inspector")

    def action_step_claim(self, steps: int) -> None:
        """From claim to claim in the article."""
        if self.panes.current == "list":
            self.catch_up()
        if not self.reading.article.step(steps * (self.count or 1)):
            self.footer.say("Last claim of this article" if steps > 0 else "First claim of this article")

    def action_step_row(self, steps: int) -> None:
        """From article to article, or claim to claim, without leaving the pane."""
        self.lists.shown.move(steps * (self.count or 1))

    def action_step_group(self, steps: int) -> None:
        """To the first claim of the next group, or of this one."""
        if self.lists.view != "claims" or self.lists.grouping == "none":
            self._say_no_groups()
        elif not self.lists.claims.step_section(steps * (self.count or 1)):
            self.footer.say("Last group" if steps > 0 else "First group")

    def action_travel(self, steps: int) -> None:
        """Back and forward."""
        self.catch_up()
        if not self._go(lambda: self.reading.travel(steps)):
            self.footer.say("Nowhere further back" if steps < 0 else "Nowhere further forward")

    def _go(self, journey: Callable[[], Spot | None]) -> bool:
        """Make a journey; the cursor among the articles goes along."""
        spot = None
        with self.tolerating_loss():
            spot = journey()
        if spot is None:
            return False
        found = self.lists.articles.find(spot.article)
        if found is not None:
            self.lists.articles.select(found)
        return True

    # -- comparing

    def action_show_sheet(self, name: SheetName) -> None:
        """The current claim drawn large."""
        self.catch_up()
        claim, placed = self.reading.claim, self.reading.article.placed
        if claim is None:
            self.footer.say("No claim to compare")
            return
        from tui.app.sheet import Sheet
        from tui.workspace.timeline import place_of

        at = place_of(placed.mention) if placed and placed.claim == claim else None
        with self.tolerating_loss():
            self.app.push_screen(Sheet(name, self.workspace, claim, self._visit, at))

    def _visit(self, target: Target) -> None:
        """To a place that was found on a sheet."""
        if self._go(lambda: self.reading.go_to(target)):
            self.focus_pane("article")

    # -- the program

    def action_rescan(self) -> None:
        """Start, or stop if it runs."""
        if self.scanner.running:
            self.scanner.cancel()
            self.footer.say("Stopping at the next file…")
        else:
            self.scanner.start()
            self.footer.report("Reading…")

    def action_help(self) -> None:
        """The key table."""
        from tui.app.help_page import HelpPage

        self.app.push_screen(HelpPage(self.offered))

    def action_interrupt(self) -> None:
        """Nothing is lost by ctrl+c."""
        self.footer.say("q quits; every decision is saved already")

    def action_leave(self) -> None:
        """What was found first, then the program."""
        if self.put_away():
            return
        self.catch_up()
        self.remember()
        self.scanner.cancel()
        self.app.exit(0)
