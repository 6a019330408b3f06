"""What a command or a library call does not load."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import tui

ROOMS = ("corpus", "language", "claims", "workspace", "report")
HEAVY = ("textual", "rich", "rapidfuzz", "sqlite3", "platformdirs", "tomli_w", "numpy")


def modules_loaded_by(code: str) -> set[str]:
    """Top-level modules in `sys.modules` after `code` ran in a process of its own."""
    script = (
        f"{code}\nimport sys\nprint('\\n'.join(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split("\n"))


def modules_outside_app() -> list[str]:
    names = [name for _, name, _ in pkgutil.walk_packages([str(Path(tui.__file__).parent)], "tui.")]
    return [name for name in names if not name.startswith("tui.app") and "bundled" not in name]


def test_every_room_is_looked_at() -> None:
    names = modules_outside_app()
    assert all(any(name.startswith(f"tui.{room}.") for name in names) for room in ROOMS)
    assert {"tui.cli", "tui.config", "tui.model"} <= set(names)


def test_nothing_outside_the_app_loads_textual() -> None:
    loaded = modules_loaded_by("\n".join(f"import {name}" for name in modules_outside_app()))
    assert "tui" in loaded
    assert not loaded & {"textual", "rich"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(option: str) -> None:
    code = f"""
import contextlib, io
from tui.cli import run
with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):
    run([{option!r}])
assert "claims-tui" in out.getvalue()
"""
    assert not modules_loaded_by(code) & set(HEAVY)


def test_a_settings_file_is_read_without_matching_or_screens() -> None:
    loaded = modules_loaded_by("from tui.config import load\nload()")
    assert not loaded & {"textual", "rich", "rapidfuzz", "sqlite3"}
