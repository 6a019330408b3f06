"""The key table: bindings, help, palette and footer hints are made from keys.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from textual.binding import Binding

_SHOWN = {
    "slash": "/",
    "equals_sign": "=",
    "vertical_line": "|",
    "backslash": "\\",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "question_mark": "?",
    "semicolon": ";",
    "minus": "-",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "backspace": "bksp",
    "escape": "esc",
}

_NAMES = {shown: name for name, shown in _SHOWN.items() if len(shown) == 1}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a key can do; see keys.toml for the fields."""

    id: str
    keys: tuple[str, ...]
    run: str
    group: str
    text: str
    hint: str = ""

    @property
    def shown(self) -> str:
        """The keys as the person types them, the first one first."""
        return " ".join(show(key) for key in self.keys)


def show(key: str) -> str:
    """A key name as it is printed: ``slash`` is ``/``, ``ctrl+d`` is ``^d``."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return _SHOWN.get(key, key)


def key_of(character: str) -> str:
    """The name of the key that gives `character`."""
    return _NAMES.get(character, character)


def preset(name: str) -> dict[str, str]:
    """The keys of a preset, action id -> comma-separated keys, as far as they are not those of keys.toml."""
    if name == "vim":
        return {}
    table: dict[str, dict[str, str]] = _read("presets.toml")
    return table[name]


@cache
def actions() -> tuple[Action, ...]:
    """Every action, in the order of keys.toml."""
    table = _read("keys.toml")
    return tuple(Action(**{**row, "keys": tuple(row["keys"])}) for row in table["action"])


@cache
def actions_on(page: str) -> tuple[Action, ...]:
    """What actions do on a page over the browser (a table of pages.toml), in the order of keys.toml."""
    table = _read("pages.toml")[page]
    return tuple(replace(action, **table[action.id]) for action in actions() if action.id in table)


def _read(name: str) -> Any:
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


def bindings(table: Iterable[Action], priority: bool = True) -> list[Binding]:
    """Actions as Textual's bindings, each with its id so that a keymap can move it.

    They have `priority`, so that keys typed fast take effect in the order they were typed: a focus that is
    about to move does not receive what was meant for the next one.
    """
    return [Binding(",".join(a.keys), a.run, a.text, show=False, priority=priority, id=a.id) for a in table]


def rebound(keymap: Mapping[str, str]) -> tuple[Action, ...]:
    """The table with the keys of `keymap` (action id -> comma-separated keys) put in."""
    return tuple(_with_keys(a, keymap.get(a.id)) for a in actions())


def clashes(table: tuple[Action, ...]) -> tuple[str, ...]:
    """One line for each key that two actions of `table` want."""
    owners: dict[str, list[str]] = {}
    for action in table:
        for key in action.keys:
            owners.setdefault(key, []).append(action.id)
    return tuple(
        f"config.toml [keys]: {show(key)} is bound to {' and '.join(ids)}"
        for key, ids in owners.items()
        if len(ids) > 1
    )


def _with_keys(action: Action, keys: str | None) -> Action:
    if keys is None:
        return action
    names = tuple(_NAMES.get(key.strip(), key.strip()) for key in keys.split(","))
    return Action(action.id, names, action.run, action.group, action.text, action.hint)
