"""Bytes to text: what a file declares first, then UTF-8, then a guess where one can be trusted."""

from __future__ import annotations

import codecs
from contextlib import suppress
from importlib.util import find_spec

from tui.corpus.cleaning import normalise_newlines
from tui.corpus.problems import UnreadableError

_GUESSING = "pip install 'claims-tui[html]' and its encoding is guessed, or convert it with iconv"
_ENOUGH = 200  # bytes below which a guess is no better than a throw of dice
_LOOKED_AT = 200_000  # bytes a guess is made from
_TOLD_BY = 2_000  # bytes that tell whether characters have two or four of them
# Marks by which encodings of two or four bytes a character begin; the longer ones first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEWEST = 8  # bytes that tell it
_HIGH = 0.4  # of the high bytes are 0 in a text that is mostly in Latin letters, and none of the low ones
# Names under which other encodings travel (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}


def decode(data: bytes, shown: str, declared: str | None = None) -> str:
    r"""`data` as text with newlines as ``\n`` and without byte order mark; UnreadableError if it is none.

    In this order: byte order mark, or the zeros of UTF-16 without one; the `declared` encoding if it fits;
    UTF-8; and for what is not UTF-8 the guess of charset-normalizer, where that is installed and there is
    enough to go by.
    """
    if wide := wide_codec(data):
        return _decode(data, wide, wide.upper(), shown)
    if declared and (text := _as_declared(data, declared)) is not None:
        return normalise_newlines(text)
    if b"\0" in data:
        remedy = "export it as plain text first"
        raise UnreadableError(shown, f"binary, not text (byte 0x00 at offset {data.index(0)})", remedy)
    try:
        return _decode(data, "utf-8-sig", "UTF-8", shown)
    except UnreadableError as error:
        guessed = guess(data)
        if guessed is None and len(data) >= _ENOUGH and not find_spec("charset_normalizer"):
            raise UnreadableError(shown, error.problem, _GUESSING) from None
        if guessed is None:
            raise
        return normalise_newlines(data.decode(guessed))


def wide_codec(head: bytes) -> str | None:
    """The codec of what begins with `head`, if its characters have two or four bytes."""
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    if marked or len(head) < _FEWEST or b"\0" not in head[:_TOLD_BY]:
        return marked
    first, second = head[:_TOLD_BY:2].count(0), head[1:_TOLD_BY:2].count(0)
    least = _HIGH * len(head[:_TOLD_BY]) / 2
    if first and second:
        return None
    return "utf-16-le" if second >= least else "utf-16-be" if first >= least else None


def codec_of(head: bytes, shown: str) -> str:
    """The codec for a stream that begins with `head`, cut anywhere; UnreadableError if it is no text."""
    if wide := wide_codec(head):
        return wide
    whole = head[: head.rfind(b"\n") + 1]
    if not whole:  # one long line: its last character may be cut
        whole = codecs.getincrementaldecoder("utf-8")("replace").decode(head).encode()
    decode(whole, shown)
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        return guess(whole) or "utf-8-sig"
    return "utf-8-sig"


def _as_declared(data: bytes, declared: str) -> str | None:
    name = declared.strip().strip("\"'").lower()
    try:
        return data.decode(_MEANT.get(name, name)).removeprefix("\ufeff")
    except (LookupError, UnicodeError, ValueError):  # no such encoding, one that is no text, another one
        return None


def guess(data: bytes) -> str | None:
    """The encoding charset-normalizer takes `data` to be in; None if it cannot tell or is not there."""
    if len(data) < _ENOUGH:
        return None
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    found = list(from_bytes(data[:_LOOKED_AT]))  # best first
    names = [name for match in found if match.chaos <= found[0].chaos for name in match.could_be_from_charset]
    if not names:
        return None
    # Single-byte code pages differ in few letters; among those that fit equally, the usual one is taken.
    name = "cp1252" if "cp1252" in names else found[0].encoding
    with suppress(UnicodeDecodeError, LookupError):
        data.decode(name)
        return name
    return None


def _decode(data: bytes, codec: str, name: str, shown: str) -> str:
    try:
        return normalise_newlines(data.decode(codec))
    except UnicodeDecodeError as error:
        # The codec that drops the mark counts from behind it.
        offset = error.start + (3 if codec == "utf-8-sig" and data.startswith(codecs.BOM_UTF8) else 0)
        problem = f"not {name} text (byte 0x{data[offset]:02X} at offset {offset})"
        remedy = "convert it with iconv -f ENCODING -t utf-8 (windows-1252 is the usual one)"
        raise UnreadableError(shown, problem, remedy) from None
