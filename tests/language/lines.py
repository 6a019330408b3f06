"""Plain lines for tests of this room: every non-blank line is running text."""

from __future__ import annotations

import re

from tui.model import Line


def plain(text: str) -> tuple[Line, ...]:
    """Each line with something on it, as body text."""
    return tuple(Line(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]*[^\s][^\n]*", text))
