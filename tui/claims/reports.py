"""Reports: the attributions that put a statement forward, each with what it states.

Corpora of attribution count wishes, plans and requests too ("asked for help"); those state nothing and
stay inside their clause.  What somebody did by speaking ("blamed the driver") is one statement of theirs.
To these come the relays: whom the sentence was taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.claims import cue_verbs, sources
from tui.claims.layout import Layout
from tui.language import clauses, lexicon, phrases, relays, roles, stance_holder
from tui.model import Attribution, Span

ACT = ".act"
ADVERB = ".adverb"
CITING = ".citing"
_AGENT = 80  # characters in which who told somebody is named
_NEAR = 500  # characters between a verb of saying and the citation that goes with it
_QUOTED = ("“", '"', "‘", "„", "«")
_PASSIVE = re.compile(r"\b(?:been|be|was|is|were|are|being)\s(?:\w+ly\s)?\w+(?:ed|en|wn|ld)$")
_HEADLINE = 3  # words that a headline says at the least
_CONTRACTED = re.compile(r"\b(?i:he|she|it|that|there|they|we|you|I)[’'](?:s|re|m|ve|ll|d)\s")
_ABOUT = frozenset({"about", "for", "of"})
_OPENERS = frozenset(
    {"to", "about", "of", "for", "on", "by", "into", "against", "with", "whether", "how", "why"}
)


def find(layout: Layout, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The reports of an article: its attributions with what they state, then citations and relays."""
    inner, topics = _told_of_sources(attributions), _topics(attributions)
    stating = [
        report
        for a in attributions
        if a.source not in inner | topics and (report := _as_report(layout, a)) is not None
    ]
    cited = [report for a in attributions if (report := _cited(a, stating)) is not None]
    return (*stating, *cited, *_passing(layout, (*stating, *cited)))


def _told_of_sources(attributions: Sequence[Attribution]) -> set[Span]:
    """The sources inside of others: "according to the Gazette, [which] first reported the outbreak, P"."""
    sources = sorted({a.source for a in attributions if a.source is not None})
    return {
        one
        for place, one in enumerate(sources)
        for outer in sources[max(0, place - 3) : place]
        if outer.start < one.start and one.end <= outer.end
    }


def _topics(attributions: Sequence[Attribution]) -> set[Span]:
    """What stands before a colon in a headline and says nothing in the text: “Flu: schools to open”."""
    labels = [
        a
        for a in attributions
        if a.rule.endswith(".headline.colon") and not a.content[0].text.startswith(_QUOTED)
    ]
    speaking = {_last(a.source) for a in attributions if a.source is not None and a not in labels}
    if not speaking:
        return set()
    named = {a.source for a in labels if a.source is not None}
    return {one for one in named if _last(one) not in speaking and _last(one).lower() not in roles.kinds()}


def _last(source: Span) -> str:
    """The last word of a source, by which it is called again."""
    return source.text.split()[-1].strip(".,”\"’'")


def is_within(report: Attribution) -> bool:
    """Whether source and cue are part of what is stated."""
    return report.rule.endswith((ADVERB, ACT))


def _as_report(layout: Layout, found: Attribution) -> Attribution | None:
    if found.rule.endswith(CITING) or _names_nobody(found) or _is_no_report(found):
        return None
    found = replace(found, source=_by_whom(layout, found))
    if found.rule.endswith(ADVERB):
        return replace(found, source=None, content=(layout.clause_at(found.cue),))
    if found.rule.endswith("zero-that") and not cue_verbs.is_speech(found.cue.text):
        return _as_act(layout, found)
    directive = cue_verbs.is_directive(found.cue.text)
    content = tuple(
        span
        for span in found.content
        if _proposes(span.text, directive=directive)
        or _is_clause(found, span)
        or _is_main(layout, found, span)
        or _is_headline(found, span)
        or _is_contracted(found, span)
        or _is_dated(found, span)
    )
    if not content and (before := _said_before(layout, found)):
        content = (before,)
    content += _introduced(layout, found)
    return replace(found, content=content) if content else None


def _as_act(layout: Layout, found: Attribution) -> Attribution | None:
    """A statement made by speaking to or about somebody: the whole clause, not the object alone."""
    if found.source is None or cue_verbs.is_directive(found.cue.text) or not cue_verbs.is_act(found.cue.text):
        return None
    return replace(found, content=(layout.clause_at(found.cue),), rule=f"{found.rule}{ACT}")


def _is_no_report(found: Attribution) -> bool:
    """Whether who "fears for" a thing or "knew about" it says nothing, or stands before "according to"."""
    if found.source is not None and found.rule.endswith("according-to"):
        return found.source.start < found.cue.start
    words = found.cue.text.casefold().split()
    quoted = any(span.text.startswith((*_QUOTED, "that ")) for span in found.content)
    return (
        len(words) > 1
        and words[-1] in _ABOUT
        and words[-2] in cue_verbs.forms("directives", "minds")
        and not quoted
    )


def _by_whom(layout: Layout, found: Attribution) -> Span | None:
    """The source of an attribution; nobody for "it is claimed", and who told them for who was told."""
    if found.source is None:
        return None
    text, cue = layout.text, found.cue
    words = cue.text.casefold().split()
    contracted = text[found.source.end : cue.start].strip() in ("’s", "'s")
    if phrases.is_thing_pronoun(found.source.text) and (contracted or _PASSIVE.search(cue.text)):
        return None
    if _PASSIVE.search(cue.text) and words[-1] in cue_verbs.forms("speech", "hearing"):
        by = stance_holder.agent(text, cue.end, min(cue.end + _AGENT, len(text)))
        if by is not None:
            return Span.of(text, *by)
        return found.source if sources.kind_of(found.source.text) in sources.RELAYS else None
    return found.source


