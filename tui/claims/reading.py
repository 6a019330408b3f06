"""Everything found in one article alone, gathered once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from tui.claims.sources import RELAYS, SourceKind, kind_of
from tui.corpus import lines as lines_of
from tui.corpus import metadata
from tui.language import (
    attribution,
    checkworthiness,
    clauses,
    lexicon,
    names,
    quantities,
    quotes,
    relays,
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

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def cast(self) -> names.Cast:
        """Who is who among the sources."""
        return names.Cast(self.text, self.attributions)

    @cached_property
    def reports(self) -> tuple[Attribution, ...]:
        """The attributions that put a statement forward; wishes, plans and requests do not."""
        stating = [report for a in self.attributions if (report := self._as_report(a)) is not None]
        cited = [report for a in self.attributions if (report := _cited(a, stating)) is not None]
        return (*stating, *cited, *self._passing((*stating, *cited)))

    def _passing(self, known: Sequence[Attribution]) -> Iterator[Attribution]:
        """The relays whose source is not among the known ones; a quotation that ends there counts whole."""
        sources = [a.source for a in known if a.source is not None]
        for relay in relays.find(self.text, self.sentences):
            named = relay.source
            if named is not None and not any(named.overlap(s.start, s.end) for s in sources):
                quoted = () if relay.rule.endswith(".nested") else self._ending_in(relay.content[0], known)
                yield replace(relay, content=(*relay.content, *quoted))

    def _ending_in(self, sentence: Span, known: Sequence[Attribution]) -> tuple[Span, ...]:
        """The contents that begin before a sentence and end in it."""
        spans = (span for a in known for span in a.content)
        return tuple(s for s in spans if s.start < sentence.start and s.overlap(sentence.start, sentence.end))

    def _as_report(self, found: Attribution) -> Attribution | None:
        if found.rule.endswith(_CITING) or _speaks_of_itself(found):
            return None
        if found.rule.endswith(_WITHIN[0]):
            return replace(found, source=None, content=(self.clause_at(found.cue),))
        if found.rule.endswith("zero-that") and not is_speech(found.cue.text):
            return self._as_act(found)
        directive = is_directive(found.cue.text)
        content = tuple(span for span in found.content if _proposes(span.text, directive=directive))
        if not content and (before := self._said_before(found)):
            content = (before,)
        content += self._introduced(found)
        return replace(found, content=content) if content else None

    def _as_act(self, found: Attribution) -> Attribution | None:
        """What somebody did by saying so ("blamed") as a statement of theirs; a wish is none."""
        if is_directive(found.cue.text) or found.source is None:
            return None
        return replace(found, content=(self.clause_at(found.cue),), rule=f"{found.rule}{_ACT}")

    def _introduced(self, found: Attribution) -> tuple[Span, ...]:
        """The quotations of the next line, where the sentence of an attribution ends in a colon."""
        number = bisect_right(self._starts, found.cue.start) - 1
        return tuple(relays.introduced(self.text, self.sentences, number)) if number >= 0 else ()

    def _said_before(self, found: Attribution) -> Span | None:
        """What stands before "…, S told X", where the hearer was taken for the content."""
        sentence = self.sentence_at(found.cue.start)
        if sentence is None or found.source is None or found.cue.text.split()[-1] not in {"told", "tells"}:
            return None
        start, end = sentence.span.start, found.source.start
        before = self.text[start:end].rstrip()
        said = Span.of(self.text, start, start + len(before) - 1)
        return said if before.endswith(",") and _proposes(said.text, directive=False) else None

    def clause_at(self, span: Span) -> Span:
        """The clause in which a span stands."""
        sentence = self.sentence_at(span.start)
        if sentence is None:
            return span
        for clause in clauses.split(self.text, sentence.span.start, sentence.span.end):
            if clause.start <= span.start < clause.end:
                return Span.of(self.text, clause.start, clause.end)
        return sentence.span

    @cached_property
    def _cutting(self) -> tuple[Attribution, ...]:
        """The reports whose source and cue stand outside of what they put forward."""
        return tuple(report for report in self.reports if not report.rule.endswith(_WITHIN))

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

    def quantities_in(self, start: int, end: int) -> Iterator[Quantity]:
        """The figures and dates between two offsets."""
        first = bisect_left(self.quantities, start, key=lambda quantity: quantity.span.start)
        for quantity in self.quantities[first:]:
            if quantity.span.start >= end:
                return
            if quantity.span.end <= end:
                yield quantity

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
        """The attributions whose content holds most of a span, the one closest to its words first."""
        found = [(size, a) for a in self.reports if (size := _covers(a, span))]
        found.sort(key=lambda pair: (pair[0], pair[1].cue.start))
        return tuple(a for _, a in found)

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
        name = match["outlet"]
        return name if kind_of(name) in RELAYS else None

    def antecedents(self, cue: StanceCue) -> tuple[Span, ...]:
        """The spans an anaphoric stance cue may refer to, best first."""
        return stance.antecedents(self.text, self.sentences, cue)


_PASSIVE = re.compile(r"\b(?:been|be|was|is|were|are|being)\s(?:\w+ly\s)?\w+(?:ed|en|wn|ld)$")
_ACT = ".act"
_WITHIN = (".adverb", _ACT)  # rules of reports that are made within their clause
_CITING = ".citing"
_REACH = 60  # characters after a cue in which the outlet that was told stands
_TOLD = re.compile(
    r"\b(?:tells?|told|telling|as saying by|interview(?:ed)? (?:with|by)|statement to|speaking to|spoke to)"
    r" (?:the )?(?P<outlet>[A-Z][\w’&-]*(?: (?:of )?[A-Z][\w’&-]*){0,3})"
)
_NEAR = 500  # characters between a verb of saying and the citation that goes with it
_QUOTED = ("“", '"', "‘", "„", "«")


def _speaks_of_itself(found: Attribution) -> bool:
    """Whether the source is the article or, in "it has been confirmed", what is confirmed."""
    if found.source is None:
        return False
    passive = _PASSIVE.search(found.cue.text) is not None
    return names.is_own_voice(found.source.text) or (passive and names.is_thing_pronoun(found.source.text))


def _covers(found: Attribution, span: Span) -> int:
    """The length of the content that holds most of a span, 0 if none does."""
    needed = (span.end - span.start) / 2
    held = (c.end - c.start for c in found.content if c.overlap(span.start, span.end) >= needed)
    return max(held, default=0)


def _cited(found: Attribution, stating: Sequence[Attribution]) -> Attribution | None:
    """In "X said, citing Y, that P", what X put forward as put forward by Y."""
    if not found.rule.endswith(_CITING) or not found.content:
        return None
    near = [a for a in stating if a.source == found.source and abs(a.cue.start - found.cue.start) < _NEAR]
    if not near:
        return None
    closest = min(near, key=lambda a: abs(a.cue.start - found.cue.start))
    return replace(found, source=found.content[0], content=closest.content)


@cache
def _forms(name: str) -> frozenset[str]:
    """All forms of the verbs of a lexicon file."""
    forms: set[str] = set()
    for verb in lexicon.load(name)["verbs"]:
        stem = verb.removesuffix("e")
        doubled = f"{verb}{verb[-1]}"
        forms |= {verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing"}
        forms |= {f"{verb.removesuffix('y')}ied", f"{verb.removesuffix('y')}ies"}
    return frozenset(forms | {"sought"})


def is_directive(cue: str) -> bool:
    """Whether a cue asks, plans or wishes: ``has asked``, ``is planning``."""
    return any(word in _forms("directives") for word in cue.casefold().split()[-2:])


def is_speech(cue: str) -> bool:
    """Whether a statement may follow a cue directly: ``has said``, ``warns``."""
    return any(word in _forms("speech") for word in cue.casefold().split())


def _proposes(content: str, *, directive: bool) -> bool:
    """Whether a content is a statement: it has a finite verb of its own, or is a longer quotation."""
    if content.startswith(_QUOTED):
        return len(content.split()) > 3
    first = content.split(maxsplit=1)[0].casefold() if content.strip() else ""
    if directive and first != "that":
        return False
    if first in {"to", "about", "of", "for", "on", "by", "into", "against", "with", "whether", "how", "why"}:
        return False
    return clauses.has_verb(content, 0, len(content))


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
