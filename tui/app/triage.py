"""Deciding, noting, tagging, undoing and redoing, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.app.cells import clip
from tui.workspace.records import Decision, Record, Remark, Step
from tui.workspace.rows import Tally, Verdict

if TYPE_CHECKING:
    from tui.workspace.workspace import Workspace

FLAG = "flagged"  # the tag of the flag key
_GONE = "This claim is gone: the files were read again"


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

    # -- acts

    def decide(self, claim: str, verdict: Verdict) -> Outcome:
        """Decide on `claim`."""
        return self._report("", lambda: self._workspace.decide(claim, verdict))

    def decide_all(self, claims: Sequence[str], verdict: Verdict) -> Outcome:
        """Decide on several claims at once."""
        return self._report("", lambda: self._workspace.decide_all(claims, verdict))

    def annotate(self, claim: str, note: str) -> Outcome:
        """Put a note on `claim`, or take it away."""
        return self._report(
            "", lambda: self._workspace.annotate(claim, note.strip()), "The note is as it was"
        )

    def tag(self, claims: Sequence[str], add: Sequence[str], remove: Sequence[str] = ()) -> Outcome:
        """Put tags on claims and take tags off."""
        return self._report("", lambda: self._workspace.tag(claims, add, remove), "The tags are as they were")

    def flag(self, claim: str) -> Outcome:
        """Put the flag on `claim`, or take it off."""
        flagged = FLAG in self._workspace.remarks(claim).tags
        return self.tag([claim], () if flagged else (FLAG,), (FLAG,) if flagged else ())

    def undo(self) -> Outcome:
        """Take back the last step."""
        return self._report("Undone: ", self._workspace.undo, "Nothing to undo")

    def redo(self) -> Outcome:
        """Bring back what was undone last."""
        return self._report("Redone: ", self._workspace.redo, "Nothing to redo")

    def undecided(self, claim: str) -> bool:
        """Whether `claim` waits for a decision, also again because its evidence changed."""
        decision = self._workspace.decision(claim)
        return decision is None or bool(decision.reopened)

    def progress(self, part: Tally | None = None, marked: int = 0) -> str:
        """``12 of 47 decided, 35 left``; with a filter that of its `part` first."""
        whole = self._workspace.tally()
        parts = [f"{marked} marked"] if marked else []
        parts += [f"{part.settled} of {part.total} here"] if part else []
        parts.append(f"{whole.settled} of {whole.total} decided")
        parts += [f"{whole.left} left"] if not part and whole.settled and whole.left else []
        parts += [f"{whole.reopened} reopened"] if whole.reopened else []
        return ", ".join(parts)

    def _report(self, prefix: str, act: Callable[[], Decision | Step | None], nothing: str = "") -> Outcome:
        from tui.workspace.decisions import DecisionError

        try:
            done = act()
        except (DecisionError, OSError) as error:
            return Outcome(str(error), failed=True)
        except KeyError:
            return Outcome(_GONE, failed=True)
        if done is None:
            return Outcome(nothing)
        records = done.records if isinstance(done, Step) else (done,)
        return Outcome(prefix + describe(records), records[0].claim)


def describe(records: Sequence[Record]) -> str:
    """What one step did, to which claim or to how many."""
    first = records[0]
    claims = len({record.claim for record in records})
    where = f"“{clip(first.text, 60)}”" if claims == 1 else f"{claims} claims"
    if isinstance(first, Decision):
        return f"{first.verdict} {where}"
    if first.action == "note":
        return (
            f"note on {where}: {clip(_one_line(first.value), 40)}" if first.value else f"no note on {where}"
        )
    changes = dict.fromkeys(map(_change, (r for r in records if not isinstance(r, Decision))))
    return f"{' '.join(changes)} on {where}"


def _change(remark: Remark) -> str:
    """``+court`` or ``-court``; the flag by its name."""
    if remark.value == FLAG:
        return "flag" if remark.action == "tag" else "no flag"
    return ("+" if remark.action == "tag" else "-") + remark.value


def _one_line(text: str) -> str:
    return " ".join(text.split())
