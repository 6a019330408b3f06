"""JSON, and JSON with one record a line: every object that has a text is an article."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from tui.corpus.decoding import decode, wide_codec
from tui.corpus.problems import UnreadableError
from tui.corpus.readers.fields import text_of
from tui.corpus.readers.plain import details_of
from tui.corpus.readers.source import OWN_REPORT, Found, Source
from tui.model import SCHEMA

_OWN_SCHEMA = SCHEMA.partition("/")[0] + "/"
_HEAD = 4096  # bytes that tell the encoding
_DEPTH = 8  # objects and lists around a record, as in what search servers answer


def read_json(source: Source) -> Iterator[Found]:
    """The articles of a JSON document: one object, or all records in it that have a text."""
    data = source.read(source.limits.document)
    text = decode(data, source.shown, source.declared)
    objects = text.count("{") + text.count("[")
    if objects > source.limits.objects:
        problem = f"more than {source.limits.objects:,} objects and lists"
        raise source.error(problem, "raise objects under [limits] in config.toml, or write a record a line")
    try:
        value = json.loads(text)
    except RecursionError:
        raise source.error("JSON nested too deeply", "check where it comes from") from None
    except ValueError as error:
        if "Extra data" in str(error):
            yield from _read_lines(source, (line.encode() for line in text.split("\n")))
            return
        raise source.error(f"not JSON ({error})", "check that it is complete") from None
    yield from _read_value(source, value, data)


def read_json_lines(source: Source) -> Iterator[Found]:
    """The articles of a file with one JSON record a line, numbered by line from 1."""
    yield from _read_lines(source, long_lines(source))


def long_lines(source: Source) -> Iterator[bytes | None]:
    """The lines of a stream; None for one that is longer than an article may be."""
    most = source.limits.text
    with _line_reader(source.stream) as read:
        while line := read(most + 1):
            if len(line) <= most:
                yield line
                continue
            while line and not line.endswith(b"\n"):
                line = read(most)
            yield None


@contextmanager
def _line_reader(stream: io.BufferedReader) -> Iterator[Callable[[int], bytes]]:
    """What gives the next line of a stream, at most so much of it; as UTF-8 if it is in UTF-16 or UTF-32.

    What is damaged in the latter becomes U+FFFD.
    """
    wide = wide_codec(stream.peek(_HEAD)[:_HEAD])
    if wide is None:
        yield stream.readline
        return
    decoded = io.TextIOWrapper(stream, encoding=wide, errors="replace", newline="\n")
    try:
        yield lambda size: decoded.readline(size).encode()
    finally:
        decoded.detach()  # or the stream would be closed with it


def _read_lines(source: Source, lines: Iterable[bytes | None]) -> Iterator[Found]:
    for number, line in enumerate(lines, 1):
        try:
            if line is None:
                problem = f"a line of more than {source.limits.text:,} bytes"
                raise source.error(problem, "raise text under [limits] in config.toml", f"#{number}")
            if line.strip():
                yield _read_line(source, line, f"#{number}")
        except UnreadableError as error:
            yield error.details


def _read_line(source: Source, line: bytes, mark: str) -> Found:
    try:
        value = json.loads(decode(line, source.shown + mark))
    except RecursionError:
        raise source.error("JSON nested too deeply", "check where it comes from", mark) from None
    except ValueError as error:
        raise source.error(f"not JSON ({error})", "check that it is complete", mark) from None
    record = value if isinstance(value, dict) else {}
    return _article(source, record, mark, line.strip())


def _read_value(source: Source, value: Any, data: bytes) -> Iterator[Found]:
    if isinstance(value, dict) and str(value.get("schema")).startswith(_OWN_SCHEMA):
        raise source.error(*OWN_REPORT)
    if isinstance(value, dict) and text_of(value, source.options.fields["text"]) is not None:
        yield _article(source, value, "", data)
        return
    number = 0
    for number, record in enumerate(_records(source, value), 1):
        yield _article(source, record, f"#{number}", None)
    if not number:
        raise _no_text(source, "")


def _records(source: Source, value: Any) -> Iterator[dict[str, Any]]:
    """The objects that have a text, in the order of the document, without looking inside them."""
    waiting: list[tuple[Any, int]] = [(value, 0)]
    while waiting:
        current, depth = waiting.pop()
        if isinstance(current, dict):
            if text_of(current, source.options.fields["text"]) is not None:
                yield current
                continue
            current = list(current.values())
        if isinstance(current, list) and depth < _DEPTH:
            waiting.extend(
                (inner, depth + 1) for inner in reversed(current) if isinstance(inner, dict | list)
            )


def _article(source: Source, record: dict[str, Any], mark: str, data: bytes | None) -> Found:
    text = text_of(record, source.options.fields["text"])
    if text is None:
        raise _no_text(source, mark)
    return source.article(text, details_of(record, source.options), mark, data)


def _no_text(source: Source, mark: str) -> UnreadableError:
    names = ", ".join(source.options.fields["text"][:4])
    return source.error(
        f"no field with a text (looked for {names} …)", "name it under [fields] in config.toml", mark
    )
