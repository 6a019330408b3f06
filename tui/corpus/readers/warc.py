"""Web archives (WARC, with warcio): the article of every page that was fetched."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from pathlib import Path
from typing import Any

from tui.corpus.problems import ExhaustedError, UnreadableError
from tui.corpus.readers.html import read_page_bytes
from tui.corpus.readers.source import Found, Source, load_extra

_PAGES = ("text/html", "application/xhtml+xml")
# Ways to pack a page; what else stands there (an encoding, mostly) packs nothing.
_PACKED = {"gzip", "x-gzip", "deflate", "br", "zstd", "compress"}
_AT_ONCE = 1 << 16  # bytes
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def read_warc(source: Source) -> Iterator[Found]:
    """The pages of an archive, numbered from 1; those without an article (menus, lists) are passed over."""
    iterator = load_extra("warcio.archiveiterator", "warc", "a web archive", source.shown)
    load_extra("trafilatura", "html", "a web archive's pages", source.shown)
    stream = _Prompt(source)
    number = found = 0
    for record in _records(iterator, stream, source):
        number += 1
        article = _page(source, record, f"#{number}")
        if article is not None:
            found += 1
            yield article
    if stream.damage:
        problem = f"damaged after page {number} ({stream.damage})"
        raise source.error(problem, "what comes before is read; fetch it again for the rest")
    if not found:
        raise source.error(f"no article among its {number:,} pages", "leave it out")


def _records(iterator: Any, stream: _Prompt, source: Source) -> Iterator[Any]:
    """The pages among the records.  Raises UnreadableError where the records are damaged."""
    try:
        records = iterator.ArchiveIterator(stream)
        while (record := _next(records)) is not None:
            if _is_page(record):
                yield record
            stream.note(record)
    except ExhaustedError:
        raise
    except Exception as error:  # noqa: BLE001 (what it raises for a damaged archive is not documented)
        problem = f"damaged ({type(error).__name__}: {error})"
        raise source.error(problem, "what comes before is read; fetch it again for the rest") from None


def _next(records: Iterator[Any]) -> Any:
    with _quiet():
        return next(records, None)


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing of what warcio has to say about an archive gets among the lines for the person."""
    with Path(os.devnull).open("w") as nowhere, redirect_stderr(nowhere):
        yield


class _Prompt:
    """The stream of a source, giving what there is at once and ending where it is damaged.

    So damage costs nothing that comes before it; what it was is kept in `damage`.
    """

    def __init__(self, source: Source) -> None:
        self._stream = source.stream
        self.damage: Exception | None = None

    def note(self, record: Any) -> None:
        """Takes a record that was looked at: what is left of it must be there."""
        left = record.raw_stream
        with _quiet():
            while left.read(_AT_ONCE):
                pass
        if getattr(left, "limit", 0) > 0 and self.damage is None:
            self.damage = EOFError("its last record is incomplete")

    def read(self, size: int) -> bytes:
        """At most `size` bytes; raises ExhaustedError."""
        try:
            return self._stream.read1(size)
        except (EOFError, OSError, zlib.error) as error:
            self.damage = error
            return b""


def _is_page(record: Any) -> bool:
    if record.rec_type == "response":
        headers = record.http_headers
        return headers is not None and headers.get_statuscode() == "200" and _kind(headers) in _PAGES
    return record.rec_type == "resource" and _kind(record.rec_headers) in _PAGES


def _kind(headers: Any) -> str:
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _unpacked(source: Source) -> set[str]:
    """The ways to pack a page that can be undone here."""
    readers = load_extra("warcio.bufferedreaders", "warc", "a web archive", source.shown)
    return set(readers.BufferedReader.get_supported_decompressors())


def _page(source: Source, record: Any, mark: str) -> Found | None:
    headers = record.http_headers or record.rec_headers
    found = _CHARSET.search(headers.get_header("Content-Type") or "")
    most = source.limits.text
    packing = (headers.get_header("Content-Encoding") or "").strip().lower()
    with _quiet():
        data = record.content_stream().read(most + 1)
    try:
        if packing in _PACKED - _unpacked(source):
            problem = f"a page packed with {packing}, which cannot be read"
            raise source.error(problem, "pip install brotli" if packing == "br" else "leave it out", mark)
        if len(data) > most:
            raise source.error(
                f"a page of more than {most:,} bytes", "raise text under [limits] in config.toml", mark
            )
        url = record.rec_headers.get_header("WARC-Target-URI")
        return read_page_bytes(source, data, mark=mark, url=url, declared=found and found.group(1))
    except UnreadableError as error:
        return None if "no article" in error.problem or "no page" in error.problem else error.details
