"""What each article did with a claim, in order of date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.model import PUTS_FORWARD, Mention, Stance


@dataclass(frozen=True, slots=True)
class Label:
    """How an article is named beside a row; `order` is its place in the article list."""

    name: str
    date: str | None
    order: int
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """The span a row rests on."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Moment:
    """What one article did with the claim, in order of date."""

    date: str | None
    label: str
    what: str
    target: Target


def place_of(mention: Mention) -> Target:
    """The span of a mention."""
    return Target(mention.article, mention.start, mention.end)


_ANSWERS: Mapping[Stance, str] = {
    "denies": "denied",
    "doubts": "doubted",
    "cannot-confirm": "could not confirm",
    "no-comment": "no comment",
}


def tell(mentions: Sequence[Mention], labels: Mapping[str, Label]) -> tuple[Moment, ...]:
    """For each article by date (undated last): that it carries the claim, then each kind of answer in it.

    An article in which somebody confirms what was denied does not carry it without the denial.
    """
    denials = {mention.article for mention in mentions if mention.stance == "denies"}
    upheld = {mention.article for mention in mentions if mention.stance == "supports"}
    dates = sorted(date for article in denials if (date := labels[article].date))
    moments: list[tuple[tuple[str, int], Moment]] = []
    for mention in _firsts(mentions):
        label = labels[mention.article]
        if mention.stance in PUTS_FORWARD:
            confirmed = mention.article in upheld and denials
            what = "confirmed" if confirmed else _carried(mention.article, label.date, denials, dates)
        else:
            what = _ANSWERS[mention.stance]
        when = (label.date or "9999", label.order)
        moments.append((when, Moment(label.date, label.name, what, place_of(mention))))
    return tuple(moment for _, moment in sorted(moments, key=lambda pair: pair[0]))


def _firsts(mentions: Iterable[Mention]) -> list[Mention]:
    """The first mention of each kind in each article, carrying ones (confirming first) before answers."""
    seen: dict[tuple[str, str], Mention] = {}
    for mention in sorted(mentions, key=lambda mention: mention.stance != "supports"):
        kind = "carries" if mention.stance in PUTS_FORWARD else mention.stance
        seen.setdefault((mention.article, kind), mention)
    return sorted(seen.values(), key=lambda mention: mention.stance not in PUTS_FORWARD)


def _carried(article: str, date: str | None, denials: set[str], dates: Sequence[str]) -> str:
    """In words, an article that carries the claim: before, with, after or without the denials of others.

    `dates` are those of the articles with a denial, sorted.  An article of the day of the first denial
    may have been written before it: it carried the claim without the denial, no more.
    """
    if not denials or article in denials:
        return "asserted"
    if date and dates and date > dates[0]:
        return "repeated after the denial"
    before = date and len(dates) == len(denials) and date < dates[0]
    return "asserted" if before else "carried without the denial"
