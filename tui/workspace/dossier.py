"""What the inspector shows of a claim: who stands where, where it recurs, numbers, timeline.

Pure functions from a claim and the labels of its articles to rows ready to be drawn; every row names
the span it rests on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tui.model import PUTS_FORWARD, Claim, Kind, Mention, Relation, Stance
from tui.workspace.records import Decision
from tui.workspace.rows import Remarks
from tui.workspace.timeline import Label, Moment, Target, place_of, tell
from tui.workspace.wording import describe

__all__ = [
    "Dossier",
    "Label",
    "Moment",
    "NumberRow",
    "Party",
    "Recurrence",
    "Target",
    "compile_dossier",
    "differing",
]

AGAINST: tuple[Stance, ...] = ("denies", "doubts", "cannot-confirm", "no-comment")
_KINDS: tuple[Kind, ...] = ("verbatim", "near-verbatim", "number-variant", "paraphrase")
_QUOTED = ("“", '"', "„", "«")
_WORD = re.compile(r"\w+(?:[’'.,]\w+)*")


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
class Dossier:
    """Everything the inspector shows.  `flags` and `decision` come with their reasons.

    `counted` says which names are one of the `origins`, empty if each is its own;
    `labels` names every article the claim has a mention in, by its id; `note` and `tags` are the person's.
    """

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
    labels: Mapping[str, Label] = field(default_factory=dict)
    note: str = ""
    tags: tuple[str, ...] = ()
    counted: str = ""


def compile_dossier(
    claim: Claim,
    labels: Mapping[str, Label],
    decision: Decision | None = None,
    remarks: Remarks = Remarks(),  # noqa: B008  it cannot be changed
) -> Dossier:
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
        timeline=tell(mentions, labels),
        decision=decision,
        labels=labels,
        note=remarks.note,
        tags=remarks.tags,
        counted=claim.reasons.get("origins", ""),
    )


def _place(mention: Mention, labels: Mapping[str, Label]) -> tuple[int, int, int]:
    return labels[mention.article].order, mention.start, mention.end


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
    parties = [(min(group, key=weakness), group) for group in grouped.values()]
    parties.sort(key=lambda pair: (AGAINST.index(pair[0].stance), weakness(pair[0])))
    return tuple(_party(best, group, labels[best.article].name) for best, group in parties)


def weakness(mention: Mention) -> tuple[bool, bool, bool, int]:
    """What speaks in a party's own words comes before what an article says it said."""
    indirect = not mention.text.startswith(_QUOTED)
    return "implicit" in mention.notes, "partial" in mention.notes, indirect, _KINDS.index(mention.kind)


def _party(best: Mention, group: Sequence[Mention], outlet: str) -> Party:
    return Party(
        name=name_party(group, outlet),
        voice=best.voice,
        stance=best.stance,
        words=best.text,
        cue=best.cue.text if best.cue else "",
        article=outlet,
        rule=best.rule,
        target=place_of(best),
        partial="partial" in best.notes,
        implicit="implicit" in best.notes,
        places=tuple(map(place_of, group)),
    )


def _carriers(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that carry the claim; for an article that only answers it, its first mention."""
    carried = {mention.article for mention in mentions if mention.stance in PUTS_FORWARD}
    kept = []
    for mention in mentions:
        if mention.stance in PUTS_FORWARD:
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
        target=place_of(mention),
        score=mention.score,
    )


def differing(reference: str, text: str) -> tuple[tuple[int, int], ...]:
    """Spans of `text` whose words `reference` does not have in that order; case and punctuation aside."""
    if text == reference:
        return ()
    from rapidfuzz.distance import LCSseq

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
