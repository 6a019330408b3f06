"""What a near-copy has in common with its original, and what it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from tui.claims.copies import LEAST_SENTENCES, TELLING
from tui.language import quantities
from tui.model import AnalysedArticle, Mention, Span

_ONE_SENTENCE = 60  # token_sort_ratio from which a sentence is another one rewritten
_ANSWERS = frozenset({"denies", "doubts", "cannot-confirm", "no-comment"})


@dataclass(frozen=True, slots=True)
class Revision:
    """How a near-copy differs from its original.

    `shared` is the share of its sentences that stand in the original word for word (0..1; short ones are not
    counted); `added` and `dropped` are sentences, `figures` pairs of what stood there and what stands there
    now, `answers` the stances that only the copy has, as (stance, party).
    """

    shared: float
    added: tuple[Span, ...]
    dropped: tuple[Span, ...]
    figures: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]


def compare(
    original: AnalysedArticle, copy: AnalysedArticle, before: Sequence[Mention], now: Sequence[Mention]
) -> Revision:
    """How `copy` differs from `original`; `before` and `now` are the mentions in the two."""
    ours, theirs = _sentences(original), _sentences(copy)
    old, new = [_plain(span) for span in ours], [_plain(span) for span in theirs]
    held = Counter(old)
    figures = tuple(
        pair
        for a, b, c, d in _replaced(old, new)
        for one, other in _rewritten(ours[a:b], theirs[c:d])
        for pair in _changed_figures(one.text, other.text)
    )
    return Revision(
        _shared(old, new),
        tuple(span for span, text in zip(theirs, new, strict=True) if text not in held),
        tuple(span for span, text in zip(ours, old, strict=True) if text not in set(new)),
        tuple(dict.fromkeys(figures)),
        tuple(sorted(_answers(now) - _answers(before))),
    )


def _shared(old: Sequence[str], new: Sequence[str]) -> float:
    """The share of what makes the one a copy: of the sentences long enough to tell, if there are enough."""
    long = [text for text in new if len(text) > TELLING]
    counted = long if len(long) >= LEAST_SENTENCES else new
    return sum((Counter(counted) & Counter(old)).values()) / len(counted) if counted else 1.0


def _sentences(analysed: AnalysedArticle) -> list[Span]:
    return [sentence.span for sentence in analysed.sentences]


def _plain(span: Span) -> str:
    return " ".join(span.text.casefold().split())


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of sentences for which others stand in the copy."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            yield a, b, c, d


def _rewritten(ours: Sequence[Span], theirs: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Each sentence of a stretch with the one it was made from, if that can be told."""
    for new in theirs:
        best = max(ours, key=lambda old: fuzz.token_sort_ratio(old.text, new.text))
        if fuzz.token_sort_ratio(best.text, new.text) >= _ONE_SENTENCE:
            yield best, new


def _changed_figures(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The figures of one sentence that became others, paired in their order."""
    before, now = ([q.span.text for q in quantities.find(text)] for text in (old, new))
    gone = [text for text in before if text not in now]
    come = [text for text in now if text not in before]
    yield from zip(gone, come, strict=False)


def _answers(mentions: Sequence[Mention]) -> set[tuple[str, str]]:
    return {(m.stance, m.voice or m.by or "") for m in mentions if m.stance in _ANSWERS}


def describe(revision: Revision) -> str:
    """A revision in one line: ``92 % of it word for word; 12 dead → 15 dead; denies: the mayor``."""
    parts = [f"{100 * revision.shared:.0f} % of it word for word"]
    parts += [f"{old} → {new}" for old, new in revision.figures]
    parts += [
        f"{stance.replace('-', ' ')}: {party}" if party else stance for stance, party in revision.answers
    ]
    if len(parts) == 1:
        parts += _counted(revision.added, "added") + _counted(revision.dropped, "left out")
    return "; ".join(parts)


def _counted(sentences: Sequence[Span], what: str) -> list[str]:
    number = len(sentences)
    return [f"{number} sentence{'s' if number > 1 else ''} {what}"] if number else []
