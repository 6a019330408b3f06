"""The colour themes: blue and orange carry what colour adds, whichever ground they stand on.

Colours are close to those of the 256-colour palette, written as Textual and Rich both read them, so that a
terminal without true colour shows nearly the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.theme import Theme as Stock


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they are for.

    `ink` on `ground` is plain text; None leaves both to the terminal.  `blue` and `orange` are for what is
    settled and for what needs attention; `faint` is for what matters less (None: the terminal's own dim).
    `frame` and `focus` are the borders of panes, as Textual names them.
    """

    name: str
    blue: str
    orange: str
    frame: str
    focus: str
    ink: str | None = None
    ground: str | None = None
    faint: str | None = None

    def variables(self) -> dict[str, str]:
        """What the style sheet calls them."""
        ink, ground = self.ink or "ansi_default", self.ground or "ansi_default"
        return {"ink": ink, "ground": ground, "frame": self.frame, "focus": self.focus}

    def stock(self) -> Stock | None:
        """The theme for Textual's own widgets (the palette); None where the terminal's colours are left."""
        if self.ground is None:
            return None
        return Stock(
            f"claims-{self.name}",
            primary=self.blue,
            accent=self.orange,
            foreground=self.ink,
            background=self.ground,
            surface=self.ground,
            panel=self.ground,
            dark=self.name != "light",
        )


# auto: colours 32 and 166 of 256 keep a contrast of at least 3.8:1 on black and on white alike.
_TABLE = (
    Theme("auto", "color(32)", "color(166)", "ansi_bright_black", "ansi_blue"),
    Theme("terminal", "blue", "yellow", "ansi_bright_black", "ansi_blue"),
    Theme("dark", "#5fafff", "#ffaf5f", "#585858", "#5fafff", "#d0d0d0", "#1c1c1c", "#9e9e9e"),
    Theme("light", "#005faf", "#af5f00", "#b2b2b2", "#005faf", "#262626", "#ffffff", "#626262"),
    Theme("contrast", "#5fd7ff", "#ffaf00", "#ffffff", "#ffaf00", "#ffffff", "#000000", "#e4e4e4"),
)
THEMES: Mapping[str, Theme] = {theme.name: theme for theme in _TABLE}
