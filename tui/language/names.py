"""Who is who among the sources of one article.

A source is named once in full and then referred to: by surname, by pronoun, by what it is ("the envoy",
"the channel", "the source").  `Cast` walks through the sources in the order of the text and gives each
one spelling: a person's full name without titles, anybody else in the article's own words without
determiner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tui.language import lexicon, places
from tui.language.tokens import stopwords
from tui.model import Attribution, Span

Gender = Literal["person", "thing", "group"]

_WORD = re.compile(r"[\w&]+(?:[.'’-][\w&]+)*\.?")
_CHUNK = re.compile(r"\s*(?:,|\s[–—-]\s?|[–—]|\(|\))\s*")
_DETERMINER = re.compile(
    r"^(?:the|an?|this|that|its|his|her|their|our|my|some|(?:those|these)(?!\s(?:aware|familiar|close|who|in|with|of)\b))\s+",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\s+(?:who|which|that|whose|speaking|saying|citing|said to be)\b.*$", re.DOTALL)
_FULL_NAME = re.compile(
    r"(?<![\w.])[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'.-]*|al|bin|da|de|del|der|di|el|ibn|la|van|von)){1,5}(?<![.\s])"
)
_APPOSITION = re.compile(r"^,\s+([^.;“”\"]{3,160}?)(?:,|\s[–—]\s|[.;“”\"]|$)")
_PRONOUNS: dict[str, Gender] = {
    "persons": "person",
    "things": "thing",
    "groups": "group",
    "speakers": "person",
}
_OBLIQUE = "according-to"
_LONGEST_ROLE = 5  # words in a phrase that only refers: "the chief of defence staff"
_AROUND = 200  # characters after a name, and half as many before it, in which its bearer is described
_DATE = re.compile(
    r"\s(?:on\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{1,2})?\b(?!\s[A-Z])"
    r"|\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_LEADING = re.compile(r"\b(?:[Tt]hose|[Aa]t) $")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon.load("names")[name])


@dataclass(frozen=True, slots=True)
class Source:
    """A source as introduced: its spelling, the words that describe it, what may refer to it.

    `oblique`: it was named beside the one who speaks ("as per the Gazette"), so a pronoun passes it over.
    """

    name: str
    description: str
    gender: Gender
    place: int
    oblique: bool = False


class Cast:
    """The sources of an article: every source span of `attributions` and any other span can be resolved."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self._text = text
        self._sources: list[Source] = []
        self._hops: dict[Span, tuple[str, ...]] = {}
        self._full = _full_names(text)
        sources = {a.source: a.rule for a in attributions if a.source is not None}
        self._oblique = {span for span, rule in sources.items() if rule.endswith(_OBLIQUE)}
        ordered = sorted(sources)
        for number, span in enumerate(ordered):
            self._hops[span] = self._read(span, ordered[number + 1 :])

    def resolve(self, span: Span) -> str:
        """The one spelling of whom a span names or refers to."""
        return self.hops(span)[0]

    def hops(self, span: Span) -> tuple[str, ...]:
        """All that a span names, origin first: ``officials cited by the Gazette`` are two."""
        known = self._hops.get(span)
        return known or self._read(span, ())

    def description(self, name: str) -> str:
        """The words with which a source was introduced, all of them; empty if it never was."""
        found = dict.fromkeys(s.description for s in self._sources if s.name == name and s.description)
        return "; ".join(found)

    def _read(self, span: Span, ahead: Sequence[Span]) -> tuple[str, ...]:
        origin, relay = _passed_on(self._whole(span))
        name = self._referred(origin, span, ahead) or self._introduce(origin, span)
        if relay is None:
            return (name,)
        return name, self._introduce(relay, span)

    def _whole(self, span: Span) -> str:
        """The words of a source with the pronoun or preposition that belongs to it: ``those aware of``."""
        before = _LEADING.search(self._text, max(0, span.start - 8), span.start)
        return f"{before[0]}{span.text}" if before else span.text

    def _introduce(self, phrase: str, span: Span) -> str:
        name, description = parse(phrase)
        name = self._completed(self._titled(name, phrase))
        description = "; ".join(filter(None, [description, self._apposition(name)]))
        oblique = span in self._oblique
        self._sources.append(Source(name, description, _gender(name, description), span.start, oblique))
        return name

    def _completed(self, name: str) -> str:
        """A surname as the full name that goes before or after it in the article."""
        if " " in name or not name[:1].isupper():
            return name
        return self._full.get(name, name)

    def _titled(self, name: str, phrase: str) -> str:
        """A name whose article is part of it: ``The Hague``, as the text writes it in mid-sentence."""
        if (
            phrase.startswith("The ")
            and name[:1].isupper()
            and re.search(rf"[a-z,] The {re.escape(name)}\b", self._text)
        ):
            return f"The {name}"
        return name

    def _apposition(self, name: str) -> str:
        place = self._text.find(name)
        if place < 0 or " " not in name or not name[:1].isupper():
            return ""
        after = _APPOSITION.match(self._text[place + len(name) : place + len(name) + _AROUND])
        before = re.split(r"[.,;:“”\n]|\bthat\b", self._text[max(0, place - _AROUND // 2) : place])[-1]
        return "; ".join(part.strip() for part in (before, after[1] if after else "") if has_role(part))

    def _referred(self, phrase: str, span: Span, ahead: Sequence[Span]) -> str | None:
        """The source that a pronoun or a role noun stands for."""
        before = [source for source in self._sources if source.place <= span.start]
        plain = phrase.strip().casefold()
        plain = "who" if plain.startswith("who ") else plain
        for kind, gender in _PRONOUNS.items():
            if plain in _words(kind):
                same = [source for source in before if source.gender == gender]
                speaking = [source for source in same if not source.oblique]
                return (speaking or same or before)[-1].name if before else None
        return self._by_role(phrase, before, ahead) if _is_definite(phrase) else None

    def _by_role(self, phrase: str, before: Sequence[Source], ahead: Sequence[Span]) -> str | None:
        head = _head(phrase)
        if _names_something(phrase):
            return None
        for kind in ("anonymous", "channels", "outlets", "documents"):
            if head in _words(kind):
                same = [source for source in before if _is_kind(source, kind)]
                return same[-1].name if same else None
        if head not in _words("roles") or _person(phrase) is not None:
            return None
        people = [s for s in before if s.gender == "person" and head in _plain_words(s.description)]
        return people[-1].name if people else self._person_ahead(ahead)

    def _person_ahead(self, ahead: Sequence[Span]) -> str | None:
        """A person named right after: "No, says the former minister.  Ann Roe argued …"."""
        for span in ahead[:2]:
            name, _ = parse(span.text)
            if _person(name) and " " in self._completed(name):
                return self._completed(name)
        return None


def _is_kind(source: Source, kind: str) -> bool:
    words = _plain_words(f"{source.name} {source.description}")
    if kind == "channels":
        return bool(words & (_words("channels") | _words("platforms")))
    if kind == "anonymous":
        return bool(words & _words("anonymous"))
    return bool(words & _words(kind)) or (kind == "outlets" and source.gender == "thing")


def _names_something(phrase: str) -> bool:
    """Whether a phrase says more than a role: a proper name in it, or a long description."""
    words = phrase.split()
    proper = [word for word in words[1:] if word[:1].isupper() and word.casefold() not in _words("platforms")]
    return bool(proper) or len(words) > _LONGEST_ROLE


def is_own_voice(phrase: str) -> bool:
    """Whether a phrase means the text it stands in: ``my headline``, ``this article``."""
    words = phrase.casefold().split()
    return len(words) == 2 and words[0] in _words("own") and words[1] in _words("texts")


def is_thing_pronoun(phrase: str) -> bool:
    """Whether a phrase is a pronoun for what is not a person."""
    return phrase.casefold() in _words("things")


def _plain_words(text: str) -> set[str]:
    return {word.strip(".").casefold() for word in _WORD.findall(text)}


def has_role(phrase: str) -> bool:
    """Whether a phrase says what somebody is."""
    return not _words("roles").isdisjoint(_plain_words(phrase))


def _gender(name: str, description: str) -> Gender:
    heads = {_head(part) for part in (name, *description.split(";"))}
    if not (_words("channels") | _words("outlets")).isdisjoint(heads):
        return "thing"
    if _person(name) is not None or (has_role(description) and name[:1].isupper()):
        return "person"
    head = _head(name)
    if head.endswith("s") and not name[:1].isupper():
        return "group"
    return "person" if head in _words("roles") or head in _words("anonymous") else "thing"


def _is_definite(phrase: str) -> bool:
    return bool(re.match(r"(?:the|this|that|those|these|its|his|her)\s", phrase.strip(), re.IGNORECASE))


def _head(phrase: str) -> str:
    """The noun a phrase is about, in lower case: ``the chief of defence staff`` is a chief."""
    core = re.split(r"\s(?:of|for|in|at|on|from|to|with|by|familiar|aware)\s", phrase.strip())[0]
    words = _WORD.findall(core)
    return words[-1].strip(".").casefold() if words else ""


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(_words('passing')))})\s(?:as saying\s)?(?:by|in)\s+")


