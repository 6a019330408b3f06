"""What a line of tags says: ``court #may -old`` puts two tags on and takes one off."""

from __future__ import annotations

import re

_TAG = re.compile(r"[\w-]*\w[\w-]*")


class TagError(ValueError):
    """A word that cannot be a tag; the message is for the person who typed it."""


def parse_tags(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags to put on and to take off, casefolded, each once.  Raises `TagError`."""
    on: dict[str, None] = {}
    off: dict[str, None] = {}
    for word in line.replace(",", " ").split():
        name = word.lstrip("-+#").casefold()
        if not _TAG.fullmatch(name):
            raise TagError(f"{word!r} cannot be a tag: letters, digits, - and _")
        (off if word.startswith("-") else on)[name] = None
    return tuple(on), tuple(off)
