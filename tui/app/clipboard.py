"""Copying out of the terminal, and saying honestly how far that can be known to have worked.

Over SSH a program can only ask the terminal to copy (OSC 52), and no terminal answers.  A tmux in between
drops the request unless it is told otherwise; its own command works there.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping

LIMIT = 74_994  # bytes; more makes an OSC 52 request longer than 100,000 characters, which xterm cuts
_PATIENCE = 2  # seconds for tmux to answer


def copy(text: str, environment: Mapping[str, str], send: Callable[[str], None]) -> str:
    """Copy `text` as well as this terminal allows, and say in one line what was done.

    `send` makes the OSC 52 request; under tmux it is only made if tmux's own command fails.
    """
    if environment.get("TMUX"):
        if _load(["-w"], text):
            return "Copied to tmux; to the clipboard if your terminal allows it"
        if _load([], text):
            return "Copied to tmux’s own buffer; this tmux reaches no clipboard"
    size = len(text.encode("utf-8", "replace"))
    if size > LIMIT:
        return f"Not copied: {size:,} bytes, terminals take {LIMIT:,}; save it"
    send(text)
    return "Sent to the terminal to copy (OSC 52); some ignore that"


def _load(options: list[str], text: str) -> bool:
    """Put `text` into tmux's paste buffer; false if that was impossible."""
    try:
        done = subprocess.run(  # noqa: S603 (fixed words; the text goes through a pipe)
            ["tmux", "load-buffer", *options, "-"],  # noqa: S607 (the person's own tmux)
            input=text.encode("utf-8", "replace"),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
