"""The words of a statement as they are compared: what is left once wording that does not matter is gone.

Case, inflection, spelling, the name a country goes by, number words, and words that newspapers use for
one another are brought to one form.  `terms("Moscow has sought 19M rifles")` and
`terms("Russia seeks nineteen million rifles")` are the same.  Tables: ``tui/language/lexicon``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from tui.claims import frequencies
from tui.language import lexicon
from tui.language.places import states

WORD = re.compile(r"[a-z]{2,}+(?![\w'’])|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
LONGEST = 6  # words that a figure or a name can have
_WORDS = 1 << 16  # kept in mind: 5,000 articles have 73,000, and one in seventy is looked up anew
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

    `names` are those that are proper names as far as one can tell, `forenames` those of them that another
    name follows ("Ada" in "Ada Lovelace"), `numbers` the figures' values, `negated` whether an odd number of
    negating words stands in it.  `bag` and `key` are made when asked for: they are as large as all the rest.
    """

    words: tuple[str, ...]
    names: frozenset[str]
    forenames: frozenset[str]
    numbers: tuple[float, ...]
    negated: bool
    _bag: frozenset[str] | None = field(default=None, init=False, repr=False, compare=False)
    _key: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def bag(self) -> frozenset[str]:
        """The words without order and repetition."""
        bag = self._bag
        if bag is None:
            bag = frozenset(self.words)
            object.__setattr__(self, "_bag", bag)
        return bag

    @property
    def key(self) -> str:
        """The sorted words as one string."""
        key = self._key
        if key is None:
            key = " ".join(sorted(self.words))
            object.__setattr__(self, "_key", key)
        return key


Phrases = tuple[tuple[tuple[str, ...], str], ...]  # what follows the first word, and the term of it all


@dataclass(frozen=True, slots=True)
class _Tables:
    """The lexicon, prepared for look-up by one lower-case word or by the first of several.

    `continuing` are the words that can be the second of a figure or a name.
    """

    dropped: frozenset[str]
    negating: frozenset[str]
    base: dict[str, str]
    synonyms: dict[str, str]
    places: dict[str, str]
    capitalised_only: frozenset[str]
    phrases: dict[str, Phrases]
    continuing: frozenset[str]
    cardinals: dict[str, float]
    scales: dict[str, float]


@cache
def _tables() -> _Tables:
    words, numbers = lexicon.load("function_words"), lexicon.load("quantities")
    base = dict(
        pair.split("=")
        for group in lexicon.load("irregular_forms")["base"].values()
        for pair in group.split()
    )
    variants = {name: state.replace(" ", "_") for name, state in states().items()}
    stand_ins = _stand_ins(base)
    phrases = _phrases(variants | {word: root for word, root in stand_ins.items() if " " in word})
    return _Tables(
        dropped=frozenset(words["grammar"].split() + words["passing_on"].split()),
        negating=frozenset(words["negating"].split()),
        base=base,
        synonyms=stand_ins,
        places={v.replace(".", ""): name for v, name in variants.items() if " " not in v},
        capitalised_only=frozenset(lexicon.load("places")["capitalised_only"]),
        phrases=phrases,
        continuing=frozenset(rest[0] for alike in phrases.values() for rest, _ in alike)
        | numbers["cardinals"].keys()
        | numbers["scales"].keys(),
        cardinals={**numbers["cardinals"], "dozen": numbers["scales"]["dozen"]},
        scales=numbers["scales"],
    )


