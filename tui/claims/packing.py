"""Extracts as bytes, and back: to be sent from one process to another, and to be kept."""

from __future__ import annotations

import struct
from dataclasses import fields, replace
from itertools import accumulate

from tui.claims import columns
from tui.claims.columns import PackingError
from tui.claims.extracts import Extract, Findings
from tui.model import Article

__all__ = ["PackingError", "pack", "unpack"]

_SIZES = struct.Struct(">II")  # how many bytes the findings take, and the figures; the page is the rest


def pack(extract: Extract) -> bytes:
    """An extract without the text and path of its article, which `unpack` is given."""
    found = Findings(**{field.name: getattr(extract, field.name) for field in fields(Findings)})
    article = replace(extract.article, text="", path=None)
    packed = columns.pack(replace(found, article=article), extract.text)
    sizes = _SIZES.pack(len(packed), len(extract.packed_figures))
    return sizes + packed + extract.packed_figures + extract.packed_page


def unpack(packed: bytes, article: Article) -> Extract:
    """The extract of `article`, as it was packed.  Raises `PackingError`."""
    try:
        _, first, second = accumulate(_SIZES.unpack_from(packed), initial=_SIZES.size)
        parts = packed[_SIZES.size : first], packed[first:second], packed[second:]
    except (TypeError, struct.error) as error:  # a table may hold anything
        raise PackingError(str(error)) from None
    for late in parts[1:]:
        columns.unpress(late, article.text)
    found = columns.unpack(Findings, parts[0], article.text)
    described = replace(found.article, text=article.text, path=article.path)
    return Extract(**{**vars(found), "article": described}, packed_figures=parts[1], packed_page=parts[2])
