"""Notes, tags, marks, bulk decisions, progress and saved filters, key by key."""

from __future__ import annotations

import dataclasses
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.events import Key

from tests.app.desk import TEXTS, analyse, open_desk
from tests.app.driving import desk
from tui.app.completion import complete_query, complete_tags
from tui.app.dialog import Dialog
from tui.app.editor import EditorError, choose_editor, edit
from tui.app.summary import summarise
from tui.workspace.rows import Tally
from tui.workspace.tags import TagError, parse_tags
from tui.workspace.workspace import Workspace

CRACKS, COST, CARS = "c0000", "c0003", "c0002"


def with_filters(workspace: Workspace, **filters: str) -> Workspace:
    config = dataclasses.replace(workspace.config, filters=filters)
    return Workspace.open(config, workspace.paths, analyse)


async def test_a_note_is_typed_shown_and_undone(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "e", *"ask Ida", "enter")
        assert workspace.remarks(CRACKS).note == "ask Ida"
        assert "Note: ask Ida" in d.screen
        assert "note on “cracks had been found" in d.footer
        await d.press("e", "ctrl+g", "u")
        assert "Undone: note on “cracks had been found" in d.footer
        assert workspace.remarks(CRACKS).note == ""
        await d.press("ctrl+r", "e", *["backspace"] * 7, "enter")
        assert "no note on" in d.footer
        assert "Note:" not in d.screen


async def test_tags_are_typed_completed_and_found(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "t", *"court may", "enter")
        assert workspace.remarks(CRACKS).tags == ("court", "may")
        assert "#court #may" in d.screen
        await d.press("j", "t", *"co", "tab", "enter", "f")
        assert workspace.remarks(COST).tags == ("court", "flagged")
        await d.press("t", *["backspace"] * len("court flagged "), *"&", "enter")
        assert workspace.remarks(COST).tags == ("court", "flagged")
        assert "'&' cannot be a tag" in d.footer
        await d.press("slash", *"tag:m", "tab", "enter")
        assert "1 Claims 1 of 5" in d.screen
        await d.press("u", "u")
        assert "Undone: +court on" in d.footer
        assert workspace.remarks(COST).tags == ()


async def test_marked_claims_are_decided_at_once_after_asking(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "v", "g", "m", "m", "m")
        assert "3 marked" in d.footer
        await d.pilot.press("B", "x")
        await d.pilot.pause()
        assert isinstance(d.app.screen, Dialog)
        assert "refuted for 3 marked claims?" in d.screen
        assert "1 of them decided already" in d.screen
        await d.press("o")
        assert workspace.tally().verdicts == (("verified", 1), ("refuted", 2))
        assert "refuted 2 claims" in d.footer
        assert "marked" not in d.footer
        await d.press("u")
        assert "Undone: refuted 2 claims" in d.footer
        assert workspace.progress() == (1, 5)
        await d.press("ctrl+r")
        assert open_desk(tmp_path, scan=False).progress() == (3, 5)


async def test_nothing_is_decided_without_a_yes(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "B")
        assert "Mark claims first" in d.footer
        await d.press("M", "B", "x", "n")
        assert "Nothing decided" in d.footer
        await d.press("B", "q", "B", "x", "q", "B", "x", "escape")
        assert workspace.progress() == (0, 5)
        await d.press("U")
        assert "No marks" in d.footer


async def test_filtered_claims_are_tagged_and_decided_and_the_summary_comes(tmp_path: Path) -> None:
    workspace = with_filters(open_desk(tmp_path), solid="status:official OR status:corroborated")
    async with desk(workspace, (160, 50)) as d:
        await d.press("c", "F", "tab", "enter")
        assert "1 Claims 2 of 5" in d.screen
        assert "/@solid" in d.screen
        assert "0 of 2 here, 0 of 5 decided" in d.footer
        await d.press("B", "t", *"figures", "enter")
        assert workspace.remarks(COST).tags == workspace.remarks(CARS).tags == ("figures",)
        await d.press("B", "v", "y")
        assert "Everything in view is decided" in d.screen
        assert "2 verified" in d.screen
        assert "3 not decided yet" in d.screen
        await d.press("q")
        assert "2 of 2 here, 2 of 5 decided" in d.footer
        assert d.browser.lists.query == "@solid"


async def test_tab_goes_through_the_completions(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "slash", *"status:un", "tab")
        assert "[status:unverified] status:unsourced" in d.footer
        await d.press("tab")
        assert "[status:unsourced] status:unverified" in d.footer
        assert "1 Claims 1 of 5" in d.screen
        await d.press("ctrl+g", "g", "slash", "down")
        assert d.browser.lists.claims.cursor == 1
        await d.press(*"status:un", "tab", "shift+tab", "x")
        assert "enter keeps it" in d.footer


