"""Which panes are shown at which width: three, two, or the focused one."""

from __future__ import annotations

from typing import Literal

PaneName = Literal["list", "article", "inspector"]
PANES: tuple[PaneName, ...] = ("list", "article", "inspector")

THREE = 120  # cells from which all panes fit side by side
TWO = 80


def visible(width: int, focus: PaneName, zoomed: bool, beside: PaneName = "list") -> tuple[PaneName, ...]:
    """The panes shown side by side on a screen of `width` cells, left to right.

    `beside` is what the article shares the screen with where there is room for two.
    """
    if zoomed or width < TWO:
        return (focus,)
    if width >= THREE:
        return PANES
    right = "inspector" in (focus, beside) and focus != "list"
    return ("article", "inspector") if right else ("list", "article")


def widths(width: int, shown: tuple[PaneName, ...]) -> tuple[int, ...]:
    """The cells each pane of `shown` gets, border included; they add up to `width`."""
    if len(shown) == 1:
        return (width,)
    if len(shown) == 2:
        first = width * 42 // 100 if shown[0] == "list" else width // 2
        return (first, width - first)
    left, right = width * 28 // 100, width * 34 // 100
    return (left, width - left - right, right)
