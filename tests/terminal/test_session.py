"""A session from the command line on, with the real analysis, in a real terminal (tmux)."""

from __future__ import annotations

import re
import shutil
import signal
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.tmux import Terminal

pytestmark = [
    pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux"),
    pytest.mark.skipif(not Path("/proc").exists(), reason="needs /proc to find the program"),
]
FERRY = (
    "The ferry Aurora will be sold to a Greek company in June, according to a union leader. "
    "The ministry of transport denied the report. “This report is false,” said spokeswoman Ida Berg.\n"
)
HARBOUR = "About 300 people work in the harbour of Lund, the port authority said on Monday.\n"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    news = tmp_path / "news"
    news.mkdir()
    (news / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (news / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    window = Terminal(tmp_path)
    yield window
    window.close()


def wait_decided(terminal: Terminal, number: int) -> None:
    """Waits until the status line counts `number` decisions."""
    told = re.compile(rf"\b{number} of \d+ decided")
    terminal.wait_until(lambda shown: told.search(shown) is not None, told.pattern)


def decisions(home: Path) -> list[dict[str, str]]:
    """The records of the log, as they lie on the disk."""
    (log,) = (home / "data" / "decisions").glob("*/kim.toml")
    records: list[dict[str, str]] = tomllib.loads(log.read_text(encoding="utf-8"))["decision"]
    return records


def test_decide_be_killed_and_find_everything_again(terminal: Terminal, tmp_path: Path) -> None:
    terminal.start(str(tmp_path / "news"))
    terminal.wait("ferry", "harbour", " decided")
    terminal.press("c")
    terminal.wait("Claims")
    terminal.press("/")
    terminal.type("aurora")
    terminal.press("Enter")
    terminal.wait_until(lambda shown: "Lund" not in shown and "Aurora" in shown, "the filtered list")
    terminal.press("x")
    wait_decided(terminal, 1)
    (record,) = decisions(tmp_path)
    assert (record["action"], record["verdict"]) == ("decide", "refuted")
    assert "Aurora" in record["text"]

    terminal.wait("Everything in view is decided")
    terminal.press("q")
    terminal.press("q")
    terminal.wait("Filter cleared", "1 Claims 2")
    terminal.press("g")
    terminal.press("v")
    wait_decided(terminal, 2)
    terminal.wait("Everything in view is decided")
    terminal.press("q")
    terminal.wait_until(lambda shown: "Everything" not in shown, "the browser")
    terminal.press("u")
    terminal.wait("Undone: verified")
    wait_decided(terminal, 1)
    left = cursor(terminal)

    terminal.kill(signal.SIGKILL)
    terminal.start(str(tmp_path / "news"))
    wait_decided(terminal, 1)
    terminal.wait("= refuted")
    assert cursor(terminal) == left
    terminal.press("C-r")
    terminal.wait("Redone: verified")
    wait_decided(terminal, 2)
    terminal.press("u", "u")
    wait_decided(terminal, 0)
    actions = [record["action"] for record in decisions(tmp_path)]
    assert actions == ["decide", "decide", "undo", "redo", "undo", "undo"]
    terminal.press("q")
    terminal.wait("left with 0")


def cursor(terminal: Terminal) -> str:
    """The line of the list that the cursor is on."""
    shown = terminal.wait_until(lambda shown: "›" in shown, "a cursor")
    return next(line for line in shown.splitlines() if "›" in line)[:32]


def test_a_missing_folder_and_a_wrong_setting_open_nothing(terminal: Terminal, tmp_path: Path) -> None:
    terminal.start("nowhere")
    shown = terminal.wait("left with 2")
    assert "claims-tui: nowhere: no such file or folder" in shown
    (tmp_path / "news" / "config.toml").write_text("corpsu = []\n")
    terminal.start(str(tmp_path / "news"))
    shown = terminal.wait("left with 2")
    assert "unknown key 'corpsu'; did you mean 'corpus'?" in " ".join(shown.split())
