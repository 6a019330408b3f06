"""Constructions in which somebody passes on what another one said.

“Silva was quoted as saying by the agency” · “The Post quoted a clerk as saying that P” · “The Post reported,
citing two clerks, that P”.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.language.attribution.cues import Candidate, group_start
from tui.language.attribution.pins import PASSIVE, PHRASE, Pin, settled, speech
from tui.language.attribution.sketches import Sketch
from tui.language.attribution.sources import CHUNK, Cue, Option

SAYING = frozenset(("saying", "telling", "stating", "claiming"))
_AS_SAYING = re.compile(rf"(?P<who>(?:{PHRASE.pattern}(?:,[^VXTWU,;:“”]{{1,12}},)?)|[PO])Ug")
_INSERTED = re.compile(r"[RZDIL1A]{0,5},[^VXTWU,;:“”]{2,20},T(?=[^,VX])")


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
    if begin == place:
        return None
    cue = settled(candidate, begin, saying + 1)
    for match in CHUNK.finditer(sketch.tags, max(0, begin - 8), begin):
        if match.end() == begin:
            after_quote = match.start() > 1 and sketch.tags[match.start() - 1] in ",”"
            return Pin(cue, Option(*match.span(), "L"), "L" if after_quote else "R")
    return Pin(cue)


def _quoting(sketch: Sketch, cue: Cue) -> list[Pin]:
    """Who quotes: “… was quoted as saying by the agency”, an attribution that takes in the other."""
    phrase = PHRASE.match(sketch.tags, cue.end + 1)
    if not phrase or sketch.norms[cue.end] != "by":
        return []
    by = Cue(cue.end, cue.end + 1, cue.end, "quote", "v")
    return [Pin(by, Option(*phrase.span(), "R"), "L", (0, cue.end))]


def quotes_as_saying(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“The Post quoted a clerk as saying that P”: who quotes reports the whole of it."""
    place, tags = candidate.place, sketch.tags
    if candidate.lemma not in ("quote", "cite") or sketch.norms[place] not in (
        "quoted",
        "quotes",
        "cited",
        "cites",
    ):
        return None
    quoted = _AS_SAYING.match(tags, place + 1)
    said = sketch.norms[quoted.end() - 2 : quoted.end()] if quoted else ()
    if not said or said[0] != "as" or said[1] not in SAYING or _is_passive(sketch, place):
        return None
    return Pin(settled(candidate, place, place + 1), side="R", piece=(place + 1, _closing(sketch)))


def _is_passive(sketch: Sketch, place: int) -> bool:
    """Whether a participle has a form of “be” before it: “was (widely) quoted”."""
    return not PASSIVE.isdisjoint(sketch.norms[group_start(sketch.tags, place) : place])


def _quoted(sketch: Sketch, cue: Cue) -> list[Pin]:
    """Who is quoted: “… quoted a clerk as saying that P”, an attribution inside of the other."""
    named = _AS_SAYING.match(sketch.tags, cue.end)
    if named is None or named.end() >= _closing(sketch):
        return []
    saying = Cue(named.end() - 2, named.end(), named.end() - 1, "say", "g")
    begin, end = named.span("who")
    who = Option(begin, end - (sketch.tags[end - 1] == ","), "L")
    return [Pin(saying, who, "R", (named.end(), _closing(sketch)))]


def _closing(sketch: Sketch) -> int:
    """The token behind the last one that says something."""
    return len(sketch.tags) - (sketch.tags[-1] == ".")


def that_behind(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“The Post reported on Friday, citing two clerks, that P”: an insertion before “that”."""
    place, tags = candidate.place, sketch.tags
    if candidate.form != "V" or candidate.lemma not in speech():
        return None
    inserted = _INSERTED.match(tags, place + 1)
    if inserted is None or inserted.end() >= _closing(sketch):
        return None
    cue = settled(candidate, group_start(tags, place), place + 1)
    return Pin(cue, side="R", piece=(inserted.end() - 1, _closing(sketch)))


def citing(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“…, citing two officials”: whom the source relies on is the content."""
    place = candidate.place
    if candidate.lemma not in ("cite", "quote") or candidate.form != "g":
        return None
    phrase = PHRASE.match(sketch.tags, place + 1)
    if not phrase or (place and sketch.tags[place - 1] in "XDS"):
        return None
    return Pin(settled(candidate, place, place + 1), piece=phrase.span())


# What a construction brings besides.
FURTHER: dict[Callable[[Sketch, Candidate], Pin | None], Callable[[Sketch, Cue], list[Pin]]] = {
    quoted_as_saying: _quoting,
    quotes_as_saying: _quoted,
}
