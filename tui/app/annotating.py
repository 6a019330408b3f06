"""The keys for notes, tags, the flag, marks, and decisions on many claims at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app.completion import Complete, complete_tags
from tui.app.deciding import Deciding
from tui.workspace.rows import VERDICTS, Verdict
from tui.workspace.tags import TagError, parse_tags

if TYPE_CHECKING:
    from tui.app.bulk import Bulk


class Annotating(Deciding):
    """What a person writes on claims, and what they do to several of them."""

    # -- notes

    def action_note(self) -> None:
        """Type a note on the current claim; one of several lines goes to the editor."""
        claim = self._claim_to_change("note something")
        if claim is None:
            return
        note = self.workspace.remarks(claim).note
        if "\n" in note:
            self.action_edit_note()
            return
        self._question("note:", note, lambda typed: self._show_decisions(self.triage.annotate(claim, typed)))

    def _question(
        self, label: str, value: str, take: Callable[[str], None], complete: Complete | None = None
    ) -> None:
        """Ask for a line; an empty one is an answer, too."""
        from tui.app.question import Question

        def answered(typed: str | None) -> None:
            if typed is not None:
                take(typed)

        self.app.push_screen(Question(label, value, complete), answered)

    def action_edit_note(self) -> None:
        """Write the note on the current claim in $EDITOR."""
        from textual.app import SuspendNotSupported

        from tui.app.editor import EditorError, choose_editor, edit

        claim = self._claim_to_change("note something")
        if claim is None:
            return
        try:
            about, command = self.workspace.claim(claim).text, choose_editor(os.environ)
            with self.app.suspend():
                note = edit(self.workspace.remarks(claim).note, about, command)
        except (EditorError, SuspendNotSupported) as error:
            self.footer.say(str(error), bad=True)
            return
        self.refresh(layout=True)
        self._show_decisions(self.triage.annotate(claim, note))

    # -- tags

    def action_tag(self) -> None:
        """Type the tags of the current claim; those taken out of the line are taken off."""
        claim = self._claim_to_change("put tags")
        if claim is not None:
            held = self.workspace.remarks(claim).tags
            self._ask_tags("tags:", "".join(f"{tag} " for tag in held), [claim], held)

    def _ask_tags(self, lead: str, value: str, claims: Sequence[str], held: Sequence[str] = ()) -> None:
        complete = complete_tags(self.workspace.tags())
        self._question(lead, value, lambda line: self._tag(claims, line, held), complete)

    def _tag(self, claims: Sequence[str], line: str, held: Sequence[str]) -> None:
        """Put on and take off what `line` says, and take off those of `held` it leaves out."""
        try:
            on, off = parse_tags(line)
        except TagError as error:
            self.footer.say(str(error), bad=True)
            return
        dropped = [tag for tag in held if tag not in on]
        self._show_decisions(self.triage.tag(claims, on, list(dict.fromkeys([*off, *dropped]))))

    def action_flag(self) -> None:
        """Put the flag on the current claim, or take it off."""
        claim = self._claim_to_change("put a flag")
        if claim is not None:
            self._show_decisions(self.triage.flag(claim))

    # -- marks

    def action_mark(self) -> None:
        """Mark the current claim or unmark it, and go on to the next row."""
        self.catch_up()
        claim = self.reading.claim
        if claim is None:
            self.footer.say("No claim to mark")
            return
        marked = self.lists.claims.marked
        if claim in marked:
            del marked[claim]
        else:
            marked[claim] = None
        self._show_marks()
        if self.lists.view == "claims" and self.panes.current == "list":
            self.lists.claims.move(1)

    def action_mark_all(self) -> None:
        """Mark every claim in the list."""
        if self.lists.view != "claims":
            self.footer.say("Marks are set in the list of claims: c")
            return
        self.lists.claims.marked.update(dict.fromkeys(row.id for row in self.lists.claims.rows.unfolded))
        self._show_marks()

    def action_unmark_all(self) -> None:
        """Take all marks away."""
        self.lists.claims.marked.clear()
        self._show_marks()

    def _show_marks(self) -> None:
        count = len(self.lists.claims.marked)
        self.footer.say(f"{count} marked; B decides on them" if count else "No marks")
        self.lists.claims.refresh()
        self.lists.label()
        self.show_progress()

    # -- many at once

    def action_bulk(self) -> None:
        """Decide on all marked claims, or without marks on all that are filtered, after asking."""
        self.catch_up()
        marked = self.lists.claims.marked
        if not marked and (self.lists.view != "claims" or not self.lists.query):
            self.footer.say("Mark claims first (m, M), or filter the claims (c, /)")
            return
        claims = list(marked) or [row.id for row in self.lists.claims.rows.unfolded]
        undecided = [claim for claim in claims if self.triage.undecided(claim)]
        if not claims:
            self.footer.say("Nothing is filtered to decide on")
            return
        from tui.app.bulk import Bulk

        bulk = Bulk("marked" if marked else "filtered", claims, undecided)
        self._ask_what(bulk)

    def _ask_what(self, bulk: Bulk) -> None:
        """Which verdict, or tags."""
        from tui.app.dialog import Dialog

        def answered(answer: str | None) -> None:
            if answer == "tag":
                self._ask_tags(f"tags for {bulk.count}:", "", bulk.claims)
            elif answer in VERDICTS:
                self._ask_whether(bulk, answer)

        lines, answers = bulk.offer(self.claims_app.actions)
        self.app.push_screen(Dialog(f"Decide on {bulk.count}", "q leaves", lines, answers), answered)

    def _ask_whether(self, bulk: Bulk, verdict: Verdict) -> None:
        """The last word: it says how many."""
        from tui.app.dialog import Dialog

        def answered(answer: str | None) -> None:
            claims = {"all": bulk.claims, "undecided": bulk.undecided}.get(answer or "")
            if claims:
                self._decide_all(claims, verdict)
            else:
                self.footer.say("Nothing decided")

        lines, answers = bulk.confirm(verdict)
        self.app.push_screen(Dialog(f"Decide on {bulk.count}", "n leaves", lines, answers), answered)

    def _decide_all(self, claims: Sequence[str], verdict: Verdict) -> None:
        left = self._left
        outcome = self.triage.decide_all(claims, verdict)
        if not outcome.failed:
            self.lists.claims.marked.clear()
            self.lists.label()
        self._show_decisions(outcome)
        if left and not self._left:
            self.action_summary()
