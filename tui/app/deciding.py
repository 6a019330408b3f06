"""The keys that decide, one claim at a time, and those that take it back."""

from __future__ import annotations

from collections.abc import Callable

from tui.app.deck import Deck
from tui.app.triage import Outcome
from tui.workspace.rows import Verdict


class Deciding(Deck):
    """Decide and go on; undo and redo; how far the triage is."""

    def action_decide(self, verdict: Verdict) -> None:
        """Decide on the current claim and go on to the next; what was not shown yet is shown first."""
        claim = self._claim_to_change("decide")
        if claim is None:
            return
        left = self._left
        outcome = self.triage.decide(claim, verdict)
        moved = not outcome.failed and self._advance()
        self._show_decisions(outcome, inspect=not moved)
        if left and not self._left:
            self.action_summary()

    def _claim_to_change(self, change: str) -> str | None:
        """The current claim, if it has been on the screen; else it is shown and the footer says so."""
        unseen = self.lists.view == "articles" and (self.awaits(self.settle) or self.lists.articles.strayed)
        self.catch_up()
        claim = self.reading.claim
        if unseen or claim is None:
            self.footer.say(f"Shown; press again to {change}" if claim else f"No claim to {change} on")
            return None
        return claim

    def action_skip(self) -> None:
        """On to the next undecided claim."""
        self.catch_up()
        if not self._advance():
            self.footer.say("Nothing undecided further down")

    def action_undo(self) -> None:
        """Take the last step back and show its claim."""
        self._revert(self.triage.undo)

    def action_redo(self) -> None:
        """Bring it back."""
        self._revert(self.triage.redo)

    def _revert(self, act: Callable[[], Outcome]) -> None:
        self.catch_up()
        outcome = act()
        self._show_decisions(outcome)
        if outcome.claim is not None:
            self._return_to(outcome.claim)

    def _return_to(self, claim: str) -> None:
        """Put the cursor back on `claim` where it can be seen."""
        if self.lists.view == "articles":
            self.reading.choose(claim)
            return
        found = self.lists.claims.find(claim)
        if found is not None:
            self.lists.claims.go(found)

    def _advance(self) -> bool:
        """To the next undecided claim: down the list of claims, or on through the article."""
        if self.lists.view == "claims" and self.lists.row == self.reading.claim:
            return self.lists.advance(self.triage.undecided)
        moved = self.reading.advance(self.triage.undecided)
        if moved:
            self.follow_later(self.reading.inspect_current)
        return moved

    def _show_decisions(self, outcome: Outcome, inspect: bool = True) -> None:
        """Draw again what shows decisions; rows keep their order until the list is fetched anew."""
        self.show_progress()
        self.footer.say(outcome.message, outcome.failed, whole=outcome.failed)
        if outcome.claim is not None:
            self.lists.claims.refresh()
            self.lists.load_articles()
            self.reading.refresh(inspect)
            self.remember()

    # -- how far it is

    @property
    def _left(self) -> int:
        """How many claims of what is in view wait for a decision."""
        return (self.scope or self.workspace.tally()).left

    def action_summary(self) -> None:
        """What is decided and what is left, in view and in all, and how to get it out."""
        from tui.app.dialog import Dialog
        from tui.app.summary import summarise

        self.catch_up()
        part, whole = self.scope, self.workspace.tally()
        title, lines = summarise(whole, part, self.lists.query)
        self.app.push_screen(Dialog(title, "q leaves", lines, {"enter": "", "space": ""}))
