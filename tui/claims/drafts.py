"""Mentions before they belong to a claim.

An article's sentences are cut along its attributions and stance cues, then into clauses.  What is left
of a sentence once sources and cues are taken away is what it states; a stance cue replaces the plain
mention of what it applies to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.claims import figures, insertions, marks, trimming
from tui.claims.figures import Figure
from tui.claims.overlaps import Overlaps
from tui.claims.reading import Reading
from tui.claims.terms import stem
from tui.language import clauses, lexicon, phrases
from tui.model import PUTS_FORWARD, Attribution, Sentence, Span, Stance, StanceCue

_LEAST_WORDS = 3
_OWN_VOICE = "mention.own-voice"
QUOTED = "quoted"  # note on the words of somebody who was not found
_POSSESSIVES = frozenset({"its", "his", "her", "their", "my", "our"})
_PERSONAL = frozenset({"his", "her"})
_OF_OTHERS = frozenset({"cannot-confirm", "doubts"})
_REPORT_OF = re.compile(
    r"\s(?:(?:the|a|an|some|recent)\s)?"
    r"(?P<source>(?:[\w-]+\s){0,2}?(?=[\w’' -]*[A-Z])[\w-]+(?:\s[\w-]+)?)(?:[’']s?)?\s"
    r"(?P<noun>reports?|claims?|allegations?|accusations?|suggestions?|statements?)(?:\s(?:that|of))?\s*$"
)
_SPOKEN_FOR = re.compile(r"^(?P<owner>.+)[’']s?\s|\s(?:for|of)\s(?P<whom>.+)$")
_JOINED = re.compile(r"[\s,;–—]+(?:(?:and|but|while|then|also)[\s,]*)*$")
_RELATIVE = re.compile(r"([\s,]*)(?:who|whose|which)\b")
_AGAIN = re.compile(r"(?:the|this|that|these|those)\s+(?P<noun>[a-z]{3,})", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_BACK = 12  # sentences in which something may have been named first
_SEVERAL = frozenset({"these", "those", "both", "all"})
_REPORTS = frozenset({"report", "story", "claim", "allegation", "rumor", "rumour", "storie", "account"})
_OPENING = "“\"‘'"
_LOOSE = " \t\n\u00a0,;:–—-“”\"'‘’().…"


@dataclass(frozen=True, slots=True)
class Plain:
    """What a clause says by itself that takes a stance on something, and the attributions that cover it."""

    span: Span
    statement: str
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A span that takes a stance on something.

    `statement` is what it is compared by (its own words, with the subject it shares, or the question it
    answers).  `attributions` cover it, origin first.  `holder` names who takes the stance, if a stance
    cue said so.  `antecedents` are the spans it refers back to, best first; a draft without a statement
    of its own belongs where they do: to all of them if it refers to `several`, to the one most reported
    if it refers to a `report`.  A `figure` is a part of another draft, worth keeping only where the same
    is counted elsewhere; `lead` is that other draft up to it (at most `figures.LEAD` characters more).
    `plain` is what an answer (no statement put forward) says by itself.
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
    figure: Figure | None = None
    lead: Span | None = None
    plain: Plain | None = None

    @property
    def whole(self) -> Span:
        """The words with those that are needed to understand them."""
        return self.lead or self.span

    def by_itself(self) -> Draft:
        """The draft as a statement of its own, if it has a `plain` one."""
        if self.plain is None:
            return self
        return _put_forward(self.plain.span, self.plain.statement, self.plain.attributions)


def draw(reading: Reading) -> list[Draft]:
    """All drafts of one article, in the order of the text."""
    stated = [draft for cue in reading.stances for draft in _from_stance(reading, cue)]
    plain = [draft for sentence in reading.sentences for draft in _from_sentence(reading, sentence)]
    kept = _not_replaced(plain, stated)
    places = Overlaps([draft.span for draft in plain])
    stated = [_with_plain(draft, plain, places) for draft in stated]
    counted = [
        figure
        for draft in (*kept, *stated)
        if draft.stance in PUTS_FORWARD
        for figure in _figures(reading, draft)
    ]
    return sorted([*kept, *stated, *counted], key=lambda d: (d.span.start, d.span.end, d.stance, d.rule))


def _not_replaced(plain: Sequence[Draft], stated: Sequence[Draft]) -> list[Draft]:
    """The plain drafts that no stance draft stands for."""
    spans, cues = Overlaps([draft.span for draft in stated]), Overlaps([d.cue or d.span for d in stated])

    def near(span: Span) -> set[int]:
        return {*spans.meeting(span.start, span.end), *cues.meeting(span.start, span.end)}

    return [d for d in plain if not any(_replaces(stated[number], d) for number in near(d.span))]


def _with_plain(draft: Draft, plain: Sequence[Draft], places: Overlaps) -> Draft:
    """An answer with the plain draft that it replaces, if one of those at the `places` holds its cue."""
    cue = draft.cue
    if cue is None or draft.plain is None:
        return draft
    near = (plain[number] for number in places.meeting(cue.start, cue.end))
    found = next((d for d in near if d.span.start <= cue.start and cue.end <= d.span.end), None)
    if found is None:
        return draft
    attributions = found.attributions or draft.plain.attributions
    return replace(draft, plain=Plain(found.span, found.statement, attributions))


def _figures(reading: Reading, draft: Draft) -> Iterator[Draft]:
    """The counted things and dated events inside a draft, each as it could be stated elsewhere."""
    for figure, span in figures.find(reading, draft.span):
        lead = Span.of(reading.text, max(draft.span.start, span.start - figures.LEAD), span.end)
        rule = f"{draft.rule}.{figure}"
        yield replace(draft, span=span, statement=span.text, rule=rule, figure=figure, lead=lead)


def _from_sentence(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    if not sentence.claim:
        return
    segments = _segments(reading, sentence)
    parted = {start: insertions.subject_before(reading, sentence.span, start) for start, _ in segments}
    subjects = [subject for subject in parted.values() if subject]
    for start, end in segments:
        if any(start < last and end > first for first, last in subjects):
            continue  # no statement, but what another one is about
        for number, clause in enumerate(clauses.split(reading.text, start, end)):
            span = trimming.trimmed(reading.text, clause.start, clause.end)
            if span is None or _is_aside(reading.text, span):
                continue
            before = None if number else parted[start] or _left_out(reading, span)
            yield _plain(reading, span, clause.subject or before)


def _is_aside(text: str, span: Span) -> bool:
    """Whether a stretch is brackets that state nothing: "(a platform for bloggers)"."""
    bracketed = span.text.startswith("(") and span.text.rstrip(".,;").endswith(")")
    return bracketed and not clauses.has_verb(text, span.start, span.end)


def _left_out(reading: Reading, span: Span) -> tuple[int, int] | None:
    """The source that a stretch without a subject tells of: "[the mayor] opened the bridge and said …"."""
    first = span.text.split(maxsplit=1)[0]
    if not (first.islower() and clauses.is_finite(first)):
        return None
    sources = (report.source for report in reading.reports if report.source is not None)
    blank = span.start
    while blank and reading.text[blank - 1].isspace():
        blank -= 1
    before = (s for s in sources if blank <= s.end < span.start)
    return next(((source.start, source.end) for source in before), None)


def _plain(reading: Reading, span: Span, subject: tuple[int, int] | None) -> Draft:
    """A draft in the voice of whoever is said to put it forward; a clause shares that with its subject."""
    whole, covering = _quoted_whole(reading, span), reading.covering(span)
    statement = whole.text
    if subject is not None:
        shared = Span.of(reading.text, *subject)
        words = span.text.lstrip(_OPENING)
        statement = f"{shared.text} {whole.text if words == span.text else words}"
        covering = covering or reading.covering(shared)
    quoted = not covering and marks.enclose(reading.quotes, span.start, span.end)
    return _put_forward(whole, statement, covering, notes=(QUOTED,) if quoted else ())


def _quoted_whole(reading: Reading, span: Span) -> Span:
    """A span with both marks of a quotation that it has one mark of, if the other stands right beside it."""
    return Span.of(reading.text, *marks.with_other(reading.text, reading.quotes, span.start, span.end))


def _put_forward(
    span: Span, statement: str, attributions: tuple[Attribution, ...], notes: tuple[str, ...] = ()
) -> Draft:
    """A draft as whoever is said to put it forward does; else in the article's own voice."""
    if not attributions:
        return Draft(span, "asserts", _OWN_VOICE, statement, notes=notes)
    rule, cue = f"mention.{attributions[0].rule}", attributions[0].cue
    return Draft(span, "reports", rule, statement, cue, attributions=attributions)


