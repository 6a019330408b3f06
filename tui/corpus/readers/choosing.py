"""Which reader reads what: by what a file holds, and by its suffix where that leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePosixPath

from tui.corpus.decoding import wide_codec
from tui.corpus.problems import UnreadableError
from tui.corpus.readers import signs
from tui.corpus.readers.source import Found, Reader, Source

_HEAD = 4096  # bytes that tell the format

# format -> the module here and its function; imported when such a file occurs.
READERS = {
    "plain": "plain.read_plain",
    "markdown": "plain.read_markdown",
    "json": "structured.read_json",
    "json lines": "structured.read_json_lines",
    "table": "tabular.read_table",
    "message": "mail.read_message",
    "mailbox": "mail.read_mailbox",
    "page": "html.read_page",
    "mhtml": "html.read_mhtml",
    "feed": "feed.read_feed",
    "warc": "warc.read_warc",
    "gzip": "archive.read_gzip",
    "zip": "archive.read_zip",
}
SUFFIXES = {
    ".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown",
    ".json": "json", ".jsonl": "json lines", ".ndjson": "json lines",
    ".csv": "table", ".tsv": "table", ".eml": "message", ".mbox": "mailbox",
    ".html": "page", ".htm": "page", ".xhtml": "page", ".mhtml": "mhtml", ".mht": "mhtml",
    ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".xml": "feed",
    ".warc": "warc", ".wacz": "zip", ".zip": "zip", ".gz": "gzip",
}  # fmt: skip
# What these hold is text, whatever it looks like.
_TEXTS = {"plain", "markdown"}
# What has elements, the first of them near its beginning.
_MARKED = {"page", "feed"}


def is_readable(name: str) -> bool:
    """Whether a file of this name is taken from a folder or an archive."""
    return not name.startswith(".") and PurePosixPath(name).suffix.lower() in SUFFIXES


def is_plain(name: str) -> bool:
    """Whether the suffix alone says that this is plain text."""
    return _named(name) == "plain"


def choose(name: str, head: bytes, text_fields: tuple[str, ...] = ()) -> str:
    """The format of a file that begins with `head`; ``plain`` if nothing tells."""
    named = _named(name)
    if named in _TEXTS:
        return str(named)
    wide = wide_codec(head)
    bare = head.decode(wide, "ignore").encode() if wide else head.removeprefix(b"\xef\xbb\xbf")
    found = signs.find_sign(bare) or _believed(named, bare) or signs.find_hint(bare)
    return found or ("table" if _is_table(bare, text_fields) else "plain")


def _believed(named: str | None, head: bytes) -> str | None:
    """What the suffix says, unless the file begins as nothing of that kind can."""
    if named == "json lines" and signs.is_document(head):
        return "json"
    if named == "table" and (signs.is_document(head) or signs.is_record(head)):
        return None
    return None if named in _MARKED and head.strip() and b"<" not in head else named


def _named(name: str) -> str | None:
    return SUFFIXES.get(PurePosixPath(name).suffix.lower())


def _is_table(head: bytes, text_fields: tuple[str, ...]) -> bool:
    from tui.corpus.readers.tabular import is_table_head

    return is_table_head(head.partition(b"\n")[0].decode("utf-8", "replace"), text_fields)


def reader(kind: str) -> Reader:
    """The function that reads a format."""
    module, _, function = READERS[kind].partition(".")
    found: Reader = getattr(import_module(f"tui.corpus.readers.{module}"), function)
    return found


def read_member(source: Source) -> Iterator[Found]:
    """The articles of a file or member and what is wrong with it; raises ExhaustedError alone."""
    head = source.stream.peek(_HEAD)[:_HEAD]
    try:
        yield from reader(choose(source.name, head, source.options.fields["text"]))(source)
    except UnreadableError as error:
        yield error.details
    except RecursionError:
        yield source.error("nested too deeply", "check where it comes from").details