def _phrases(variants: Mapping[str, str]) -> dict[str, Phrases]:
    """Terms of several words by the first of them, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for variant, name in variants.items():
        first, *rest = variant.split()
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), name))
    return {first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in phrases.items()}


def _stand_ins(base: dict[str, str]) -> dict[str, str]:
    """Which stem stands for the stems of its class; a word of several classes belongs to the first."""
    found: dict[str, str] = {}
    for block in lexicon.load("synonyms")["class"]:
        for members in block["words"]:
            head = stem(base.get(members[0], members[0]))
            for member in members:
                found.setdefault(member if " " in member else stem(base.get(member, member)), head)
    return found


@lru_cache(maxsize=_WORDS)
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


@lru_cache(maxsize=_WORDS)
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


@lru_cache(maxsize=4096)  # a few articles
def terms(text: str) -> Terms:
    """The terms of a statement."""
    words: list[str] = []
    names: set[str] = set()
    forenames: set[str] = set()
    numbers: list[float] = []
    before = ""
    negations = after = 0
    pieces = list(chain.from_iterable(map(_pieces, text.split())))
    for place, piece in enumerate(pieces):
        if piece.plain:
            if place >= after:
                before = ""
                if piece.term:
                    words.append(piece.term)
            continue
        if place < after:
            continue
        used, found = _read(pieces, place)
        after = place + used
        if found:
            words.append(found)
            if found[0] == NUMBER:
                numbers.append(float(found[1:]))
            elif piece.is_name:
                names.add(found)
                if before:
                    forenames.add(before)
        before = found if piece.is_name else ""
        negations += piece.negates
    return Terms(
        tuple(words),
        _shared(frozenset(names)),
        _shared(frozenset(forenames)),
        tuple(numbers),
        negations % 2 == 1,
    )


@lru_cache(maxsize=10_000)  # articles of one story
def _shared(names: frozenset[str]) -> frozenset[str]:
    """One set for all that are equal: the same few people and places are named again and again."""
    return names


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word as written, in lower case, and its term; `plain` if nothing else is to be known of it.

    `continues`: it may be the second word of a figure or a name, `opens`: the first.
    """

    lower: str
    term: str
    is_name: bool
    negates: bool
    opens: bool
    continues: bool
    plain: bool


@lru_cache(maxsize=_WORDS)
def _pieces(token: str) -> tuple[_Piece, ...]:
    """The words between two spaces: one, as a rule."""
    return tuple(map(_piece, WORD.findall(token)))


@lru_cache(maxsize=_WORDS)
def _piece(written: str) -> _Piece:
    tables = _tables()
    lower = written.lower().replace("’", "'")
    found = term(written)
    alone = _number([lower])
    is_name = written[0].isupper() and bool(found) and not frequencies.common(found)
    negates = lower in tables.negating or lower.endswith("n't")
    opens = lower in tables.phrases or _figure(lower) is not None
    plain = not (alone or is_name or negates or opens)
    return _Piece(
        lower, alone[1] if alone else found, is_name, negates, opens, lower in tables.continuing, plain
    )


def _read(pieces: Sequence[_Piece], place: int) -> tuple[int, str]:
    """How many words the figure or the name that begins here has, one as a rule, and its term."""
    piece, following = pieces[place], pieces[place + 1 : place + 2]
    if piece.opens and following and following[0].continues:
        ahead = [piece.lower for piece in pieces[place : place + LONGEST]]
        return _number(ahead) or _phrase(ahead) or (1, piece.term)
    return 1, piece.term


def _phrase(words: list[str]) -> tuple[int, str] | None:
    for rest, name in _tables().phrases.get(words[0], ()):
        if tuple(words[1 : 1 + len(rest)]) == rest:
            return 1 + len(rest), name
    return None


def _number(words: list[str]) -> tuple[int, str] | None:
    """A figure in digits or words with what multiplies it; a lone "one" is none."""
    value = _figure(words[0])
    if value is None:
        return None
    used, cardinals = 1, _tables().cardinals
    if words[0] in cardinals and value >= 20 and 0 < cardinals.get("".join(words[1:2]), 0) < 10:
        value, used = value + cardinals[words[1]], 2
    while used < len(words) and (scale := _tables().scales.get(words[used])):
        value, used = value * scale, used + 1
    if used == 1 and value == 1 and not words[0].isdigit():
        return None
    return used, f"{NUMBER}{value:.12g}"


def _figure(word: str) -> float | None:
    tables = _tables()
    if word[0].isdigit():
        whole = word.replace(",", "")
        return float(whole) if whole.count(".") < 2 and whole.isascii() else None
    return tables.cardinals.get(word)


def forget() -> None:
    """Give back the room that the words seen so far take: of a large corpus they are tens of megabytes."""
    for known in (_pieces, _piece, _shared, term, stem):
        known.cache_clear()
