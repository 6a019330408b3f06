"""One claim drawn large, key by key: side by side, drift grid, timeline, source chains."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.driving import Desk, desk
from tui.app.application import ClaimsApp
from tui.app.cells import Charset
from tui.app.drift_grid import DriftGrid
from tui.app.sheet import Sheet
from tui.app.side_by_side import SideBySide

CRACKS = "cracks had been found in two of the nine piers"
SIZES = [(160, 50), (100, 30), (80, 24), (40, 12)]


def sheet(d: Desk) -> Sheet:
    assert isinstance(d.app.screen, Sheet)
    return d.app.screen


async def test_two_mentions_stand_side_by_side_with_what_differs_marked(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "equals_sign")
        await d.press("G")
        assert "Side by side: cracks had been found" in d.screen
        (words,) = [line for line in d.screen.splitlines() if "{three}" in line]
        assert "{two}" in words
        assert "[have]" in words
        assert "The Evening · 2024-02-07  5 of 5" in d.screen
        assert "piers with cracks: two ≠ three  conflict" in d.screen
        assert "engineer" in d.screen
        assert "stance.asserts.example" in d.screen


async def test_below_each_other_where_it_is_narrow(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (80, 24)) as d:
        await d.press("c", "equals_sign", "G")
        lines = d.screen.splitlines()
        (left,) = [n for n, line in enumerate(lines) if "{two}" in line]
        (right,) = [n for n, line in enumerate(lines) if "{three}" in line]
        assert left < right


async def test_the_active_side_walks_and_the_other_stays(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "equals_sign")
        view = sheet(d).view
        assert isinstance(view, SideBySide)
        assert view.sides == [0, 1]
        await d.press("j", "j")
        assert view.sides == [0, 3]
        await d.press("tab", "j")
        assert view.sides == [1, 3]
        await d.press("j", "j")
        assert view.sides == [4, 3]
        await d.press("j")
        assert view.sides == [4, 3]
        await d.press("g", "k")
        assert view.sides == [0, 3]


async def test_a_claim_made_once_stands_alone(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("equals_sign", "j", "tab", "G")
        assert d.screen.count("may collapse before spring") == 2  # in the title and once below
        assert "The only mention of this claim." in d.screen
        await d.press("enter")
        assert d.paper == "Herald"


async def test_left_goes_to_the_left_side_and_then_out(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "equals_sign", "h")
        assert sheet(d).view.target.start == d.browser.workspace.claim("c0000").mentions[0].start  # type: ignore[union-attr]
        await d.press("h")
        assert not isinstance(d.app.screen, Sheet)
        assert d.claim == CRACKS


async def test_enter_goes_to_the_mention_and_back_again(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "equals_sign", "G", "enter")
        assert d.paper == "The Evening"
        assert d.browser.panes.current == "article"
        article = d.browser.reading.article
        assert article.target is not None
        assert article.article is not None
        start, end = article.target
        assert article.article.article.text[start:end] == "Cracks have been found in three of the nine piers"
        await d.press("left_square_bracket")
        assert d.paper == "Herald"


async def test_the_drift_grid_leads_to_its_figures(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "D")
        screen = d.screen
        assert "piers with cracks" in screen
        assert "conflict: 2 figures in 3" in screen
        assert "≠ two" in screen
        assert "≠ three" in screen
        head = next(line for line in screen.splitlines() if "Herald" in line)
        assert head.index("Herald") < head.index("Courier") < head.index("The Evening")
        await d.press("l", "l", "enter")
        assert d.paper == "The Evening"


async def test_left_of_the_first_figure_is_the_browser(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "D", "right", "left")
        assert isinstance(d.app.screen, Sheet)
        await d.press("left")
        assert not isinstance(d.app.screen, Sheet)


async def test_the_grid_scrolls_where_it_is_wide(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (40, 12)) as d:
        await d.press("c", "D")
        view = sheet(d).view
        assert isinstance(view, DriftGrid)
        assert "Herald" in d.screen
        assert "The Evening" not in d.screen
        await d.press("l", "l")
        assert "The Evening" in d.screen
        assert "Herald" not in d.screen
        await d.press("h", "h")
        assert "Herald" in d.screen


async def test_a_claim_without_figures_says_so(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("D", "j", "l", "tab", "G", "enter")
        assert "No figure is given for this claim." in d.screen


async def test_the_timeline_names_who_denied_and_who_repeated_it_after(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "T")
        lines = [line.strip("┃ ") for line in d.screen.splitlines()]
        assert "asserted: 2 · denied: 1 · could not confirm: 1 · repeated after the denial: 1" in lines
        assert any("✗ Courier  denied · City of Norrholm — Ida Falk" in line for line in lines)
        assert any("▲ The Evening  repeated after the denial" in line for line in lines)
        assert any(line.startswith("2024-02-06  1 day later") for line in lines)
        await d.press("G", "enter")
        assert d.paper == "The Evening"


async def test_the_tree_has_origins_relays_and_outlets(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "C")
        screen = d.screen
        assert "engineer  ⊥ dead end: not named" in screen
        assert "├─ Herald  reports" in screen
        assert "└─ Herald" in screen
        assert "   └─ Courier  reports" in screen
        assert "no source given  ⊥ dead end: the outlet’s own voice" in screen
        assert "Who answers it, and through whom" in screen
        await d.press("j", "enter")
        assert d.paper == "Courier"


async def test_from_view_to_view_and_out(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "T", "C", "D", "equals_sign")
        assert "Side by side" in d.screen
        for leaving in ("q", "escape", "left_square_bracket", "ctrl+c"):
            await d.press(leaving)
            assert not isinstance(d.app.screen, Sheet)
            assert d.claim == CRACKS
            await d.press("T")
        assert isinstance(d.app.screen, Sheet)


async def test_keys_bound_anew_hold_on_a_sheet(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, keys={"timeline": "f7", "down": "ctrl+n"})) as d:
        await d.press("c", "f7")
        assert "^n k walk" in d.screen
        assert "= D f7 C views" in d.screen
        first = sheet(d).view.target
        await d.press("ctrl+n")
        assert sheet(d).view.target != first


async def test_nothing_to_compare_is_said(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, texts={"other.txt": "Nothing is claimed here.\n"})) as d:
        await d.press("equals_sign")
        assert "No claim to compare" in d.footer


@pytest.mark.parametrize("size", SIZES)
async def test_no_size_is_too_small_and_ascii_is_enough(tmp_path: Path, size: tuple[int, int]) -> None:
    app = ClaimsApp(open_desk(tmp_path), Charset("ascii", ascii=True))
    async with app.run_test(size=size) as pilot:
        d = Desk(pilot)
        await d.press("c")
        for key in ("equals_sign", "D", "T", "C"):
            await pilot.resize_terminal(*size)
            await d.press(key, "j", "ctrl+d", "G", "k", "tab", "l", "pageup")
            assert isinstance(app.screen, Sheet)
            assert {len(line) for line in d.screen.splitlines()} == {size[0]}
            assert d.screen.isascii()
            await pilot.resize_terminal(40, 12)
            await d.press("j", "g")
            assert [len(line) for line in d.screen.splitlines()] == [40] * 12
        await d.press("q")
        assert "1 Claims" in d.screen
        assert [len(line) for line in d.screen.splitlines()] == [40] * 12


async def test_an_article_that_went_away_is_shown_without_its_sentence(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "equals_sign")
        (tmp_path / "corpus" / "evening.txt").unlink()
        workspace.scan()
        await d.press("G")
        assert "[have] been found in {three} of the nine piers" in d.screen
        assert "untitled" in d.screen
        await d.press("enter")
        assert "This is gone" in d.footer


async def test_words_are_never_markup(tmp_path: Path) -> None:
    texts = {"herald.txt": f"[bold]{CRACKS}[/x] [@click=app.quit]\x1b[31m\n"}
    async with desk(open_desk(tmp_path, texts=texts)) as d:
        for key in ("equals_sign", "T", "C", "D"):
            await d.press(key)
            assert "\x1b" not in d.screen
        await d.press("equals_sign")
        assert "[bold]" in d.screen
