"""Quotations: curly, straight and doubled single marks, unbalanced ones tolerated.

A quotation never leaves its paragraph.  One that is opened and not closed runs to the end of the
paragraph with ``closed=False``; whether the next paragraph carries it on is for the reader to decide
(the next paragraph then opens with a mark of its own).
"""

from __future__ import annotations

import re

from tui.model import Quote

PAIRS = {"“": "”", "„": "”", "«": "»", "‘": "’", '"': '"', "''": "''", "``": "''"}
MARK = re.compile(r"“|”|„|«|»|''|``|\"|‘|’|'|\n")
OPENING_BEFORE = ' \t\n\r([{—–-/:\u00a0“‘"'


def find(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of `text`, in order; they do not overlap."""
    found: list[Quote] = []
    opened: tuple[int, str] | None = None
    for match in MARK.finditer(text):
        mark, place = match.group(), match.start()
        if mark == "\n":
            if opened:
                _leave_open(text, found, opened, place)
            opened = None
        elif opened is None:
            if _opens(text, mark, place):
                opened = place, mark
        elif _closes(text, mark, place, opened[1]):
            found.append(Quote(opened[0], match.end()))
            opened = None
    if opened:
        _leave_open(text, found, opened, len(text))
    return tuple(found)


def _leave_open(text: str, found: list[Quote], opened: tuple[int, str], end: int) -> None:
    """Keep a quotation without its closing mark, unless the mark was a single one (an apostrophe)."""
    start, mark = opened
    if mark not in "‘'":
        while end > start and text[end - 1].isspace():
            end -= 1
        found.append(Quote(start, end, closed=False))


def _opens(text: str, mark: str, place: int) -> bool:
    before = text[place - 1] if place else "\n"
    after = text[place + len(mark) : place + len(mark) + 1]
    if mark in ("“", "„", "«"):
        return True
    if mark in ("”", "»", "’"):
        return False
    if mark == "'":
        return before in " \t\n\r(\u00a0:—" and after.isalpha() and _closed_soon(text, place)
    if mark == "‘":
        return after.isalnum() and _closed_soon(text, place)
    if not after or after.isspace():
        return False
    return before in OPENING_BEFORE or not before.isalnum()


SINGLE_END = re.compile(r"['’](?![\w])")


def _closed_soon(text: str, place: int) -> bool:
    """Whether a single mark has its partner in the same paragraph, within 400 characters."""
    newline = text.find("\n", place)
    limit = min(len(text) if newline < 0 else newline, place + 400)
    for match in SINGLE_END.finditer(text, place + 2, limit):
        if text[match.start() - 1].lower() != "s" or text[match.start() - 2 : match.start()] in (",s", ".s"):
            return True
    return False


def _closes(text: str, mark: str, place: int, opener: str) -> bool:
    after = text[place + len(mark) : place + len(mark) + 1]
    if opener in ("‘", "'"):
        return mark == "”" or (mark in "’'" and not after.isalnum() and text[place - 1].lower() != "s")
    if mark in ("’", "‘", "'", "“", "„", "«", "``"):
        return False
    if opener in ("“", "„"):
        return mark == "”" or (mark == '"' and not after.isalnum())
    if opener == '"':
        return mark == "”" or (mark == '"' and not after.isalnum())
    return mark == PAIRS[opener]
