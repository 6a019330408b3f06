"""Calendar dates as they are written in English, and their ISO form."""

from __future__ import annotations

import re
from datetime import date

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


def _iso(parts: dict[str, str]) -> str | None:
    month = month_number(parts["name"]) if "name" in parts else int(parts["month"])
    if month is None:
        return None
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None
