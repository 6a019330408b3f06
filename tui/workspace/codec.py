"""Records as JSON for the index, and back.

Short arrays rather than objects: an index of thousands of articles is mostly these.  A span is stored
by its offsets where the article's text is at hand, and with its text where it is not (mentions).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import astuple, replace
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

_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack_article(analysed: AnalysedArticle) -> bytes:
    """The whole article, compressed."""
    article = analysed.article
    value = [
        analysed.id,
        [article.text, article.path, article.title, article.publisher, article.date, article.url],
        [article.sha256, article.language],
        [[s.span.start, s.span.end, s.kind, s.claim] for s in analysed.sentences],
        [
            [_ends(a.source), _ends(a.cue), [_ends(c) for c in a.content], a.rule]
            for a in analysed.attributions
        ],
        analysed.duplicate_of,
    ]
    return zlib.compress(_dump(value).encode("utf-8", "surrogatepass"), 3)


def unpack_article(packed: bytes) -> AnalysedArticle:
    """The article as it was packed."""
    value = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    identity, parts, more, sentences, attributions, duplicate_of = value
    text, path, title, publisher, date, url = parts
    article = Article(text, path, title, publisher, date, url, *more)
    return AnalysedArticle(
        identity,
        article,
        tuple(Sentence(Span.of(text, start, end), kind, claim) for start, end, kind, claim in sentences),
        tuple(_attribution(text, entry) for entry in attributions),
        duplicate_of,
    )


def _ends(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _attribution(text: str, entry: list[Any]) -> Attribution:
    source, cue, content, rule = entry
    return Attribution(
        None if source is None else Span.of(text, *source),
        Span.of(text, *cue),
        tuple(Span.of(text, *ends) for ends in content),
        rule,
    )


def pack_mention(mention: Mention) -> str:
    """A mention; its fields in the order of the record."""
    cue = mention.cue
    return _dump(
        [
            mention.article,
            mention.start,
            mention.end,
            mention.text,
            mention.stance,
            mention.rule,
            mention.by,
            mention.voice,
            mention.chain,
            mention.explicit_chain,
            None if cue is None else [cue.start, cue.end, cue.text],
            mention.kind,
            mention.score,
            mention.notes,
        ]
    )


def unpack_mention(packed: str) -> Mention:
    """The mention as it was packed."""
    mention = Mention(*json.loads(packed))
    cue: Any = mention.cue
    return replace(
        mention,
        chain=tuple(mention.chain),
        explicit_chain=tuple(mention.explicit_chain),
        cue=None if cue is None else Span(*cue),
        notes=tuple(mention.notes),
    )


def pack_claim(claim: Claim) -> str:
    """What the index has no column for: origins, numbers and reasons."""
    numbers = [
        [group.quantity, group.relation, [astuple(value) for value in group.values]]
        for group in claim.numbers
    ]
    return _dump([claim.origins, numbers, claim.reasons])


def unpack_claim(columns: Sequence[Any], mentions: tuple[Mention, ...]) -> Claim:
    """The claim of its `columns` (id, text, status, flags, what was packed) and its `mentions`."""
    identity, text, status, flags, packed = columns
    origins, numbers, reasons = json.loads(packed)
    groups = tuple(
        NumberGroup(quantity, relation, tuple(NumberValue(*value) for value in values))
        for quantity, relation, values in numbers
    )
    return Claim(identity, text, status, tuple(json.loads(flags)), tuple(origins), mentions, groups, reasons)
