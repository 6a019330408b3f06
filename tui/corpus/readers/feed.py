"""RSS and Atom feeds saved to disk (feedparser): an entry an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from tui.corpus.calendar import iso_date
from tui.corpus.decoding import wide_codec
from tui.corpus.problems import UnreadableError
from tui.corpus.readers.markup import strip_markup
from tui.corpus.readers.source import Details, Found, Source, load_extra

_ENTRY_END = re.compile(rb"</(?:\w{1,20}:)?(?:item|entry)\s*>|<(?:item|entry)[^<>]*/>", re.IGNORECASE)

_END = re.compile(rb"</\s*(?:rss|(?:\w+:)?feed|rdf:RDF)\s*>", re.IGNORECASE)
_TAIL = 2000  # bytes at the end of a feed; some sites leave remarks behind it

# No feed needs entities of its own; those there are serve to blow up a parser.
_ENTITY = re.compile(rb"<!ENTITY[^<>]*+>", re.IGNORECASE)


def read_feed(source: Source) -> Iterator[Found]:
    """The entries of a feed, numbered from 1; those beyond the limit are left out, which is said."""
    parser = load_extra("feedparser", "feeds", "a feed", source.shown)
    data = _ENTITY.sub(b"", _narrow(source.read(source.limits.document)))
    data, cut = _shortened(data, source.limits.entries)
    parsed = _parse(parser, data, source)
    if not parsed.entries:
        raise source.error("a feed without entries", "leave it out, or save it again")
    for number, entry in enumerate(parsed.entries[: source.limits.entries], 1):
        try:
            yield _article(source, parsed.feed, entry, f"#{number}")
        except UnreadableError as error:
            yield error.details
    if not cut and not _END.search(data[-_TAIL:]):
        raise source.error("a feed that ends too early", "save it again; what there is was read")
    if cut:
        problem = f"more than {source.limits.entries:,} entries; the rest of it is left out"
        raise source.error(problem, "raise entries under [limits] in config.toml, or split the feed")


def _narrow(data: bytes) -> bytes:
    """A feed in UTF-16 or UTF-32 as UTF-8, its mark saying so: what is counted in it is counted in bytes."""
    wide = wide_codec(data)
    return data.decode(wide, "replace").encode("utf-8-sig") if wide else data


def _shortened(data: bytes, most: int) -> tuple[bytes, bool]:
    """`data` up to the end of its entry number `most`, and whether there was more."""
    ends = _ENTRY_END.finditer(data)
    last = None
    for number, end in enumerate(ends, 1):
        if number > most:
            return data[: last or end.start()], True
        last = end.end()
    return data, False


def _parse(parser: Any, data: bytes, source: Source) -> Any:
    try:
        return parser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001 (what it raises for a damaged feed is not documented)
        problem = f"a feed that cannot be taken apart ({type(error).__name__})"
        raise source.error(problem, "save it again") from None


def _article(source: Source, feed: Any, entry: Any, mark: str) -> Found:
    title = strip_markup(entry.get("title") or "")
    texts = [strip_markup(part.get("value") or "") for part in entry.get("content") or ()]
    body = max([*texts, strip_markup(entry.get("summary") or "")], key=len)
    details = Details(
        title=title,
        publisher=strip_markup((entry.get("source") or {}).get("title") or feed.get("title") or ""),
        date=_day(entry),
        url=entry.get("link"),
        language=feed.get("language"),
    )
    return source.article("\n\n".join(filter(None, (title, body))), details, mark)


def _day(entry: Any) -> str | None:
    """The day an entry was published, else last changed, as it says; of a date of a rare form that in UTC."""
    told = iso_date(entry.get("published") or entry.get("updated"))
    if told:
        return told
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return f"{moment[0]:04}-{moment[1]:02}-{moment[2]:02}" if moment else None
