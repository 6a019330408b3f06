"""Where each word of a corpus stands: in which claims, at which place there, in the names of which articles.

The words of a claim are those of its text, then of each mention that says it in other words.  Between two
such passages one place is left free, so that no phrase reaches from one into the next.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from tui.model import Article, Claim
from tui.workspace import press
from tui.workspace.press import Press

_WORD = re.compile(r"\w+")
_BLOCK = 2000  # words stored together
BETWEEN = "\n"  # is part of no word


_NOWHERE: array[int] = array("I")


class Occurrences(NamedTuple):
    """A word's claims, one for each time it stands there, and its place in each."""

    claims: array[int]
    places: array[int]


class Concordance(NamedTuple):
    """Each word with where it occurs, the articles named with it, and how many places each claim takes."""

    words: Mapping[str, Occurrences]
    names: Mapping[str, array[int]]
    lengths: array[int]


def words(text: str) -> list[str]:
    """The words of a text as they are searched."""
    return _WORD.findall(text.casefold())


def find(claims: Sequence[Claim], articles: Sequence[Article]) -> Concordance:
    """The words of the claims, and those of the articles' titles, publishers and files."""
    found: dict[str, Occurrences] = defaultdict(lambda: Occurrences(array("I"), array("I")))
    named: dict[str, array[int]] = defaultdict(lambda: array("I"))
    lengths = array("I")
    for position, claim in enumerate(claims):
        place = 0
        for passage in _passages(claim):
            for place, word in enumerate(passage, place):  # noqa: B020  counts on
                claimed, places = found[word]
                claimed.append(position)
                places.append(place)
            place += 2
        lengths.append(place)
    for number, article in enumerate(articles):
        for word in _name(article):
            named[word].append(number)
    return Concordance(found, named, lengths)


def rows(concordance: Concordance) -> Iterator[tuple[Any, ...]]:
    """Blocks of words in alphabetical order: number, words, how often each occurs, and where.

    How often in claims comes before how often in articles.
    """
    found, named = concordance.words, concordance.names
    nowhere = Occurrences(_NOWHERE, _NOWHERE)
    for number, block in enumerate(press.batches(sorted({*found, *named}), _BLOCK)):
        claims, places = zip(*(found.get(word, nowhere) for word in block), strict=True)
        articles = tuple(named.get(word, _NOWHERE) for word in block)
        counts = press.pack_numbers(map(len, (*claims, *articles)))
        yield (
            number,
            Press(b"").pack(BETWEEN.join(block).encode()),
            counts,
            press.pack(chain.from_iterable(claims)),
            press.pack_numbers(chain.from_iterable(places)),
            press.pack(chain.from_iterable(articles)),
        )


def _passages(claim: Claim) -> Iterator[list[str]]:
    others = dict.fromkeys(m.text for m in claim.mentions if not _is_told(m.text, claim.text))
    return map(words, (claim.text, *others))


def _is_told(text: str, claim: str) -> bool:
    """Whether a claim has the words of a text: "a" is in "tram" as letters only."""
    if text == claim:
        return True
    start = claim.find(text)
    end = start + len(text)
    return start >= 0 and not _WORD.match(claim[start - 1 : start]) and not _WORD.match(claim[end : end + 1])


def _name(article: Article) -> set[str]:
    file = (article.path or "").rpartition("/")[2]
    return set(words(f"{article.title or ''} {article.publisher or ''} {file}"))
