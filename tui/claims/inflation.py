"""One source without a name that has become several on the way: ``an official``, and elsewhere ``officials``.

Only of one kind, or of those that are named in other words each time: ``an aide`` and ``sources``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.claims.sources import bare, is_vague
from tui.claims.terms import terms
from tui.language import lexicon
from tui.language.roles import kinds
from tui.language.tokens import stem

_BEHIND = re.compile(r" (?:of|for|from|in|at|on|with|who|that|which|familiar|close|aware|briefed) ")
_ONE_OF = re.compile(r"(?:just |only )?one of (?:\w+ )?")
_OTHERS = re.compile(r"(?:\w+ )?(?:other|another|more|further|additional|many|most)\b")


@dataclass(frozen=True, slots=True)
class _Unnamed:
    """What one or several people are named by: the stem of their noun, and the names beside it."""

    noun: str
    several: bool
    beside: frozenset[str]

    def may_be(self, other: _Unnamed) -> bool:
        """Whether both can be the same people, not Iraqi and Lebanese ones."""
        if self.beside and other.beside and not self.beside & other.beside:
            return False
        grown = set(map(stem, lexicon.words("sources", "grown")))
        return self.noun == other.noun or {self.noun, other.noun} <= grown


def inflated(told: Sequence[tuple[str, str]], dates: Mapping[str, str | None]) -> tuple[str, str] | None:
    """The name of one unnamed source, and that of the several it has become in an article of no earlier day.

    `told` has unnamed sources with their articles, `dates` the days of these (``YYYY-MM-DD``).
    """
    found = [(name, article, one) for name, article in told if (one := _unnamed(name))]
    single = [told for told in found if not told[2].several]
    for name, article, many in found:
        for before, where, one in single if many.several else ():
            if where != article and one.may_be(many) and not _is_before(dates.get(article), dates.get(where)):
                return before, name
    return None


def _is_before(day: str | None, other: str | None) -> bool:
    return day is not None and other is not None and day < other


def _unnamed(name: str) -> _Unnamed | None:
    """What a name without one says, if it is of people."""
    plain = bare(name)
    one_of = _ONE_OF.match(plain)
    words = _BEHIND.split(f"{plain[one_of.end() if one_of else 0 :]} ")[0].split()
    known = kinds().get(words[-1], _kind_of(words[-1])) if words else frozenset[str]()
    if not known & {"person", "people"} or _OTHERS.match(plain) or is_vague(name):
        return None
    return _Unnamed(stem(words[-1]), "person" not in known and one_of is None, terms(name).names)


def _kind_of(word: str) -> frozenset[str]:
    """What a word without a role is of, if people without names are called by it."""
    return frozenset({"person"}) if word in lexicon.words("sources", "grown") else frozenset()
