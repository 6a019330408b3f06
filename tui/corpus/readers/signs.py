"""How files of each format begin: signs that settle it, and hints for a file without a suffix."""

from __future__ import annotations

import re
from functools import cache

_FLAGS = re.VERBOSE | re.IGNORECASE | re.DOTALL
# What may stand before the first element of a page or a feed.
_PROLOGUE = rb"""\s*+ (?: <\?[^<>]{0,500}> \s*+ | <!--(?:(?!-->).){0,2000}--> \s*+ )*"""
_HEADERS = rb"""(?: [\w-]+ : [^\n]*+ \n (?: [ \t] [^\n]*+ \n )*+ )"""

_SIGNS = {
    "gzip": rb"\x1f\x8b",
    "zip": rb"PK(?:\x03\x04|\x05\x06)",
    "warc": rb"WARC/[01]\.",
    "mailbox": rb"From[ ]\S+[ ][^\n]{0,60}\d{4}\r?\n[\w-]+:",
    "mhtml": _HEADERS + rb"{0,30}? (?: Snapshot-Content-Location: | From:\s*<Saved[ ]by[ ] )",
    "feed": _PROLOGUE + rb"< (?: rss | (?:\w+:)?feed | rdf:RDF ) \b",
    "page": _PROLOGUE + rb"(?: <!doctype\s+html | <html\b )",
}
# Text may begin with any of these, so a suffix that says otherwise is believed.
_HINTS = {
    "message": rb"(?=" + _HEADERS + rb"{3}) (?: " + _HEADERS + rb"{0,30}?"
    rb" (?: Return-Path | Received | From | Message-ID | Delivered-To | MIME-Version ) : )",
    "json lines": rb"\s*+ \{[^\n]*\} [ \t\r]* \n \s* \{",
    "json": rb"\s*+ (?: \{ \s* [\"}] | \[ \s* [\[{\]] )",
    "markdown": rb"(?: --- | \+\+\+ ) [ \t]* \r?\n",
}


_DOCUMENT = re.compile(rb"\s*+(?:\[\s*[\[{\]]|\{[ \t]*\r?\n)")
_RECORD = re.compile(rb"\s*+\{\s*\"")


def is_document(head: bytes) -> bool:
    """Whether JSON that begins with `head` goes over several lines or is a list."""
    return _DOCUMENT.match(head) is not None


def is_record(head: bytes) -> bool:
    """Whether `head` begins an object of JSON."""
    return _RECORD.match(head) is not None


@cache
def _compiled(kind: str, pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, _FLAGS if kind in _SIGNS else _FLAGS & ~re.DOTALL)


def _first(head: bytes, patterns: dict[str, bytes]) -> str | None:
    return next((kind for kind, sign in patterns.items() if _compiled(kind, sign).match(head)), None)


def find_sign(head: bytes) -> str | None:
    """The format a file that begins with `head` cannot but be in."""
    return _first(head, _SIGNS)


def find_hint(head: bytes) -> str | None:
    """The format a file that begins with `head` is likely to be in."""
    return _first(head, _HINTS)
