"""Plain text: the file as it is, and Markdown, whose front matter says what the article is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from tui.corpus.decoding import decode
from tui.corpus.readers.fields import pick
from tui.corpus.readers.source import Details, Found, Options, Source

_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n(.{0,20000}?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(
    r"^([\w-]+)[ \t]*:[ \t]*"
    r"(?:[>|][+-]?\d?[ \t]*(?:#.*)?(?P<folded>(?:\n(?:[ \t]+\S.*|[ \t]*(?=\n)))+)|(\S.*))$",
    re.MULTILINE,
)


def read_plain(source: Source) -> Iterator[Found]:
    """One article: the decoded text, unchanged."""
    data = source.read()
    yield source.article(decode(data, source.shown, source.declared), Details(), data=data)


def read_markdown(source: Source) -> Iterator[Found]:
    """One article: what follows the front matter (YAML between ``---``, TOML between ``+++``), if any."""
    data = source.read()
    text = decode(data, source.shown, source.declared)
    front = _FRONT.match(text)
    details = details_of(_entries(front), source.options) if front else Details()
    yield source.article(text[front.end() :].lstrip("\n") if front else text, details, data=data)


def details_of(record: dict[str, Any], options: Options) -> Details:
    """Title, publisher, date, address and language of a record with named fields."""
    roles = ("title", "publisher", "date", "url", "language")
    return Details(**{role: pick(record, options.fields[role]) for role in roles})


def _entries(front: re.Match[str]) -> dict[str, Any]:
    """The entries of front matter; of YAML those that are one text, which is how articles have them."""
    if front.group(1) == "+++":
        try:
            return {key: _plain(value) for key, value in tomllib.loads(front.group(2)).items()}
        except tomllib.TOMLDecodeError:
            return {}
    found = _ENTRY.finditer(front.group(2))
    return {one[1]: _unquoted(one[3].strip()) if one[3] else " ".join(one["folded"].split()) for one in found}


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace("\\" + value[0], value[0])
    return value
