"""One claim put together from its members: chains resolved, parties named, figures compared, status told."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from tui.claims import (
    corroboration,
    grouping,
    numbers,
    origins,
    parties,
    reports,
    sources,
    status,
    utterances,
    wording,
)
from tui.claims.drafts import Draft
from tui.claims.extracts import Extract, Figures
from tui.claims.members import Gathered, Member
from tui.claims.origins import Chain
from tui.claims.sources import SourceKind
from tui.claims.terms import terms
from tui.model import PUTS_FORWARD, Claim, Mention, NumberGroup, Voice

_UNPACKED = 200  # articles whose figures stay unpacked
NEGATED = "stance.denies.negated"  # a statement that says the opposite of the claim


class Assembly:
    """What is known across all articles, and from it one claim after the other.

    `extracts` and `ids` go together by position.
    """

    def __init__(
        self,
        extracts: Sequence[Extract],
        ids: Sequence[str],
        voices: Sequence[Voice],
    ) -> None:
        self._extracts, self._ids, self._voices = extracts, ids, voices
        self._unpacked: dict[int, Figures] = {}
        self._drawn = [extract.drafts for extract in extracts]
        self._counting = [extract.counting for extract in extracts]
        named = [extract.chains for extract in extracts]
        self._introductions = _introduce(extracts)
        self._descriptions = {key: max(told, key=len) for key, told in self._introductions.items()}
        self._spelled = sources.spellings(
            (name for chains in named for chain in chains for name in chain),
            sources.spelt_out(extract.abbreviations for extract in extracts),
        )
        self._explicit = [[tuple(self._spelled[n] for n in chain) for chain in chains] for chains in named]
        self._kinds: dict[str, SourceKind] = {
            spelled: sources.kind_of(spelled, self._description(spelled))
            for spelled in set(self._spelled.values())
        }
        self._through = [origins.relays(chains, self._kinds) for chains in self._explicit]
        self._publishers = {
            ident: one.article.publisher or "" for ident, one in zip(ids, extracts, strict=True)
        }
        self._dates = {ident: one.article.date for ident, one in zip(ids, extracts, strict=True)}
        self._voice_of: dict[str | None, str | None] = {}  # of each source that was asked for

    def claim(self, group: Gathered) -> Claim:
        """The claim of a group."""
        mentions = self._mentions(group)
        compared = self._numbers(group, mentions)
        put_forward = [m for m in mentions if m.stance in PUTS_FORWARD]
        passing = {self._publishers[m.article] for m in put_forward if m.chain}
        spoken = self._spoken(put_forward)
        chains = [m.chain for m in spoken]
        found, counted = self._origins(chains, passing)
        told = self._told(group, mentions, spoken, counted) if len(found) > 1 else {}
        evidence = status.Evidence(mentions, found, self._kinds, compared, self._dates, told)
        decided, reason = status.status(evidence)
        flagged = status.flags(evidence)
        speakers = {m.chain[0] for m in put_forward if m.chain} - {chain[0] for chain in chains if chain}
        merged = status.counted(counted, sorted(speakers))
        stating = [(self._draft(m), m.score) for m in group.members if not m.refers and not m.against]
        show = wording.clearest if put_forward else wording.answered
        text = show(stating or [(self._draft(group.leader), 1.0)])
        reasons = _shared((("status", reason), *((("origins", merged),) if merged else ()), *flagged.items()))
        shown = tuple(self._as_shown(text, group, mentions))
        return Claim(_claim_id(text), text, decided, tuple(flagged), found, shown, compared, reasons)

    def _spoken(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions of words that are the speaker's own."""
        names = {m.chain[0]: self._introduction(m.chain[0]) for m in mentions if m.chain}
        if len(names) < 2:
            return list(mentions)
        return utterances.spoken(mentions, self._kinds, parties.told_apart(names, names))

    def _origins(self, chains: Sequence[Chain], passing: set[str]) -> tuple[tuple[str, ...], dict[str, str]]:
        """The independent origins, and the names that are taken for one of them."""
        if len(chains) < 2:
            return origins.independent(chains, self._kinds, passing), {}
        described = {chain[0]: self._introduction(chain[0]) for chain in chains if chain}
        party = origins.by_party(chains, self._kinds, passing, described)
        return tuple(sorted(set(party.values()))), {name: one for name, one in party.items() if name != one}

    def _told(
        self,
        group: Gathered,
        mentions: Sequence[Mention],
        spoken: Sequence[Mention],
        counted: Mapping[str, str],
    ) -> dict[str, list[str]]:
        """What each origin says: not what an article says it did, nor what it only refers to."""
        told: dict[str, list[str]] = defaultdict(list)
        said = set(map(id, spoken))
        for member, mention in zip(group.members, mentions, strict=True):
            draft = self._draft(member)
            if member.refers or not mention.chain or id(mention) not in said or reports.ACT in draft.rule:
                continue
            if corroboration.tells(draft):
                told[counted.get(mention.chain[0], mention.chain[0])].append(draft.statement)
        return told

    def _as_shown(self, text: str, group: Gathered, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions with their kinds beside the text that is shown, where that is not the leader's."""
        led = group.members == [group.leader] or wording.told(self._draft(group.leader)) == text
        for member, mention in zip(group.members, mentions, strict=True):
            draft = self._draft(member)
            if led or member.refers or draft.figure:
                yield mention
            else:
                told = wording.told(draft)
                yield replace(mention, kind=grouping.kind_of(text, told, terms(text), terms(told)))

    def _draft(self, member: Member) -> Draft:
        draft = self._drawn[member.article][member.index]
        return draft.by_itself() if member.by_itself else draft

    def _named(self, member: Member) -> Chain:
        """The chain as the mention's own sentence names it; none where the article says it itself."""
        if member.by_itself and not self._draft(member).attributions:
            return ()
        return self._explicit[member.article][member.index]

    def _numbers(self, group: Gathered, mentions: Sequence[Mention]) -> tuple[NumberGroup, ...]:
        """The figures of a claim compared; a counted part is read with what stands before it."""
        located = []
        for member in group.members:
            if self._counting[member.article][member.index] or member.by_itself:
                span = self._draft(member).whole
                drawn = self._figures(member.article).of_drafts
                found = None if member.by_itself else drawn[member.index]
                located.append(numbers.Located(self._ids[member.article], span.text, span.start, found))
        if not located:
            return ()
        places = {(m.article, m.start, m.end) for m in mentions}
        return tuple(
            kept for found in numbers.compare(located) if (kept := _within(found, places)) is not None
        )

    def _figures(self, article: int) -> Figures:
        """The figures of an article; most claims are of the same one as the claim before."""
        if article not in self._unpacked:
            if len(self._unpacked) == _UNPACKED:
                self._unpacked.clear()
            self._unpacked[article] = self._extracts[article].figures()
        return self._unpacked[article]

    def _mentions(self, group: Gathered) -> list[Mention]:
        by_article: dict[int, list[int]] = defaultdict(list)
        for place, member in enumerate(group.members):
            by_article[member.article].append(place)
        chains: dict[int, Chain] = {}
        for article, places in by_article.items():
            members = [group.members[place] for place in places]
            chains.update(zip(places, self._resolved(article, members), strict=True))
        return [self._mention(member, chains[place]) for place, member in enumerate(group.members)]

    def _resolved(self, article: int, members: Sequence[Member]) -> list[Chain]:
        explicit = [self._named(m) for m in members]
        reported = [self._is_passed_on(self._draft(m)) for m in members]
        resolved = origins.resolve(explicit, reported, self._through[article])
        return [self._specified(article, m, chain) for m, chain in zip(members, resolved, strict=True)]

    @staticmethod
    def _is_passed_on(draft: Draft) -> bool:
        """Whether a source may have what it says from another; words it is quoted with are its own."""
        quoted = bool(draft.attributions) and ".quote" in draft.attributions[0].rule
        return draft.stance == "reports" and not quoted

    def _specified(self, article: int, member: Member, chain: Chain) -> Chain:
        """A chain that names nobody as the one the article goes on to name.

        A figure in passing may be the article's own knowledge: nobody is made its source.
        """
        draft = self._draft(member)
        if draft.stance != "reports" or draft.figure or not all(map(sources.is_vague, chain)):
            return chain
        return origins.following(self._explicit[article], member.index, self._kinds) or chain

    def _mention(self, member: Member, chain: Chain) -> Mention:
        draft = self._draft(member)
        by = chain[0] if chain else None
        notes = (*draft.notes, "unscoped") if member.unscoped and not member.by_itself else draft.notes
        stance, rule, cue = draft.stance, draft.rule, draft.cue
        if member.against and stance in PUTS_FORWARD:
            stance, rule, cue, notes = "denies", NEGATED, member.against, (*notes, "implicit")
        return Mention(
            article=self._ids[member.article],
            start=draft.span.start,
            end=draft.span.end,
            text=draft.span.text,
            stance=stance,
            rule=rule,
            by=by,
            voice=self._voice(by),
            chain=chain,
            explicit_chain=self._named(member),
            cue=cue,
            kind=member.kind,
            score=round(member.score, 4),
            notes=notes,
        )

    def _voice(self, name: str | None) -> str | None:
        """The configured voice a source belongs to."""
        if name not in self._voice_of:
            self._voice_of[name] = sources.voice_of(name, self._description(name or ""), self._voices)
        return self._voice_of[name]

    def _introduction(self, name: str) -> str:
        """How a source was introduced in all articles."""
        return "; ".join(self._introductions.get(sources.identity(name), ()))

    def _description(self, name: str) -> str:
        """How a source was introduced, in whatever article says most."""
        return self._descriptions.get(sources.identity(name), "")


@lru_cache(maxsize=1000)
def _shared(reasons: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """One mapping for all claims of the same reasons: most claims have but one, the same few."""
    return dict(reasons)


def _within(group: NumberGroup, places: Collection[tuple[str, int, int]]) -> NumberGroup | None:
    """The values of a group that stand inside a mention."""
    kept = tuple(
        value
        for value in group.values
        if any(a == value.article and s <= value.start and value.end <= e for a, s, e in places)
    )
    return replace(group, values=kept) if kept else None


def _introduce(extracts: Sequence[Extract]) -> dict[str, tuple[str, ...]]:
    """How each source was introduced, by its identity: every introduction once."""
    found: dict[str, tuple[str, ...]] = {}
    for extract in extracts:
        for name, description in extract.descriptions.items():
            known = found.get(key := sources.identity(name), ())
            if description and description not in known:
                found[key] = (*known, description)
    return found


def _claim_id(text: str) -> str:
    """An id from the words of the claim, the same wherever and in whatever spelling they stand."""
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return f"c{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
