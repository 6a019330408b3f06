"""Drafts of all articles gathered into claims.

Drafts that state something are grouped by what they state.  A draft that only refers ("this report is a
lie") goes where the spans it refers to went; if they went nowhere it stays alone, marked as unscoped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from tui.claims import contradictions, grouping, polarity, valuations
from tui.claims.drafts import Draft
from tui.claims.extracts import Extract
from tui.claims.frequencies import AT_LARGE
from tui.claims.grouping import Statement
from tui.claims.progress import Progress, silent
from tui.claims.similarity import compare, score
from tui.claims.terms import NUMBER, term, terms
from tui.language import armed_groups, lexicon
from tui.model import PUTS_FORWARD, Kind, Span

_LONGEST = 5000  # characters of a draft that others can refer to; a longer "sentence" is no prose
_IMPLIED = 0.5  # the likeness given to an answer that contradicts a statement without its words
_ALIKE = 0.65  # the least likeness of an answer and what its article says: more than wording alone can give


@dataclass(frozen=True, slots=True)
class Member:
    """A draft in a group: its article and place there, and its likeness to the leader.

    `refers`: it has no statement of its own; `unscoped`: what it refers to was not found; `against`: the
    word by which it says the opposite of what the others say.
    """

    article: int
    index: int
    kind: Kind = "paraphrase"
    score: float = 1.0
    refers: bool = False
    unscoped: bool = False
    against: Span | None = None


@dataclass(slots=True)
class Gathered:
    """The members of one claim; the leader is the statement that represents it."""

    leader: Member
    members: list[Member] = field(default_factory=list)

    def articles(self) -> int:
        """How many articles have a member."""
        return len({member.article for member in self.members})


def gather(extracts: Sequence[Extract], ids: Sequence[str], told: Progress = silent) -> list[Gathered]:
    """The groups in the order of their first member; every draft is in at least one."""
    drawn = [extract.drafts for extract in extracts]
    states = _leaders(extracts)
    groups = _stated(extracts, ids, states, told)
    homes = {(m.article, m.index): group for group in groups for m in group.members}
    for article, drafts in enumerate(drawn):
        for index, draft in enumerate(drafts):
            if _only_refers(draft, drafts):
                groups.extend(_refer(article, index, extracts[article], homes))
            else:
                _bring_home(article, index, extracts[article], homes, drawn, states)
    groups = [group for group in groups if group.members]
    groups += [alone for group in groups for alone in _tell_opposites(group, drawn)]
    for group in groups:
        group.members.sort(key=lambda m: (m.article, drawn[m.article][m.index].span, m.index))
    return sorted(groups, key=lambda g: _place(g, drawn))


def _tell_opposites(group: Gathered, drawn: Sequence[Sequence[Draft]]) -> list[Gathered]:
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
        or member.score >= _ALIKE
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


def _stated(
    extracts: Sequence[Extract], ids: Sequence[str], states: dict[str, str], told: Progress
) -> list[Gathered]:
    """The groups of what is stated; an article that states the same twice word for word does so once."""
    drawn = [extract.drafts for extract in extracts]
    said = [_said_again(drafts) for drafts in drawn]
    places = [(article, first) for article, again in enumerate(said) for first in again]
    statements = [_statement(ids[a], drawn[a][i], extracts[a], states) for a, i in places]
    groups = [_gathered(group, places) for group in grouping.group(statements, told)]
    for group in groups:
        for member in list(group.members):
            group.members += [replace(member, index=again) for again in said[member.article][member.index]]
    told_by = _told_by(groups)
    _value_again(groups, drawn, told_by)
    groups += _counts(drawn, told_by)
    groups = [kept for group in groups if (kept := _without_lone_figures(group, drawn))]
    return _without_repeated_figures(groups, drawn)


def _said_again(drafts: Sequence[Draft]) -> dict[int, tuple[int, ...]]:
    """The first draft of each statement of an article, and those that state it word for word again."""
    firsts: dict[str, int] = {}
    again: dict[int, tuple[int, ...]] = {}
    for index, draft in enumerate(drafts):
        if draft.figure != "count" and not _only_refers(draft, drafts):
            first = firsts.setdefault(draft.statement, index)
            again[first] = (*again[first], index) if first in again else ()
    return again


Stories = Mapping[int, Collection[int]]


def _told_by(groups: Sequence[Gathered]) -> Stories:
    """For each article that shares a claim with others these others, and itself."""
    told: dict[int, set[int]] = {}
    for group in groups:
        articles = {member.article for member in group.members}
        for article in articles if len(articles) > 1 else ():
            told.setdefault(article, set()).update(articles)
    return told


def _value_again(groups: Sequence[Gathered], drawn: Sequence[Sequence[Draft]], told: Stories) -> None:
    """Move what a known thing is said to be worth to where several articles of the story say that it is."""
    valued = [(group, worths) for group in groups if (worths := _worths(group, drawn))]
    for group in groups:
        near = told.get(group.leader.article, ()) if group.articles() == 1 else ()
        draft = drawn[group.leader.article][group.leader.index]
        things = valuations.valued(draft) if near and valued else frozenset[str]()
        others = [(g, worths) for g, worths in valued if things and g.leader.article in near]
        found = [g for g, worths in others if valuations.is_of_same(draft, things, worths)]
        if len(found) == 1:
            found[0].members.append(replace(group.leader, kind="number-variant", score=_IMPLIED))
            group.members.clear()


def _worths(group: Gathered, drawn: Sequence[Sequence[Draft]]) -> list[Draft]:
    """The amounts that the members of a group give, if several articles do."""
    if group.articles() < 2:
        return []
    found = {
        (member.article, draft.span): draft
        for member in group.members
        for draft in drawn[member.article]
        if draft.figure == "worth" and _covers(drawn[member.article][member.index].span, draft.span)
    }
    return list(found.values()) if len({article for article, _ in found}) > 1 else []


def _covers(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _counts(drawn: Sequence[Sequence[Draft]], told: Stories) -> list[Gathered]:
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


def _only_refers(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a draft has no statement of its own, or answers one that another draft makes."""
    answered = (index for span in draft.antecedents for index in _within(drafts, span))
    return not draft.statement or any(drafts[index] is not draft for index in answered)