def _segments(reading: Reading, told: Sentence) -> list[tuple[int, int]]:
    """The stretches of a sentence under the same attributions, without sources and cues."""
    sentence, heading = told.span, told.kind == "heading"
    text, frames, contents = reading.text, reading.frames_in(sentence), reading.contents_in(sentence)
    edges = {sentence.start, sentence.end}
    for span in (*frames, *contents):
        edges |= {edge for edge in (span.start, span.end) if sentence.start < edge < sentence.end}
    ordered = sorted(edges)
    parts: list[tuple[int, int, frozenset[Span]]] = []
    for start, end in pairwise(ordered):
        if any(frame.start <= start and end <= frame.end for frame in frames):
            continue
        over = frozenset(span for span in contents if span.start <= start and end <= span.end)
        if parts and parts[-1][2] == over and not text[parts[-1][1] : start].strip(_LOOSE):
            parts[-1] = (parts[-1][0], end, over)
        else:
            parts.append((start, end, over))
    return [
        (start, end)
        for start, end, over in parts
        if _says_something(text, start, end, attributed=bool(over), heading=heading)
        and not _tells_of(text, start, frames)
    ]


def _tells_of(text: str, start: int, frames: Sequence[Span]) -> bool:
    """Whether a stretch only goes on about a source: "according to engineers (who inspected it)"."""
    opens = _RELATIVE.match(text, start)
    if opens is None:
        return False
    return any(not text[frame.end : opens.end(1)].strip(" ,") for frame in frames if frame.end <= start)


