"""The states that leaders stand for: what their leader does, they do.

Only names that are nothing else: "Liu He" and "Theresa May" end in ordinary words, and "the president Friday"
names a day.  In 2,500 articles a third of the statements that were given a state had it from such a word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tui.claims.extracts import Extract
from tui.claims.frequencies import AT_LARGE
from tui.claims.terms import terms
from tui.language import lexicon

_RARE = 5.0  # the least rarity of a name, were it a word
_NUMERAL = re.compile(r"[IVX]+")

_CAPITALISED = re.compile(r"[A-Z]\w*")  # as surnames are; found in half of the time of all words


def of_leaders(extracts: Sequence[Extract]) -> dict[str, str]:
    """The states of the leaders that any article introduces; a name given two states means neither."""
    found: dict[str, set[str]] = {}
    for extract in extracts:
        for surname, state in extract.leaders.items():
            if _is_name(surname):
                found.setdefault(surname, set()).add(state)
    return {surname: next(iter(states)) for surname, states in found.items() if len(states) == 1}


@cache
def _is_name(surname: str) -> bool:
    word = surname.lower()
    if _NUMERAL.fullmatch(surname) or word in lexicon.words("grammar", "times"):
        return False
    found = terms(word).bag
    return bool(found) and all(AT_LARGE[one] >= _RARE for one in found)


def with_states(text: str, states: dict[str, str]) -> str:
    """A statement with the states of the leaders it names: "Lopez signed" is what the country did."""
    if states.keys().isdisjoint(_CAPITALISED.findall(text)):
        return text
    named = dict.fromkeys(states[word] for word in re.findall(r"\w+", text) if word in states)
    return " ".join([text, *map(str.title, named)])
