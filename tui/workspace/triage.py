"""Decisions, notes and tags laid over an index: which claim each is on, and whether its evidence changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from tui.workspace.evidence import difference, digest, fingerprint, traces
from tui.workspace.index import Index
from tui.workspace.records import Decision, Record, Subject
from tui.workspace.rows import Remarks
from tui.workspace.tables import hashed

_MERGED = "two claims that were decided became one; the other, “{text}”, was {verdict}"
_SHOWN = 60  # characters of the other claim


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
        self.gone = 0  # decisions on claims that are not there
        self.by_claim: dict[str, Decision] = {}
        self.by_position: dict[int, Decision] = {}
        self.remarks: dict[str, Remarks] = {}
        self._remarked: dict[int, Remarks] = {}
        self.lay(records)

    def lay(self, records: Iterable[Record]) -> None:
        """Takes `records` (oldest first) as those that stand; the last decision on a claim holds."""
        decided: dict[int, list[Decision]] = {}
        pads: dict[int, _Pad] = {}
        names: dict[int, str] = {}
        self.gone = 0
        for record in records:
            home = self._home(record)
            if home is None:
                self.gone += isinstance(record, Decision)
                continue
            position, names[home[0]] = home[:2]
            pads.setdefault(position, _Pad()).take(record)
            if isinstance(record, Decision):
                others = [d for d in decided.get(position, ()) if not _is_on_the_same(d, record)]
                decided[position] = [*others, record]
        self.by_position = {position: self._judge(*those) for position, those in decided.items()}
        self.by_claim = {names[position]: decision for position, decision in self.by_position.items()}
        self._remarked = {
            position: Remarks(pad.note, tuple(pad.tags))
            for position, pad in pads.items()
            if pad.note or pad.tags
        }
        self.remarks = {names[position]: remarks for position, remarks in self._remarked.items()}

    def _judge(self, *decided: Decision) -> Decision:
        """The last of the decisions on claims that are one by now, with what reopens it."""
        *others, decision = decided
        merged = (
            _MERGED.format(text=_shortened(others[-1].text), verdict=others[-1].verdict) if others else ""
        )
        reason = "; ".join(filter(None, [merged, self._reason(decision)]))
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
        return [
            Subject(claim.id, claim.text, fingerprint(claim.text), traces(claim))
            for claim in map(self._index.claim, self._index.known(dict.fromkeys(claims)))
        ]

    def settled(self) -> int:
        """How many claims are decided and need no second look."""
        return sum(not decision.reopened for decision in self.by_position.values())

    def _home(self, record: Record) -> tuple[int, str, str] | None:
        """Position, id and evidence digest of the claim a record stands for; None if it is gone."""
        if record.id not in self._homes:
            self._homes[record.id] = self._find(record)
        return self._homes[record.id]

    def _find(self, record: Record) -> tuple[int, str, str] | None:
        """The claim with the same words; without one, the claim that has most of the record's mentions.

        A verdict is on words: they count first.  Several claims may have them (the ids tell these apart, but
        are counted anew in every scan): then the mentions decide, too.
        """
        fields = "SELECT position, id, printf('%012x', evidence) FROM claim WHERE"
        worded = self._index.rows(f"{fields} fingerprint = ? ORDER BY position", hashed(record.fingerprint))
        if len(worded) == 1:
            return tuple(worded[0])
        shared = self._shared(record)
        if worded:
            best: Any = max(worded, key=lambda row: (shared.get(row[0], 0), row[1] == record.claim))
            return tuple(best)
        heir = max(shared, key=lambda position: (shared[position], -position), default=None)
        if heir is None or shared[heir] * 2 < len(set(record.evidence)):
            return None
        (found,) = self._index.rows(f"{fields} position = ?", heir)
        return tuple(found)

    def _shared(self, record: Record) -> dict[int, int]:
        """How many of the record's mentions each claim has."""
        rows = self._index.rows(
            "SELECT claim, COUNT(*) FROM trace WHERE hash IN (SELECT value FROM json_each(?)) GROUP BY claim",
            sorted({number for trace in record.evidence if (number := hashed(trace)) is not None}),
        )
        return dict(rows)

    def _reason(self, decision: Decision) -> str:
        if decision.id not in self._reasons:
            home = self._homes[decision.id]
            same = home is None or home[2] == digest(decision.evidence)
            reason = "" if same or home is None else difference(decision.evidence, self._index.claim(home[1]))
            self._reasons[decision.id] = reason
        return self._reasons[decision.id]


def _is_on_the_same(before: Decision, decision: Decision) -> bool:
    """Whether what was decided before was this claim, if in other words: most of its mentions are here."""
    if (before.claim, before.fingerprint) == (decision.claim, decision.fingerprint):
        return True
    evidence = set(before.evidence)
    return bool(evidence) and 2 * len(evidence & set(decision.evidence)) >= len(evidence)


def _shortened(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN].rstrip()}…"


def _is_begun(tag: str, value: str) -> bool:
    return tag.casefold().startswith(value)
