"""Constructions that leave nothing to weigh: a form of words that is always an attribution.

“…, reported CNN.” · “as per the ministry” · “…, the paper reported in May.”
"""

from __future__ import annotations

import re

from tui.language.attribution import headlines
from tui.language.attribution.cues import Candidate, group_start
from tui.language.attribution.pins import PHRASE, Pin, reading, settled, speech
from tui.language.attribution.relaying import FURTHER, citing, quoted_as_saying, quotes_as_saying, that_behind
from tui.language.attribution.sketches import Sketch
from tui.language.attribution.sources import CHUNK, NONE, Option
from tui.language.lexicon import words
from tui.language.roles import kinds


def find(sketch: Sketch, candidates: list[Candidate]) -> list[Pin]:
    """The settled cues of a sentence, in order."""
    found: list[Pin] = []
    for candidate in candidates:
        for construction in CONSTRUCTIONS.get(candidate.form, ()):
            if pin := construction(sketch, candidate):
                found.append(pin)
                if construction in FURTHER:
                    found += FURTHER[construction](sketch, pin.cue)
                break
    return found or headlines.dashed(sketch)


def inverted_tail(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“…, reported CNN.”: a comma, a verb of saying, a name or role, the end."""
    place, lemma, form = candidate
    tags = sketch.tags
    verb = form == "V" or sketch.heading  # “…, say sources”
    if not verb or lemma not in speech() or not place or tags[place - 1] not in ",”":
        return None
    phrase = PHRASE.match(tags, place + 1)
    if not phrase or tags[phrase.end() :].strip(".”)") or not _can_speak(sketch, *phrase.span()):
        return None
    return Pin(settled(candidate, place, place + 1), Option(*phrase.span(), "R"), "L")


def _can_speak(sketch: Sketch, begin: int, end: int) -> bool:
    """Whether the phrase holds a name, or ends in a role noun."""
    shape = sketch.tags[begin:end]
    head = re.split("[IC]", shape)[0]
    if "A" in head:
        return True
    return sketch.norms[begin + len(head) - 1] in kinds() and (shape[0] == "D" or sketch.heading)


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
            return Pin(settled(candidate, place, place + 1), Option(*match.span(), "L"), "L")
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
    return Pin(settled(candidate, begin, place + 1), Option(*phrase.span(), "R"), None)


def after_quote(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“…,” the post read.  A quotation closed by a comma, a noun phrase, a verb, and no more clause."""
    place, tags = candidate.place, sketch.tags
    if candidate.form != "V" or candidate.lemma not in reading():
        return None
    if tags[place + 1 : place + 2] not in (".", "I", "Z", "R", ",", ""):
        return None
    verb = group_start(tags, place)
    begin = tags.rfind("”", max(0, verb - 12), verb) + 1
    if begin < 2 or tags[begin - 2] not in ",.":
        return None
    phrase = PHRASE.match(tags, begin) or CHUNK.match(tags, begin)
    if not phrase or phrase.end() != verb:
        return None
    return Pin(settled(candidate, verb, place + 1), Option(begin, verb, "L"), "L")


def noun_that(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“the ministry’s claim that”, “his warning that”, “rumours that”: a noun of saying and its clause."""
    place, tags = candidate.place, sketch.tags
    if candidate.form != "N" or tags[place + 1 : place + 2] != "T":
        return None
    begin = place
    while begin and tags[begin - 1] in "LJv1":
        begin -= 1
    cue, source = settled(candidate, place, place + 1), _owner(sketch, begin)
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
    return Pin(settled(candidate, place, place + 1), source, "R", (place + 2, end))


def adverb(sketch: Sketch, candidate: Candidate) -> Pin | None:
    """“has reportedly”, “allegedly”: somebody says so, and nobody is named."""
    if candidate.form != "R" or candidate.lemma not in words("cues", "hearsay"):
        return None
    begin = candidate.place
    while begin and sketch.tags[begin - 1] in "Xn":
        begin -= 1
    return Pin(settled(candidate, begin, candidate.place + 1), NONE, "LR")


# The constructions a candidate is tried for, by its form, most settled first.
CONSTRUCTIONS = {
    "V": (
        headlines.tail,
        inverted_tail,
        after_quote,
        short_tail,
        quoted_as_saying,
        quotes_as_saying,
        that_behind,
    ),
    "b": (headlines.tail, inverted_tail),
    "v": (quoted_as_saying,),
    "g": (citing,),
    "N": (noun_that, in_words),
    "I": (as_per,),
    "R": (adverb,),
    ":": (headlines.label, headlines.labelled_tail),
}
