"""What a figure counts or measures, in a normal form: ``USD``, ``percent``, ``helicopter``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui.language import lexicon

_LONGEST_NOUN = 6  # words
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_GAPS = " \u00a0\u2009\u202f"
_GAP = re.compile(f"[{_GAPS}]")
_QUOTE = re.compile(r"[”\"’']?")
_HYPHENED = re.compile(r"-([A-Za-z]+)(?:-(old|long|wide|high|deep|tall|strong))?(?![\w-])")
_AGE = re.compile(r"[ -](?:years?|months?|weeks?|days?)[ -](?:old\b|of age\b)")
_OF_THE = re.compile(r" of (?:the|these|those|its|their|our|his|her) ")
_OF = re.compile(r" of (?:the |these |those |its |their |our |his |her )?(?:an? )?")


# Measures that a number in a name or a year never has.
MEASURED = frozenset({"percent", "percentage point", "year of age", "degree celsius", "degree fahrenheit"})

# Measures that may be below zero.
SIGNED = frozenset({"percent", "percentage point", "degree", "degree celsius", "degree fahrenheit"})


class Unit(NamedTuple):
    """The unit's normal form and where the words that name it end."""

    name: str
    end: int


def find(text: str, at: int, end: int, *, partitive: bool = False, counts_one: bool = False) -> Unit | None:
    """The unit named at `at`, right after a figure.

    `partitive`: "of" may come first ("thousands of"); `counts_one`: the noun is in the singular.
    """
    if age := _AGE.match(text, at, end):
        return Unit("year of age" if "year" in age.group() else "age", age.end())
    return _measure(text, at, end) or _hyphened(text, at, end) or _noun(text, at, end, partitive, counts_one)


def currency_before(text: str, at: int, start: int) -> tuple[str, int] | None:
    """The currency sign or code that ends at `at`, as ISO code, and where it begins."""
    if text[max(start, at - 2) : at].rstrip(_GAPS)[-1:] not in _sign_ends():
        return None
    match = _currency_sign().search(text, max(start, at - 5), at)
    if match is None:
        return None
    return _currencies()[match.group(1).lower()], match.start(1)


def currency_after(text: str, at: int, end: int) -> Unit | None:
    """The currency named at `at`: "dollars", "euros", "of US dollars"."""
    of = _OF.match(text, at, end)
    words = _words(text, of.end() if of else _skip(text, at, end), end, 2)
    for length in (2, 1):
        phrase = " ".join(text[a:b] for a, b in words[:length]).lower()
        if len(words) >= length and (code := _currencies().get(phrase)) and len(phrase) > 2:
            return Unit(code, words[length - 1][1])
    return None


def singular(noun: str) -> str:
    """The singular of a lower-case English noun."""
    irregular: dict[str, str] = lexicon.load("quantities")["nouns"]["singular"]
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes", "zes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def may_precede(word: str) -> bool:
    """Whether a figure may follow a capitalised word and be no part of a name: "The 12", "Another 12"."""
    return word.lower() in _stops() or word.lower() in _starters()


