"""The word lists and tables of the language room: one TOML file each in the folder ``lexicon``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table `name` (``lexicon/NAME.toml``), read once.  The caller must not change it."""
    data = resources.files("tui.language").joinpath("lexicon", f"{name}.toml").read_bytes()
    return tomllib.loads(data.decode("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of a lexicon file as a set; the file may hold it as one string of words."""
    value = load(name)[key]
    return frozenset(value.split() if isinstance(value, str) else value)
