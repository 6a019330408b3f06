"""The program in a real terminal: a tmux server of its own, keys in, screen out."""

from __future__ import annotations

import itertools
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0  # seconds until a screen that should come is given up


class Terminal:
    """One tmux window with the program in it; everything it keeps lies below `home`."""

    def __init__(self, home: Path, width: int = 100, height: int = 30) -> None:
        self._home = home
        self._sockets = (home / f"tmux{number}" for number in itertools.count())
        self._socket = home / "none"
        self._size = ("-x", str(width), "-y", str(height))

    def start(self, *arguments: str) -> None:
        """Runs ``claims-tui`` with `arguments` in a new window; when it ends, its exit code is shown."""
        self.close()
        # A server that is going away may still hold its socket.
        self._socket = next(self._sockets)
        command = shlex.join([sys.executable, "-m", "tui.cli", *arguments])
        script = f"{command}; echo left with $?; exec sleep 1000"
        settings = [f"{name}={value}" for name, value in self._environment().items()]
        options = [part for setting in settings for part in ("-e", setting)]
        self._tmux("-f", "/dev/null", "new-session", "-d", *self._size, *options, "sh", "-c", script)

    def _environment(self) -> dict[str, str]:
        folders = {
            f"CLAIMS_TUI_{name}_DIR": str(self._home / name.lower())
            for name in ("CONFIG", "CACHE", "DATA", "STATE")
        }
        return folders | {"PYTHONPATH": str(ROOT), "CLAIMS_TUI_ANALYST": "kim", "LC_ALL": "C.UTF-8"}

    def press(self, *keys: str) -> None:
        """Presses keys by tmux's names (``x``, ``Enter``, ``C-r``)."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Types `text` as it is."""
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        """What the window shows."""
        return self._tmux("capture-pane", "-p")

    def wait(self, *words: str) -> str:
        """The screen once it shows all `words`; fails if it never does."""
        return self.wait_until(lambda shown: all(word in shown for word in words), f"{words}")

    def wait_until(self, holds: Callable[[str], bool], what: str) -> str:
        """The screen once `holds` is true of it."""
        end = time.monotonic() + PATIENCE
        while not holds(shown := self.screen()):
            if time.monotonic() > end:
                raise AssertionError(f"the screen never showed {what}:\n{shown}")
            time.sleep(0.05)
        return shown

    def kill(self, signal: int) -> None:
        """Sends a signal to the program."""
        shell = int(self._tmux("display-message", "-p", "#{pane_pid}"))
        children = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
        os.kill(int(children[0]), signal)

    def close(self) -> None:
        """Ends the server and what runs in it."""
        subprocess.run(["tmux", "-S", str(self._socket), "kill-server"], capture_output=True, check=False)

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-S", str(self._socket), *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
