"""Lines that join things on the screen, as box characters or in ASCII."""

from __future__ import annotations

from typing import NamedTuple

from tui.app.cells import Charset


class Guides(NamedTuple):
    """`tee` and `corner` lead to a child and to the last one, `pipe` and `blank` pass by; equally wide."""

    tee: str
    corner: str
    pipe: str
    blank: str
    vertical: str
    horizontal: str
    cross: str


_BOXES = Guides("├─ ", "└─ ", "│  ", "   ", "│", "─", "┼")
_ASCII = Guides("|- ", "`- ", "|  ", "   ", "|", "-", "+")


def guides(charset: Charset) -> Guides:
    """The lines this terminal can show."""
    return _ASCII if charset.ascii else _BOXES
