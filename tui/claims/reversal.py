"""Statements that say the same of two parties the other way round: who sues, and who is sued.

Where the same two names stand on both sides of the same act in the opposite order, the roles are changed,
unless one of the two is in the passive, or the act is one that both do together (``symmetric`` in
``lexicon/function_words.toml``).
"""

from __future__ import annotations

import re
from functools import cache

from tui.claims.terms import Terms, term
from tui.language import lexicon

_PASSIVE = re.compile(r"\b(?:by|from)\s", re.IGNORECASE)


def are_reversed(one: Terms, other: Terms, text: str, other_text: str) -> bool:
    """Whether two statements, given with their texts, tell the same act with its two parties exchanged."""
    shared = one.names & other.names
    first, second = _around_an_act(one, shared), _around_an_act(other, shared)
    if first is None or second is None or first[:2] != second[1::-1]:
        return False
    acts = (first[2] & second[2]) - symmetric()
    return bool(acts) and bool(_PASSIVE.search(text)) == bool(_PASSIVE.search(other_text))


def _around_an_act(statement: Terms, names: frozenset[str]) -> tuple[str, str, frozenset[str]] | None:
    """The first two of the names, and the terms between them."""
    places = [place for place, word in enumerate(statement.words) if word in names]
    later = next((p for p in places if statement.words[p] != statement.words[places[0]]), None)
    if later is None:
        return None
    start = max(p for p in places if p < later)
    words = statement.words
    return words[start], words[later], frozenset(words[start + 1 : later])


@cache
def symmetric() -> frozenset[str]:
    """The terms of acts that two parties do together."""
    return frozenset(map(term, lexicon.load("function_words")["symmetric"].split()))
