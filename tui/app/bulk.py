"""What is asked before many claims are decided at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.app.keys import Action, show
from tui.workspace.rows import VERDICTS, Verdict

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bulk:
    """The claims it is about, why these (``marked``, ``filtered``), and which are not decided yet."""

    kind: str
    claims: Sequence[str]
    undecided: Sequence[str]

    @property
    def count(self) -> str:
        """``12 marked claims``."""
        return f"{len(self.claims)} {self.kind} claim{'s' * (len(self.claims) != 1)}"

    def offer(self, actions: Sequence[Action]) -> tuple[Lines, Mapping[str, str]]:
        """A line and the keys for each verdict, by the keys they have everywhere, and for tags."""
        table = {action.id: action for action in actions}
        offered: list[tuple[str, str, str]] = [
            (f"decide-{verdict}", verdict, verdict) for verdict in VERDICTS
        ]
        offered.append(("tag", "tag", "put tags on, take tags off"))
        lines = tuple((f"{show(table[name].keys[0]):>5}  {text}", "plain") for name, _, text in offered)
        answers = {key: answer for name, answer, _ in offered for key in table[name].keys}
        return lines, answers

    def confirm(self, verdict: Verdict) -> tuple[Lines, Mapping[str, str]]:
        """How many there are, how many of them are decided already, and the keys to go on."""
        total, left = len(self.claims), len(self.undecided)
        lines = [(f"{verdict} for {self.count}?", "bold")]
        answers = {"y": "all", "n": ""}
        if left == total:
            lines.append((f"    y  yes, {total}", "plain"))
        else:
            lines.append((f"{total - left} of them decided already", "warn"))
            lines.append((f"    y  all {total}, changing those", "plain"))
        if 0 < left < total:
            lines.append((f"    o  only the {left} undecided", "plain"))
            answers["o"] = "undecided"
        lines += [("    n  no", "plain"), ("", "plain"), ("One undo takes all of it back.", "dim")]
        return tuple(lines), answers
