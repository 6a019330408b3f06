"""Files become articles: what is read, in which order, and what is wrong with what cannot be read."""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from tui.corpus.cleaning import clean, normalise_newlines
from tui.model import Article

SUFFIXES = (".txt", ".md")
LIMIT = 20_000_000  # bytes of one file


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a path could not be read, and what to do about it."""

    path: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; {self.remedy}"


class UnreadableError(Exception):
    """A path that gives no article.  `str()` is one line for the person."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        self.details = Problem(_shown(path), problem, remedy)
        super().__init__(str(self.details))

    @property
    def path(self) -> str:
        """The path as it was named."""
        return self.details.path

    @property
    def problem(self) -> str:
        """What is wrong, without the path."""
        return self.details.problem

    @property
    def remedy(self) -> str:
        """What the person can do."""
        return self.details.remedy


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Tells whether a file is the one seen before: `size` in bytes, `mtime_ns`, `sha256` of the bytes."""

    size: int
    mtime_ns: int
    sha256: str


def read(path: Path, shown: str | None = None, *, limit: int = LIMIT) -> Article:
    r"""The article in the text file at `path`; `shown` is the path to report it under.

    The text is the decoded file with newlines as ``\n`` and control characters replaced one for one.
    Raises UnreadableError for anything but a regular file of at most `limit` bytes of UTF-8 (or UTF-16
    with a byte order mark) that holds more than white space.
    """
    data = _bytes(path, shown or _shown(path), limit)
    text = decode(data, shown or _shown(path))
    if not text.strip():
        raise UnreadableError(shown or path, "no text in it", "leave it out or fill it")
    return Article(text=clean(text), path=shown or _shown(path), sha256=hashlib.sha256(data).hexdigest())


def decode(data: bytes, shown: str) -> str:
    """`data` as text, without byte order mark; raises UnreadableError if it is not text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decode(data, "utf-16", "UTF-16", shown)
    if b"\0" in data:
        remedy = "export it as plain text first"
        raise UnreadableError(shown, f"binary, not text (byte 0x00 at offset {data.index(0)})", remedy)
    return _decode(data, "utf-8-sig", "UTF-8", shown)


def _decode(data: bytes, codec: str, name: str, shown: str) -> str:
    try:
        return normalise_newlines(data.decode(codec))
    except UnicodeDecodeError as error:
        # The codec that drops the mark counts from behind it.
        offset = error.start + (3 if codec == "utf-8-sig" and data.startswith(codecs.BOM_UTF8) else 0)
        problem = f"not {name} text (byte 0x{data[offset]:02X} at offset {offset})"
        remedy = "convert it with iconv -f ENCODING -t utf-8 (windows-1252 is the usual one)"
        raise UnreadableError(shown, problem, remedy) from None


def walk(paths: Iterable[Path | str]) -> list[Path]:
    """The text files that `paths` name, sorted and each once.

    A file is taken whatever its name; a folder gives its ``.txt`` and ``.md`` files at any depth, but
    nothing hidden and nothing behind a link to a folder.  Raises UnreadableError for a path that does
    not exist or a folder that cannot be listed.
    """
    found: set[Path] = set()
    for path in map(Path, paths):
        found.update(_files(path, _raise))
    return sorted(found, key=_order)


def find(paths: Iterable[Path | str]) -> tuple[list[Path], list[Problem]]:
    """What `walk` finds, sorted by path, and what could not be listed; never raises for a path."""
    found: set[Path] = set()
    problems: list[Problem] = []
    for path in map(Path, paths):
        try:
            found.update(_files(path, lambda error: problems.append(error.details)))
        except UnreadableError as error:
            problems.append(error.details)
    return sorted(found, key=_order), sorted(set(problems), key=str)


def read_all(paths: Iterable[Path | str], *, limit: int = LIMIT) -> tuple[list[Article], list[Problem]]:
    """All articles that `paths` name, sorted by path, and what could not be read; never raises for a file."""
    found, problems = find(paths)
    articles: list[Article] = []
    for path in found:
        try:
            articles.append(read(path, limit=limit))
        except UnreadableError as error:
            problems.append(error.details)
    return articles, sorted(set(problems), key=str)


def fingerprint(path: Path) -> Fingerprint:
    """What the file at `path` is now; raises UnreadableError."""
    try:
        status = path.stat()
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from None
    return Fingerprint(status.st_size, status.st_mtime_ns, digest)


def is_unchanged(path: Path, before: Fingerprint) -> bool:
    """Whether the file at `path` is still what `before` says; its bytes are read only if the time differs."""
    try:
        status = path.stat()
    except OSError:
        return False
    if (status.st_size, status.st_mtime_ns) == (before.size, before.mtime_ns):
        return True
    return status.st_size == before.size and fingerprint(path).sha256 == before.sha256


def _bytes(path: Path, shown: str, limit: int) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError(shown, "a folder, not a file", "name the files in it")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError(shown, "not a regular file", "copy its content to a file")
        if status.st_size > limit:
            problem = f"too large ({status.st_size:,} bytes, at most {limit:,} are read)"
            raise UnreadableError(shown, problem, "split it into one file an article")
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(shown, error) from None


def _files(path: Path, report: Callable[[UnreadableError], None]) -> list[Path]:
    if not os.path.lexists(path):
        raise UnreadableError(path, "no such file or folder", "check the name")
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=lambda error: report(_unreadable(path, error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(folder, name) for name in names if _is_article(name)]
    return found


def _is_article(name: str) -> bool:
    return not name.startswith(".") and name.lower().endswith(SUFFIXES)


def _raise(error: UnreadableError) -> None:
    raise error


def _unreadable(path: Path | str, error: OSError) -> UnreadableError:
    where = error.filename or path
    if isinstance(error, PermissionError):
        return UnreadableError(where, "permission denied", "make it readable, or leave it out")
    reason = (error.strerror or type(error).__name__).lower()
    return UnreadableError(where, f"cannot be read ({reason})", "check the name and the disk")


def _shown(path: Path | str) -> str:
    return PurePath(path).as_posix()


def _order(path: Path) -> bytes:
    return os.fsencode(path)
