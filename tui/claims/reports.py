"""Reports: the attributions that put a statement forward, each with what it states.

Corpora of attribution count wishes, plans and requests too ("asked for help"); those state nothing and
stay inside their clause.  What somebody did by speaking ("blamed the driver") is one statement of theirs.
To these come the relays: whom the sentence was taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from tui.claims.layout import Layout
from tui.language import clauses, lexicon, phrases, relays, verbs
from tui.model import Attribution, Span

ACT = ".act"
ADVERB = ".adverb"
CITING = ".citing"
_NEAR = 500  # characters between a verb of saying and the citation that goes with it
_QUOTED = ("“", '"', "‘", "„", "«")
_PASSIVE = re.compile(r"\b(?:been|be|was|is|were|are|being)\s(?:\w+ly\s)?\w+(?:ed|en|wn|ld)$")
_ABOUT = frozenset({"about", "for", "of"})
_OPENERS = frozenset(
    {"to", "about", "of", "for", "on", "by", "into", "against", "with", "whether", "how", "why"}
)


def find(layout: Layout, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The reports of an article: its attributions with what they state, then citations and relays."""
    inner = _told_of_sources(attributions)
    stating = [
        report
        for a in attributions
        if a.source not in inner and (report := _as_report(layout, a)) is not None
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


def is_within(report: Attribution) -> bool:
    """Whether source and cue are part of what is stated."""
    return report.rule.endswith((ADVERB, ACT))


def _as_report(layout: Layout, found: Attribution) -> Attribution | None:
    if found.rule.endswith(CITING) or _names_nobody(found) or _is_no_report(found):
        return None
    if found.rule.endswith(ADVERB):
        return replace(found, source=None, content=(layout.clause_at(found.cue),))
    if found.rule.endswith("zero-that") and not is_speech(found.cue.text):
        return _as_act(layout, found)
    directive = is_directive(found.cue.text)
    content = tuple(
        span
        for span in found.content
        if _proposes(span.text, directive=directive)
        or _is_clause(found, span)
        or _is_main(layout, found, span)
    )
    if not content and (before := _said_before(layout, found)):
        content = (before,)
    content += _introduced(layout, found)
    return replace(found, content=content) if content else None


def _as_act(layout: Layout, found: Attribution) -> Attribution | None:
    """A statement made by speaking to or about somebody: the whole clause, not the object alone."""
    if found.source is None or is_directive(found.cue.text) or not is_act(found.cue.text):
        return None
    return replace(found, content=(layout.clause_at(found.cue),), rule=f"{found.rule}{ACT}")


def _is_no_report(found: Attribution) -> bool:
    """Whether who "fears for" a thing or "knew about" it says nothing, or stands before "according to"."""
    if found.source is not None and found.rule.endswith("according-to"):
        return found.source.start < found.cue.start
    words = found.cue.text.casefold().split()
    quoted = any(span.text.startswith((*_QUOTED, "that ")) for span in found.content)
    return (
        len(words) > 1 and words[-1] in _ABOUT and words[-2] in _forms("directives", "minds") and not quoted
    )


def _names_nobody(found: Attribution) -> bool:
    """Whether the source is the article, nobody or, in "it has been confirmed", what is confirmed."""
    if found.source is None:
        return False
    if phrases.is_nobody(found.source.text):
        return True
    passive = _PASSIVE.search(found.cue.text) is not None
    return phrases.is_own_voice(found.source.text) or (
        passive and phrases.is_thing_pronoun(found.source.text)
    )


def _is_clause(found: Attribution, content: Span) -> bool:
    """Whether a content is the clause of "S says that …", whatever its verb looks like."""
    words = content.text.split()
    return (
        found.rule.endswith("indirect.that")
        and words[0] == "that"
        and len(words) > 4
        and is_speech(found.cue.text)
    )


def _is_main(layout: Layout, found: Attribution, content: Span) -> bool:
    """Whether a content is all there is in “…, S says.”: a statement, whatever its verb looks like."""
    sentence = layout.sentence_at(found.cue.start)
    if sentence is None or not found.rule.endswith("indirect.postposed") or not is_speech(found.cue.text):
        return False
    words = content.text.casefold().split()
    closes = not layout.text[found.cue.end : sentence.span.end].strip(" .\n")
    return closes and content.start == sentence.span.start and len(words) > 4 and words[0] not in _OPENERS


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


@cache
def _forms(name: str, key: str = "verbs") -> frozenset[str]:
    """All forms of the verbs of a lexicon file."""
    listed = lexicon.words(name, key)
    return frozenset(form for form, (base, _) in verbs.forms().items() if base in listed)


def is_directive(cue: str) -> bool:
    """Whether a cue asks, plans or wishes: ``has asked``, ``is planning``."""
    return not _forms("directives").isdisjoint(cue.casefold().split()[-2:])


def is_speech(cue: str) -> bool:
    """Whether a statement may follow a cue directly: ``has said``, ``warns``."""
    return not _forms("speech").isdisjoint(cue.casefold().split())


def is_act(cue: str) -> bool:
    """Whether a cue is something done by speaking: ``has blamed``, ``rejects``."""
    return not _forms("speech", "acts").isdisjoint(cue.casefold().split())


def _proposes(content: str, *, directive: bool) -> bool:
    """Whether a content is a statement: it has a finite verb of its own, or is a longer quotation."""
    if content.startswith(_QUOTED):
        return len(content.split()) > 3
    first = content.split(maxsplit=1)[0].casefold() if content.strip() else ""
    if directive and first != "that":
        return False
    return first not in _OPENERS and clauses.has_verb(content, 0, len(content))
