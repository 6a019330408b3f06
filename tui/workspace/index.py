"""The index on disk: a cache of one corpus's analysis in sqlite3, rebuilt whenever it is of no use.

A whole new file is written beside the old one and renamed over it, so that a reader never sees half an
index.  Opening reads one small table and the file's header, and at most a few megabytes to check a small
index, whatever the size of the corpus.
"""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
import struct
import time
import weakref
from array import array
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import astuple
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO, Literal

from tui.model import STATUSES, AnalysedArticle, Claim
from tui.workspace import codec
from tui.workspace.codec import Sayings
from tui.workspace.press import IndexDamagedError, Press, unpack
from tui.workspace.seal import is_sealed, seal
from tui.workspace.tables import SCHEMA, FileState, Snapshot, fill, hashed, insert

_CLAIMS = "SELECT position, id, status, flags FROM claim WHERE position IN (SELECT value FROM json_each(?))"
_ARTICLE = "SELECT article.body, text.body FROM article JOIN text ON text.article = position"
_HELD = 64  # articles whose mentions stay unpacked
_REMEMBERED = 8_000_000  # characters of texts that stay unpacked
_AT_ONCE = 200  # texts that are unpacked together, claims that are read together
_ABANDONED = 86_400  # seconds
_QUICKLY_CHECKED = 4_000_000  # bytes that are checked in about 10 ms; a larger index is checked when scanning


