"""The language of ``/``: words, ``"phrases"``, ``field:value``, ``!`` for not, ``OR`` between alternatives.

    status:denied voice:"White House" !flag:echo        all three hold
    bridge closing OR tunnel                            either side holds
    date:2023-01..2023-02  date:2023  date:..2022       a month, a year, up to and including 2022
    date:2023-1-5                                       the fifth of January
    @court tag:urgent                                   the saved filter “court”, and a tag

What is still being typed does no harm: an open quotation mark closes at the end, and the word there may go
on; a lone ``!``, ``OR`` or ASCII letter counts for nothing.  An unknown field or value is a `QueryError`
that names the nearest known one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tui.model import STATUSES
from tui.workspace.rows import VERDICTS

OWN_FIELDS = ("decision", "tag", "note")  # what the person says of a claim
FIELDS = ("status", "voice", "by", "publisher", "date", "origin", "flag", *OWN_FIELDS)
DECISIONS = (*VERDICTS, "any", "none", "reopened")
_CHOICES = {"status": STATUSES, "decision": DECISIONS}
_TERM = re.compile(
    r'(?P<not>!*)(?:@(?P<saved>[\w-]*)|(?:(?P<field>[^\W\d]\w*):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))?)'
)
_DIGIT = re.compile(r"-(?=[1-9](?!\d))")  # before a month or a day without its 0
_LONE = re.compile(r"(^|\s+)[a-z]$")  # a last word that is only begun, too little to look for
_DATE = re.compile(r"(?:\d{4}(?:-(?:0?\d|1[0-2])(?:-(?:[0-2]?\d|3[01]))?)?-?)?")


class QueryError(Exception):
    """A query that cannot be meant; the message is for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; `value` is casefolded.

    `field` is ``word``, ``phrase``, ``begun`` (a phrase whose last word may go on) or one of `FIELDS`.
    """

    field: str
    value: str
    negated: bool = False


Query = tuple[tuple[Term, ...], ...]


def parse(text: str, saved: Mapping[str, str] | None = None) -> Query:
    """The alternatives of a query, each a tuple of terms that must all hold; empty: everything matches.

    ``@name`` stands for the query of that name in `saved`, whose alternatives are as if in brackets.
    """
    alternatives: list[Query] = [((),)]
    position = 0
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None or match.end() == position:
            position += 1
            continue
        position = match.end()
        if match.group() == "OR":
            alternatives.append(((),))
        elif match["saved"] is not None:
            alternatives[-1] = _both(alternatives[-1], _look_up(match, saved or {}))
        else:
            alternatives[-1] = _both(alternatives[-1], (tuple(_terms(match)),))
    return tuple(terms for query in alternatives for terms in query if terms)


def _both(first: Query, second: Query) -> Query:
    """The alternatives of two conditions that must both hold."""
    return tuple((*left, *right) for left in first for right in second) if second else first


def _look_up(match: re.Match[str], saved: Mapping[str, str]) -> Query:
    """The query a saved filter stands for; it may use others, but not itself."""
    name = match["saved"]
    if not name:
        return ()
    if match["not"]:
        raise QueryError(f"!@{name}: a saved filter cannot be turned round; write its opposite")
    if name not in saved:
        raise QueryError(f"no saved filter {name!r}{_nearest(name, saved)}")
    try:
        return parse(saved[name], {other: query for other, query in saved.items() if other != name})
    except QueryError as error:
        raise QueryError(f"@{name}: {error}") from None


def _terms(match: re.Match[str]) -> Iterable[Term]:
    negated = len(match["not"]) % 2 == 1
    field, phrase = match["field"], match["phrase"]
    value = (phrase if phrase is not None else match["word"] or "").strip().casefold()
    if field is not None:
        return [Term(*_checked(field.casefold(), value), negated)]
    if not value or (phrase is None and len(value) == 1 and value.isascii()):
        return []
    if phrase is None:
        return [Term("word", value, negated)]
    if match.group().endswith('"') or phrase[-1].isspace():
        return [Term("phrase", value, negated)]
    value = _LONE.sub("", value)
    return [Term("begun", value, negated)] if value else []


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
    if field == "date":
        value = _DIGIT.sub("-0", value)
    return field, value


def _nearest(name: str, known: Collection[str]) -> str:
    from rapidfuzz.process import extractOne

    nearest = extractOne(name, list(known), score_cutoff=50)
    if nearest:
        return f"; did you mean {nearest[0]!r}?"
    return f"; there are {', '.join(known)}" if known else "; [filters] in config.toml holds them"


def holds(value: str, dates: str) -> bool:
    """Whether a date lies in ``a..b`` (bounds as precise as written, both included) or begins with ``a``."""
    first, dots, last = dates.partition("..")
    if not dots:
        return value.startswith(first)
    return value >= first and (not last or value[: len(last)] <= last)
