"""Utterances: what was said once, whomever the articles give it to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tui.claims.sources import IDENTIFIED, RELAYS, SourceKind
from tui.language.tokens import stopwords
from tui.model import Mention

RUN = 7  # words in a row that two people do not both say
QUOTED_RUN = 5  # the same where both are quoted
WHOLE = 4  # words of a quotation that are all of it
TELLING = 2  # words among them that are no names and no function words: "the Islamic State of Iraq and Syria"

_QUOTED = ".quote"  # in the rules of quotations
_SAME_WORDS = frozenset({"verbatim", "near-verbatim"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Run = tuple[str, ...]


def spoken(
    mentions: Sequence[Mention], kinds: Mapping[str, SourceKind], party: Mapping[str, str]
) -> list[Mention]:
    """The mentions without those that give to somebody what another one said.

    `party` has one name for all names of a party.  The speaker of words in common is no outlet or channel if
    anybody else is named, then whom most mentions give them to, then who is identified.
    """
    speakers: dict[int, str] = {}
    for group in _groups(mentions):
        given = Counter(party[mentions[place].chain[0]] for place in group)
        speaker = min(
            given, key=lambda n: (kinds.get(n) in RELAYS, -given[n], kinds.get(n) not in IDENTIFIED, n)
        )
        speakers |= dict.fromkeys(group, speaker)
    return [
        mention
        for place, mention in enumerate(mentions)
        if place not in speakers or party[mention.chain[0]] == speakers[place]
    ]


def _groups(mentions: Sequence[Mention]) -> list[list[int]]:
    """The places of mentions with a source that share a run of words, directly or through others."""
    home: dict[int, list[int]] = {}
    first: dict[Run, int] = {}
    for place, mention in enumerate(mentions):
        if not mention.chain:
            continue
        home[place] = [place]
        for run in _runs(mention):
            _join(home, first.setdefault(run, place), place)
    return list({id(group): group for group in home.values() if len(group) > 1}.values())


def _join(home: dict[int, list[int]], one: int, other: int) -> None:
    into, joined = home[one], home[other]
    if into is not joined:
        into += joined
        home.update(dict.fromkeys(joined, into))


def _runs(mention: Mention) -> Iterator[Run]:
    """The runs of words of a mention that tell something; those of quotations are marked.

    All quotations of the claim's own words share one more.
    """
    words = _WORD.findall(mention.text)
    if _QUOTED in mention.rule and mention.kind in _SAME_WORDS and len(words) >= WHOLE:
        yield ()
    plain = [word.casefold().replace("’", "'") for word in words]
    telling = [word.islower() and word not in stopwords() for word in words]
    lengths = ((RUN, ()), (QUOTED_RUN, ("“",))) if _QUOTED in mention.rule else ((RUN, ()),)
    for length, mark in lengths:
        for place in range(len(words) - length + 1):
            if sum(telling[place : place + length]) >= TELLING:
                yield (*mark, *plain[place : place + length])
