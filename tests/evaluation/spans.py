"""Spans of attributions compared with annotated ones.

A span is ``(start, end)`` in characters, end exclusive.  White space, quotation marks and punctuation at
its ends do not count, and pieces of one role with nothing else between them are one span.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tests.evaluation.metrics import Figures, f1

Pair = tuple[int, int]
Roles = Mapping[str, Sequence[Pair]]  # of one attribution
ROLES = ("source", "cue", "content")
MARKS = " \t\r\n\f\v\u00a0\u2009\u200b\ufeff\"'`´“”„‟‘’‚‛«»‹›.,;:!?…-‐‑‒–—―()[]{}"


def trim(text: str, start: int, end: int) -> Pair:
    """The span without marks at its ends; as it is if it holds nothing but marks."""
    core = text[start:end].strip(MARKS)
    if not core:
        return start, end
    start += len(text[start:end]) - len(text[start:end].lstrip(MARKS))
    return start, start + len(core)


def join(text: str, pieces: Iterable[Sequence[int]]) -> list[Pair]:
    """The pieces of one role of one attribution, trimmed, joined where only marks lie between."""
    joined: list[Pair] = []
    for start, end in sorted(trim(text, piece[0], piece[1]) for piece in pieces):
        if joined and not text[joined[-1][1] : start].strip(MARKS):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def touch(span: Pair, others: Iterable[Pair]) -> bool:
    """Whether it shares a character with one of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


class Tally:
    """Counts over any number of articles."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, sentences: Sequence[Pair], gold: Sequence[Roles], found: Sequence[Roles]) -> None:
        """Count one article: its sentences as found, its attributions as annotated and as found."""
        for role in ROLES:
            right, own = ({span for one in side for span in one[role]} for side in (gold, found))
            self._count(role, len(right & own), len(own), len(right))
        self._add_sentences(
            sentences, *([s for one in side for s in one["content"]] for side in (gold, found))
        )

    def _add_sentences(self, sentences: Sequence[Pair], gold: Sequence[Pair], found: Sequence[Pair]) -> None:
        marks = [(touch(sentence, gold), touch(sentence, found)) for sentence in sentences]
        outside = sum(not touch(span, sentences) for span in gold)
        asked = sum(right for right, _ in marks) + outside
        self._count("sentence", marks.count((True, True)), sum(own for _, own in marks), asked)

    def _count(self, name: str, hits: int, found: int, gold: int) -> None:
        self.counts.update({f"{name} hits": hits, f"{name} found": found, f"{name} gold": gold})

    def figures(self) -> Figures:
        """F1 of each role with exact ends, and of "this sentence holds attributed content"."""
        names = {**{role: f"{role}, exact F1" for role in ROLES}, "sentence": "sentence F1"}
        return {
            shown: f1(*(self.counts[f"{name} {part}"] for part in ("hits", "found", "gold")))
            for name, shown in names.items()
        }
