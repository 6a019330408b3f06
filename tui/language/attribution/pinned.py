"""Constructions that leave nothing to weigh: a form of words that is always an attribution.

“…, reported CNN.” · “as per the ministry” · “Silva was quoted as saying by the agency” · “…, the paper
reported in May.”
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui.language.attribution.cues import Candidate
from tui.language.attribution.sketches import Sketch
from tui.language.attribution.sources import CHUNK, Cue, Option
from tui.language.lexicon import words
from tui.language.roles import kinds

PHRASE = re.compile(r"[DALJ1SvZ](?:[DALJ1SvZ“”]*[DALJ1Sv”])?(?:[IC][DALJ1SvZ]*[ALJ1])*")
SAYING = frozenset(("saying", "telling", "stating", "claiming"))


class Pin(NamedTuple):
    """A cue whose source, or the side of its content, or both, are settled."""

    cue: Cue
    source: Option | None
    side: str | None


@cache
def speech() -> frozenset[str]:
    """Verbs that follow what they report: “…, said Silva”."""
    return words("cues", "postposed")


def find(sketch: Sketch, candidates: list[Candidate]) -> list[Pin]:
    """The settled cues of a sentence, in order."""
    found = []
    for candidate in candidates:
        for construction in CONSTRUCTIONS:
            if pin := construction(sketch, candidate):
                found.append(pin)
                break
    return found


def _cue(candidate: Candidate, begin: int, end: int) -> Cue:
    return Cue(begin, end, candidate.place, candidate.lemma, candidate.form)


def inverted_tail(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“…, reported CNN.”: a comma, a verb of saying, a name or role, the end."""
    place, lemma, form = candidate
    tags = sketch.tags
    if form != "V" or lemma not in speech() or not place or tags[place - 1] not in ",”":
        return None
    phrase = PHRASE.match(tags, place + 1)
    if not phrase or tags[phrase.end() :].strip(".”)") or not _can_speak(sketch, *phrase.span()):
        return None
    return Pin(_cue(candidate, place, place + 1), Option(*phrase.span(), "R"), "L")


def _can_speak(sketch: Sketch, begin: int, end: int) -> bool:
    """Whether the phrase holds a name, or ends in a role noun."""
    shape = sketch.tags[begin:end]
    head = re.split("[IC]", shape)[0]
    if "A" in head:
        return True
    return sketch.norms[begin + len(head) - 1] in kinds() and shape[0] == "D"


def short_tail(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“…, the paper reported in May.”, “…, CNN reported citing officials.”: only a circumstance follows."""
    place, lemma, form = candidate
    tags = sketch.tags
    if form != "V" or lemma not in speech() or tags[place + 1 : place + 2] not in ("I", "Z", "R", "g", "."):
        return None
    if tags[place + 1] == "g" and sketch.norms[place + 1] not in ("citing", "quoting"):
        return None
    if re.search("[VXTW,“(;:-]", tags[place + 1 :].rstrip(".”)")):
        return None
    for match in CHUNK.finditer(tags, max(0, place - 8), place):
        if match.end() == place and match.start() > 2 and tags[match.start() - 1] in ",”":
            return Pin(_cue(candidate, place, place + 1), Option(*match.span(), "L"), "L")
    return None


def as_per(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“as per the ministry”, “per a person familiar with the talks”."""
    place, tags = candidate.place, sketch.tags
    if candidate.lemma != "per":
        return None
    begin = place - 1 if place and sketch.norms[place - 1] == "as" else place
    phrase = PHRASE.match(tags, place + 1)
    if not phrase or (begin == place and "A" not in phrase.group() and tags[place + 1] != "D"):
        return None
    if begin and tags[begin - 1] not in ",”-(.:;L" or sketch.norms[place + 1] in ("cent", "capita"):
        return None
    return Pin(_cue(candidate, begin, place + 1), Option(*phrase.span(), "R"), None)


def quoted_as_saying(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“S was quoted as saying”, “S was quoted by T as saying”."""
    place, norms = candidate.place, sketch.norms
    if candidate.lemma not in ("quote", "cite", "report") or candidate.form not in "Vv":
        return None
    saying = next((i for i in range(place + 1, min(place + 12, len(norms))) if norms[i] in SAYING), -1)
    if saying < 0 or norms[saying - 1] != "as":
        return None
    begin = place
    while begin and sketch.tags[begin - 1] in "XRn":
        begin -= 1
    return Pin(_cue(candidate, begin, saying + 1), None, None) if begin < place else None


CONSTRUCTIONS = (inverted_tail, short_tail, as_per, quoted_as_saying)
