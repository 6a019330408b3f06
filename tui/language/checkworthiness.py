"""Which sentences carry a check-worthy assertion.

A sum of named features with weights in ``lexicon/checkworthiness.toml``: what is attributed, counted or
named counts for it; questions, forecasts, judgements and talk to the reader in the article's own voice
count against it.  Lines that are not part of the story never qualify.
"""

from __future__ import annotations

import re
from functools import cache

from tui.language import clauses, lexicon, tokens
from tui.model import FURNITURE, LineKind

_NAME = re.compile(r" (?<=[\w,;’'”] )[“\"‘(]?[A-Z][\w’']+")
_NUMBER = re.compile(r"\d")
_QUESTION = re.compile(r"\?[”\"’')\]]*\s*$")
_LEAST, _LEAST_HEADING = 6, 5  # words of a sentence, and of a heading, that are not short
_SURE = 9  # words; so long a sentence has a verb even if none is recognised


def _phrases(name: str) -> list[str]:
    phrases: list[str] = lexicon.load("checkworthiness")["words"][name]
    return phrases


@cache
def _pattern(name: str) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, _phrases(name)))
    return re.compile(rf"\b{tokens.initial(_phrases(name))}(?:{listed})\b", re.IGNORECASE)


@cache
def _keys(name: str) -> frozenset[str]:
    return tokens.keys(_phrases(name))


def _matches(name: str, sentence: str, words: frozenset[str]) -> list[str]:
    """The phrases of a list in a sentence with those words; most sentences hold no key of any."""
    return [] if words.isdisjoint(_keys(name)) else _pattern(name).findall(sentence)


@cache
def _weights() -> dict[str, float]:
    return dict(lexicon.load("checkworthiness")["weights"])


def features(sentence: str, *, attributed: bool, heading: bool = False) -> dict[str, float]:
    """The features that hold for a sentence, with how often each counts."""
    plain = sentence.replace("’", "'")
    words = tokens.word_set(sentence)
    length = len(sentence.split())
    found: dict[str, float] = {"bias": 1, "question": "?" in sentence and bool(_QUESTION.search(sentence))}
    found["number"] = bool(_NUMBER.search(sentence))
    found["name"] = bool(_NAME.search(sentence))
    found["short"] = length < (_LEAST_HEADING if heading else _LEAST)
    has_verb = clauses.has_headline_verb if heading else clauses.has_verb
    found["verbless"] = length < _SURE and not has_verb(sentence, 0, len(sentence))
    found["arguing"] = bool(_matches("arguing", plain, words))
    found["addressing"] = bool(_matches("addressing", plain, words))
    if attributed:
        found["attributed"] = 1
    else:
        found["evaluative"] = min(2, len(_matches("evaluative", plain, words)))
        found["prediction"] = bool(_matches("prediction", plain, words))
        found["conditional"] = plain.startswith("If ")
    return {name: float(count) for name, count in found.items() if count}


def is_checkworthy(sentence: str, kind: LineKind, *, attributed: bool) -> bool:
    """Whether a sentence on a line of that kind carries a check-worthy assertion."""
    if kind in FURNITURE:
        return False
    weights, found = _weights(), features(sentence, attributed=attributed, heading=kind == "heading")
    return sum(weights[name] * count for name, count in found.items()) > 0
