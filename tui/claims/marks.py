"""Quotation marks of words that are cut from an article: both of a pair, or neither."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from tui.language import quotes
from tui.model import Quote

DOUBLE = '“”„«»"'
_DOUBLE = re.compile(f"[{DOUBLE}]")
_LOOSE = " \t\n\u00a0,;:–—-“”\"'‘’().…"
_ENDING = " \t\n\u00a0“”\"„‟«»‘’',;:–—-"
_start = attrgetter("start")


def with_other(text: str, found: Sequence[Quote], start: int, end: int) -> tuple[int, int]:
    """Where a stretch of `text` begins and ends with the other mark of a quotation that it has one mark of.

    If that stands right beside it.  `found` are the quotations of `text`, in order.
    """
    opened, closed = around(found, start), around(found, end - 1)
    if opened and opened.start < start and opened.end <= end and not text[opened.start : start].strip(_LOOSE):
        start = opened.start
    if closed and start <= closed.start and end < closed.end and not text[end : closed.end].strip(_LOOSE):
        end = closed.end
    return start, end


def enclose(found: Sequence[Quote], start: int, end: int) -> bool:
    """Whether a stretch lies inside of one of the quotations of its text, which are in order."""
    quote = around(found, start)
    return quote is not None and end <= quote.end


def around(found: Sequence[Quote], place: int) -> Quote | None:
    """The quotation in which a place lies."""
    number = bisect_right(found, place, key=_start) - 1
    return found[number] if number >= 0 and place < found[number].end else None


def bare(text: str) -> str:
    """The words without marks and commas around them, and without marks that have no other inside."""
    words = text.strip(_ENDING)
    if not _DOUBLE.search(text):
        return words
    first = text.find(words)
    head, tail = text[:first], text[first + len(words) :]
    longer = (words, *(words + end for end in _to_marks(tail)), head[-1:] + words)
    return next((one for one in longer if paired(one) == one), paired(words))


def _to_marks(tail: str) -> Iterator[str]:
    """What stands behind some words up to each closing mark."""
    return (tail[: place + 1] for place, mark in enumerate(tail) if mark in DOUBLE)


def paired(text: str) -> str:
    """The text without the marks of which it has one alone."""
    if not _DOUBLE.search(text):
        return text
    found = quotes.find(text)
    lone = {quote.start for quote in found if not quote.closed}
    outside = (place for place, mark in enumerate(text) if mark in DOUBLE and around(found, place) is None)
    lone.update(outside)
    return "".join(mark for place, mark in enumerate(text) if place not in lone) if lone else text
