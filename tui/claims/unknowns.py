"""What nobody knows: "it is not clear who fired", "police have no idea who the gunmen were".

Two such statements of one story say the same if they ask the same of the same thing, in whatever words they
say that it is not known.  Left out: "where those are" as the same as "where the mail is".  On 1,283 labelled
articles that found three pairs of sentences, where a figure came from and where money did: three wrong ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

from tui.claims.frequencies import AT_LARGE
from tui.claims.terms import Terms, terms
from tui.language import lexicon
from tui.language.tokens import initial

_TELLING = 2.0  # the least rarity of a word that both ask about
_ASKED = r"where|who|why|when|how many|how much|how|what|whether"
_ASKING = re.compile(rf"\b{initial(_ASKED.split('|'))}(?i:{_ASKED})\b")


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is asked (where, who, how many), and the terms of what it is asked of."""

    asked: str
    of: Terms

    def is_like(self, other: Unknown) -> bool:
        """Whether both ask the same, of things that have a telling word in common."""
        names, others = self.of.names, other.of.names
        if self.asked != other.asked or (names and others and names.isdisjoint(others)):
            return False
        return any(AT_LARGE[word] >= _TELLING for word in self.of.bag & other.of.bag)


def alike(texts: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs of statements, given by their places, that say the same is not known."""
    found = [(place, one) for place, text in texts.items() if (one := unknown(text))]
    for (i, one), (j, other) in combinations(found, 2):
        if one.is_like(other):
            yield i, j


@lru_cache(maxsize=50_000)
def unknown(text: str) -> Unknown | None:
    """What a statement says is not known."""
    match = _not_known().search(text) if _ASKING.search(text) else None
    if match is None:
        return None
    return Unknown(match["asked"].lower(), terms(match["rest"]))


@cache
def _not_known() -> re.Pattern[str]:
    """Where a statement says that something is not known, what is asked, and of what."""
    table = lexicon.load("unknowns")
    negations, knowing, unclear = ("|".join(table[name]) for name in ("negations", "knowing", "unclear"))
    negated = rf"(?:\b(?:{negations})|n[’']t)(?:[\s,“\"]+[\w’'-]+){{0,4}}?[\s,“\"]+(?:{knowing})"
    return re.compile(
        rf"(?:{negated}|\b(?:{unclear}))[,\s]+(?:[a-z]+ly,?\s|(?:of|about|as to|on|yet)\s){{0,2}}"
        rf"(?P<asked>{_ASKED})\b(?P<rest>(?:(?!\s(?:and|but)\b)[^,.?!;:–—“”()])*)",
        re.IGNORECASE,
    )
