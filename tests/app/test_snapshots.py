"""The screen as a picture, at the sizes people have; ``pytest --snapshot-update`` accepts changes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.desk import open_desk
from tests.app.driving import Desk
from tui.app.application import ClaimsApp
from tui.app.cells import Charset
from tui.app.themes import THEMES

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same terminal wherever the tests run."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


def keys(*pressed: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    """Press one by one, each when the screen has come to rest."""

    async def run(pilot: Pilot[int]) -> None:
        desk = Desk(pilot)
        await desk.rest()
        for key in pressed:
            await desk.press(key)

    return run


def test_articles_on_a_small_terminal(snap_compare: Compare, tmp_path: Path) -> None:
    app = ClaimsApp(open_desk(tmp_path), Charset())
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("n"))


def test_claims_with_a_decision(snap_compare: Compare, tmp_path: Path) -> None:
    app = ClaimsApp(open_desk(tmp_path), Charset())
    assert snap_compare(app, terminal_size=(120, 40), run_before=keys("c", "x", "j"))


def test_evidence_followed_on_a_large_terminal(snap_compare: Compare, tmp_path: Path) -> None:
    app = ClaimsApp(open_desk(tmp_path), Charset())
    assert snap_compare(app, terminal_size=(160, 50), run_before=keys("c", "enter", "enter"))


@pytest.mark.parametrize("look", ["dark", "light", "no-colour"])
@pytest.mark.parametrize(
    ("size", "pressed"),
    [
        ((80, 24), ("backslash", "p", "i", "e", "enter")),
        ((100, 30), ("c", "3")),
        ((160, 50), ("c", "b", "b", "m", "x", "Q")),
    ],
    ids=["80x24", "100x30", "160x50"],
)
def test_every_look_at_every_size(
    snap_compare: Compare,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    look: str,
    size: tuple[int, int],
    pressed: tuple[str, ...],
) -> None:
    if look == "no-colour":
        monkeypatch.setenv("NO_COLOR", "1")
    app = ClaimsApp(open_desk(tmp_path, theme=look if look in THEMES else "auto"), Charset())
    assert snap_compare(app, terminal_size=size, run_before=keys(*pressed))


def test_ascii_only(snap_compare: Compare, tmp_path: Path) -> None:
    app = ClaimsApp(open_desk(tmp_path), Charset("ascii", ascii=True))
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("c"))


def test_two_mentions_side_by_side(snap_compare: Compare, tmp_path: Path) -> None:
    app = ClaimsApp(open_desk(tmp_path), Charset())
    assert snap_compare(app, terminal_size=(100, 30), run_before=keys("c", "equals_sign", "G"))


def test_the_source_chains_in_ascii(snap_compare: Compare, tmp_path: Path) -> None:
    app = ClaimsApp(open_desk(tmp_path), Charset("ascii", ascii=True))
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("c", "C"))


def test_a_filter_being_typed(snap_compare: Compare, tmp_path: Path) -> None:
    app = ClaimsApp(open_desk(tmp_path), Charset())
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("c", "slash", "b", "r", "i"))


def test_high_contrast(snap_compare: Compare, tmp_path: Path) -> None:
    app = ClaimsApp(open_desk(tmp_path, theme="contrast"), Charset())
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("backslash", "p", "i", "e", "enter"))


def test_the_first_session_without_colour(
    snap_compare: Compare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ClaimsApp(open_desk(tmp_path, tour=True), Charset())
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys("n"))
