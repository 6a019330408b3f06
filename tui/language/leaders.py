"""Heads of state and government, as an article introduces them: whose name stands for which state."""

from __future__ import annotations

import re
from functools import cache

from tui.language import lexicon

_NAME = r"(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})"


@cache
def _states() -> dict[str, str]:
    variants: dict[str, list[str]] = lexicon.load("places")["variants"]
    return {name: state for state, names in variants.items() for name in (state, *names)}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    offices = "|".join(map(re.escape, lexicon.load("leaders")["offices"]))
    state = "|".join(sorted(map(re.escape, _states()), key=len, reverse=True))
    return (
        re.compile(rf"\b(?P<state>(?i:{state}))(?:[’']s?)?\s(?:\w+\s)?(?i:{offices})\s{_NAME}"),
        re.compile(rf"\b(?i:{offices})\s{_NAME}\sof\s(?P<state>(?i:{state}))\b"),
    )


def find(text: str) -> dict[str, str]:
    """Surnames of leaders with their state, as ``places.toml`` names it; the first introduction counts."""
    found: dict[str, str] = {}
    for pattern in _patterns():
        for match in pattern.finditer(text):
            found.setdefault(match["name"].split()[-1], _states()[match["state"].casefold()])
    return found
