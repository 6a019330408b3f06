"""Whom a relative pronoun stands for: “leaders” in “speeches from leaders, who told voters”."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.language import lexicon
from tui.language.phrases import has_role, head_of, person_in, words_of
from tui.language.verbs import forms
from tui.model import Span

_REACH = 160  # characters before the pronoun
_WORD = re.compile(r"[\w$£€&]+(?:[.’'-]\w+)*\.?(?:[’']s?(?=\s))?")
_STOP = re.compile(r"[;:!?“”\"()\n—–]|(?<=[a-z]{3})\.\s")
_MOST = 4  # noun phrases looked at
_CLOSED = (
    "auxiliaries",
    "negations",
    "prepositions",
    "coordinators",
    "contrasts",
    "subordinators",
    "relatives",
)
_DESCRIBING = re.compile(r"(?:an?|the|one)\s")
_DOER = re.compile(r"(?:ers?|ors?|ists?|ants?|ians?|ysts?|men|man|women|woman|people|persons?)$")


def antecedent(text: str, start: int, known: Callable[[str], bool]) -> Span | None:
    """The noun phrase that the relative pronoun at `start` stands for; None if none stands before it.

    “Who” is the nearest person, and a surname is one if it is `known`; “which” and “that” are the nearest
    thing.
    """
    begin = max(0, start - _REACH)
    held = text[begin:start].rstrip()
    if begin and (cut := held.find(" ")) >= 0:
        begin, held = begin + cut, held[cut:]
    stops = [stop.end() for stop in _STOP.finditer(held)]
    if held.endswith(".") or (stops and stops[-1] >= len(held)):
        return None
    words = list(_WORD.finditer(text, begin + (stops[-1] if stops else 0), begin + len(held)))
    found = _phrases(text, words)
    if not found:
        return None
    if text[start : start + 3].lower() != "who":
        return found[0]
    place = next((n for n, one in enumerate(found) if _is_person(one.text, known)), 0)
    named = (one for one in found[place + 1 :] if person_in(one.text) is not None)
    described = _DESCRIBING.match(found[place].text) and text[: found[place].start].rstrip().endswith(",")
    return next(named, found[place]) if described else found[place]


def _phrases(text: str, words: list[re.Match[str]]) -> list[Span]:
    """The noun phrases that prepositions and commas join to the pronoun, the nearest first."""
    found: list[Span] = []
    end = len(words)
    while end and len(found) < _MOST:
        first = _beginning(text, words, end)
        if first == end:
            break
        found.append(Span.of(text, words[first].start(), words[end - 1].end()))
        if first and _is(words[first - 1][0], "prepositions"):
            end = first - 1
        elif first and "," in text[words[first - 1].end() : words[first].start()]:
            end = first
        else:
            break
    return found


def _beginning(text: str, words: list[re.Match[str]], end: int) -> int:
    """The index of the first word of the noun phrase that ends before word `end`."""
    first = end
    while first:
        word = words[first - 1][0]
        if first < end and "," in text[words[first - 1].end() : words[first].start()]:
            break
        if any(_is(word, name) for name in _CLOSED) or word.lower() in {"to", "that"}:
            break
        if first < end and _is_verb(word, words[first][0], words[first - 2][0] if first > 1 else ""):
            break
        first -= 1
        if _is(word, "determiners") and word.lower() not in {"more", "other", "such"}:
            break
    return first


def _is(word: str, name: str) -> bool:
    return word.lower() in lexicon.words("grammar", name)


def _is_verb(word: str, following: str, before: str) -> bool:
    """Whether a word is a verb here: “overturned Rule 83”, “says Ruiz”, “to silence women”."""
    if not word.islower() or word not in forms():
        return False
    has_object = following[0].isupper() or _is(following, "determiners")
    return has_object or before.lower() == "to" or _is(before, "auxiliaries") or _is(before, "negations")


def _is_person(phrase: str, known: Callable[[str], bool]) -> bool:
    """Whether a phrase means people: a name, a role, those who do something."""
    head = head_of(phrase)
    if phrase[:1].isupper() and known(phrase.split()[-1]):
        return True
    if (
        person_in(phrase) is not None
        or has_role(phrase)
        or head in words_of("anonymous") | {"those", "anyone"}
    ):
        return True
    return phrase.split()[-1].islower() and bool(_DOER.search(head) or head.endswith("s"))
