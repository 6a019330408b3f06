"""Web archives (WARC, with warcio): the article of every page that was fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui.corpus.problems import ExhaustedError, UnreadableError
from tui.corpus.readers.html import read_page_bytes
from tui.corpus.readers.source import Found, Source, load_extra

_PAGES = ("text/html", "application/xhtml+xml")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def read_warc(source: Source) -> Iterator[Found]:
    """The pages of an archive, numbered from 1; those without an article (menus, lists) are passed over."""
    iterator = load_extra("warcio.archiveiterator", "warc", "a web archive", source.shown)
    load_extra("trafilatura", "html", "a web archive's pages", source.shown)
    number = found = 0
    try:
        for record in iterator.ArchiveIterator(source.stream):
            if _is_page(record):
                number += 1
                article = _page(source, record, f"#{number}")
                found += article is not None
                yield from () if article is None else (article,)
    except ExhaustedError:
        raise
    except Exception as error:  # noqa: BLE001 (what it raises for a damaged archive is not documented)
        problem = f"damaged after page {number} ({type(error).__name__}: {error})"
        raise source.error(problem, "the pages before are read; fetch it again for the rest") from None
    if not found:
        raise source.error(f"no article among its {number:,} pages", "leave it out")


def _is_page(record: Any) -> bool:
    if record.rec_type == "response":
        headers = record.http_headers
        return headers is not None and headers.get_statuscode() == "200" and _kind(headers) in _PAGES
    return record.rec_type == "resource" and _kind(record.rec_headers) in _PAGES


def _kind(headers: Any) -> str:
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _page(source: Source, record: Any, mark: str) -> Found | None:
    headers = record.http_headers or record.rec_headers
    found = _CHARSET.search(headers.get_header("Content-Type") or "")
    most = source.limits.text
    data = record.content_stream().read(most + 1)
    try:
        if len(data) > most:
            raise source.error(f"a page of more than {most:,} bytes", "raise text under [limits]", mark)
        url = record.rec_headers.get_header("WARC-Target-URI")
        return read_page_bytes(source, data, mark=mark, url=url, declared=found and found.group(1))
    except UnreadableError as error:
        return None if "no article" in error.problem or "no page" in error.problem else error.details
