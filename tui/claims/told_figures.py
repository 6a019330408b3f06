"""Figures told in passing: where they are told again, and where they add nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tui.claims.drafts import Draft
from tui.claims.extracts import Extract
from tui.claims.frequencies import AT_LARGE
from tui.claims.members import Gathered, Member
from tui.claims.similarity import same_figure
from tui.claims.terms import NUMBER, terms
from tui.language import lexicon
from tui.model import Span

_SHARED = 7.0  # the least rarity that the sentences of two numbers of the same things have in common
_PART = 0.3  # of what the shorter one says, by rarity, that they have in common as well
_TELLING = 4.0  # the same for one number, what it counts included
_SMALL, _TELLING_NUMBER = 12, 3.0  # a number above it says as much as a word of this rarity
_OF_SEVERAL = re.compile(r"\b(?:of (?:the|its|his|her|their|these|those)|others?|more|another|additional)\b")
_LABEL = re.compile(r"(?:1|(?:19|20)\d\d)\s[A-Z]")  # "1 Market Place", "2020 Democrats": no number of things

Stories = Mapping[int, Collection[int]]


def told_by(groups: Sequence[Gathered]) -> Stories:
    """For each article that shares a claim with others these others, and itself."""
    told: dict[int, set[int]] = {}
    for group in groups:
        articles = {member.article for member in group.members}
        for article in articles if len(articles) > 1 else ():
            told.setdefault(article, set()).update(articles)
    return told


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def counts(extracts: Sequence[Extract], told: Stories) -> list[Gathered]:
    """What several articles of one story count of the same: ``40 houses`` and ``some 35 houses``.

    Two articles that count votes, or miles, rarely count the same ones: where the sentences have nothing else
    in common, the number at least must be the same, and tell something.
    """
    homes: dict[frozenset[str], dict[int, list[tuple[Gathered, _Count]]]] = {}
    groups: list[Gathered] = []
    for article, extract in enumerate(extracts):
        for index, draft in enumerate(extract.drafts):
            if draft.figure != "count" or article not in told or _LABEL.match(draft.statement):
                continue
            count, member = _count(extract, draft), Member(article, index, "number-variant")
            led = homes.setdefault(count.counted, {}) if count.counted else {}
            near = (known for leader in sorted(told[article]) for known in led.get(leader, ()))
            home = next((group for group, other in near if count.is_of(other)), None)
            if home is None:
                home = Gathered(member)
                groups.append(home)
                led.setdefault(article, []).append((home, count))
            home.members.append(member)
    return [group for group in groups if group.articles() > 1]


@dataclass(frozen=True, slots=True)
class _Count:
    """A number, the terms of what it counts, and what its sentence says besides, names left out.

    `whole`: a number of things, no length or weight, and none of several parts ("two of the bundles").
    """

    numbers: tuple[float, ...]
    counted: frozenset[str]
    told: frozenset[str]
    whole: bool

    def is_of(self, other: _Count) -> bool:
        """Whether both count the same things."""
        shared = AT_LARGE.sum(self.told & other.told)
        if not any(same_figure(x, y) for x in self.numbers for y in other.numbers):
            least = max(_SHARED, _PART * min(AT_LARGE.sum(self.told), AT_LARGE.sum(other.told)))
            return self.whole and other.whole and shared >= least
        number = _TELLING_NUMBER * (max(self.numbers) > _SMALL)
        return shared + AT_LARGE.sum(self.counted) + number >= _TELLING


def _count(extract: Extract, draft: Draft) -> _Count:
    counted, sentence = _what_is_counted(draft), extract.sentence_at(draft.span.start)
    around = terms(sentence.text if sentence else draft.whole.text)
    told = frozenset(w for w in around.bag - around.names - counted if not w.startswith(NUMBER))
    whole = not (counted & _measures() or _OF_SEVERAL.search(draft.statement))
    return _Count(terms(draft.statement).numbers, counted, told, whole)


@cache
def _measures() -> frozenset[str]:
    """The terms of units, and of points and times."""
    table = lexicon.load("numbers")
    units = (unit for sizes in table["measured"].values() for unit in sizes)
    return frozenset().union(*(terms(unit).bag for unit in (*units, *table["unlike"])))


def _what_is_counted(draft: Draft) -> frozenset[str]:
    """The terms of a count without the number."""
    counted = terms(_magnitude().sub(" ", draft.statement))
    return frozenset(word for word in counted.bag if not word.startswith(NUMBER))


@cache
def _magnitude() -> re.Pattern[str]:
    """Words that only scale a number: "million", "dozens of"."""
    table = lexicon.load("quantities")
    scaling = sorted(word for name in ("scales", "vague") for word in table[name] if len(word) > 3)
    return re.compile(rf"\b(?:{'|'.join(scaling)})\b", re.IGNORECASE)


def without_lone(group: Gathered, drawn: Sequence[Sequence[Draft]]) -> Gathered | None:
    """A group without the figures that add nothing to it.

    A figure counts where another article counts the same, and only if the draft it was taken from is not
    in the group itself.
    """
    whole = [m for m in group.members if not drawn[m.article][m.index].figure]
    if len(whole) == len(group.members) > 0:
        return group
    figures = [m for m in group.members if drawn[m.article][m.index].figure] if group.articles() > 1 else []
    kept = [m for m in figures if not any(_holds(w, m, drawn) for w in whole)]
    members = [m for m in group.members if m in whole or m in kept]
    if not members:
        return None
    return Gathered(group.leader if group.leader in members else members[0], members)


def without_repeated(groups: Sequence[Gathered], drawn: Sequence[Sequence[Draft]]) -> list[Gathered]:
    """The groups without those of figures alone that were all taken from one other group: it says as much."""
    wholes: dict[int, list[tuple[Member, int]]] = {}
    for place, group in enumerate(groups):
        for member in group.members:
            if not drawn[member.article][member.index].figure:
                wholes.setdefault(member.article, []).append((member, place))

    def sources(figure: Member) -> set[int]:
        return {p for whole, p in wholes.get(figure.article, ()) if _holds(whole, figure, drawn)}

    def repeats(group: Gathered) -> bool:
        figures = [m for m in group.members if drawn[m.article][m.index].figure]
        return len(figures) == len(group.members) and bool(set.intersection(*map(sources, figures)))

    return [group for group in groups if not repeats(group)]


def _holds(whole: Member, part: Member, drawn: Sequence[Sequence[Draft]]) -> bool:
    outer, inner = drawn[whole.article][whole.index].span, drawn[part.article][part.index].span
    return whole.article == part.article and _covers(outer, inner)
