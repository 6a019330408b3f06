"""People who stand for a state in the news: what Norway's prime minister asks for, Norway asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import takewhile

from tui.claims.terms import Terms, countries, term
from tui.language import lexicon


@cache
def _heads() -> frozenset[tuple[str, ...]]:
    """The offices of those who stand for a state, as terms."""
    return frozenset(tuple(map(term, office.split())) for office in lexicon.load("places")["heads"])


@cache
def _office_words() -> frozenset[str]:
    return frozenset(word for office in _heads() for word in office)


def aliases(statements: Iterable[Terms]) -> dict[str, str]:
    """The people who stand for a state there ("Norway's prime minister Ada Berg"): surname -> country."""
    found: dict[str, Counter[str]] = {}
    for statement in statements:
        if not (statement.bag.isdisjoint(_office_words()) or statement.bag.isdisjoint(countries())):
            for person, country in _offices(statement):
                found.setdefault(person, Counter())[country] += 1
    return {person: min(of, key=lambda country: (-of[country], country)) for person, of in found.items()}


def _offices(statement: Terms) -> Iterator[tuple[str, str]]:
    """Name and country, where the words are country, office, name, or name, office, country."""
    words = statement.words
    people = statement.names - countries()
    for start, stop in ((i, i + n) for i in range(1, len(words)) for n in (1, 2)):
        if words[start:stop] in _heads():
            before, after = words[start - 1], words[stop : stop + 3]
            run = list(takewhile(people.__contains__, after))
            if before in countries() and run:
                yield run[-1], before
            elif before in people and after and after[0] in countries():
                yield before, after[0]


def renamed(statement: Terms, names: Mapping[str, str]) -> Terms:
    """The statement with some of its names replaced by others."""
    if statement.bag.isdisjoint(names):
        return statement
    words = tuple(names.get(word, word) for word in statement.words)
    return replace(
        statement,
        words=words,
        bag=frozenset(words),
        names=frozenset(names.get(word, word) for word in statement.names),
        key=" ".join(sorted(words)),
    )
