"""How far a scan is, on one line of a terminal that is written over: with a rate and the time left."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

_PAUSE = 0.1  # seconds between two lines: a slow terminal must not be flooded
_SURE = 2.0  # seconds of a stage before its rate says anything
_CLEAR = "\r\x1b[K"
_COUNTED = {"reading": "files", "comparing": "statements", "assembling": "claims"}


class Meter:
    """Writes to `out`, a terminal; leaves its line empty in the end, however that comes.

    What was done before a stage was first told counts as done, but not in its rate.
    """

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out
        self._clock = clock
        self._stage = ""
        self._begun, self._first, self._last = 0.0, 0, 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._stage:
            self._write("")

    def tell(self, stage: str, done: int, total: int) -> None:
        """Takes what `Workspace.scan` tells."""
        now = self._clock()
        if stage != self._stage:
            self._stage, self._begun, self._first = stage, now, done
        elif now - self._last < _PAUSE:
            return
        self._last = now
        self._write(self._line(done, total, now - self._begun))

    def _line(self, done: int, total: int, spent: float) -> str:
        counted = _COUNTED.get(self._stage, "articles")
        if done == total:
            return f"{self._stage} {total:,} {counted}"
        line = f"{self._stage} {done:,} of {total:,} {counted}"
        if spent < _SURE or done == self._first:
            return line
        rate = (done - self._first) / spent
        return f"{line}, {_rounded(rate)} a second, {_clock_time((total - done) / rate)} left"

    def _write(self, line: str) -> None:
        width = shutil.get_terminal_size((80, 24)).columns
        self._out.write(f"{_CLEAR}{line[: width - 1]}")
        self._out.flush()


def _rounded(rate: float) -> str:
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"


def _clock_time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
