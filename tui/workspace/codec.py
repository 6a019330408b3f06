"""Records as JSON for the index, and back.

Columns rather than objects or rows: an index of thousands of articles is mostly these, and like stands
beside like.  Whatever can be cut from the article's text is stored by its offsets, these by their steps.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import Any

from tui.model import (
    AnalysedArticle,
    Article,
    Attribution,
    Claim,
    Mention,
    NumberGroup,
    NumberValue,
    Sentence,
    Span,
)
from tui.workspace.press import IndexDamagedError

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_SAME = 0  # as in the column before; no JSON of a chain
_FIGURE = attrgetter(*(field.name for field in fields(NumberValue)))


def encode(text: str) -> bytes:
    """A text as it is stored."""
    return text.encode("utf-8", "surrogatepass")


def decode(stored: bytes) -> str:
    """A text as it was stored.  Raises `IndexDamagedError`."""
    try:
        return stored.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise IndexDamagedError(str(error)) from None


def _load(stored: bytes) -> Any:
    try:
        return json.loads(decode(stored))
    except ValueError as error:
        raise IndexDamagedError(str(error)) from None


def _columns(rows: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    return list(zip(*rows, strict=True))


def _steps(numbers: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise((0, *numbers))]


def pack_flags(flags: Sequence[str]) -> str | None:
    """The flags of a claim; None for most of them, which have none."""
    return _dump(flags) if flags else None


def unpack_flags(packed: str | None) -> tuple[str, ...]:
    """The flags as they were packed."""
    return tuple(json.loads(packed)) if packed else ()


# Articles


def pack_article(analysed: AnalysedArticle) -> bytes:
    """The article without its text."""
    article = analysed.article
    return encode(
        _dump(
            [
                analysed.id,
                [article.path, article.title, article.publisher, article.date, article.url],
                [article.sha256, article.language],
                analysed.duplicate_of,
                _steps([s.span.start for s in analysed.sentences]),
                _columns([(s.span.end - s.span.start, s.kind, int(s.claim)) for s in analysed.sentences]),
                _steps([a.cue.start for a in analysed.attributions]),
                _columns([_attribution_row(a) for a in analysed.attributions]),
            ]
        )
    )


def _attribution_row(attribution: Attribution) -> tuple[Any, ...]:
    start = attribution.cue.start
    source = None if attribution.source is None else _beside(attribution.source, start)
    content = [_beside(span, start) for span in attribution.content]
    return attribution.cue.end - start, source, content, attribution.rule


def _beside(span: Span, start: int) -> list[int]:
    return [span.start - start, span.end - span.start]


def unpack_article(packed: bytes, text: str) -> AnalysedArticle:
    """The article of a `text` as it was packed."""
    identity, named, more, duplicate_of, *columns = _load(packed)

    def cut(start: int, length: int) -> Span:
        return Span.of(text, start, start + length)

    sentences = zip(accumulate(columns[0]), *columns[1], strict=False)
    attributions = zip(accumulate(columns[2]), *columns[3], strict=False)
    return AnalysedArticle(
        identity,
        Article(text, *named, *more),
        tuple(Sentence(cut(start, length), kind, bool(claim)) for start, length, kind, claim in sentences),
        tuple(
            Attribution(
                None if source is None else cut(start + source[0], source[1]),
                cut(start, length),
                tuple(cut(start + step, size) for step, size in content),
                rule,
            )
            for start, length, source, content, rule in attributions
        ),
        duplicate_of,
    )


# What is said in one article


def pack_sayings(sayings: Sequence[tuple[Mention, Claim | None]], text: str) -> bytes:
    """The mentions in an article, each with the claim whose first mention it is, if it is."""
    mentions = [mention for mention, _ in sayings]
    worded = {n: m.text for n, m in enumerate(mentions) if text[m.start : m.end] != m.text}
    details = [_details(claim) if claim else None for _, claim in sayings]
    columns = _columns([_mention_row(mention, text) for mention in mentions])
    return encode(_dump([_steps([m.start for m in mentions]), columns, worded, details]))


def _mention_row(mention: Mention, text: str) -> tuple[Any, ...]:
    m, cue = mention, mention.cue
    place: list[Any] | None = None
    if cue is not None:
        own = [] if text[cue.start : cue.end] == cue.text else [cue.text]
        place = [*_beside(cue, m.start), *own]
    chain = _SAME if m.chain == (m.by,) else m.chain
    explicit = _SAME if m.explicit_chain == m.chain else m.explicit_chain
    return (
        *(m.end - m.start, m.stance, m.rule, m.by, m.voice),
        *(chain, explicit, place, m.kind, m.score, m.notes),
    )


def _details(claim: Claim) -> list[Any]:
    """What the index has no column for: origins, numbers and reasons."""
    numbers = [[group.quantity, group.relation, list(map(_FIGURE, group.values))] for group in claim.numbers]
    return [claim.origins, numbers, claim.reasons]


class Sayings:
    """The mentions in one article as they were packed, by number."""

    def __init__(self, packed: bytes, article: str, text: str) -> None:
        steps, columns, self._worded, self._told = _load(packed)
        self._rows = list(zip(accumulate(steps), *columns, strict=False))
        self._article = article
        self.text = text

    def __len__(self) -> int:
        return len(self._rows)

    def wording(self, number: int) -> str:
        """The words of a mention."""
        start, length = self._rows[number][:2]
        own: str | None = self._worded.get(str(number))
        return self.text[start : start + length] if own is None else own

    def mention(self, number: int) -> Mention:
        """One mention."""
        start, length, stance, rule, by, voice, chain, explicit, cue, kind, score, notes = self._rows[number]
        chain = (by,) if chain == _SAME else tuple(chain)
        return Mention(
            self._article,
            start,
            start + length,
            self.wording(number),
            stance,
            rule,
            by,
            voice,
            chain,
            chain if explicit == _SAME else tuple(explicit),
            None if cue is None else self._cue(start + cue[0], *cue[1:]),
            kind,
            score,
            tuple(notes),
        )

    def _cue(self, start: int, length: int, own: str | None = None) -> Span:
        end = start + length
        return Span(start, end, self.text[start:end] if own is None else own)

    def details(self, number: int) -> tuple[tuple[str, ...], tuple[NumberGroup, ...], dict[str, str]]:
        """Origins, numbers and reasons of the claim whose first mention has the number."""
        origins, numbers, reasons = self._told[number]
        groups = tuple(
            NumberGroup(quantity, relation, tuple(NumberValue(*value) for value in values))
            for quantity, relation, values in numbers
        )
        return tuple(origins), groups, reasons
