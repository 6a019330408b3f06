"""CSV and its kin: a row an article, columns by the names in the first row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from tui.corpus.decoding import codec_of
from tui.corpus.readers.fields import normal, text_of
from tui.corpus.readers.plain import details_of
from tui.corpus.readers.source import OWN_REPORT, Found, Source

_HEAD = 65_536  # bytes that tell the encoding
_OWN_COLUMNS = {"claim", "text", "status", "flags", "not_confirmed_by"}  # of a table of claims
DELIMITERS = ",;\t|:^~\x1f"
_ESCAPED = re.compile(rf'\\"[^"\r\n{re.escape(DELIMITERS)}]')  # no end of a field, nor a doubled mark
_SPREADSHEET = re.compile(r"sep=([^\w\s]|\t)\r?\n", re.IGNORECASE)


def read_table(source: Source) -> Iterator[Found]:
    """The articles of a table, numbered by row from 1, the row of names not counted."""
    escape = "\\" if _is_escaped(source) else None
    csv.field_size_limit(source.limits.text)  # the module's own limit, 131,072, is shorter than articles are
    lines = _lines(source)
    first = next(lines, "")
    named = _SPREADSHEET.match(first)  # "sep=;", as spreadsheets write it above the names
    first = next(lines, "") if named else first
    delimiter = named[1] if named else delimiter_of(first, source.options.fields["text"])
    rows = csv.reader(_with(first, lines), delimiter=delimiter, escapechar=escape, doublequote=escape is None)
    names = next(rows, [])
    if set(names) >= _OWN_COLUMNS:
        raise source.error(*OWN_REPORT)
    if not {normal(name) for name in source.options.fields["text"]} & set(map(normal, names)):
        known = ", ".join(source.options.fields["text"][:4])
        remedy = "name it under [fields] in config.toml"
        raise source.error(f"no column with a text (looked for {known} …)", remedy)
    yield from _read_rows(source, names, rows)


def delimiter_of(line: str, wanted: tuple[str, ...] = ()) -> str:
    """What parts the columns: what sets one of the names `wanted` apart, else what stands there most."""
    known = {normal(name) for name in wanted}

    def rank(delimiter: str) -> tuple[bool, int]:
        names = (normal(name) for name in line.strip().split(delimiter))
        return not known.isdisjoint(names), line.count(delimiter)

    return max(DELIMITERS, key=rank)


def _read_rows(source: Source, names: list[str], rows: Iterator[list[str]]) -> Iterator[Found]:
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            record = dict(zip(names, row, strict=False))
            text = text_of(record, source.options.fields["text"])
            if text is None:
                yield source.error("no text in the row", "leave it out or fill it", f"#{number}").details
            else:
                yield source.article(text, details_of(record, source.options), f"#{number}")
            if any(field.strip() for field in row[len(names) :]):
                problem = f"{len(row)} fields in a row of {len(names)} columns"
                yield source.error(problem, "check its quotation marks", f"#{number}").details
    except csv.Error as error:
        remedy = "check the quotation marks before it; the rest of the table is left out"
        raise source.error(f"not a table ({error})", remedy, f"#{number + 1}") from None


def _is_escaped(source: Source) -> bool:
    """Whether quotation marks inside of fields have a backslash before them, as databases write them."""
    head = source.stream.peek(_HEAD)[:_HEAD]
    return _ESCAPED.search(head.decode(codec_of(head, source.shown), "replace")) is not None


def _lines(source: Source) -> Iterator[str]:
    """The lines of a table as text.  Raises UnreadableError for one longer than an article may be."""
    head = source.stream.peek(_HEAD)[:_HEAD]
    text = io.TextIOWrapper(source.stream, encoding=codec_of(head, source.shown), newline="")
    most = source.limits.text
    try:
        while line := text.readline(most + 1):
            if len(line) > most:
                raise source.error(f"a line of more than {most:,} characters", "check its quotation marks")
            yield line
    except UnicodeDecodeError as error:
        byte = f"byte 0x{error.object[error.start]:02X}"
        raise source.error(f"not UTF-8 text further down ({byte})", "convert it with iconv") from None
    finally:
        text.detach()


def _with(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def is_table_head(line: str, names: tuple[str, ...]) -> bool:
    """Whether `line` names columns, one of them for a text."""
    columns = [normal(name) for name in line.strip().split(delimiter_of(line, names))]
    return len(columns) > 1 and bool({normal(name) for name in names} & set(columns))
