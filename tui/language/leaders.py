"""Heads of state and government, as an article introduces them: whose name stands for which state."""

from __future__ import annotations

import re
from functools import cache

from tui.language import lexicon
from tui.language.places import states
from tui.language.tokens import initial

_NAME = r"(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})"
_OF = re.compile(r"\sof\s(?:the\s)?(?P<state>[\w.]+(?:\s[A-Z][\w.]+)?)")
_POSSESSIVE = re.compile(r"[’']s?$")
_REACH = 40  # characters before the office in which the state stands


@cache
def _introduction() -> re.Pattern[str]:
    offices = lexicon.load("leaders")["offices"]
    return re.compile(rf"\b{initial(offices)}(?i:{'|'.join(map(re.escape, offices))})\s{_NAME}")


def find(text: str) -> dict[str, str]:
    """Surnames of leaders with their state, as ``places.toml`` names it; the first introduction counts.

    "Russia's president Ann Roe", "the former Russian president Ann Roe", "President Ann Roe of Russia".
    """
    found: dict[str, str] = {}
    for match in _introduction().finditer(text):
        if state := _state_before(text[max(0, match.start() - _REACH) : match.start()]) or _state_after(
            text, match.end()
        ):
            found.setdefault(match["name"].split()[-1], state)
    return found


def _state_before(before: str) -> str | None:
    """The state that the last words name, one other word between it and the office allowed."""
    words = [_POSSESSIVE.sub("", word) for word in before.casefold().split()[-3:]]
    for end in (len(words), len(words) - 1):
        for start in (end - 2, end - 1):
            if 0 <= start < end and (state := states().get(" ".join(words[start:end]))):
                return state
    return None


def _state_after(text: str, end: int) -> str | None:
    match = _OF.match(text, end)
    if match is None:
        return None
    words = match["state"].casefold()
    return states().get(words) or states().get(words.split()[0])
