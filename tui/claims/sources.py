"""Sources: what kind a source is, and one spelling for each across the articles.

Kinds decide what a source can do to a claim: an outlet or a channel passes on, a person or an
institution affirms or denies, an anonymous source does neither in its own name.  Who sits in a parliament
is a politician, and who held an office is no official: identified, and no official voice.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from tui.language import lexicon, places
from tui.model import Voice

SourceKind = Literal[
    "anonymous", "document", "channel", "outlet", "official", "politician", "expert", "institution", "named"
]
RELAYS: frozenset[SourceKind] = frozenset({"outlet", "channel"})
IDENTIFIED: frozenset[SourceKind] = frozenset(
    {"official", "politician", "institution", "expert", "named", "document"}
)
PUBLIC: frozenset[SourceKind] = frozenset({"official", "institution"})

_RELAYING: tuple[SourceKind, ...] = ("channel", "outlet")
_SPEAKING: tuple[SourceKind, ...] = ("official", "politician", "expert")
_DETERMINER = re.compile(r"^(?:the|an?|this|that|those|these|some|its|his|her|their)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")
_POSTMODIFIER = re.compile(r" (?:familiar|aware|close|who|that|with knowledge) ")
_PAST = re.compile(r"\b(?:former|ex|retired|one-?time)\b(?:(?! (?:now|who|by)\b)[^,;])*", re.IGNORECASE)
_WORDS = re.compile(r"[\w&]+(?:[.'’-][\w&]+)*")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = lexicon.load("sources")[kind]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b")


@cache
def _order() -> tuple[SourceKind, ...]:
    return tuple(lexicon.load("sources")["order"])


@lru_cache(maxsize=65_536)
def kind_of(name: str, description: str = "") -> SourceKind:
    """The kind of a source from its name and the words it was introduced with."""
    plain = bare(name)
    in_office = _in_office(plain)
    if plain in places.states():
        return "institution"
    described_as = description.replace(name, "").casefold()
    heads = {_head(part) for part in described_as.split(";")}
    for relay in _RELAYING:
        if not heads.isdisjoint(lexicon.load("sources")[relay]):
            return relay
    person = _looks_personal(name)
    for kind in _order():
        if kind in {"anonymous", "institution"} and person:
            continue
        if _pattern(kind).search(in_office if kind in PUBLIC else plain):
            return _document_kind(plain) if kind == "document" else kind
    for kind in _SPEAKING:
        if _pattern(kind).search(_in_office(described_as) if kind == "official" else described_as):
            return kind
    return "named" if re.search("[A-Z]", name) else "anonymous"


def _in_office(told: str) -> str:
    """What is told of somebody without the offices held in the past: "the former mayor of Orrin"."""
    return _PAST.sub(" ", told)


def _head(phrase: str) -> str:
    """The noun a description is about: ``account`` in ``Telegram account of``."""
    words = _WORDS.findall(re.split(r"\b(?:of|for|in|at|on|by|who|which)\b", phrase)[0])
    return words[-1] if words else ""


def _document_kind(plain: str) -> SourceKind:
    """A report by nobody in particular is no document, one in a newspaper is the newspaper.

    What a public body issues is a document; anybody else's study is an expert's.
    """
    if len(plain.split()) < 2:
        return "anonymous"
    if relay := next((kind for kind in _RELAYING if _pattern(kind).search(plain)), None):
        return relay
    return "document" if _issuer(plain) or _pattern("institution").search(plain) else "expert"


def _looks_personal(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words) and name == name.strip(".")


@lru_cache(maxsize=65_536)
def bare(name: str) -> str:
    """A name in lower case without determiner, possessive, dots and hyphens: ``us army``."""
    plain = _POSSESSIVE.sub("", _DETERMINER.sub("", name.strip())).casefold()
    return " ".join(_WORDS.findall(plain.replace(".", "").replace("-", " ")))


@lru_cache(maxsize=65_536)
def is_vague(name: str) -> bool:
    """Whether a source name says only that there is a source: ``at least one source``, ``media reports``."""
    return lexicon.words("names", "nobody").issuperset(bare(name).split())


@cache
def _institutions() -> dict[str, str]:
    groups: list[list[str]] = lexicon.load("institutions")["groups"]
    return {bare(name): group[0] for group in groups for name in group}


@cache
def _generic() -> frozenset[str]:
    table = lexicon.load("sources")
    return frozenset(
        word for kind in ("channel", "document", "outlet") for word in table[kind] if " " not in word
    )


@cache
def identity(name: str) -> str:
    """What two spellings of one source have in common, to be compared and never shown.

    Institutions and states go by one name (``lexicon/institutions.toml``, ``places.toml``), their reports
    by the issuer, and a generic noun beside a proper name is left out (``the Telegram channel Alpha``
    and ``Alpha channel``).
    """
    plain = bare(name)
    known = _institutions().get(plain) or places.states().get(plain)
    if known is None and _POSTMODIFIER.split(plain)[0].endswith(tuple(lexicon.load("sources")["document"])):
        issuer = _issuer(plain)
        known = f"{issuer} report" if issuer else None
    return known or bare(_proper_part(name))


def root(name: str) -> str:
    """The identity of who stands behind a source: a report is no origin beside the body that issued it."""
    return identity(name).removesuffix(" report")


def _issuer(plain: str) -> str | None:
    for name, group in _institutions().items():
        if f" {name} " in f" {plain} ":
            return group
    return None


def _proper_part(name: str) -> str:
    """A name without generic nouns, if something proper is left."""
    tail = name.rsplit(" The ", maxsplit=1)[-1]
    words = _WORDS.findall(_DETERMINER.sub("", tail))
    kept = [word for word in words if not (word.islower() and word in _generic())]
    platforms = [word for word in kept if word.casefold() in lexicon.load("sources")["channel"]]
    if len(platforms) < len(kept):
        kept = [word for word in kept if word not in platforms]
    without = [word for word in kept if len(word) > 1]
    if len(without) > 1:  # a middle initial tells nobody apart
        kept = without
    return " ".join(kept) if any(word[:1].isupper() for word in kept) else name


def spelt_out(introduced: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The identities of abbreviations with those of the names they stand for, as articles introduce them.

    An abbreviation of several names stands for none of them: one article's FAA is not another's.
    """
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for abbreviations in introduced:
        for short, long in abbreviations.items():
            seen[identity(short)][identity(long)] += 1
    found = {}
    for short, counts in seen.items():
        least = min(counts, key=lambda long: (len(long), long))
        if all(long.endswith(least) for long in counts):
            found[short] = min(counts, key=lambda long: (-counts[long], len(long), long))
    return found