async def test_a_saved_filter_is_in_the_palette(tmp_path: Path) -> None:
    async with desk(with_filters(open_desk(tmp_path), denials="status:denied")) as d:
        await d.press("c")
        await d.pilot.press("ctrl+p")
        await d.pilot.press(*"denials")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        await d.pilot.press("enter")
        await d.rest()
        assert "1 Claims 1 of 5" in d.screen


async def test_keys_that_come_together_act_on_what_they_were_meant_for(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c")
        for key in ("j", "x", "m"):
            d.app.post_message(Key(key, key))
        await d.pilot.pause()
        await d.rest()
        assert workspace.decision(COST) is not None
        assert workspace.decision(CRACKS) is None
        assert list(d.browser.lists.claims.marked) == [CARS]


async def test_a_decided_claim_comes_back_with_the_reason(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path, texts={name: TEXTS[name] for name in ("evening.txt", "herald.txt")})
    async with desk(workspace) as d:
        await d.press("c")
        claim = d.claim
        await d.press("v", "g")
        (tmp_path / "corpus" / "courier.txt").write_text(TEXTS["courier.txt"], encoding="utf-8")
        await d.press("r")
        await d.rest()
        assert "A decided claim came back" in d.footer
        assert "1 reopened" in d.footer
        await d.press("g")
        assert d.claim == claim
        assert "Reopened: 3 mentions added" in d.screen
        assert "↺ 3 mentions added" in d.screen
        await d.press("x")
        assert "reopened" not in d.footer
        assert "↺" not in d.screen


def test_the_editor_gets_the_note_and_gives_it_back(tmp_path: Path) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\nfile = pathlib.Path(sys.argv[1])\ntext = file.read_text()\n"
        "assert text.startswith('before')\nfile.write_text(text.replace('before', 'one\\ntwo'))\n"
    )
    assert edit("before", "The bridge", [sys.executable, str(script)]) == "one\ntwo"


async def test_the_note_written_in_the_editor_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text("import sys, pathlib\npathlib.Path(sys.argv[1]).write_text('ask the port')\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        monkeypatch.setattr(d.app, "suspend", nullcontext)
        await d.press("c")
        await d.press("ctrl+e")
        await d.rest()
        assert workspace.remarks(CRACKS).note == "ask the port"
        assert "ask the port" in d.footer


def test_an_editor_that_fails_is_named() -> None:
    with pytest.raises(EditorError, match="ended with 3; the note is as it was"):
        edit("", "", [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(EditorError, match="set EDITOR"):
        edit("", "", ["/nowhere/editor"])


def test_which_editor() -> None:
    assert choose_editor({"VISUAL": "code -w", "EDITOR": "vi"}) == ["code", "-w"]
    assert choose_editor({"VISUAL": " ", "EDITOR": "nano"}) == ["nano"]
    assert choose_editor({}) == ["vi"]
    with pytest.raises(EditorError, match="VISUAL"):
        choose_editor({"VISUAL": "'"})


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("sta", ("status:",)),
        ("bridge !de", ("bridge !decision:",)),
        ("status:un", ("status:unverified ", "status:unsourced ")),
        ("tag:c", ("tag:coast ", "tag:court ")),
        ("@h", ("@hot ",)),
        ("@", ("@hot ", "@open ")),
        ("", ()),
        ("bridge", ()),
        ("status:denied", ()),
        ("by:x", ()),
    ],
)
def test_completing_a_filter(line: str, completed: tuple[str, ...]) -> None:
    assert complete_query(["open", "hot"], lambda: ("coast", "court"))(line) == completed


def test_completing_tags() -> None:
    complete = complete_tags(("coast", "court"))
    assert complete("may -c") == ("may -coast ", "may -court ")
    assert complete("court ") == ()


def test_a_line_of_tags() -> None:
    assert parse_tags("Court, #may  -old court") == (("court", "may"), ("old",))
    assert parse_tags("") == ((), ())
    for bad in ("a.b", "-", "x y&"):
        with pytest.raises(TagError):
            parse_tags(bad)


def test_the_summary_counts() -> None:
    whole = Tally(9, (("verified", 2), ("refuted", 1)), 2)
    title, lines = summarise(whole, Tally(2, (("verified", 2),), 0), "tag:may")
    text = [line for line, _ in lines]
    assert title == "Everything in view is decided"
    assert "In view, /tag:may" in text
    assert "3 of 9 decided" in text
    assert [line.split()[:2] for line in text if "decision:" in line] == [["2", "reopened,"], ["4", "not"]]
    assert summarise(whole, None, "")[0] == "Triage so far"
