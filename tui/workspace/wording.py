"""A claim's status in one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Claim


def join(names: Sequence[str], most: int = 3) -> str:
    """``a``, ``a and b``, ``a, b and c``, ``a, b, c and 4 others``; each name once."""
    unique = list(dict.fromkeys(names))
    if len(unique) > most:
        others = len(unique) - most
        return f"{', '.join(unique[:most])} and {others} other{'s' if others > 1 else ''}"
    return " and ".join(filter(None, [", ".join(unique[:-1]), *unique[-1:]]))


def describe(claim: Claim, parties: Sequence[str]) -> str:
    """The status in words; `parties` are those who take the strongest stance against the claim."""
    return {
        "disputed": _disputed,
        "denied": _denied,
        "unverified": _unverified,
        "corroborated": _corroborated,
        "official": _official,
        "attributed": _attributed,
        "unsourced": _unsourced,
    }[claim.status](claim, parties)


def _affirming(claim: Claim) -> list[str]:
    """Who puts the claim forward or supports it, by name."""
    return [
        mention.voice or mention.by for mention in claim.mentions if _affirms(mention.stance) and mention.by
    ]


def _affirms(stance: str) -> bool:
    return stance in {"reports", "supports", "asserts"}


def _verb(parties: Sequence[str], one: str, several: str) -> str:
    return one if len(set(parties)) == 1 else several


def _disputed(claim: Claim, parties: Sequence[str]) -> str:
    against = any(mention.stance in {"denies", "doubts"} for mention in claim.mentions)
    if not against or not parties:
        return f"Disputed: {claim.reasons.get('status', 'the accounts are incompatible')}"
    stance = next((m.stance for m in claim.mentions if m.stance == "denies"), "doubts")
    verb = _verb(parties, stance, stance.removesuffix("ies") + "y" if stance == "denies" else "doubt")
    affirming = join(_affirming(claim))
    return f"Disputed: {join(parties)} {verb} it" + (f"; put forward by {affirming}" if affirming else "")


def _denied(claim: Claim, parties: Sequence[str]) -> str:
    affirming = join([m.voice or m.by or "" for m in claim.mentions if m.stance == "supports"])
    rest = f"{affirming} affirms it" if affirming else "nobody named affirms it"
    return f"Denied: {join(parties) or 'somebody'} {_verb(parties, 'denies', 'deny')} it; {rest}"


def _unverified(_: Claim, parties: Sequence[str]) -> str:
    return f"Unverified: {join(parties) or 'somebody'} could not confirm it; nobody denies it"


def _corroborated(claim: Claim, _: Sequence[str]) -> str:
    return f"Corroborated: {len(claim.origins)} independent origins, {join(claim.origins)}"


def _official(claim: Claim, _: Sequence[str]) -> str:
    return f"Official: from {join(claim.origins) or 'an official source'}, undisputed"


def _attributed(claim: Claim, _: Sequence[str]) -> str:
    return f"Attributed: from {join(claim.origins) or 'one source'} alone, undisputed"


def _unsourced(_: Claim, __: Sequence[str]) -> str:
    return "Unsourced: no source is named"
