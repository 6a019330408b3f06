"""What a person sets for themselves, key by key: themes, keys, mouse, search, the first session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.color import Color
from rich.style import Style

from tests.app.desk import HERALD, Analysis, analyse, open_desk
from tests.app.driving import Desk, desk
from tui.app.driver import TerminalDriver
from tui.app.tour import LINES, is_due
from tui.config import load
from tui.model import Article, Attribution, Span


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)


def styles(d: Desk, words: str) -> list[Style]:
    """The styles of what is drawn of `words` in one piece."""
    strips = d.app.screen._compositor.render_strips()
    return [
        segment.style or Style() for strip in strips for segment in strip if segment.text.strip() == words
    ]


# -- themes and mouse


async def test_a_theme_is_drawn_at_once_and_kept(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('# mine\nanalyst = "kim"\n')
    async with desk(open_desk(tmp_path, theme="terminal")) as d:
        await d.press("ctrl+t")
        assert "Theme: dark; kept in" in d.footer
        strips = d.app.screen._compositor.render_strips()
        assert all(segment.style and segment.style.bgcolor for strip in strips for segment in strip)
    assert (tmp_path / "config.toml").read_text() == 'theme = "dark"\n# mine\nanalyst = "kim"\n'
    config = load(environment={"CLAIMS_TUI_CONFIG": str(tmp_path / "config.toml")})
    async with desk(open_desk(tmp_path, theme=config.theme)) as d:
        assert d.browser.claims_app.palette.name == "dark"
        assert d.app.screen.styles.background.hex == "#1C1C1C"


async def test_the_palette_wears_the_theme(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, theme="dark")) as d:
        assert (d.app.current_theme.background, d.app.current_theme.dark) == ("#1c1c1c", True)
        await d.press("ctrl+t")
        assert (d.app.current_theme.background, d.app.current_theme.dark) == ("#ffffff", False)
        await d.press("ctrl+t", "ctrl+t")
        assert d.app.current_theme.background == "ansi_default"


async def test_a_theme_that_cannot_be_kept_holds_for_the_session(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    async with desk(open_desk(tmp_path)) as d:
        await d.press("ctrl+t")
        assert "for this session" in d.screen
        assert d.browser.claims_app.palette.name == "terminal"


async def test_no_color_has_no_themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(open_desk(tmp_path, theme="dark")) as d:
        await d.press("ctrl+t")
        assert "NO_COLOR is set" in d.footer
        strips = d.app.screen._compositor.render_strips()
        colours = {segment.style.color for strip in strips for segment in strip if segment.style}
        assert all(colour is None or colour.is_default for colour in colours - {Color.parse("bright_black")})
    assert not (tmp_path / "config.toml").exists()


async def test_the_mouse_is_switched_and_kept(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("f3")
        assert "Mouse off" in d.footer
        assert (tmp_path / "config.toml").read_text() == "mouse = false\n"
        await d.press("f3")
        assert "Mouse on" in d.footer
        assert (tmp_path / "config.toml").read_text() == "mouse = true\n"


def test_the_terminal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(TerminalDriver, "write", lambda _, data: written.append(data))
    monkeypatch.setattr(TerminalDriver, "flush", lambda _: None)
    driver = TerminalDriver.__new__(TerminalDriver)
    driver._mouse = True
    driver.use_mouse(wanted=False)
    assert "\x1b[?1000l" in written
    assert not any("\x1b[?1000h" in data for data in written)
    written.clear()
    driver.use_mouse(wanted=True)
    assert written == ["\x1b[?1000h\x1b[?1006h"]


# -- keys


async def test_cyrillic_and_greek_letters_are_the_keys_they_stand_on(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("о")
        assert d.paper == "Courier"
        await d.press("κ")
        assert d.paper == "Herald"
        await d.press("5", "о")
        assert d.paper == "The Evening"


async def test_what_is_typed_is_not_translated(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("slash", "о", "κ")
        assert d.browser.footer.prompt is not None
        assert d.browser.footer.prompt.value == "оκ"


async def test_a_letter_bound_on_purpose_is_itself(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, {"view-claims": "о"})) as d:
        await d.press("о")
        assert d.browser.lists.view == "claims"


async def test_the_arrows_preset_and_keys_of_ones_own_on_top(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, {"bottom": "e"}, preset="arrows")) as d:
        await d.press("j")
        assert d.paper == "Herald"
        await d.press("down")
        assert d.paper == "Courier"
        await d.press("e")
        assert d.paper == "The Evening"
        await d.press("f6")
        assert d.browser.lists.view == "claims"


# -- within the article


async def test_a_search_marks_counts_and_comes_round(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("backslash", *"the eng")
        assert "1 of 2" in d.footer
        await d.press("enter")
        assert "1 of 2 “the eng”" in d.footer
        assert len(styles(d, "The eng")) == 1
        assert all(style.reverse for words in ("The eng", "the eng") for style in styles(d, words))
        await d.press("greater_than_sign")
        assert "2 of 2" in d.footer
        await d.press("greater_than_sign")
        assert "1 of 2" in d.footer
        await d.press("less_than_sign")
        assert "2 of 2" in d.footer
        await d.press("q")
        assert not d.browser.reading.article.found
        await d.press("greater_than_sign")
        assert "of 2 “the eng”" in d.footer


async def test_a_search_scrolls_to_what_it_finds_and_is_left_by_escape(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (80, 12)) as d:
        await d.press("backslash", *"1.2 million")
        assert "1.2 million" in d.screen.rpartition("\n")[0]
        await d.press("ctrl+g")
        assert not d.browser.reading.article.found
        await d.press("backslash", *"zebra", "enter")
        assert "0 of 0" in d.footer


async def test_the_border_names_the_chain_of_the_current_claim(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("j")
        assert "2 Courier · Ida Falk · 2024-02-06" in d.screen
        await d.press("n")
        assert "2 Courier · engineer → Herald · 2024-02-06" in d.screen


def attributed(articles: Iterable[Article], *_: object) -> Analysis:
    """The analysis by hand with one attribution."""
    result = analyse(articles)
    found = []
    for analysed in result.articles:
        text = analysed.article.text
        if text != HERALD:
            found.append(analysed)
            continue
        places = (text.index("the road agency"), text.index("according to"), text.index("Around"))
        who = Span.of(text, places[0], places[0] + len("the road agency"))
        cue = Span.of(text, places[1], places[1] + len("according to"))
        what = Span.of(text, places[2], places[1] - 2)
        found.append(replace(analysed, attributions=(Attribution(who, cue, (what,), "example"),)))
    return Analysis(found, result.claims)


async def test_who_says_what_is_shown_and_hidden(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, analyse=attributed)) as d:
        assert styles(d, "the road agency") == []
        await d.press("Q")
        assert [style.italic for style in styles(d, "the road agency")] == [True]
        await d.press("Q")
        assert styles(d, "the road agency") == []


# -- the first session


async def test_the_tour_is_put_away_for_good(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, tour=True), (120, 30)) as d:
        assert "Underlined: what is claimed. n: the next." in d.screen
        assert not is_due(tmp_path / "state")
        height = d.browser.panes.focused.height
        await d.press("escape")
        assert "Underlined" not in d.screen
        assert d.browser.panes.focused.height == height + len(LINES)
    async with desk(open_desk(tmp_path, tour=True)) as d:
        assert "Underlined" not in d.screen


async def test_the_tour_fits_and_names_keys_as_they_are_bound(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, {"next-claim": "m"}, tour=True), (80, 24)) as d:
        lines = d.screen.splitlines()[-4:-1]
        assert "m: the next." in lines[0]
        assert not any("…" in line or "{" in line for line in lines)


@pytest.mark.parametrize("settings", [{}, {"keys": {"rescan": "f9"}}])
async def test_an_empty_corpus_says_what_to_do(tmp_path: Path, settings: dict[str, Any]) -> None:
    async with desk(open_desk(tmp_path, texts={}, **settings)) as d:
        words = " ".join(d.screen.replace("┃", " ").split())
        assert "No article in" in words
        assert f"press {settings.get('keys', {}).get('rescan', 'r')}," in words.replace("│", " ").replace(
            "  ", " "
        )
