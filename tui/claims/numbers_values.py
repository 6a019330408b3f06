"""Whether two figures or dates can be the same value: rounding, bounds, precision, currencies."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal

from tui.language import lexicon
from tui.model import Quantity

Verdict = Literal["same", "compatible", "different", "incomparable"]

CLOSE = 0.15  # figures further apart than this, relative to the larger, do not agree by rounding
VAGUE = 0.10  # "nearly", "about" reach this far
FAR_APART = 1.5  # converted amounts further apart than this factor differ whatever the exchange rate

Bounds = tuple[float, float]


def compare(a: Quantity, b: Quantity) -> Verdict:
    """How the values of two quantities of one dimension relate.

    ``same``: equal, equal by rounding, or a bound next to the value.  ``compatible``: within each other's
    bounds, but far from them ("more than 40" and 400).  ``incomparable``: amounts of different currencies
    that a plausible exchange rate makes equal.
    """
    if a.iso or b.iso:
        return _compare_dates(a.iso or "", b.iso or "")
    if is_money(a) and is_money(b) and a.unit != b.unit and "money" not in (a.unit, b.unit):
        return _compare_currencies(a, b)
    one, other = bounds(a), bounds(converted(b, a.unit))
    tolerance = VAGUE if a.approximate or b.approximate else 0.0
    apart = gap(one, other)
    if apart <= tolerance:
        return "same" if _near(one, other) else "compatible"
    return "different"


def measured(unit: str | None) -> str | None:
    """What a unit measures, if there are others for the same: ``length``."""
    return _measures().get(unit or "", (None, 1.0))[0]


def converted(quantity: Quantity, unit: str | None) -> Quantity:
    """A quantity in another unit of what it measures; as it is if there is no way."""
    (kind, size), (other, wanted) = (_measures().get(u or "", (None, 1.0)) for u in (quantity.unit, unit))
    if kind is None or kind != other or quantity.unit == unit:
        return quantity
    low, high = (None if end is None else end * size / wanted for end in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit=unit)


@cache
def _measures() -> dict[str, tuple[str | None, float]]:
    """Unit -> what it measures, and its size in the smallest unit of that."""
    kinds: dict[str, dict[str, float]] = lexicon.load("numbers")["measured"]
    return {unit: (kind, size) for kind, sizes in kinds.items() for unit, size in sizes.items()}


def bounds(quantity: Quantity) -> Bounds:
    """Low and high with infinities for open sides."""
    low = -math.inf if quantity.low is None else quantity.low
    return low, math.inf if quantity.high is None else quantity.high


def gap(a: Bounds, b: Bounds) -> float:
    """How far apart two ranges are, relative to the larger figure; 0 if they touch or agree by rounding."""
    low, high = min(a[1], b[1]), max(a[0], b[0])
    if low >= high:
        return 0.0
    apart = (high - low) / max(abs(low), abs(high))
    return 0.0 if apart <= CLOSE and (_rounds_to(high, low) or _rounds_to(low, high)) else apart


def is_money(quantity: Quantity) -> bool:
    """Whether the unit is a currency, or money without one."""
    return quantity.unit == "money" or quantity.unit in _rates()


def _rounds_to(exact: float, rough: float) -> bool:
    """Whether `exact` with as many significant digits as `rough` has is `rough`."""
    digits = len(f"{abs(rough):.12e}".split("e")[0].replace(".", "").rstrip("0")) or 1
    return math.isclose(float(f"{exact:.{digits - 1}e}"), rough, rel_tol=1e-9)


def _near(a: Bounds, b: Bounds) -> bool:
    """Whether finite ends of two ranges are close: "more than 7" and 7.12, not "more than 40" and 400."""
    ends = [[end for end in ends if math.isfinite(end)] for ends in (a, b)]
    if not all(ends):
        return False
    return any(abs(x - y) <= CLOSE * max(abs(x), abs(y)) for x in ends[0] for y in ends[1])


def _compare_currencies(a: Quantity, b: Quantity) -> Verdict:
    one, other = _in_dollars(a), _in_dollars(b)
    low, high = min(one[1], other[1]), max(one[0], other[0])
    return "different" if low > 0 and high > FAR_APART * low else "incomparable"


def _in_dollars(quantity: Quantity) -> Bounds:
    low, high = bounds(quantity)
    cheap, dear = _rates().get(quantity.unit or "", (0.0, math.inf))
    return (low * cheap if math.isfinite(low) else low), (high * dear if math.isfinite(high) else high)


@cache
def _rates() -> dict[str, Bounds]:
    return {code: (low, high) for code, (low, high) in lexicon.load("numbers")["dollars"].items()}


@lru_cache(maxsize=10_000)
def _compare_dates(a: str, b: str) -> Verdict:
    """One date is the other, cut to less precision, with or without its year."""
    if not a or not b or ("/" in a) != ("/" in b):
        return "incomparable"
    pairs = list(zip(a.split("/"), b.split("/"), strict=False))
    return "same" if all(_dates_agree(x, y) for x, y in pairs) else "different"


def _dates_agree(a: str, b: str) -> bool:
    if a.startswith("--") or b.startswith("--"):
        return len(a) >= 7 and len(b) >= 7 and a[-5:] == b[-5:]
    return a.startswith(b) or b.startswith(a)
