"""Two mentions of one claim held against each other: what differs, and how their figures relate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.model import Claim, Mention, NumberGroup, NumberValue, Relation, Sentence
from tui.workspace.dossier import differing

_DIGIT = re.compile(r"\d")
_MOST = 240  # characters of context kept on each side


@dataclass(frozen=True, slots=True)
class Difference:
    """A span of a mention's text that the other mention does not have; `figure`: it is a figure or date."""

    start: int
    end: int
    figure: bool


@dataclass(frozen=True, slots=True)
class FigurePair:
    """What two mentions give for one quantity, as written; empty where a mention has none."""

    quantity: str
    relation: Relation
    left: tuple[str, ...]
    right: tuple[str, ...]


def differences(mention: Mention, other: Mention, claim: Claim) -> tuple[Difference, ...]:
    """The words and figures of `mention` that `other` does not have in that order, without overlaps."""
    figures = [
        (value.start - mention.start, value.end - mention.start)
        for group in claim.numbers
        for value in _values(group, mention)
    ]
    found: list[Difference] = []
    for start, end in differing(other.text, mention.text):
        for piece in _pieces(mention.text, start, end, figures):
            _append(found, piece, mention.text)
    return tuple(found)


def _pieces(text: str, start: int, end: int, figures: Sequence[tuple[int, int]]) -> Iterator[Difference]:
    """start..end word by word, each a figure if it has a digit or stands in one of `figures`."""
    for match in re.compile(r"\S+").finditer(text, start, end):
        inside = any(a < match.end() and match.start() < b for a, b in figures)
        yield Difference(match.start(), match.end(), inside or bool(_DIGIT.search(match.group())))


def _append(found: list[Difference], piece: Difference, text: str) -> None:
    """Add `piece`, joined to the one before if only blanks part them and both are of one kind."""
    if found and found[-1].figure == piece.figure and not text[found[-1].end : piece.start].strip():
        piece = Difference(found.pop().start, piece.end, piece.figure)
    found.append(piece)


def figure_pairs(claim: Claim, left: Mention, right: Mention) -> tuple[FigurePair, ...]:
    """The quantities of which at least one of the two mentions gives a value.

    The relation is that of the two alone where only one of them has a value, else that of the quantity.
    """
    pairs = []
    for group in claim.numbers:
        ours = tuple(value.text for value in _values(group, left))
        theirs = tuple(value.text for value in _values(group, right))
        if ours or theirs:
            relation = group.relation if ours and theirs else "single"
            pairs.append(FigurePair(group.quantity, relation, ours, theirs))
    return tuple(pairs)


def _values(group: NumberGroup, mention: Mention) -> list[NumberValue]:
    return [
        value
        for value in group.values
        if value.article == mention.article and mention.start <= value.start and value.end <= mention.end
    ]


def opposite(mentions: Sequence[Mention], index: int) -> int:
    """The mention to hold against mention `index`: the next one of another article, else the next one."""
    rest = [number % len(mentions) for number in range(index + 1, index + len(mentions))]
    elsewhere = (number for number in rest if mentions[number].article != mentions[index].article)
    return next(elsewhere, rest[0] if rest else index)


def surroundings(text: str, sentences: Sequence[Sentence], start: int, end: int) -> tuple[str, str]:
    """What stands before start..end and after it in its sentences, at most 240 characters each."""
    around = [s.span for s in sentences if s.span.overlap(start, end)]
    first = min((span.start for span in around), default=start)
    last = max((span.end for span in around), default=end)
    return text[max(first, start - _MOST) : start], text[end : min(last, end + _MOST)]
