"""Where a session was left, so that the next one begins there."""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from tui.workspace.rows import Place


class PlaceFile:
    """One corpus's place, a small TOML file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def write(self, place: Place) -> None:
        """Keeps `place`; a place that cannot be kept is no loss worth a word."""
        import tomli_w

        values = {key: value for key, value in asdict(place).items() if value is not None}
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft = self._path.with_suffix(f".{os.getpid()}")
            draft.write_text(tomli_w.dumps(values), encoding="utf-8")
            draft.replace(self._path)

    def read(self) -> Place | None:
        """The place that was kept; None if there is none or it makes no sense."""
        try:
            values = tomllib.loads(self._path.read_text(encoding="utf-8"))
            return Place(**{key: str(value) for key, value in values.items()})
        except (OSError, ValueError, TypeError, RecursionError):
            return None
