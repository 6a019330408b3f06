"""Whether a statement is made with a reservation: ``the dam may be unsafe``, ``is believed to have left``.

A reservation that holds for a part only is none (``a fall that could be fatal``, ``before anybody could
answer``), nor is an ability (``the blast could be heard in Orrin``).
"""

from __future__ import annotations

import re
from functools import cache

from tui.language import lexicon
from tui.language.months import without_may
from tui.language.tokens import initial

_NOT = r"n['’]t\b"
_RELATIVE = re.compile(
    r"\bthat(?:\s+\w+ly)?\s*\Z", re.IGNORECASE
)  # "a plan that could fail", "that it" opens a content


def hedge(statement: str) -> str | None:
    """The first words of a reservation that holds for all of a statement."""
    text = without_may(statement)
    return next((found[0] for found in _hedge().finditer(text) if _holds(text, found)), None)


def _holds(text: str, found: re.Match[str]) -> bool:
    if found[0].lower() == "could" and _able().match(text, found.end()):
        return False
    before = text[: found.start()]
    if _RELATIVE.search(before) and before.split()[1:]:
        return False
    partings = [
        parting for parting in _parting().finditer(before) if before[: parting.start()].strip(" \"'“‘")
    ]
    return not partings or "," in before[partings[-1].end() :]


@cache
def _hedge() -> re.Pattern[str]:
    words = lexicon.load("hedges")["words"]
    return re.compile(rf"\b{initial(words)}(?i:{'|'.join(map(re.escape, words))})\b")


@cache
def _able() -> re.Pattern[str]:
    words = lexicon.load("hedges")["able"]
    return re.compile(rf"{_NOT}|\s+(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def _parting() -> re.Pattern[str]:
    words = "|".join(sorted(lexicon.words("hedges", "parting")))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
