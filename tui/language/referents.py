"""Whom “he” and “she” stand for: the person the text was just telling of.

Every person named in the sentences before is a candidate, and who was speaking there.  The subject of a
clause comes before whom a clause only mentions, the nearer one before the one further away, and nobody known
for a woman is “he”.  What stands in quotation marks names nobody: others are speaking there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from tui.language import lexicon
from tui.language.clauses import is_finite
from tui.language.phrases import has_role, is_named, person_in, words_of
from tui.language.verbs import forms

Sex = Literal["female", "male"]

_REACH = 900  # characters before a pronoun
_TITLES = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|St|Jr|Sr|[A-Z])"
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
_BREAK = re.compile(r"[.!?][”\"’)]*\s+|\n+")
_ABBREVIATED = re.compile(r"\b(?P<word>[A-Z][a-z]{0,4})\.\s+$")
_PART = rf"(?:{_TITLES}\.|[A-Z][\w’'-]*)"
_NAMES = re.compile(rf"{_PART}(?:[ \u00a0]{_PART}){{0,5}}")
_JUNIOR = re.compile(r",?\s(?:Jr|Sr)\.?$")
_TITLE = re.compile(r"(?:(?P<female>Mrs|Ms|Miss)|Mr)\b")
_OFFICE = re.compile(r"(?P<words>[\w’'-]+)\.?\s$")
_AGE = re.compile(r",\s\d\d,")
_BEHIND = re.compile(
    r"(?:\s(?:of|for|from|with|at|in)\s(?:the\s)?[A-Z][\w’'&-]*(?:\s(?:of\s|for\s)?[A-Z][\w’'&-]*){0,5})?"
    r"(?:\s\([^)\n]{1,40}\))?(?:,\s(?:[^.;“”\"\n]|(?<=\b(?:Mr|Ms|Dr|Jr|St))\.|(?<=\b[A-Z])\.|\.(?=,)){1,200}?,)?\s+"
    r"(?:(?:[a-z]+ly|also|then|later|never|still|soon)\s+)?(?P<verb>[a-z]+(?:n[’']t)?)\b"
)
_WORD = re.compile(r"[\w’'-]+")
_MARK = re.compile(r"[.,;:!?()\n—–]")
_JOINING = frozenset({"that", "if", "whether", "because", "why", "how", "what"})
_FORMER = frozenset({"former", "then", "late", "ex", "senior", "outgoing", "acting"})
_LAID_BEFORE = re.compile(r"(?<![”\"’']),\s*$")
_CLOSING = re.compile(r"\w+(?:\s[a-z]+){1,2}(?:[.,;]|\s(?:on|in|at|during|last|this|to|when|as|after)\b|$)")
_NEAR = (7, 5, 2, 1)  # what the sentence itself, the one before … count
_MAIN, _INNER, _PERSON = 3, 1, 1
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A source named before: where, by what name, how it was introduced; `aside` if only as “per S”."""

    place: int
    name: str
    description: str
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Named:
    """A person at an offset, by the full name; `weight` is more for who a clause is about, or who speaks."""

    place: int
    name: str
    description: str
    weight: int
    speaks: bool = False


def person(
    text: str, start: int, pronoun: str, full: Mapping[str, str], sources: Sequence[Known]
) -> str | None:
    """The name of whom the pronoun at `start` stands for, None if nobody was told of.

    `full` has the full name for each surname of the text.
    """
    begin = _window(text, start)
    if _inside_quote(text, begin, start):
        return None
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), text[begin:start])
    starts = [begin + edge for edge in _sentences(plain)]
    closing = bool(_LAID_BEFORE.search(text, start - 3, start) and _CLOSING.match(text, start, start + 60))
    near = starts[-len(_NEAR) :][0]
    found = [*_named(text, begin, plain, full, near), *_speaking(begin, plain, sources)]
    scored = [
        (value, sum(at <= one.place for at in starts), -one.place, one.name)
        for one in found
        if (value := _score(one, pronoun, starts, closing=closing)) is not None
    ]
    best = max(scored, default=None)
    return best[-1] if best and best[0] >= _LEAST else None


def _window(text: str, start: int) -> int:
    """Where the paragraphs begin that are looked at; whole ones, so that their quotations are whole."""
    first = max(0, start - _REACH)
    line = text.rfind("\n", max(0, first - _REACH), first) + 1
    return line if first - line < _REACH else first


def _inside_quote(text: str, begin: int, start: int) -> bool:
    held = text[max(begin, text.rfind("\n", begin, start) + 1) : start]
    return held.count("“") > held.count("”") or held.count('"') % 2 == 1


