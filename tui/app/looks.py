"""The named text styles, in the terminal's own colours so that its theme is respected.

Blue and orange carry what colour adds; underline, bold and reverse carry the same without colour.
Null styles are left null: text in the terminal's default colours costs no escape sequence at all.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style

NULL = Style.null()

_SHAPES: Mapping[str, str] = {
    "plain": "",
    "dim": "dim",
    "bold": "bold",
    "heading": "bold",
    "title": "bold",
    "claim": "underline",
    "current": "bold underline",
    "cue": "reverse",
    "bar": "bold",
    "differs": "bold underline",
    "cursor": "reverse",
    "resting": "bold",
    "warn": "bold",
    "good": "",
    "decided": "dim",
    "error": "bold reverse",
    "key": "bold",
    "flag": "",
}

# 256 colours: orange 172 and blue 33 keep a contrast of about 4:1 on black and on white alike.
_COLOURS: Mapping[str, tuple[str, str]] = {
    "warn": ("color(172)", "yellow"),
    "current": ("color(33)", "blue"),
    "bar": ("color(33)", "blue"),
    "heading": ("color(33)", "blue"),
    "good": ("color(33)", "blue"),
    "differs": ("color(172)", "yellow"),
    "flag": ("color(172)", "yellow"),
    "key": ("color(33)", "blue"),
}


class Looks:
    """Name -> Rich style for one terminal; `colours` is how many it has (0, 8, 16, 256 or more)."""

    def __init__(self, colours: int = 256) -> None:
        self._styles = {name: _style(name, shape, colours) for name, shape in _SHAPES.items()}
        self._styles["plain"] = NULL

    def __getitem__(self, name: str) -> Style:
        return self._styles[name]


def _style(name: str, shape: str, colours: int) -> Style:
    style = Style.parse(shape) if shape else Style()
    if colours and name in _COLOURS:
        wide, narrow = _COLOURS[name]
        style += Style(color=wide if colours >= 256 else narrow)
    return style
