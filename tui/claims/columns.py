"""Records of an article as bytes, and back: small enough to keep, quick to read, whatever fields they have.

The fields come from the type hints.  The records of each class stand in one table, a column for each field
and each record once; where a record holds another, its column has the other's row.  A span is stored by its
offsets, where it lies in the text of the article.  The tables are JSON, compressed by what the text has in
common with them; nothing in them is run when they are read.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from itertools import chain, islice
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from tui.model import Span

_LEVEL = 6  # of compression: smaller than 1 by a fifth, for a hundredth of the time that analysing takes
_REACH = 32_768  # bytes
_PLAIN = {str, int, float, bool}
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Class = Any  # a class of records; mypy does not take `type` for hashable
Columns = list[list[Any]]
Kept = TypeVar("Kept")


class PackingError(ValueError):
    """The bytes are not what `pack` makes."""


def pack(record: Any, text: str) -> bytes:
    """A record, whose spans lie in `text`."""
    packer = zlib.compressobj(_LEVEL, zdict=_dictionary(text))
    return packer.compress(_encode(_dump(_write(record, text)))) + packer.flush()


def unpack(kind: type[Kept], packed: bytes, text: str) -> Kept:
    """The record of a kind, as it was packed with a `text`.  Raises `PackingError`."""
    told = unpress(packed, text)
    try:
        (found,) = _read(json.loads(told.decode("utf-8", "surrogatepass")), kind, text)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise PackingError(str(error)) from None
    record: Kept = found
    return record


def unpress(packed: bytes, text: str) -> bytes:
    """The tables as they were compressed with a `text`.  Raises `PackingError` where they are not whole."""
    try:
        unpacker = zlib.decompressobj(zdict=_dictionary(text))
        told = unpacker.decompress(packed) + unpacker.flush()
    except zlib.error as error:
        raise PackingError(str(error)) from None
    if not unpacker.eof:
        raise PackingError("it ends too soon")
    return told


def _dictionary(text: str) -> bytes:
    """What is said again in the tables: as much of a text as the compression looks back on."""
    return _encode(text[:_REACH])[:_REACH]


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


# What the fields of a class hold


@dataclass(frozen=True, slots=True)
class _Record:
    """A record of a class, or none."""

    kind: Class


@dataclass(frozen=True, slots=True)
class _Row:
    """A tuple of any length; each item holds the same."""

    item: _Shape


_Shape = _Record | _Row | None  # None: what JSON holds as it is


@cache
def _shapes(kind: Class) -> tuple[tuple[str, _Shape], ...]:
    """The fields of a class and what they hold.  Raises TypeError where that cannot be packed."""
    hints = get_type_hints(kind)
    return tuple((field.name, _shape(hints[field.name])) for field in fields(kind))


def _shape(hint: Any) -> _Shape:
    outer, inner = get_origin(hint), get_args(hint)
    if outer is tuple and inner[1:] == (...,):
        return _Row(_shape(inner[0]))
    if outer in (Union, UnionType):
        (shape,) = {_shape(one) for one in inner if one is not NoneType}
        if isinstance(shape, _Row):
            raise TypeError(f"{hint} cannot be packed")
        return shape
    if isinstance(hint, type) and is_dataclass(hint):
        return _Record(hint)
    if hint in _PLAIN or outer is Literal or (outer is dict and set(inner) <= _PLAIN):
        return None
    raise TypeError(f"{hint} cannot be packed")


@cache
def _kinds(kind: Class) -> tuple[Class, ...]:
    """A class and those of the records it holds, each after those that it holds itself."""
    held: dict[Class, None] = {}
    for _, shape in _shapes(kind):
        while isinstance(shape, _Row):
            shape = shape.item
        if shape is not None:
            held |= dict.fromkeys(_kinds(shape.kind))
    return (*held, kind)


# Writing


def _write(record: Any, text: str) -> dict[str, Columns]:
    writer = _Writer(type(record))
    writer.append(record)
    return {
        kind.__name__: _without_texts(found, text) if kind is Span else found
        for kind, found in writer.columns.items()
    }


class _Writer:
    """The columns of each class, and the rows of the records that they have.

    A class: two functions inside of `_write` that call one another would hold all of it when it is done.
    """

    def __init__(self, whole: Class) -> None:
        kinds = _kinds(whole)
        self.columns: dict[Class, Columns] = {kind: [[] for _ in fields(kind)] for kind in kinds}
        self._rows: dict[Class, dict[Any, int]] = {kind: {} for kind in kinds}

    def append(self, record: Any) -> None:
        """Write a record, after those that it holds."""
        kind: Class = type(record)
        for column, (name, shape) in zip(self.columns[kind], _shapes(kind), strict=True):
            value = getattr(record, name)
            column.append(value if shape is None else self._cell(shape, value))

    def _cell(self, shape: _Shape, value: Any) -> Any:
        if shape is None or value is None:
            return value
        if isinstance(shape, _Row):
            return value if shape.item is None else [self._cell(shape.item, item) for item in value]
        known = self._rows[shape.kind]
        number = known.get(value)
        if number is None:
            self.append(value)
            number = known[value] = len(known)
        return number


def _without_texts(spans: Columns, text: str) -> Columns:
    """Spans without their texts if these are what stands in `text`."""
    starts, ends, texts = spans
    lie = all(text[start:end] == held for start, end, held in zip(starts, ends, texts, strict=True))
    return [starts, ends] if lie else spans


# Reading


def _read(tables: dict[str, Columns], wanted: Class, text: str) -> list[Any]:
    rows: dict[Class, list[Any]] = {}
    known: dict[str, str] = {}  # what is said again is held once
    for kind in _kinds(wanted):
        columns = tables[kind.__name__]
        if kind is Span:
            columns = _spans(columns, text, known)
        else:
            columns = [_shared(column, known) for column in columns]
        shapes = [shape for _, shape in _shapes(kind)]
        cells = [_revived(shape, column, rows) for shape, column in zip(shapes, columns, strict=True)]
        rows[kind] = [kind(*row) for row in zip(*cells, strict=True)]
    return rows[wanted]


def _spans(columns: Columns, text: str, known: dict[str, str]) -> Columns:
    """The columns of spans, with their texts if these are left out."""
    starts, ends, *held = columns
    texts = held[0] if held else [text[start:end] for start, end in zip(starts, ends, strict=True)]
    shared = [known.setdefault(one, one) for one in texts]
    return [list(map(_offset, starts)), list(map(_offset, ends)), shared]


@lru_cache(maxsize=1 << 16)
def _offset(number: int) -> int:
    """An offset, one object for all articles that have something there."""
    return number


def _shared(column: list[Any], known: dict[str, str]) -> list[Any]:
    """A column whose texts are those of spans, or one object for all articles: names of rules, of sources."""
    return [known.get(cell) or sys.intern(cell) if type(cell) is str else cell for cell in column]


def _number(cell: Any) -> Any:
    return _offset(cell) if type(cell) is int else cell


def _revived(shape: _Shape, column: Sequence[Any], rows: dict[Class, list[Any]]) -> Iterable[Any]:
    if shape is None:
        return column
    if isinstance(shape, _Record):
        held = rows[shape.kind]
        return [None if number is None else held[number] for number in column]
    if shape.item is None:
        return (tuple(map(_number, _shared(row, {}))) for row in column)
    return _regrouped(iter(_revived(shape.item, list(chain.from_iterable(column)), rows)), column)


def _regrouped(items: Iterator[Any], column: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    return (tuple(islice(items, len(row))) for row in column)
