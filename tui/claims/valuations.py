"""What a known thing is worth, brought to what other articles say that it is worth.

"The paintings were worth half a million, the heirs said" shares next to nothing with "Thieves took paintings
worth $3 million from the villa"; but it values what the story tells of, and so do they.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.claims.drafts import Draft
from tui.claims.frequencies import AT_LARGE
from tui.claims.numbers_context import describe
from tui.claims.terms import NUMBER, terms
from tui.language import lexicon, quantities
from tui.model import Quantity

_TELLING = 1.5  # the least rarity of the word for a thing: not "deal", "company", "car"


@cache
def _valuing() -> re.Pattern[str]:
    """A definite thing, what values it, and where the amount begins."""
    table = lexicon.load("valuations")
    known, valued = ("|".join(table[name]) for name in ("known", "valued"))
    return re.compile(
        rf"\W*(?:{known})\s(?P<thing>(?:[\w’'-]+\s){{1,4}})(?:{valued})\s(?=\S*\d|[a-z])", re.IGNORECASE
    )


def valued(draft: Draft) -> frozenset[str]:
    """The terms of the known thing whose worth a draft states; none if it states nothing of the kind."""
    match = _valuing().match(draft.statement) if not draft.figure else None
    if match is None or not any(q.span.start >= match.end() for q in _amounts(draft.statement)):
        return frozenset()
    return _things(match["thing"])


def is_of_same(draft: Draft, things: frozenset[str], others: Sequence[Draft]) -> bool:
    """Whether other drafts give amounts for the known thing of a draft, to which the same happened.

    They have a name in common, too.
    """
    names = terms(draft.statement).names
    told = {word for other in others for word in terms(other.whole.text).bag}
    if not things <= told or names.isdisjoint(told):
        return False
    fates = _fates(draft)
    same = sum(not fates.isdisjoint(_fates(other)) for other in others)
    return not fates or 2 * same > len(others)


def _things(text: str) -> frozenset[str]:
    found = terms(text)
    return frozenset(word for word in found.bag - found.names if not _is_faint(word))


def _is_faint(word: str) -> bool:
    return word.startswith(NUMBER) or AT_LARGE[word] < _TELLING


def _fates(draft: Draft) -> frozenset[str]:
    """What happened to that for which amounts are given: left, given."""
    text = draft.whole.text
    return frozenset(role for amount in _amounts(text) for role in describe(text, amount).roles)


def _amounts(text: str) -> Iterator[Quantity]:
    return (q for q in quantities.find(text) if q.unit == "money" or (q.unit or "").isupper())
