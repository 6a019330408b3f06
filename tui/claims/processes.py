"""Articles read and drawn, in several processes where there are many.

What is found in one article depends on nothing else, so that the work can be shared out; the results come
in the order of the articles, and are the same however many processes there are.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext

from tui.claims import drafts, reading
from tui.claims.drafts import Draft
from tui.claims.reading import Reading
from tui.model import Article

MANY = 64  # articles; for fewer, starting processes takes longer than it saves
SHARE = 8  # articles handed to a process at a time

Drawn = tuple[Reading, list[Draft]]


def read_all(articles: Sequence[Article], workers: int | None = None) -> list[Drawn]:
    """Each article with its drafts, in the order of `articles`.

    `workers` processes do the work, 1 being this one; None stands for one a core if there are many
    articles.  Where no processes can be started, or one dies, this one does all.
    """
    number = automatic(len(articles)) if workers is None else workers
    if number > 1:
        try:
            return _shared_out(articles, number)
        except (BrokenProcessPool, OSError):
            pass
    return [_read(article) for article in articles]


def automatic(articles: int) -> int:
    """How many processes are worth it for a number of articles."""
    if articles < MANY or multiprocessing.current_process().daemon:  # a daemon may not start others
        return 1
    return min(_cores(), articles // (MANY // 2))


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read(article: Article) -> Drawn:
    one = reading.read(article)
    return one, drafts.draw(one)


def _shared_out(articles: Sequence[Article], workers: int) -> list[Drawn]:
    """The work of `_read` done by several processes; they end with this call, however it ends."""
    pool = ProcessPoolExecutor(workers, mp_context=_context(), initializer=_begin)
    try:
        return list(pool.map(_read, articles, chunksize=SHARE))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


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
