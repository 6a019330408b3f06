"""Keys of keyboards that are switched to another alphabet."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


def latin(character: str) -> str | None:
    """What the key that gives `character` gives on a Latin (US) layout; None if no layout has it."""
    return _table().get(character)


@cache
def _table() -> dict[str, str]:
    layouts = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text("utf-8"))["layout"]
    found: dict[str, str] = {}
    for layout in layouts:
        found |= dict(zip(layout["gives"], layout["latin"], strict=True))
    return found
