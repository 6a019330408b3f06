"""Whom a sentence was taken from: the second and third hop of a chain.

"…, the channel claimed, as per the Gazette report", "…, the Gazette reported citing officials", "… was
quoted as saying by the agency".  What they attribute is the rest of their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from tui.language import lexicon, tokens
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


@dataclass(frozen=True, slots=True)
class _Relay:
    """A kind of relay, what it looks like, and the words one of which a sentence needs for it."""

    kind: str
    words: frozenset[str]
    pattern: re.Pattern[str]


@cache
def _relays() -> tuple[_Relay, ...]:
    table = lexicon.load("relays")

    def relay(kind: str, name: str, form: str) -> _Relay:
        listed = "|".join(sorted(map(re.escape, table[name]), key=len, reverse=True))
        return _Relay(kind, tokens.keys(table[name]), re.compile(form.replace("CUES", listed)))

    return (
        relay("via", "via", rf"\b(?P<cue>(?i:CUES))\s+{_PHRASE}{_STOP}"),
        relay("origin", "origin", rf"\b(?P<cue>(?i:CUES))\s+{_PHRASE}{_STOP}"),
        relay("outlet", "publishing", rf"[,”\"]\s*(?P<cue>CUES)\s+{_OUTLET}{_TIME}[.”\"]*$"),
        relay("outlet", "publishing", rf"[,”\"]\s*{_OUTLET}\s+(?P<cue>CUES){_TIME}[.”\"]*$"),
        relay(
            "nested",
            "nested",
            r"(?:^|:\s)[“\"‘](?!(?:I|We|You|He|She|They|It|This|That|There|What)\b)"
            r"(?P<source>[A-Z][^,.;:“”\"]{1,70}?)\s(?P<cue>CUES)\sthat\s",
        ),
    )


@cache
def _words() -> frozenset[str]:
    """The words one of which a sentence needs for any relay."""
    return frozenset[str]().union(*(relay.words for relay in _relays()))


def find(text: str, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """The relays of all sentences; `rule` ends in ``origin``, ``via``, ``outlet`` or ``nested``.

    What ends in a colon introduces the quotations of the next line too.
    """
    found: list[Attribution] = []
    for number, sentence in enumerate(sentences):
        for relay in _in_sentence(text, sentence.span):
            following = introduced(text, sentences, number)
            found.append(replace(relay, content=(*relay.content, *following)))
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


def _is_reason(phrase: str) -> bool:
    """Whether what is cited is why somebody does something: "citing privacy rules"."""
    head = re.split(r"\s(?:of|for|about|over|in|on|at|with)\s", phrase)[0].casefold().split()
    return bool(head) and head[-1] in lexicon.words("relays", "reasons")


def _in_sentence(text: str, sentence: Span) -> Iterator[Attribution]:
    words = tokens.word_set(sentence.text)
    if words.isdisjoint(_words()):
        return
    taken: list[tuple[int, int]] = []
    for relay in _relays():
        if words.isdisjoint(relay.words):
            continue
        for match in relay.pattern.finditer(sentence.text):
            start, end = match.span("source")
            if relay.kind == "origin" and _is_reason(match["source"]):
                continue
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            taken.append((start, end))
            base = sentence.start
            yield Attribution(
                source=Span.of(text, base + start, base + end),
                cue=Span.of(text, base + match.start("cue"), base + match.end("cue")),
                content=(sentence,),
                rule=f"relay.{relay.kind}",
            )