def _sentences(plain: str) -> list[int]:
    """Where the sentences begin that are not blank, and the last one, which the pronoun is in."""
    cuts = [0, *(match.end() for match in _BREAK.finditer(plain) if not _is_title(plain, match.end()))]
    told = [start for start, end in pairwise(cuts) if plain[start:end].strip()]
    return [*told, cuts[-1]]


def _is_title(plain: str, end: int) -> bool:
    """Whether a full stop is that of a title or an initial: “Capt. ”, “J. ”."""
    found = _ABBREVIATED.search(plain, max(0, end - 8), end)
    if found is None:
        return False
    word = found["word"].lower()
    return len(word) == 1 or word in words_of("roles") or word in lexicon.words("names", "titles")


def _named(text: str, begin: int, plain: str, full: Mapping[str, str], near: int) -> Iterator[_Named]:
    """The people whom the words before name, from the place `near` on."""
    for match in _NAMES.finditer(plain):
        if begin + match.start() < near:
            continue  # further back than counts
        words = _JUNIOR.sub("", match[0].removesuffix("'s").removesuffix("’s")).split()
        last = words[-1].rstrip(".")
        named = person_in(" ".join([*words[:-1], last]))
        name = named if named and (" " in named or last not in full) else full.get(last)
        description = _introduced(text, begin + match.start(), name) if name else None
        if name is None or description is None or not is_named(last.casefold()):
            continue
        weight = 0 if match[0].endswith(("'s", "’s")) else _weight(plain, match)
        yield _Named(begin + match.start(), name, description, weight)


def _introduced(text: str, place: int, name: str) -> str | None:
    """What tells that a name is a person's: a title or office before it, an age; None if nothing does."""
    if sex_of(name) or _given(name) in lexicon.words("given_names", "either"):
        return ""
    title = _TITLE.match(text, place)
    if title:
        return "ms" if title["female"] else "mr"
    found = text.find(name)
    office = _OFFICE.search(text, max(0, found - 40), found) if found >= 0 else None
    if office and has_role(office["words"]):
        return str(office["words"])
    return "" if found >= 0 and _AGE.match(text, found + len(name)) else None


def _weight(plain: str, match: re.Match[str]) -> int:
    """What it counts that a clause is about a name: a verb follows, and no preposition governs it."""
    behind = _BEHIND.match(plain, match.end())
    if behind is None or not _is_verb(behind["verb"]):
        return 0
    word = _governing(plain[max(0, match.start() - 80) : match.start()])
    if word in lexicon.words("grammar", "prepositions"):
        return 0
    inner = word in _JOINING or (word is not None and _is_verb(word))
    return _INNER if inner else _MAIN


def _governing(before: str) -> str | None:
    """The word in front of a name and of what it is called ("former president"), None behind a mark."""
    for word in reversed(_WORD.findall(_MARK.split(before)[-1])):
        low = word.lower()
        called = low in words_of("roles") or low in lexicon.words("grammar", "determiners") or "-" in word
        if not (called or low in _FORMER or word[0].isupper()):
            return str(low)
    return None


def _is_verb(word: str) -> bool:
    """Whether a word can be a finite verb: a past or -s form."""
    return is_finite(word) or not set("ds").isdisjoint(forms().get(word, ("", ""))[1])


def _speaking(begin: int, plain: str, sources: Sequence[Known]) -> Iterator[_Named]:
    """The sources among the words before."""
    for source in sources:
        if begin <= source.place < begin + len(plain) and not plain[source.place - begin].isspace():
            weight = 0 if source.aside else _MAIN
            yield _Named(source.place, source.name, source.description, weight, speaks=True)


def _score(one: _Named, pronoun: str, starts: Sequence[int], *, closing: bool) -> int | None:
    """What speaks for a person; None where what is known of them excludes it.

    `closing`: the pronoun's clause closes its sentence, and what stands before is what is said.
    """
    back = sum(start > one.place for start in starts)
    sex = sex_of(one.name, one.description)
    if back >= len(_NEAR) or (sex is not None and sex != ("female" if pronoun == "she" else "male")):
        return None
    if back == 0 and (one.weight < _MAIN or (closing and not one.speaks)):
        return None
    known = sex is not None or _given(one.name) in lexicon.words("given_names", "either")
    return _NEAR[back] + one.weight + _PERSON * known


def _given(name: str) -> str:
    return name.partition(" ")[0].casefold()


@lru_cache(maxsize=4096)
def sex_of(name: str, description: str = "") -> Sex | None:
    """Whether a name and the words for its bearer tell a woman or a man; None if they do not."""
    words = {word.strip(".,;").casefold() for word in description.split()}
    if not words.isdisjoint(words_of("female")):
        return "female"
    if not words.isdisjoint(words_of("male")):
        return "male"
    given = _given(name) if " " in name else ""
    if given in lexicon.words("given_names", "female"):
        return "female"
    return "male" if given in lexicon.words("given_names", "male") else None
