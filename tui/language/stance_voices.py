"""An article as the stance rules see it: its sentences, who speaks in its quotations and reported clauses."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from tui.language.stance_holder import Place, before, behind
from tui.model import Attribution, Quote, Sentence, Span

_SCARE = 30  # characters: a shorter quotation is an expression, not speech
_REACH = 400  # characters looked at in search of a speaker
_FLOATING = 2  # sentences looked back for the speaker of a quotation that names none


@dataclass(frozen=True)
class Scene:
    """The parts of one article that the rules look at."""

    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def index(self, place: int) -> int:
        """The index of the sentence that `place` lies in; -1 in front of all."""
        return bisect_right(self._sentence_starts, place) - 1

    def quote(self, place: int) -> Quote | None:
        """The quotation that `place` lies in, if it is speech and not just a quoted expression."""
        i = bisect_right(self._starts, place) - 1
        if i < 0 or self.quotes[i].end <= place:
            return None
        quote = self.quotes[i]
        long = quote.end - quote.start > _SCARE or self.text[quote.start + 1 : quote.end].count(" ") > 3
        ends = self.text[quote.end - 2 : quote.end - 1] in {",", ".", "!"}
        return quote if long or ends else None

    def region(self, index: int, place: int) -> Place:
        """The part of a sentence in which a cue at `place` may have subject and target."""
        span = self.sentences[index].span
        quote = self.quote(place)
        if not quote:
            return span.start, span.end
        inner = quote.end - 1 if quote.closed else quote.end
        return max(span.start, quote.start + 1), max(place, min(span.end, inner))

    def speaker(self, index: int, place: int, pos: int) -> Place | None:
        """Who says what stands at `place`; a speaker named behind it is looked for from `pos`."""
        quote = self.quote(place)
        if found := self._attributed(place):
            return found
        span = self.sentences[index].span
        if not quote:
            tail = (
                behind(self.text, pos, span.end)
                if self.text[pos : pos + 2].strip('”" ').startswith(",")
                else None
            )
            return tail or before(self.text, max(span.start, place - _REACH), place)
        line = self.text.find("\n", quote.end, quote.end + _REACH)
        found = behind(self.text, quote.end, quote.end + _REACH if line < 0 else line)
        return (
            found
            or before(self.text, max(self._opening(quote), quote.start - _REACH), quote.start)
            or self._carried(index, quote)
        )

    def _attributed(self, place: int) -> Place | None:
        """The source of the innermost attribution that covers `place`."""
        stop = bisect_right(self._contents, place, key=itemgetter(0))
        first = bisect_right(self._reach, place, 0, stop)
        covering = [(end - start, source) for start, end, source in self._contents[first:stop] if place < end]
        if not covering:
            return None
        source = min(covering, key=lambda pair: (pair[0], pair[1].start))[1]
        return source.start, source.end

    @cached_property
    def _contents(self) -> list[tuple[int, int, Span]]:
        """What is attributed to a source, by where it begins; in the order of the attributions."""
        told = [(c.start, c.end, a.source) for a in self.attributions if a.source for c in a.content]
        return sorted(told, key=itemgetter(0))

    @cached_property
    def _reach(self) -> list[int]:
        """How far the contents up to each one go."""
        return list(accumulate((end for _, end, _ in self._contents), max))

    def _opening(self, quote: Quote) -> int:
        """Where the sentence begins in which a quotation opens."""
        return min(quote.start, self._sentence_starts[max(0, self.index(quote.start))])

    def _carried(self, index: int, quote: Quote) -> Place | None:
        """The speaker of the sentences before, for a quotation that stands alone."""
        first = self.index(quote.start)
        for back in range(min(index, first) - 1, max(-1, first - 1 - _FLOATING), -1):
            span = self.sentences[back].span
            if self.sentences[back].kind == "heading":
                return None
            inner = next((q for q in reversed(self.quotes) if span.start <= q.start < span.end), None)
            found = behind(self.text, inner.end, span.end) if inner else None
            if found or (found := before(self.text, max(span.start, span.end - _REACH), span.end)):
                return found
        return None
