"""What a person did to claims, as records and as the tables the decisions log is made of.

A `Step` is what one key did: one record, or one for each claim (or tag) of a bulk action.  Undo and redo
move whole steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from tui.model import Claim
from tui.workspace.evidence import fingerprint, traces
from tui.workspace.rows import Verdict

Remarking = Literal["note", "tag", "untag"]
_VALUE: Mapping[str, str] = {"note": "note", "tag": "tag", "untag": "tag"}  # action -> the key of its value


@dataclass(frozen=True, slots=True)
class Subject:
    """What is kept of a claim so that it is recognised again: id, words, and hashes of its mentions."""

    claim: str
    text: str
    fingerprint: str
    evidence: tuple[str, ...]

    @classmethod
    def of(cls, claim: Claim) -> Subject:
        """`claim` as it is at this moment."""
        return cls(claim.id, claim.text, fingerprint(claim.text), traces(claim))


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and by whom a record is made; `step` is the id its companions share, empty if it is alone."""

    id: str
    time: str
    analyst: str
    step: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the person decided on a claim.

    `time` is UTC, ISO 8601; `evidence` the hashes of the claim's mentions at that time; `reopened` says
    what changed since, empty if the decision still rests on the same evidence.
    """

    id: str
    time: str
    analyst: str
    claim: str
    text: str
    fingerprint: str
    verdict: Verdict
    note: str = ""
    evidence: tuple[str, ...] = ()
    reopened: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on a claim (an empty one takes the note away), or a tag put on or taken off."""

    id: str
    time: str
    analyst: str
    claim: str
    text: str
    fingerprint: str
    action: Remarking
    value: str
    evidence: tuple[str, ...] = ()
    step: str = ""


Record = Decision | Remark


@dataclass(frozen=True, slots=True)
class Step:
    """Records that are undone and redone together; never empty."""

    id: str
    records: tuple[Record, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of its claims, in order, each once."""
        return tuple(dict.fromkeys(record.claim for record in self.records))


@dataclass(frozen=True, slots=True)
class Move:
    """An undo or redo of the step `of`."""

    action: Literal["undo", "redo"]
    of: str


def decide(stamp: Stamp, subject: Subject, verdict: Verdict, note: str = "") -> Decision:
    """The record of a decision."""
    return Decision(
        stamp.id,
        stamp.time,
        stamp.analyst,
        subject.claim,
        subject.text,
        subject.fingerprint,
        verdict,
        note,
        subject.evidence,
        step=stamp.step,
    )


def remark(stamp: Stamp, subject: Subject, action: Remarking, value: str) -> Remark:
    """The record of a note or tag."""
    return Remark(
        stamp.id,
        stamp.time,
        stamp.analyst,
        subject.claim,
        subject.text,
        subject.fingerprint,
        action,
        value,
        subject.evidence,
        stamp.step,
    )


def tabulate(record: Record) -> dict[str, Any]:
    """A record as it is written; its last key is a text or an array, so that a cut is seen."""
    action = "decide" if isinstance(record, Decision) else record.action
    table = _identity(Stamp(record.id, record.time, record.analyst), action, record)
    if record.step:
        table["step"] = record.step
    evidence = list(record.evidence)
    if isinstance(record, Decision):
        return table | {"verdict": record.verdict, "note": record.note, "evidence": evidence}
    return table | {"evidence": evidence, _VALUE[record.action]: record.value}


def tabulate_move(stamp: Stamp, action: str, step: Step) -> dict[str, Any]:
    """An undo or redo as it is written; it names the step's first claim for whoever reads the file."""
    return _identity(stamp, action, step.records[0]) | {"of": step.id}


def _identity(stamp: Stamp, action: str, record: Record) -> dict[str, Any]:
    return {
        "id": stamp.id,
        "time": stamp.time,
        "analyst": stamp.analyst,
        "action": action,
        "claim": record.claim,
        "text": record.text,
        "fingerprint": record.fingerprint,
    }


def replay(tables: Iterable[dict[str, Any]]) -> Iterable[Step | Move]:
    """The steps and moves that the tables of a log (`log.parse`) tell of, in their order."""
    for step, group in groupby(tables, key=lambda table: table.get("step") or table["id"]):
        rows = list(group)
        if "of" in rows[0]:
            yield from (Move(row["action"], row["of"]) for row in rows)
        else:
            yield Step(step, tuple(map(_record, rows)))


def _record(table: dict[str, Any]) -> Record:
    stamp = Stamp(table["id"], table["time"], table["analyst"], table.get("step", ""))
    subject = Subject(table["claim"], table["text"], table["fingerprint"], tuple(table["evidence"]))
    action = table["action"]
    if action == "decide":
        return decide(stamp, subject, table["verdict"], table["note"])
    return remark(stamp, subject, action, table[_VALUE[action]])
