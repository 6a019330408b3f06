"""The pages over the browser: counts, the palette and the help on each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.driving import Desk, desk
from tui.app.cells import Charset
from tui.app.dialog import Dialog
from tui.app.help_page import HelpPage
from tui.app.keys import actions, actions_on
from tui.app.page import Page
from tui.app.sheet import Sheet
from tui.app.side_by_side import SideBySide

PAGES: dict[str, type[Page]] = {  # type: ignore[type-arg]
    "equals_sign": Sheet,
    "D": Sheet,
    "T": Sheet,
    "C": Sheet,
    "question_mark": HelpPage,
    "S": Dialog,
}


def page(d: Desk) -> Page[None]:
    assert isinstance(d.app.screen, Page)
    return d.app.screen


async def choose(d: Desk, words: str) -> None:
    """Type into the palette and take the first thing it finds."""
    await d.pilot.press("ctrl+p")
    await d.pilot.press(*words)
    await d.app.workers.wait_for_complete()
    await d.pilot.pause()
    await d.pilot.press("enter")
    await d.rest()


@pytest.mark.parametrize("table", ["sheet", "help", "dialog"])
def test_every_action_of_a_page_is_a_method_of_it(table: str) -> None:
    kind = {"sheet": Sheet, "help": HelpPage, "dialog": Dialog}[table]
    found = actions_on(table)
    assert {action.id for action in found} <= {action.id for action in actions()}
    for action in found:
        assert hasattr(kind, f"action_{action.run.partition('(')[0]}"), action.id
        assert action.text


async def test_a_count_moves_that_many_mentions_on_a_sheet(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "equals_sign", "tab", "3", "j")
        view = page(d).pane
        assert isinstance(view, SideBySide)
        assert view.sides == [3, 1]
        await d.press("2", "G")
        assert view.sides == [2, 1], "the second one stands on the other side"
        await d.press("1", "0", "j")
        assert view.sides == [4, 1]


async def test_a_count_is_shown_until_it_is_taken(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (60, 12)) as d:
        await d.press("question_mark", "1", "5")
        assert "15" in d.screen.splitlines()[-1]
        await d.press("j")
        assert "q leaves" in d.screen.splitlines()[-1]
        assert page(d).pane.top == 15
        await d.press("5", "k")
        assert page(d).pane.top == 10


@pytest.mark.parametrize("key", PAGES)
async def test_the_palette_offers_what_can_be_done_on_the_page(tmp_path: Path, key: str) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", key)
        assert isinstance(d.app.screen, PAGES[key])
        await d.pilot.press("ctrl+p")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "Down one row or line" in d.screen
        assert "Undo" not in d.screen
        assert "Verified, and on" not in d.screen
        await d.pilot.press("escape")
        await d.pilot.pause()
        assert isinstance(d.app.screen, PAGES[key])


async def test_the_palette_of_a_sheet_turns_to_another(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "T")
        await choose(d, "drift grid")
        assert "Numbers: cracks had been found" in d.screen
        await choose(d, "back to the browser")
        assert d.app.screen is d.browser


async def test_keys_bound_anew_are_named_in_the_palette_of_a_page(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, keys={"timeline": "f7"})) as d:
        await d.press("c", "equals_sign")
        shown = {action.id: action.shown for action in page(d).offered}
        assert shown["timeline"] == "f7"
        assert "undo" not in shown


async def test_the_help_of_a_sheet_names_its_keys_alone(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (100, 60)) as d:
        await d.press("c", "D", "question_mark")
        assert isinstance(d.app.screen, HelpPage)
        assert "To the left, then back to the browser" in d.screen
        assert "Undo" not in d.screen
        await d.press("q")
        assert isinstance(d.app.screen, Sheet)


async def test_the_help_page_is_left_by_its_own_keys(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        for key in ("q", "escape", "question_mark", "f1", "enter", "ctrl+c", "h", "left"):
            await d.press("question_mark")
            assert isinstance(d.app.screen, HelpPage)
            await d.press(key)
            assert not isinstance(d.app.screen, Page), key


async def test_the_help_page_pages_like_a_pager(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (80, 12)) as d:
        await d.press("question_mark", "space", "space")
        assert page(d).pane.top == 20
        await d.press("b", "ctrl+d")
        assert page(d).pane.top == 15
        await d.press("G")
        assert page(d).pane.top == page(d).pane.line_count - page(d).pane.height
        await d.press("g")
        assert page(d).pane.top == 0


async def test_an_answer_goes_before_a_key_of_the_dialog(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "M", "B", "x")
        assert isinstance(d.app.screen, Dialog)
        await d.press("j", "y")
        assert workspace.progress() == (5, 5)


async def test_the_palette_is_ascii_where_all_else_is(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (80, 24), charset=Charset("ascii", ascii=True)) as d:
        await d.pilot.press("ctrl+p")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "Find an action by name" in d.screen
        assert d.screen.isascii(), d.screen


async def test_a_message_too_long_for_the_line_stands_above_it_until_the_next_key(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (40, 12)) as d:
        await d.press("F")
        *_, above, line, last, footer = d.screen.splitlines()
        assert (above.strip(), last.strip()) == ("No saved filters; in config.toml:", 'tag:court"')
        assert "court =" in line
        assert "quit" in footer
        await d.press("j")
        assert "No saved filters" not in d.screen


async def test_a_long_complaint_goes_with_the_letter_that_mends_it(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (80, 24)) as d:
        await d.press("slash", *"status:")
        assert "unverified, corroborated, official" in d.screen
        await d.press("d")
        assert "corroborated" not in d.screen


async def test_no_word_of_the_help_is_cut_on_a_narrow_screen(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (40, 12)) as d:
        await d.press("question_mark")
        page = d.app.screen
        assert isinstance(page, HelpPage)
        shown = ["".join(part.text for part in page.pane.line(n, 38)) for n in range(page.pane.line_count)]
        text = " ".join(" ".join(shown).split())
        for action in actions():
            assert action.text in text
