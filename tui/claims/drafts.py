"""Mentions before they belong to a claim.

An article's sentences are cut along its attributions and stance cues, then into clauses.  What is left
of a sentence once sources and cues are taken away is what it states; a stance cue replaces the plain
mention of what it applies to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from tui.claims.reading import Reading
from tui.language import clauses
from tui.model import Attribution, Quantity, Sentence, Span, Stance, StanceCue

_LEAST_WORDS = 3
_POSSESSIVES = frozenset({"its", "his", "her", "their", "my", "our"})
_CIRCUMSTANCE = re.compile(r"(?:,?\s(?:and|but))?,?\s(?:during|after|before|since|until|between|following)\s")
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_EVENT_BEFORE = re.compile(
    r"\b(?:the|its|his|her|their)\s(?:[a-z-]+\s){0,3}?"
    r"(?P<event>[a-z-]{4,}\s(?:of\s(?:[\w-]+\s){1,4})?(?:that\s[a-z]+\s)?(?:in|on)\s)?$"
)
_EVENT_AFTER = re.compile(r"\s[a-z-]{4,}(?:\sof(?:\s[A-Z][\w-]*)?\s[\w-]+)?")
_STATING = frozenset({"asserts", "reports", "supports"})
_UNCOUNTED = frozenset(
    {"date", "period", "percent", "day", "month", "year", "hour", "week", "people", "person"}
)
_LEAD = 300  # characters
_LARGEST_PART = 0.8  # of a draft; beyond it the figure is the draft
_SEVERAL = frozenset({"these", "those", "both", "all"})
_REPORTS = frozenset({"report", "story", "claim", "allegation", "rumor", "rumour", "storie", "account"})
_LOOSE = " \t\n\u00a0,;:–—-“”\"'‘’().…"


Figure = Literal["", "count", "worth", "event"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A span that takes a stance on something.

    `statement` is what it is compared by (its own words, with the subject it shares, or the question it
    answers).  `attributions` cover it, origin first.  `holder` names who takes the stance, if a stance
    cue said so.  `antecedents` are the spans it refers back to, best first; a draft without a statement
    of its own belongs where they do: to all of them if it refers to `several`, to the one most reported
    if it refers to a `report`.  A `figure` is a part of another draft, worth keeping only where the same
    is counted elsewhere; `lead` is that other draft up to it (at most `_LEAD` characters more).
    """

    span: Span
    stance: Stance
    rule: str
    statement: str
    cue: Span | None = None
    holder: Span | None = None
    attributions: tuple[Attribution, ...] = ()
    antecedents: tuple[Span, ...] = ()
    several: bool = False
    report: bool = False
    notes: tuple[str, ...] = ()
    figure: Figure = ""
    lead: Span | None = None


def draw(reading: Reading) -> list[Draft]:
    """All drafts of one article, in the order of the text."""
    stated = [draft for cue in reading.stances for draft in _from_stance(reading, cue)]
    plain = [draft for sentence in reading.sentences for draft in _from_sentence(reading, sentence)]
    kept = [draft for draft in plain if not any(_replaces(one, draft) for one in stated)]
    counted = [
        figure
        for draft in (*kept, *stated)
        if draft.stance in _STATING
        for figure in _figures(reading, draft)
    ]
    return sorted([*kept, *stated, *counted], key=lambda d: (d.span.start, d.span.end, d.stance, d.rule))


def _figures(reading: Reading, draft: Draft) -> Iterator[Draft]:
    """The counted things and dated events inside a draft, each as it could be stated elsewhere."""
    for quantity in reading.quantities_in(draft.span.start, draft.span.end):
        figure, span = _figure(reading, draft, quantity)
        if span and len(span.text) <= _LARGEST_PART * len(draft.span.text) and len(span.text.split()) > 1:
            part = replace(draft, span=span, statement=span.text, rule=f"{draft.rule}.{figure}")
            start = max(draft.span.start, span.start - _LEAD)
            yield replace(part, figure=figure, lead=Span.of(reading.text, start, span.end))


def _figure(reading: Reading, draft: Draft, quantity: Quantity) -> tuple[Figure, Span | None]:
    if quantity.iso:
        return "event", _dated(reading, draft, quantity)
    if quantity.unit is None or quantity.unit in _UNCOUNTED:
        return "", None
    if _is_currency(quantity.unit):
        return "worth", Span.of(reading.text, quantity.span.start, _end_of_worth(draft, quantity))
    return "count", Span.of(reading.text, quantity.value.start, quantity.span.end)


def _dated(reading: Reading, draft: Draft, quantity: Quantity) -> Span | None:
    """The event a date goes with: ``its withdrawal in August 2021``, ``the August 2021 withdrawal of``."""
    if not _DAY.fullmatch(quantity.iso or ""):
        return None
    start = max(draft.span.start, quantity.span.start - _LEAD)
    before = _EVENT_BEFORE.search(reading.text, start, quantity.span.start)
    if before is None:
        return None
    after = _EVENT_AFTER.match(reading.text, quantity.span.end, draft.span.end)
    adjective = before["event"] is None
    if adjective and after is None:
        return None
    end = after.end() if adjective and after else quantity.span.end
    return Span.of(reading.text, before.start(), end)


def _end_of_worth(draft: Draft, quantity: Quantity) -> int:
    """Where the phrase ends that says what an amount of money is for."""
    start = quantity.value.end - draft.span.start
    found = _CIRCUMSTANCE.search(draft.span.text, start)
    return draft.span.start + found.start() if found else draft.span.end


