"""Everything found in one article alone, gathered once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tui.corpus import lines as lines_of
from tui.corpus import metadata
from tui.language import attribution, checkworthiness, quotes, sentences, stance
from tui.language import names_interim as names
from tui.model import Article, Attribution, Line, Quote, Sentence, Span, StanceCue


@dataclass(frozen=True)
class Reading:
    """An article with its lines, sentences, quotations, attributions and stance cues."""

    article: Article
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    stances: tuple[StanceCue, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def cast(self) -> names.Cast:
        """Who is who among the sources."""
        return names.Cast(self.text, self.sentences, self.attributions)

    @cached_property
    def frames(self) -> tuple[Span, ...]:
        """The spans of sources and cues, in order."""
        parts = {part for a in self.attributions for part in (a.source, a.cue) if part is not None}
        return tuple(sorted(parts))

    @cached_property
    def contents(self) -> tuple[Span, ...]:
        """The spans of what is attributed, in order."""
        return tuple(sorted({span for a in self.attributions for span in a.content}))

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset lies."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self.sentences[index].span.end <= offset:
            return None
        return self.sentences[index]

    def covering(self, span: Span) -> tuple[Attribution, ...]:
        """The attributions whose content holds most of a span, origin first."""
        return names.embed(self.attributions, span.start, span.end)

    def antecedents(self, cue: StanceCue) -> tuple[Span, ...]:
        """The spans an anaphoric stance cue may refer to, best first."""
        return stance.antecedents(self.text, self.sentences, cue)


def read(article: Article) -> Reading:
    """Find everything in one article."""
    marked = lines_of.mark(article.text)
    article = metadata.describe(article, marked)
    quoted = quotes.find(article.text)
    split = sentences.split(article.text, marked)
    found = attribution.find(article.text, split, quoted)
    taken = stance.find(article.text, split, quoted, found)
    judged = _judge(split, found, taken)
    return Reading(article, marked, judged, quoted, found, taken)


def _judge(
    split: Sequence[Sentence], found: Sequence[Attribution], taken: Sequence[StanceCue]
) -> tuple[Sentence, ...]:
    """The sentences with `claim` set."""
    contents = sorted((span.start, span.end) for a in found for span in a.content)
    cues = sorted(cue.cue.start for cue in taken)
    judged = []
    for sentence in split:
        span = sentence.span
        attributed = _meets(contents, span)
        stanced = bisect_right(cues, span.end - 1) > bisect_right(cues, span.start - 1)
        worthy = stanced or checkworthiness.is_checkworthy(span.text, sentence.kind, attributed=attributed)
        judged.append(replace(sentence, claim=worthy))
    return tuple(judged)


def _meets(spans: Sequence[tuple[int, int]], span: Span) -> bool:
    stop = bisect_right(spans, (span.end, 0))
    return any(end > span.start for _, end in spans[max(0, stop - 8) : stop])
