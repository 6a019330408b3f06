"""Reading the files again, in a thread that only posts messages."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr
from contextvars import copy_context
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.workspace.rows import ScanReport
    from tui.workspace.workspace import Workspace

_PAUSE = 0.2  # seconds between two progress messages: a slow line must not be flooded


class ScanProgress(Message):
    """`done` of `total` files are read; `what` is the step or file."""

    def __init__(self, what: str, done: int, total: int) -> None:
        super().__init__()
        self.what, self.done, self.total = what, done, total

    def can_replace(self, message: Message) -> bool:
        """Only the last figure matters."""
        return isinstance(message, ScanProgress)


class ScanEnded(Message):
    """The scan is over; `report` is None if there was nothing to do, or if it failed, as `problems` say."""

    def __init__(self, report: ScanReport | None, problem: str = "") -> None:
        super().__init__()
        self.report = report
        self.problems = (f"Reading failed: {problem}",) if problem else ()


class Scanner:
    """At most one scan at a time, on behalf of `owner`, which receives the messages.

    The thread is a daemon: a step of the analysis cannot be interrupted, and nobody who quits waits for it.
    """

    def __init__(self, owner: Widget, workspace: Workspace) -> None:
        self._owner = owner
        self._workspace = workspace
        self._thread: Thread | None = None
        self._cancelled = Event()

    @property
    def running(self) -> bool:
        """Whether a scan is under way, or its last message not yet dealt with."""
        return self._thread is not None

    def start(self, only_if_needed: bool = False) -> None:
        """Begin in the background; with `only_if_needed` the files are compared with the index first."""
        if not self.running:
            self._cancelled.clear()
            context = copy_context()
            self._thread = Thread(target=lambda: context.run(self._scan, only_if_needed), daemon=True)
            self._thread.start()

    def ended(self) -> None:
        """The last message of the scan has come."""
        self._thread = None

    def cancel(self) -> None:
        """Ask the scan to stop at the next file."""
        self._cancelled.set()

    def _scan(self, only_if_needed: bool) -> None:
        try:
            report = None
            if not only_if_needed or self._workspace.needs_scan:
                _allow_processes()
                report = self._workspace.scan(self._progress(), self._cancelled.is_set)
        except Exception as error:  # noqa: BLE001  whatever went wrong belongs in the footer, not in a crash
            self._owner.post_message(ScanEnded(None, f"{type(error).__name__}: {error}"))
        else:
            self._owner.post_message(ScanEnded(report))

    def _progress(self) -> Callable[[str, int, int], None]:
        last = 0.0

        def tell(what: str, done: int, total: int) -> None:
            nonlocal last
            if done == total or time.monotonic() - last >= _PAUSE:
                last = time.monotonic()
                self._owner.post_message(ScanProgress(what, done, total))

        return tell


def _allow_processes() -> None:
    """Begin what keeps count for the processes that a large scan starts.

    It hands the stderr there is on to them, and the one that Textual puts in its place cannot be handed on.
    It warns of nothing: who quits in the middle of a scan has no use for what could not be put away.
    """
    from multiprocessing import resource_tracker

    before = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = "ignore"
    try:
        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONWARNINGS"]
        else:
            os.environ["PYTHONWARNINGS"] = before
