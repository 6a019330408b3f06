"""Which names of sources stand for one party: variants of a person's name, a body and who speaks for it.

Whoever counts one party twice makes a corroboration of an echo.  Compared are only the sources of one claim,
so that "Taylor" may be "Stewart Taylor", whom another article names in full: of 100 claims of labelled
articles with several named origins, 70 had but one, under several names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from tui.claims.frequencies import common
from tui.claims.sources import bare
from tui.claims.terms import term
from tui.language import lexicon
from tui.language.places import states
from tui.language.roles import kinds

ALIKE = 80  # rapidfuzz ratio (0..100) of two spellings of one word
ROUGHLY = 60  # the same of surnames behind forenames that are spellings of one
JOINED = 88  # the same of whole names, spaces left out
_ABBREVIATED = 3  # letters of the least abbreviation
SHORT = 4  # letters; so short a word has one spelling

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_POSSESSIVE = re.compile(r"(?<=\w)(?:[’']s|(?<=s)[’'])(?!\w)")
_JOINED_ADJECTIVES = ("-based", "-born", "-led", "-style")
_PARTICLES = "al|bin|da|de|del|der|di|du|el|la|le|van|von"
_PROPER = r"(?:(?:[Aa]l|[Ee]l|[Uu]l)-)?[A-Z\d][\w’'-]*\.?"
_NAME = re.compile(rf"(?<![\w’'-]){_PROPER}(?: (?:(?:{_PARTICLES}) )?{_PROPER})*")
_COMMON_END = re.compile(r"(?<![\w’'-])[a-z][\w’'-]+$")  # "Vogue staffer" is not named
_BEHIND = re.compile(
    r"[ ,](?:of|for|from|at|in|over|with|who|that|which|on|to|by|before|after|during|when|as)\b(?: the\b)?"
)


@dataclass(frozen=True, slots=True)
class Party:
    """A source: its `name`, word by word, the names it is `tied` to, and all the `words` it is told by.

    Who is not named ("police spokesman") has none.  Tied are the names around it and in what it was
    introduced with: the body a person speaks for.
    """

    spelled: str
    name: tuple[str, ...]
    tied: frozenset[str]
    words: frozenset[str]

    @property
    def clutter(self) -> int:
        """How many words it is told by that are not its name; very many if it has none."""
        return len(bare(self.spelled).split()) - len(self.name) if self.name else 99

    def is_same(self, other: Party) -> bool:
        """Whether two sources of one claim are one party, as far as their names tell."""
        if self.name and other.name:
            return (
                _are_variants(self.name, other.name)
                or _are_initials(self.name, other.spelled)
                or _are_initials(other.name, self.spelled)
                or self._speaks_for(other)
                or other._speaks_for(self)
            )
        if self.name or other.name:
            unnamed, named = (other, self) if self.name else (self, other)
            return (
                unnamed.words <= named.words or unnamed.tied.issuperset(named.name) or _is_of(unnamed, named)
            )
        return self.words <= other.words or other.words <= self.words

    def _speaks_for(self, body: Party) -> bool:
        """Whether it is tied to a body by its name, or by its abbreviation: "DHS spokeswoman"."""
        return self.tied.issuperset(body.name) or any(
            _are_initials((word,), body.spelled) for word in self.tied if len(body.name) > 1
        )


def _is_of(body: Party, state: Party) -> bool:
    """Whether a body without a name of its own is one of a state: "Norwegian military", "Norway"."""
    if len(state.name) != 1 or state.name[0] not in states():
        return False
    return state.words < body.words and not body.words.isdisjoint(_state_bodies())


@cache
def _state_bodies() -> frozenset[str]:
    return frozenset(map(term, lexicon.words("names", "state_bodies")))


@lru_cache(maxsize=16_384)
def party(name: str, description: str = "") -> Party:
    """The party of a source, given how it was introduced."""
    behind = _BEHIND.search(name)
    own, rest = (name[: behind.start()], name[behind.start() :]) if behind else (name, "")
    before, after = _names(own), _names(rest)
    head = before[-1] if before and not _COMMON_END.search(own) else ()
    owner = _NAME.search(rest)
    if owner and (len(head) == 1 or (not head and _NAME.fullmatch(own))):  # "Bank" of "Bank of Norway"
        head = (*(head or _folded_words(own)), *_folded_words(owner[0]))
    tied = {
        word for words in (*before[: -1 if head else None], *after, *_names(description)) for word in words
    }
    told = {found for word in _WORD.findall(f"{name} {description}") if (found := term(word))}
    return Party(name, head, frozenset(tied), frozenset(told))


def _names(text: str) -> list[tuple[str, ...]]:
    parted = _POSSESSIVE.sub(";", text)
    return [words for match in _NAME.finditer(parted) if (words := _proper(match[0]))]


def _proper(run: str) -> tuple[str, ...]:
    """The words of a name; in front of it no titles, states, ages, and no common word before two others."""
    words = _folded_words(run)
    while words and (_is_title(words[0]) or (len(words) > 2 and _is_ordinary(words[0]))):
        words = words[1:]
    if len(words) > 1 and words[0] in states():
        words = words[1:]
    return () if len(words) == 1 and _is_ordinary(words[0]) else tuple(words)


def _folded_words(text: str) -> list[str]:
    return list(map(_folded, _WORD.findall(text)))


def _folded(word: str) -> str:
    return re.sub(r"^(?:al|el|ul)-", "", word.casefold().replace("’", "'"))


def _is_title(word: str) -> bool:
    return word in _titles() or word[0].isdigit() or word.endswith(_JOINED_ADJECTIVES)


@lru_cache(maxsize=16_384)
def _is_ordinary(word: str) -> bool:
    found = term(word)
    return not found or common(found)


@cache
def _titles() -> frozenset[str]:
    return lexicon.words("names", "titles") | lexicon.words("names", "roles")


def _are_variants(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if fuzz.ratio("".join(one), "".join(other)) >= JOINED:
        return True
    shared = [x for x in one if any(_are_alike(x, y) for y in other)]
    rest = [x for x in one if x not in shared]
    others = [y for y in other if not any(_are_alike(x, y) for x in one)]
    if all(map(_is_ordinary, shared)):
        return False
    forenames = _are_alike(one[0], other[0]) and len(one) == len(other) == 2
    return not (rest and others) or (forenames and _are_roughly_alike(one[1], other[1]))


def _are_alike(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) > SHORT
        and (
            fuzz.ratio(one, other) >= ALIKE
            or (len(_consonants(one)) > 2 and _consonants(one) == _consonants(other))
        )
    )


def _consonants(word: str) -> str:
    """What is left of a name in any transcription: ``mnjd`` of "Munajjid" and "Minjed"."""
    return re.sub(r"[aeiouy']|(.)(?=\1)", "", word)


def _are_roughly_alike(one: str, other: str) -> bool:
    return one[0] == other[0] and fuzz.ratio(one, other) >= ROUGHLY


def _are_initials(short: tuple[str, ...], name: str) -> bool:
    """Whether a name of one word is another one in short: "NASA"."""
    if len(short) != 1 or len(short[0]) < _ABBREVIATED:
        return False
    return short[0] in "".join(re.findall(r"\b[A-Z]", name)).casefold()


def told_apart(names: Iterable[str], descriptions: Mapping[str, str]) -> dict[str, str]:
    """For each name the one that stands for its party: its fullest name with the least around it.

    Names in full come first: "Foley" is one of those who bear the name, and makes them no one person.
    """
    parties = [party(name, descriptions.get(name, "")) for name in sorted(set(names))]
    groups: list[list[Party]] = []
    for own in sorted(parties, key=lambda one: (-len(one.name), -len(one.words), one.spelled)):
        home = next((group for group in groups if _belongs(own, group)), None)
        if home is None:
            groups.append([own])
        else:
            home.append(own)
    return {
        one.spelled: min(group, key=lambda p: (-len(p.name), p.clutter, p.spelled)).spelled
        for group in groups
        for one in group
    }


def _belongs(own: Party, group: Sequence[Party]) -> bool:
    """Whether a source is the party of a group: like its fullest name, or like another one in full."""
    return any(own.is_same(other) for place, other in enumerate(group) if not place or len(other.name) > 1)


def is_named(name: str) -> bool:
    """Whether a source has a name of its own, so that it can be told from another one."""
    return bool(party(name).name) and not is_some(name) and not _is_kind(name)


def is_some(name: str) -> bool:
    """Whether a source is some of many, whoever they are: "two officers", "other Democrats"."""
    first, _, rest = name.partition(" ")
    if first.casefold() in lexicon.words("names", "quantifying"):
        return True
    capitals = first[:1].isupper() and rest[:1].isupper()
    return first.partition("-")[0].casefold() in lexicon.words("names", "numbers") and not capitals


def _is_kind(name: str) -> bool:
    """Whether a name says what somebody is, "Department", or what many are: "Senate Democrats"."""
    last = name.rpartition(" ")[2].casefold()
    found = kinds().get(last, frozenset())
    return bool(found) if last == name.casefold() else "people" in found
