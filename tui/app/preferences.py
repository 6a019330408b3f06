"""Switches a person sets once: they take effect at once and are kept in their own settings file."""

from __future__ import annotations

import os
from pathlib import Path

from tui.app.finder import Finder
from tui.app.themes import THEMES


class Preferences(Finder):
    """Theme, mouse, and what the article shows."""

    def action_theme(self) -> None:
        """The next theme."""
        if not self.claims_app.colours:
            self.footer.say("No colours: NO_COLOR is set")
            return
        names = list(THEMES)
        name = names[(names.index(self.claims_app.palette.name) + 1) % len(names)]
        self.claims_app.paint(name)
        self._keep("theme", name, f"Theme: {name}")

    def action_mouse(self) -> None:
        """Listen to the mouse or leave it to the terminal."""
        wanted = not self.claims_app.mouse
        self.claims_app.use_mouse(wanted)
        self._keep("mouse", wanted, "Mouse on" if wanted else "Mouse off")

    def action_sayings(self) -> None:
        """Sources and what they say, or the claims alone."""
        wanted = not self.reading.article.sayings_shown
        self.reading.article.show_sayings(wanted)
        self.footer.say("Who says what is shown" if wanted else "Claims alone are shown")

    def _keep(self, key: str, value: str | bool, done: str) -> None:
        from tui.settings import keep

        file = self.workspace.config.user_file
        try:
            keep(file, key, value)
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not valid TOML"
            self.footer.say(f"{done}, for this session: {_home(file)} cannot be written ({reason})", bad=True)
        else:
            self.footer.say(f"{done}; kept in {_home(file)}")


def _home(file: Path) -> str:
    """`file` as people write it, from ``~``."""
    home = os.path.expanduser("~")  # noqa: PTH111  Path.home raises where there is none
    name = str(file)
    return f"~{name.removeprefix(home)}" if name.startswith(home + os.sep) else name
