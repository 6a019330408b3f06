"""Settings: where they come from, what they may be, and a clear error where they are wrong.

Looked for, first wins: flags › environment (``CLAIMS_TUI_*``) › ``CORPUS/config.toml`` › the user's
``config.toml`` › the file that ships.  Voices and keys are merged entry by entry (a voice by its name,
a key by its action); every other setting is taken whole.  How the browser looks and is handled (`PERSONAL`)
is the person's business: there the user's file goes before the corpus's.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from tui.model import Voice

APP = "claims-tui"
FILE = "config.toml"
THEMES = ("auto", "terminal", "dark", "light", "contrast")
PRESETS = ("vim", "arrows")
Sort = Literal["attention", "recurrence", "newest", "status", "origins"]
SORTS: tuple[Sort, ...] = ("attention", "recurrence", "newest", "status", "origins")
Group = Literal["none", "story", "status", "voice"]
GROUPS: tuple[Group, ...] = ("none", "story", "status", "voice")
PERSONAL = ("theme", "mouse", "keys-preset", "sort", "group")
_LISTED = 20  # names that a message may list
BUNDLED = "bundled"  # in `corpus`: the seed articles that ship with the program


class ConfigError(Exception):
    """A setting that cannot be used.  `file` says where it stands (a path or ``environment``)."""

    def __init__(self, file: str | Path, key: str | None, message: str) -> None:
        self.file = str(file)
        self.key = key
        self.message = message
        super().__init__(f"{file}: {message}")


@dataclass(frozen=True)
class Config:
    """Everything a session is set up with.

    `keys` maps an action's id to its keys, comma-separated.  `cache_dir` may be deleted at any time;
    `data_dir` holds the person's work; `state_dir` where they left off.  `files` are the settings files
    that were read, strongest first.  `ascii` asks for ASCII glyphs (True) or Unicode ones (False) whatever
    the terminal seems to be; None leaves it to what the terminal says.  `limits` (how much is read of a
    file) and `fields` (names of a record's fields, by what they hold) add to what the readers have.
    `theme` is one of `THEMES`, `preset` (of keys, which `keys` adds to) one of `PRESETS`.
    `filters` maps names to queries.  `sort` and `group` are how the list of claims begins.
    """

    corpus: tuple[Path, ...]
    voices: tuple[Voice, ...]
    analyst: str
    cache_dir: Path
    data_dir: Path
    state_dir: Path
    user_file: Path
    keys: Mapping[str, str] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    ascii: bool | None = None
    limits: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    theme: str = THEMES[0]
    mouse: bool = True
    preset: str = PRESETS[0]
    filters: Mapping[str, str] = field(default_factory=dict)
    sort: Sort = SORTS[0]
    group: Group = GROUPS[0]


def bundled(name: str) -> Path:
    """The path of ``seeds`` or ``config.toml`` as shipped: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / BUNDLED / name
    return installed if installed.exists() else package.parent / name


@cache
def default_voices() -> tuple[Voice, ...]:
    """The voices of the file that ships."""
    return _voices([_read(bundled(FILE))])


def load(
    paths: Sequence[str | Path] = (),
    file: str | Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Config:
    """The settings for the corpus `paths` (if empty: the configured one).

    `file` (or ``CLAIMS_TUI_CONFIG``) stands in for the user's own file and must exist.
    Raises `ConfigError` for a file that cannot be read, an unknown key or a value of the wrong type.
    """
    values = os.environ if environment is None else environment
    folders = _folders(values)
    user_file = Path(file or values.get("CLAIMS_TUI_CONFIG") or folders["config"] / FILE)
    named = file or values.get("CLAIMS_TUI_CONFIG")
    users = [_read(user_file)] if named or user_file.is_file() else []
    shipped = _read(bundled(FILE))
    corpus = tuple(map(Path, paths)) or _corpus(values, [*users, shipped])
    beside = _beside(corpus)
    tables = [*beside, *users, shipped]
    theme, mouse, preset, sort, group = (_first([*users, *beside, shipped], name) for name in PERSONAL)
    return Config(
        corpus=corpus,
        voices=_voices(tables),
        analyst=values.get("CLAIMS_TUI_ANALYST") or _first(tables, "analyst") or _login(),
        cache_dir=folders["cache"],
        data_dir=folders["data"],
        state_dir=folders["state"],
        user_file=user_file,
        keys=_merged(tables, "keys"),
        files=tuple(table.file for table in tables),
        ascii=_first(tables, "ascii"),
        limits=_merged(tables, "limits"),
        fields=_merged(tables, "fields"),
        theme=theme or THEMES[0],
        mouse=mouse is not False,
        preset=preset or PRESETS[0],
        filters=_merged(tables, "filters"),
        sort=sort or SORTS[0],
        group=group or GROUPS[0],
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """One settings file, checked."""

    file: Path
    values: dict[str, Any]


def _read(file: Path) -> _Table:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(file, None, f"cannot be read ({error.strerror}); check the path") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(file, None, f"is not valid TOML: {error}") from None
    except RecursionError:
        raise ConfigError(file, None, "is nested too deeply; check where it comes from") from None
    _check(file, values, SETTINGS)
    return _Table(file, values)


def _beside(corpus: Iterable[Path]) -> list[_Table]:
    """The settings files that lie in the corpus's own folders."""
    return [_read(folder / FILE) for folder in corpus if _is_file(folder / FILE)]


def _is_file(path: Path) -> bool:
    """Whether there is a file; not in a folder that may not be looked into, of which reading it tells."""
    try:
        return path.is_file()
    except PermissionError:
        return False


def _corpus(values: Mapping[str, str], tables: Sequence[_Table]) -> tuple[Path, ...]:
    named = values.get("CLAIMS_TUI_CORPUS")
    if named:
        return tuple(_place(part, Path()) for part in named.split(os.pathsep) if part)
    for table in tables:
        if "corpus" in table.values:
            return tuple(_place(part, table.file.parent) for part in table.values["corpus"])
    return (bundled("seeds"),)


def _place(name: str, base: Path) -> Path:
    return bundled("seeds") if name == BUNDLED else base / Path(name).expanduser()


def _voices(tables: Iterable[_Table]) -> tuple[Voice, ...]:
    """All voices, in the order first named; the strongest file that names one decides what it is."""
    found: dict[str, Voice] = {}
    for table in tables:
        for entry in table.values.get("voice", ()):
            lists = {key: tuple(value) for key, value in entry.items() if key != "name"}
            found.setdefault(entry["name"], Voice(entry["name"], **lists))
    return tuple(found.values())


def _merged(tables: Sequence[_Table], name: str) -> dict[str, Any]:
    """A table of settings, merged entry by entry."""
    merged: dict[str, Any] = {}
    for table in reversed(tables):
        merged.update(table.values.get(name, {}))
    return dict(sorted(merged.items()))


def _first(tables: Iterable[_Table], key: str) -> Any:
    return next((table.values[key] for table in tables if key in table.values), None)


def _folders(values: Mapping[str, str]) -> dict[str, Path]:
    """Where the program keeps things; each can be moved by ``CLAIMS_TUI_…_DIR``."""
    from platformdirs import PlatformDirs

    usual = PlatformDirs(APP, appauthor=False)
    paths = {
        "config": usual.user_config_path,
        "cache": usual.user_cache_path,
        "data": usual.user_data_path,
        "state": usual.user_state_path,
    }
    return {
        name: Path(values.get(f"CLAIMS_TUI_{name.upper()}_DIR") or path).expanduser()
        for name, path in paths.items()
    }


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "analyst"


# What may stand in a settings file: key -> a check that returns what is wrong, or nothing.
Check = Callable[[Path, str, Any], None]


def _check(file: Path, values: Mapping[str, Any], known: Mapping[str, Check], where: str = "") -> None:
    for key, value in values.items():
        if key not in known:
            raise ConfigError(file, key, f"unknown key {where + key!r}{_hint(key, known)}")
        known[key](file, where + key, value)


def _hint(key: str, known: Iterable[str]) -> str:
    from rapidfuzz.process import extractOne

    names = sorted(known)
    nearest = extractOne(key, names, score_cutoff=50)
    if nearest:
        return f"; did you mean {nearest[0]!r}?"
    return f"; known are {', '.join(names)}" if len(names) <= _LISTED else ""


def _is_text(file: Path, key: str, value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(file, key, f"{key!r} must be a text, not {_kind(value)}")


def _is_flag(file: Path, key: str, value: Any) -> None:
    if not isinstance(value, bool):
        raise ConfigError(file, key, f"{key!r} must be true or false, not {_kind(value)}")


def _is_one_of(*names: str) -> Check:
    def check(file: Path, key: str, value: Any) -> None:
        _is_text(file, key, value)
        if value not in names:
            known = dict.fromkeys(names, _is_text)
            raise ConfigError(file, key, f"{key!r} cannot be {value!r}{_hint(value, known)}")

    return check


def _is_list(file: Path, key: str, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ConfigError(file, key, f"{key!r} must be a list of texts, not {_kind(value)}")


def _is_keys(file: Path, key: str, value: Any) -> None:
    _is_table(file, key, value, 'action = "key"')
    if value:
        _check(file, value, dict.fromkeys(_actions(), _is_binding), f"{key}.")


def _is_binding(file: Path, key: str, value: Any) -> None:
    _is_text(file, key, value)
    if not all(part.strip() for part in value.split(",")):
        raise ConfigError(file, key, f"{key!r} cannot be {value!r}; write one key or several with , between")


def _actions() -> list[str]:
    """The ids of what keys can do; the key table is data that needs no browser."""
    table = tomllib.loads(Path(__file__).with_name("app").joinpath("keys.toml").read_text("utf-8"))
    return [action["id"] for action in table["action"]]


def _is_count(file: Path, key: str, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ConfigError(file, key, f"{key!r} must be a whole number above 0, not {_kind(value)}")


def _is_limits(file: Path, key: str, value: Any) -> None:
    _is_table(file, key, value, "name = number")
    _check(file, value, LIMITS, f"{key}.")


def _is_fields(file: Path, key: str, value: Any) -> None:
    _is_table(file, key, value, 'text = ["name"]')
    _check(file, value, FIELDS, f"{key}.")


def _is_filters(file: Path, key: str, value: Any) -> None:
    _is_table(file, key, value, 'name = "query"')
    for name, query in value.items():
        if not re.fullmatch(r"[\w-]+", name):
            raise ConfigError(file, f"{key}.{name}", f"'{key}.{name}': a name is letters, digits, - and _")
        _is_text(file, f"{key}.{name}", query)


def _is_table(file: Path, key: str, value: Any, form: str) -> None:
    if not isinstance(value, dict):
        raise ConfigError(file, key, f"{key!r} must be a table of {form}, not {_kind(value)}")


def _is_voices(file: Path, key: str, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise ConfigError(file, key, f"{key!r} must be [[{key}]] tables, not {_kind(value)}")
    for entry in value:
        _check(file, entry, VOICE, f"{key}.")
        if "name" not in entry:
            raise ConfigError(file, key, f"a [[{key}]] table has no 'name'")


def _kind(value: Any) -> str:
    if isinstance(value, list):
        return "this list" if value else "an empty list"
    names = {bool: "a truth value", int: "a number", float: "a number", dict: "a table", str: "this text"}
    return names.get(type(value), type(value).__name__)


VOICE: Mapping[str, Check] = {
    "name": _is_text,
    "aliases": _is_list,
    "organisations": _is_list,
    "speakers": _is_list,
    "roles": _is_list,
}
LIMITS: Mapping[str, Check] = dict.fromkeys(
    (
        "characters",
        "text",
        "document",
        "file",
        "unpacked",
        "objects",
        "articles",
        "entries",
        "members",
        "depth",
        "parts",
        "tags",
    ),
    _is_count,
)
FIELDS: Mapping[str, Check] = dict.fromkeys(
    ("text", "title", "publisher", "date", "url", "language"), _is_list
)
SETTINGS: Mapping[str, Check] = {
    "corpus": _is_list,
    "voice": _is_voices,
    "analyst": _is_text,
    "keys": _is_keys,
    "keys-preset": _is_one_of(*PRESETS),
    "ascii": _is_flag,
    "theme": _is_one_of(*THEMES),
    "mouse": _is_flag,
    "sort": _is_one_of(*SORTS),
    "group": _is_one_of(*GROUPS),
    "limits": _is_limits,
    "fields": _is_fields,
    "filters": _is_filters,
}
