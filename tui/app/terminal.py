"""What the terminal on the other end can show, from the environment."""

from __future__ import annotations

from collections.abc import Mapping

from tui.app.cells import Charset

_POOR = ("dumb", "linux", "vt100", "vt102", "vt220")


def charset(environment: Mapping[str, str], encoding: str | None, wish: bool | None = None) -> Charset:
    """The charset for a stream of `encoding` under `environment`.

    A `wish` for ASCII glyphs or against them decides if there is one.  Otherwise glyphs are ASCII where
    the encoding is not UTF-8, the locale is asked to be C or POSIX, or the terminal has a poor font.
    """
    name = (encoding or "ascii").lower().replace("_", "-")
    name = "utf-8" if name in ("utf8", "utf-8") else name
    plain = _locale(environment) in ("C", "POSIX")
    poor = environment.get("TERM", "") in _POOR
    needed = plain or poor or name != "utf-8"
    return Charset("ascii" if plain else name, needed if wish is None else wish)


def _locale(environment: Mapping[str, str]) -> str:
    """The locale asked for; ``LC_CTYPE=C.UTF-8`` is Python's own doing under C, so LANG counts there."""
    return environment.get("LC_ALL") or _own_ctype(environment) or environment.get("LANG", "")


def _own_ctype(environment: Mapping[str, str]) -> str:
    value = environment.get("LC_CTYPE", "")
    return "" if value == "C.UTF-8" else value
