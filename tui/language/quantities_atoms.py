"""Single figures, in digits or in words, before they are joined into ranges and given units."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tui.language import lexicon
from tui.language.tokens import initial

# 12,345.6 and 1,50,000 are one figure; what is glued to a letter, a slash or a colon is none.
_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{2,3}(?![0-9]))*(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\.[0-9]+)?")
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_]|[^\W\d_][-–.]|\d[-–./:,]|[/:#@_.])$")
_GLUED_AFTER = re.compile(r"(?:[/:]\d|-to-|\.\d|,\d|(?:st|nd|rd|th)\b|s\b|’s\b|'s\b)")
_CLOCK = re.compile(r" ?(?:[ap]\.?m\b|o.clock)", re.IGNORECASE)
_JOINED_BEFORE = re.compile(r"(?:[^\W_]['’]?|-)\Z")
_WORD = re.compile(r"[A-Za-z]+")
_SCALE_AFTER = re.compile(r"[ \u00a0\u2009\u202f]?-?([A-Za-z]+)")
_COUNTED = re.compile(r" (?!wide|long|tall|high|deep|away|in |of |on |at |to |and |from )[a-z]")
_AND_HALF = re.compile(r"[ -]and[ -]a[ -]half\b")
_AFTER_HALF = re.compile(r"[ -]([a-z]+)")
_FRACTION_OF = re.compile(r" of (?:all |the |its |his |her |their |our )?")


class Atom(NamedTuple):
    """A figure at `start`..`end`.

    `digits` are the raw digits; `scaled` says that a scale word belongs to it, `vague` that only its order
    of magnitude is known, `percent` that it is a fraction of a whole.
    """

    start: int
    end: int
    value: float
    digits: str = ""
    scaled: bool = False
    vague: bool = False
    percent: bool = False


def find(text: str, start: int, end: int) -> list[Atom]:
    """The figures of text[start:end] in order; none overlaps another.

    What is too large for a float (an endless run of digits) is no figure.
    """
    read = (*_in_digits(text, start, end), *_in_words(text, start, end))
    found = [atom for atom in read if math.isfinite(atom.value)]
    found.sort(key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


@cache
def _table(name: str) -> dict[str, float]:
    return {word: float(value) for word, value in lexicon.load("quantities")[name].items()}


@cache
def _first_words() -> re.Pattern[str]:
    """The words a figure in words may begin with, spelt as inside or at the beginning of a sentence."""
    singles = sorted({*_table("cardinals"), *_table("vague")})
    spelt = "|".join([*singles, *(word.capitalize() for word in singles)])
    nouns = {phrase.split()[-1] for phrase in _table("fractions") if phrase.startswith("a ")}
    after = "|".join(sorted({*_scale_words(), *nouns}))
    half = r"[Hh]alf(?= (?:an?|of) |[ -]dozen)"
    return re.compile(rf"\b{initial([*singles, 'a', 'half'])}(?:{spelt}|[Aa]n?(?= (?:{after}))|{half})\b")


def _in_digits(text: str, start: int, end: int) -> Iterator[Atom]:
    for match in _DIGITS.finditer(text, start, end):
        if "," in match.group() and not _GROUPED.fullmatch(match.group()):
            continue
        before = text[max(start, match.start() - 2) : match.start()]
        if _GLUED_BEFORE.search(before) and not _is_range_end(text, match.start(), start):
            continue
        if _GLUED_AFTER.match(text, match.end(), end) or _CLOCK.match(text, match.end(), end):
            continue
        value = float(match.group().replace(",", ""))
        stop, factor = _scale(text, match.end(), end)
        if factor is None:
            continue
        yield Atom(match.start(), stop, value * factor, match.group(), stop > match.end())


def _is_range_end(text: str, at: int, start: int) -> bool:
    """Whether the figure at `at` closes a range such as 5-10 or $5–$10."""
    return bool(
        re.search(r"(?<![\w.,:/-])[$£€]?\d[\d,.]*[a-z]{0,2}[-–—][$£€]?$", text[max(start, at - 24) : at])
    )


def _scale(text: str, at: int, end: int) -> tuple[int, float | None]:
    """Where the figure ends with its scale word, and the factor; None if glued letters make it a name."""
    match = _SCALE_AFTER.match(text, at, end)
    if match is None:
        return at, 1.0
    word = match.group(1).lower()
    glued = match.start(1) == at
    factor = _table("scales").get(word)
    if factor is not None and (len(word) > 1 or (glued and _is_million(text, match.end(), word))):
        return match.end(), factor
    if glued and word not in _measures() and match.group(1) not in ("m", "C", "F"):
        return at, None
    return at, 1.0


def _is_million(text: str, at: int, word: str) -> bool:
    """Whether a glued letter is a scale: "3m people" and "$3m" are millions, "12m-wide" and "12m." metres."""
    if word != "m" or _COUNTED.match(text, at):
        return True
    return any(sign in text[max(0, at - 12) : at] for sign in "$£€")


@cache
def _measures() -> frozenset[str]:
    return frozenset(lexicon.load("quantities")["measures"])


def _in_words(text: str, start: int, end: int) -> Iterator[Atom]:
    reached = start
    for match in _first_words().finditer(text, start, end):
        if match.start() < reached:
            continue
        atom = _spelt(text, match.start(), end)
        if atom is not None and not _is_part_of_word(text, atom, start):
            reached = atom.end
            yield atom


def _is_part_of_word(text: str, atom: Atom, start: int) -> bool:
    before = text[max(start, atom.start - 2) : atom.start]
    return bool(_JOINED_BEFORE.search(before))


def _spelt(text: str, start: int, end: int) -> Atom | None:
    """The figure in words that begins at `start`."""
    words = _run(text, start, end)
    atom = _fraction(text, words) or _vague(words) or _cardinal(words)
    return _with_half(text, atom, end) if atom else None


def _with_half(text: str, atom: Atom, end: int) -> Atom:
    """Read on in "two and a half years", "two and a half million"."""
    half = _AND_HALF.match(text, atom.end, end)
    if half is None or atom.scaled or atom.percent:
        return atom
    value, scale = atom.value + 0.5, _AFTER_HALF.match(text, half.end(), end)
    factor = _scale_words().get(scale.group(1)) if scale else None
    if scale and factor:
        return Atom(atom.start, scale.end(), value * factor, scaled=True)
    return Atom(atom.start, half.end(), value)


def _run(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Up to ten words from `start` on, parted by one space or hyphen, in lower case."""
    words: list[tuple[int, int, str]] = []
    at = start
    while len(words) < 10 and (match := _WORD.match(text, at, end)):
        words.append((match.start(), match.end(), match.group().lower()))
        at = match.end()
        if at >= end or text[at] not in " -\u00a0\u2009\u202f":
            break
        at += 1
    return words