def _answers(draft: Draft) -> bool:
    return draft.stance not in PUTS_FORWARD


Homes = dict[tuple[int, int], Gathered]


def _refer(article: int, index: int, extract: Extract, homes: Homes) -> list[Gathered]:
    """Put a draft that only refers where it refers to; a group of its own if that is nowhere."""
    targets = _targets(extract, article, index, homes)
    for group in targets:
        group.members.append(Member(article, index, score=0.5, refers=True))
        homes.setdefault((article, index), group)
    if targets:
        return []
    alone = Member(article, index, unscoped=True)
    return [Gathered(alone, [alone])]


def _bring_home(
    article: int,
    index: int,
    extract: Extract,
    homes: Homes,
    drawn: Sequence[Sequence[Draft]],
    states: dict[str, str],
) -> None:
    """Move an answer to something that nobody states to what its article says most like it."""
    drafts, own = extract.drafts, homes.get((article, index))
    if own is None or any(m.article != article or not _answers(drafts[m.index]) for m in own.members):
        return
    stated = {
        number: home
        for number, other in enumerate(drafts)
        if other.statement and not other.figure and (home := homes.get((article, number))) and home is not own
    }
    found = (
        _most_alike(drafts[index], drafts, stated)
        or _contradicted(drafts[index], extract, stated, states)
        or _most_told(drafts[index], drawn, stated)
    )
    if found is None:
        return
    likeness, home = found
    moved = [replace(member, score=likeness) for member in own.members]
    own.members.clear()
    home.members += moved
    homes.update({(m.article, m.index): home for m in moved})


def _most_alike(
    draft: Draft, drafts: Sequence[Draft], stated: Mapping[int, Gathered]
) -> tuple[float, Gathered] | None:
    """The group of the statement most like that of an answer, and how alike they are."""
    question = terms(draft.statement)
    touching = ((i, found) for i in stated if question.bag & (found := terms(drafts[i].statement)).bag)
    alike = ((score(compare(question, found, AT_LARGE)), -i) for i, found in touching)
    likeness, place = max(alike, default=(0.0, 0))
    return (likeness, stated[-place]) if likeness >= _ALIKE else None


