"""Whom a sentence was taken from: the second and third hop of a chain.

"…, the channel claimed, as per the Gazette report", "…, the Gazette reported citing officials", "… was
quoted as saying by the agency".  What they attribute is the rest of their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from tui.language import lexicon
from tui.model import Attribution, Sentence, Span

_QUOTES = ("“", '"', "‘", "„", "«")
_PHRASE = (
    r"(?P<source>(?=the\b|an?\b|[A-Z“]|(?:[a-z]+ ){0,2}[a-z]+s\b)(?!(?:which|it|this|that)\b)"
    r"[^,.;:“”\"()\n]{2,100}?)"
)
_STOP = (
    r"(?=,|;|\.(?:\s|$)|:|”|\"|\(|\n|$"
    r"|\s(?:that|who|which|was|were|is|are|has|have|had|on\s[A-Z]|last|earlier)\b)"
)
_OUTLET = r"(?P<source>(?:[Tt]he\s)?[A-Z][\w’&-]*(?:\s(?:of\s)?[A-Z][\w’&-]*){0,3})"
_TIME = r"(?:\s(?:on|in|last|this|earlier|late|early|citing|quoting)\b[^.“”]*)?"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = lexicon.load("relays")

    def words(name: str) -> str:
        return "|".join(sorted((re.escape(word) for word in table[name]), key=len, reverse=True))

    return (
        ("via", re.compile(rf"\b(?P<cue>(?i:{words('via')}))\s+{_PHRASE}{_STOP}")),
        ("origin", re.compile(rf"\b(?P<cue>(?i:{words('origin')}))\s+{_PHRASE}{_STOP}")),
        ("outlet", re.compile(rf"[,”\"]\s*(?P<cue>{words('publishing')})\s+{_OUTLET}{_TIME}[.”\"]*$")),
        ("outlet", re.compile(rf"[,”\"]\s*{_OUTLET}\s+(?P<cue>{words('publishing')}){_TIME}[.”\"]*$")),
        (
            "nested",
            re.compile(
                rf"(?:^|:\s)[“\"‘](?P<source>[A-Z][^,.;:“”\"]{{1,70}}?)\s(?P<cue>{words('nested')})\sthat\s"
            ),
        ),
    )


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The relays of all sentences; `rule` ends in ``origin``, ``via``, ``outlet`` or ``nested``.

    What ends in a colon introduces the quotations of the next line too.
    """
    found: list[Attribution] = []
    for number, sentence in enumerate(sentences):
        following = tuple(introduced(text, sentences, number))
        relays = _in_sentence(text, sentence.span)
        found.extend(replace(relay, content=(*relay.content, *following)) for relay in relays)
    return tuple(found)


def introduced(text: str, sentences: Sequence[Sentence], number: int) -> Iterator[Span]:
    """The quoted sentences of the line after a sentence that ends in a colon."""
    if not sentences[number].span.text.endswith(":"):
        return
    line: tuple[int, int] | None = None
    for following in sentences[number + 1 :]:
        start = following.span.start
        if line is None:
            end = text.find("\n", start)
            line = start, end if end >= 0 else len(text)
        if start >= line[1] or not following.span.text.startswith(_QUOTES):
            return
        yield following.span


def _in_sentence(text: str, sentence: Span) -> Iterator[Attribution]:
    taken: list[tuple[int, int]] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(sentence.text):
            start, end = match.span("source")
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            base = sentence.start
            yield Attribution(
                source=Span.of(text, base + start, base + end),
                cue=Span.of(text, base + match.start("cue"), base + match.end("cue")),
                content=(sentence,),
                rule=f"relay.{kind}",
            )
