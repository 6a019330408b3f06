"""How far two statements say the same, as a number, with the named features it was computed from."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rapidfuzz import fuzz

from tui.claims.frequencies import Rarity
from tui.claims.terms import Terms

SAME_FIGURE = 0.02  # two figures agree if they differ by no more than this share ($7.1 and $7.12 billion)


@dataclass(frozen=True, slots=True)
class Features:
    """What two statements share.  `names`, `numbers`: 1 they agree, 0 nothing to compare, -1 they clash.

    `overlap`: rarity of the shared terms over the geometric mean of both sides';  `contained`: over the
    smaller side's;  `shared`: the rarity itself (natural logarithms);  `order`: rapidfuzz's
    token_sort_ratio over the terms;  `negation`: one is negated, the other is not;  `lengths`: shorter
    over longer, in terms.
    """

    overlap: float
    contained: float
    shared: float
    order: float
    names: int
    numbers: int
    negation: bool
    lengths: float
    common: frozenset[str]


def compare(one: Terms, other: Terms, rarity: Rarity) -> Features:
    """The features of a pair of statements."""
    common = one.bag & other.bag
    shared = math.fsum(map(rarity, common))
    mass, weight = rarity.mass(one), rarity.mass(other)
    return Features(
        overlap=_over(shared, math.sqrt(mass * weight)),
        contained=_over(shared, min(mass, weight)),
        shared=shared,
        order=fuzz.ratio(one.key, other.key) / 100,
        names=agreement(one.names, other.names),
        numbers=_figures_agree(one.numbers, other.numbers),
        negation=one.negated != other.negated,
        lengths=_over(min(len(one.words), len(other.words)), max(len(one.words), len(other.words))),
        common=common,
    )


def _over(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0


def agreement(one: frozenset[str], other: frozenset[str]) -> int:
    """1: one side's names are all among the other's; -1: both sides have names, and share none."""
    if not one or not other:
        return 0
    if one <= other or other <= one:
        return 1
    return -1 if not one & other else 0


def _figures_agree(one: tuple[float, ...], other: tuple[float, ...]) -> int:
    if not one or not other:
        return 0
    left = [x for x in one if not any(same_figure(x, y) for y in other)]
    right = [y for y in other if not any(same_figure(x, y) for x in one)]
    return -1 if left and right else 1


def same_figure(one: float, other: float) -> bool:
    """Whether two figures agree, up to rounding; years and other four-digit whole numbers must be equal."""
    if one == other:
        return True
    if all(1000 <= x < 2100 and x == int(x) for x in (one, other)):
        return False
    return abs(one - other) <= SAME_FIGURE * max(abs(one), abs(other))


def score(features: Features) -> float:
    """The similarity shown to people, 0..1: half overlap of rare terms, half likeness of the wording."""
    return 0.5 * features.overlap + 0.5 * features.order
