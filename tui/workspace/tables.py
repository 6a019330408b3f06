"""The tables of an index and how an analysis is laid out in them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from tui.model import AnalysedArticle, Claim
from tui.workspace import codec, postings
from tui.workspace.evidence import digest, fingerprint, trace
from tui.workspace.postings import spread

SCHEMA = "3"

_TABLES = """
CREATE TABLE mark (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, sha256 TEXT, problem TEXT
) WITHOUT ROWID;
CREATE TABLE article (
    position INTEGER PRIMARY KEY, number INTEGER, id TEXT, path TEXT, title TEXT, publisher TEXT, date TEXT,
    claims INTEGER, denied INTEGER, unverified INTEGER, echo INTEGER, body BLOB
);
CREATE TABLE copy (article INTEGER PRIMARY KEY, original INTEGER);
CREATE TABLE claim (
    position INTEGER PRIMARY KEY, id TEXT, text TEXT, status TEXT, flags TEXT,
    articles INTEGER, origins INTEGER, mentions INTEGER, fingerprint TEXT, evidence TEXT, body TEXT
);
CREATE TABLE mention (
    claim INTEGER, number INTEGER, article INTEGER, start INTEGER, "end" INTEGER, trace TEXT, body TEXT,
    PRIMARY KEY (claim, number)
) WITHOUT ROWID;
CREATE TABLE sorting (name TEXT PRIMARY KEY, positions BLOB) WITHOUT ROWID;
CREATE TABLE posting (
    field TEXT, value TEXT, claims BLOB, articles BLOB, PRIMARY KEY (field, value)
) WITHOUT ROWID;
"""
_LOOKUPS = """
CREATE INDEX article_id ON article (id);
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_fingerprint ON claim (fingerprint);
CREATE INDEX mention_article ON mention (article, claim);
CREATE INDEX mention_trace ON mention (trace);
"""


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was last read: size in bytes, mtime in ns, hash of the bytes, what was wrong with it.

    An `mtime` of -1 tells nothing: the file was so new that it may have changed again in the same tick.
    """

    path: str
    size: int
    mtime: int
    sha256: str | None
    problem: str | None = None


@dataclass(frozen=True)
class Snapshot:
    """What an index is written from.  `marks` say what it was made with (engine, voices)."""

    articles: Sequence[AnalysedArticle]
    claims: Sequence[Claim]
    files: Sequence[FileState]
    marks: Mapping[str, str]


def fill(connection: sqlite3.Connection, snapshot: Snapshot) -> None:
    """Makes the tables of an index in an empty database and writes `snapshot` to them."""
    order = sorted(range(len(snapshot.articles)), key=lambda number: _list_key(snapshot.articles[number]))
    listed = [snapshot.articles[number] for number in order]
    places = {analysed.id: place for place, analysed in reversed(list(enumerate(listed)))}
    counts = _count_claims(snapshot.claims)
    dates = {analysed.id: analysed.article.date or "" for analysed in listed}
    hashes = [[trace(mention) for mention in claim.mentions] for claim in snapshot.claims]
    connection.executescript(_TABLES)
    for table, rows in (
        ("mark", [("schema", SCHEMA), *sorted(snapshot.marks.items())]),
        ("file", map(astuple, snapshot.files)),
        ("article", (_article_row(n, order[n], analysed, counts) for n, analysed in enumerate(listed))),
        ("copy", _copy_rows(listed, places)),
        ("claim", _claim_rows(snapshot.claims, hashes)),
        ("mention", _mention_rows(snapshot.claims, places, hashes)),
        ("sorting", postings.sort(snapshot.claims, dates)),
        ("posting", postings.post(snapshot.claims, [analysed.article for analysed in listed], places)),
    ):
        insert(connection, table, rows)
    connection.executescript(_LOOKUPS)
    connection.commit()


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Adds whole rows to a table."""
    width = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    marks = ", ".join("?" * width)
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def _list_key(analysed: AnalysedArticle) -> tuple[str, str, str]:
    """The order of the article list: date (undated last), publisher, path."""
    article = analysed.article
    return article.date or "9999", (article.publisher or "").casefold(), article.path or ""


def _count_claims(claims: Iterable[Claim]) -> dict[str, list[int]]:
    """For each article: its claims, those denied or disputed, those unverified, those that are an echo."""
    counts: dict[str, list[int]] = {}
    for claim in claims:
        marks = (
            1,
            claim.status in {"denied", "disputed"},
            claim.status == "unverified",
            "echo" in claim.flags,
        )
        for article in {mention.article for mention in claim.mentions}:
            held = counts.setdefault(article, [0, 0, 0, 0])
            for place, mark in enumerate(marks):
                held[place] += mark
    return counts


def _article_row(
    place: int, number: int, analysed: AnalysedArticle, counts: Mapping[str, Sequence[int]]
) -> tuple[Any, ...]:
    article = analysed.article
    named = (article.path, article.title, article.publisher, article.date)
    return (
        place,
        number,
        analysed.id,
        *named,
        *counts.get(analysed.id, (0, 0, 0, 0)),
        codec.pack_article(analysed),
    )


def _copy_rows(listed: Sequence[AnalysedArticle], places: Mapping[str, int]) -> Iterable[tuple[int, int]]:
    for place, analysed in enumerate(listed):
        original = places.get(analysed.duplicate_of or "")
        if original is not None:
            yield place, original


def _claim_rows(claims: Iterable[Claim], hashes: Sequence[Sequence[str]]) -> Iterable[tuple[Any, ...]]:
    for position, claim in enumerate(claims):
        yield (
            position,
            claim.id,
            claim.text,
            claim.status,
            json.dumps(claim.flags),
            spread(claim),
            len(claim.origins),
            len(claim.mentions),
            fingerprint(claim.text),
            digest(sorted(hashes[position])),
            codec.pack_claim(claim),
        )


def _mention_rows(
    claims: Iterable[Claim], places: Mapping[str, int], hashes: Sequence[Sequence[str]]
) -> Iterable[tuple[Any, ...]]:
    for position, claim in enumerate(claims):
        for number, mention in enumerate(claim.mentions):
            yield (
                position,
                number,
                places[mention.article],
                mention.start,
                mention.end,
                hashes[position][number],
                codec.pack_mention(mention),
            )
