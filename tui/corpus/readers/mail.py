"""E-mail: one message, or an mbox of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from tui.corpus.decoding import decode
from tui.corpus.problems import UnreadableError
from tui.corpus.readers.markup import strip_markup
from tui.corpus.readers.source import Details, Found, Source
from tui.corpus.readers.structured import long_lines

_BOUNDARY = re.compile(rb"boundary\s*\*?0?\s*=\s*\"?([^\"\s;]*)", re.IGNORECASE)
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_HEADER = 4_000  # characters; decoding one takes time in the square of its length


def read_message(source: Source) -> Iterator[Found]:
    """The message, and each message attached to it (``#2``, ``#3`` …)."""
    data = source.read(source.limits.document)
    yield from _read_message(source, data, "")


def read_mailbox(source: Source) -> Iterator[Found]:
    """The messages of an mbox, numbered from 1."""
    for number, data in enumerate(_messages(source), 1):
        mark = f"#{number}"
        try:
            if data is None:
                raise source.error(
                    f"a message of more than {source.limits.text:,} bytes", "leave it out", mark
                )
            yield from _read_message(source, data, mark)
        except UnreadableError as error:
            yield error.details


def parse_message(source: Source, data: bytes, mark: str = "") -> Message:
    """The message in `data`.  Raises UnreadableError if it has more parts than one is allowed."""
    boundaries = _BOUNDARY.findall(data)
    parts = len(boundaries)
    # Each level of parts is asked about every line, so there may be fewer levels than parts.
    if parts <= source.limits.parts // 10:
        parts = sum(data.count(b"\n--" + boundary) for boundary in set(boundaries))
    if len(boundaries) > source.limits.parts // 10 or parts > source.limits.parts:
        raise source.error(f"{parts:,} parts in one message", "check where it comes from", mark)
    try:
        return message_from_bytes(data)
    except RecursionError:
        raise source.error("parts nested too deeply", "check where it comes from", mark) from None


def header(message: Message, name: str) -> str | None:
    """A header as text; what cannot be decoded stays as it is."""
    wanted = name.lower()
    value = next((value for key, value in message.raw_items() if key.lower() == wanted), None)
    if value is None:
        return None
    told = _decoded(str(value)[:_LONGEST_HEADER])
    try:
        return str(make_header(decode_header(told)))
    except (HeaderParseError, LookupError, ValueError):
        return told


def _decoded(value: str) -> str:
    """A header; bytes beyond ASCII that say no encoding are UTF-8, as is usual now, or windows-1252."""
    raw = value.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def payload(part: Message) -> bytes:
    """The bytes of a part that is not made of parts."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def charset(part: Message) -> str | None:
    """The encoding a part declares."""
    try:
        return part.get_content_charset()
    except (LookupError, ValueError):
        return None


def _read_message(source: Source, data: bytes, mark: str) -> Iterator[Found]:
    messages = list(_with_attached(parse_message(source, data, mark)))
    for number, message in enumerate(messages, 1):
        inner = f"{mark}#{number}" if number > 1 else mark
        yield _article(source, message, inner, data if number == 1 else None)


def _with_attached(message: Message) -> Iterator[Message]:
    yield message
    for part in message.walk():
        if part is not message and part.get_content_type() == "message/rfc822" and part.is_multipart():
            inner = part.get_payload(0)
            if isinstance(inner, Message):
                yield inner


def _article(source: Source, message: Message, mark: str, data: bytes | None) -> Found:
    name, address = parseaddr(header(message, "From") or "")
    details = Details(
        title=header(message, "Subject"),
        publisher=name or address.rpartition("@")[2],
        date=header(message, "Date"),
        url=(header(message, "Archived-At") or "").strip("<> "),
        language=header(message, "Content-Language"),
    )
    return source.article(_text(message, source.shown + mark), details, mark, data)


def _text(message: Message, shown: str) -> str:
    """The plain text of a message; if it has HTML alone, the words of that."""
    parts = list(_own_parts(message))
    told = _joined(parts, "text/plain", shown)
    return told or strip_markup(_joined([p for p in parts if _is_page(p)][:1], "text/html", shown))


def _is_page(part: Message) -> bool:
    return part.get_content_type() == "text/html"


def _joined(parts: Iterable[Message], kind: str, shown: str) -> str:
    """The texts of one kind, those of nothing but white space left out."""
    texts = [decode(payload(part), shown, charset(part)) for part in parts if part.get_content_type() == kind]
    return "\n\n".join(text.strip("\n") for text in texts if text.strip())


def _own_parts(message: Message) -> Iterator[Message]:
    """The parts that are text of the message itself: not those of attached messages, not attachments."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart":
            inner = part.get_payload()
            if isinstance(inner, list):
                waiting.extend(each for each in reversed(inner) if isinstance(each, Message))
        elif part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
            yield part


def _messages(source: Source) -> Iterator[bytes | None]:
    """The messages of an mbox: each begins with a line ``From …`` after a blank one; None if too large."""
    held: list[bytes] = []
    size, blank, begun = 0, True, False
    for line in long_lines(source):
        if blank and line is not None and line.startswith(b"From "):
            if begun:
                yield _unquoted(held, size, source.limits.text)
            held, size, begun = [], 0, True
            continue
        size += len(line) if line is not None else source.limits.text + 1
        if line is not None and size <= source.limits.text:
            held.append(line)
        blank = line is not None and not line.strip()
    if begun or size:
        yield _unquoted(held, size, source.limits.text)


def _unquoted(lines: list[bytes], size: int, most: int) -> bytes | None:
    return None if size > most else _QUOTED_FROM.sub(rb"\1", b"".join(lines))
