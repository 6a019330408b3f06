"""Copying, saving, piping and opening, key by key."""

from __future__ import annotations

import io
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.driving import Desk, desk

CRACKS = "cracks had been found in two of the nine piers"


@pytest.fixture(autouse=True)
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No tmux, no browser, no editor but what a test names; files are saved below `tmp_path`."""
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "VISUAL", "EDITOR", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SHELL", "/bin/sh")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that can be lent to other programs, and a person who presses enter."""

    def suspend(_: object) -> AbstractContextManager[None]:
        return nullcontext()

    monkeypatch.setattr("textual.app.App.suspend", suspend)
    monkeypatch.setattr(sys, "__stdin__", io.StringIO("\n"))


async def answer(d: Desk, words: str) -> None:
    """Type into the question, in place of what stands there."""
    await d.press(
        "ctrl+a", "ctrl+k", *("full_stop" if c == "." else "slash" if c == "/" else c for c in words)
    )
    await d.press("enter")


async def test_each_pane_copies_what_its_cursor_stands_on(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("y")
        assert d.app.clipboard == "Bridge at Norrholm “about to fall”, engineer says"
        assert "Sent to the terminal to copy (OSC 52)" in d.footer
        await d.press("c", "y")
        assert d.app.clipboard == CRACKS
        await d.press("3", "y")
        assert d.app.clipboard.startswith("“There are no cracks in any pier” (Courier, 2024-02-06, ")
        assert d.app.clipboard.endswith("courier.txt:3)")
        await d.press("2", "y")
        assert d.app.clipboard.startswith(f"“{CRACKS}” (Herald, 2024-02-05, ")


async def test_all_of_a_claim_is_copied_as_markdown(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "Y")
        assert d.app.clipboard.startswith(f"## {CRACKS}\n\n**Denied: ")
        assert "- City of Norrholm — Ida Falk **denies**" in d.app.clipboard


async def test_a_claim_is_saved_but_never_over_a_file(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "W")
        assert "save as: cracks-had-been-found-in-two-of-the-nine.md" in d.screen
        await answer(d, "out.md")
        assert f"Saved as {tmp_path}/out.md" in d.footer
        saved = (tmp_path / "out.md").read_text("utf-8")
        assert saved.startswith(f"## {CRACKS}\n")
        await d.press("j", "W")
        await answer(d, "out.md")
        assert "exists already" in d.footer
        assert (tmp_path / "out.md").read_text("utf-8") == saved
        await d.press("W")
        await answer(d, "no/such/folder")
        assert "Not saved: no/such/folder: No such file or directory" in d.footer


async def test_a_question_can_be_left(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        for leaving in ("escape", "ctrl+c"):
            await d.press("c", "W", leaving)
            assert "save as" not in d.screen
        await d.press("W", "ctrl+a", "ctrl+k", "enter")
        assert not list(tmp_path.rglob("*.md"))
        assert d.browser.workspace.progress() == (0, 5)


@pytest.mark.usefixtures("lent")
async def test_a_claim_is_piped_to_a_command(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "vertical_line")
        await answer(d, "cat>got")
        assert (tmp_path / "got").read_text("utf-8").startswith(f"## {CRACKS}\n")
        await d.press("vertical_line")
        await answer(d, "false")
        assert "/bin/sh ended with 1" in d.footer


@pytest.mark.usefixtures("lent")
async def test_the_article_is_opened_at_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "vim"
    script.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/args\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", f"{script} -R")
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "3", "E")
        assert (tmp_path / "args").read_text("utf-8") == f"-R +3 {tmp_path}/corpus/courier.txt\n"
        monkeypatch.setenv("EDITOR", str(tmp_path / "missing"))
        await d.press("E")
        assert "missing: No such file or directory" in d.footer
        monkeypatch.setenv("EDITOR", "vim '")
        await d.press("E")
        assert "$EDITOR: No closing quotation" in d.footer


async def test_a_terminal_that_cannot_be_lent_says_so(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("E")
        assert "cannot be lent" in d.footer


async def test_a_file_that_went_away_is_named(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        (tmp_path / "corpus" / "herald.txt").unlink()
        await d.press("E")
        assert "herald.txt is not there any more" in d.footer


async def test_an_article_without_an_address_says_so(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("O")
        assert "no address on the web" in d.footer


async def test_nothing_is_taken_out_of_nothing(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, texts={"other.txt": "Nothing is claimed here.\n"})) as d:
        await d.press("Y")
        assert "Nothing to copy here" in d.footer
        await d.press("W")
        assert "No claim to save" in d.footer
        await d.press("vertical_line")
        assert "No claim to pipe" in d.footer
