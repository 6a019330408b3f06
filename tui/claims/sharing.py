"""Work shared out to several processes, which end with the call, however it ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def share_out(
    work: Callable[[Task], Result], tasks: Sequence[Task], workers: int, share: int
) -> Generator[Result, None, None]:
    """The results of `work`, in the order of `tasks`; `share` tasks go to a process at a time.

    They end early if processes cannot be started here, or one dies; closing them ends the processes.
    """
    if multiprocessing.current_process().daemon:  # may not start others
        return
    try:
        pool = ProcessPoolExecutor(workers, mp_context=_context(), initializer=_begin)
        try:
            yield from pool.map(work, tasks, chunksize=share)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    except (BrokenProcessPool, OSError):
        return


def _context() -> BaseContext:
    """How processes are started: as copies of this one, which is quick, unless it has several threads."""
    known = multiprocessing.get_all_start_methods()
    wanted = "fork" if threading.active_count() == 1 else "forkserver"
    return multiprocessing.get_context(wanted if wanted in known else "spawn")


def _begin() -> None:
    """Leave interruptions to the process that started this one, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)
