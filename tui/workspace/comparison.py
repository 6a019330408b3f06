"""Two mentions of one claim held against each other: what differs, and how their figures relate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.model import Claim, Mention, NumberGroup, NumberValue, Relation, Sentence
from tui.workspace.dossier import differing
from tui.workspace.drift import are_apart

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

    The relation is that of the quantity; ``single`` where only one of the two has a value, ``agree`` where
    the conflict is with others.
    """
    pairs = []
    for group in claim.numbers:
        ours, theirs = _values(group, left), _values(group, right)
        if ours or theirs:
            written = [tuple(value.text for value in values) for values in (ours, theirs)]
            pairs.append(FigurePair(group.quantity, _relation(group, ours, theirs), *written))
    return tuple(pairs)


def _relation(group: NumberGroup, ours: Sequence[NumberValue], theirs: Sequence[NumberValue]) -> Relation:
    if not ours or not theirs:
        return "single"
    apart = any(are_apart(a, b) for a in ours for b in theirs)
    return "agree" if group.relation == "conflict" and not apart else group.relation


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
