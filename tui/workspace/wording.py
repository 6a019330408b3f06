"""A claim's status in one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.model import PUTS_FORWARD, Claim, Stance, Status

Named = Mapping[Stance, Sequence[str]]
"""For each stance against a claim, who takes it, as the inspector names them."""


def join(names: Sequence[str], most: int = 3) -> str:
    """``a``, ``a and b``, ``a, b and c``, ``a, b, c and 4 others``; each name once."""
    unique = list(dict.fromkeys(names))
    if len(unique) > most:
        others = len(unique) - most
        return f"{', '.join(unique[:most])} and {others} other{'s' if others > 1 else ''}"
    return " and ".join(filter(None, [", ".join(unique[:-1]), *unique[-1:]]))


def describe(claim: Claim, named: Named) -> str:
    """The status in words; `named` are the parties that stand against the claim."""
    return f"{claim.status.capitalize()}: {_SENTENCES[claim.status](claim, named)}"


def _disputed(claim: Claim, named: Named) -> str:
    return claim.reasons.get("status") or _answers(named) or "the accounts are incompatible"


def _denied(claim: Claim, named: Named) -> str:
    affirming = [mention.voice or mention.by for mention in claim.mentions if mention.stance == "supports"]
    names = join([name for name in affirming if name])
    rest = f"affirmed by {names}" if names else "nobody named affirms it"
    return f"{_answers(named, ('denies',)) or 'somebody denies it'}; {rest}"


def _unverified(_: Claim, named: Named) -> str:
    answers = _answers(named, ("cannot-confirm", "no-comment", "doubts"))
    rest = "" if named.get("denies") else "; nobody denies it"
    return f"{answers or 'somebody could not confirm it'}{rest}"


def _corroborated(claim: Claim, _: Named) -> str:
    return claim.reasons.get("status") or f"{len(claim.origins)} independent origins, {join(claim.origins)}"


def _official(claim: Claim, _: Named) -> str:
    return f"from {join(claim.origins) or 'an official source'}, undisputed"


def _attributed(claim: Claim, _: Named) -> str:
    if len(claim.origins) > 1:
        return f"from {join(claim.origins)}, who may be one or say different things, undisputed"
    return f"from {join(claim.origins) or 'one source'} alone, undisputed"


def _unsourced(claim: Claim, named: Named) -> str:
    answers = _answers(named, ("denies", "doubts", "no-comment"))
    if answers and all(mention.stance not in PUTS_FORWARD for mention in claim.mentions):
        return f"{answers}; nobody puts it forward"
    return "no source is named"


def _answers(named: Named, stances: Sequence[Stance] = ("denies", "doubts")) -> str:
    """``a denies it, b and c doubt it``"""
    told = []
    for stance in stances:
        names = list(dict.fromkeys(named.get(stance, ())))
        if names:
            told.append(f"{join(names)} {_VERBS[stance][len(names) > 1]}")
    return ", ".join(told)


_VERBS: Mapping[Stance, tuple[str, str]] = {
    "denies": ("denies it", "deny it"),
    "doubts": ("doubts it", "doubt it"),
    "cannot-confirm": ("could not confirm it", "could not confirm it"),
    "no-comment": ("did not comment", "did not comment"),
}
_SENTENCES: Mapping[Status, Callable[[Claim, Named], str]] = {
    "disputed": _disputed,
    "denied": _denied,
    "unverified": _unverified,
    "corroborated": _corroborated,
    "official": _official,
    "attributed": _attributed,
    "unsourced": _unsourced,
}
