"""Figures: the parts of a statement that count, cost or date something.

Articles that retell an event give its figures in sentences of their own making; the counted part alone
("40 houses", "$3 million worth of damage", "its closure in May 2021") is what can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from tui.claims.reading import Reading
from tui.language import clauses, lexicon, verbs
from tui.model import Quantity, Span

Figure = Literal["count", "worth", "event"]

LEAD = 300  # characters before a figure that may be needed to understand it
_LARGEST_PART = 0.8  # of a statement; beyond it the figure is the statement
_CIRCUMSTANCE = re.compile(r"(?:,?\s(?:and|but))?,?\s(?:during|after|before|since|until|between|following)\s")
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_EVENT_BEFORE = re.compile(
    r"\b(?:the|its|his|her|their)\s(?:[a-z-]+\s){0,3}?"
    r"(?P<event>[a-z-]{4,}\s(?:of\s(?:[\w-]+\s){1,4})?(?:that\s[a-z]+\s)?(?:in|on)\s)?$"
)
_EVENT_OF_THING = re.compile(
    r"\b(?:the|its|his|her|their|all|those)\s(?:[\w.’'-]+\s){1,4}?(?P<participle>[a-z]+)\s"
    r"(?:(?:away|back|behind|down|off|out|over|up)\s)?(?:in|on)\s$",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(r"\s([a-z’']+)")
_EVENT_AFTER = re.compile(r"\s[a-z-]{4,}(?:\sof(?:\s[A-Z][\w-]*)?\s[\w-]+)?")


@cache
def _uncounted() -> frozenset[str]:
    return frozenset(lexicon.load("numbers")["uncounted"])


def find(reading: Reading, statement: Span) -> Iterator[tuple[Figure, Span]]:
    """The figures of a statement that are only a part of it, in order."""
    for quantity in reading.quantities_in(statement.start, statement.end):
        found = _dated(reading.text, statement, quantity) or _counted(reading.text, statement, quantity)
        if found is None:
            continue
        figure, span = found
        if len(span.text) <= _LARGEST_PART * len(statement.text) and len(span.text.split()) > 1:
            yield figure, span


def _counted(text: str, statement: Span, quantity: Quantity) -> tuple[Figure, Span] | None:
    if quantity.iso or quantity.unit is None or quantity.unit in _uncounted():
        return None
    if _is_currency(quantity.unit):
        return "worth", Span.of(text, quantity.span.start, _end_of_worth(statement, quantity))
    return "count", Span.of(text, quantity.value.start, quantity.span.end)


def _dated(text: str, statement: Span, quantity: Quantity) -> tuple[Figure, Span] | None:
    """The event a date goes with: ``its closure in August 2021``, ``the August 2021 closure of``.

    Or what happened to a thing of which something else is said: ``the houses sold in August 2021``.
    """
    if not _DAY.fullmatch(quantity.iso or ""):
        return None
    start = max(statement.start, quantity.span.start - LEAD)
    before = _EVENT_BEFORE.search(text, start, quantity.span.start)
    if before is None:
        thing = _thing_with_past(text, statement, quantity, start)
        return ("event", thing) if thing else None
    if before["event"] is not None:
        return "event", Span.of(text, before.start(), quantity.span.end)
    after = _EVENT_AFTER.match(text, quantity.span.end, statement.end)
    return ("event", Span.of(text, before.start(), after.end())) if after else None


def _thing_with_past(text: str, statement: Span, quantity: Quantity, start: int) -> Span | None:
    """A subject with a participle that a date goes with; its verb follows."""
    follows = _NEXT_WORD.match(text, quantity.span.end, statement.end)
    thing = _EVENT_OF_THING.search(text, start, quantity.span.start) if follows else None
    if thing is None or follows is None or not clauses.is_finite(follows[1]):
        return None
    if "n" not in verbs.forms().get(thing["participle"], ("", ""))[1]:
        return None
    nouns = text[thing.start() : thing.start("participle")].lower().split()
    if any(clauses.is_finite(word) for word in nouns):
        return None
    return Span.of(text, thing.start(), quantity.span.end)


def _end_of_worth(statement: Span, quantity: Quantity) -> int:
    """Where the phrase ends that says what an amount of money is for."""
    found = _CIRCUMSTANCE.search(statement.text, quantity.value.end - statement.start)
    return statement.start + found.start() if found else statement.end


def _is_currency(unit: str) -> bool:
    return unit == "money" or (len(unit) == 3 and unit.isupper())
