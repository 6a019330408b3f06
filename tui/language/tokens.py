"""Words, numbers and marks of a text, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from tui.language.lexicon import words
from tui.language.memory import Memory

# One alternation, tried in this order at every place:
# a plain word (most tokens end here), dotted abbreviations (U.S., a.m.), titles with their stop, ’s and the
# shortened verbs, which stand alone, words with inner hyphens or apostrophes, figures with their separators,
# the two-character quotation mark '', dots in a row, any other mark.
PATTERN = re.compile(
    r"""[A-Za-z]++(?=[\s,;])
      | (?:[A-Za-z]\.){2,}
      | (?:Mr|Mrs|Ms|Mx|Dr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Maj|Capt|Cmdr|Adm|Prof|Rev|Hon|St|Jr|Sr)\.(?=\W)
      | ['’](?:s|ll|ve|re|d|m)(?!\w)
      | [^\W\d_]+(?:[-‐‑](?=\w)\w+
                  |['’](?!(?:s|ll|ve|re|d|m)(?!\w))(?=[^\W\d_])[^\W\d_]+
                  |\d+|[&](?=[A-Z])[A-Z]+)*
      | \d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?(?:[-‐‑](?=\w)\w+)*
      | ''|``|\.{2,}|(?:\.\ ){2,}\.
      | [^\w\s]|_
    """,
    re.VERBOSE,
)
PARTED = re.compile(f"({PATTERN.pattern})", re.VERBOSE)
WORD = re.compile(r"\w+")
APOSTROPHE = str.maketrans("’‘‐‑", "''--")


class Token(NamedTuple):
    """A word, figure or mark: ``text == article[start:end]``; `norm` is lower case with plain apostrophes."""

    start: int
    end: int
    text: str
    norm: str


class Columns(NamedTuple):
    """The tokens of a text, a list for each field."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    norms: list[str]


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``; ``’s``, ``’ll`` and every mark are tokens of their own."""
    return list(map(Token._make, zip(*columns(text, start, end), strict=True)))


def columns(text: str, start: int = 0, end: int | None = None) -> Columns:
    """The same as `tokenise` gives, in half the time."""
    piece = text[start:end]
    parts = PARTED.split(piece)  # what is between the tokens, then a token, and so on
    edges = [*accumulate(map(len, parts), initial=start)]
    texts = parts[1::2]
    return Columns(edges[1:-1:2], edges[2::2], texts, list(map(_norms.__getitem__, texts)))


def _norm(text: str) -> str:
    return text.lower().translate(APOSTROPHE)


_norms = Memory(_norm, most=1 << 15)  # equal norms are one object, whose hash is known


@lru_cache(maxsize=1024)
def word_set(text: str) -> frozenset[str]:
    """The words of a text in lower case, parted by any mark: ``state-run`` are two.

    Kept for the sentences of an article: most hold no word of what is searched for, which spares the search.
    """
    return frozenset(WORD.findall(text.lower()))


def keys(phrases: Iterable[str]) -> frozenset[str]:
    """The longest word of each phrase: a text that shares no word with them holds none of the phrases."""
    return frozenset(max(WORD.findall(phrase.lower()), key=len) for phrase in phrases)


def initial(phrases: Iterable[str]) -> str:
    """A look ahead at the first letter of any phrase, small or capital, that spares trying them all."""
    letters = {phrase[0] for phrase in phrases}
    return "(?=[" + re.escape("".join(sorted(letters | set(map(str.upper, letters))))) + "])"


@cache
def stopwords() -> frozenset[str]:
    """Words too common to tell two statements apart."""
    return words("stopwords", "words")


SUFFIXES = (
    ("ies", "y", 5),
    ("sses", "ss", 5),
    ("ches", "ch", 6),
    ("shes", "sh", 6),
    ("xes", "x", 5),
    ("ied", "y", 5),
    ("ing", "", 6),
    ("ed", "", 5),
    ("s", "", 4),
)
KEPT = ("ss", "us", "is")  # endings that are no plural: press, virus, crisis


@cache
def stem(word: str) -> str:
    """A light stem of a lower-case word: plural, -ed and -ing off, doubled consonant and silent e undone."""
    if word.endswith(KEPT):
        return word
    for suffix, replacement, shortest in SUFFIXES:
        if word.endswith(suffix) and len(word) >= shortest:
            return _tidied(word[: -len(suffix)] + replacement)
    return _tidied(word)


def _tidied(base: str) -> str:
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
        return base[:-1]
    return base[:-1] if len(base) > 3 and base.endswith("e") else base
