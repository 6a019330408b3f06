"""Figures and dates in running text: value, bounds, unit and what is counted.

``find`` joins single figures (`quantities_atoms`) into ranges, reads the words before them as bounds
("more than", "up to", "nearly") and the words after them as unit (`quantities_units`); dates come from
`quantities_dates`.  Model numbers, ordinals, clock times, scores, telephone numbers and lone years are
no quantities.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tui.language import lexicon
from tui.language import quantities_atoms as atoms
from tui.language import quantities_bounds as bounds
from tui.language import quantities_dates as dates
from tui.language import quantities_units as units
from tui.language.quantities_atoms import Atom
from tui.language.quantities_units import Unit
from tui.model import Quantity, Span

_APART = 24  # characters at most between two figures of a range: what joins them, and a currency
_JOIN = re.compile(r" (?:to|or|and) | ?[-–—] ?")
_PERCENT = re.compile(r"^[ -]?(?:%|per ?cent)")
_DIGIT = re.compile(r"[0-9]")
_DETERMINER = re.compile(r"\b(?:[Tt]he|an?|its?|his|her|this|that|their) \Z")
_NAME_BEFORE = re.compile(r"\b(\w[\w.]*) \Z")
_MINUS = re.compile(r"(?:(?<!or )\b[Mm]inus |(?<=\s)-|[−])\Z")
_PERSON_AGE = re.compile(r"[A-Z]\w+, $")
_AGED = re.compile(r"\b(?:aged?|ages|age of) $", re.IGNORECASE)


class _Figure(NamedTuple):
    """One figure or a range of two, with the currency sign before it."""

    start: int
    end: int
    low: float
    high: float
    first: Atom
    currency: str | None

    @property
    def is_range(self) -> bool:
        return self.low != self.high


def find(text: str, start: int = 0, end: int | None = None) -> tuple[Quantity, ...]:
    """The quantities of text[start:end] in order, without overlap.

    A bound leaves one side open: "more than 5" is low 5, high None; "up to 5" low None, high 5.  "About",
    "nearly" and the like set `approximate` and keep low = high.  "Thousands" is low 1000, high None.  A
    fraction "of" something is a percentage.  Dates have no low and high, but `iso`.
    """
    stop = len(text) if end is None else end
    found_dates = dates.find(text, start, stop) if _DIGIT.search(text, start, stop) else []
    found = [_dated(text, date) for date in found_dates]
    taken = [(date.start, date.end) for date in found_dates]
    for figure in _figures(text, start, stop, taken):
        if figure.start < start:
            continue
        if quantity := _quantity(text, figure, *_room(figure, taken, start, stop)):
            found.append(quantity)
            start = quantity.span.end
    return tuple(sorted(found, key=lambda quantity: (quantity.span.start, quantity.span.end)))


def _dated(text: str, date: dates.Date) -> Quantity:
    span = Span.of(text, date.start, date.end)
    return Quantity(span, span, None, None, "period" if date.is_period else "date", iso=date.iso)


def _room(figure: _Figure, taken: list[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """How far a figure's bound and unit may reach: to the dates on either side of it."""
    at = bisect(taken, (figure.start, end))
    return max(start, taken[at - 1][1]) if at else start, taken[at][0] if at < len(taken) else end


