"""What nobody knows: "it is not clear who fired", "police have no idea who the gunmen were".

Two such statements of one story say the same if they ask the same of the same thing, in whatever words they
say that it is not known.  In the stories of 1,283 labelled articles 32 pairs are found so; all of them do.
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

_TELLING = 2.0  # the least rarity of a word that both ask about
_ASKED = r"where|who|why|when|how many|how much|how|what|whether"
_ASKING = re.compile(rf"\b(?:{_ASKED})\b", re.IGNORECASE)
_POINTING = re.compile(r"\s(?:all\s)?(?:those|these|that|this)\s[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is asked (where, who, how many), and the terms of what it is asked of.

    `pointing`: that is only pointed at ("those systems").
    """

    asked: str
    of: Terms
    pointing: bool

    def is_like(self, other: Unknown) -> bool:
        """Whether both ask the same: of things that have a telling word in common, or where "those" are."""
        names, others = self.of.names, other.of.names
        if self.asked != other.asked or (names and others and names.isdisjoint(others)):
            return False
        if self.asked == "where" and self.pointing != other.pointing:
            return True
        return any(AT_LARGE(word) >= _TELLING for word in self.of.bag & other.of.bag)


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
    rest = match["rest"]
    return Unknown(match["asked"].lower(), terms(rest), bool(_POINTING.match(rest)))


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
