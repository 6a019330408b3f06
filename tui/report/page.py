"""Plain text fitted to a width: wrapped, indented, in bold where the terminal can.

Widths are in cells: combining marks take none, East Asian wide characters two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tui.corpus.cleaning import clean
from tui.model import Stance, Status

STATUS_WORDS: Mapping[Status, str] = {
    "disputed": "DISPUTED",
    "denied": "DENIED",
    "unverified": "UNVERIFIED",
    "corroborated": "CORROBORATED",
    "official": "OFFICIAL",
    "attributed": "ATTRIBUTED",
    "unsourced": "UNSOURCED",
}
STANCE_WORDS: Mapping[Stance, str] = {
    "asserts": "asserts",
    "reports": "reports",
    "supports": "supports",
    "denies": "denies",
    "doubts": "doubts",
    "cannot-confirm": "cannot confirm",
    "no-comment": "no comment",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How wide a line may be, and whether words may be set in bold."""

    width: int = 80
    bold: bool = False

    def strong(self, text: str) -> str:
        """`text` in bold, if that is possible."""
        return f"\x1b[1m{text}\x1b[0m" if self.bold else text


def tidy(text: str) -> str:
    """`text` on one line, without anything a terminal would obey."""
    return " ".join(clean(text).split())


def behind(name: str, reason: str) -> str:
    """`reason` as it is said behind the name of a flag; one that begins with the name goes on from there."""
    if reason.startswith(f"{name} "):
        return reason.removeprefix(name)
    return f": {reason}" if reason else ""


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes."""
    return len(text) if text.isascii() else sum(map(_cell, text))


@lru_cache(maxsize=10_000)
def _cell(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def fold(text: str, width: int, indent: str = "", first: str | None = None) -> Iterator[str]:
    """`text` in lines of at most `width` cells; `first` stands before the first line, `indent` before others.

    A word longer than a line stands on a line of its own, unbroken, so that it can be copied.
    """
    line = indent if first is None else first
    used, empty = cells(line), True
    for word in text.split():
        size = cells(word)
        if not empty and used + 1 + size > width:
            yield line.rstrip()
            line, used, empty = indent, cells(indent), True
        line += word if empty else f" {word}"
        used += size if empty else size + 1
        empty = False
    yield line.rstrip()


def plural(number: int, noun: str) -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
