"""A note in the person's own editor, on the terminal that the browser leaves meanwhile."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.app.outgoing import run

_LINE = "# ---- what stands below this line is not kept"


class EditorError(Exception):
    """The editor did not do; the message says which and why."""


def choose_editor(environment: Mapping[str, str]) -> list[str]:
    """The command of ``VISUAL``, else ``EDITOR``, else vi."""
    for name in ("VISUAL", "EDITOR"):
        command = environment.get(name, "").strip()
        if command:
            try:
                return shlex.split(command)
            except ValueError as error:
                raise EditorError(f"{name}={command}: {error}") from None
    return ["vi"]


def edit(text: str, about: str, command: Sequence[str]) -> str:
    """`text` as it is when the editor `command` is left; `about` stands below it.  Raises `EditorError`."""
    with TemporaryDirectory(prefix="claims-tui-") as folder:
        file = Path(folder, "note.md")
        file.write_text(f"{text}\n\n{_LINE}\n{about}\n", encoding="utf-8")
        try:
            code = run([*command, str(file)])
            if code:
                raise EditorError(f"{command[0]} ended with {code}; the note is as it was")
            kept, _, _ = file.read_text(encoding="utf-8", errors="replace").partition(_LINE)
        except OSError as error:
            reason = error.strerror or error
            raise EditorError(f"{command[0]}: {reason}; set EDITOR to an editor there is") from None
    return kept.strip()
