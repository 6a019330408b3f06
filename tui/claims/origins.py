"""Chains and origins: the path a mention came by, and how many independent paths a claim has.

The explicit chain is what the mention's own sentence names.  The resolved chain adds what the article
says elsewhere about the same claim: "a report said" is the report named three lines below, and a
channel that was quoted through a newspaper once was read there throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tui.claims import parties
from tui.claims.drafts import Draft
from tui.claims.reading import Reading
from tui.claims.sources import RELAYS, SourceKind, bare, identity, is_vague, root
from tui.language import lexicon

Chain = tuple[str, ...]

_DISTANCE: dict[SourceKind, int] = {"channel": 1, "outlet": 2}  # how far from the origin


def explicit(reading: Reading, draft: Draft) -> Chain:
    """The chain as the draft's own words name it, origin first, the article's publisher left out.

    The attribution closest to the words is the origin, but a person or institution goes before a
    channel, and a channel before an outlet, however the sentence is built.
    """
    if draft.holder is None and not draft.attributions:
        return ()
    hops = [hop for a in draft.attributions for hop in reading.hops(a)]
    hops = sorted(hops, key=lambda name: _DISTANCE.get(reading.kind(name), 0))
    if draft.holder is not None:
        hops = [*reading.cast.hops(draft.holder), *hops]
    names: dict[str, str] = {}
    for name in (_on_platform(hop, reading) for hop in hops):
        if name and not _is_publisher(name, reading):
            names.setdefault(identity(name), name.casefold() if is_vague(name) else name)
    return tuple(names.values())


def _on_platform(name: str, reading: Reading) -> str:
    """A platform that is said to claim something stands for the one channel on it that the article names."""
    channels = reading.channels
    return channels[0] if len(channels) == 1 and bare(name) in lexicon.words("names", "platforms") else name


def _is_publisher(name: str, reading: Reading) -> bool:
    publisher = reading.article.publisher
    return publisher is not None and bare(name) == bare(publisher)


def relays(chains: Iterable[Chain], kinds: Mapping[str, SourceKind]) -> dict[str, str]:
    """The outlet or channel through which an article learned from each source, if it is always the same."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for chain in chains:
        for origin, via in pairwise(chain):
            if kinds[via] in RELAYS:
                seen[origin][via] += 1
    return {origin: next(iter(via)) for origin, via in seen.items() if len(via) == 1}


def following(chains: Sequence[Chain], place: int, kinds: Mapping[str, SourceKind]) -> Chain:
    """The next chain after `place` that ends in an outlet, a channel or a document: what "a report" was."""
    for chain in chains[place + 1 :]:
        if chain and not is_vague(chain[0]) and kinds[chain[-1]] in {*RELAYS, "document"}:
            return chain
    return ()


def resolve(chains: Sequence[Chain], attributed: Sequence[bool], through: Mapping[str, str]) -> list[Chain]:
    """The resolved chains of the mentions of one claim in one article.

    `attributed` says which mentions are passed on by somebody (an own-voice assertion stays one, a stance
    or a quotation keeps its own path); `through` is what `relays` returned for the article.
    """
    completed = [_downstream(chain, through) for chain in chains]
    put_forward = {
        c for c, holds in zip(completed, attributed, strict=True) if holds and c and not is_vague(c[0])
    }
    known = sorted(put_forward, key=lambda c: (-len(c), c))
    return [
        _upstream(chain, known) if holds else chain
        for chain, holds in zip(completed, attributed, strict=True)
    ]


def _downstream(chain: Chain, through: Mapping[str, str]) -> Chain:
    while chain and (via := through.get(chain[-1])) and via not in chain:
        chain = (*chain, via)
    return chain


def _upstream(chain: Chain, known: Sequence[Chain]) -> Chain:
    if all(map(is_vague, chain)):
        return known[0] if known else chain
    named = tuple(name for name in chain if not is_vague(name)) if is_vague(chain[-1]) else chain
    for longer in known:
        if named[0] in longer[1:]:
            return (*longer[: longer.index(named[0])], *named)
    return named


def independent(
    chains: Iterable[Chain],
    kinds: Mapping[str, SourceKind],
    passing: Iterable[str] = (),
    descriptions: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The independent origins of a claim: first hops that no other chain leads further back.

    Names of one party (see ``parties``; `descriptions` say how each was introduced) are one origin.
    The outlets that are `passing` it on name their own sources: who cites one of them has it from these.
    Nobody can tell two unnamed sources apart: they count as one unless different outlets heard them.
    """
    return tuple(sorted(set(by_party(chains, kinds, passing, descriptions or {}).values())))


def by_party(
    chains: Iterable[Chain],
    kinds: Mapping[str, SourceKind],
    passing: Iterable[str],
    descriptions: Mapping[str, str],
) -> dict[str, str]:
    """The first hops that nothing leads further back, each with the origin it counts as."""
    chains = sorted(set(filter(None, chains)))
    if len(chains) < 2:
        return {chain[0]: chain[0] for chain in chains}
    named = [chain for chain in chains if not is_vague(chain[0])] or chains
    derived = {root(hop) for chain in named for hop in chain[1:]}
    derived |= {root(outlet) for outlet in passing if any(chain[:1] != (outlet,) for chain in named)}
    found: dict[str, Chain] = {}
    for chain in named:
        if root(chain[0]) not in derived:
            found.setdefault(root(chain[0]), chain)
    if not found and named:
        found[root(named[0][0])] = named[0]
    kept = [chain[0] for chain in _told_apart(list(found.values()), kinds)]
    return parties.told_apart(kept, descriptions)


def _told_apart(chains: Sequence[Chain], kinds: Mapping[str, SourceKind]) -> list[Chain]:
    """The chains, of those with an unnamed origin only the ones through different relays."""
    kept: list[Chain] = []
    for chain in sorted(chains, key=lambda c: (-len(c), c)):
        unnamed = kinds.get(chain[0]) == "anonymous"
        alike = [
            c
            for c in kept
            if kinds.get(c[0]) == "anonymous" and (not chain[1:] or set(c[1:]) & set(chain[1:]))
        ]
        if not (unnamed and alike):
            kept.append(chain)
    return kept
