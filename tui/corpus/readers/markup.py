"""Scraps of HTML (a feed's entry, a field of a record) to plain text, in one pass over them."""

from __future__ import annotations

import html
import re

# An element (its slash and name), an instruction, or text up to the next of them.
_TAG = r"/?[a-zA-Z][^<>]*+>"
_TOKEN = re.compile(
    rf"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:]*+)[^<>]*+>|<[!?][^<>]*+>|(?:[^<]++|<(?!{_TAG}|[!?][^<>]*+>))++"
)
_MARKUP = re.compile(
    r"</(?:p|div|span|a|li|h[1-6]|blockquote|em|strong|b|i)>|<(?:br|p|div)\b[^<>]*+>", re.IGNORECASE
)
_UNSEEN = {"script", "style", "template", "noscript", "svg", "head"}
_PARAGRAPHS = {"p", "div", "section", "article", "blockquote", "ul", "ol", "table", "figure", "pre", "hr",
               "h1", "h2", "h3", "h4", "h5", "h6"}  # fmt: skip
_LINES = {"br", "li", "tr", "figcaption", "dt", "dd"}
_BLANKS = re.compile(r"[ \t\r\f\v\xa0]+")
_BREAKS = re.compile(r" ?\n ?")
_GAPS = re.compile(r"\n{3,}")


def has_markup(text: str) -> bool:
    """Whether `text` is HTML rather than words with a stray ``<``."""
    return "<" in text and _MARKUP.search(text) is not None


def strip_markup(text: str) -> str:
    """The words of an HTML scrap; a blank line between paragraphs.  Takes time linear in its length."""
    pieces: list[str] = []
    unseen: str | None = None
    for token in _TOKEN.finditer(_without_comments(text)):
        name = (token["name"] or "").lower()
        if unseen is not None:
            unseen = None if token["end"] and name == unseen else unseen
        elif name:
            unseen = name if name in _UNSEEN and not token["end"] else None
            pieces.append(_space(name))
        elif not token.group().startswith(("<!", "<?")):
            pieces.append(token.group().replace("\n", " "))
    joined = _BREAKS.sub("\n", _BLANKS.sub(" ", html.unescape("".join(pieces))))
    return _GAPS.sub("\n\n", joined).strip()


def _without_comments(text: str) -> str:
    """`text` without comments.  Of what follows an opening mark, all up to the closing one is dropped."""
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)


def _space(tag: str) -> str:
    if tag in _PARAGRAPHS:
        return "\n\n"
    return "\n" if tag in _LINES else ""