def is_label(word: str) -> bool:
    """Whether the number after a word is a label: "page 12"."""
    return word.lower() in _labels()


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun, or stands for several."""
    lower = word.lower()
    if lower in _plurals():
        return True
    if len(word) < 3 or not lower.endswith("s") or lower.endswith(("ss", "us", "is", "’s", "'s")):
        return False
    return lower not in _singulars()


@cache
def _currencies() -> dict[str, str]:
    return dict(lexicon.load("quantities")["currencies"])


@cache
def _signs() -> tuple[str, ...]:
    """The signs and the codes in capitals that stand before a figure, in the order to try them."""
    signs = sorted(
        (sign for sign in _currencies() if not sign.isalpha() and " " not in sign), key=len, reverse=True
    )
    codes = sorted(
        code.upper() for code in _currencies() if code.isalpha() and len(code) == 3 and code != "won"
    )
    return (*(sign.upper() for sign in signs), *codes, "Rs")


@cache
def _sign_ends() -> frozenset[str]:
    """What a sign may end in, which most that stands before a figure does not."""
    return frozenset(sign[-1] for sign in _signs())


@cache
def _currency_sign() -> re.Pattern[str]:
    """A sign, or a code in capitals, right before a figure."""
    return re.compile(rf"(?<![A-Za-z])({'|'.join(map(re.escape, _signs()))})[{_GAPS}]?\Z")


@cache
def _plurals() -> frozenset[str]:
    return frozenset(lexicon.load("quantities")["nouns"]["plurals"].split())


@cache
def _singulars() -> frozenset[str]:
    return frozenset(lexicon.load("quantities")["stops"]["not_plural"].split())


@cache
def _labels() -> frozenset[str]:
    return frozenset(lexicon.load("quantities")["labels"]["words"].split())


@cache
def _starters() -> frozenset[str]:
    return frozenset(lexicon.load("quantities")["stops"]["starters"].split())


@cache
def _stops() -> frozenset[str]:
    return frozenset(lexicon.load("quantities")["stops"]["words"].split())


@cache
def _measures() -> tuple[tuple[str, str], ...]:
    """The spellings of measures, the longest first."""
    table: dict[str, str] = lexicon.load("quantities")["measures"]
    return tuple(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _measure_pattern() -> re.Pattern[str]:
    spellings = "|".join(re.escape(spelling) for spelling, _ in _measures())
    return re.compile(rf"[ \u00a0\u2009\u202f-]?({spellings}|(?-i:[CF])|m(?=-|\b))(?![\w’])", re.IGNORECASE)


def _measure(text: str, at: int, end: int) -> Unit | None:
    match = _measure_pattern().match(text, at, end)
    if match is None:
        return None
    spelling = match.group(1).lower()
    letters = {"c": "degree celsius", "f": "degree fahrenheit", "m": "metre"}
    if spelling in letters:
        return Unit(letters[spelling], match.end()) if match.start(1) == at else None
    return Unit(dict(_measures())[spelling], match.end())


def _hyphened(text: str, at: int, end: int) -> Unit | None:
    """Read "30-day", "six-member": the noun joined to the figure."""
    match = _HYPHENED.match(text, at, end)
    return Unit(singular(match.group(1).lower()), match.end()) if match else None


def _noun(text: str, at: int, end: int, partitive: bool, counts_one: bool) -> Unit | None:
    of = (_OF if partitive else _OF_THE).match(text, at, end)
    quote = _QUOTE.match(text, at, end)
    words = _noun_words(text, of.end() if of else quote.end() if quote else at, end)
    head = _head([text[a:b] for a, b in words], counts_one)
    if head is None:
        return None
    first, last = words[head]
    return Unit(singular(text[first:last].lower()), last)


def _noun_words(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """The words up to the first stop, within one noun phrase; "frontline and reserve tanks" is one."""
    kept: list[tuple[int, int]] = []
    for first, last in _words(text, _skip(text, at, end), end, _LONGEST_NOUN):
        word = text[first:last]
        if word == "and" and kept and not is_plural(text[slice(*kept[-1])]):
            kept.append((first, last))
        elif word.lower() in _stops() or (word.lower().endswith("ly") and kept):
            break
        else:
            kept.append((first, last))
    while kept and text[slice(*kept[-1])] == "and":
        kept.pop()
    return kept


def _head(words: list[str], counts_one: bool) -> int | None:
    """Which of the words is the counted noun: the first plural, or one right after a name or collective."""
    plural = next((index for index, word in enumerate(words) if is_plural(word)), None)
    if counts_one or plural is None:
        return _singular_head(words) if counts_one and words else None
    name, collective = words[plural][:1].isupper(), words[plural].lower() in _plurals()
    later = range(plural + 1, min(plural + 1 + collective + 2 * name, len(words)))
    return next((index for index in later if is_plural(words[index]) and words[index].islower()), plural)


def _singular_head(words: list[str]) -> int:
    """The word after a name, else the first word."""
    names = next((index for index, word in enumerate(words) if not word[:1].isupper()), len(words))
    return min(names, len(words) - 1)


def _words(text: str, at: int, end: int, limit: int) -> list[tuple[int, int]]:
    """Up to `limit` words from `at` on that only spaces part."""
    words: list[tuple[int, int]] = []
    while len(words) < limit and (match := _NAME.match(text, at, end)):
        words.append((match.start(), _without_possessive(text, match.start(), match.end())))
        at = match.end()
        if words[-1][1] != at or not _GAP.match(text, at, end):
            break
        at += 1
    return words


_NAME = re.compile(r"[^\W\d_][\w’'-]*|[A-Z]-?\d\w*")


def _without_possessive(text: str, start: int, end: int) -> int:
    for ending in ("’s", "'s", "’", "'"):
        if text.endswith(ending, start, end):
            return end - len(ending)
    return end


def _skip(text: str, at: int, end: int) -> int:
    return at + 1 if at < end and text[at] in " \u00a0\u2009\u202f" else at