def _passed_on(phrase: str) -> tuple[str, str | None]:
    """``officials cited by the Gazette`` as origin and relay."""
    found = _passing().search(phrase)
    if found is None:
        return phrase, None
    return phrase[: found.start()], phrase[found.end() :]


def parse(phrase: str) -> tuple[str, str]:
    """The name in a source phrase and the words that describe its bearer.

    A person is a run of capitalised words after the last title or role, or a chunk of nothing else;
    anything else is named by its first chunk without determiner and relative clause.
    """
    chunks = [chunk for chunk in _CHUNK.split(_DATE.sub("", phrase).strip(' \t\n,.;:“”"')) if chunk]
    for number, chunk in enumerate(chunks):
        found = _person(chunk)
        if found is not None and (number == 0 or has_role(" ".join(chunks[:number]))):
            others = [chunk[: -len(found)].strip(), *chunks[:number], *chunks[number + 1 :]]
            return found, "; ".join(filter(None, others))
    first = chunks[0] if chunks else phrase.strip()
    core = _bare(_RELATIVE.sub("", first))
    name = _contained(core)
    return name, "; ".join([*([core] if name != core else []), *chunks[1:]])


def _bare(phrase: str) -> str:
    plain = _DETERMINER.sub("", phrase).strip()
    return re.sub(r"['’]s?$", "", plain) if plain else phrase


