"""The person's decisions, notes and tags: an append-only TOML log that survives a kill at any moment.

One file per corpus and analyst.  Each record is one ``[[decision]]`` table: ``id``, ``time`` (UTC, ISO),
``analyst``, ``action``, ``claim`` (id), ``text`` and ``fingerprint`` of the claim, then

* ``decide``: ``verdict``, ``note`` and ``evidence`` (hashes of the mentions);
* ``note``, ``tag``, ``untag``: ``evidence``, and ``note`` or ``tag``;
* ``undo``, ``redo``: ``of``, the id of the step.

Records made by one key share a ``step``; a record without is a step of its own, by its ``id``.  The last key
of a record cannot be cut short and stay valid TOML, so that a half-written record is recognised; it is
reported, and kept as a comment when the next is written.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from tui.model import Claim
from tui.workspace import records
from tui.workspace.log import comment, parse, write
from tui.workspace.records import Decision, Move, Record, Remarking, Stamp, Step, Subject
from tui.workspace.rows import Verdict

__all__ = ["Decision", "DecisionError", "Decisions"]


class DecisionError(Exception):
    """A decision could not be written; the message says which file, why and what to do."""


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
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._size = 0
        self._whole = 0
        try:
            self._replay(path.read_bytes())
        except FileNotFoundError:
            return
        except OSError as error:
            raise DecisionError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None

    @property
    def standing(self) -> tuple[Record, ...]:
        """What was done and not undone, oldest first."""
        return tuple(record for step in self._done for record in step.records)

    def decide(self, claim: Claim, verdict: Verdict, note: str = "") -> Decision:
        """Records a verdict on `claim`.  Raises `DecisionError` if it cannot be written."""
        decision = records.decide(self._stamp(), Subject.of(claim), verdict, note)
        self._take([decision])
        return decision

    def decide_all(self, subjects: Sequence[Subject], verdict: Verdict) -> Step:
        """Records one verdict on several claims, at least one, as one step.  Raises `DecisionError`."""
        stamps = self._stamps(len(subjects))
        return self._take([records.decide(*pair, verdict) for pair in zip(stamps, subjects, strict=True)])

    def remark(self, remarks: Sequence[tuple[Subject, Remarking, str]]) -> Step:
        """Records notes and tags, at least one, as one step.  Raises `DecisionError`."""
        stamps = self._stamps(len(remarks))
        return self._take([records.remark(stamp, *r) for stamp, r in zip(stamps, remarks, strict=True)])

    def undo(self) -> Step | None:
        """Takes the last standing step back and returns it; None if there is none."""
        return self._move("undo", self._done, self._undone)

    def redo(self) -> Step | None:
        """Makes the last undone step again and returns it; None if there is none."""
        return self._move("redo", self._undone, self._done)

    def _take(self, made: Sequence[Record]) -> Step:
        step = Step(made[0].step or made[0].id, tuple(made))
        with self._opened() as file:
            self._append(file, *map(records.tabulate, made))
            self._done.append(step)
            self._undone.clear()
        return step

    def _move(self, action: str, source: list[Step], target: list[Step]) -> Step | None:
        if not self.path.exists():
            return None
        with self._opened() as file:
            if not source:
                return None
            moved = source[-1]
            self._append(file, records.tabulate_move(self._stamp(), action, moved))
            target.append(source.pop())
        return moved

    def _stamp(self, step: str = "") -> Stamp:
        return Stamp(self._new_id(), self._clock(), self.analyst, step)

    def _stamps(self, count: int) -> list[Stamp]:
        """A stamp for each record of a step; several share the step's id."""
        step = self._new_id() if count > 1 else ""
        return [self._stamp(step) for _ in range(count)]

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

    def _append(self, file: BinaryIO, *tables: dict[str, Any]) -> None:
        """Writes the records of one step to the disk, or leaves the log as it was and raises OSError."""
        file.seek(self._whole)
        added = comment(file.read()) + b"".join(map(write, tables))
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
        for move in records.replay(parsed.records):
            self._apply(move)

    def _apply(self, move: Step | Move) -> None:
        """What one key did, on top of what was there; an undo of something unknown changes nothing."""
        if isinstance(move, Step):
            self._done.append(move)
            self._undone.clear()
            return
        source, target = self._done, self._undone
        if move.action == "redo":
            source, target = target, source
        for position in range(len(source) - 1, -1, -1):
            if source[position].id == move.of:
                target.append(source.pop(position))
                return
