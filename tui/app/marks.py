"""Glyphs and words for statuses, stances and verdicts: no meaning is carried by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.app.cells import Charset
from tui.model import Status
from tui.report.page import STANCE_WORDS


class Mark(NamedTuple):
    """A glyph of at most two cells, its ASCII twin, and the name of the style it is drawn in."""

    glyph: str
    ascii: str
    style: str


STATUS: dict[Status, Mark] = {
    "disputed": Mark("≠", "!=", "warn"),
    "denied": Mark("✗", "x", "warn"),
    "unverified": Mark("?", "?", "warn"),
    "corroborated": Mark("✓✓", "++", "good"),
    "official": Mark("§", "#", "good"),
    "attributed": Mark("”", '"', "plain"),
    "unsourced": Mark("·", ".", "plain"),
}

STANCE = STANCE_WORDS


class _Signs(NamedTuple):
    arrow: str
    loop: str
    ellipsis: str
    bar: str
    cursor: str
    open_quote: str
    close_quote: str
    dot: str
    rule: str
    reopened: str
    marked: str
    flag: str
    note: str
    below: str
    folded: str


_UNICODE = _Signs("→", "↻", "…", "▌", "›", "“", "”", "·", "─", "↺", "●", "⚑", "✎", "└ ", "▸")
_ASCII = _Signs("->", "o", "~", "|", ">", '"', '"', "-", "-", "*", "+", "!", "n", "` ", "+")


@dataclass(frozen=True)
class Marks:
    """The signs of one terminal, by its charset."""

    charset: Charset

    @property
    def sign(self) -> _Signs:
        """Arrows, ellipsis, quotation marks."""
        return _ASCII if self.charset.ascii else _UNICODE

    def status(self, status: Status) -> str:
        """The glyph of a status, unpadded."""
        mark = STATUS[status]
        return mark.ascii if self.charset.ascii else mark.glyph

    def chain(self, hops: tuple[str, ...]) -> str:
        """``A → B → C``, origin first."""
        return f" {self.sign.arrow} ".join(hops)

    def quote(self, words: str) -> str:
        """`words` in quotation marks, unless they bring their own; one that nothing closes gives way."""
        if words[:1] in "“\"'‘":
            if any(mark in words[1:] for mark in "”\"'’"):
                return words
            words = words[1:]
        return f"{self.sign.open_quote}{words}{self.sign.close_quote}"
