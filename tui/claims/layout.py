"""Where things stand in an article: the sentence and the clause of an offset."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from tui.language import clauses
from tui.model import Sentence, Span


class Layout:
    """The sentences of a text, looked up by offset."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def number_at(self, offset: int) -> int | None:
        """The number of the sentence in which an offset lies."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.sentences[number].span.end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset lies."""
        number = self.number_at(offset)
        return None if number is None else self.sentences[number]

    def clause_at(self, span: Span) -> Span:
        """The clause in which a span stands; the span itself outside of all sentences."""
        sentence = self.sentence_at(span.start)
        if sentence is None:
            return span
        for clause in clauses.split(self.text, sentence.span.start, sentence.span.end):
            if clause.start <= span.start < clause.end:
                return Span.of(self.text, clause.start, clause.end)
        return sentence.span
