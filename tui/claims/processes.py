"""The extracts of many articles, made in several processes, and only where they were not made before.

What is found in one article depends on nothing else, so that the work can be shared out and kept; the
results come in the order of the articles, and are the same however many processes there are.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import closing
from typing import Protocol

from tui.claims import packing
from tui.claims.extracts import Extract, extract
from tui.claims.progress import Progress, silent
from tui.model import Article

MANY = 64  # articles; for fewer, starting processes takes longer than it saves
SHARE = 8  # articles handed to a process at a time


class Shelf(Protocol):
    """Where the extracts of articles are kept from one analysis to the next."""

    def find(self, article: Article) -> Extract | None:
        """The extract of an article that has the same text and describes itself the same, if it is there."""

    def keep(self, article: Article, packed: bytes) -> None:
        """Take the extract of an article, as `packing.pack` gives it."""


class Floor:
    """A shelf that holds nothing."""

    def find(self, article: Article) -> Extract | None:
        """None."""

    def keep(self, article: Article, packed: bytes) -> None:
        """Nothing is kept."""


def extract_all(
    articles: Sequence[Article],
    workers: int | None = None,
    shelf: Shelf | None = None,
    told: Progress = silent,
) -> list[Extract]:
    """The extract of each article, in the order of `articles`; those on the `shelf` are not made again.

    `workers` processes do the work, 1 being this one; None stands for one a core if there are many
    articles.  Where no processes can be started, or one dies, this one does all.  `told` gets a stage
    (``recalling``, ``analysing``), how many articles are done and of how many; what it raises ends the work,
    and what was done until then is on the shelf.
    """
    shelf = shelf or Floor()
    found: dict[int, Extract] = {}
    for number, article in enumerate(articles):
        told("recalling", number, len(articles))
        if (known := shelf.find(article)) is not None:
            found[number] = known
    missing = [number for number in range(len(articles)) if number not in found]
    told("analysing", len(found), len(articles))
    with closing(_packed([articles[number] for number in missing], workers)) as results:
        for number, packed in zip(missing, results, strict=True):
            shelf.keep(articles[number], packed)
            found[number] = packing.unpack(packed, articles[number])
            told("analysing", len(found), len(articles))
    return [found[number] for number in range(len(articles))]


def _packed(articles: Sequence[Article], workers: int | None) -> Generator[bytes, None, None]:
    number = automatic(len(articles)) if workers is None else workers
    done = 0
    if number > 1:
        from tui.claims import sharing  # costs as much as reading an article

        with closing(sharing.share_out(extract_packed, articles, number, SHARE)) as results:
            for packed in results:
                done += 1
                yield packed
    yield from map(extract_packed, articles[done:])


def automatic(articles: int) -> int:
    """How many processes are worth it for a number of articles."""
    return 1 if articles < MANY else min(_cores(), articles // (MANY // 2))


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_packed(article: Article) -> bytes:
    """The extract of one article, as it is sent from one process to another and kept."""
    return packing.pack(extract(article))
