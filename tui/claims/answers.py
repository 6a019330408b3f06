"""Where answers belong: drafts that only refer, and those that answer what nobody states.

A draft that only refers ("this report is a lie") goes where the spans it refers to went; if they went nowhere
it stays alone, marked as unscoped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from tui.claims import nominals
from tui.claims.drafts import Draft
from tui.claims.extracts import Extract
from tui.claims.frequencies import AT_LARGE
from tui.claims.members import ALIKE, IMPLIED, Gathered, Member
from tui.claims.similarity import compare, score, score_at_most
from tui.claims.terms import Terms, term, terms
from tui.language import lexicon
from tui.model import PUTS_FORWARD, Span, Stance

_GOOD_PART = 0.2  # of a statement, by rarity
_LONGEST = 5000  # characters of a draft that others can refer to; a longer "sentence" is no prose


Homes = dict[tuple[int, int], Gathered]


class Told:
    """The words of an article's statements, read when the first answer asks for them."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts

    @cached_property
    def terms(self) -> list[Terms]:
        """The terms of each draft's statement."""
        return [terms(draft.statement) for draft in self._drafts]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, found in enumerate(self.terms):
            for word in found.bag:
                places.setdefault(word, []).append(number)
        return places

    def sharing(self, bag: Iterable[str]) -> set[int]:
        """The drafts that have one of the words."""
        return {number for word in bag for number in self._places.get(word, ())}


@dataclass(frozen=True, slots=True)
class Stated:
    """What an article states, by the numbers of its drafts, but for what is in the group `own`."""

    article: int
    drafts: Sequence[Draft]
    homes: Homes
    own: Gathered

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and self._home(number) is not None

    def __getitem__(self, number: int) -> Gathered:
        home = self._home(number)
        if home is None:
            raise KeyError(number)
        return home

    def groups(self) -> Iterable[Gathered]:
        """The groups that it is in, in the order of the text."""
        homes = filter(None, map(self._home, range(len(self.drafts))))
        return {id(home): home for home in homes}.values()

    def _home(self, number: int) -> Gathered | None:
        draft = self.drafts[number]
        home = self.homes.get((self.article, number)) if draft.statement and not draft.figure else None
        return None if home is self.own else home


