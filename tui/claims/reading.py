"""Everything found in one article alone, gathered once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tui.claims import reports
from tui.claims.layout import Layout
from tui.claims.overlaps import Overlaps
from tui.claims.sources import RELAYS, SourceKind, kind_of, root
from tui.corpus import lines as lines_of
from tui.corpus import metadata
from tui.language import (
    attribution,
    checkworthiness,
    furniture,
    lexicon,
    names,
    quantities,
    quotes,
    sentences,
    stance,
)
from tui.model import Article, Attribution, Line, Quantity, Quote, Sentence, Span, StanceCue


@dataclass(frozen=True)
class Reading:
    """An article with its lines, sentences, quotations, attributions and stance cues."""

    article: Article
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]
    stances: tuple[StanceCue, ...]

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def cast(self) -> names.Cast:
        """Who is who among the sources."""
        return names.Cast(self.text, self.attributions)

    @cached_property
    def layout(self) -> Layout:
        """Where its sentences and clauses stand."""
        return Layout(self.text, self.sentences)

    @cached_property
    def reports(self) -> tuple[Attribution, ...]:
        """The attributions that put a statement forward, relays included."""
        return reports.find(self.layout, self.attributions)

    @cached_property
    def _cutting(self) -> tuple[Attribution, ...]:
        """The reports whose source and cue stand outside of what they put forward."""
        return tuple(report for report in self.reports if not reports.is_within(report))

    @cached_property
    def frames(self) -> tuple[Span, ...]:
        """The spans of sources and cues, in order."""
        return tuple(sorted({part for a in self._cutting for part in (a.source, a.cue) if part is not None}))

    @cached_property
    def contents(self) -> tuple[Span, ...]:
        """The spans of what is attributed, in order."""
        return tuple(sorted({span for a in self._cutting for span in a.content}))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures and dates, in order."""
        return quantities.find(self.text)

    @cached_property
    def _frames_by_place(self) -> Overlaps:
        return Overlaps(self.frames)

    @cached_property
    def _contents_by_place(self) -> Overlaps:
        return Overlaps(self.contents)

    @cached_property
    def _reported(self) -> tuple[tuple[Span, int], ...]:
        """What the reports put forward, each content with the number of its report."""
        return tuple((span, number) for number, report in enumerate(self.reports) for span in report.content)

    @cached_property
    def _reported_by_place(self) -> Overlaps:
        return Overlaps([span for span, _ in self._reported])

    def frames_in(self, span: Span) -> list[Span]:
        """The spans of sources and cues that share characters with a span, in order."""
        return [self.frames[place] for place in self._frames_by_place.meeting(span.start, span.end)]

    def contents_in(self, span: Span) -> list[Span]:
        """The spans of what is attributed that share characters with a span, in order."""
        return [self.contents[place] for place in self._contents_by_place.meeting(span.start, span.end)]

    @cached_property
    def _quantity_starts(self) -> list[int]:
        return [quantity.span.start for quantity in self.quantities]

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """The figures and dates that stand whole between two offsets."""
        first = bisect_left(self._quantity_starts, start)
        stop = bisect_left(self._quantity_starts, end, first)
        return [quantity for quantity in self.quantities[first:stop] if quantity.span.end <= end]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset lies."""
        return self.layout.sentence_at(offset)

    def clause_at(self, span: Span) -> Span:
        """The clause in which a span stands."""
        return self.layout.clause_at(span)

    def covering(self, span: Span) -> tuple[Attribution, ...]:
        """The attributions whose content holds most of a span, the one closest to its words first."""
        sizes: dict[int, int] = {}
        for place in self._reported_by_place.meeting(span.start, span.end):
            content, number = self._reported[place]
            if 2 * content.overlap(span.start, span.end) >= span.end - span.start:
                sizes[number] = max(sizes.get(number, 0), content.end - content.start)
        ordered = sorted(sizes, key=lambda number: (sizes[number], self.reports[number].cue.start))
        return tuple(self.reports[number] for number in ordered) or self._carried(span)

    def _carried(self, span: Span) -> tuple[Attribution, ...]:
        """What stands between two sentences taken from one outlet is taken from there too."""
        number = self.layout.number_at(span.start)
        if number is None or not (self._taken and 0 < number < len(self.sentences) - 1):
            return ()
        before, after = self._taken.get(number - 1, {}), self._taken.get(number + 1, {})
        return tuple(replace(before[name], rule="carried-on") for name in sorted(before.keys() & after))[:1]

    @cached_property
    def _taken(self) -> dict[int, dict[str, Attribution]]:
        """For each sentence the outlets it was taken from."""
        found: dict[int, dict[str, Attribution]] = {}
        for report in self.reports:
            number = self.layout.number_at(report.cue.start)
            named = self.cast.hops(report.source)[0] if report.source is not None else ""
            if number is not None and named and self.kind(named) == "outlet":
                found.setdefault(number, {})[root(named)] = report
        return found

    def kind(self, name: str) -> SourceKind:
        """The kind of a source of this article."""
        return kind_of(name, self.cast.description(name))

    @cached_property
    def channels(self) -> tuple[str, ...]:
        """The channels and accounts among the sources, platforms themselves left out."""
        named = dict.fromkeys(hop for found in self.reports for hop in self.hops(found))
        platforms = lexicon.words("names", "platforms")
        return tuple(n for n in named if self.kind(n) == "channel" and n.casefold() not in platforms)

    def hops(self, found: Attribution) -> tuple[str, ...]:
        """Whom an attribution names, origin first: its source, and the outlet that was told."""
        named = self.cast.hops(found.source) if found.source is not None else ()
        told = self._told(found)
        return (*named, told) if named and told else named

    def _told(self, found: Attribution) -> str | None:
        """The outlet in "told the Gazette" or "was quoted as saying by the Gazette", if it is one."""
        match = _TOLD.search(self.text, found.cue.start, found.cue.end + _REACH)
        if match is None or match.start() > found.cue.end:
            return None
        name = _DAY.sub("", match["outlet"])  # "told CNN Thursday"
        return name if kind_of(name) in RELAYS else None

    def antecedents(self, cue: StanceCue) -> tuple[Span, ...]:
        """The spans an anaphoric stance cue may refer to, best first."""
        return stance.antecedents(self.text, self.sentences, cue)


_DAY = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_REACH = 60  # characters after a cue in which the outlet that was told stands
_TOLD = re.compile(
    r"\b(?:tells?|told|telling|as saying by|interview(?:ed)? (?:with|by)|statement to|speaking to|spoke to)"
    r" (?:the )?(?P<outlet>[A-Z][\w’&-]*(?: (?:of )?[A-Z][\w’&-]*){0,3})"
)


def read(article: Article) -> Reading:
    """Find everything in one article."""
    marked = lines_of.mark(article.text)
    article = metadata.describe(article, marked)
    quoted = quotes.find(article.text)
    split = furniture.mark(article.text, sentences.split(article.text, marked), quoted)
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
        judged.append(Sentence(span, sentence.kind, worthy))
    return tuple(judged)


def _meets(spans: Sequence[tuple[int, int]], span: Span) -> bool:
    stop = bisect_right(spans, (span.end, 0))
    return any(end > span.start for _, end in spans[max(0, stop - 8) : stop])
