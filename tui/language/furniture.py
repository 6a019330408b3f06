"""Sentences that belong to the page around an article: prompts, disclaimers, credits, who wrote it.

Lines of their own are told by ``tui.corpus.lines``; this is for what stands inside a paragraph.  What such
sentences look like is data (``lexicon/furniture.toml``).  What is quoted is never one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tui.language import lexicon, tokens
from tui.model import FURNITURE, LineKind, Quote, Sentence

_TOLD: tuple[LineKind, ...] = ("related", "credit", "boilerplate")
_LONGEST = 600  # characters
_HEAD, _TAIL = 3, 4  # sentences in which an article introduces who wrote it
_NEAR = 300  # characters around such a sentence in which the same is named again
_LEAD = re.compile(r"[\s•▪◦⦁●*·|(\[–—-]*")
_QUOTED = ("“", '"', "‘", "'", "«")
_NOTE = r"(?:\W*(?:editor.?s.? |author.?s.? )?note: ?|update: ?)"
_NAME = (
    r"(?P<name>(?:(?:Dr|Col|Gen|Lt)\. )?[A-Z][\w.’'-]*(?: (?:de|van|von|bin|al|[A-Z][\w.’'-]*)){1,4})"
    r"(?:,? [A-Z][\w.]+\.)?"
)
_HE = re.compile(r"(?:He|She|They|His|Her|Their)\b")
_SPEAKS = re.compile(r"(?<![\w.])(?:[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b")
_MARKS = re.compile('[“”"]')


def mark(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> tuple[Sentence, ...]:
    """The sentences of an article, those that are furniture with its kind."""
    starts = [quote.start for quote in quotes]
    marked: list[Sentence] = []
    for number, sentence in enumerate(sentences):
        kind = None
        if sentence.kind not in FURNITURE and not _is_quoted(sentence, starts, quotes):
            kind = kind_of(sentence.span.text) or _byline(text, sentences, marked, number)
        marked.append(replace(sentence, kind=kind) if kind else sentence)
    _spread(text, marked, starts, quotes)
    return tuple(marked)


def kind_of(sentence: str) -> LineKind | None:
    """The kind of furniture that a sentence is by its words alone; None for one of the story."""
    if len(sentence) > _LONGEST:
        return None
    begin = _after_lead(sentence)
    return next((kind for kind in _TOLD if _tells(kind, sentence, begin)), None)


def _tells(kind: LineKind, sentence: str, begin: int) -> bool:
    """Whether the words of a sentence from `begin` on are those of a kind of furniture."""
    if _starts(kind).match(sentence, begin):
        return True
    words = tokens.word_set(sentence)
    return any(form.match(sentence, begin) for needed, form in _holding(kind) if not needed.isdisjoint(words))


def _after_lead(sentence: str) -> int:
    """Where a sentence begins after its bullet, dash or bracket."""
    lead = _LEAD.match(sentence)
    return lead.end() if lead else 0


def _is_quoted(sentence: Sentence, starts: Sequence[int], quotes: Sequence[Quote]) -> bool:
    """Whether a sentence begins inside a quotation, or with one."""
    if sentence.span.text.startswith(_QUOTED):
        return True
    place = bisect_right(starts, sentence.span.start) - 1
    return place >= 0 and sentence.span.start < quotes[place].end


def _spread(text: str, marked: list[Sentence], starts: Sequence[int], quotes: Sequence[Quote]) -> None:
    """Mark what speaks to the reader right before what does so, too, in the same paragraph."""
    for number, (one, after) in reversed(list(enumerate(pairwise(marked)))):
        if after.kind != "boilerplate" or one.kind != "body" or "\n" in text[one.span.end : after.span.start]:
            continue
        both = _SPEAKS.search(one.span.text) and _SPEAKS.search(after.span.text)
        if both and not _MARKS.search(one.span.text) and not _is_quoted(one, starts, quotes):
            marked[number] = replace(one, kind="boilerplate")


@cache
def _starts(kind: LineKind) -> re.Pattern[str]:
    return _compiled("|".join(lexicon.load("furniture")[kind]["starts"]))


@cache
def _holding(kind: LineKind) -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """The forms of a kind that begin with anything, each with the words of which a sentence needs one."""
    forms = lexicon.load("furniture")[kind]["holding"]
    return tuple((frozenset(words.split()), _compiled(form)) for words, form in forms.items())


def _compiled(listed: str) -> re.Pattern[str]:
    table = lexicon.load("furniture")
    forms = {"MEDIUM": rf"(?:{'|'.join(table['media'])})(?!\w)", "NAMES": table["names"], "NOTE": _NOTE}
    for name, form in forms.items():
        listed = listed.replace(name, form)
    return re.compile(f"(?:{listed})", re.IGNORECASE | re.DOTALL)


def _byline(
    text: str, sentences: Sequence[Sentence], marked: Sequence[Sentence], number: int
) -> LineKind | None:
    """Whether a sentence at the head or the tail of an article tells who wrote it, or goes on about that."""
    if _HEAD <= number < len(sentences) - _TAIL:
        return None
    sentence = sentences[number]
    begin = _after_lead(sentence.span.text)
    if _HE.match(sentence.span.text, begin):
        return "byline" if number and marked[-1].kind == "byline" else None
    told = _writer().match(sentence.span.text, begin)
    return "byline" if told and not _is_told_of(text, told["name"], sentence) else None


def _is_told_of(text: str, name: str, sentence: Sentence) -> bool:
    """Whether an article names somebody elsewhere than around a sentence."""
    last = re.compile(rf"\b{re.escape(name.split()[-1])}\b")
    before, after = max(0, sentence.span.start - _NEAR), sentence.span.end + _NEAR
    return bool(last.search(text, 0, before) or last.search(text, after))


@cache
def _writer() -> re.Pattern[str]:
    """Who somebody is that writes: "N is a fellow …", "N, author of …, is the host …", "N writes for …"."""
    nouns = "|".join(lexicon.load("furniture")["byline"]["writes"])
    short = r"(?!(?:to|in|being|by|from|with|for|on|under|not|expected|accused|said)\b)[\w’'&.-]+ "
    is_one = rf"(?:is|was) (?:{short}){{0,7}}(?:[\w-]+-)?(?:{nouns})\b"
    return re.compile(
        rf"(?:{_NOTE})?{_NAME}(?:, [^.;]{{0,120}},)? (?:{is_one}|writes (?:\w+ )*(?:for|about|on)\b)"
    )