def _contradicted(
    draft: Draft, extract: Extract, stated: Mapping[int, Gathered], states: dict[str, str]
) -> tuple[float, Gathered] | None:
    """The group of the plan that an answer says is none."""
    sentence = extract.sentence_at(draft.span.start)
    told = draft.attributions[0].content[0] if draft.attributions else sentence and sentence.span
    plans = {
        number: _with_states(extract.drafts[number].statement, states)
        for number in stated
        if not _answers(extract.drafts[number])
    }
    found = contradictions.contradicted(draft, _with_states(told.text, states), plans) if told else None
    return None if found is None else (_IMPLIED, stated[found])


def _most_told(
    draft: Draft, drawn: Sequence[Sequence[Draft]], stated: Mapping[int, Gathered]
) -> tuple[float, Gathered] | None:
    """What most articles tell, for an answer that names it in passing: "an offer from Moscow".

    All terms of such an answer are in the statements of that group, or call a plan one, and one of them is a
    name; or it asks of somebody it does not name why they would do so.
    """
    told = max(stated.values(), key=Gathered.articles, default=None)
    if told is None or told.articles() < 2:
        return None
    if _asks_why(draft):
        return 0.5, told
    answer = terms(draft.statement)
    words = {w for m in told.members for w in terms(drawn[m.article][m.index].statement).bag}
    called = frozenset(map(term, lexicon.words("stance_answers", "plans")))
    named = len(answer.bag) > 1 and answer.names & words and answer.bag <= words | called
    return (0.5, told) if named else None


def _asks_why(draft: Draft) -> bool:
    """Whether an answer wonders why somebody would: "I don't understand why they would add to that"."""
    before = draft.cue.text.casefold() if draft.cue else ""
    first = draft.statement.casefold().partition(" ")[0]
    nameless = not terms(draft.statement).names and not terms(draft.statement).numbers
    return before.endswith(" why") and first in lexicon.words("grammar", "subjects") and nameless


def _without_lone_figures(group: Gathered, drawn: Sequence[Sequence[Draft]]) -> Gathered | None:
    """A group without the figures that add nothing to it.

    A figure counts where another article counts the same, and only if the draft it was taken from is not
    in the group itself.
    """
    whole = [m for m in group.members if not drawn[m.article][m.index].figure]
    figures = [m for m in group.members if drawn[m.article][m.index].figure] if group.articles() > 1 else []
    kept = [m for m in figures if not any(_holds(w, m, drawn) for w in whole)]
    members = [m for m in group.members if m in whole or m in kept]
    if not members:
        return None
    return Gathered(group.leader if group.leader in members else members[0], members)


def _without_repeated_figures(groups: Sequence[Gathered], drawn: Sequence[Sequence[Draft]]) -> list[Gathered]:
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


def _place(group: Gathered, drawn: Sequence[Sequence[Draft]]) -> tuple[int, Span, int]:
    first = group.members[0]
    return first.article, drawn[first.article][first.index].span, first.index


def _leaders(extracts: Sequence[Extract]) -> dict[str, str]:
    """The states of the leaders that any article introduces; a name given two states means neither."""
    found: dict[str, set[str]] = {}
    for extract in extracts:
        for surname, state in extract.leaders.items():
            found.setdefault(surname, set()).add(state)
    return {surname: next(iter(states)) for surname, states in found.items() if len(states) == 1}


def _with_states(text: str, states: dict[str, str]) -> str:
    """A statement with the states of the leaders it names: "Lopez signed" is what the country did."""
    named = dict.fromkeys(states[word] for word in re.findall(r"\w+", text) if word in states)
    return " ".join([text, *map(str.title, named)])


def _statement(ident: str, draft: Draft, extract: Extract, states: dict[str, str]) -> Statement:
    sentence = extract.sentence_at(draft.span.start)
    context = sentence.span.text if sentence else ""
    text = draft.statement
    if armed_groups.named_again(text):
        text = f"{text} {armed_groups.only(extract.text)}"
    return Statement(
        ident,
        draft.span.start,
        draft.span.end,
        _with_states(text, states),
        context,
        figure=bool(draft.figure),
        event=draft.figure == "event",
        denied=draft.stance == "denies",
    )


def _gathered(group: grouping.Group, places: Sequence[tuple[int, int]]) -> Gathered:
    members = [
        Member(*places[place], kind=kind, score=score)
        for place, kind, score in zip(group.members, group.kinds, group.scores, strict=True)
    ]
    return Gathered(next(m for m in members if (m.article, m.index) == places[group.leader]), members)


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
