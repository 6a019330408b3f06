"""Drafts of all articles gathered into claims.

Drafts that state something are grouped by what they state; then come the figures told in passing, the answers
to what somebody stated, and what says the opposite.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.claims import answers, grouping, leadership, opposition, told_figures, told_sums
from tui.claims.drafts import Draft
from tui.claims.extracts import Extract
from tui.claims.grouping import Statement
from tui.claims.members import Gathered, Member
from tui.claims.progress import Progress, silent
from tui.language import armed_groups
from tui.model import Span


def gather(extracts: Sequence[Extract], ids: Sequence[str], told: Progress = silent) -> list[Gathered]:
    """The groups in the order of their first member; every draft is in at least one."""
    drawn = [extract.drafts for extract in extracts]
    states = leadership.of_leaders(extracts)
    groups = _stated(extracts, ids, states, told)
    homes = {(m.article, m.index): group for group in groups for m in group.members}
    for article, drafts in enumerate(drawn):
        words = answers.Told(drafts)
        for index, draft in enumerate(drafts):
            if answers.only_refers(draft, drafts):
                groups.extend(answers.refer(article, index, extracts[article], homes))
            else:
                answers.bring_home(article, index, extracts[article], homes, drawn, words)
    groups = [group for group in groups if group.members]
    for group in groups:
        answers.tell_by_itself(group, drawn)
    groups += [alone for group in groups for alone in opposition.tell_opposites(group, drawn)]
    for group in groups:
        group.members.sort(key=lambda m: (m.article, drawn[m.article][m.index].span, m.index))
    return sorted(groups, key=lambda g: _place(g, drawn))


def _stated(
    extracts: Sequence[Extract], ids: Sequence[str], states: dict[str, str], told: Progress
) -> list[Gathered]:
    """The groups of what is stated; an article that states the same twice word for word does so once."""
    drawn = [extract.drafts for extract in extracts]
    said = [_said_again(drafts) for drafts in drawn]
    places = [(article, first) for article, again in enumerate(said) for first in again]
    statements = [_statement(ids[a], drawn[a][i], extracts[a], states) for a, i in places]
    sentences = (extracts[a].sentence_at(drawn[a][i].span.start) for a, i in places)
    contexts = (sentence.text if sentence else "" for sentence in sentences)
    groups = [_gathered(group, places) for group in grouping.group(statements, told, contexts)]
    for group in groups:
        for member in list(group.members):
            group.members += [replace(member, index=again) for again in said[member.article][member.index]]
    stories = told_figures.told_by(groups)
    groups += told_figures.counts(extracts, stories)
    groups = [kept for group in groups if (kept := told_figures.without_lone(group, drawn))]
    groups += told_sums.sums(groups, extracts, stories)
    return told_figures.without_repeated(groups, drawn)


def _said_again(drafts: Sequence[Draft]) -> dict[int, list[int]]:
    """The first draft of each statement of an article, and those that state it word for word again."""
    firsts: dict[str, int] = {}
    again: dict[int, list[int]] = {}
    for index, draft in enumerate(drafts):
        if draft.figure != "count" and not answers.only_refers(draft, drafts):
            first = firsts.setdefault(draft.statement, index)
            if first == index:
                again[first] = []
            else:
                again[first].append(index)
    return again


def _place(group: Gathered, drawn: Sequence[Sequence[Draft]]) -> tuple[int, Span, int]:
    first = group.members[0]
    return first.article, drawn[first.article][first.index].span, first.index


def _statement(ident: str, draft: Draft, extract: Extract, states: dict[str, str]) -> Statement:
    text = draft.statement
    if armed_groups.named_again(text):
        text = f"{text} {armed_groups.only(extract.text)}"
    return Statement(
        ident,
        draft.span.start,
        draft.span.end,
        leadership.with_states(text, states),
        figure=bool(draft.figure),
        event=draft.figure == "event",
        denied=draft.stance == "denies",
    )


def _gathered(group: grouping.Group, places: Sequence[tuple[int, int]]) -> Gathered:
    members = [
        Member(*places[place], kind=kind, score=score)
        for place, kind, score in zip(group.members, group.kinds, group.scores, strict=True)
    ]
    return Gathered(members[group.members.index(group.leader)], members)
