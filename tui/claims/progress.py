"""How an analysis tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]  # a stage, how much of it is done, and of how much


def silent(stage: str, done: int, total: int) -> None:
    """Progress that is told nobody."""
