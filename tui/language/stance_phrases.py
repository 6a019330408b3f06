"""Phrases of the stance lexicon as regular expressions.

A phrase is a row of words.  In a word, ``a/b`` are alternatives, a trailing ``?`` lets the word be
missing, a trailing ``*`` lets it go on, and a lone ``*`` stands for up to four words of the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_GAP = r"(?:[\w’'&.-]+\s+){0,4}?"


def pattern(phrases: Iterable[str]) -> str:
    """One alternation, longest phrase first, to be used inside a larger expression."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_phrase(phrase) for phrase in ordered) + ")"


def compiled(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile the phrases as whole words, in any case."""
    return re.compile(rf"(?<![\w’'-]){pattern(phrases)}(?![\w-])", re.IGNORECASE)


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
    forms = sorted(word.split("/"), key=lambda form: (-len(form), form))
    return _form(forms[0]) if len(forms) == 1 else f"(?:{'|'.join(map(_form, forms))})"


def _form(form: str) -> str:
    tail = r"\w*" if form.endswith("*") else ""
    return re.escape(form.removesuffix("*")).replace("'", "[’']") + tail
