"""Start of the browser: everything that must be set before Textual is imported."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from tui.workspace.workspace import Workspace

# Textual reads these when it is imported.  What a person has set in the environment stays.
_ENVIRONMENT = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_FPS": "20",
    "ESCDELAY": "50",
}
USAGE = 2
_SWITCH = 0.001  # seconds; keys stay quick while a scan works in another thread
_HUNG_UP = 128 + signal.SIGHUP


def run(workspace: Workspace) -> int:
    """Show `workspace` until the person leaves; the exit code of the program.

    2 if there is no terminal to show it on, 1 if the browser failed, 128 + n if it was ended by signal n.
    """
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        return _refuse("the browser needs a terminal on stdin and stderr; for a pipe: claims-tui scan --json")
    _prepare()
    return _show(workspace)


def _prepare() -> None:
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    gc.disable()  # nothing made while starting is garbage; the application enables it again
    sys.setswitchinterval(_SWITCH)


def _show(workspace: Workspace) -> int:
    from tui.app.application import ClaimsApp
    from tui.app.driver import TerminalDriver
    from tui.app.terminal import charset

    shown = charset(os.environ, sys.stderr.encoding, workspace.config.ascii)
    app = ClaimsApp(workspace, shown, TerminalDriver)
    app.run(mouse=workspace.config.mouse)
    code = app.return_code or 0
    if code == _HUNG_UP:
        _let_go()
    elif app.crash:
        code = _refuse(app.crash, 1)
    if app.reading:
        _abandon(code)
    return code


def _abandon(code: int) -> NoReturn:
    """End now: a scan under way goes on for as long as its step takes; the index is whole without it."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _let_go() -> None:
    """Nothing can be written to a terminal that went away; Python would end with 120 trying."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _refuse(message: str, code: int = USAGE) -> int:
    print(f"claims-tui: {message}", file=sys.stderr)  # noqa: T201
    return code
