"""Attributions that only headlines have: “Bridge unsafe, engineers say”, “Minister: …”, “…: report”."""

from __future__ import annotations

import re
from functools import cache

from tui.language.attribution.cues import Candidate
from tui.language.attribution.pins import Pin, reading, settled
from tui.language.attribution.sketches import Sketch
from tui.language.attribution.sources import Cue, Option
from tui.language.lexicon import words
from tui.language.roles import kinds

_LEAST = 3  # tokens of what is said
_HEARER = re.compile(r"[DALJ]{0,3}[.”]*$")  # “survivors tell (court)”


def tail(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“Bridge Unsafe, Engineers Say”: a headline that ends in a name and a verb of saying."""
    place, tags = candidate.place, sketch.tags
    if not sketch.heading or place < 3 or not _closes(candidate, tags):
        return None
    comma = tags.rfind(",", 0, place)
    if comma < 2 or not 0 < place - comma - 1 < 8 or "V" in tags[comma:place]:
        return None
    return Pin(settled(candidate, place, place + 1), Option(comma + 1, place, "L"), "L", (0, comma))


def _closes(candidate: Candidate, tags: str) -> bool:
    """Whether a verb of saying, or of what studies do, ends the headline, but for whom it is said to."""
    after = tags[candidate.place + 1 :]
    if candidate.lemma == "tell":
        return _HEARER.match(after) is not None
    return candidate.lemma in reading() | words("cues", "showing") and not after.strip(".”?")


def label(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“Minister: Taxes will rise”, “Report: Bridge unsafe”, at the head of an article."""
    place, tags = candidate.place, sketch.tags
    if candidate.form != ":" or place > 5 or len(tags) < place + 4 or ":" in tags[:place]:
        return None
    if not (sketch.heading or sketch.number == 0) or tags[:place].strip("DALJ1SVvgI"):
        return None
    last = sketch.norms[place - 1]
    if last in words("cues", "labels") or not (last in kinds() or tags[place - 1] == "A"):
        return None
    end = len(tags) - 1 if tags[-1] == "." else len(tags)
    return Pin(settled(candidate, place, place + 1), Option(0, place, "L"), "R", (place + 1, end))


def labelled_tail(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“Two bidders left for airline: report”, “…: police”."""
    return _ended(sketch, settled(candidate, candidate.place, candidate.place + 1))


def dashed(sketch: Sketch) -> list[Pin]:
    """“Striker agrees move to Lisbon – reports”: the same behind a dash."""
    place = sketch.tags.rfind("-")
    pin = _ended(sketch, Cue(place, place + 1, place, ":", ":"))
    return [pin] if pin else []


def _ended(sketch: Sketch, cue: Cue) -> Pin | None:
    """What stands before a mark and one of those who say things, at the end of a headline."""
    place, tags = cue.begin, sketch.tags
    if not sketch.heading or place < _LEAST or sketch.norms[place + 1 :][-1:] == ["?"]:
        return None
    if not 0 < len(tags) - place - 1 <= 2 or sketch.norms[-1] not in _sayers() or tags[place + 1] in "PX":
        return None
    return Pin(cue, Option(place + 1, len(tags), "R"), "L", (0, place))


@cache
def _sayers() -> frozenset[str]:
    """Nouns that are named without a verb as who says it: “…: report”, “… – sources”."""
    return words("cues", "sayers")
