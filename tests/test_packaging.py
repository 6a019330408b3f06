"""What is shipped: a wheel that brings its seeds and settings and needs nothing beside it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import tui

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_brings_seeds_and_settings_byte_for_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        seeds = sorted(name for name in archive.namelist() if name.startswith("tui/bundled/seeds/"))
        assert [Path(name).name for name in seeds] == sorted(path.name for path in (ROOT / "seeds").iterdir())
        assert all(archive.read(name) == (ROOT / "seeds" / Path(name).name).read_bytes() for name in seeds)
        assert archive.read("tui/bundled/config.toml") == (ROOT / "config.toml").read_bytes()


def test_the_wheel_holds_every_data_file_of_the_package_and_nothing_else(wheel: Path) -> None:
    package = ROOT / "tui"
    files = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert {name for name in names if not name.startswith("tui/bundled/")} == files


def test_an_unpacked_wheel_opens_its_own_seeds_from_anywhere(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = os.environ | {"PYTHONPATH": str(site)}
    environment |= {
        f"CLAIMS_TUI_{name}_DIR": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA", "STATE")
    }
    command = [sys.executable, "-c", "from tui.cli import run; raise SystemExit(run(['scan', '--json']))"]
    done = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    paths = {Path(article["path"]) for article in json.loads(done.stdout)["articles"]}
    assert {path.parent for path in paths} == {site / "tui" / "bundled" / "seeds"}


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == tui.__version__


def test_the_lock_knows_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {package["name"] for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]}
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    wanted += [name for extra in project["project"]["optional-dependencies"].values() for name in extra]
    assert {re.split(r"[\[<>=]", name)[0] for name in wanted} <= locked