def _says_something(text: str, start: int, end: int, *, attributed: bool, heading: bool) -> bool:
    words = text[start:end].strip(_LOOSE).split()
    if len(words) < _LEAST_WORDS:
        return False
    has_verb = clauses.has_headline_verb if heading else clauses.has_verb
    return attributed or (len(words) > _LEAST_WORDS and has_verb(text, start, end))


def _from_stance(reading: Reading, cue: StanceCue) -> Iterator[Draft]:
    sentence = reading.sentence_at(cue.cue.start)
    if sentence is None or _speaks_in_passing(cue):
        return
    if cue.scope is not None:
        end = _quoted_whole(reading, cue.scope).end  # what opens it may stand before "its", the party's own
        cue = replace(cue, scope=Span.of(reading.text, cue.scope.start, end))
    notes = tuple(name for name, holds in (("partial", cue.partial), ("implicit", cue.implicit)) if holds)
    inside = cue.scope is not None and bool(cue.scope.overlap(sentence.span.start, sentence.span.end))
    beside = cue.implicit or cue.rule.endswith((".concession", ".relative"))
    taken_up = _taken_up(reading, cue, cue.scope) if cue.scope is not None and inside and not beside else ()
    clause = _stated_in(reading, sentence.span, cue)
    if taken_up:
        span, statement, antecedents = clause, "", taken_up
    elif cue.scope is not None and inside and not beside:
        span, statement, antecedents = cue.scope, _with_owner(reading, cue.scope, cue), ()
    else:
        span = clause
        statement = cue.scope.text if cue.scope is not None else ""
        antecedents = (cue.scope,) if cue.scope is not None else reading.antecedents(cue)
    anaphor = cue.anaphor.text.casefold().split() if cue.anaphor is not None else [""]
    several, report = anaphor[0] in _SEVERAL, anaphor[-1].rstrip("s") in _REPORTS
    yield Draft(
        span, cue.stance, cue.rule, statement, cue.cue, cue.holder,
        reading.covering(cue.cue), antecedents, several, report, notes,
        plain=None if cue.stance in PUTS_FORWARD else _by_itself(reading, clause, cue),
    )  # fmt: skip
    if cue.scope is not None and inside and (answered := _answered(reading, cue.cue, cue.scope)):
        yield answered


def _by_itself(reading: Reading, clause: Span, cue: StanceCue) -> Plain:
    """A clause that takes a stance; in a quotation it is said by who takes the stance."""
    attributions = reading.covering(clause)
    quoted = marks.enclose(reading.quotes, cue.cue.start, cue.cue.end)
    if quoted and cue.holder is not None and not attributions:
        attributions = (Attribution(cue.holder, cue.cue, (clause,), "attribution.quote.answer"),)
    return Plain(clause, clause.text, attributions)


def _speaks_in_passing(cue: StanceCue) -> bool:
    """Whether a sentence is told "contrary to some reports", or "confirming reports": it answers none."""
    adds = cue.stance == "supports" and cue.cue.text.endswith("ing")
    if not (adds or cue.rule.endswith(".contrary")) or cue.anaphor is None:
        return False
    return not phrases.is_definite(cue.anaphor.text)


def _taken_up(reading: Reading, cue: StanceCue, scope: Span) -> tuple[Span, ...]:
    """The last sentences before that speak of what a scope only names again: "the figure", "these cases".

    Who declines to comment on "the deal" takes up what was told, whatever it was called.
    """
    named = _AGAIN.fullmatch(scope.text)
    if named is None:
        return ()
    head = stem(named["noun"].lower())
    number = reading.layout.number_at(scope.start) or 0
    earlier = (reading.sentences[place].span for place in range(number - 1, max(-1, number - _BACK - 1), -1))
    found = tuple(span for span in earlier if head in map(stem, _WORDS.findall(span.text.lower())))
    if not found and cue.stance == "no-comment":
        return reading.antecedents(replace(cue, scope=None))
    return found


