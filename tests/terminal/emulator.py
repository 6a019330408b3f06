"""A terminal small enough to read: what the browser writes, as rows of text.

Knows cursor moves, erasing, wide and combining characters and the alternate screen; colours are skipped.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import getincrementaldecoder

_SEQUENCE = re.compile(
    r"\x1b(?:\[(?P<params>[0-?]*)[ -/]*(?P<final>[@-~])"
    r"|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|[ -/]*[0-OQ-WYZ\\`-~])"
)
_WRAP, _CURSOR = "7", "25"  # private modes that are on from the start
_UNFINISHED = 64  # characters; a longer unfinished sequence is taken for text


class Emulator:
    """`columns` × `rows` cells; a cell behind a wide character is empty."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._alternate = False
        self.modes = {_WRAP, _CURSOR}
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest = ""
        self._x = self._y = 0
        self._grid = self._blank()

    def in_alternate_screen(self) -> bool:
        """Whether the program has taken the whole screen."""
        return self._alternate

    @property
    def text(self) -> str:
        """The screen, right ends stripped."""
        return "\n".join("".join(row).rstrip() for row in self._grid)

    def column(self, x: int) -> str:
        """The characters of one column, top to bottom."""
        return "".join(row[x] for row in self._grid)

    def feed(self, data: bytes) -> None:
        """Take output in any pieces."""
        text = self._rest + self._decode(data)
        self._rest, at = "", 0
        while at < len(text):
            if text[at] != "\x1b":
                self._put(text[at])
                at += 1
                continue
            match = _SEQUENCE.match(text, at)
            if match is None and len(text) - at < _UNFINISHED:
                self._rest = text[at:]
                return
            if match is not None and match["final"]:
                self._control(match["params"], match["final"])
            at = match.end() if match else at + 1

    def _blank(self) -> list[list[str]]:
        return [[" "] * self.columns for _ in range(self.rows)]

    def _put(self, char: str) -> None:
        if char in "\r\n":
            self._x = 0 if char == "\r" else self._x
            self._y = min(self.rows - 1, self._y + (char == "\n"))
        elif char >= " " and not unicodedata.combining(char):
            width = 2 if unicodedata.east_asian_width(char) in "WF" else 1
            if self._x + width > self.columns and _WRAP in self.modes:
                self._x, self._y = 0, min(self.rows - 1, self._y + 1)
            if self._x + width <= self.columns:
                self._grid[self._y][self._x : self._x + width] = [char, *[""] * (width - 1)]
            self._x += width

    def _control(self, params: str, final: str) -> None:
        if params.startswith("?"):
            self._mode(params[1:], final)
            return
        numbers = [int(part) if part.isdigit() else 0 for part in params.split(";")]
        if final in "Hf":
            self._y = min(self.rows, max(1, numbers[0])) - 1
            self._x = min(self.columns, max(1, [*numbers, 1][1])) - 1
        elif final in "ABCD":
            self._move(final, numbers[0] or 1)
        elif final == "J" and numbers[0] in (2, 3):
            self._grid = self._blank()
        elif final == "K":
            self._grid[self._y][self._x :] = [" "] * (self.columns - self._x)

    def _move(self, final: str, count: int) -> None:
        across = {"C": count, "D": -count}.get(final, 0)
        down = {"B": count, "A": -count}.get(final, 0)
        self._x = max(0, min(self.columns - 1, self._x + across))
        self._y = max(0, min(self.rows - 1, self._y + down))

    def _mode(self, params: str, final: str) -> None:
        change = self.modes.add if final == "h" else self.modes.discard
        if final in "hl":
            change(params)
        if params == "1049":
            self._alternate = final == "h"
            self._grid = self._blank()