def _fraction(text: str, words: list[tuple[int, int, str]]) -> Atom | None:
    for length in (2, 1):
        value = _table("fractions").get(" ".join(word for _, _, word in words[:length]))
        if value is None or len(words) < length:
            continue
        first, last = words[0][0], words[length - 1][1]
        if scale := _of_one(words[length : length + 3]):
            return Atom(first, words[length + 2][1], value / 100 * scale, scaled=True)
        if "-" in text[first:last] or _FRACTION_OF.match(text, last):
            return Atom(first, last, value, percent=True)
    return None


def _of_one(words: list[tuple[int, int, str]]) -> float | None:
    """What "of a million" multiplies."""
    told = [word for _, _, word in words]
    return (
        _scale_words().get(told[2]) if len(told) == 3 and told[:2] in (["of", "a"], ["of", "one"]) else None
    )


def _vague(words: list[tuple[int, int, str]]) -> Atom | None:
    """Read "thousands", "tens of billions", "hundreds of thousands"; only where "of" or a noun may follow."""
    value, used = 1.0, 0
    while used < len(words) and (factor := _table("vague").get(words[used][2])):
        value *= factor
        used += 1
        if used + 1 < len(words) and words[used][2] == "of" and words[used + 1][2] in _table("vague"):
            used += 1
        else:
            break
    if not used or words[used : used + 1] == [] or words[used][2] != "of":
        return None
    return Atom(words[0][0], words[used - 1][1], value, scaled=True, vague=True)


def _cardinal(words: list[tuple[int, int, str]]) -> Atom | None:
    """Read "twenty-five thousand", "half a million", "a dozen", "two hundred and six"."""
    total, part, used, scaled = 0.0, 0.0, 0, False
    half = words[0][2] == "half" and len(words) > 2 and words[1][2] in ("a", "an")
    if half or words[0][2] in ("a", "an", "half"):
        part, used = (0.5 if words[0][2] == "half" else 1.0), (2 if half else 1)
        if used >= len(words) or words[used][2] not in _scale_words():
            return None
    last = 0
    while used < len(words):
        word = words[used][2]
        if word in _table("cardinals"):
            if part and not scaled and not (part >= 20 and part % 10 == 0 and _table("cardinals")[word] < 10):
                break
            part += _table("cardinals")[word]
        elif word in _scale_words() and (part or total):
            factor, scaled = _scale_words()[word], True
            total, part = (total, part * factor) if factor <= 100 else (total + (part or 1) * factor, 0.0)
        elif word != "and" or not scaled:
            break
        used += 1
        if word != "and":
            last = used
    return Atom(words[0][0], words[last - 1][1], total + part, scaled=scaled) if last else None


@cache
def _scale_words() -> dict[str, float]:
    return {word: factor for word, factor in _table("scales").items() if len(word) > 3}
