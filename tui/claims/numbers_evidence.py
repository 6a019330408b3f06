"""What speaks for two figures of one claim being one quantity, and whether they then agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tui.claims.numbers_context import DIRECT, FAMILIES, Context, describe, family, generic_units
from tui.claims.numbers_values import Verdict, compare, converted
from tui.model import Quantity

LARGE = 20  # from here on a count of a specific thing needs no other words in common
ALIKE = 0.25  # of the words around the figure with fewer of them, for amounts and specific things
VERY_ALIKE = 0.5  # the same for generic units and figures far apart
LITTLE = 0.15  # the same for people to whom the same happened
SAME_EVENT = 0.6  # of the words next to a date
FAR = 20  # as a factor


@dataclass(frozen=True, slots=True)
class Located:
    """A mention of the claim: its article's id, its text, and where the text starts in the article.

    `figures` are those of the text; None where nobody looked for them yet.
    """

    article: str
    text: str
    start: int
    figures: tuple[Quantity, ...] | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Value:
    """A figure or date of a mention, and all figures and dates that stand `around` it in the mention."""

    located: Located
    quantity: Quantity
    around: tuple[Quantity, ...]

    @cached_property
    def context(self) -> Context:
        """What the figure is said of."""
        return describe(self.located.text, self.quantity)

    @cached_property
    def kind(self) -> tuple[object, ...]:
        """Values of one kind compare alike."""
        quantity, context = self.quantity, self.context
        said = (quantity.low, quantity.high, quantity.unit, quantity.iso, quantity.approximate)
        told = (
            context.dimension,
            context.roles,
            context.objects,
            context.modifiers,
            context.rate,
            context.state,
        )
        beside = tuple((other.low, other.high, other.unit, other.iso) for other in self.around)
        return (*said, *told, beside)

    def is_beside(self, other: Value) -> bool:
        """Whether both figures stand in one mention, or in mentions that overlap."""
        one, two = self.located, other.located
        if one.article != two.article:
            return False
        return one.start < two.start + len(two.text) and two.start < one.start + len(one.text)

    @property
    def place(self) -> tuple[str, int, int]:
        """Article, start and end."""
        start = self.located.start
        return self.located.article, start + self.quantity.span.start, start + self.quantity.span.end


@dataclass(slots=True)
class Cluster:
    """Values taken for one quantity, all of one dimension or told without what they count."""

    values: list[Value]
    dimension: str = ""
    conflict: bool = False
    words: frozenset[str] = field(default_factory=frozenset)
    kinds: dict[tuple[object, ...], Value] = field(default_factory=dict)

    @property
    def first(self) -> Value:
        """The value that was placed first, of those that tell what they count if there are any."""
        return next((value for value in self.values if value.context.dimension), self.values[0])

    @property
    def telling(self) -> list[Value]:
        """One value of each kind that tells what it counts."""
        return [value for value in self.kinds.values() if value.context.dimension]

    def add(self, values: Sequence[Value]) -> None:
        """Take in values, with the words around them."""
        self.values += values
        self.dimension = self.first.context.dimension
        self.words = self.words.union(*(value.context.words for value in values))
        for value in values:
            self.kinds.setdefault(value.kind, value)


def agreement(value: Value, cluster: Cluster) -> float | None:
    """How well `value` agrees with all of `cluster`; None if it does not."""
    verdicts: set[Verdict] = set()
    for other in cluster.kinds.values():
        if not (_is_comparable(value, other) or _is_told_again(value, other)):
            return None
        verdicts.add(compare(value.quantity, other.quantity))
    if not verdicts <= {"same", "compatible"}:
        return None
    shares = _likeness(value.context.words, cluster.words)
    vague = any(member.quantity.approximate for member in (value, *cluster.kinds.values()))
    if "same" not in verdicts and shares < ALIKE and not (vague and _is_specific(value)):
        return None
    return shares + ("same" in verdicts)


def _is_told_again(a: Value, b: Value) -> bool:
    """Whether two equal figures, not both of which tell what they count, stand among the same words."""
    if (a.context.dimension and b.context.dimension) or a.is_beside(b):
        return False
    one, other = a.quantity, b.quantity
    if one.iso or other.iso or (one.low, one.high) != (other.low, other.high):
        return False
    told, again = a.context.words, b.context.words
    return len(told & again) > 1 and _likeness(told, again) >= VERY_ALIKE


def _is_comparable(a: Value, b: Value) -> bool:
    """Whether nothing says that two values are of different quantities."""
    one, other = a.context, b.context
    if one.dimension != other.dimension or not one.dimension:
        return False
    if _roles_exclude(one.roles, other.roles, DIRECT):
        return False
    told = ((one.objects, other.objects), (one.modifiers, other.modifiers), (one.rate, other.rate))
    return not any(mine and theirs and not mine & theirs for mine, theirs in told)


def _roles_exclude(one: frozenset[str], other: frozenset[str], within: frozenset[str]) -> bool:
    """Whether both name a role of a family of `within`, and share none of it."""
    families = {family(role) for role in one} & {family(role) for role in other} & within
    return any(not {role for role in one if family(role) == name} & other for name in families)


def _roles(cluster: Cluster) -> frozenset[str]:
    """The roles named by most of the values that name one of the family."""
    named = [role for value in cluster.values for role in value.context.roles]
    naming = Counter(
        name for value in cluster.values for name in {family(role) for role in value.context.roles}
    )
    return frozenset(role for role, count in Counter(named).items() if 2 * count > naming[family(role)])


def conflicts(a: Cluster, b: Cluster) -> bool:
    """Whether two clusters are one quantity with values that differ; the cheap questions come first."""
    kinds = [(x, y) for x in a.telling for y in b.telling]
    if not all(_is_comparable(x, y) for x, y in kinds) or _roles_exclude(_roles(a), _roles(b), FAMILIES):
        return False
    verdicts = {compare(x.quantity, y.quantity) for x, y in kinds}
    if "different" not in verdicts or "incomparable" in verdicts or not _is_one_quantity(a, b):
        return False
    if any(not _is_of_one_time(x, y) or _holds(x, y) or _holds(y, x) for x, y in kinds):
        return False
    return not _are_beside(a, b)


def _are_beside(a: Cluster, b: Cluster) -> bool:
    """Whether a mention gives values of both."""
    by_article: dict[str, list[Value]] = {}
    for value in b.values:
        by_article.setdefault(value.located.article, []).append(value)
    return any(x.is_beside(y) for x in a.values for y in by_article.get(x.located.article, []))


def _holds(one: Value, other: Value) -> bool:
    """Whether the mention of `one` also gives the value of `other`: six shots, two of them fatal."""
    wanted = other.quantity
    alike = (q for q in one.around if q.unit is None or wanted.unit is None or q.unit == wanted.unit)
    return any(compare(quantity, wanted) == "same" for quantity in alike)


def _is_of_one_time(a: Value, b: Value) -> bool:
    """Whether no change or date parts two figures, and no figure two dates.

    Both may be right of 59,000 arrests in 2010 and 28,000 in 2013.
    """
    if a.context.state != b.context.state:
        return False
    of_dates = a.quantity.iso is None
    one, other = _others(a, dates=of_dates), _others(b, dates=of_dates)
    pairs = [(x, y) for x in one for y in other if of_dates or x.unit == y.unit]
    return not (one and other) or any(compare(x, y) != "different" for x, y in pairs)


def _others(value: Value, *, dates: bool) -> list[Quantity]:
    """The dates of a value's mention, or its figures."""
    return [quantity for quantity in value.around if (quantity.iso is not None) == dates]


