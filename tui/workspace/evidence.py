"""What a decision rests on: how a claim is recognised again, and what changed about it since.

Hashes depend on words, stance and party alone, so that a renamed file or an edit elsewhere in an
article changes nothing, and a new outlet with the same words counts once more.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tui.model import Claim, Mention

_WORD = re.compile(r"\w+")


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@lru_cache(maxsize=64)  # the words of a claim are those of its mention, mostly
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def fingerprint(text: str) -> str:
    """A hash of a claim's words, whatever their case, spacing and punctuation."""
    return _hash(_plain(text))


def trace(mention: Mention) -> str:
    """A hash of one mention: its words, its stance and who takes it."""
    return _hash(_plain(mention.text), mention.stance, mention.by or "")


def traces(claim: Claim) -> tuple[str, ...]:
    """The hashes of all mentions, sorted, equal ones as often as they occur."""
    return tuple(sorted(map(trace, claim.mentions)))


def digest(hashes: Iterable[str]) -> str:
    """One hash over several, in their order."""
    return _hash(*hashes)


def difference(before: Sequence[str], claim: Claim) -> str:
    """What changed since a decision that rested on the hashes `before`; empty if nothing did."""
    missing = Counter(before)
    added = []
    for mention in claim.mentions:
        found = trace(mention)
        if missing[found]:
            missing[found] -= 1
        else:
            added.append(mention)
    gone = missing.total()
    parts = [f"{_count(len(added))} added ({_stances(added)})"] if added else []
    parts += [f"{_count(gone)} gone"] if gone else []
    return ", ".join(parts)


def _count(number: int) -> str:
    return "1 mention" if number == 1 else f"{number} mentions"


def _stances(mentions: Iterable[Mention]) -> str:
    seen = {f"{mention.by} {mention.stance}" if mention.by else mention.stance: None for mention in mentions}
    shown = list(seen)[:3]
    return "; ".join(shown) + ("; …" if len(seen) > len(shown) else "")
