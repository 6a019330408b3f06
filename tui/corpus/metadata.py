"""Title, publisher and date of an article, where its own words give them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from tui.corpus import patterns
from tui.corpus.calendar import find_date
from tui.model import Article, Line, LineKind

_TITLE_WORDS = range(3, 26)
_TOP = 6  # lines of an article in which its title, byline and date stand
_SENTENCES = 400  # characters from the start of a line in which an outlet speaks of itself


def describe(article: Article, lines: Sequence[Line]) -> Article:
    """`article` with title, publisher and date filled in where they are None and its text says so."""
    return replace(
        article,
        title=article.title or _title(article.text, lines),
        publisher=article.publisher or _publisher(article.text, lines),
        date=article.date or _date(article.text, lines),
    )


def _title(text: str, lines: Sequence[Line]) -> str | None:
    """The heading that comes before any running text."""
    for line in lines[:_TOP]:
        if line.kind == "heading" and len(text[line.start : line.end].split()) in _TITLE_WORDS:
            return text[line.start : line.end].lstrip("# ")
        if line.kind in ("body", "caption"):
            return None
    return None


def _date(text: str, lines: Sequence[Line]) -> str | None:
    """The date of a dateline or byline; those at the top come first."""
    dated: tuple[LineKind, ...] = ("dateline", "byline")
    found = (find_date(words) for kind in dated for words in _words(text, lines, kind))
    return next(filter(None, found), None)


def _publisher(text: str, lines: Sequence[Line]) -> str | None:
    """The outlet by byline, legal line, what it says of its own work, masthead or dateline, in this order."""
    own = (words[:_SENTENCES] for words in _words(text, lines, "body") if _may_speak_of_itself(words))
    places: tuple[tuple[str, Iterable[str]], ...] = (
        ("byline", _words(text, lines, "byline")),
        ("copyright", _words(text, lines, "boilerplate")),
        ("self_reference", own),
        ("masthead", _mastheads(text, lines[:_TOP])),
        ("dateline", _words(text, lines[:_TOP], "dateline")),
    )
    names = (name for rule, words in places for name in _names(rule, words))
    return next(names, None)


def _mastheads(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """The bylines and datelines, and the headings right above a date."""
    for line, following in itertools.zip_longest(lines, lines[1:]):
        words = text[line.start : line.end]
        dated = following is not None and find_date(text[following.start : following.end])
        if line.kind in ("byline", "dateline") or (line.kind == "heading" and dated):
            yield words


def _may_speak_of_itself(words: str) -> bool:
    return any(cue in words for cue in patterns.load("metadata")["self_reference_cues"])


def _words(text: str, lines: Sequence[Line], kind: LineKind) -> Iterator[str]:
    return (text[line.start : line.end] for line in lines if line.kind == kind)


def _names(rule: str, words: Iterable[str]) -> Iterator[str]:
    pattern = _pattern(rule)
    for line in words:
        for found in pattern.finditer(line):
            name = next(group for group in found.groups() if group).strip(" .,")
            if _may_be_outlet(name):
                yield name


def _may_be_outlet(name: str) -> bool:
    return not _not_outlets() & set(name.lower().removeprefix("the ").split()) and not find_date(name)


@cache
def _not_outlets() -> frozenset[str]:
    return frozenset(patterns.load("metadata")["not_outlets"])


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    forms: list[str] = patterns.load("metadata")[rule]
    return re.compile("|".join(forms))
