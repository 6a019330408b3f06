"""Switches a person sets once: they take effect at once and are kept in their own settings file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from tui.app.finder import Finder
from tui.app.themes import THEMES
from tui.config import GROUPS, SORTS

Name = TypeVar("Name", bound=str)


class Preferences(Finder):
    """Theme, mouse, how the claims are arranged, and what the article shows."""

    def action_theme(self) -> None:
        """The next theme."""
        if not self.claims_app.colours:
            self.footer.say("No colours: NO_COLOR is set")
            return
        name = _after(self.claims_app.palette.name, list(THEMES))
        self.claims_app.paint(name)
        self._keep("theme", name, f"Theme: {name}")

    def action_mouse(self) -> None:
        """Listen to the mouse or leave it to the terminal."""
        wanted = not self.claims_app.mouse
        self.claims_app.use_mouse(wanted)
        self._keep("mouse", wanted, "Mouse on" if wanted else "Mouse off")

    def action_sort(self) -> None:
        """Sort the claims the next way; the cursor stays on its claim."""
        sorting = _after(self.lists.sorting, SORTS)
        self.lists.arrange(sorting, self.lists.grouping)
        self._keep("sort", sorting, f"Claims sorted by {sorting}")

    def action_group(self) -> None:
        """Group the claims the next way; the cursor stays on its claim."""
        grouping = _after(self.lists.grouping, GROUPS)
        self.lists.arrange(self.lists.sorting, grouping)
        done = f"Claims grouped by {grouping}" if grouping != "none" else "Claims not grouped"
        self._keep("group", grouping, done)

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


def _after(name: Name, names: Sequence[Name]) -> Name:
    """The next of `names`, round and round."""
    return names[(names.index(name) + 1) % len(names)]


def _home(file: Path) -> str:
    """`file` as people write it, from ``~``."""
    home = os.path.expanduser("~")  # noqa: PTH111  Path.home raises where there is none
    name = str(file)
    return f"~{name.removeprefix(home)}" if name.startswith(home + os.sep) else name
