from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.app.browser import Browser
from tui.app.keys import actions, bindings, clashes, preset, rebound, show
from tui.app.status_line import HINTS, hints
from tui.config import PRESETS


def test_ids_are_kebab_case_and_unique() -> None:
    ids = [a.id for a in actions()]
    assert len(set(ids)) == len(ids)
    assert all(name == name.lower() and set(name) <= set("abcdefghijklmnopqrstuvwxyz-") for name in ids)


def test_every_action_is_a_method_of_the_browser() -> None:
    for action in actions():
        assert hasattr(Browser, f"action_{action.run.partition('(')[0]}"), action.id


def test_no_key_does_two_things() -> None:
    assert clashes(actions()) == ()


def test_every_binding_can_be_moved() -> None:
    assert {b.id for b in bindings(actions())} == {a.id for a in actions()}


def test_rebinding_changes_what_is_shown() -> None:
    table = {a.id: a for a in rebound({"next-claim": "n, ctrl+n"})}
    assert table["next-claim"].keys == ("n", "ctrl+n")
    assert table["next-claim"].shown == "n ^n"
    assert table["quit"].keys == ("q", "ctrl+q")
    assert clashes(rebound({"zoom": "?"})) == ("config.toml [keys]: ? is bound to zoom and help",)


def test_a_clash_names_both_actions() -> None:
    assert clashes(rebound({"skip": "u"})) == ("config.toml [keys]: u is bound to skip and undo",)


@pytest.mark.parametrize(
    ("key", "shown"), [("slash", "/"), ("ctrl+d", "^d"), ("G", "G"), ("pagedown", "pgdn")]
)
def test_keys_are_shown_as_typed(key: str, shown: str) -> None:
    assert show(key) == shown


@pytest.mark.parametrize("room", [0, 10, 40, 80, 200])
def test_hints_never_outgrow_their_room(room: int) -> None:
    assert sum(len(text) for text, _ in hints(actions(), room)) <= room


def test_help_and_quit_are_hinted_longest() -> None:
    assert "".join(text for text, _ in hints(actions(), 20)).split() == ["?", "help", "q", "quit"]
    assert set(HINTS) <= {a.id for a in actions() if a.hint}


def test_the_readme_names_only_keys_there_are() -> None:
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
    table = re.search(r"^\| keys \| \|\n(?:\|.*\n)+", readme, re.MULTILINE)
    assert table is not None
    cells = [line.split("|")[1] for line in table[0].splitlines()[2:]]
    named = {key for cell in cells for key in re.findall(r"`([^`]+)`", cell)}
    known = {name for action in actions() for key in action.keys for name in (key, show(key))}
    assert named - known == set()
    assert len(named) > 15


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_has_no_wrong_id_and_no_clash(name: str) -> None:
    table = rebound(preset(name))
    assert clashes(table) == ()


def test_the_arrows_need_no_letter_to_move() -> None:
    table = {a.id: a.keys for a in rebound(preset("arrows"))}
    moving = [a.id for a in actions() if a.group == "Move"]
    assert all(len(key) > 1 for name in moving for key in table[name])
    assert table["decide-verified"] == ("v",)
