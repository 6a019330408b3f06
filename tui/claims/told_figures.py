"""Figures told in passing: where they are told again, and where they add nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from tui.claims.drafts import Draft
from tui.claims.members import Gathered, Member
from tui.claims.terms import NUMBER, terms
from tui.language import lexicon
from tui.model import Span

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


def counts(drawn: Sequence[Sequence[Draft]], told: Stories) -> list[Gathered]:
    """What several articles of one story count in the same words: ``40 houses`` and ``some 35 houses``."""
    counted: dict[frozenset[str], list[Gathered]] = {}
    for article, drafts in enumerate(drawn):
        for index, draft in enumerate(drafts):
            if draft.figure == "count" and article in told:
                member = Member(article, index, "number-variant")
                alike = counted.setdefault(_what_is_counted(draft), [])
                home = next((g for g in alike if g.leader.article in told[article]), None)
                if home is None:
                    alike.append(Gathered(member, [member]))
                else:
                    home.members.append(member)
    return [group for key, alike in counted.items() if key for group in alike if group.articles() > 1]


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