def _answered(reading: Reading, cue: Span, scope: Span) -> Draft | None:
    """The report that is answered, if it is somebody's: "rejected the union's claims that P"."""
    match = _REPORT_OF.search(reading.text, cue.end, scope.start)
    if match is None:
        return None
    source, noun = (Span.of(reading.text, *match.span(name)) for name in ("source", "noun"))
    report = Attribution(source, noun, (scope,), "attribution.answered")
    return Draft(scope, "reports", f"mention.{report.rule}", scope.text, cue=noun, attributions=(report,))


def _with_owner(reading: Reading, scope: Span, cue: StanceCue) -> str:
    """A scope with the party it leaves out: "denied its use of" is the party's use, "denied taking" its own.

    "His" and "her" before a clause may be another's: "the club confirmed that her contract runs on".  With
    who speaks for somebody they are that one's ("Roe’s family confirmed her death"); and what one doubts or
    cannot confirm is not one's own.
    """
    first, _, rest = scope.text.partition(" ")
    if cue.holder is None or not rest:
        return scope.text
    if cue.rule.endswith(".gerund-object") and first.endswith("ing"):
        return f"{reading.cast.resolve(cue.holder)} {scope.text}"
    if cue.rule.endswith(".called-false"):
        return scope.text
    told = reading.text[max(0, scope.start - 6) : scope.start].split()[-1:] == ["that"]
    if first.casefold() not in _POSSESSIVES or cue.stance in _OF_OTHERS:
        return scope.text
    owner = cue.holder.text
    if first.casefold() in _PERSONAL:
        owner = "" if told else _spoken_for(owner)
    return f"{owner}’s {rest}" if owner else scope.text


def _spoken_for(party: str) -> str:
    """Whom a party speaks for: "Ann Roe" in "Ann Roe’s family", itself unless it speaks for somebody."""
    if lexicon.words("stance_answers", "others").isdisjoint(party.casefold().split()):
        return party
    named = _SPOKEN_FOR.search(party)
    return (named["owner"] or named["whom"]) if named else ""


def _stated_in(reading: Reading, sentence: Span, cue: StanceCue) -> Span:
    """The words that take a stance: "despite X's denial", "a figure X disputes", or the clause of the cue."""
    if cue.rule.endswith(".relative") and cue.anaphor is not None:
        return Span.of(reading.text, cue.anaphor.start, cue.cue.end)
    if cue.rule.endswith(".concession"):
        comma = reading.text.find(",", cue.cue.end, sentence.end)
        if comma > 0:
            return Span.of(reading.text, min(cue.cue.start, sentence.start), comma)
    return _clause_around(reading, sentence, cue.cue)


def _clause_around(reading: Reading, sentence: Span, cue: Span) -> Span:
    """The quotation or clause in which a cue stands."""
    quote = marks.around(reading.quotes, cue.start)
    if quote is not None and cue.end <= quote.end:
        return Span.of(reading.text, max(quote.start, sentence.start), min(quote.end, sentence.end))
    return _before_reports(reading, reading.clause_at(cue), cue)


def _before_reports(reading: Reading, clause: Span, cue: Span) -> Span:
    """A clause without what its party goes on to say: "denied it, saying P", "confirmed it and said P"."""
    said = min((c.start for c in reading.contents_in(clause) if c.start >= cue.end), default=clause.end)
    frames = [f.start for f in reading.frames_in(clause) if cue.end <= f.start < said]
    if said == clause.end or not frames:
        return clause
    end = clause.start + len(_JOINED.sub("", reading.text[clause.start : max(frames)]))
    return Span.of(reading.text, clause.start, end)


def _replaces(stated: Draft, plain: Draft) -> bool:
    """Whether a stance draft says what a plain one would say: its scope, or the words of the stance.

    What follows "if it is true" is said all the same.
    """
    if stated.cue is not None and plain.span.start <= stated.cue.start and stated.cue.end <= plain.span.end:
        return True
    if stated.rule.endswith(".conditional"):
        conditional = stated.cue.overlap(plain.span.start, plain.span.end) if stated.cue is not None else 0
        return 2 * conditional > len(plain.span.text)
    common = stated.span.overlap(plain.span.start, plain.span.end)
    return 2 * common >= min(len(stated.span.text), len(plain.span.text)) > 0
