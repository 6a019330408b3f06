"""The timeline of a claim with the people in it: who asserted, denied, repeated after the denial."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as day

from tui.model import PUTS_FORWARD, Mention, Stance
from tui.workspace.dossier import Dossier, name_party, weakness
from tui.workspace.timeline import Moment, Target, place_of


@dataclass(frozen=True, slots=True)
class Event:
    """A moment of the timeline with who spoke, the path it came by, and the plainest words.

    `target` is the span of the words; `days` are those since the dated event before it, None for the
    first one and undated ones.
    """

    moment: Moment
    parties: tuple[str, ...]
    chain: tuple[str, ...]
    words: str
    target: Target
    days: int | None


def narrate(dossier: Dossier) -> tuple[Event, ...]:
    """The timeline's moments in their order, undated ones last."""
    alike: dict[tuple[str, Stance], list[Mention]] = {}
    placed: dict[Target, Mention] = {}
    for mention in dossier.claim.mentions:
        placed.setdefault(place_of(mention), mention)
        alike.setdefault((mention.article, mention.stance), []).append(mention)
    events = []
    before: str | None = None
    for moment in dossier.timeline:
        here = placed[moment.target]
        taking = [here] if here.stance in PUTS_FORWARD else alike[here.article, here.stance]
        events.append(_event(moment, taking, _days(before, moment.date)))
        before = moment.date or before
    return tuple(events)


def _event(moment: Moment, taking: Sequence[Mention], days: int | None) -> Event:
    """The event of a mention that carries the claim, or of all in its article that take the same stance."""
    best = min(taking, key=weakness)
    carries = best.stance in PUTS_FORWARD
    parties = () if carries else _parties(taking, moment.label)
    return Event(moment, parties, best.chain if carries else (), best.text, place_of(best), days)


def _parties(mentions: Sequence[Mention], outlet: str) -> tuple[str, ...]:
    """Each party once, a voice with all who speak for it."""
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.voice or mention.by or "", []).append(mention)
    return tuple(name_party(group, outlet) for group in grouped.values())


def _days(before: str | None, date: str | None) -> int | None:
    if before is None or date is None:
        return None
    return (day.fromisoformat(date) - day.fromisoformat(before)).days


def tally(events: Sequence[Event]) -> tuple[tuple[str, int], ...]:
    """What was done with the claim and by how many articles, in the order it first happened."""
    counts: dict[str, int] = {}
    for event in events:
        counts[event.moment.what] = counts.get(event.moment.what, 0) + 1
    return tuple(counts.items())