def only_refers(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a draft has no statement of its own, or answers one that another draft makes."""
    answered = (index for span in draft.antecedents for index in _within(drafts, span))
    return not draft.statement or any(drafts[index] is not draft for index in answered)


def refer(article: int, index: int, extract: Extract, homes: Homes) -> list[Gathered]:
    """Put a draft that only refers where it refers to; a group of its own if that is nowhere."""
    targets = _targets(extract, article, index, homes)
    for group in targets:
        group.members.append(Member(article, index, score=0.5, refers=True))
        homes.setdefault((article, index), group)
    if targets:
        return []
    alone = Member(article, index, unscoped=True)
    return [Gathered(alone, [alone])]


def bring_home(
    article: int,
    index: int,
    extract: Extract,
    homes: Homes,
    drawn: Sequence[Sequence[Draft]],
    told: Told,
) -> None:
    """Move an answer to something that nobody states to what its article says most like it."""
    drafts, own = extract.drafts, homes.get((article, index))
    if own is None or not _answers(drafts[index]):
        return
    if any(m.article != article or not _answers(drafts[m.index]) for m in own.members):
        return
    stated = Stated(article, drafts, homes, own)
    found = (
        _most_alike(drafts[index], told, stated)
        or _nominalised(index, extract, stated)
        or _most_told(drafts[index], drawn, stated)
    )
    if found is None:
        return
    likeness, home = found
    moved = [replace(member, score=likeness) for member in own.members]
    own.members.clear()
    home.members += moved
    homes.update({(m.article, m.index): home for m in moved})


def tell_by_itself(group: Gathered, drawn: Sequence[Sequence[Draft]]) -> None:
    """Take implicit answers to what nobody states for what they say by themselves.

    Who calls unlikely what nobody said would happen, or is not considering what nobody said he was, doubts
    and denies nobody.
    """
    if all(_is_implicit(drawn[m.article][m.index]) for m in group.members):
        members = [replace(member, by_itself=True) for member in group.members]
        leader = members[group.members.index(group.leader)] if group.leader in group.members else members[0]
        group.leader, group.members = leader, members


def _is_implicit(draft: Draft) -> bool:
    return "implicit" in draft.notes and draft.plain is not None


def _answers(draft: Draft) -> bool:
    return draft.stance not in PUTS_FORWARD


def _most_alike(draft: Draft, told: Told, stated: Stated) -> tuple[float, Gathered] | None:
    """The group of the statement most like that of an answer, and how alike they are."""
    question = terms(draft.statement)
    touching = ((i, told.terms[i]) for i in told.sharing(question.bag) if i in stated)
    near = ((i, found) for i, found in touching if score_at_most(question, found, AT_LARGE) >= ALIKE)
    alike = ((score(compare(question, found, AT_LARGE)), -i) for i, found in near)
    likeness, place = max(alike, default=(0.0, 0))
    return (likeness, stated[-place]) if likeness >= ALIKE else None


def _nominalised(index: int, extract: Extract, stated: Stated) -> tuple[float, Gathered] | None:
    """The group of what a denial names by a noun."""
    chain = extract.chains[index]
    denied = nominals.nominal(extract.drafts[index], chain[0] if chain else "")
    if denied is None:
        return None
    found = nominals.told_beside(denied, index, extract.drafts, stated, extract.starts)
    return None if found is None else (IMPLIED, stated[found])


def _most_told(
    draft: Draft, drawn: Sequence[Sequence[Draft]], stated: Stated
) -> tuple[float, Gathered] | None:
    """What most articles tell, for an answer that names it in passing: "an offer from Oslo", "his arrest"."""
    answer = terms(draft.statement)
    if len(drawn) < 2 or not answer.bag:
        return None
    told = max(stated.groups(), key=Gathered.articles, default=None)
    if told is None or told.articles() < 2:
        return None
    stating = (d for m in told.members if (d := drawn[m.article][m.index]).stance in PUTS_FORWARD)
    named = any(_named_in(answer, terms(d.statement), draft.stance) for d in stating if not d.figure)
    return (0.5, told) if named else None


def _named_in(answer: Terms, statement: Terms, stance: Stance) -> bool:
    """Whether an answer names in passing what is stated: all its terms are there, or call a plan one.

    One of them is a name, and if nothing calls it a plan, they are a good part of the statement.  Who cannot
    say whether a video is genuine cannot confirm what is told of a video.
    """
    if not answer.names <= statement.bag:
        return False
    plans, genuine = _terms_of("plans"), _terms_of("genuine")
    things = answer.bag - answer.names - plans - genuine
    if not things <= statement.bag:
        return False
    if stance not in PUTS_FORWARD and things and (answer.bag & genuine or things <= _terms_of("documents")):
        return stance != "denies"
    if not answer.names or len(answer.bag) < 2:
        return False
    return bool(answer.bag & plans) or (bool(things) and _share(answer, statement) >= _GOOD_PART)


def _share(answer: Terms, statement: Terms) -> float:
    """How much of a statement an answer names, by rarity."""
    return AT_LARGE.sum(answer.bag & statement.bag) / (AT_LARGE.mass(statement) or 1.0)


@cache
def _terms_of(key: str) -> frozenset[str]:
    return frozenset(map(term, lexicon.words("stance_answers", key)))


def _targets(extract: Extract, article: int, number: int, homes: Homes) -> list[Gathered]:
    """The groups a referring draft belongs to: one, or all of them if it refers to several.

    Nobody denies what he says himself: who adds a word to it means what he denied before.
    """
    drafts, draft, by = extract.drafts, extract.drafts[number], extract.chains[number][:1]
    found: dict[int, tuple[bool, int, Gathered]] = {}
    for place, antecedent in enumerate(draft.antecedents):
        for index in _within(drafts, antecedent):
            own = drafts[index].stance in PUTS_FORWARD and by and by == extract.chains[index][:1]
            if draft.stance == "denies" and own and not found:
                return _denied_before(extract, article, number, homes)
            if group := homes.get((article, index)):
                concerned = _concerns(drafts[index], draft)
                known = found.get(id(group), (False, place, group))
                found[id(group)] = known[0] or concerned, known[1], group
    if draft.several or len(found) < 2:
        return [group for _, _, group in found.values()]
    return [min(found.values(), key=lambda one: _distance(one, report=draft.report))[2]]


def _denied_before(extract: Extract, article: int, number: int, homes: Homes) -> list[Gathered]:
    """The group of what a party denied last before a draft of its article, if it did."""
    by = extract.chains[number][:1]
    for index in range(number - 1, -1, -1):
        group = homes.get((article, index))
        if group and extract.drafts[index].stance == "denies" and extract.chains[index][:1] == by:
            return [group]
    return []


def _distance(candidate: tuple[bool, int, Gathered], *, report: bool) -> tuple[int, int, int]:
    """A party answers what concerns it; "this report" is the one most told, anything else the nearest."""
    concerned, place, group = candidate
    return not concerned, -group.articles() if report else place, place


def _concerns(candidate: Draft, draft: Draft) -> bool:
    """Whether a candidate names the party that answers."""
    if draft.holder is None:
        return False
    names = {word for word in re.findall(r"\w+", draft.holder.text) if word[:1].isupper()}
    return bool(names) and names <= set(re.findall(r"\w+", candidate.statement))


def _within(drafts: Sequence[Draft], span: Span) -> Iterator[int]:
    """The drafts, given in the order of the text, that share half of a span or are half inside of it."""
    first = bisect_left(drafts, span.start - _LONGEST, key=_start)
    for index in range(first, bisect_left(drafts, span.end, lo=first, key=_start)):
        draft = drafts[index]
        common = span.overlap(draft.span.start, draft.span.end)
        if draft.statement and 2 * common >= min(len(span.text), len(draft.span.text)) > 0:
            yield index


def _start(draft: Draft) -> int:
    return draft.span.start
