"""Lists of positions as bytes: which claims and articles hold a status, a voice, a date…

A field is one of those a query can name.  Values are casefolded.  Positions are those of the
index: claims in the order of the analysis, articles in the order of the list.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tui.model import STATUSES, Article, Claim, Status
from tui.workspace import press

_URGENT: tuple[Status, ...] = ("disputed", "denied", "unverified")

Holders = tuple["array[int]", "array[int]"]  # claims, articles
Postings = dict[str, dict[str, Holders]]  # by field and value


def post(claims: Sequence[Claim], articles: Sequence[Article], places: Mapping[str, int]) -> Postings:
    """The claims and the articles that hold each value of each field.

    `articles` are in the order of the list; `places` maps an article's id to its position there.
    """
    found: Postings = {}
    for position, claim in enumerate(claims):
        holders = array("I", {places[mention.article] for mention in claim.mentions})
        _note(found, _claim_values(claim), array("I", (position,)), holders)
    carried = _carried(claims, places)
    for place, article in enumerate(articles):
        here = array("I", (place,))
        _note(found, _article_values(article), array("I", carried.get(place, ())), here)
    return found


def field_rows(found: Postings) -> Iterator[tuple[Any, ...]]:
    """One row for each value of each field: field, value, packed claims, packed articles."""
    for field, values in sorted(found.items()):
        for value, held in sorted(values.items()):
            yield field, value, *(press.pack(sorted(set(positions))) for positions in held)


def _note(
    found: Postings,
    values: Mapping[str, Iterable[str]],
    claims: array[int],
    articles: array[int],
) -> None:
    for field, held in values.items():
        known = found.setdefault(field, {})
        for value in held:
            holders = known.get(value)
            if holders is None:
                holders = known[value] = (array("I"), array("I"))
            holders[0].extend(claims)
            holders[1].extend(articles)


def _carried(claims: Sequence[Claim], places: Mapping[str, int]) -> dict[int, set[int]]:
    carried: dict[int, set[int]] = {}
    for position, claim in enumerate(claims):
        for mention in claim.mentions:
            carried.setdefault(places[mention.article], set()).add(position)
    return carried


def _claim_values(claim: Claim) -> dict[str, set[str]]:
    return {
        "status": {claim.status},
        "flag": {flag.casefold() for flag in claim.flags},
        "origin": {origin.casefold() for origin in claim.origins},
        "voice": {mention.voice.casefold() for mention in claim.mentions if mention.voice},
        "by": {mention.by.casefold() for mention in claim.mentions if mention.by},
    }


def _article_values(article: Article) -> dict[str, set[str]]:
    return {
        "publisher": {article.publisher.casefold()} if article.publisher else set(),
        "date": {article.date} if article.date else set(),
    }


# What claims are sorted by, the smaller numbers first: see `_standing`
_ORDERS: dict[str, tuple[str, ...]] = {
    "attention": ("calm", "reach", "status", "size"),
    "recurrence": ("reach", "size", "status"),
    "newest": ("age", "reach"),
    "status": ("status", "reach", "size"),
    "origins": ("origins", "reach", "status"),
}


def sort(claims: Sequence[Claim], dates: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """For each way to sort, its name and the claims' positions in that order; `dates` by article id."""
    columns = {name: array("q") for name in ("calm", "reach", "status", "size", "age", "origins")}
    for claim in claims:
        for name, number in _standing(claim, dates).items():
            columns[name].append(number)
    for name, order in _ORDERS.items():
        positions = array("I", range(len(claims)))
        for column in reversed(
            order
        ):  # sorting is stable: no tuples, of which there would be as many as claims
            positions = array("I", sorted(positions, key=columns[column].__getitem__))
        yield name, press.pack(positions)


def spread(claim: Claim) -> int:
    """In how many articles a claim recurs."""
    return len({mention.article for mention in claim.mentions})


def _standing(claim: Claim, dates: Mapping[str, str]) -> dict[str, int]:
    newest = max((dates.get(mention.article, "") for mention in claim.mentions), default="")
    return {
        "calm": claim.status not in _URGENT,
        "reach": -spread(claim),
        "status": STATUSES.index(claim.status),
        "size": -len(claim.mentions),
        "age": -int(newest.replace("-", "") or 0),
        "origins": -len(claim.origins),
    }
