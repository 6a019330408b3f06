"""The armed group that an article is about, where it goes on as "the militant group"."""

from __future__ import annotations

import re
from functools import cache

from tui.language import lexicon
from tui.language.places import states

_NAME = r"(?P<name>(?:[A-Z][\w’'-]*\s){0,2}(?:al-)?(?!The\b)[A-Z][\w’'-]+)"

_SIDED = re.compile(r"-(?:affiliated|backed|born|led|linked|style|type)$")


@cache
def _named() -> re.Pattern[str]:
    return re.compile(rf"\b{_NAME}\s(?:{'|'.join(lexicon.load('armed_groups')['members'])})\b")


@cache
def _again() -> re.Pattern[str]:
    table = lexicon.load("armed_groups")
    kinds, nouns = ("|".join(table[name]) for name in ("kinds", "nouns"))
    return re.compile(rf"\b(?:[Tt]he|[Tt]his)\s(?:{kinds})\s(?:{nouns})\b(?!\s[A-Z])")


def only(text: str) -> str:
    """The one armed group whose fighters an article speaks of; empty if there is none, or several."""
    found: dict[str, str] = {}
    for match in _named().finditer(text):
        words = [word for word in match["name"].split() if _names(word)]
        last = words[-1] if words else ""
        if last and last == match["name"].split()[-1] and last.casefold() not in states():
            name = " ".join(words)
            found[last] = min(found.get(last, name), name, key=len)
    return next(iter(found.values())) if len(found) == 1 else ""


def _names(word: str) -> bool:
    """Whether a capitalised word can be part of a name: not "While", "Three", "Kurdish", "Orrin-backed"."""
    if word in lexicon.words("armed_groups", "peoples") or word in lexicon.words("armed_groups", "others"):
        return False
    return word.lower() not in lexicon.words("function_words", "grammar") and not _SIDED.search(word)


def named_again(text: str) -> bool:
    """Whether a text speaks of an armed group without its name."""
    return bool(_again().search(text))
