"""What recurs around the text of articles, as data: one TOML file a subject."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of ``patterns/NAME.toml``."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def alternation(patterns: list[str], after: str = "") -> re.Pattern[str]:
    """One case-insensitive expression that matches any of `patterns` (nothing if there are none)."""
    body = "|".join(patterns) if patterns else "(?!)"
    return re.compile(f"(?:{body}){after}", re.IGNORECASE)
