"""What a cue that refers back ("this report", "these claims", "it") may refer to.

Candidates are spans in front of the cue, the most plausible first; which of them is a claim
is for the reader of many articles to decide.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from tui.language import clauses
from tui.language.lexicon import load
from tui.language.stance_phrases import END, either, forms
from tui.language.stance_reports import said
from tui.language.stance_scope import clause_end
from tui.model import Sentence, Span, StanceCue

_MOST = 12  # candidates
_FIRST, _FAR = 4, 150  # sentences at the head of an article, and before the cue, that may be referred to
_ATTRIBUTED = 4  # attributed sentences that "these claims" may be
_HALVES, _LEAD = 3, 6  # sentences of a headline, and of the text below it that tell what it is about
_OF_THE_NEAREST = (".no-such", ".exclaimed")
_REPORTED = re.compile(r"\b(?:report(?:s|ed|edly)|alleg(?:e[ds]?|edly)|claim(?:s|ed)|rumou?r(?:s|ed))\b")
_BODY = frozenset({"body", "heading"})


def antecedents(text: str, sentences: Sequence[Sentence], cue: StanceCue) -> tuple[Span, ...]:
    """Candidate antecedents of a cue's anaphor, the most plausible first; its own scope if it has one.

    A plural ("these claims") stands for the attributed sentences before it, nearest first; a report
    in the singular for what a report was said to say, then for its own paragraph, the headline and the
    lead; a pronoun for the clause or the sentence before.
    """
    if cue.scope:
        return (cue.scope,)
    here = bisect_right(sentences, cue.cue.start, key=lambda sentence: sentence.span.start) - 1
    word = _word(text, sentences, here, cue)
    earlier = _before(sentences, max(here, 0))
    beside = _beside(text, sentences[here], cue) if here >= 0 else ()
    if word and not beside and here >= 0 and _opens(sentences, here):
        return _unique(_told_below(text, sentences, here))
    if not word or not (earlier or beside):
        return beside
    if _plural(word):
        found = _several(text, earlier, word)
    elif word in load("stance_reports")["pronouns"] or cue.rule.endswith(_OF_THE_NEAREST):
        found = _nearest(text, earlier)
    else:
        found = _single(text, earlier)
    return _unique(chain(beside, found))


def _before(sentences: Sequence[Sentence], here: int) -> list[Sentence]:
    """The sentences that sentence `here` may refer to: those not too far back, and the first ones."""
    back = max(_FIRST, here - _FAR)
    near = (*sentences[: min(here, _FIRST)], *sentences[back:here])
    return [s for s in near if s.kind in _BODY and not s.span.text.rstrip().endswith("?")]


def _opens(sentences: Sequence[Sentence], here: int) -> bool:
    """Whether a sentence is of the headline, with nothing but others of it before."""
    return here < _HALVES and all(sentence.kind == "heading" for sentence in sentences[: here + 1])


def _told_below(text: str, sentences: Sequence[Sentence], here: int) -> Iterator[Span]:
    """What a headline ("Ministry denies report") is about: what its other half or the text tells."""
    body = [sentence for sentence in sentences[here + 1 :] if sentence.kind == "body"][:_LEAD]
    yield from (_content(text, s) for s in sentences[:here] if _attributed().search(s.span.text))
    yield from (_content(text, s) for s in body if _denied().search(s.span.text))
    yield from _complements(text, iter(body))
    yield from (_content(text, s) for s in body if _REPORTED.search(s.span.text))


def _beside(text: str, sentence: Sentence, cue: StanceCue) -> tuple[Span, ...]:
    """The clause in front of the cue's own, for a pronoun: "P, but the ministry denies it"."""
    if cue.anaphor is None or cue.anaphor.text.lower() not in load("stance_reports")["pronouns"]:
        return ()
    before = [c for c in clauses.split(text, *_bounds(sentence)) if c.end <= cue.cue.start]
    if not before or not clauses.has_verb(text, before[-1].start, before[-1].end):
        return ()
    return (Span.of(text, before[-1].start, before[-1].end),)


