"""A program on a pseudo-terminal: keys in, a screen out, everything it writes counted."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal.emulator import Emulator

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 30.0  # seconds; only a program that hangs comes near it


class Session:
    """Runs `command` with everything it keeps below `home`; leaves no process behind."""

    def __init__(
        self,
        command: Sequence[str],
        home: Path,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.screen = Emulator(*size)
        self.output = b""
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, close_fds=True, start_new_session=True,
            cwd=ROOT, env={**environment_of(home), **(environment or {})},
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    def press(self, *keys: bytes | str) -> None:
        """Type; a text is typed as it stands."""
        for key in keys:
            os.write(self._master, key.encode() if isinstance(key, str) else key)

    def wait_for(self, words: str, absent: bool = False) -> str:
        """Read until `words` stand on the screen (or, `absent`, do not); the screen."""
        end = time.monotonic() + _PATIENCE
        while (words in self.screen.text) is absent:
            if not self._read(max(0.0, end - time.monotonic())):
                raise AssertionError(f"{words!r} did not {'go' if absent else 'come'}:\n{self.screen.text}")
        return self.screen.text

    def wait_quiet(self, seconds: float = 0.4) -> int:
        """Read until nothing has come for `seconds`; how many bytes came."""
        before = len(self.output)
        while self._read(seconds):
            pass
        return len(self.output) - before

    def read_for(self, seconds: float) -> None:
        """Read whatever comes in that time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)

    def end(self, number: signal.Signals | None = None) -> int:
        """Wait until it has ended, sending a signal first if one is given; its exit code."""
        if number is not None:
            self.process.send_signal(number)
        end = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.process.wait(timeout=1)

    def hang_up(self) -> None:
        """The terminal goes away."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.output += data
        self.screen.feed(data)
        return bool(data)


def environment_of(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
        "TERM": "xterm-256color",
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
    }
