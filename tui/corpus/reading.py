"""Files become articles: what is read, in which order, and what is wrong with what cannot be read."""

from __future__ import annotations

import hashlib
import io
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import cast

from tui.corpus.cleaning import clean
from tui.corpus.decoding import decode
from tui.corpus.limits import Budget, Limits, check_length
from tui.corpus.problems import ExhaustedError, Problem, UnreadableError
from tui.corpus.readers import choosing
from tui.corpus.readers.names import merge
from tui.corpus.readers.source import Found, Options, Source
from tui.corpus.stdin import STDIN, STREAM
from tui.corpus.walking import describe_failure, find, walk
from tui.model import Article

__all__ = [
    "Content",
    "Fingerprint",
    "Limits",
    "Options",
    "Problem",
    "UnreadableError",
    "choose_options",
    "decode",
    "extras",
    "find",
    "fingerprint",
    "is_unchanged",
    "read",
    "read_all",
    "read_file",
    "walk",
]

LIMIT = Limits().text  # bytes of one article
_PROBLEMS = 10  # problems of one file that are told one by one
_USUAL = Options()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Tells whether a file is the one seen before: `size` in bytes, `mtime_ns`, `sha256` of the bytes."""

    size: int
    mtime_ns: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: articles and problems in the order of the file, the `sha256` of its bytes.

    Members are named by the file's path and a mark: ``mail.mbox#2``, ``pages.zip!a/b.html``.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    sha256: str


def read(path: Path, shown: str | None = None, *, limit: int = LIMIT) -> Article:
    r"""The article in the text file at `path`, whatever its suffix; `shown` is the path to report it under.

    The text is the decoded file with newlines as ``\n`` and control characters replaced one for one.
    Raises UnreadableError for anything but a regular file of at most `limit` bytes of text that holds
    more than white space.
    """
    data = _bytes(path, shown or _shown(path), limit)
    text = decode(data, shown or _shown(path))
    if not text.strip():
        raise UnreadableError(shown or path, "no text in it", "leave it out or fill it")
    return Article(text=clean(text), path=shown or _shown(path), sha256=hashlib.sha256(data).hexdigest())


def read_file(path: Path, shown: str | None = None, options: Options = _USUAL) -> Content:
    """All articles of the file at `path`, whatever its format, and what is wrong with the rest.

    Raises UnreadableError if nothing at all can be read of it.
    """
    name = shown or (STDIN.as_posix() if path == STREAM else _shown(path))
    if choosing.is_plain(path.name):
        article = read(path, name, limit=options.limits.text)
        check_length(article.text, name, options.limits)
        return Content((article,), (), article.digest)
    return _read_container(path, name, options)


def _read_container(path: Path, shown: str, options: Options) -> Content:
    try:
        with _opened(path, shown, options.limits) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            content = _collect(file, "" if path == STREAM else path.name, shown, options, digest)
    except OSError as error:
        raise describe_failure(shown, error) from None
    if not content.articles and len(content.problems) == 1 and content.problems[0].path == shown:
        problem = content.problems[0]
        raise UnreadableError(shown, problem.problem, problem.remedy)
    return content


def _collect(file: io.BufferedReader, name: str, shown: str, options: Options, digest: str) -> Content:
    """The articles of an opened file; of many problems the first few, and how many there were."""
    articles: list[Article] = []
    problems: list[Problem] = []
    more = -_PROBLEMS
    for found in _each(file, name, shown, options):
        if isinstance(found, Article):
            articles.append(found)
            continue
        more += 1
        if more <= 1:
            problems.append(found)
    if more > 1:
        problems[_PROBLEMS:] = [Problem(shown, f"{more:,} more problems like these", "mend these first")]
    return Content(tuple(articles), tuple(problems), digest)


def _each(file: io.BufferedReader, name: str, shown: str, options: Options) -> Iterator[Found]:
    budget = Budget(shown, options.limits)
    try:
        yield from choosing.read_member(Source(shown, name, file, budget, options))
    except ExhaustedError as error:
        yield error.details


def _opened(path: Path, shown: str, limits: Limits) -> io.BufferedReader:
    if path != STREAM:
        _check(path, shown, limits.file)
    return _stream(path, shown, limits)


def _stream(path: Path, shown: str, limits: Limits) -> io.BufferedReader:
    if path != STREAM:
        return path.open("rb")
    most = limits.document
    data = _standard_input(most)
    if data is None:
        raise UnreadableError(shown, "the standard input is closed", "pipe something in, or name files")
    if len(data) > most:
        remedy = "put it in a file, or raise document under [limits] in config.toml"
        raise UnreadableError(shown, f"more than {most:,} bytes", remedy)
    return io.BufferedReader(cast("io.RawIOBase", io.BytesIO(data)))


@cache
def _standard_input(most: int) -> bytes | None:
    """What was piped in, and is held as a whole, up to one byte more than `most`; None if nothing can be.

    It is read once: a second look in the same session sees the same.
    """
    return sys.stdin.buffer.read(most + 1) if sys.stdin else None


def read_all(
    paths: Iterable[Path | str], *, limit: int = LIMIT, options: Options = _USUAL
) -> tuple[list[Article], list[Problem]]:
    """All articles that `paths` name, sorted by path, and what could not be read; never raises for a file."""
    chosen = Options(replace(options.limits, text=limit), options.fields) if limit != LIMIT else options
    found, problems = find(paths)
    articles: list[Article] = []
    for path in found:
        try:
            content = read_file(path, options=chosen)
        except UnreadableError as error:
            problems.append(error.details)
        else:
            articles += content.articles
            problems += content.problems
    return articles, sorted(set(problems), key=str)


def fingerprint(path: Path) -> Fingerprint:
    """What the file at `path` is now; raises UnreadableError."""
    try:
        status = path.stat()
        with _stream(path, _shown(path), Limits()) as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise describe_failure(path, error) from None
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


def choose_options(limits: Mapping[str, int], fields: Mapping[str, Iterable[str]]) -> Options:
    """How to read by the settings: given limits instead of the usual ones, given names in front of them."""
    return Options(Limits(**limits), merge(fields))


def extras() -> str:
    """Which optional formats can be read here: what a file gives may depend on it."""
    return " ".join(name for name in ("trafilatura", "feedparser", "warcio") if find_spec(name))


def _bytes(path: Path, shown: str, limit: int) -> bytes:
    try:
        _check(path, shown, limit)
        return path.read_bytes()
    except OSError as error:
        raise describe_failure(shown, error) from None


def _check(path: Path, shown: str, limit: int) -> None:
    """Raises UnreadableError for what is no file or too large, OSError for what is not there."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError(shown, "a folder, not a file", "name the files in it")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(shown, "not a regular file", "copy its content to a file")
    if status.st_size > limit:
        problem = f"too large ({status.st_size:,} bytes, at most {limit:,} are read)"
        raise UnreadableError(shown, problem, "split it into one file an article")


def _shown(path: Path | str) -> str:
    return PurePath(path).as_posix()
