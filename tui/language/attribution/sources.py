"""Who an attribution is by: noun phrases before and after the cue, or the source of the cue before."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from tui.language.attribution.sketches import Sketch

CHUNK = re.compile(r"[POWT]|(?:R(?=[1D])|I(?=1))?[DALJ1SZv](?:[DALJ1SZv“”]*[DALJ1SZv”])?")
CLAUSE = re.compile(r"P[XVSRn]|S")  # “he was knocked out by a shock”, “it’s worth”: no source
HALVED = re.compile(r"AI[DAJL]*[AJL]C$")  # “Centre for Strategic and (International Studies)”
BEFORE, ACROSS, AFTER = 4, 7, 8  # chunks looked at: ends before the cue, each one's beginnings, ends after
SPEECH = frozenset(("say", "report", "claim", "add", "state", "write", "note", "tell", "announce", "reveal"))
REACH = 45  # tokens on either side


class Cue(NamedTuple):
    """An accepted cue: tokens begin..end, and the index, base form and form of its head."""

    begin: int
    end: int
    head: int
    lemma: str
    form: str


class Option(NamedTuple):
    """A possible source: tokens begin..end (empty for none); side L, R, F (ahead), shared or none."""

    begin: int
    end: int
    side: str


NONE = Option(0, 0, "none")


def options(sketch: Sketch, cue: Cue, earlier: Sequence[Option]) -> list[Option]:
    """The noun phrases that may be the source of the cue; `earlier` are those of cues before it."""
    found = [NONE]
    if cue.form != "I":
        found += [option for option in _before(sketch, cue) if _may_name(sketch, option)]
    if _may_follow(sketch, cue):
        found += _after(sketch, cue)
    found += _ahead(sketch, cue)
    spans = {(option.begin, option.end) for option in found}
    for option in reversed(earlier[-3:]):
        span = option.begin, option.end
        if span not in spans and option.side != "none":
            spans.add(span)
            found.append(Option(*span, "shared"))
    return found


def _may_name(sketch: Sketch, option: Option) -> bool:
    """Whether a phrase is neither a clause nor the second half of a body’s name."""
    if CLAUSE.match(sketch.tags, option.begin, option.end):
        return False
    return sketch.tags[option.begin] != "A" or not HALVED.search(sketch.tags[: option.begin])


def _may_follow(sketch: Sketch, cue: Cue) -> bool:
    """Whether a source can stand after the cue: “according to S”, “said S”, “was reported by S”."""
    if cue.form == "I" or not cue.begin or sketch.norms[cue.end - 1] in ("by", "from", "among"):
        return True
    return sketch.tags[cue.begin - 1] in ",”-(:"


def _before(sketch: Sketch, cue: Cue) -> list[Option]:
    tags = sketch.tags
    if cue.begin and tags[cue.begin - 1] == "P":
        return [Option(cue.begin - 1, cue.begin, "L")]
    chunks = [match.span() for match in CHUNK.finditer(tags, max(0, cue.begin - REACH), cue.begin)]
    found = []
    across = ACROSS
    for last in range(len(chunks) - 1, max(-1, len(chunks) - 1 - BEFORE), -1):
        end = chunks[last][1]
        if tags[end - 1] == "S":
            end -= 1
        reach = chunks[max(0, last - across + 1) : last + 1]
        found += [Option(first, end, "L") for first, _ in reversed(reach) if first < end]
        across = 2
    return found


def _after(sketch: Sketch, cue: Cue) -> list[Option]:
    chunks = []
    for match in CHUNK.finditer(sketch.tags, cue.end, min(len(sketch.tags), cue.end + REACH)):
        chunks.append(match.span())
        if len(chunks) == AFTER:
            break
    if not chunks or chunks[0][0] > cue.end + 1:
        return []
    return [Option(chunks[0][0], end, "R") for _, end in chunks]


def _ahead(sketch: Sketch, cue: Cue) -> list[Option]:
    """The subject of the main clause, for a cue that opens the sentence: “Citing the cost, the mayor …”."""
    if cue.begin > 3 or cue.form not in "gvJIb":
        return []
    found = []
    comma = sketch.tags.find(",", cue.end)
    for _ in range(2):
        if comma < 0:
            break
        chunk = CHUNK.match(sketch.tags, comma + 1)
        if chunk:
            found.append(Option(chunk.start(), chunk.end(), "F"))
        comma = sketch.tags.find(",", comma + 1)
    return found


def features(
    sketch: Sketch, cue: Cue, used: Set[tuple[int, int]], in_tail: bool, option: Option
) -> list[str]:
    """What speaks for this option.

    `used` are the spans of the sources of cues before, `in_tail` is what `is_tail` says of the cue.
    """
    tags, (begin, end, side) = sketch.tags, option
    tail = [f"tail|{side}|{cue.form}|{tags[cue.end : cue.end + 1]}"] if in_tail else []
    if side == "none":
        return _none_features(sketch, cue, bool(used)) + tail
    gap = tags[end : cue.begin] if end <= cue.begin else tags[cue.end : begin] + "<"
    found = _phrase_features(sketch, cue, option, gap)
    found += _inside(tags[begin:end], side, gap in ("", "<"))
    if tail:
        found += [*tail, f"{tail[0]}|{cue.lemma in SPEECH}|{end >= len(tags) - 2}"]
    if begin == 0:
        found.append(f"{side}|start|{gap[:1]}")
    if side == "shared" or (begin, end) in used:
        found.append(f"{side}|used|{cue.form}|{tags[cue.begin - 1] if cue.begin else '^'}|{gap[-1:]}")
    if sketch.quoted[begin] != sketch.quoted[cue.head]:
        found.append(f"{side}|other-quote")
    return found


def _none_features(sketch: Sketch, cue: Cue, later: bool) -> list[str]:
    tags, norms, form = sketch.tags, sketch.words, cue.form
    before = tags[cue.begin - 1] if cue.begin else "^"
    after = tags[cue.end] if cue.end < len(tags) else "$"
    return [
        f"none|{form}|{norms[cue.begin]}",
        f"none|{cue.lemma}|{form}",
        f"none|{form}|{before}|{after}",
        f"none|{form}",
        f"none|{tags[cue.begin : cue.end]}",
        f"none|before={norms[cue.begin - 1] if cue.begin else '^'}|{form}",
        "none|later" if later else "none|first",
    ]


def _phrase_features(sketch: Sketch, cue: Cue, option: Option, gap: str) -> list[str]:
    """The phrase itself, what stands around it, and what lies between it and the cue."""
    tags, words, (begin, end, side), (left, right, _, lemma, form) = sketch.tags, sketch.words, option, cue
    shape = tags[begin:end]
    length = end - begin
    after = tags[end] if end < len(tags) else "$"
    before, word_before = (tags[begin - 1], words[begin - 1]) if begin else ("^", "^")
    return [
        f"{side}{form}|gap={gap[:7]}",
        f"{side}|gap1={gap[:1]}|{gap[-1:]}|{len(gap) > 3}",
        f"{side}|shape={shape if length < 9 else shape[:4] + '~'}",
        f"{side}|len={min(12, length)}",
        f"{side}|bw={word_before}",
        f"{side}|after={before}|{after}",
        f"{side}|last={shape[-1]}|{after}",
        f"{side}|lw={words[end - 1]}",
        f"{side}|w={lemma}|{form}",
        f"{side}|cue={tags[left:right]}|{gap[:2]}",
        f"{side}|begins={before}|{shape[:2]}|{gap[:1]}",
        f"{side}|bw={word_before}|{shape[0]}",
        f"{side}|fw={words[begin]}",
        f"{side}|lw={words[end - 1]}|{gap[:2]}",
        f"{side}|start={begin == 0}|{_short(shape)}|{gap[:2]}",
        f"{side}|nouns={shape.count('A') + shape.count('L')}|{gap[:1]}|{before}",
    ]


def _short(shape: str) -> str:
    return shape if len(shape) < 7 else f"{shape[:3]}~{shape[-2:]}"


NAMES = re.compile(r"[DALJ1SZvI“”C&]+(?:,[DALJ1SZvI“”CgV,]+|W.*)?[.”)]*$")


def is_tail(sketch: Sketch, cue: Cue) -> bool:
    """Whether the cue follows a comma or a quotation and only a noun phrase follows it: “…, reported CNN.”"""
    if not cue.begin or sketch.tags[cue.begin - 1] not in ",”":
        return False
    return NAMES.match(sketch.tags, cue.end) is not None


NOTED = frozenset(",VXbWTI“-CBUt")


@lru_cache(maxsize=1 << 14)
def _inside(shape: str, side: str, near: bool) -> tuple[str, ...]:
    """What the phrase holds: commas, clauses, prepositions, how many."""
    noted = NOTED.intersection(shape)
    found = [f"{side}|has={sign}|{near}|{min(shape.count(sign), 3)}" for sign in sorted(noted)]
    if "," in noted and "W" not in noted:
        found.append(f"{side}|after-comma={shape[shape.index(',') + 1 :][:3]}")
    return tuple(found)
