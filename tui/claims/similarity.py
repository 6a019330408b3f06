"""How far two statements say the same, as a number, with the named features it was computed from."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rapidfuzz import fuzz

from tui.claims.frequencies import Rarity
from tui.claims.terms import NUMBER, Terms

NEGATION = 0.08  # taken off where one statement is negated and the other is not
NAMES = 0.15  # taken off where all names differ; less where some do
SAME_FIGURE = 0.02  # two figures agree if they differ by no more than this share ($7.1 and $7.12 billion)


@dataclass(frozen=True, slots=True)
class Features:
    """What two statements share.  `names`, `numbers`: 1 they agree, 0 nothing to compare, -1 they clash.

    `frame` is the overlap of the terms that are no names, where names or years differ;
    `others` is the share of names that each side has for itself, the smaller of the two; `years` is true
    where both name years and none is the same.
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
    frame: float
    others: float
    numbers: int
    years: bool
    negation: bool
    lengths: float
    common: frozenset[str]


def compare(one: Terms, other: Terms, rarity: Rarity) -> Features:
    """The features of a pair of statements."""
    common = one.bag & other.bag
    overlap, contained, shared = _in_common(one, other, rarity)
    others, years = _apart(one.names, other.names), _years_clash(one.numbers, other.numbers)
    return Features(
        overlap=overlap,
        contained=contained,
        shared=shared,
        order=fuzz.ratio(one.key, other.key) / 100,
        names=agreement(one.names, other.names),
        frame=_frame(one, other, rarity) if others or years else 1.0,
        others=others,
        numbers=_figures_agree(one.numbers, other.numbers),
        years=years,
        negation=one.negated != other.negated,
        lengths=_over(min(len(one.words), len(other.words)), max(len(one.words), len(other.words))),
        common=common,
    )


def _in_common(one: Terms, other: Terms, rarity: Rarity) -> tuple[float, float, float]:
    """`overlap`, `contained` and `shared`."""
    shared = rarity.sum(one.bag & other.bag) + rarity.sum(_near_figures(one, other))
    mass, weight = rarity.mass(one), rarity.mass(other)
    return _over(shared, math.sqrt(mass * weight)), _over(shared, min(mass, weight)), shared


def _near_figures(one: Terms, other: Terms) -> list[str]:
    """The figures of one statement that agree with one of the other's without being the same."""
    if not one.numbers or not other.numbers:
        return []
    alone = set(other.numbers) - set(one.numbers)
    return [
        f"{NUMBER}{x:.12g}"
        for x in sorted(set(one.numbers) - set(other.numbers))
        if any(same_figure(x, y) for y in alone)
    ]


def _over(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0


def agreement(one: frozenset[str], other: frozenset[str]) -> int:
    """1: one side's names are all among the other's; -1: both sides have names, and share none."""
    if not one or not other:
        return 0
    if one <= other or other <= one:
        return 1
    return -1 if not one & other else 0


def _frame(one: Terms, other: Terms, rarity: Rarity) -> float:
    left, right = (side.bag - side.names - _year_terms(side) for side in (one, other))
    masses = [rarity.sum(side) for side in (left, right, left & right)]
    return _over(masses[2], math.sqrt(masses[0] * masses[1]))


def _apart(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of each side's names that the other lacks, the smaller of the two."""
    if not one or not other:
        return 0.0
    return min(len(one - other) / len(one), len(other - one) / len(other))


def _years_clash(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    left, right = ({x for x in side if _is_year(x)} for side in (one, other))
    return bool(left and right) and not left & right


def _year_terms(statement: Terms) -> set[str]:
    return {f"{NUMBER}{figure:.12g}" for figure in statement.numbers if _is_year(figure)}


def _is_year(figure: float) -> bool:
    return 1900 <= figure < 2100 and figure == int(figure)


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
    """The similarity shown to people, 0..1: half overlap of rare terms, half likeness of the wording.

    Less where one side is negated and the other is not, and where each names somebody or some place that
    the other does not.
    """
    return _less_differences(0.5 * features.overlap + 0.5 * features.order, features)


def score_at_most(one: Terms, other: Terms, rarity: Rarity) -> float:
    """What the score of a pair cannot exceed: most pairs need no closer look."""
    overlap, _, _ = _in_common(one, other, rarity)
    return 0.5 * overlap + 0.5


def coverage(features: Features) -> float:
    """How far two statements of one story say the same, 0..1: what they share over both sides, by rarity.

    The geometric mean of `overlap` and `contained`.  Within a story the order of the words tells nothing:
    on the closely read story the pairs that say the same rank better without it (see EVALUATION.md).
    """
    return _less_differences(math.sqrt(features.overlap * features.contained), features)


def telling_coverage(one: Terms, other: Terms, rarity: Rarity) -> float:
    """The same for what two statements tell, the names of people and places left out.

    Two sentences about one person in one place share little else and are alike all the same.
    """
    left, right = one.bag - one.names, other.bag - other.names
    masses = [rarity.sum(side) for side in (left, right, left & right)]
    overlap = _over(masses[2], math.sqrt(masses[0] * masses[1]))
    return math.sqrt(overlap * _over(masses[2], min(masses[0], masses[1])))


def coverage_at_most(one: Terms, other: Terms, rarity: Rarity) -> float:
    """What the coverage of a pair cannot exceed: most pairs need no closer look."""
    overlap, contained, _ = _in_common(one, other, rarity)
    return math.sqrt(overlap * contained)


def _less_differences(likeness: float, features: Features) -> float:
    return max(0.0, likeness - NEGATION * features.negation - NAMES * features.others)
