"""Copying, and what is said about it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.app.clipboard import LIMIT, copy


def fake_tmux(folder: Path, script: str) -> dict[str, str]:
    """An environment inside a tmux whose command is `script`; what it reads goes to the file ``buffer``."""
    program = folder / "tmux"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    return {"TMUX": "/tmp/tmux-0/default,1,0"}


@pytest.fixture
def sent() -> list[str]:
    return []


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")


def test_outside_tmux_the_terminal_is_asked_and_nothing_promised(sent: list[str]) -> None:
    said = copy("“ja” 🌉", {}, sent.append)
    assert sent == ["“ja” 🌉"]
    assert said == "Sent to the terminal to copy (OSC 52); some ignore that"


def test_tmux_is_given_the_text_itself(tmp_path: Path, sent: list[str]) -> None:
    environment = fake_tmux(tmp_path, f'echo "$@" > {tmp_path}/args; cat > {tmp_path}/buffer')
    assert copy("a\n“b”", environment, sent.append).startswith("Copied to tmux; to the clipboard if")
    assert (tmp_path / "args").read_text("utf-8").split() == ["load-buffer", "-w", "-"]
    assert (tmp_path / "buffer").read_text("utf-8") == "a\n“b”"
    assert sent == []


def test_a_tmux_too_old_for_the_clipboard_says_so(tmp_path: Path, sent: list[str]) -> None:
    environment = fake_tmux(tmp_path, 'if [ "$2" = "-w" ]; then exit 1; fi; cat > /dev/null')
    assert copy("a", environment, sent.append).startswith("Copied to tmux’s own buffer")
    assert sent == []


def test_a_tmux_that_fails_leaves_it_to_the_terminal(tmp_path: Path, sent: list[str]) -> None:
    assert "OSC 52" in copy("a", fake_tmux(tmp_path, "exit 1"), sent.append)
    assert sent == ["a"]


def test_no_tmux_there_leaves_it_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: list[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "OSC 52" in copy("a", {"TMUX": "gone"}, sent.append)
    assert sent == ["a"]


def test_more_than_terminals_take_is_not_sent(sent: list[str]) -> None:
    assert copy("é" * LIMIT, {}, sent.append) == "Not copied: 149,988 bytes, terminals take 74,994; save it"
    assert sent == []