@cache
def _containing() -> tuple[re.Pattern[str], ...]:
    """Reports, channels and accounts with what they belong to as ``inner``."""
    generic, media = ("|".join(sorted(_words(kind))) for kind in ("containers", "media"))
    return (
        re.compile(
            rf"^(?:[\w-]+\s)*?(?:{generic})\s(?:in|by|from|of|on)\s(?:the\s)?(?P<inner>(?=[a-z ]*[A-Z]).+)$"
        ),
        re.compile(rf"^(?:[\w’-]+\s)*(?:{generic})\s(?P<inner>[A-Z].*)$"),
        re.compile(rf"^(?P<inner>(?:[\w’&-]+\s)*[A-Z][\w’&-]*)\s(?:{media})$"),
    )


def _contained(name: str) -> str:
    """The named thing that a report, channel or account belongs to, if there is one."""
    for pattern in _containing():
        if found := pattern.match(name):
            inner = found["inner"]
            outlet = re.search(r"\bThe\s[A-Z].*$", inner)
            return outlet[0] if outlet else _contained(inner)
    return name


def _person(chunk: str) -> str | None:
    """The person's name a chunk ends in or consists of."""
    words = _WORD.findall(chunk)
    if not words or " ".join(words) != " ".join(chunk.split()):
        return None
    start = max((n + 1 for n, word in enumerate(words[:-1]) if _is_role(word)), default=0)
    name = words[start:]
    if not 1 <= len(name) <= 4 or not all(map(_is_name_word, name)) or not name[0][:1].isupper():
        return None
    if any(word.isupper() and len(word.strip(".")) > 1 for word in name):
        return None
    if start == 0 and (len(name) == 1 or _is_thing(name)):
        return None
    return " ".join(name)


def _is_role(word: str) -> bool:
    return word.strip(".").casefold() in _words("roles")


def _is_name_word(word: str) -> bool:
    return word[:1].isupper() or word in _words("particles")


def _is_thing(words: Sequence[str]) -> bool:
    """Whether capitalised words name an institution, an outlet or a country rather than a person."""
    plain = {word.strip(".").casefold() for word in words}
    if plain & _things() or words[0].casefold() == "the" or any(w in _words("particles") for w in words[:1]):
        return True
    return " ".join(words).casefold() in places.states()


@cache
def _things() -> frozenset[str]:
    """The words for institutions, outlets, channels and documents."""
    kinds = ("institution", "outlet", "channel", "document")
    return frozenset(word for kind in kinds for word in lexicon.load("sources")[kind] if " " not in word)


def _full_names(text: str) -> dict[str, str]:
    """Surnames and the first full name that ends in each."""
    found: dict[str, str] = {}
    for name in _candidates(text):
        found.setdefault(name.split()[-1], name)
    return found


def _candidates(text: str) -> Iterator[str]:
    for match in _FULL_NAME.finditer(text):
        name = _person(re.sub(r"['’]s$", "", match[0]))
        if (
            name
            and " " in name
            and not _is_opening(name)
            and name.split()[-1].casefold() not in places.states()
        ):
            yield name


def _is_opening(name: str) -> bool:
    """Whether a sentence begins with what looks like a first name: ``Is Russia``, ``But Paris``."""
    return name.split()[0].casefold() in stopwords()
