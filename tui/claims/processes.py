"""Articles read and drawn, in several processes where there are many.

What is found in one article depends on nothing else, so that the work can be shared out; the results come
in the order of the articles, and are the same however many processes there are.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

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
        from tui.claims import sharing  # costs as much as reading an article

        found = sharing.share_out(read, articles, number, SHARE)
        if found is not None:
            return found
    return [read(article) for article in articles]


def automatic(articles: int) -> int:
    """How many processes are worth it for a number of articles."""
    return 1 if articles < MANY else min(_cores(), articles // (MANY // 2))


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read(article: Article) -> Drawn:
    """One article and the drafts of its mentions."""
    one = reading.read(article)
    return one, drafts.draw(one)
