"""What the inspector shows of a claim: who stands where, where it recurs, numbers, timeline.

Pure functions from a claim and the labels of its articles to rows ready to be drawn; every row names
the span it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from tui.model import Claim, Kind, Mention, Relation, Stance
from tui.workspace.decisions import Decision
from tui.workspace.wording import describe

AGAINST: tuple[Stance, ...] = ("denies", "doubts", "cannot-confirm", "no-comment")
CARRYING: tuple[Stance, ...] = ("asserts", "reports", "supports")
_KINDS: tuple[Kind, ...] = ("verbatim", "near-verbatim", "number-variant", "paraphrase")
_WORD = re.compile(r"\w+(?:[’'.,]\w+)*")


@dataclass(frozen=True, slots=True)
class Label:
    """How an article is named beside a row; `order` is its place in the article list."""

    name: str
    date: str | None
    order: int


@dataclass(frozen=True, slots=True)
class Target:
    """The span a row rests on."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who denies, doubts, could not confirm or did not comment, in their words.

    `target` is where the words shown stand; `places` are all mentions of the party with that stance.
    """

    name: str
    voice: str | None
    stance: Stance
    words: str
    cue: str
    article: str
    rule: str
    target: Target
    partial: bool
    implicit: bool
    places: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The claim in one place; `differs` are the spans of `text` that the claim's text does not have."""

    label: str
    kind: Kind
    stance: Stance
    chain: tuple[str, ...]
    explicit_chain: tuple[str, ...]
    text: str
    differs: tuple[tuple[int, int], ...]
    target: Target
    score: float


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One quantity of the claim: for each expression the outlet, the words, the span."""

    quantity: str
    relation: Relation
    values: tuple[tuple[str, str, Target], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """What one article did with the claim, in order of date."""

    date: str | None
    label: str
    what: str
    target: Target


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the inspector shows.  `flags` and `decision` come with their reasons."""

    claim: Claim
    status_words: str
    flags: tuple[tuple[str, str], ...]
    parties: tuple[Party, ...]
    recurrences: tuple[Recurrence, ...]
    article_count: int
    origin_count: int
    origins: tuple[str, ...]
    numbers: tuple[NumberRow, ...]
    timeline: tuple[Moment, ...]
    decision: Decision | None


def compile_dossier(claim: Claim, labels: Mapping[str, Label], decision: Decision | None = None) -> Dossier:
    """The dossier of `claim`; `labels` names every article it has a mention in."""
    mentions = sorted(claim.mentions, key=lambda mention: _place(mention, labels))
    parties = _parties(mentions, labels)
    named = {stance: [party.name for party in parties if party.stance == stance] for stance in AGAINST}
    return Dossier(
        claim=claim,
        status_words=describe(claim, named),
        flags=tuple((flag, claim.reasons.get(flag, "")) for flag in claim.flags),
        parties=parties,
        recurrences=tuple(_recurrence(claim, mention, labels) for mention in _carriers(mentions)),
        article_count=len({mention.article for mention in mentions}),
        origin_count=len(claim.origins),
        origins=claim.origins,
        numbers=_numbers(claim, labels),
        timeline=_timeline(mentions, labels),
        decision=decision,
    )


def _place(mention: Mention, labels: Mapping[str, Label]) -> tuple[int, int, int]:
    return labels[mention.article].order, mention.start, mention.end


def _target(mention: Mention) -> Target:
    return Target(mention.article, mention.start, mention.end)


def name_party(mentions: Sequence[Mention], outlet: str) -> str:
    """Who takes the stance: ``Voice — person, person``, the person, or the outlet in its own voice."""
    voice = mentions[0].voice
    if voice is None:
        return mentions[0].by or f"{outlet} itself"
    people = dict.fromkeys(mention.by for mention in mentions if mention.by and mention.by != voice)
    return " — ".join(filter(None, [voice, ", ".join(people)]))


def _parties(mentions: Sequence[Mention], labels: Mapping[str, Label]) -> tuple[Party, ...]:
    """One row for each party and stance, in its plainest words; the strongest stance first."""
    grouped: dict[tuple[str, Stance], list[Mention]] = {}
    for mention in mentions:
        if mention.stance in AGAINST:
            party = mention.voice or mention.by or mention.article
            grouped.setdefault((party, mention.stance), []).append(mention)
    parties = [(min(group, key=_weakness), group) for group in grouped.values()]
    parties.sort(key=lambda pair: (AGAINST.index(pair[0].stance), _weakness(pair[0])))
    return tuple(_party(best, group, labels[best.article].name) for best, group in parties)


