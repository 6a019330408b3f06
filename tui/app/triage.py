"""Deciding, undoing and redoing, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app.cells import clip
from tui.workspace.rows import Verdict

if TYPE_CHECKING:
    from tui.workspace.decisions import Decision
    from tui.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a key did: the words for the footer, the claim it was about, whether it failed."""

    message: str
    claim: str | None = None
    failed: bool = False


class Triage:
    """The decisions of a session, each written by the workspace before it is reported."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def decide(self, claim: str, verdict: Verdict) -> Outcome:
        """Decide on `claim`."""
        return self._report("", lambda: self._workspace.decide(claim, verdict))

    def undo(self) -> Outcome:
        """Take back the last decision."""
        return self._report("Undone: ", self._workspace.undo, "Nothing to undo")

    def redo(self) -> Outcome:
        """Bring back what was undone last."""
        return self._report("Redone: ", self._workspace.redo, "Nothing to redo")

    def undecided(self, claim: str) -> bool:
        """Whether `claim` waits for a decision, also again because its evidence changed."""
        decision = self._workspace.decision(claim)
        return decision is None or bool(decision.reopened)

    def progress(self) -> str:
        """``12 of 47 decided``."""
        decided, total = self._workspace.progress()
        return f"{decided} of {total} decided"

    def _report(self, prefix: str, act: Callable[[], Decision | None], nothing: str = "") -> Outcome:
        from tui.workspace.decisions import DecisionError

        try:
            decision = act()
        except (DecisionError, OSError) as error:
            return Outcome(str(error), failed=True)
        except KeyError:
            return Outcome("This claim is gone: the files were read again", failed=True)
        if decision is None:
            return Outcome(nothing)
        return Outcome(f"{prefix}{decision.verdict} “{clip(decision.text, 60)}”", decision.claim)
