"""Decisions laid over an index: which claim each stands for, and whether its evidence is still the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.workspace.decisions import Decision
from tui.workspace.evidence import difference, digest
from tui.workspace.index import Index

_MERGED = "two claims that were decided became one"


class Triage:
    """The verdicts of one analyst over one index, by claim id and by position."""

    def __init__(self, index: Index, decisions: Iterable[Decision] = ()) -> None:
        self._index = index
        self._homes: dict[str, tuple[int, str, str] | None] = {}
        self._reasons: dict[str, str] = {}
        self.by_claim: dict[str, Decision] = {}
        self.by_position: dict[int, Decision] = {}
        self.lay(decisions)

    def lay(self, decisions: Iterable[Decision]) -> None:
        """Takes `decisions` (oldest first) as those that stand; the last one on a claim holds."""
        by_position: dict[int, Decision] = {}
        by_claim: dict[str, Decision] = {}
        for decision in decisions:
            home = self._home(decision)
            if home is None:
                continue
            position, identity, _ = home
            before = by_position.get(position)
            merged = before is not None and (before.claim, before.fingerprint) != (
                decision.claim,
                decision.fingerprint,
            )
            reason = "; ".join(filter(None, [_MERGED if merged else "", self._reason(decision)]))
            by_position[position] = by_claim[identity] = replace(decision, reopened=reason)
        self.by_position, self.by_claim = by_position, by_claim

    def positions(self, kind: str) -> set[int]:
        """The claims whose decision begins with `kind`: a verdict, ``any``, ``none`` or ``reopened``."""
        found: set[int] = set()
        if "none".startswith(kind):
            found.update(set(range(self._index.count("claim"))) - set(self.by_position))
        for position, decision in self.by_position.items():
            kinds = (decision.verdict, "any", "reopened" if decision.reopened else "any")
            if any(name.startswith(kind) for name in kinds):
                found.add(position)
        return found

    def settled(self) -> int:
        """How many claims are decided and need no second look."""
        return sum(not decision.reopened for decision in self.by_position.values())

    def _home(self, decision: Decision) -> tuple[int, str, str] | None:
        """Position, id and evidence digest of the claim a decision stands for; None if it is gone."""
        if decision.id not in self._homes:
            self._homes[decision.id] = self._find(decision)
        return self._homes[decision.id]

    def _find(self, decision: Decision) -> tuple[int, str, str] | None:
        fields = "SELECT position, id, evidence FROM claim WHERE"
        named = self._index.rows(f"{fields} id = ? AND fingerprint = ?", decision.claim, decision.fingerprint)
        worded = named or self._index.rows(
            f"{fields} fingerprint = ? ORDER BY position", decision.fingerprint
        )
        if worded:
            return tuple(worded[0])
        position = self._heir(decision)
        found = self._index.rows(f"{fields} position = ?", position) if position is not None else ()
        return tuple(found[0]) if found else None

    def _heir(self, decision: Decision) -> int | None:
        """The claim that has at least half of the decision's mentions, most first."""
        hashes = sorted(set(decision.evidence))
        rows = self._index.rows(
            "SELECT claim, COUNT(DISTINCT trace) FROM mention"
            " WHERE trace IN (SELECT value FROM json_each(?)) GROUP BY claim ORDER BY 2 DESC, claim LIMIT 1",
            hashes,
        )
        return int(rows[0][0]) if rows and rows[0][1] * 2 >= len(hashes) else None

    def _reason(self, decision: Decision) -> str:
        if decision.id not in self._reasons:
            home = self._homes[decision.id]
            same = home is None or home[2] == digest(decision.evidence)
            reason = "" if same or home is None else difference(decision.evidence, self._index.claim(home[1]))
            self._reasons[decision.id] = reason
        return self._reasons[decision.id]