def _names_nobody(found: Attribution) -> bool:
    """Whether the source is the article, nobody or, in "it has been confirmed", what is confirmed."""
    if found.source is None:
        return False
    confirmed = _PASSIVE.search(found.cue.text) and not cue_verbs.is_hearsay(found.cue.text)
    return (
        phrases.is_nobody(found.source.text)
        or phrases.is_own_voice(found.source.text)
        or (confirmed is True and phrases.is_thing_pronoun(found.source.text))
    )


def _is_clause(found: Attribution, content: Span) -> bool:
    """Whether a content is the clause of "S says that …", whatever its verb looks like."""
    words = content.text.split()
    return (
        found.rule.endswith("indirect.that")
        and words[0] == "that"
        and len(words) > 4
        and cue_verbs.is_speech(found.cue.text)
    )


def _is_main(layout: Layout, found: Attribution, content: Span) -> bool:
    """Whether a content is all there is in “…, S says.”: a statement, whatever its verb looks like."""
    sentence = layout.sentence_at(found.cue.start)
    if (
        sentence is None
        or not found.rule.endswith("indirect.postposed")
        or not cue_verbs.is_speech(found.cue.text)
    ):
        return False
    words = content.text.casefold().split()
    closes = not layout.text[found.cue.end : sentence.span.end].strip(" .\n")
    return closes and content.start == sentence.span.start and len(words) > 4 and words[0] not in _OPENERS


def _is_headline(found: Attribution, content: Span) -> bool:
    """Whether a content is what a headline is about, which needs no verb: “bridge unsafe”, no mere name."""
    words = content.text.split()
    if ".headline." not in found.rule or len(words) < _HEADLINE or content.text.endswith("?"):
        return False
    if not (found.rule.endswith(".colon") or _says(found)) or words[0].casefold() in _OPENERS:
        return False
    prepositions = lexicon.words("grammar", "prepositions")
    tells = any(word[:1].islower() and word not in prepositions for word in words)
    return tells or clauses.has_headline_verb(content.text, 0, len(content.text))


def _introduced(layout: Layout, found: Attribution) -> tuple[Span, ...]:
    """The quotations of the next line, where the sentence of an attribution ends in a colon."""
    number = layout.number_at(found.cue.start)
    return () if number is None else tuple(relays.introduced(layout.text, layout.sentences, number))


def _said_before(layout: Layout, found: Attribution) -> Span | None:
    """What stands before "…, S told X", where the hearer was taken for the content."""
    sentence = layout.sentence_at(found.cue.start)
    if sentence is None or found.source is None or found.cue.text.split()[-1] not in {"told", "tells"}:
        return None
    start, end = sentence.span.start, found.source.start
    before = layout.text[start:end].rstrip()
    said = Span.of(layout.text, start, start + len(before) - 1)
    return said if before.endswith(",") and _proposes(said.text, directive=False) else None


def _cited(found: Attribution, stating: Sequence[Attribution]) -> Attribution | None:
    """In "X said, citing Y, that P", what X put forward as put forward by Y."""
    if not found.rule.endswith(CITING) or not found.content:
        return None
    near = [a for a in stating if a.source == found.source and abs(a.cue.start - found.cue.start) < _NEAR]
    if not near:
        return None
    closest = min(near, key=lambda a: abs(a.cue.start - found.cue.start))
    return replace(found, source=found.content[0], content=closest.content)


def _passing(layout: Layout, known: Sequence[Attribution]) -> Iterator[Attribution]:
    """The relays whose source is not among the known ones; a quotation that ends there counts whole."""
    sources = [a.source for a in known if a.source is not None]
    for relay in relays.find(layout.text, layout.sentences):
        named = relay.source
        if named is not None and not any(named.overlap(s.start, s.end) for s in sources):
            quoted = () if relay.rule.endswith(".nested") else _ending_in(relay.content[0], known)
            yield replace(relay, content=(*relay.content, *quoted))


def _ending_in(sentence: Span, known: Sequence[Attribution]) -> tuple[Span, ...]:
    """The contents that begin before a sentence and end in it."""
    spans = (span for a in known for span in a.content)
    return tuple(s for s in spans if s.start < sentence.start and s.overlap(sentence.start, sentence.end))


def _proposes(content: str, *, directive: bool) -> bool:
    """Whether a content is a statement: it has a finite verb of its own, or is a longer quotation."""
    words = content.split()
    if content.startswith(_QUOTED):
        return len(words) > 3 or (len(words) > 2 and clauses.has_verb(content, 0, len(content)))
    first = words[0].casefold() if words else ""
    if directive and first != "that":
        return False
    return first not in _OPENERS and clauses.has_verb(content, 0, len(content))


def _is_contracted(found: Attribution, content: Span) -> bool:
    """Whether the verb of what is said hides in its subject: “he’s looking for a house”."""
    first = content.text.split(maxsplit=1)[0].casefold()
    return _says(found) and first not in _OPENERS and _CONTRACTED.search(content.text) is not None


def _is_dated(found: Attribution, content: Span) -> bool:
    """Whether a content opens with when or where it was: “On Thursday, the ferry was sold”."""
    _, comma, rest = content.text.partition(", ")
    opens = content.text[0].isupper() and content.text.split(maxsplit=1)[0].casefold() in _OPENERS
    return opens and bool(comma) and _says(found) and clauses.has_verb(rest, 0, len(rest))


def _says(found: Attribution) -> bool:
    """Whether somebody says what may follow his verb directly."""
    return (
        found.source is not None
        and cue_verbs.is_speech(found.cue.text)
        and not cue_verbs.is_directive(found.cue.text)
    )
