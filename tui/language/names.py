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
from typing import Literal

from tui.language import places, referents, relatives
from tui.language.full_names import FullNames
from tui.language.phrases import (
    has_role,
    head_of,
    is_definite,
    is_named,
    is_nobody,
    names_something,
    parse,
    person_in,
    plain_words,
    split_relay,
    words_of,
)
from tui.language.roles import kinds
from tui.language.tokens import stopwords
from tui.model import Attribution, Span

Gender = Literal["person", "thing", "group"]

_CLAUSE = re.compile(r"[.,;:“”\n]|\bthat\b")
_APPOSITION = re.compile(r"^,\s+([^.;“”\"]{3,160}?)(?:,|\s[–—]\s|[.;“”\"]|$)")
_PRONOUNS: dict[str, Gender] = {
    "persons": "person",
    "things": "thing",
    "groups": "group",
    "speakers": "person",
}
_OBLIQUE = "according-to"
_AROUND = 200  # characters after a name, and half as many before it, in which its bearer is described
_PERSONAL = frozenset({"he", "she"})
_AHEAD = 2  # sources after a role noun, of which one may be whom it means
_LAST = 8  # sources looked back for whom a pronoun stands for
_GLUED = re.compile(r"(?<=[a-z]{3})[.!?][”\"’)]?\s+(?=[A-Z])")
_FINITE = re.compile(r"(?<=\w{3}) (?:are|can|could|did|does|do|has|have|had|is|should|was|were|will|would)\b")
_REPEATED = re.compile(r"\b(?P<last>[A-Z][\w’'-]+)(?:\s\(?[A-Z][\w.’'-]*\)?){0,4}\s(?P=last)(?=[A-Z][a-z])")
_CAPITALS = re.compile(r"[Aa]n?\s[A-Z]{4,}$")
_RELATIVE = re.compile(r"\b(?:who|that|which|whose|what)\b")
_LEADING = re.compile(r"\b(?:[Tt]hose|[Aa]t) $")


