"""The index on disk: a cache of one corpus's analysis in sqlite3, rebuilt whenever it is of no use.

A whole new file is written beside the old one and renamed over it, so that a reader never sees half an
index.  Opening reads one small table and the file's header, and at most a few megabytes to check a small
index, whatever the size of the corpus.
"""

from __future__ import annotations

import json
import os
import sqlite3
import struct
import weakref
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import astuple
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal

from tui.model import AnalysedArticle, Claim
from tui.workspace import codec
from tui.workspace.tables import SCHEMA, FileState, Snapshot, fill, insert

_CLAIM = "SELECT position, id, text, status, flags, body FROM claim"
_QUICKLY_CHECKED = 4_000_000  # bytes that are checked in about 10 ms; a larger index is checked when scanning


class IndexDamagedError(Exception):
    """The index cannot be used; the message says why."""


class Index:
    """One corpus's analysis, read row by row.

    Positions count from 0: articles in the order of the list, claims in the order of the analysis.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        weakref.finalize(self, connection.close)
        self.marks: dict[str, str] = dict(self.rows("SELECT key, value FROM mark"))
        if self.marks.get("schema") != SCHEMA:
            raise IndexDamagedError("made by another version")

    @classmethod
    def open(cls, path: Path) -> Index:
        """The index at `path`.  Raises `FileNotFoundError` or `IndexDamagedError`."""
        _check_length(path)
        try:
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise IndexDamagedError(str(error)) from None
        index = cls(connection)
        if path.stat().st_size <= _QUICKLY_CHECKED:
            index.check()
        return index

    @classmethod
    def empty(cls) -> Index:
        """An index of nothing, in memory."""
        return cls.write(None, Snapshot((), (), (), {}))

    @classmethod
    def write(cls, path: Path | None, snapshot: Snapshot) -> Index:
        """Writes `snapshot` to `path` (None: into memory) and opens it.  Raises OSError where it cannot."""
        if path is None:
            connection = sqlite3.connect(":memory:", check_same_thread=False)
            fill(connection, snapshot)
            return cls(connection)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            with suppress(FileNotFoundError):
                draft.unlink()
            _write_file(draft, snapshot)
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink()
        return cls.open(path)

    @staticmethod
    def renew(path: Path, files: Iterable[FileState]) -> None:
        """Notes the sizes and times of files whose content is what the index was made from."""
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("DELETE FROM file")
            insert(connection, "file", map(astuple, files))

    def rows(self, query: str, *values: Any) -> list[Any]:
        """The rows of a query; a sequence among `values` is handed over as JSON, for ``json_each``.

        Raises `IndexDamagedError` where the file turns out to be damaged.
        """
        bound = [
            value if isinstance(value, str | int | None) else json.dumps(list(value)) for value in values
        ]
        try:
            return self._connection.execute(query, bound).fetchall()
        except sqlite3.DatabaseError as error:
            raise IndexDamagedError(str(error)) from None

    def check(self) -> None:
        """Reads the whole file; raises `IndexDamagedError` if a page of it is damaged."""
        found = self.rows("PRAGMA quick_check(1)")
        if found != [("ok",)]:
            raise IndexDamagedError(str(found[0][0]))

    def count(self, table: Literal["article", "claim"]) -> int:
        """How many rows ``article`` or ``claim`` has."""
        return int(self.rows(f"SELECT COALESCE(MAX(position) + 1, 0) FROM {table}")[0][0])  # noqa: S608

    def files(self) -> list[FileState]:
        """The files read, by path."""
        return [FileState(*row) for row in self.rows("SELECT * FROM file ORDER BY path")]

    def article(self, identity: str) -> AnalysedArticle:
        """One article.  Raises KeyError."""
        found = self.rows("SELECT body FROM article WHERE id = ? ORDER BY position LIMIT 1", identity)
        if not found:
            raise KeyError(identity)
        return codec.unpack_article(found[0][0])

    def articles(self) -> Iterable[AnalysedArticle]:
        """All articles in the order of the analysis."""
        return (
            codec.unpack_article(body) for (body,) in self.rows("SELECT body FROM article ORDER BY number")
        )

    def claim(self, identity: str) -> Claim:
        """One claim with its mentions.  Raises KeyError."""
        found = self.rows(_CLAIM + " WHERE id = ?", identity)
        if not found:
            raise KeyError(identity)
        position, *columns = found[0]
        mentions = self.rows("SELECT body FROM mention WHERE claim = ? ORDER BY number", position)
        return codec.unpack_claim(columns, tuple(codec.unpack_mention(body) for (body,) in mentions))

    def claims(self) -> Iterable[Claim]:
        """All claims in the order of the analysis."""
        mentions = self.rows("SELECT claim, body FROM mention ORDER BY claim, number")
        bodies = {claim: list(rows) for claim, rows in groupby(mentions, key=itemgetter(0))}
        for position, *columns in self.rows(_CLAIM + " ORDER BY position"):
            found = tuple(codec.unpack_mention(body) for _, body in bodies.get(position, ()))
            yield codec.unpack_claim(columns, found)


def _check_length(path: Path) -> None:
    """Whether the file is as long as its header says; a cut file is noticed without reading it."""
    with path.open("rb") as file:
        header = file.read(100)
        length = file.seek(0, os.SEEK_END)
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise IndexDamagedError("not an index")
    size = struct.unpack(">H", header[16:18])[0]
    pages = struct.unpack(">I", header[28:32])[0]
    if length != pages * (65536 if size == 1 else size):
        raise IndexDamagedError("cut short")


def _write_file(path: Path, snapshot: Snapshot) -> None:
    try:
        connection = sqlite3.connect(path)
        try:
            # The draft is thrown away if anything fails, so it needs no journal.
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            fill(connection, snapshot)
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        raise OSError(f"{path}: {error}") from None
