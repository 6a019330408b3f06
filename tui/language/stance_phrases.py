"""Phrases of the stance lexicon as regular expressions.

A phrase is a row of words.  In a word, ``a/b`` are alternatives, a trailing ``?`` lets the word be
missing, and a lone ``*`` stands for up to four words of the same clause.  ``{name}`` is any form of that
class in ``lexicon/stance_parts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from tui.language.lexicon import load
from tui.language.tokens import initial

_GAP = r"(?:[\w’'&.-]+\s+){0,4}?"
# A whole word, or a verb contracted with the word before it ("it's", "they've").
BEGIN = r"(?:(?<![\w’'-])|(?<=\w)(?=[’'](?:s|re|ve)\b))"
END = r"(?![\w-])"


@cache
def forms(name: str) -> tuple[str, ...]:
    """The forms of a class of ``stance_parts.toml``, longest first."""
    return longest_first(load("stance_parts")[name])


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """The words in the order in which an alternation has to try them."""
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def either(words: Iterable[str]) -> str:
    """An alternation of plain words and word groups."""
    return "(?:" + "|".join(_form(word) for word in longest_first(words)) + ")"


def pattern(phrases: Iterable[str]) -> str:
    """One alternation of phrases, to be used inside a larger expression."""
    ordered = sorted(phrases, key=lambda phrase: (-_required(phrase), -len(phrase), phrase))
    return "(?:" + "|".join(_phrase(phrase) for phrase in ordered) + ")"


def _required(phrase: str) -> int:
    """How many words of a phrase cannot be missing; the more, the earlier it is tried."""
    return sum(not word.endswith("?") for word in phrase.split())


def compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile the phrases as whole words, in any case."""
    listed = list(phrases)
    return re.compile(_initial(listed) + BEGIN + pattern(listed) + END, re.IGNORECASE)


def _initial(phrases: Iterable[str]) -> str:
    """A look ahead at what any phrase may begin with; none begins with ``*``."""
    words = (word for phrase in phrases for word in _opening(phrase))
    opening = {form for word in words for form in _anchor_forms(word)}
    return initial({*opening, *(form.replace("'", "’") for form in opening)})


def _opening(phrase: str) -> Iterator[str]:
    """The words a phrase may begin with: those that may be missing, and the next one."""
    for word in phrase.split():
        yield word.removesuffix("?")
        if not word.endswith("?"):
            return


def anchor(phrase: str) -> tuple[str, ...]:
    """The forms of the phrase's most telling word; no match without one of them.

    That is the word whose shortest form is the longest, among those that cannot be missing.
    """
    rows = [_anchor_forms(word) for word in phrase.split() if word != "*" and not word.endswith("?")]
    plain = [row for row in rows if row and not any(" " in form for form in row)]
    return max(plain, key=lambda row: min(map(len, row)))


def company_of(phrase: str) -> frozenset[frozenset[str]]:
    """The classes of words of which a sentence needs one each for the phrase to match.

    A contracted form ("it's") hides in another word: its class is left out.
    """
    rows = [_anchor_forms(word) for word in phrase.split() if word != "*" and not word.endswith("?")]
    whole = [row for row in rows if not any(form.startswith("'") for form in row)]
    return frozenset(frozenset(form.split()[-1] for form in row) for row in whole)


def _anchor_forms(word: str) -> tuple[str, ...]:
    return forms(word[1:-1]) if word.startswith("{") else tuple(word.lower().split("/"))


def _phrase(phrase: str) -> str:
    written = ""
    space = ""
    for word in phrase.split():
        if word == "*":
            written, space = written + space + _GAP, ""
        elif word.endswith("?"):
            form = _word(word[:-1])
            written += rf"(?:{space}{form})?" if space else rf"(?:{form}\s+)?"
        else:
            written, space = written + space + _word(word), r"\s+"
    return written


def _word(word: str) -> str:
    return either(forms(word[1:-1]) if word.startswith("{") else word.split("/"))


def _form(form: str) -> str:
    return r"\s+".join(re.escape(part) for part in form.split()).replace("'", "[’']")
