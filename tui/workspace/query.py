"""The language of ``/``: words, ``"phrases"``, ``field:value``, ``!`` for not, ``OR`` between alternatives.

    status:denied voice:"White House" !flag:echo        all three hold
    bridge closing OR tunnel                            either side holds
    date:2023-01..2023-02  date:2023  date:..2022       a month, a year, up to and including 2022

What is still being typed does no harm: an open quotation mark closes at the end; a lone ``!``, ``OR`` or
ASCII letter counts for nothing.  An unknown field or value is a `QueryError` that names the nearest
known one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.model import STATUSES
from tui.workspace.rows import VERDICTS

FIELDS = ("status", "voice", "by", "publisher", "date", "origin", "decision", "flag")
DECISIONS = (*VERDICTS, "any", "none", "reopened")
_CHOICES = {"status": STATUSES, "decision": DECISIONS}
_TERM = re.compile(r'(?P<not>!*)(?:(?P<field>[^\W\d]\w*):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))?')
_DATE = re.compile(r"(?:\d{4}(?:-\d{1,2}){0,2}-?)?")


class QueryError(Exception):
    """A query that cannot be meant; the message is for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition.  `field` is ``word``, ``phrase`` or one of `FIELDS`; `value` is casefolded."""

    field: str
    value: str
    negated: bool = False


Query = tuple[tuple[Term, ...], ...]


def parse(text: str) -> Query:
    """The alternatives of a query, each a tuple of terms that must all hold; empty: everything matches."""
    alternatives: list[list[Term]] = [[]]
    position = 0
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None or match.end() == position:
            position += 1
        elif match.group() == "OR":
            alternatives.append([])
            position = match.end()
        else:
            alternatives[-1].extend(_terms(match))
            position = match.end()
    return tuple(tuple(terms) for terms in alternatives if terms)


def _terms(match: re.Match[str]) -> Iterable[Term]:
    negated = len(match["not"]) % 2 == 1
    field, phrase = match["field"], match["phrase"]
    value = (phrase if phrase is not None else match["word"] or "").strip().casefold()
    if field is not None:
        return [Term(*_checked(field.casefold(), value), negated)]
    if not value or (phrase is None and len(value) == 1 and value.isascii()):
        return []
    return [Term("word" if phrase is None else "phrase", value, negated)]


def _checked(field: str, value: str) -> tuple[str, str]:
    if field not in FIELDS:
        raise QueryError(
            f'no field {field!r}{_nearest(field, FIELDS)}; to search for it, write "{field}:{value}"'
        )
    if not value:
        choices = _CHOICES.get(field)
        raise QueryError(f"{field}: needs a value" + (f": {', '.join(choices)}" if choices else ""))
    if field in _CHOICES and not any(choice.startswith(value) for choice in _CHOICES[field]):
        raise QueryError(f"no {field} {value!r}{_nearest(value, _CHOICES[field])}")
    if field == "date" and not all(_DATE.fullmatch(part) for part in value.split("..", 1)):
        raise QueryError("date: is YYYY, YYYY-MM or YYYY-MM-DD, or two of them with .. between")
    return field, value


def _nearest(name: str, known: Iterable[str]) -> str:
    from rapidfuzz.process import extractOne

    nearest = extractOne(name, list(known), score_cutoff=50)
    return f"; did you mean {nearest[0]!r}?" if nearest else f"; there are {', '.join(known)}"


def holds(value: str, dates: str) -> bool:
    """Whether a date lies in ``a..b`` (bounds as precise as written, both included) or begins with ``a``."""
    first, dots, last = dates.partition("..")
    if not dots:
        return value.startswith(first)
    return value >= first and (not last or value[: len(last)] <= last)
