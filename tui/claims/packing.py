"""Extracts as bytes, and back: to be sent from one process to another, and to be kept."""

from __future__ import annotations

from dataclasses import fields, replace

from tui.claims import columns
from tui.claims.columns import PackingError
from tui.claims.extracts import Extract, Findings
from tui.model import Article

__all__ = ["PackingError", "pack", "unpack"]

_SIZE = 4  # bytes that say how long the findings are; behind these comes the page


def pack(extract: Extract) -> bytes:
    """An extract without the text and path of its article, which `unpack` is given."""
    found = Findings(**{field.name: getattr(extract, field.name) for field in fields(Findings)})
    article = replace(extract.article, text="", path=None)
    packed = columns.pack(replace(found, article=article), extract.text)
    return len(packed).to_bytes(_SIZE, "big") + packed + extract.packed_page


def unpack(packed: bytes, article: Article) -> Extract:
    """The extract of `article`, as it was packed.  Raises `PackingError`."""
    try:
        end = _SIZE + int.from_bytes(packed[:_SIZE], "big")
    except TypeError as error:  # a table may hold anything
        raise PackingError(str(error)) from None
    page = packed[end:]
    columns.unpress(page, article.text)
    found = columns.unpack(Findings, packed[_SIZE:end], article.text)
    described = replace(found.article, text=article.text, path=article.path)
    return Extract(**{**vars(found), "article": described}, packed_page=page)
