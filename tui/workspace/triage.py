"""Decisions, notes and tags laid over an index: which claim each is on, and whether its evidence changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tui.workspace.evidence import difference, digest
from tui.workspace.index import Index
from tui.workspace.records import Decision, Record, Subject
from tui.workspace.rows import Remarks

_MERGED = "two claims that were decided became one"


@dataclass(slots=True)
class _Pad:
    """Note and tags of one claim while records are laid; the tags in the order they were put on."""

    note: str = ""
    tags: dict[str, None] = field(default_factory=dict)

    def take(self, record: Record) -> None:
        """One record on top of those before it; a decision without a note leaves the note there is."""
        if isinstance(record, Decision):
            self.note = record.note or self.note
        elif record.action == "note":
            self.note = record.value
        elif record.action == "tag":
            self.tags[record.value] = None
        else:
            self.tags.pop(record.value, None)


class Triage:
    """The verdicts of one analyst over one index, by claim id and by position; notes and tags, too."""

    def __init__(self, index: Index, records: Iterable[Record] = ()) -> None:
        self._index = index
        self._homes: dict[str, tuple[int, str, str] | None] = {}
        self._reasons: dict[str, str] = {}
        self.by_claim: dict[str, Decision] = {}
        self.by_position: dict[int, Decision] = {}
        self.remarks: dict[str, Remarks] = {}
        self._remarked: dict[int, Remarks] = {}
        self.lay(records)

    def lay(self, records: Iterable[Record]) -> None:
        """Takes `records` (oldest first) as those that stand; the last decision on a claim holds."""
        by_position: dict[int, Decision] = {}
        pads: dict[int, _Pad] = {}
        names: dict[int, str] = {}
        for record in records:
            home = self._home(record)
            if home is None:
                continue
            position, names[home[0]] = home[:2]
            pads.setdefault(position, _Pad()).take(record)
            if isinstance(record, Decision):
                by_position[position] = self._judge(record, by_position.get(position))
        self.by_position = by_position
        self.by_claim = {names[position]: decision for position, decision in by_position.items()}
        self._remarked = {
            position: Remarks(pad.note, tuple(pad.tags))
            for position, pad in pads.items()
            if pad.note or pad.tags
        }
        self.remarks = {names[position]: remarks for position, remarks in self._remarked.items()}

    def _judge(self, decision: Decision, before: Decision | None) -> Decision:
        """A decision with what reopens it."""
        merged = before is not None and (before.claim, before.fingerprint) != (
            decision.claim,
            decision.fingerprint,
        )
        reason = "; ".join(filter(None, [_MERGED if merged else "", self._reason(decision)]))
        return replace(decision, reopened=reason) if reason else decision

    def find(self, field: str, value: str) -> set[int]:
        """The claims of which ``decision:``, ``tag:`` or ``note:`` says `value` (casefolded)."""
        if field == "decision":
            return self.positions(value)
        if field == "tag":
            return {p for p, held in self._remarked.items() if any(_is_begun(t, value) for t in held.tags)}
        return {p for p, held in self._remarked.items() if value in held.note.casefold()}

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

    def tags(self) -> tuple[str, ...]:
        """Every tag in use, sorted."""
        return tuple(sorted({tag for held in self._remarked.values() for tag in held.tags}))

    def subjects(self, claims: Iterable[str]) -> list[Subject]:
        """What a record keeps of each of the claims; those that are gone are left out."""
        names = list(dict.fromkeys(claims))
        found = self._index.rows(
            "SELECT id, text, fingerprint, position FROM claim WHERE id IN (SELECT value FROM json_each(?))",
            names,
        )
        traces: dict[int, list[str]] = {row[3]: [] for row in found}
        for position, trace in self._index.rows(
            "SELECT claim, trace FROM mention WHERE claim IN (SELECT value FROM json_each(?))", list(traces)
        ):
            traces[position].append(trace)
        by_name = {
            row[0]: Subject(row[0], row[1], row[2], tuple(sorted(traces[row[3]]))) for row in reversed(found)
        }
        return [by_name[name] for name in names if name in by_name]

    def settled(self) -> int:
        """How many claims are decided and need no second look."""
        return sum(not decision.reopened for decision in self.by_position.values())

    def _home(self, record: Record) -> tuple[int, str, str] | None:
        """Position, id and evidence digest of the claim a record stands for; None if it is gone."""
        if record.id not in self._homes:
            self._homes[record.id] = self._find(record)
        return self._homes[record.id]

    def _find(self, record: Record) -> tuple[int, str, str] | None:
        fields = "SELECT position, id, evidence FROM claim WHERE"
        named = self._index.rows(f"{fields} id = ? AND fingerprint = ?", record.claim, record.fingerprint)
        worded = named or self._index.rows(f"{fields} fingerprint = ? ORDER BY position", record.fingerprint)
        if worded:
            return tuple(worded[0])
        position = self._heir(record)
        found = self._index.rows(f"{fields} position = ?", position) if position is not None else ()
        return tuple(found[0]) if found else None

    def _heir(self, record: Record) -> int | None:
        """The claim that has at least half of the record's mentions, most first."""
        hashes = sorted(set(record.evidence))
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


def _is_begun(tag: str, value: str) -> bool:
    return tag.casefold().startswith(value)
