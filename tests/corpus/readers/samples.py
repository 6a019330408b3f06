"""Small files of each format, written here."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping

PARAGRAPHS = [
    f"On day {number} the harbour master said that the ferry would be sold to a buyer in the north,"
    " and that nobody on the island had been asked about it."
    for number in range(1, 7)
]
LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Not this"},
        {
            "@type": ["NewsArticle"],
            "headline": "Ferry to be sold &amp; scrapped",
            "datePublished": "2023-02-03T23:30:00-05:00",
            "publisher": {"@type": "Organization", "name": "The Island Post"},
            "inLanguage": "en-GB",
        },
    ],
}
META = (
    '<meta property="og:title" content="Ferry sale">'
    '<meta property="og:site_name" content="Island Post Online">'
    '<meta property="article:published_time" content="2023-02-04T08:00:00Z">'
    '<meta property="og:url" content="https://post.example/ferry">'
)


def page(head: str = "", title: str = "Ferry to be sold | Post", body: str = "", lang: str = "en") -> str:
    """A web page with a menu, an article and a footer."""
    text = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><title>{title}</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article><h1>Ferry to be sold &amp; scrapped</h1>{text}</article>"
        "<footer>Copyright Island Post. Subscribe to our newsletter.</footer></body></html>"
    )


def linked(value: object) -> str:
    """`value` as JSON-LD in a page's head."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive, its members stored in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def warc(pages: Mapping[str, tuple[str, str, bytes]], is_packed: bool = True) -> bytes:
    """A web archive: of each address the status, the content type and the bytes."""
    records = []
    for number, (address, (status, kind, data)) in enumerate(pages.items()):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
            f"WARC-Date: 2023-02-04T10:00:00Z\r\nWARC-Target-URI: {address}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(map(packed, records) if is_packed else records)


def packed(text: str | bytes) -> bytes:
    """`text` packed with gzip."""
    return gzip.compress(text.encode() if isinstance(text, str) else text, mtime=0)
