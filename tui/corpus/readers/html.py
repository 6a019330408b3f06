"""Saved web pages: the article among the menus (trafilatura), and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tui.corpus.decoding import decode
from tui.corpus.readers.linked import find_article
from tui.corpus.readers.mail import charset, header, parse_message, payload
from tui.corpus.readers.markup import strip_markup
from tui.corpus.readers.source import Details, Found, Source, load_extra

_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""\A\s*<\?xml[^<>]{0,100}encoding=["']([\w.:-]{1,40})""")
# Where pages keep what they say of themselves, best first (Open Graph, then what crawlers commonly meet).
_META = {
    "title": ("og:title", "twitter:title", "parsely-title", "dc.title", "headline"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "publisher", "al:android:app_name"),
    "date": ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
             "sailthru.date", "pubdate", "publishdate", "dc.date.issued", "dc.date", "date"),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "language": ("og:locale", "content-language", "language"),
}  # fmt: skip


def read_page(source: Source) -> Iterator[Found]:
    """The article of a saved HTML page."""
    data = source.read()
    yield read_page_bytes(source, data, declared=source.declared)


def read_mhtml(source: Source) -> Iterator[Found]:
    """The article of a page saved as one file with its pictures (MHTML)."""
    data = source.read(source.limits.document)
    message = parse_message(source, data)
    pages = [
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    if not pages:
        raise source.error("no page in it", "save it again as a web page")
    url = header(message, "Snapshot-Content-Location") or header(pages[0], "Content-Location")
    yield read_page_bytes(source, payload(pages[0]), url=url, declared=charset(pages[0]), raw=data)


def read_page_bytes(
    source: Source,
    data: bytes,
    *,
    mark: str = "",
    url: str | None = None,
    declared: str | None = None,
    raw: bytes | None = None,
) -> Found:
    """The article of a page; `url` is where it was fetched, `declared` the encoding its server named.

    Raises UnreadableError if there is no article in it, or if trafilatura is not installed.
    """
    trafilatura = load_extra("trafilatura", "html", "a web page", source.shown + mark)
    page = decode(data, source.shown + mark, declared or _declared(data))
    if page.count("<") > source.limits.tags:
        problem = f"a page of more than {source.limits.tags:,} elements"
        raise source.error(problem, "raise tags under [limits] in config.toml", mark)
    tree = trafilatura.load_html(page)
    if tree is None:
        raise source.error("no page in it", "save it again as a web page", mark)
    linked = find_article(tree, _addresses(tree, url))
    details = _details(tree, linked, url)
    text = _body(trafilatura, page, source, mark) or _linked_body(linked)
    if not text:
        raise source.error("no article text in it", "save the article's own page", mark)
    return source.article(_with_title(text, details.title), details, mark, raw or data)


def _declared(data: bytes) -> str | None:
    head = data[:4096]
    found = _XML_CHARSET.search(head) or _CHARSET.search(head)
    name = found.group(1).decode("ascii", "replace") if found else None
    # Whoever could read that much of it does not read UTF-16.
    return None if name and name.lower().startswith(("utf-16", "utf-32")) else name


def _body(trafilatura: Any, page: str, source: Source, mark: str) -> str:
    """The article's paragraphs, a blank line between them."""
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=False, with_metadata=False)
    except Exception as error:  # noqa: BLE001 (what it raises for a damaged page is not documented)
        problem = f"a page that cannot be taken apart ({type(error).__name__})"
        raise source.error(problem, "save it again, or as plain text", mark) from None
    return "\n\n".join(line for line in (text or "").split("\n") if line.strip())


def _with_title(text: str, title: object) -> str:
    """The text under its headline, as a page shows it."""
    if not isinstance(title, str) or not title.strip():
        return text
    first = text.partition("\n")[0]
    return text if _is_same_line(first, title) else f"{' '.join(title.split())}\n\n{text}"


def _is_same_line(first: str, title: str) -> bool:
    """Whether a line is the headline, give or take what one of them has at its end."""
    short, long = sorted((_letters(first[:1000]), _letters(title[:1000])), key=len)
    return long.startswith(short) and len(long) <= 2 * len(short)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _details(tree: Any, linked: dict[str, Any], url: str | None) -> Details:
    """What the page says: JSON-LD, then Open Graph and other meta elements, then what it shows."""
    meta = _meta(tree)
    publisher = linked.get("publisher") or linked.get("sourceOrganization")
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    return Details(
        title=_name(linked.get("headline")) or _first(meta, "title") or _shown_title(tree),
        publisher=_name(publisher) or _first(meta, "publisher"),
        date=_name(linked.get("datePublished")) or _first(meta, "date") or _shown_date(tree),
        url=url or _name(linked.get("url")) or _first(meta, "url") or canonical,
        language=_name(linked.get("inLanguage")) or tree.get("lang") or _first(meta, "language"),
    )


def _name(value: Any) -> str | None:
    """A text of JSON-LD: itself, or the name of what it is about."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return strip_markup(value) if isinstance(value, str) and value.strip() else None


def _addresses(tree: Any, url: str | None) -> set[str]:
    """Under which addresses a page knows itself."""
    own = (url, tree.xpath("string(//link[@rel='canonical']/@href)"), _first(_meta(tree), "url"))
    return {address.partition("#")[0] for address in own if address}


def _first(meta: dict[str, str], role: str) -> str | None:
    return next((meta[name] for name in _META[role] if name in meta), None)


def _meta(tree: Any) -> dict[str, str]:
    """The page's meta elements by their lower-case names; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _shown_title(tree: Any) -> str | None:
    for place in ("//h1", "//title"):
        words = " ".join(tree.xpath(f"string({place})").split())
        if words:
            return str(words)
    return None


def _shown_date(tree: Any) -> str | None:
    return (
        tree.xpath("string((//article//time | //main//time | //header//time)[@datetime][1]/@datetime)")
        or None
    )


def _linked_body(linked: dict[str, Any]) -> str:
    body = linked.get("articleBody")
    return strip_markup(body) if isinstance(body, str) else ""