def _weakness(mention: Mention) -> tuple[bool, bool, int]:
    return "implicit" in mention.notes, "partial" in mention.notes, _KINDS.index(mention.kind)


def _party(best: Mention, group: Sequence[Mention], outlet: str) -> Party:
    return Party(
        name=name_party(group, outlet),
        voice=best.voice,
        stance=best.stance,
        words=best.text,
        cue=best.cue.text if best.cue else "",
        article=outlet,
        rule=best.rule,
        target=_target(best),
        partial="partial" in best.notes,
        implicit="implicit" in best.notes,
        places=tuple(map(_target, group)),
    )


def _carriers(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that carry the claim; for an article that only answers it, its first mention."""
    carried = {mention.article for mention in mentions if mention.stance in CARRYING}
    kept = []
    for mention in mentions:
        if mention.stance in CARRYING:
            kept.append(mention)
        elif mention.article not in carried:
            carried.add(mention.article)
            kept.append(mention)
    return kept


def _recurrence(claim: Claim, mention: Mention, labels: Mapping[str, Label]) -> Recurrence:
    return Recurrence(
        label=labels[mention.article].name,
        kind=mention.kind,
        stance=mention.stance,
        chain=mention.chain,
        explicit_chain=mention.explicit_chain,
        text=mention.text,
        differs=differing(claim.text, mention.text),
        target=_target(mention),
        score=mention.score,
    )


def differing(reference: str, text: str) -> tuple[tuple[int, int], ...]:
    """Spans of `text` whose words `reference` does not have in that order; case and punctuation aside."""
    theirs = [word.casefold() for word in _WORD.findall(reference)]
    found = list(_WORD.finditer(text))
    ours = [match.group().casefold() for match in found]
    return tuple(
        (found[change.dest_start].start(), found[change.dest_end - 1].end())
        for change in LCSseq.opcodes(theirs, ours)
        if change.tag in {"insert", "replace"}
    )


def _numbers(claim: Claim, labels: Mapping[str, Label]) -> tuple[NumberRow, ...]:
    return tuple(
        NumberRow(
            group.quantity,
            group.relation,
            tuple(
                (labels[value.article].name, value.text, Target(value.article, value.start, value.end))
                for value in group.values
            ),
        )
        for group in claim.numbers
    )


_ANSWERS: Mapping[Stance, str] = {
    "denies": "denied",
    "doubts": "doubted",
    "cannot-confirm": "could not confirm",
    "no-comment": "no comment",
}


def _timeline(mentions: Sequence[Mention], labels: Mapping[str, Label]) -> tuple[Moment, ...]:
    """For each article by date (undated last): that it carries the claim, then each kind of answer in it."""
    denials = {mention.article for mention in mentions if mention.stance == "denies"}
    dates = sorted(date for article in denials if (date := labels[article].date))
    moments: list[tuple[tuple[str, int], Moment]] = []
    for mention in _firsts(mentions):
        label = labels[mention.article]
        if mention.stance in CARRYING:
            what = _carried(mention.article, label.date, denials, dates)
        else:
            what = _ANSWERS[mention.stance]
        when = (label.date or "9999", label.order)
        moments.append((when, Moment(label.date, label.name, what, _target(mention))))
    return tuple(moment for _, moment in sorted(moments, key=lambda pair: pair[0]))


def _firsts(mentions: Iterable[Mention]) -> list[Mention]:
    """The first mention of each kind in each article, carrying ones before answers."""
    seen: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        kind = "carries" if mention.stance in CARRYING else mention.stance
        seen.setdefault((mention.article, kind), mention)
    return sorted(seen.values(), key=lambda mention: mention.stance not in CARRYING)


def _carried(article: str, date: str | None, denials: set[str], dates: Sequence[str]) -> str:
    """In words, an article that carries the claim: before, with, after or without the denials of others.

    `dates` are those of the articles with a denial, sorted.  An article of the day of the first denial
    may have been written before it: it carried the claim without the denial, no more.
    """
    if not denials or article in denials:
        return "asserted"
    if date and dates and date > dates[0]:
        return "repeated after the denial"
    before = date and len(dates) == len(denials) and date < dates[0]
    return "asserted" if before else "carried without the denial"