def _is_currency(unit: str) -> bool:
    return unit == "money" or (len(unit) == 3 and unit.isupper())


def _from_sentence(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    if not sentence.claim:
        return
    for start, end in _segments(reading, sentence.span):
        for clause in clauses.split(reading.text, start, end):
            span = _trimmed(reading.text, clause.start, clause.end)
            if span is None:
                continue
            yield _plain(reading, span, clause.subject)


def _plain(reading: Reading, span: Span, subject: tuple[int, int] | None) -> Draft:
    """A draft in the voice of whoever is said to put it forward; a clause shares that with its subject."""
    statement, covering = span.text, reading.covering(span)
    if subject is not None:
        shared = Span.of(reading.text, *subject)
        statement = f"{shared.text} {statement}"
        covering = covering or reading.covering(shared)
    if not covering:
        return Draft(span, "asserts", "mention.own-voice", statement)
    first = covering[0]
    return Draft(span, "reports", f"mention.{first.rule}", statement, cue=first.cue, attributions=covering)


def _segments(reading: Reading, sentence: Span) -> list[tuple[int, int]]:
    """The stretches of a sentence under the same attributions, without sources and cues."""
    edges = {sentence.start, sentence.end}
    frames = [frame for frame in reading.frames if frame.overlap(sentence.start, sentence.end)]
    contents = [span for span in reading.contents if span.overlap(sentence.start, sentence.end)]
    for span in (*frames, *contents):
        edges |= {edge for edge in (span.start, span.end) if sentence.start < edge < sentence.end}
    ordered = sorted(edges)
    parts: list[tuple[int, int, frozenset[Span]]] = []
    for start, end in pairwise(ordered):
        if any(frame.start <= start and end <= frame.end for frame in frames):
            continue
        over = frozenset(span for span in contents if span.start <= start and end <= span.end)
        if parts and parts[-1][2] == over and not reading.text[parts[-1][1] : start].strip(_LOOSE):
            parts[-1] = (parts[-1][0], end, over)
        else:
            parts.append((start, end, over))
    return [
        (start, end) for start, end, over in parts if _says_something(reading.text, start, end, bool(over))
    ]


def _says_something(text: str, start: int, end: int, attributed: bool) -> bool:
    words = text[start:end].strip(_LOOSE).split()
    if len(words) < _LEAST_WORDS:
        return False
    return attributed or (len(words) > _LEAST_WORDS and clauses.has_verb(text, start, end))


def _from_stance(reading: Reading, cue: StanceCue) -> Iterator[Draft]:
    sentence = reading.sentence_at(cue.cue.start)
    if sentence is None:
        return
    notes = tuple(name for name, holds in (("partial", cue.partial), ("implicit", cue.implicit)) if holds)
    inside = cue.scope is not None and bool(cue.scope.overlap(sentence.span.start, sentence.span.end))
    beside = cue.implicit or cue.rule.endswith(".concession")
    if cue.scope is not None and inside and not beside:
        span, statement = cue.scope, _with_owner(cue.scope.text, cue.holder)
        antecedents: tuple[Span, ...] = ()
    else:
        span = _stated_in(reading, sentence.span, cue)
        statement = cue.scope.text if cue.scope is not None else ""
        antecedents = (cue.scope,) if cue.scope is not None else reading.antecedents(cue)
    anaphor = cue.anaphor.text.casefold().split() if cue.anaphor is not None else [""]
    several, report = anaphor[0] in _SEVERAL, anaphor[-1].rstrip("s") in _REPORTS
    yield Draft(
        span, cue.stance, cue.rule, statement, cue.cue, cue.holder,
        reading.covering(cue.cue), antecedents, several, report, notes,
    )  # fmt: skip


def _with_owner(scope: str, holder: Span | None) -> str:
    """A scope with the party in place of its possessive: "denied its use of" is the party's use of."""
    first, _, rest = scope.partition(" ")
    if holder is None or not rest or first.casefold() not in _POSSESSIVES:
        return scope
    return f"{holder.text}’s {rest}"


def _stated_in(reading: Reading, sentence: Span, cue: StanceCue) -> Span:
    """The words that take a stance: the concession ("Despite X's denial") or the clause of the cue."""
    if cue.rule.endswith(".concession"):
        comma = reading.text.find(",", cue.cue.end, sentence.end)
        if comma > 0:
            return Span.of(reading.text, min(cue.cue.start, sentence.start), comma)
    return _clause_around(reading, sentence, cue.cue)


def _clause_around(reading: Reading, sentence: Span, cue: Span) -> Span:
    """The quotation or clause in which a cue stands."""
    for quote in reading.quotes:
        if quote.start <= cue.start and cue.end <= quote.end:
            start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
            return Span.of(reading.text, start, end)
    return reading.clause_at(cue)


def _replaces(stated: Draft, plain: Draft) -> bool:
    """Whether a stance draft says what a plain one would say: its scope, or the words of the stance.

    What follows "if it is true" is said all the same.
    """
    if stated.cue is not None and plain.span.start <= stated.cue.start and stated.cue.end <= plain.span.end:
        return True
    if stated.rule.endswith(".conditional"):
        return False
    common = stated.span.overlap(plain.span.start, plain.span.end)
    return 2 * common >= min(len(stated.span.text), len(plain.span.text)) > 0


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \t\n\u00a0,;:–—":
        start += 1
    if text.startswith("that ", start, end):
        start += len("that ")
    while end > start and text[end - 1] in " \t\n\u00a0,;:–—":
        end -= 1
    return Span.of(text, start, end) if len(text[start:end].split()) >= _LEAST_WORDS else None