def _without_clause(phrase: str) -> str:
    """A source without what it is said to do: "a cleric" of "a cleric has angered many by a ruling"."""
    verb = _FINITE.search(phrase)
    return phrase[: verb.start()] if verb and not _RELATIVE.search(phrase, 0, verb.start()) else phrase


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
        self._genders: dict[str, Gender] = {}  # of the sources, by name
        self._surnames: dict[str, bool] = {}  # the names that were looked at: whether they are a person's
        self._heard: list[tuple[int, str, bool]] = []
        self._descriptions: dict[str, dict[str, None]] = {}  # of each name, in order
        self._hops: dict[Span, tuple[str, ...]] = {}
        self._names = FullNames(text)
        self._full = self._names.by_surname
        self._named_later: dict[str, str] = {}
        sources = {a.source: a.rule for a in attributions if a.source is not None}
        self._oblique = {span for span, rule in sources.items() if rule.endswith(_OBLIQUE)}
        ordered = sorted(sources)
        for number, span in enumerate(ordered):
            self._hops[span] = self._read(span, ordered[number + 1 : number + 1 + _AHEAD])

    def resolve(self, span: Span) -> str:
        """The one spelling of whom a span names or refers to."""
        return self.hops(span)[0]

    def hops(self, span: Span) -> tuple[str, ...]:
        """All that a span names, origin first: ``officials cited by the Gazette`` are two."""
        known = self._hops.get(span) or self._read(span, ())
        return tuple(self._named_later.get(name, name) for name in known)

    def description(self, name: str) -> str:
        """The words with which a source was introduced, all of them; empty if it never was."""
        return "; ".join(self._descriptions.get(name, ()))

    def _read(self, span: Span, ahead: Sequence[Span]) -> tuple[str, ...]:
        origin, relay = split_relay(self._whole(span))
        name = self._referred(origin, span, ahead) or self._introduce(origin, span)
        self._heard.append((span.start, name, span in self._oblique))
        if relay is None:
            return (name,)
        return name, self._introduce(relay, span)

    def _whole(self, span: Span) -> str:
        """The words of a source with the pronoun or preposition that belongs to it: ``those aware of``."""
        before = _LEADING.search(self._text, max(0, span.start - 8), span.start)
        if before:
            return f"{before[0]}{span.text}"
        phrase = _GLUED.split(span.text)[-1]
        repeated = _REPEATED.search(phrase)
        return _without_clause(phrase[: repeated.end("last")] if repeated else phrase)

    def _introduce(self, phrase: str, span: Span) -> str:
        name, description = parse(phrase)
        name = self._completed(self._titled(_in_small_letters(name, phrase), phrase))
        description = "; ".join(filter(None, [description, self._apposition(name)]))
        self._name_earlier(name, description)
        gender = self._genders[name] = _gender(name, description)
        self._sources.append(Source(name, description, gender, span.start, span in self._oblique))
        if description:
            self._descriptions.setdefault(name, {})[description] = None
        return name

    def _name_earlier(self, name: str, description: str) -> None:
        """Note that "a contractor" was whom "the contractor, Ann Roe" names."""
        role = description.partition(";")[0]
        if person_in(name) is None or not role.lower().startswith("the ") or names_something(role):
            return
        unnamed = (
            s for s in reversed(self._sources) if s.name.islower() and head_of(s.name) == head_of(role)
        )
        if source := next(unnamed, None):
            self._named_later[source.name] = name

    def _completed(self, name: str) -> str:
        """A surname as the full name that goes before or after it in the article."""
        titled = has_role(name) and " of " in name and name[:1].isupper()
        if titled and (full := self._full.get(name.split()[-1])):
            return full
        if " " in name and person_in(name):
            return self._names.alone(name)
        if " " in name or not name[:1].isupper():
            return name
        return self._full.get(name, name)

    def _titled(self, name: str, phrase: str) -> str:
        """A name whose article is part of it: ``The Hague``, as the text writes it in mid-sentence."""
        if (
            phrase.startswith("The ")
            and name[:1].isupper()
            and f" The {name}" in self._text
            and re.search(rf"[a-z,] The {re.escape(name)}\b", self._text)
        ):
            return f"The {name}"
        return name

    def _apposition(self, name: str) -> str:
        place = self._text.find(name)
        if place < 0 or " " not in name or not name[:1].isupper():
            return ""
        after = _APPOSITION.match(self._text[place + len(name) : place + len(name) + _AROUND])
        before = _CLAUSE.split(self._text[max(0, place - _AROUND // 2) : place])[-1]
        return "; ".join(part.strip() for part in (before, after[1] if after else "") if has_role(part))

    def _referred(self, phrase: str, span: Span, ahead: Sequence[Span]) -> str | None:
        """The source that a pronoun or a role noun stands for."""
        plain = phrase.strip().casefold()
        plain = "who" if plain.startswith("who ") else plain
        if plain in words_of("relatives") and not phrase.isupper() and (meant := self._related(span, ahead)):
            return meant
        if plain in _PERSONAL and (told := self._told_of(plain, span)):
            return told
        for kind, gender in _PRONOUNS.items():
            if plain in words_of(kind):
                last = self._last_of(gender, plain, span)
                return last.name if last else None
        return self._by_role(phrase, span, ahead) if is_definite(phrase) else None

    def _last_of(self, gender: Gender, pronoun: str, span: Span) -> Source | None:
        """The last source before that a pronoun may mean; "he" is nobody of the other sex, and no thing."""
        if pronoun in _PERSONAL:
            people = (s for s in self._before(span) if s.gender == gender or self._is_surname(s.name))
            return _rather_speaking(s for s in people if not _is_other(pronoun, s))
        for others in (False, True):
            same = (s for s in self._before(span) if s.gender == gender)
            if last := _rather_speaking(s for s in same if others or not _is_other(pronoun, s)):
                return last
        return next(self._before(span), None)

    def _before(self, span: Span) -> Iterator[Source]:
        """The sources up to a span, the last one first."""
        return (source for source in reversed(self._sources) if source.place <= span.start)

    def _related(self, span: Span, ahead: Sequence[Span]) -> str | None:
        """What stands before "who", "which" or "that", if it is a noun phrase."""
        meant = relatives.antecedent(self._text, span.start, self._full.__contains__)
        if meant is None:
            return None
        return self._referred(meant.text, meant, ahead) or self._introduce(meant.text, meant)

    def _told_of(self, pronoun: str, span: Span) -> str | None:
        """The person whom the sentences before "he" or "she" tell of."""
        people = [
            referents.Known(place, name, self.description(name), aside)
            for place, name, aside in self._heard[-_LAST:]
            if place < span.start and (self._genders.get(name) == "person" or self._is_surname(name))
        ]
        return referents.person(self._text, span.start, pronoun, self._full, people)

    def _is_surname(self, name: str) -> bool:
        """Whether a name of one word can be a person's: no state or body, and no word of the text as well."""
        if name not in self._surnames:
            self._surnames[name] = self._may_be_surname(name)
        return self._surnames[name]

    def _may_be_surname(self, name: str) -> bool:
        if " " in name or not name[:1].isupper() or name.isupper() or is_nobody(name):
            return False
        plain = name.casefold()
        known = plain in stopwords() or plain in places.states() or not is_named(plain)
        if known or plain not in self._text:
            return not known
        return re.search(rf"\b{re.escape(plain)}\b", self._text) is None

    def _by_role(self, phrase: str, span: Span, ahead: Sequence[Span]) -> str | None:
        head = head_of(phrase)
        if names_something(phrase):
            return None
        for kind in ("anonymous", "channels", "outlets", "documents"):
            if head in words_of(kind):
                same = (s for s in self._before(span) if _is_kind(s, kind) and _may_be(phrase, head, s))
                return next((source.name for source in same), None)
        if head not in words_of("roles") or person_in(phrase) is not None:
            return None
        people = (s for s in self._before(span) if s.gender == "person")
        last = next((s for s in people if head in plain_words(s.description)), None)
        return last.name if last else self._person_ahead(ahead)

    def _person_ahead(self, ahead: Sequence[Span]) -> str | None:
        """A person named right after: "No, says the former minister.  Ann Roe argued …"."""
        for span in ahead:
            name, _ = parse(span.text)
            if person_in(name) and " " in self._completed(name):
                return self._completed(name)
        return None


def _rather_speaking(sources: Iterator[Source]) -> Source | None:
    """The first source, or if it was named beside the one who speaks, the first one that was not."""
    first = next(sources, None)
    if first is None or not first.oblique:
        return first
    return next((source for source in sources if not source.oblique), first)


def _in_small_letters(name: str, phrase: str) -> str:
    """What is in capitals for emphasis alone: ``A SCHOOLBOY``."""
    return name.lower() if _CAPITALS.match(phrase.partition(" who ")[0]) else name


def _may_be(phrase: str, head: str, source: Source) -> bool:
    """Whether a source is all that a phrase says: "the doping agency" is no other agency."""
    said = plain_words(phrase) - stopwords() - {head, "news"}
    return said <= plain_words(f"{source.name} {source.description}")


def _is_kind(source: Source, kind: str) -> bool:
    words = plain_words(f"{source.name} {source.description}")
    if kind == "channels":
        return bool(words & (words_of("channels") | words_of("platforms")))
    if kind == "anonymous":
        return bool(words & words_of("anonymous"))
    return bool(words & words_of(kind)) or (kind == "outlets" and source.gender == "thing")


def _gender(name: str, description: str) -> Gender:
    heads = {head_of(part) for part in (name, *description.split(";"))}
    if not (words_of("channels") | words_of("outlets")).isdisjoint(heads):
        return "thing"
    body = "body" in kinds().get(name.split()[-1].casefold() if name else "", ())
    if not body and (person_in(name) is not None or (has_role(description) and name[:1].isupper())):
        return "person"
    head = head_of(name)
    if head.endswith("s") and not name[:1].isupper():
        return "group"
    return "person" if head in words_of("roles") or head in words_of("anonymous") else "thing"


def _is_other(pronoun: str, source: Source) -> bool:
    """Whether a source is known for a man where "she" is meant, or for a woman where "he" is."""
    excluded = {"she": "male", "her": "male", "he": "female", "him": "female"}.get(pronoun)
    return excluded is not None and referents.sex_of(source.name, source.description) == excluded
