"""Take out what a terminal would obey, without moving an offset."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

# C0 except tab and newline, DEL, C1, and the embeddings, overrides and isolates of the bidi algorithm.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_NEWLINES = re.compile("\r\n?")


def clean(text: str) -> str:
    """`text` with each control character replaced by U+FFFD, one for one."""
    return _CONTROLS.sub(REPLACEMENT, text)


def normalise_newlines(text: str) -> str:
    r"""`text` with ``\r\n`` and ``\r`` as ``\n``; the only step of reading that shortens a text."""
    return _NEWLINES.sub("\n", text) if "\r" in text else text