def _figures(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[_Figure]:
    singles = _outside(atoms.find(text, start, end), taken)
    index = 0
    while index < len(singles):
        first = singles[index]
        following = singles[index + 1] if index + 1 < len(singles) else None
        pair = _range(text, first, following, start) if following else None
        pair = pair or _proportion(text, first, following)
        figure = pair or _single(text, first, start)
        index += 2 if pair else 1
        if not _is_score(text, first, following):
            yield figure
        elif not pair:
            index += 1


def _outside(found: list[Atom], taken: list[tuple[int, int]]) -> list[Atom]:
    """The figures that are no part of a date; both lists are in order."""
    kept: list[Atom] = []
    nearest = 0
    for atom in found:
        while nearest < len(taken) and taken[nearest][1] <= atom.start:
            nearest += 1
        if nearest == len(taken) or taken[nearest][0] >= atom.end:
            kept.append(atom)
    return kept


def _single(text: str, atom: Atom, start: int) -> _Figure:
    sign = units.currency_before(text, atom.start, start)
    return _Figure(
        sign[1] if sign else atom.start, atom.end, atom.value, atom.value, atom, sign[0] if sign else None
    )


def _range(text: str, first: Atom, second: Atom, start: int) -> _Figure | None:
    """Join "5-10", "5 to 10", "two or three", "between 5 and 10", "$5 to $10" into one figure."""
    if second.start - first.end > _APART:
        return None
    sign = units.currency_before(text, second.start, start)
    between = text[first.end : sign[1] if sign else second.start]
    if sign and _PERCENT.match(between):
        return None  # "fell 8 percent to $167"
    joined = _JOIN.fullmatch(_PERCENT.sub("", between)) if len(between) < 20 else None
    if joined is None:
        return None
    single = _single(text, first, start)
    if not _is_joined(text[max(start, single.start - 9) : single.start], joined.group()):
        return None
    low = first.value
    if second.scaled and not first.scaled and low < second.value and first.digits and second.digits:
        low *= second.value / float(second.digits.replace(",", ""))
    if not low < second.value or (" or " in joined.group() and second.value > 10 * low):
        return None
    return _Figure(
        single.start, second.end, low, second.value, second, single.currency or (sign[0] if sign else None)
    )


def _proportion(text: str, first: Atom, second: Atom | None) -> _Figure | None:
    """Read "four in 10", "one in five", "two out of three" as a percentage."""
    if second is None or second.scaled or not 2 < second.value <= 100 or first.value >= second.value:
        return None
    if text[first.end : second.start] not in (" in ", " out of ", " of every ", " out of every "):
        return None
    share = 100 * first.value / second.value
    return _Figure(first.start, second.end, share, share, first._replace(percent=True, end=second.end), None)


def _is_joined(before: str, connector: str) -> bool:
    """Whether two figures with `connector` between them are one range; "from 5 to 10" is a change."""
    words = before.lower().split()
    last = words[-1] if words else ""
    if connector.strip() == "and":
        return last == "between"
    return not (connector.strip() == "to" and last in ("from", "by"))


def _is_score(text: str, first: Atom, second: Atom | None) -> bool:
    """3-2, 64-36: a dash between figures of which the first is not the smaller."""
    return (
        second is not None
        and second.start - first.end == 1
        and text[first.end] in "-–"
        and bool(first.digits and second.digits)
        and second.value <= first.value
    )


def _quantity(text: str, figure: _Figure, start: int, end: int) -> Quantity | None:
    side, begin = bounds.before(text, figure.start, start)
    tail_side, stop = bounds.after(text, figure.end, end)
    unit = _unit(text, figure, stop, start, end)
    if _is_noise(text, figure, side or tail_side, unit, start):
        return None
    low, high = _bounds(figure, side if side in ("lower", "upper") else tail_side)
    finish = max(stop, unit.end if unit else 0)
    if unit and unit.name in units.SIGNED and (minus := _MINUS.search(text, max(start, begin - 6), begin)):
        begin, low, high = minus.start(), _negative(high), _negative(low)
    return Quantity(
        Span.of(text, begin, finish),
        Span.of(text, figure.start, figure.end),
        low,
        high,
        unit.name if unit else None,
        approximate="about" in (side, tail_side) or figure.first.vague,
    )


def _negative(value: float | None) -> float | None:
    return None if value is None else -value


def _bounds(figure: _Figure, side: str | None) -> tuple[float | None, float | None]:
    if figure.first.vague or side == "lower":
        return figure.low, None
    return (None, figure.high) if side == "upper" and not figure.is_range else (figure.low, figure.high)


def _is_noise(text: str, figure: _Figure, side: str | None, unit: Unit | None, start: int) -> bool:
    """The pronoun "one", a lone year, the number in a name ("Flight 370", "Article 5")."""
    atom = figure.first
    if figure.currency or atom.scaled or (unit and unit.name in units.MEASURED):
        return False
    if not atom.digits:
        return atom.value == 1 and not side
    if dates.is_year(text, atom.start, atom.end) and not (side and unit):
        return unit is None or bool(_DETERMINER.search(text, max(start, figure.start - 6), figure.start))
    return (
        side is None and not figure.is_range and atom.digits.isdigit() and _follows_name(text, figure, start)
    )


def _follows_name(text: str, figure: _Figure, start: int) -> bool:
    """Whether a word with a capital that may belong to a name, or a label, stands right before the figure."""
    before = _NAME_BEFORE.search(text, max(start, figure.start - 24), figure.start)
    if before is None:
        return False
    word = before.group(1)
    if word[0].islower() and not word.islower():  # "iPhone 6"
        return True
    return units.is_label(word) or (word[0].isupper() and not units.may_precede(word))


def _unit(text: str, figure: _Figure, at: int, start: int, end: int) -> Unit | None:
    atom = figure.first
    if atom.percent:
        return Unit("percent", atom.end)
    if figure.currency:
        return Unit(figure.currency, at)
    if (atom.scaled or atom.value >= 2) and (named := units.currency_after(text, at, end)):
        return named
    age = _age(text, figure, at, start)
    if age:
        return age
    one = atom.value <= 1 and not atom.scaled
    found = units.find(text, at, end, partitive=atom.vague or atom.scaled, counts_one=one)
    if found and found.name == "pound" and atom.scaled:
        return Unit("GBP", found.end)
    return found or _unnamed_money(text, figure, at, start)


def _unnamed_money(text: str, figure: _Figure, at: int, start: int) -> Unit | None:
    """Read "worth half a million" as money, though no currency is named."""
    if not figure.first.scaled:
        return None
    return (
        Unit("money", at)
        if _money_pattern().search(text, max(start, figure.start - 24), figure.start)
        else None
    )


@cache
def _money_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{bounds.any_of(lexicon.load('quantities')['money']['before'])}) \Z", re.IGNORECASE
    )


def _age(text: str, figure: _Figure, at: int, start: int) -> Unit | None:
    """An age: "aged 45", or a figure between commas after a name: "Maria Lopez, 45, said"."""
    before = text[max(start, figure.start - 16) : figure.start]
    after = text[at : at + 1]
    if not 0 < figure.high < 120 or figure.first.scaled or not figure.first.digits:
        return None
    between_commas = after in (",", ".", ")") and _PERSON_AGE.search(before)
    return Unit("year of age", at) if _AGED.search(before) or between_commas else None
