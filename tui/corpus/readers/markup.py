"""Scraps of HTML (a feed's entry, a field of a record) to plain text, in one pass over them."""

from __future__ import annotations

import html
import re

_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*+)[^<>]*+>|<!--|-->|<[!?][^<>]*+>|[^<-]++|[<-]")
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
    for token in _TOKEN.finditer(text):
        word, tag = token.group(), (token.group(2) or "").lower()
        if unseen is not None:
            unseen = None if word == unseen or (token.group(1) and tag == unseen) else unseen
        elif word == "<!--":
            unseen = "-->"
        elif tag:
            unseen = tag if tag in _UNSEEN and not token.group(1) else None
            pieces.append(_space(tag))
        elif not word.startswith(("<!", "<?")):
            pieces.append(_BLANKS.sub(" ", word.replace("\n", " ")))
    joined = _BREAKS.sub("\n", _BLANKS.sub(" ", html.unescape("".join(pieces)).replace("\xa0", " ")))
    return _GAPS.sub("\n\n", joined).strip()


def _space(tag: str) -> str:
    if tag in _PARAGRAPHS:
        return "\n\n"
    return "\n" if tag in _LINES else ""
