"""Constructions that leave nothing to weigh: a form of words that is always an attribution.

“…, reported CNN.” · “as per the ministry” · “Silva was quoted as saying by the agency” · “…, the paper
reported in May.”
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui.language.attribution.cues import Candidate, group_start
from tui.language.attribution.sketches import Sketch
from tui.language.attribution.sources import CHUNK, NONE, Cue, Option
from tui.language.lexicon import words
from tui.language.roles import kinds

PHRASE = re.compile(r"[DALJ1SvZ](?:[DALJ1SvZ“”]*[DALJ1Sv”])?(?:[IC][DALJ1SvZ]*[ALJ1])*")
SAYING = frozenset(("saying", "telling", "stating", "claiming"))


class Pin(NamedTuple):
    """A cue of which something is settled: its source, the side of its content, or the content itself."""

    cue: Cue
    source: Option | None = None
    side: str | None = None
    piece: tuple[int, int] | None = None


@cache
def speech() -> frozenset[str]:
    """Verbs that follow what they report: “…, said Silva”."""
    return words("cues", "postposed")


def find(sketch: Sketch, candidates: list[Candidate]) -> list[Pin]:
    """The settled cues of a sentence, in order."""
    found: list[Pin] = []
    for candidate in candidates:
        for construction in CONSTRUCTIONS.get(candidate.form, ()):
            if pin := construction(sketch, candidate):
                found.append(pin)
                if construction is quoted_as_saying:
                    found += _quoting(sketch, pin.cue)
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
    if (begin and tags[begin - 1] not in ",”-(.:;L") or sketch.norms[place + 1] in ("cent", "capita"):
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
    if begin == place:
        return None
    cue = _cue(candidate, begin, saying + 1)
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


def citing(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“…, citing two officials”: whom the source relies on is the content."""
    place = candidate.place
    if candidate.lemma not in ("cite", "quote") or candidate.form != "g":
        return None
    phrase = PHRASE.match(sketch.tags, place + 1)
    if not phrase or (place and sketch.tags[place - 1] in "XDS"):
        return None
    return Pin(_cue(candidate, place, place + 1), piece=phrase.span())


def after_quote(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“…,” the post read.  A quotation closed by a comma, a noun phrase, a verb, and no more clause."""
    place, tags = candidate.place, sketch.tags
    if candidate.form != "V" or candidate.lemma not in reading():
        return None
    if tags[place + 1 : place + 2] not in (".", "I", "Z", "R", ",", ""):
        return None
    verb = group_start(tags, place)
    for match in CHUNK.finditer(tags, max(0, verb - 8), verb):
        begin = match.start()
        if match.end() == verb and begin > 1 and tags[begin - 1] == "”" and tags[begin - 2] in ",.":
            return Pin(_cue(candidate, verb, place + 1), Option(*match.span(), "L"), "L")
    return None


@cache
def reading() -> frozenset[str]:
    """Verbs of saying and those that say what a text says."""
    return speech() | words("cues", "reading")


def headline_tail(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“Bridge Unsafe, Engineers Say”: a headline that ends in a name and a verb of saying."""
    place, tags = candidate.place, sketch.tags
    if not sketch.heading or candidate.lemma not in reading() or tags[place + 1 :].strip(".”?") or place < 3:
        return None
    comma = tags.rfind(",", 0, place)
    if comma < 2 or not 0 < place - comma - 1 < 8 or "V" in tags[comma:place]:
        return None
    return Pin(_cue(candidate, place, place + 1), Option(comma + 1, place, "L"), "L", (0, comma))


def headline_label(sketch: Sketch, candidate: Candidate) -> Pin | None:
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
    return Pin(_cue(candidate, place, place + 1), Option(0, place, "L"), "R", (place + 1, end))


def noun_that(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“the ministry’s claim that”, “his warning that”, “rumours that”: a noun of saying and its clause."""
    place, tags = candidate.place, sketch.tags
    if candidate.form != "N" or tags[place + 1 : place + 2] != "T":
        return None
    begin = place
    while begin and tags[begin - 1] in "LJv1":
        begin -= 1
    cue, source = _cue(candidate, place, place + 1), _owner(sketch, begin)
    noun = {candidate.lemma, sketch.norms[place].removesuffix("s")}
    if source and noun & words("cues", "clausal_nouns"):
        return Pin(cue, source, "R")
    if source is None and noun & words("cues", "rumoured_nouns"):
        return Pin(cue, NONE, "R")
    return None


def _owner(sketch: Sketch, begin: int) -> Option | None:
    """The possessor right before token `begin`: “the ministry’s”, “his”."""
    tags = sketch.tags
    if begin and sketch.norms[begin - 1] in ("his", "her", "their", "its", "my", "our"):
        return Option(begin - 1, begin, "L")
    if begin < 2 or tags[begin - 1] != "S":
        return None
    for match in CHUNK.finditer(tags, max(0, begin - 9), begin):
        if match.end() >= begin - 1:
            return Option(match.start(), begin - 1, "L") if match.start() < begin - 1 else None
    return None


def in_words(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“In the minister’s words, the plan is a gift.”"""
    place, tags = candidate.place, sketch.tags
    if candidate.form != "N" or candidate.lemma not in ("word", "view", "opinion"):
        return None
    source = _owner(sketch, place)
    if source is None or not source.begin or sketch.norms[source.begin - 1] != "in":
        return None
    end = len(tags) - 1 if tags[-1] == "." else len(tags)
    if source.begin > 2 or tags[place + 1 : place + 2] != "," or place + 2 >= end:
        return None
    return Pin(_cue(candidate, place, place + 1), source, "R", (place + 2, end))


def adverb(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“has reportedly”, “allegedly”: somebody says so, and nobody is named."""
    if candidate.form != "R" or candidate.lemma not in words("cues", "hearsay"):
        return None
    begin = candidate.place
    while begin and sketch.tags[begin - 1] in "Xn":
        begin -= 1
    return Pin(_cue(candidate, begin, candidate.place + 1), NONE, "LR")


# The constructions a candidate is tried for, by its form, most settled first.
CONSTRUCTIONS = {
    "V": (headline_tail, inverted_tail, after_quote, short_tail, quoted_as_saying),
    "b": (headline_tail,),
    "v": (quoted_as_saying,),
    "g": (citing,),
    "N": (noun_that, in_words),
    "I": (as_per,),
    "R": (adverb,),
    ":": (headline_label,),
}
