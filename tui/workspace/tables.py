"""The tables of an index and how an analysis is laid out in them."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import Any

from tui.model import STATUSES, AnalysedArticle, Claim, Mention
from tui.workspace import codec, occurrences, postings, press
from tui.workspace.evidence import digest, fingerprint, traces
from tui.workspace.postings import spread
from tui.workspace.press import Press

SCHEMA = "7"
_HASH = re.compile("[0-9a-f]{12}")
_LEAD = 400  # characters before a mention where the words of its claim may begin

_TABLES = """
PRAGMA page_size = 16384;  -- in smaller ones texts leave a fifth unused
CREATE TABLE mark (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, sha256 TEXT, problem TEXT
) WITHOUT ROWID;
CREATE TABLE article (
    position INTEGER PRIMARY KEY, number INTEGER, id TEXT, path TEXT, title TEXT, publisher TEXT, date TEXT,
    claims INTEGER, denied INTEGER, unverified INTEGER, echo INTEGER, body BLOB
);
CREATE TABLE copy (article INTEGER PRIMARY KEY, original INTEGER);
CREATE TABLE dictionary (kind TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID;
CREATE TABLE text (article INTEGER PRIMARY KEY, body BLOB);
CREATE TABLE saying (article INTEGER PRIMARY KEY, claims BLOB, body BLOB);
CREATE TABLE claim (
    position INTEGER PRIMARY KEY, name TEXT, fingerprint INTEGER, evidence INTEGER,
    status INTEGER, flags TEXT, articles INTEGER, origins INTEGER, mentions INTEGER,
    home INTEGER, start INTEGER, "end" INTEGER, text TEXT,
    id TEXT GENERATED ALWAYS AS (COALESCE(name, printf('c%012x', fingerprint))) VIRTUAL
);
CREATE TABLE mention (
    claim INTEGER, number INTEGER, article INTEGER, place INTEGER, PRIMARY KEY (claim, number)
) WITHOUT ROWID;
CREATE TABLE trace (hash INTEGER, claim INTEGER, PRIMARY KEY (hash, claim)) WITHOUT ROWID;
CREATE TABLE sorting (name TEXT PRIMARY KEY, positions BLOB) WITHOUT ROWID;
CREATE TABLE word (
    number INTEGER PRIMARY KEY, words BLOB, counts BLOB, claims BLOB, places BLOB, articles BLOB
);
CREATE TABLE stretch (lengths BLOB);
CREATE TABLE posting (
    field TEXT, value TEXT, claims BLOB, articles BLOB, PRIMARY KEY (field, value)
) WITHOUT ROWID;
"""
_LOOKUPS = """
CREATE INDEX article_id ON article (id);
CREATE INDEX claim_name ON claim (name) WHERE name IS NOT NULL;
CREATE INDEX claim_fingerprint ON claim (fingerprint);
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
    """What an index is written from.  `marks` say what it was made with (engine, voices).

    `articles` may be made anew whenever they are asked for; what is found in them is not held by the writing.
    """

    articles: Sequence[AnalysedArticle]
    claims: Sequence[Claim]
    files: Sequence[FileState]
    marks: Mapping[str, str]


def hashed(name: str) -> int | None:
    """A hash as the tables hold it; None for what is no hash."""
    return int(name, 16) if _HASH.fullmatch(name) else None


def fill(connection: sqlite3.Connection, snapshot: Snapshot) -> None:
    """Makes the tables of an index in an empty database and writes `snapshot` to them."""
    connection.executescript(_TABLES)
    heads, packed = _packed(connection, snapshot.articles)
    order = sorted(range(len(heads)), key=lambda number: _list_key(heads[number]))
    listed = [heads[number] for number in order]
    places = {analysed.id: place for place, analysed in reversed(list(enumerate(listed)))}
    counts = _count_claims(snapshot.claims)
    dates = {analysed.id: analysed.article.date or "" for analysed in listed}
    sayings = _Sayings(snapshot.claims, listed, places)
    traced = _Traces()
    texts = _pressed(connection, "text", len(listed), lambda place: codec.encode(listed[place].article.text))
    said = _pressed(connection, "saying", len(listed), sayings.pack)
    described = (_article_row(n, order[n], analysed, counts) for n, analysed in enumerate(listed))
    for table, rows in (
        ("mark", [("schema", SCHEMA), *sorted(snapshot.marks.items())]),
        ("file", map(astuple, snapshot.files)),
        ("article", ((*row, packed[number]) for row, number in zip(described, order, strict=True))),
        ("copy", _copy_rows(listed, places)),
        ("text", texts),
        ("saying", ((place, sayings.claims(place), body) for place, body in said)),
        ("claim", _claim_rows(snapshot.claims, traced, places, listed)),
        ("mention", sayings.rows()),
        ("trace", traced.rows()),
        ("sorting", postings.sort(snapshot.claims, dates)),
    ):
        insert(connection, table, rows)
    del sayings, said, traced, counts, rows  # the words of a large corpus take as much room again
    articles = [analysed.article for analysed in listed]
    insert(connection, "posting", postings.field_rows(postings.post(snapshot.claims, articles, places)))
    concordance = occurrences.find(snapshot.claims, articles)
    insert(connection, "word", occurrences.rows(concordance))
    insert(connection, "stretch", [(press.pack_numbers(concordance.lengths),)])
    connection.executescript(_LOOKUPS)
    connection.commit()


def _packed(
    connection: sqlite3.Connection, articles: Sequence[AnalysedArticle]
) -> tuple[list[AnalysedArticle], list[bytes]]:
    """The articles without what was found in them, and packed with it; their dictionary is written."""
    packer = _press(connection, "article", len(articles), lambda place: codec.pack_article(articles[place]))
    heads, packed = [], []
    for analysed in articles:
        heads.append(replace(analysed, sentences=(), attributions=()))
        packed.append(packer.pack(codec.pack_article(analysed)))
    return heads, packed


def _pressed(
    connection: sqlite3.Connection, kind: str, count: int, record: Callable[[int], bytes]
) -> Iterator[tuple[int, bytes]]:
    """Numbers and packed records; their dictionary is written."""
    packer = _press(connection, kind, count, record)
    return ((number, packer.pack(record(number))) for number in range(count))


def _press(connection: sqlite3.Connection, kind: str, count: int, record: Callable[[int], bytes]) -> Press:
    """What packs records of one kind; its dictionary, made from some of them, is written."""
    packer = Press.of([record(number) for number in press.samples(count)])
    insert(connection, "dictionary", [(kind, Press(b"").pack(packer.dictionary))])
    return packer


class _Sayings:
    """The mentions of each article in the order of the text, and the claims they belong to."""

    def __init__(
        self, claims: Sequence[Claim], listed: Sequence[AnalysedArticle], places: Mapping[str, int]
    ) -> None:
        self._claims = claims
        self._listed = listed
        held = [(array("I"), array("I")) for _ in listed]
        for position, claim in enumerate(claims):
            for number, mention in enumerate(claim.mentions):
                owners, numbers = held[places[mention.article]]
                owners.append(position)
                numbers.append(number)
        self._held = list(map(self._sorted, held))

    def _sorted(self, held: tuple[array[int], array[int]]) -> tuple[array[int], array[int]]:
        """For each mention of an article its claim and its number there, by where it stands."""
        members = sorted(zip(*held, strict=True), key=self._key)
        return array("I", map(itemgetter(0), members)), array("I", map(itemgetter(1), members))

    def _mention(self, position: int, number: int) -> Mention:
        return self._claims[position].mentions[number]

    def _key(self, member: tuple[int, int]) -> tuple[int, ...]:
        mention = self._mention(*member)
        return mention.start, mention.end, *member

    def pack(self, article: int) -> bytes:
        """The mentions of an article as they are stored, each first one with its claim."""
        members = zip(*self._held[article], strict=True)
        said = [(self._mention(c, n), None if n else self._claims[c]) for c, n in members]
        return codec.pack_sayings(said, self._listed[article].article.text)

    def claims(self, article: int) -> bytes:
        """The positions of the claims that the mentions of an article belong to, in their order."""
        return press.pack(self._held[article][0])

    def rows(self) -> Iterator[tuple[int, ...]]:
        """Rows of ``mention``."""
        firsts = array("I", accumulate((len(claim.mentions) for claim in self._claims), initial=0))
        articles, places = (array("I", [0]) * firsts[-1] for _ in range(2))
        for article, held in enumerate(self._held):
            for place, (claim, number) in enumerate(zip(*held, strict=True)):
                articles[firsts[claim] + number] = article
                places[firsts[claim] + number] = place
        for claim, (first, end) in enumerate(pairwise(firsts)):
            for mention in range(first, end):
                yield claim, mention - first, articles[mention], places[mention]


class _Traces:
    """Hashes of mentions, each with the position of its claim."""

    def __init__(self) -> None:
        self._hashes = array("q")
        self._claims = array("I")

    def note(self, position: int, hashes: Iterable[str]) -> None:
        """Takes the hashes of the mentions of one claim."""
        for one in hashes:
            self._hashes.append(int(one, 16))
            self._claims.append(position)

    def rows(self) -> Iterator[tuple[int, int]]:
        """Rows of ``trace``, of what was noted when the first of them is asked for.

        Claims are noted in ascending order, and sorting is stable.
        """
        order = array("I", sorted(range(len(self._hashes)), key=self._hashes.__getitem__))
        rows = ((self._hashes[place], self._claims[place]) for place in order)
        yield from (row for row, _ in groupby(rows))


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
    return place, number, analysed.id, *named, *counts.get(analysed.id, (0, 0, 0, 0))


def _copy_rows(listed: Sequence[AnalysedArticle], places: Mapping[str, int]) -> Iterable[tuple[int, int]]:
    for place, analysed in enumerate(listed):
        original = places.get(analysed.duplicate_of or "")
        if original is not None:
            yield place, original


def _claim_rows(
    claims: Iterable[Claim],
    traced: _Traces,
    places: Mapping[str, int],
    listed: Sequence[AnalysedArticle],
) -> Iterable[tuple[Any, ...]]:
    for position, claim in enumerate(claims):
        hashes = traces(claim)
        traced.note(position, hashes)
        words = fingerprint(claim.text)
        yield (
            position,
            None if claim.id == f"c{words}" else claim.id,
            hashed(words),
            hashed(digest(hashes)),
            STATUSES.index(claim.status),
            codec.pack_flags(claim.flags),
            spread(claim),
            len(claim.origins),
            len(claim.mentions),
            *_wording(claim, places, listed),
        )


def _wording(
    claim: Claim, places: Mapping[str, int], listed: Sequence[AnalysedArticle]
) -> tuple[int | None, int | None, int | None, str | None]:
    """Where the words of a claim stand (article, start, end); the words themselves if in no article."""
    for mention in claim.mentions:
        home = places[mention.article]
        start = listed[home].article.text.find(claim.text, max(0, mention.start - _LEAD), mention.end + _LEAD)
        if start >= 0:
            return home, start, start + len(claim.text), None
    return None, None, None, claim.text
