"""Records with named fields to articles: which names hold the text, the title and so on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from tui.corpus.readers.markup import has_markup, strip_markup

_WRAPPERS = ("rendered", "value", "#text", "@value")
_BLOCK = (*_WRAPPERS, "text", "content")
_INNER = ("rendered", "text", "value", "name", "title", "#text", "@value", "@id", "url")


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A field name without case and separators: ``Published At`` and ``published_at`` are one."""
    return "".join(character for character in name.casefold() if character.isalnum() or character in "#@")


def pick(record: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The first value under one of `names` that is not empty; keys are compared without case."""
    found = (_value(value) for value in _values(record, names))
    return next((value for value in found if value not in (None, "")), None)


def text_of(record: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """The text of a record, without markup; None if it has none."""
    texts = map(_text, _values(record, names))
    return next((text for text in texts if text and text.strip()), None)


def _values(record: Mapping[str, Any], names: tuple[str, ...]) -> list[Any]:
    """The values under `names`, in the order of these; of two keys alike the first counts."""
    ranks = _ranks(names)
    found: dict[int, Any] = {}
    for key, value in record.items():
        rank = ranks.get(normal(key))
        if rank is not None:
            found.setdefault(rank, value)
    return [found[rank] for rank in sorted(found)]


@lru_cache(maxsize=64)
def _ranks(names: tuple[str, ...]) -> dict[str, int]:
    return {normal(name): rank for rank, name in reversed(list(enumerate(names)))}


def _text(value: Any) -> str | None:
    """A text, or the paragraphs of a list of texts or typed blocks."""
    if isinstance(value, list):
        blocks = [_words(part) for part in value if isinstance(part, str) or _is_block(part)]
        return "\n\n".join(filter(None, blocks)) if len(blocks) == len(value) else None
    return _words(value)


def _is_block(part: Any) -> bool:
    return isinstance(part, dict) and "type" in part


def _words(value: Any) -> str | None:
    if isinstance(value, dict):
        # Any other object that has a text is a record of its own.
        keys = _BLOCK if _is_block(value) else _WRAPPERS
        value = next((value[key] for key in keys if isinstance(value.get(key), str)), None)
    if not isinstance(value, str):
        return None
    return strip_markup(value) if has_markup(value) else value


def _value(value: Any) -> Any:
    """A plain value: of an object its name or text, of a list its first."""
    for _ in range(3):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = next((value[key] for key in _INNER if value.get(key)), None)
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else None
