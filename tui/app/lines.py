"""Line drawing: runs of styled text become one strip of the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.app.looks import NULL


class Run(NamedTuple):
    """A stretch start..end of a text and the name of its style."""

    start: int
    end: int
    style: str


def strip(parts: Iterable[tuple[str, Style]], width: int, ground: Style = NULL) -> Strip:
    """One line of exactly `width` cells from pieces of clean text; `ground` fills what is left.

    Neighbours of the same style become one piece: each costs escape sequences.
    """
    same = groupby(((text, style) for text, style in parts if text), key=itemgetter(1))
    segments = [Segment("".join(text for text, _ in run), style or None) for style, run in same]
    used = sum(segment.cell_length for segment in segments)
    if used < width:
        segments.append(Segment(" " * (width - used), ground or None))
        used = width
    line = Strip(segments, used)
    return line if used == width else line.crop(0, width)


def painted(line: Strip, base: Style) -> Strip:
    """`line` with `base` below everything that is drawn in it."""
    return line.apply_style(base) if base else line


def overlaid(start: int, end: int, runs: Sequence[Run]) -> list[Run]:
    """start..end cut into runs without gaps or overlaps; where `runs` overlap the later one wins."""
    edges = {start, end}
    for run in runs:
        edges.update((max(start, min(end, run.start)), max(start, min(end, run.end))))
    pieces: list[Run] = []
    for a, b in pairwise(sorted(edges)):
        style = _top(a, runs)
        if pieces and pieces[-1].style == style:
            a = pieces.pop().start
        pieces.append(Run(a, b, style))
    return pieces


def _top(at: int, runs: Sequence[Run]) -> str:
    return next((run.style for run in reversed(runs) if run.start <= at < run.end), "plain")


def width_of(text: str) -> int:
    """Cells `text` takes."""
    return cell_len(text)
