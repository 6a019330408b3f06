"""Calendar dates as they are written in English, and their ISO form."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_FORMS = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b{_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_NAME},? (?P<year>(?:19|20)\d\d)\b"),
)

_STAMP = re.compile(r"\d{9,13}(?:\.\d+)?")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.]?(?P<month>\d\d)[-/.]?(?P<day>\d\d)(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b")


def month_number(name: str) -> int | None:
    """1..12 of ``August``, ``aug`` or ``Sept``; None if it is no month."""
    word = name.lower().rstrip(".")
    if len(word) < 3:
        return None
    found = (number for number, month in enumerate(MONTHS, 1) if month.startswith(word))
    return next(found, 9 if word == "sept" else None)


def find_date(text: str) -> str | None:
    """The first full date in `text` as ``YYYY-MM-DD``."""
    found = [match for form in _FORMS for match in form.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        if iso := _iso(match.groupdict()):
            return iso
    return None


def iso_date(value: object) -> str | None:
    """The day a record gives, as ``YYYY-MM-DD`` in the zone it was written in; None if it cannot be told.

    Taken are ISO 8601 (``2023-01-25T08:00:00+01:00``, ``20230125``), seconds or milliseconds since 1970,
    the dates of mail (``Wed, 25 Jan 2023 08:00:00 GMT``), written dates, and ``25/1/2023`` where only one
    of the numbers can be the month.
    """
    if isinstance(value, str):
        words = value[:100].strip()
        return _stamp(float(words)) if _STAMP.fullmatch(words) else _written(words)
    return _stamp(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _written(words: str) -> str | None:
    if found := _COMPACT.match(words):
        return _iso(found.groupdict())
    if found := _NUMERIC.match(words):
        first, second, year = map(int, found.groups())
        month, day = (second, first) if first > 12 else (first, second)
        if first != second and max(first, second) <= 12:
            return None
        return _iso({"year": str(year), "month": str(month), "day": str(day)})
    return find_date(words)


def _stamp(value: float) -> str | None:
    """The day in UTC of a moment since 1970; values of this century's size alone are taken for one."""
    seconds = value // 1000 if value > 1e11 else value
    if not 1e8 < seconds < 1e10:
        return None
    return datetime.fromtimestamp(float(seconds), tz=UTC).date().isoformat()


def _iso(parts: dict[str, str]) -> str | None:
    month = month_number(parts["name"]) if "name" in parts else int(parts["month"])
    if month is None:
        return None
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None
