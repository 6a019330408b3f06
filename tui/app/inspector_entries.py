"""A claim's dossier as the inspector's entries: headings, sentences, and rows that lead to a span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app.marks import STANCE, STATUS, Marks
from tui.report.page import behind

if TYPE_CHECKING:
    from tui.workspace.dossier import Dossier, Moment, NumberRow, Party, Recurrence, Target

Pieces = tuple[tuple[str, str], ...]


class Entry(NamedTuple):
    """A paragraph of styled pieces; with a `target` it can be selected and followed.

    `guide` stands before its first line, `below`, as wide, before the others.
    """

    pieces: Pieces
    target: Target | None = None
    indent: int = 0
    guide: str = ""
    below: str = ""

    @property
    def text(self) -> str:
        """The pieces without their styles."""
        return "".join(text for text, _ in self.pieces)

    @property
    def belongs(self) -> bool:
        """Whether it says more about the entry above it."""
        return self.target is None and bool(self.indent or self.guide)


BLANK = Entry((("", "plain"),))


def compose(dossier: Dossier, marks: Marks) -> tuple[Entry, ...]:
    """Everything the inspector shows of a claim, top to bottom; all text cleaned for the terminal."""
    entries = [*_head(dossier, marks)]
    for title, rows in _sections(dossier, marks):
        if rows:
            entries += [BLANK, Entry(((title, "heading"),)), *rows]
    clean = marks.charset.say
    return tuple(e._replace(pieces=tuple((clean(text), style) for text, style in e.pieces)) for e in entries)


def _head(dossier: Dossier, marks: Marks) -> Iterator[Entry]:
    claim = dossier.claim
    yield Entry(((claim.text, "bold"),))
    mark = STATUS[claim.status]
    yield Entry(((f"{marks.status(claim.status)} ", mark.style), (dossier.status_words, mark.style)))
    for name, reason in dossier.flags:
        yield Entry(((name, "flag"), (behind(name, reason), "plain")))
    if dossier.counted:
        yield Entry((("origins", "dim"), (behind("origins", dossier.counted), "plain")))
    if dossier.decision is not None:
        decision = dossier.decision
        yield Entry((("Decided: ", "plain"), (decision.verdict, "bold"), (f", {decision.time[:10]}", "dim")))
        if decision.reopened:
            yield Entry(((f"{marks.sign.reopened} Reopened: {decision.reopened}", "warn"),))
    if dossier.note:
        yield Entry(((f"{marks.sign.note} Note: ", "plain"), (dossier.note, "plain")))
    if dossier.tags:
        yield Entry((("Tags: ", "plain"), (" ".join(dossier.tags), "flag")))


def _sections(dossier: Dossier, marks: Marks) -> Iterator[tuple[str, Sequence[Entry]]]:
    yield "Denied or not confirmed by", [e for party in dossier.parties for e in _party(party, marks)]
    articles = f"{dossier.article_count} article{'s' * (dossier.article_count != 1)}"
    origins = f"{dossier.origin_count} origin{'s' * (dossier.origin_count != 1)}"
    named = f": {', '.join(dossier.origins)}" if dossier.origins else ""
    recurrences = [e for row in dossier.recurrences for e in _recurrence(row, marks)]
    yield f"Recurs in {articles}, {origins}{named}", recurrences
    yield "Numbers", [e for row in dossier.numbers for e in _numbers(row)]
    yield "Timeline", [_moment(moment) for moment in dossier.timeline]


def _party(party: Party, marks: Marks) -> Iterator[Entry]:
    """Who, its own stance word, where; then its words."""
    kind = "".join(
        f" ({word})" for word in ("partly",) * party.partial + ("by implication",) * party.implicit
    )
    name, stance = (party.name, "bold"), (f" {STANCE[party.stance]}{kind}", "warn")
    yield Entry((name, stance, (f" {marks.sign.dot} {party.article}", "dim")), party.target)
    yield Entry(((marks.quote(party.words), "plain"),), None, 2)


def _recurrence(row: Recurrence, marks: Marks) -> Iterator[Entry]:
    """Where and how, the chain, the words that differ."""
    how = f" {marks.sign.dot} {row.kind} {marks.sign.dot} {STANCE[row.stance]}"
    yield Entry(((row.label, "bold"), (how, "dim")), row.target)
    if row.chain:
        yield Entry(((marks.chain(row.chain), "good"),), None, 2)
    yield Entry(tuple(_marked(row.text, row.differs)), None, 2)


def _marked(text: str, differs: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    at = 0
    for start, end in differs:
        yield text[at:start], "plain"
        yield text[start:end], "differs"
        at = end
    yield text[at:], "plain"


def _numbers(row: NumberRow) -> Iterator[Entry]:
    """A quantity and whether its values agree; then each value as written."""
    style = "warn" if row.relation == "conflict" else "dim"
    yield Entry(((row.quantity, "bold"), (f" {row.relation}", style)))
    for label, text, target in row.values:
        yield Entry(((text, "plain"), (f"  {label}", "dim")), target, 2)


def _moment(moment: Moment) -> Entry:
    style = "plain" if moment.what == "asserted" else "warn"
    return Entry(
        ((f"{moment.date or 'undated':10} ", "dim"), (f"{moment.label} ", "bold"), (moment.what, style)),
        moment.target,
    )