class Index:
    """One corpus's analysis, read row by row.

    Positions count from 0: articles in the order of the list, claims in the order of the analysis.
    """

    def __init__(self, connection: sqlite3.Connection, file: BinaryIO | None = None) -> None:
        self._connection = connection
        self._file = file
        weakref.finalize(self, _close, connection, file)
        self._sayings: dict[int, Sayings] = {}
        self._texts: dict[int, str] = {}
        self._remembered = 0  # characters
        self.marks: dict[str, str] = dict(self.rows("SELECT key, value FROM mark"))
        if self.marks.get("schema") != SCHEMA:
            raise IndexDamagedError("made by another version")

    @classmethod
    def open(cls, path: Path) -> Index:
        """The index at `path`.  Raises `FileNotFoundError` or `IndexDamagedError`."""
        _check_length(path)
        file = path.open("rb")
        try:
            connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
        except sqlite3.Error as error:
            file.close()
            raise IndexDamagedError(str(error)) from None
        index = cls(connection, file)
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
            _clear_away(path)
        finally:
            with suppress(OSError):
                draft.unlink()
        return cls.open(path)

    @staticmethod
    def renew(path: Path, files: Iterable[FileState]) -> None:
        """Notes the sizes and times of files whose content is what the index was made from."""
        with suppress(sqlite3.Error, OSError), path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)  # one at a time, or a seal might be that of another's state
            with closing(sqlite3.connect(path)) as connection, connection:
                connection.execute("DELETE FROM file")
                insert(connection, "file", map(astuple, files))
            seal(path)

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
        """Reads the whole file; raises `IndexDamagedError` if any byte of it is not as it was written."""
        try:
            if self._file is not None and not is_sealed(self._file):
                raise IndexDamagedError("not as it was written")
        except OSError as error:
            raise IndexDamagedError(str(error)) from None

    def count(self, table: Literal["article", "claim"]) -> int:
        """How many rows ``article`` or ``claim`` has."""
        return int(self.rows(f"SELECT COALESCE(MAX(position) + 1, 0) FROM {table}")[0][0])  # noqa: S608

    def files(self) -> list[FileState]:
        """The files read, by path."""
        return [FileState(*row) for row in self.rows("SELECT * FROM file ORDER BY path")]

    @cached_property
    def _presses(self) -> dict[str, Press]:
        rows = self.rows("SELECT kind, body FROM dictionary")
        return {kind: Press(Press(b"").unpack(body)) for kind, body in rows}

    def article(self, identity: str) -> AnalysedArticle:
        """One article.  Raises KeyError."""
        found = self.rows(f"{_ARTICLE} WHERE id = ? ORDER BY position LIMIT 1", identity)
        if not found:
            raise KeyError(identity)
        return self._article(*found[0])

    def articles(self) -> Iterable[AnalysedArticle]:
        """All articles in the order of the analysis."""
        for (position,) in self.rows("SELECT position FROM article ORDER BY number"):
            yield self._article(*self.rows(f"{_ARTICLE} WHERE position = ?", position)[0])

    def _article(self, body: bytes, text: bytes) -> AnalysedArticle:
        packed = self._presses["article"].unpack(body)
        return codec.unpack_article(packed, codec.decode(self._presses["text"].unpack(text)))

    def texts(self, articles: Iterable[int]) -> Iterable[tuple[int, str]]:
        """The positions of some articles, each with its text."""
        wanted = sorted(articles)
        for first in range(0, len(wanted), _AT_ONCE):
            batch = wanted[first : first + _AT_ONCE]
            texts = self._texts
            held = {position: texts[position] for position in batch if position in texts}
            yield from held.items()
            for position, packed in self.rows(
                "SELECT article, body FROM text WHERE article IN (SELECT value FROM json_each(?))",
                [position for position in batch if position not in held],
            ):
                text = codec.decode(self._presses["text"].unpack(packed))
                self._remember(position, text)
                yield position, text

    def _remember(self, article: int, text: str) -> None:
        """Keeps a text at hand: the next letter of a filter asks for many of the same."""
        if self._remembered + len(text) > _REMEMBERED:
            self._texts, self._remembered = {}, 0
        self._texts[article] = text
        self._remembered += len(text)

    def sayings(self, article: int) -> Sayings:
        """What is said in the article at a position."""
        found = self._sayings.get(article)
        if found is None:
            ((identity, packed),) = self.rows(
                "SELECT id, saying.body FROM article JOIN saying ON saying.article = position"
                " WHERE position = ?",
                article,
            )
            ((_, whole),) = self.texts([article])
            found = Sayings(self._presses["saying"].unpack(packed), identity, whole)
            if len(self._sayings) >= _HELD:
                self._sayings.clear()
            self._sayings[article] = found
        return found

    def said_in(self, articles: Iterable[int]) -> Iterable[tuple[int, array[int]]]:
        """The positions of some articles, each with the claim of each of its mentions."""
        rows = self.rows(
            "SELECT article, claims FROM saying WHERE article IN (SELECT value FROM json_each(?))", articles
        )
        return ((article, unpack(packed)) for article, packed in rows)

    def wordings(self, claims: Iterable[int]) -> dict[int, str]:
        """The words of the claims at some positions."""
        found: dict[int, str] = {}
        cut: dict[int, list[tuple[int, int, int]]] = {}
        for position, home, start, end, text in self.rows(
            'SELECT position, home, start, "end", text FROM claim'
            " WHERE position IN (SELECT value FROM json_each(?))",
            sorted(claims),
        ):
            if home is None:
                found[position] = text
            else:
                cut.setdefault(home, []).append((position, start, end))
        for home, whole in self.texts(cut):
            for position, start, end in cut[home]:
                found[position] = whole[start:end]
        return found

    def claim_position(self, identity: str) -> int | None:
        """Where the claim of an id stands; None if there is none."""
        found = self.rows("SELECT position FROM claim WHERE name = ?", identity)
        number = hashed(identity[1:]) if identity.startswith("c") else None
        if not found and number is not None:
            found = self.rows("SELECT position FROM claim WHERE fingerprint = ? AND name IS NULL", number)
        return found[0][0] if found else None

    def known(self, identities: Iterable[str]) -> list[str]:
        """Those of the ids that are of claims."""
        return [identity for identity in identities if self.claim_position(identity) is not None]

    def claim(self, identity: str) -> Claim:
        """One claim with its mentions.  Raises KeyError."""
        position = self.claim_position(identity)
        if position is None:
            raise KeyError(identity)
        return self.claims_at([position])[0]

    def claims(self) -> Iterable[Claim]:
        """All claims in the order of the analysis."""
        number = self.count("claim")
        for first in range(0, number, _AT_ONCE):
            yield from self.claims_at(range(first, min(first + _AT_ONCE, number)))

    def claims_at(self, positions: Sequence[int]) -> list[Claim]:
        """The claims at some positions, in the same order."""
        held = self.rows(
            "SELECT claim, article, place FROM mention WHERE claim IN (SELECT value FROM json_each(?))"
            " ORDER BY claim, number",
            positions,
        )
        places = {claim: [row[1:] for row in rows] for claim, rows in groupby(held, key=itemgetter(0))}
        rows = self.rows(_CLAIMS, positions)
        texts = self.wordings(positions)
        found = {row[0]: self._claim(row, texts[row[0]], places[row[0]]) for row in rows}
        return [found[position] for position in positions]

    def _claim(self, row: Sequence[Any], text: str, places: Sequence[tuple[int, int]]) -> Claim:
        _, identity, status, flags = row
        first, number = places[0]
        origins, numbers, reasons = self.sayings(first).details(number)
        mentions = tuple(self.sayings(article).mention(place) for article, place in places)
        return Claim(
            identity, text, STATUSES[status], codec.unpack_flags(flags), origins, mentions, numbers, reasons
        )


def _clear_away(path: Path) -> None:
    """Removes drafts that were left half written when a scan was killed, a day or longer ago."""
    for draft in path.parent.glob(f"{path.name}.*[0-9]"):
        with suppress(OSError):
            if time.time() - draft.stat().st_mtime > _ABANDONED:
                draft.unlink()


def _close(connection: sqlite3.Connection, file: BinaryIO | None) -> None:
    connection.close()
    if file is not None:
        file.close()


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
        seal(path)
    except sqlite3.OperationalError as error:
        raise OSError(f"{path}: {error}") from None