def _bounds(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _word(text: str, sentences: Sequence[Sentence], here: int, cue: StanceCue) -> str | None:
    """The head of the anaphor; for a pronoun, that of the report it takes up."""
    if not cue.anaphor:
        return "reports" if cue.stance == "no-comment" else None
    head = cue.anaphor.text.lower().split()[-1]
    if head not in load("stance_reports")["pronouns"]:
        return head
    start = sentences[max(here - 1, 0)].span.start
    taken = list(_definite().finditer(text, start, cue.anaphor.start))
    if not taken or _that().search(text, taken[-1].end(), cue.anaphor.start):
        return head  # "The post says that P.  That is a lie": P, not the post
    return str(taken[-1]["noun"]).lower()


def _plural(word: str) -> bool:
    if word in {"them", "these", "those", "they"}:
        return True
    return word.endswith("s") and word not in {"this", "news"}


@cache
def _definite() -> re.Pattern[str]:
    nouns = either(load("stance_reports")["nouns"])
    return re.compile(
        rf"\b(?:this|that|the|these|those|such)\s+(?:\w+\s+)?(?P<noun>{nouns}){END}", re.IGNORECASE
    )


@cache
def _attributed() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w’'-])(?:{either(forms('say'))}|according\s+to|alleg\w+|reportedly|citing){END}|[“”\"]",
        re.IGNORECASE,
    )


@cache
def _denied() -> re.Pattern[str]:
    listed = either(load("stance_cues")["deny"]["cues"][0].split("/"))
    return re.compile(rf"(?<![\w’'-]){listed}{END}", re.IGNORECASE)


@cache
def _accused() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('stance_answers')['accusing'])}{END}", re.IGNORECASE)


def _section(earlier: Sequence[Sentence]) -> list[Sentence]:
    """The sentences since the last heading, nearest first; all if the heading stands right in front."""
    section: list[Sentence] = []
    for sentence in reversed(earlier):
        if sentence.kind == "heading" and section:
            break
        section.append(sentence)
    return [s for s in section if s.kind != "heading"]


def _several(text: str, earlier: Sequence[Sentence], word: str) -> Iterator[Span]:
    """What several reports said: accusations, or what is attributed near by or was reported, or the nearest.

    Charges are nothing but accusations: what others are quoted with in between is not denied by a plea.
    """
    section = _section(earlier)
    accusing = word.startswith(("alleg", "accus", "charge"))
    accused = [_content(text, s) for s in section if accusing and _accused().search(s.span.text)]
    if accused or word.startswith("charge"):
        yield from accused
        return
    attributed = [_content(text, s) for s in section if _attributed().search(s.span.text)][:_ATTRIBUTED]
    reported = list(_complements(text, reversed(earlier)))
    yield from attributed + reported or [s.span for s in section][:1]


def _single(text: str, earlier: Sequence[Sentence]) -> Iterator[Span]:
    yield from _complements(text, reversed(earlier))
    yield from (_content(text, s) for s in _paragraph(text, earlier))
    yield from (s.span for s in earlier[:2])
    yield from (_content(text, s) for s in reversed(earlier) if _attributed().search(s.span.text))


def _nearest(text: str, earlier: Sequence[Sentence]) -> Iterator[Span]:
    yield from (_content(text, s) for s in list(reversed(earlier))[:3])


def _paragraph(text: str, earlier: Sequence[Sentence]) -> list[Sentence]:
    """The last sentences before the cue that share a paragraph; nearest first."""
    held: list[Sentence] = []
    for sentence in reversed(earlier):
        if held and "\n" in text[sentence.span.end : held[-1].span.start]:
            break
        held.append(sentence)
    return held


def _complements(text: str, sentences: Iterator[Sentence]) -> Iterator[Span]:
    """What reports mentioned before were said to say: "published reports claiming P"."""
    for sentence in sentences:
        if scope := said(text, sentence.span.start, sentence.span.end):
            yield Span.of(text, *scope)


@cache
def _that() -> re.Pattern[str]:
    verbs = either((*forms("say"), *load("stance_cues")["deny"]["cues"][0].split("/")))
    return re.compile(rf"(?<![\w’'-]){verbs}{END}(?:\s+[\w’'.]+){{0,3}}?\s+that\s+", re.IGNORECASE)


def _content(text: str, sentence: Sentence) -> Span:
    """A sentence without what attributes it."""
    match = _that().search(text, sentence.span.start, sentence.span.end)
    if not match:
        return sentence.span
    end = clause_end(text, match.end(), sentence.span.end)
    return Span.of(text, match.end(), end) if end > match.end() else sentence.span


def _unique(spans: Iterator[Span]) -> tuple[Span, ...]:
    found: dict[Span, None] = {}
    for span in spans:
        found[span] = None
        if len(found) == _MOST:
            break
    return tuple(found)
