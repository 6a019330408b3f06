"""What was found in each article alone, kept from one scan to the next in a sqlite3 file in the cache.

An article is known by its text and by what the file says of it, wherever the file lies.  Everything here
can be made again, so that a file that is of no use is thrown away.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

from tui.model import Article
from tui.workspace.tables import FileState

if TYPE_CHECKING:
    from tui.claims.extracts import Extract

Answer = TypeVar("Answer")
Given = ParamSpec("Given")

SCHEMA = "1"

_TABLES = """
PRAGMA auto_vacuum = FULL;
CREATE TABLE mark (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (path TEXT PRIMARY KEY, sha256 TEXT, articles TEXT) WITHOUT ROWID;
CREATE TABLE article (key TEXT PRIMARY KEY, source BLOB, extract BLOB);
"""
_TOLD = tuple(field.name for field in fields(Article) if field.name != "path")
_AT_ONCE = 32  # articles that an interruption may cost
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Shelf:
    """Extracts by article, and the articles of each file.

    `marks` say what they are made with: where ``engine`` is another one, nothing of what is there counts;
    where ``reading`` is, only the articles of files do not.  A line for each thing that is wrong goes to
    `notices`; a scan goes on without what cannot be read or written.
    """

    def __init__(self, path: Path, marks: Mapping[str, str], notices: list[str]) -> None:
        self._path = path
        self._marks = {"schema": SCHEMA} | {key: marks[key] for key in ("engine", "reading")}
        self._notices = notices
        self._used: set[str] = set()
        self._unsaved = 0
        self._said = False
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        self._guarded(self._open)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._guarded(self._save)
        self._close()

    def articles(self, state: FileState) -> tuple[Article, ...] | None:
        """The articles of a file as it was when they were kept; None if that is not known."""
        return self._guarded(self._articles, state)

    def find(self, article: Article) -> Extract | None:
        """The extract of an article, if it is there."""
        key = _key(article)
        self._used.add(key)
        return self._guarded(self._extract, key, article)

    def keep(self, article: Article, packed: bytes) -> None:
        """Takes the extract of an article, as ``packing.pack`` gives it."""
        self._guarded(self._keep, article, packed)

    def settle(self, files: Iterable[tuple[FileState, Sequence[Article]]]) -> None:
        """Notes which articles the files hold, and lets go of all that were not asked for."""
        self._guarded(self._settle, list(files))

    # Each of these may raise sqlite3.Error, OSError, and ValueError for a row that makes no sense

    def _open(self) -> None:
        with suppress(OSError):  # then the index cannot be written either, and that is said
            self._path.parent.mkdir(parents=True, exist_ok=True)
        if not self._path.parent.is_dir():
            return
        is_new = not self._path.exists()
        self._connection = sqlite3.connect(self._path)
        self._connection.execute("PRAGMA synchronous = OFF")  # a torn file is noticed and made again
        if is_new:
            self._connection.executescript(_TABLES)
        found = self._found_marks()
        if not is_new and found.get("schema") != SCHEMA:
            raise sqlite3.DatabaseError("made by another version")
        if found.get("engine") != self._marks["engine"]:
            self._connection.execute("DELETE FROM article")
        if found != self._marks:
            self._connection.execute("DELETE FROM file")
            self._connection.executemany("INSERT OR REPLACE INTO mark VALUES (?, ?)", self._marks.items())
        self._connection.commit()

    def _found_marks(self) -> dict[str, str]:
        try:
            return dict(self._rows("SELECT key, value FROM mark"))
        except sqlite3.OperationalError as error:
            if "no such" in str(error):
                raise sqlite3.DatabaseError("made by something else") from None
            raise

    def _rows(self, query: str, *values: str) -> list[Any]:
        return self._connection.execute(query, values).fetchall() if self._connection else []

    def _articles(self, state: FileState) -> tuple[Article, ...] | None:
        held = self._rows(
            "SELECT articles FROM file WHERE path = ? AND sha256 = ?", state.path, str(state.sha256)
        )
        if not held:
            return None
        found = []
        for key, path in _listed(held[0][0]):
            row = self._rows("SELECT source FROM article WHERE key = ?", key)
            if not row:
                return None
            try:
                found.append(_unpack(row[0][0], path))
            except ValueError:
                self._drop([key])
                raise
        return tuple(found)

    def _extract(self, key: str, article: Article) -> Extract | None:
        from tui.claims.packing import unpack

        row = self._rows("SELECT extract FROM article WHERE key = ?", key)
        return unpack(row[0][0], article) if row else None

    def _keep(self, article: Article, packed: bytes) -> None:
        if self._connection is None:
            return
        row = _key(article), _pack(article), packed
        self._connection.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?)", row)
        self._unsaved += 1
        if self._unsaved >= _AT_ONCE:
            self._save()

    def _settle(self, files: Sequence[tuple[FileState, Sequence[Article]]]) -> None:
        if self._connection is None:
            return
        rows = [
            (state.path, state.sha256, _dump([[_key(article), article.path] for article in articles]))
            for state, articles in files
        ]
        self._connection.execute("DELETE FROM file")
        self._connection.executemany("INSERT INTO file VALUES (?, ?, ?)", rows)
        unused = {key for (key,) in self._rows("SELECT key FROM article")} - self._used
        self._drop(sorted(unused))
        self._save()

    def _drop(self, keys: Iterable[str]) -> None:
        if self._connection is not None:
            self._connection.executemany("DELETE FROM article WHERE key = ?", [(key,) for key in keys])

    def _save(self) -> None:
        self._unsaved = 0
        if self._connection is not None:
            self._connection.commit()

    # What happens where that goes wrong

    def _guarded(
        self, method: Callable[Given, Answer | None], *given: Given.args, **named: Given.kwargs
    ) -> Answer | None:
        """What a method gives; None, and a line said, where the file is damaged or cannot be used."""
        try:
            return method(*given, **named)
        except (sqlite3.OperationalError, OSError) as error:
            self._close()
            reason = getattr(error, "strerror", None) or str(error)
            self._say(f"cannot be used ({reason}); going on without")
        except ValueError as error:
            self._say(f"an article is damaged ({error}); it is analysed again")
        except sqlite3.DatabaseError as error:
            self._close()
            self._say(f"what was kept of the articles is {error}; it is made again")
            self._restart()
        return None

    def _restart(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
            self._open()
        except (sqlite3.Error, OSError):
            self._close()

    def _say(self, problem: str) -> None:
        """One line is enough, however many articles are damaged."""
        if not self._said:
            self._notices.append(f"{self._path}: {problem}")
        self._said = True

    def _close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def _key(article: Article) -> str:
    """What an extract depends on, besides the engine: everything but where the article lies."""
    told = _dump([getattr(article, name) for name in _TOLD])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _pack(article: Article) -> bytes:
    """An article without its path."""
    told = _dump([getattr(article, name) for name in _TOLD])
    return zlib.compress(told.encode("utf-8", "surrogatepass"), 6)


def _listed(told: str) -> list[tuple[str, str | None]]:
    """The articles of a file by key and path."""
    try:
        return [(str(key), path) for key, path in json.loads(told)]
    except (TypeError, RecursionError) as error:
        raise ValueError(str(error)) from None


def _unpack(packed: bytes, path: str | None) -> Article:
    try:
        told = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        return Article(path=path, **dict(zip(_TOLD, told, strict=True)))
    except (TypeError, RecursionError, zlib.error) as error:
        raise ValueError(str(error)) from None
