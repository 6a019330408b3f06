"""On which side of a figure the truth lies: "more than", "up to", "nearly", "or so"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from tui.language import lexicon

Side = Literal["lower", "upper", "about"]

LONGEST = 34  # characters before a figure in which its bound stands
_SIDES: tuple[Side, ...] = ("lower", "upper", "about")
_OR_MORE = re.compile(r"(?: or (more|above|fewer|less|under)\b(?! than)|(\+|-plus\b)|( or so|-odd)\b)")
_SPACES = " \u00a0\u2009\u202f"
_LOOSE = f'{_SPACES}“"'
_AFTER = ("the", "its", "their")  # what may stand between a bound and its figure
_BETWEEN = ("between ", "Between ")


def before(text: str, at: int, start: int) -> tuple[Side | None, int]:
    """The side on which the words before `at` bound a figure there, and where those words begin.

    Of two bounds the one that is no mere "about" counts: "at least about 900" is a lower bound.
    """
    side, begin = _nearest(text, at, start)
    if side != "about":
        return side, begin
    further, first = _nearest(text, begin, start)
    return further or side, first


def after(text: str, at: int, end: int) -> tuple[Side | None, int]:
    """The same for the words after a figure that ends at `at`, and where they end."""
    match = _OR_MORE.match(text, at, end)
    if match is None:
        return None, at
    word, plus, so = match.groups()
    if so:
        return "about", match.end()
    return ("lower" if plus or word in ("more", "above") else "upper"), match.end()


def any_of(phrases: Iterable[str]) -> str:
    """An expression that matches any of `phrases`, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))


def _nearest(text: str, at: int, start: int) -> tuple[Side | None, int]:
    near = max(start, at - LONGEST)
    bounded = text[near:at].rstrip(_LOOSE).lower().endswith(_endings())
    match = _pattern().search(text, near, at) if bounded else None
    if match is not None:
        return next(side for side in _SIDES if match[side]), match.start()
    return None, at - len(_BETWEEN[0]) if text.endswith(_BETWEEN, start, at) else at


@cache
def _endings() -> tuple[str, ...]:
    """What the words before a figure end in if they bound it."""
    phrases = (phrase for side in _SIDES for phrase in lexicon.load("quantities")["bounds"][side])
    return tuple(sorted({*(phrase.split()[-1] for phrase in phrases), *_AFTER}))


@cache
def _pattern() -> re.Pattern[str]:
    table: dict[str, list[str]] = lexicon.load("quantities")["bounds"]
    sides = "|".join(f"(?P<{side}>{any_of(table[side])})" for side in _SIDES)
    after = "|".join(f" {word}" for word in _AFTER)
    return re.compile(rf"(?<![\w-])(?:{sides})(?:{after})?[{_SPACES}]?[“\"]?\Z", re.IGNORECASE)