def _is_one_quantity(a: Cluster, b: Cluster) -> bool:
    """Whether enough besides the unit is in common."""
    dimension = a.dimension
    if dimension in ("date", "period"):
        return _share_event(a, b)
    if dimension == "year of age":
        return bool(_names(a) & _names(b))
    shared = _likeness(a.words, b.words)
    if not a.first.quantity.unit or _is_far(a, b) or " " in dimension:
        return shared >= VERY_ALIKE
    if dimension == "person":
        return shared >= (LITTLE if _roles(a) & _roles(b) else VERY_ALIKE)
    if dimension in generic_units():
        return shared >= VERY_ALIKE
    return shared >= ALIKE or all(map(_is_specific, (*a.values, *b.values)))


def _share_event(a: Cluster, b: Cluster) -> bool:
    """Whether the words next to two dates are mostly the same, and more than one."""
    pairs = [(x.context.near, y.context.near) for x in a.values for y in b.values]
    return all(len(x & y) > 1 and _likeness(x, y) >= SAME_EVENT for x, y in pairs)


def _names(cluster: Cluster) -> frozenset[str]:
    return frozenset(name for value in cluster.values for name in value.context.names)


def _is_far(a: Cluster, b: Cluster) -> bool:
    """Whether the figures are so far apart that they are more likely two quantities than two accounts."""
    unit = a.first.quantity.unit
    told = (converted(value.quantity, unit) for value in (a.first, b.first))
    one, other = (quantity.low or quantity.high or 0.0 for quantity in told)
    return max(one, other) > FAR * max(min(one, other), 0.0)


def _is_specific(value: Value) -> bool:
    """A large count of a specific thing."""
    quantity, dimension = value.quantity, value.context.dimension
    if dimension in generic_units() or dimension in ("money", "person", "date", "period") or " " in dimension:
        return False
    return (quantity.low or quantity.high or 0.0) >= LARGE


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that is in both."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
