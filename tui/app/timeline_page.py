"""The timeline of a claim: what each article did with it, by date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tui.app.entry_page import EntryPage
from tui.app.guides import guides
from tui.app.inspector_entries import BLANK, Entry
from tui.app.marks import Marks
from tui.app.paragraphs import Piece
from tui.workspace.history import Event, narrate, tally

if TYPE_CHECKING:
    from tui.workspace.dossier import Dossier

_SIGNS = {
    "asserted": ("●", "+"),
    "confirmed": ("●", "+"),
    "denied": ("✗", "x"),
    "doubted": ("?", "?"),
    "could not confirm": ("?", "?"),
    "no comment": ("–", "-"),
    "repeated after the denial": ("▲", "!"),
    "carried without the denial": ("○", "o"),
}


class TimelinePage(EntryPage):
    """Dates as headings, events below them on a line."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__("sheet")
        self._dossier = dossier
        self.empty = "Nothing is known of this claim."

    def on_mount(self) -> None:
        """Compose once the terminal's charset is known."""
        self.fill(compose(self._dossier, self.marks))


def compose(dossier: Dossier, marks: Marks) -> tuple[Entry, ...]:
    """The timeline as entries, clean for the terminal."""
    events = narrate(dossier)
    entries = [_summary(events, marks)]
    for date, group in groupby(events, key=lambda event: event.moment.date):
        entries += [BLANK, *_day(date, list(group), marks)]
    clean = marks.charset.say
    return tuple(e._replace(pieces=tuple((clean(text), style) for text, style in e.pieces)) for e in entries)


def _summary(events: Sequence[Event], marks: Marks) -> Entry:
    told = (f"{what}: {count}" for what, count in tally(events))
    return Entry(((f" {marks.sign.dot} ".join(told), "bold"),))


def _day(date: str | None, events: Sequence[Event], marks: Marks) -> Iterator[Entry]:
    days = events[0].days
    later = f"  {days} day{'s' * (days != 1)} later" if days else ""
    yield Entry(((date or "undated", "heading"), (later, "dim")))
    line = guides(marks.charset)
    for number, event in enumerate(events, 1):
        last = number == len(events)
        below = line.blank if last else line.pipe
        yield Entry(_what(event, marks), event.target, 0, line.corner if last else line.tee, below)
        words = " ".join(event.words.split())
        yield Entry(((marks.quote(words), "plain"),), None, 0, below + line.blank, below + line.blank)


def _what(event: Event, marks: Marks) -> tuple[Piece, ...]:
    """Which outlet, what it did, and who spoke or by which path it came."""
    what = event.moment.what
    sign = _SIGNS[what][marks.charset.ascii]
    style = "plain" if what == "asserted" else "warn"
    who = "; ".join(event.parties) or marks.chain(event.chain)
    pieces: tuple[Piece, ...] = ((f"{sign} ", style), (event.moment.label, "bold"), (f"  {what}", style))
    return (*pieces, (f" {marks.sign.dot} {who}", "good")) if who else pieces
