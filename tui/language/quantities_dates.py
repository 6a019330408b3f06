"""Dates and periods in running text, with the precision they are given in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.corpus.calendar import month_number

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![\d,]*\d|%|-?[A-Za-z])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|\.\d|,\d{3}\b)"
# Each pattern starts with what is rare in a text, a digit or a month's capital.
_ISO = re.compile(r"(?:19|20)[0-9]{2}-([0-9]{2})-([0-9]{2})(?![\w-])")
_NAMED = re.compile(rf"({_MONTH})(?!\w)(?: ({_DAY})(?!\w))?(?:,? (?:of )?({_YEAR}))?")
_DAY_BEFORE = re.compile(rf"(?<![\w.,$£€])({_DAY}) (?:of )?$")
_LONE_YEAR = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Tt]hrough|[Dd]uring|[Bb]efore|[Aa]fter|[Bb]etween|[Tt]o"
    r"|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f|[Yy]ear|and)[ -]|(?<!\d)(?:1[5-9]|20)[0-9]{2}[-–—])$"
)
_YEARS = re.compile(_YEAR)
_YEAR_AFTER = re.compile(r"[-–—](?:1[5-9]|20)[0-9]{2}(?![\d-])")
_PERIOD_OPENS = re.compile(r"\b(?:between|from) $", re.IGNORECASE)
_PERIOD_JOINS = re.compile(r" (?:to|and|until|till|through) $| ?[-–—] ?$")


class Date(NamedTuple):
    """A date or period at `start`..`end`.

    `iso` is cut to what is said: 2021, 2021-08, 2021-08-30, --08-30 without a year, 2005/2021-08.
    """

    start: int
    end: int
    iso: str

    @property
    def is_period(self) -> bool:
        """Whether it has a beginning and an end."""
        return "/" in self.iso


def find(text: str, start: int, end: int) -> list[Date]:
    """The dates of text[start:end] in order; a month alone is none, a lone year one after a preposition."""
    full = [*_named(text, start, end), *_iso(text, start, end)]
    dates = [*full, *_lone_years(text, start, end, full)]
    return _periods(text, start, _apart(sorted(dates, key=lambda date: date.start)))


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the digits at start..end look like a year: four of them, 1500 to 2099."""
    return bool(_YEARS.fullmatch(text, start, end))


def _iso(text: str, start: int, end: int) -> Iterator[Date]:
    for match in _ISO.finditer(text, start, end):
        if not _is_clear(text, match.start(), start, "-"):
            continue
        if 1 <= int(match.group(1)) <= 12 and 1 <= int(match.group(2)) <= 31:
            yield Date(match.start(), match.end(), match.group())


def _is_clear(text: str, at: int, start: int, marks: str) -> bool:
    """Whether neither a letter or digit nor one of `marks` stands right before `at`."""
    return at <= start or not (text[at - 1].isalnum() or text[at - 1] in marks)


def _named(text: str, start: int, end: int) -> Iterator[Date]:
    for match in _NAMED.finditer(text, start, end):
        if not _is_clear(text, match.start(), start, ""):
            continue
        month, day, year = match.groups()
        begun = match.start()
        before = None if day else _DAY_BEFORE.search(text, max(start, begun - 9), begun)
        if before:
            begun, day = before.start(), before.group(1)
        if day or year:
            yield Date(begun, match.end(), _written(year, month, day))


def _written(year: str | None, month: str, day: str | None) -> str:
    parts = [year or "-", f"{month_number(month):02d}"]
    if day:
        parts.append(f"{int(re.sub(r'[a-z]', '', day)):02d}")
    return "-".join(parts)


def _lone_years(text: str, start: int, end: int, dates: list[Date]) -> Iterator[Date]:
    taken = {position for date in dates for position in range(date.start, date.end)}
    for match in _YEARS.finditer(text, start, end):
        if match.start() in taken or not _is_clear(text, match.start(), start, ".,$£€/:"):
            continue
        opens = _YEAR_AFTER.match(text, match.end(), end)
        if opens or _LONE_YEAR.search(text, max(start, match.start() - 9), match.start()):
            yield Date(match.start(), match.end(), match.group())


def _apart(dates: list[Date]) -> list[Date]:
    kept: list[Date] = []
    for date in dates:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def _periods(text: str, start: int, dates: list[Date]) -> list[Date]:
    """Two dates joined by "to", "and" after "between", or a dash, as one period."""
    joined: list[Date] = []
    for date in dates:
        last = joined[-1] if joined else None
        if last and not last.is_period and (opened := _opening(text, start, last, date)) is not None:
            joined[-1] = Date(opened, date.end, f"{last.iso}/{date.iso}")
        else:
            joined.append(date)
    return joined


def _opening(text: str, start: int, first: Date, second: Date) -> int | None:
    """Where the period of two dates begins; None if they are none."""
    between = text[first.end : second.start]
    if len(between) > 9 or not _PERIOD_JOINS.match(between):
        return None
    opens = _PERIOD_OPENS.search(text, max(start, first.start - 8), first.start)
    if opens:
        return opens.start()
    return None if between == " and " else first.start
