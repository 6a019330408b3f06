"""Members of a group that say the opposite of what it states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.claims import polarity
from tui.claims.drafts import Draft
from tui.claims.frequencies import AT_LARGE
from tui.claims.members import ALIKE, Gathered, Member
from tui.claims.similarity import compare
from tui.claims.terms import terms
from tui.model import PUTS_FORWARD, Span


def tell_opposites(group: Gathered, drawn: Sequence[Sequence[Draft]]) -> list[Gathered]:
    """Mark the members that deny in the negative what another member states; one of these leads the group.

    Those that deny something else, and are only loosely like the others, become groups of their own.
    """
    stating = [m for m in group.members if not m.refers and not drawn[m.article][m.index].figure]
    if len(stating) < 2 or not any(polarity.denials(_statement_of(m, drawn)) for m in stating):
        return []
    positive = [m for m in stating if polarity.is_plain(_statement_of(m, drawn))]
    plain = {(m.article, m.index): m for m in positive}
    leader = plain.get((group.leader.article, group.leader.index)) or max(
        positive, key=lambda m: (m.score, -m.article, -m.index), default=None
    )
    if leader is None:
        return []
    stated = _statement_of(leader, drawn)
    for place, member in enumerate(group.members):
        if member in stating and (word := _opposing(_statement_of(member, drawn), stated)):
            span = drawn[member.article][member.index].span
            group.members[place] = replace(member, against=_placed(word, span))
            group.leader = leader
    apart = [m for m in stating if m != leader and _denies_else(m, drawn) and m in group.members]
    if apart:
        group.members = [member for member in group.members if member not in apart]
        group.leader = leader if group.leader in apart else group.leader
    return [Gathered(replace(member, score=1.0), [replace(member, score=1.0)]) for member in apart]


def _denies_else(member: Member, drawn: Sequence[Sequence[Draft]]) -> bool:
    """Whether a member says that something is not so, and that is not what the others of its group state."""
    if (
        member.against
        or member.score >= ALIKE
        or drawn[member.article][member.index].stance not in PUTS_FORWARD
    ):
        return False
    return polarity.denies_at_once(_statement_of(member, drawn))


def _opposing(text: str, stated: str) -> Span | None:
    """The word by which a statement says the opposite of what is stated."""
    features = compare(terms(text), terms(stated), AT_LARGE)
    if not polarity.are_opposites(features, text, stated, gathered=True):
        return None
    return polarity.negation(text, stated)


def _placed(word: Span, draft: Span) -> Span:
    """A word of a statement where it stands in its article; the whole draft if it is not told there."""
    at = draft.text.find(word.text)
    return draft if at < 0 else Span(draft.start + at, draft.start + at + len(word.text), word.text)


def _statement_of(member: Member, drawn: Sequence[Sequence[Draft]]) -> str:
    return drawn[member.article][member.index].statement
