"""The named text styles in the colours of a theme.

Blue and orange carry what colour adds; underline, bold and reverse carry the same without colour.
Null styles are left null: text in the terminal's default colours costs no escape sequence at all.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.color import Color, ColorSystem
from rich.style import Style

from tui.app.themes import THEMES, Theme

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
    "quote": "italic",
    "source": "bold italic",
    "attribution": "italic",
    "match": "reverse",
    "match-current": "bold reverse underline",
    "cursor": "reverse",
    "resting": "bold",
    "warn": "bold",
    "good": "",
    "decided": "dim",
    "error": "bold reverse",
    "key": "bold",
    "flag": "",
}

# Style -> the colour of the theme it takes.
_COLOURS: Mapping[str, str] = {
    "warn": "orange",
    "current": "blue",
    "bar": "blue",
    "heading": "blue",
    "good": "blue",
    "differs": "orange",
    "flag": "orange",
    "key": "blue",
    "source": "blue",
    "attribution": "orange",
    "match": "orange",
    "match-current": "orange",
    "dim": "faint",
    "decided": "faint",
}


class Looks:
    """Name -> Rich style for one terminal; `colours` is how many it has (0, 8, 16, 256 or more).

    Without colours the theme has no effect.  `base` is what everything is painted on, null where that is
    left to the terminal.
    """

    def __init__(self, colours: int = 256, theme: Theme = THEMES["auto"]) -> None:
        if 0 < colours < 256 and theme.ground is None:
            theme = THEMES["terminal"]
        self._styles = {
            name: _style(name, shape, theme if colours else None) for name, shape in _SHAPES.items()
        }
        self._styles["plain"] = NULL
        self.base = _painted(theme) if colours and theme.ground else NULL

    def __getitem__(self, name: str) -> Style:
        return self._styles[name]


def _style(name: str, shape: str, theme: Theme | None) -> Style:
    colour: str | None = getattr(theme, _COLOURS[name]) if theme and name in _COLOURS else None
    if colour is None:
        return Style.parse(shape) if shape else Style()
    return Style.parse(shape.replace("dim", "")) + Style(color=_of_256(colour))


def _painted(theme: Theme) -> Style:
    return Style(color=_of_256(theme.ink or "default"), bgcolor=_of_256(theme.ground or "default"))


def _of_256(name: str) -> Color:
    """The nearest colour of the 256: it takes half the bytes, also where the terminal has all."""
    return Color.parse(name).downgrade(ColorSystem.EIGHT_BIT)