def spellings(names: Iterable[str], spelt: Mapping[str, str] | None = None) -> dict[str, str]:
    """The one spelling for each name: the most frequent of its identity, then the most proper.

    `spelt` has the identities that others stand for (`spelt_out`).
    """
    named = list(names)
    one = {name: (spelt or {}).get(known := identity(name), known) for name in named}
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for name in named:
        seen[one[name]][name] += 1
    best = {
        key: min(counts, key=lambda n: (-counts[n], _common_words(n), -len(n), n))
        for key, counts in seen.items()
    }
    return {name: best[key] for name, key in one.items()}


def _common_words(name: str) -> int:
    return sum(word.islower() for word in name.split())


def voice_of(name: str | None, description: str, voices: Sequence[Voice]) -> str | None:
    """The configured voice a source belongs to: by name, or by a role in one of its organisations."""
    if name is None:
        return None
    plain, words = bare(name), bare(f"{name} {description}")
    for voice in voices:
        if plain in {bare(alias) for alias in (*voice.aliases, *voice.speakers, voice.name)}:
            return voice.name
    for voice in voices:
        if _holds_any(words, voice.roles) and _holds_any(words, voice.organisations):
            return voice.name
    return None


def _holds_any(words: str, phrases: Iterable[str]) -> bool:
    return any(f" {bare(phrase)} " in f" {words} " for phrase in phrases)
