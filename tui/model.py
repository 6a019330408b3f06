"""The plain records every room passes on.

Offsets are Python string indices (code points) into an article's text, end exclusive.
A record never holds a screen, a file handle or a link to another room.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

SCHEMA = "claims-tui/1"

Stance = Literal["asserts", "reports", "supports", "denies", "doubts", "cannot-confirm", "no-comment"]
Status = Literal["disputed", "denied", "unverified", "corroborated", "official", "attributed", "unsourced"]
Kind = Literal["verbatim", "near-verbatim", "paraphrase", "number-variant"]
Relation = Literal["agree", "conflict", "single"]
LineKind = Literal["body", "heading", "dateline", "byline", "caption", "credit", "related", "boilerplate"]

FURNITURE: frozenset[LineKind] = frozenset({"dateline", "byline", "credit", "related", "boilerplate"})
STANCES: tuple[Stance, ...] = (
    "asserts",
    "reports",
    "supports",
    "denies",
    "doubts",
    "cannot-confirm",
    "no-comment",
)
PUTS_FORWARD: tuple[Stance, ...] = ("asserts", "reports", "supports")
STATUSES: tuple[Status, ...] = (
    "disputed",
    "denied",
    "unverified",
    "corroborated",
    "official",
    "attributed",
    "unsourced",
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article: ``text == article.text[start:end]``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])

    def overlap(self, start: int, end: int) -> int:
        """How many characters are shared with start..end."""
        return max(0, min(self.end, end) - max(self.start, start))


@dataclass(frozen=True)
class Article:
    """One text as it was read.

    `date` is ``YYYY-MM-DD``; `sha256` is that of the raw bytes, if known; `language` is what the file
    declares (a BCP 47 tag: ``en-GB``), not what the text is in.
    """

    text: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    sha256: str | None = None
    language: str | None = None

    @cached_property
    def content_id(self) -> str:
        """A short id derived from the text alone, the same wherever the file lies."""
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        return f"a{digest[:12]}"

    @cached_property
    def digest(self) -> str:
        """The sha256 of the raw bytes; of the text's UTF-8 if the bytes were never seen."""
        return self.sha256 or hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article without its newline, and what kind of line it is."""

    start: int
    end: int
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `kind` is that of its line, `claim` whether it carries a check-worthy assertion."""

    span: Span
    kind: LineKind = "body"
    claim: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, `start`..`end` with its marks.  `closed` is false where the closing mark is missing."""

    start: int
    end: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source + cue + content (the terms of the PARC and PolNeAR corpora), and the rule that found them."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class StanceCue:
    """Words that take a stance on something, what they take it on, and who takes it.

    `scope` is what the cue applies to, inside the same article: a complement clause, a nominal object,
    a question heading.  It is None where the cue refers back (``this report is a lie``): `anaphor` then
    holds the referring words, or where no target was found at all (an unscoped stance).
    `holder` is who takes the stance; None is the article's own voice.
    """

    stance: Stance
    cue: Span
    scope: Span | None
    holder: Span | None
    rule: str
    anaphor: Span | None = None
    partial: bool = False
    implicit: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure or date as written, with its bounds.

    `low`/`high` are None where unbounded on that side.  `unit` is what is counted or measured, in a
    normal form (``USD``, ``percent``, ``rifle``, ``date``); dates hold ISO digits in `iso`
    (``2021-08`` or ``2021-08-30``).  `span` covers value and counted noun, `value` the figure alone.
    """

    span: Span
    value: Span
    low: float | None
    high: float | None
    unit: str | None
    approximate: bool = False
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One span of one article that states, reports, denies… a claim.

    `chain` is resolved (aliases replaced by the source's one spelling), `explicit_chain` is as the
    mention's own sentence names it; both origin first, the publisher itself left out.
    """

    article: str
    start: int
    end: int
    text: str
    stance: Stance
    rule: str
    by: str | None = None
    voice: str | None = None
    chain: tuple[str, ...] = ()
    explicit_chain: tuple[str, ...] = ()
    cue: Span | None = None
    kind: Kind = "paraphrase"
    score: float = 1.0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberValue:
    """One expression of a quantity in one article; None bounds are open."""

    article: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """The expressions of one quantity inside a claim, and whether they agree."""

    quantity: str
    relation: Relation
    values: tuple[NumberValue, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """Mentions with the same truth conditions, and what follows from them.

    `reasons` maps ``status`` and each flag to one sentence saying why it was given, and ``origins`` to which
    names were counted as one, if any were.
    """

    id: str
    text: str
    status: Status
    flags: tuple[str, ...]
    origins: tuple[str, ...]
    mentions: tuple[Mention, ...]
    numbers: tuple[NumberGroup, ...]
    reasons: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class AnalysedArticle:
    """An article with everything found in it alone."""

    id: str
    article: Article
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    duplicate_of: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """An article in which a typed claim recurs, and what it does with it."""

    article: str
    path: str
    score: float
    stance: Stance
    by: str | None
    chain: tuple[str, ...]
    evidence: tuple[Span, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A party worth watching.

    `aliases` name it, `organisations` are what it speaks for or sits in, `speakers` are people who speak
    for it, `roles` the role nouns that make somebody of those organisations a speaker (``spokesman``).
    """

    name: str
    aliases: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


def plain(value: Any) -> Any:
    """A record as JSON types: dataclasses become objects, tuples become lists."""
    kind: Any = type(value)
    if kind in _JSON_TYPES:
        return value
    if kind in (tuple, list):
        return [plain(item) for item in value]
    if kind is dict:
        return {key: plain(item) for key, item in value.items()}
    return {name: plain(getattr(value, name)) for name in kind.__dataclass_fields__}


_JSON_TYPES = frozenset({str, int, float, bool, type(None)})
