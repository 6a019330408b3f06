"""gzip and zip: what is inside is read as if it lay there unpacked."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import cast

from tui.corpus.cleaning import REPLACEMENT, clean
from tui.corpus.problems import UnreadableError
from tui.corpus.readers import choosing
from tui.corpus.readers.source import Found, Source

_DAMAGED = (EOFError, OSError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError)
# What texts, sheets and slides have inside, whichever program wrote them.
_OFFICE = {"[Content_Types].xml", "META-INF/manifest.xml"}
_UNSAFE = re.compile(r"[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")  # would break the line that names a file


def read_gzip(source: Source) -> Iterator[Found]:
    """What the gzip file holds, under the file's own name."""
    inner = PurePosixPath(source.name)
    name = inner.stem if inner.suffix.lower() == ".gz" else inner.name
    packed = gzip.GzipFile(fileobj=source.stream)
    try:
        yield from choosing.read_member(source.member("", name, packed))
    except (EOFError, OSError, zlib.error) as error:
        problem = f"damaged gzip ({error})"
        raise source.error(problem, "what comes before is read; fetch it again for the rest") from None


def read_zip(source: Source) -> Iterator[Found]:
    """Every article in the archive, by name (``a.zip!folder/page.html``); of a WACZ, its web archives."""
    with _opened(source) as archive:
        names = _wanted(archive, source)
        if not names:
            raise source.error("no article in it", "leave it out")
        for info in names:
            yield from _read_inner(source, archive, info)


def _opened(source: Source) -> zipfile.ZipFile:
    """The archive; one inside another is unpacked into memory, since its end is read first."""
    try:
        stream = (
            source.stream if source.stream.seekable() else io.BytesIO(source.read(source.limits.document))
        )
        return zipfile.ZipFile(stream)
    except (*_DAMAGED, ValueError) as error:
        raise source.error(f"damaged zip archive ({error})", "fetch it again") from None


def _wanted(archive: zipfile.ZipFile, source: Source) -> list[zipfile.ZipInfo]:
    """The members that may hold articles, by name."""
    infos = archive.infolist()
    if len(infos) > source.limits.members:
        problem = f"{len(infos):,} members, at most {source.limits.members:,} are read"
        raise source.error(problem, "raise members under [limits] in config.toml, or unpack it")
    names = {info.filename for info in infos}
    if names & _OFFICE:
        raise source.error("a document of an office program", "save it as plain text or as a web page")
    is_wacz = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
    wanted = [info for info in infos if _is_wanted(info, is_wacz)]
    return sorted(wanted, key=lambda info: info.filename)


def _is_wanted(info: zipfile.ZipInfo, is_wacz: bool) -> bool:
    path = PurePosixPath(info.filename)
    if info.is_dir() or any(part.startswith((".", "__MACOSX")) for part in path.parts):
        return False
    return path.parts[0] == "archive" if is_wacz else choosing.is_readable(path.name)


def _read_inner(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Found]:
    mark = f"!{_UNSAFE.sub(REPLACEMENT, clean(info.filename))}"
    try:
        with archive.open(info) as stream:
            member = source.member(
                mark, PurePosixPath(info.filename).name, cast("zipfile.ZipExtFile", stream)
            )
            yield from choosing.read_member(member)
    except UnreadableError as error:
        yield error.details
    except _DAMAGED as error:
        problem = "encrypted" if info.flag_bits & 1 else f"damaged in the archive ({error})"
        yield source.error(problem, "unpack it first", mark).details
