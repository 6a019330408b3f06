"""The words of a statement as they are compared: what is left once wording that does not matter is gone.

Case, inflection, spelling, the name a country goes by, number words, and words that newspapers use for
one another are brought to one form.  `terms("Moscow has sought 19M rifles")` and
`terms("Russia seeks nineteen million rifles")` are the same.  Tables: ``tui/language/lexicon``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tui.claims import frequencies
from tui.language import lexicon

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
NUMBER = "#"  # what a term that is a figure begins with
SUFFIXES = (
    "ations",
    "ation",
    "ating",
    "ated",
    "ates",
    "ings",
    "ing",
    "ions",
    "ion",
    "es",
    "ed",
    "ly",
    "s",
    "e",
)


@dataclass(frozen=True, slots=True)
class Terms:
    """A statement as it is compared: `words` in their order, function words left out.

    `names` are the words that are proper names as far as one can tell, `numbers` the figures' values,
    `negated` whether an odd number of negating words stands in it, `key` the sorted words as one string.
    """

    words: tuple[str, ...]
    names: frozenset[str]
    numbers: tuple[float, ...]
    negated: bool
    key: str


@dataclass(frozen=True, slots=True)
class _Tables:
    """The lexicon, prepared for look-up by one lower-case word or by the first of several."""

    dropped: frozenset[str]
    negating: frozenset[str]
    base: dict[str, str]
    synonyms: dict[str, str]
    places: dict[str, str]
    capitalised_only: frozenset[str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    small: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]


@cache
def _tables() -> _Tables:
    words, numbers = lexicon.load("function_words"), lexicon.load("spelled_numbers")
    base = dict(
        pair.split("=")
        for group in lexicon.load("irregular_forms")["base"].values()
        for pair in group.split()
    )
    places = lexicon.load("places")
    variants = {v: name.replace(" ", "_") for name, vs in places["variants"].items() for v in (name, *vs)}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for variant, name in variants.items():
        first, *rest = variant.split()
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), name))
    return _Tables(
        dropped=frozenset(words["grammar"].split() + words["passing_on"].split()),
        negating=frozenset(words["negating"].split()),
        base=base,
        synonyms=_stand_ins(base),
        places={v.replace(".", ""): name for v, name in variants.items() if " " not in v},
        capitalised_only=frozenset(places["capitalised_only"]),
        phrases={k: tuple(sorted(v, key=lambda p: -len(p[0]))) for k, v in phrases.items()},
        small=numbers["units"],
        tens=numbers["tens"],
        scales=numbers["scales"],
    )


def _stand_ins(base: dict[str, str]) -> dict[str, str]:
    """Which stem stands for the stems of its class; a word of several classes belongs to the first."""
    found: dict[str, str] = {}
    for block in lexicon.load("synonyms")["class"]:
        for members in block["words"]:
            head = stem(base.get(members[0], members[0]))
            for member in members:
                found.setdefault(stem(base.get(member, member)), head)
    return found


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A lower-case word without its inflection, and without the ending that makes a noun of a verb.

    A stem is for comparing, not for showing: ``negotiating``, ``negotiation`` -> ``negoti``.
    """
    word = word.replace("isation", "ization").replace("ise", "ize").replace("ising", "izing")
    if len(word) > 5 and "our" in word[2:]:
        word = word[:2] + re.sub(r"our(?=$|ed|s$|ing|i|ab)", "or", word[2:])
    if word.endswith(("ies", "ied")) and len(word) > 4:
        word = word[:-3] + "y"
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith("ss"):
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


@lru_cache(maxsize=200_000)
def term(word: str) -> str:
    """The form one word of letters is compared under; empty if it is left out."""
    tables = _tables()
    lower = word.lower().replace("’", "'").replace(".", "").removesuffix("'s")
    place = tables.places.get(lower)
    if place and (lower not in tables.capitalised_only or _written_as_name(word)):
        return place
    if lower in tables.dropped:
        return ""
    root = stem(tables.base.get(lower, lower))
    return tables.synonyms.get(root, root)


def _written_as_name(word: str) -> bool:
    """Abbreviations need all their capitals ("US"), longer names one ("Polish")."""
    letters = word.replace(".", "")
    return letters.isupper() if len(letters) <= 3 else letters[0].isupper()


def terms(text: str) -> Terms:
    """The terms of a statement."""
    words: list[str] = []
    names: set[str] = set()
    negations = 0
    pieces = WORD.findall(text)
    lowered = [piece.lower().replace("’", "'") for piece in pieces]
    place = 0
    while place < len(pieces):
        used, found = _number(lowered, place) or _phrase(lowered, place) or (1, term(pieces[place]))
        if found:
            words.append(found)
            if found[0] != NUMBER and pieces[place][0].isupper() and not frequencies.common(found):
                names.add(found)
        negations += _negates(lowered[place])
        place += used
    numbers = tuple(float(word[1:]) for word in words if word[0] == NUMBER)
    return Terms(tuple(words), frozenset(names), numbers, negations % 2 == 1, " ".join(sorted(words)))


def _negates(word: str) -> bool:
    return word in _tables().negating or word.endswith("n't")


def _phrase(words: list[str], place: int) -> tuple[int, str] | None:
    """A name of several words that begins here: how many words, and what it is compared under."""
    for rest, name in _tables().phrases.get(words[place], ()):
        if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
            return 1 + len(rest), name
    return None


def _number(words: list[str], place: int) -> tuple[int, str] | None:
    """A figure that begins here, in digits or words with what multiplies it: how many words, and its term."""
    value = _figure(words[place])
    if value is None:
        return None
    used = 1
    if (
        words[place] in _tables().tens
        and place + 1 < len(words)
        and 0 < _tables().small.get(words[place + 1], 0) < 10
    ):
        value, used = value + _tables().small[words[place + 1]], 2
    while place + used < len(words) and (scale := _tables().scales.get(words[place + used])):
        value, used = value * scale, used + 1
    if used == 1 and value == 1 and not words[place].isdigit():
        return None
    return used, f"{NUMBER}{value:.12g}"


def _figure(word: str) -> float | None:
    tables = _tables()
    if word[0].isdigit():
        whole = word.replace(",", "")
        return float(whole) if whole.count(".") < 2 and whole.isascii() else None
    return tables.small.get(word, tables.tens.get(word))
