"""The person's decisions: an append-only TOML log that survives a kill at any moment.

One file per corpus and analyst.  Each record is one ``[[decision]]`` table: ``id``, ``time`` (UTC, ISO),
``analyst``, ``action`` (``decide``, ``undo``, ``redo``), ``claim`` (id), ``text`` and ``fingerprint`` of the
claim, then ``verdict``, ``note`` and ``evidence`` (hashes of the mentions) for a decision or ``of`` (the
decision's id) for an undo or redo.  The last key of a record cannot be cut short and stay valid TOML, so
that a half-written record is recognised; it is reported, and kept as a comment when the next is written.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from tui.model import Claim
from tui.workspace.evidence import fingerprint, traces
from tui.workspace.log import IDENTITY, comment, parse, write
from tui.workspace.rows import Verdict


class DecisionError(Exception):
    """A decision could not be written; the message says which file, why and what to do."""


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


def _decision(record: dict[str, Any]) -> Decision:
    fields = {key: record[key] for key in IDENTITY if key != "action"}
    return Decision(
        **fields, verdict=record["verdict"], note=record["note"], evidence=tuple(record["evidence"])
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Decisions:
    """One analyst's log on one corpus: replayed on opening, appended to and fsynced at every change."""

    def __init__(
        self,
        path: Path,
        analyst: str,
        clock: Callable[[], str] = _now,
        new_id: Callable[[], str] = lambda: os.urandom(6).hex(),
    ) -> None:
        """Opens the log at `path`, which need not exist.  Raises `DecisionError` if it cannot be read."""
        self.path = path
        self.analyst = analyst
        self.problems: tuple[str, ...] = ()
        self._clock = clock
        self._new_id = new_id
        self._done: list[Decision] = []
        self._undone: list[Decision] = []
        self._size = 0
        self._whole = 0
        try:
            self._replay(path.read_bytes())
        except FileNotFoundError:
            return
        except OSError as error:
            raise DecisionError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None

    @property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions that were made and not undone, oldest first."""
        return tuple(self._done)

    def decide(self, claim: Claim, verdict: Verdict, note: str = "") -> Decision:
        """Records a verdict on `claim`.  Raises `DecisionError` if it cannot be written."""
        decision = Decision(
            self._new_id(),
            self._clock(),
            self.analyst,
            claim.id,
            claim.text,
            fingerprint(claim.text),
            verdict,
            note,
            traces(claim),
        )
        with self._opened() as file:
            self._append(file, _table("decide", decision, decision))
            self._done.append(decision)
            self._undone.clear()
        return decision

    def undo(self) -> Decision | None:
        """Takes the last standing decision back and returns it; None if there is none."""
        return self._move("undo", self._done, self._undone)

    def redo(self) -> Decision | None:
        """Makes the last undone decision again and returns it; None if there is none."""
        return self._move("redo", self._undone, self._done)

    def _move(self, action: str, source: list[Decision], target: list[Decision]) -> Decision | None:
        if not self.path.exists():
            return None
        with self._opened() as file:
            if not source:
                return None
            moved = source[-1]
            self._append(file, _table(action, self._stamped(moved), moved))
            target.append(source.pop())
        return moved

    def _stamped(self, decision: Decision) -> Decision:
        return replace(decision, id=self._new_id(), time=self._clock(), analyst=self.analyst)

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        """The log, locked, after replaying what another session appended meanwhile."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                if file.seek(0, os.SEEK_END) != self._size:
                    file.seek(0)
                    self._replay(file.read())
                yield file
        except OSError as error:
            reason = error.strerror or str(error)
            raise DecisionError(
                f"{self.path}: the decision is not saved ({reason});"
                " make room or check the folder, then decide again"
            ) from None

    def _append(self, file: BinaryIO, record: dict[str, Any]) -> None:
        """Writes one record to the disk, or leaves the log as it was and raises OSError."""
        file.seek(self._whole)
        added = comment(file.read()) + write(record)
        try:
            file.truncate(self._whole)
            file.write(added)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):
                os.ftruncate(file.fileno(), self._whole)
            raise
        self._whole += len(added)
        self._size = self._whole

    def _replay(self, data: bytes) -> None:
        parsed = parse(data)
        self._size, self._whole = len(data), parsed.whole
        self.problems = tuple(f"{self.path}: {problem}" for problem in parsed.problems)
        self._done.clear()
        self._undone.clear()
        for record in parsed.records:
            self._apply(record)

    def _apply(self, record: dict[str, Any]) -> None:
        """One record on top of those before it; an undo of something unknown changes nothing."""
        if record["action"] == "decide":
            self._done.append(_decision(record))
            self._undone.clear()
            return
        source, target = self._done, self._undone
        if record["action"] == "redo":
            source, target = target, source
        for position in range(len(source) - 1, -1, -1):
            if source[position].id == record["of"]:
                target.append(source.pop(position))
                return


def _table(action: str, stamp: Decision, subject: Decision) -> dict[str, Any]:
    """A record as it is written; its last key is a text or an array, so that a cut is seen."""
    table: dict[str, Any] = {
        "id": stamp.id,
        "time": stamp.time,
        "analyst": stamp.analyst,
        "action": action,
        "claim": subject.claim,
        "text": subject.text,
        "fingerprint": subject.fingerprint,
    }
    if action == "decide":
        return table | {
            "verdict": subject.verdict,
            "note": subject.note,
            "evidence": list(subject.evidence),
        }
    return table | {"of": subject.id}
