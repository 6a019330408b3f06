"""Styled pieces of text wrapped into lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from tui.app.cells import wrap
from tui.app.lines import Run, overlaid, width_of

Piece = tuple[str, str]
"""A stretch of clean text and the name of its style."""


def flow(pieces: Sequence[Piece], width: int) -> list[list[Piece]]:
    """`pieces` as one paragraph in lines of at most `width` cells."""
    text = "".join(words for words, _ in pieces)
    runs = runs_of(pieces)
    return [
        [(text[a:b], style) for a, b, style in overlaid(start, end, runs)] for start, end in wrap(text, width)
    ]


def runs_of(pieces: Sequence[Piece]) -> list[Run]:
    """The pieces as runs of the text they make up."""
    ends = list(accumulate(len(text) for text, _ in pieces))
    return [Run(end - len(text), end, style) for end, (text, style) in zip(ends, pieces, strict=True)]


def padded(line: Iterable[Piece], width: int) -> list[Piece]:
    """`line` filled with blanks to `width` cells."""
    kept = list(line)
    return [*kept, (" " * (width - sum(width_of(text) for text, _ in kept)), "plain")]


def marked(text: str, spans: Iterable[tuple[int, int, str, str]], style: str) -> Iterator[Piece]:
    """`text` with its spans (start, end, opening, closing sign), in order, signed and drawn in `style`."""
    at = 0
    for start, end, opening, closing in spans:
        yield text[at:start], "plain"
        yield f"{opening}{text[start:end]}{closing}", style
        at = end
    yield text[at:], "plain"
