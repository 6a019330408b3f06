"""What an attribution says: on which side of the cue its content stands, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.language.attribution.sketches import Sketch
from tui.language.attribution.sources import CHUNK, Cue, Option, is_tail

SIDES = ("R", "L", "LR", "-")
# Classes of tokens before which a content may end; after a noun (“allegations of fraud”) a verb ends it too.
STOPS = frozenset(",;:-()CBUI”")
NOMINAL_STOPS = STOPS | frozenset("XV")
MANY = 18  # ends looked at
INSERTION = re.compile(r"[^VX,;:.“”Wg(]{1,10},(?:W[^,;:“”]{1,30}|[^VX,;:“”CBtg]{1,12}),R?[VX]")


def side_features(sketch: Sketch, cue: Cue, source: Option) -> list[str]:
    """What speaks for the content standing before or after the cue; each is joined with the side."""
    tags, norms = sketch.tags, sketch.words
    begin, end = group(cue, source)
    before = tags[begin - 1] if begin else "^"
    after = tags[end] if end < len(tags) else "$"
    two = tags[max(0, begin - 2) : begin]
    found = [
        cue.form,
        f"w={cue.lemma}|{cue.form}",
        f"{before}|{after}",
        f"s={source.side}|{cue.form}",
        f"s={source.side}|{before}|{after}",
        f"two={two}",
        f"next={norms[end] if end < len(norms) else '$'}",
        f"next2={tags[end : end + 2]}|{cue.form}",
        f"last={norms[cue.end - 1]}",
        f"cue={tags[cue.begin : cue.end]}",
        f"w|after={cue.lemma}|{after}",
        f"w|before={cue.lemma}|{before}",
        f"prev={norms[begin - 1] if begin else '^'}",
    ]
    if is_tail(sketch, cue):
        found += [f"tail|{cue.form}", f"tail|{after}|{source.side}"]
    if begin == 0:
        found.append(f"start|{cue.form}|{after}")
    if "”" in two:
        found.append(f"after-quote|{after}|{tags[end + 1 : end + 2]}")
    if begin and sketch.quoted[begin - 1] >= 0 and sketch.quoted[cue.head] < 0:
        found.append("quote-ends")
    return found


def group(cue: Cue, source: Option) -> tuple[int, int]:
    """The tokens taken by the cue and a source close to it."""
    if source.side in ("none", "shared", "F") or source.begin > cue.end + 2 or source.end < cue.begin - 12:
        return cue.begin, cue.end
    return min(cue.begin, source.begin), max(cue.end, source.end)


def right_starts(sketch: Sketch, end: int) -> list[int]:
    """Where a content after a cue and source that end before token `end` may begin.

    That is right away, after a mark, after whom it is said to.
    """
    tags = sketch.tags
    found = [end]
    if end < len(tags) and tags[end] in ",:-;“”":
        found.append(end + 1)
        if end + 1 < len(tags) and tags[end] == "”":
            found.append(end + 2)
    position = end
    for match in CHUNK.finditer(tags, end, min(len(tags), end + 14)):
        if match.start() > position + 2:
            break
        position = match.end()
        found.append(position)
        if len(found) > 4:
            break
    for sign in "T“U:Wt,":
        place = tags.find(sign, end, end + 16)
        if place >= 0:
            found += [place, place + 1] if sign in ":," else [place]
    return [place for place in dict.fromkeys(found) if place < len(tags)]


def start_features(sketch: Sketch, cue: Cue, source: Option, end: int, start: int) -> list[str]:
    """What speaks for a content after cue and source, which end before `end`, beginning at token `start`."""
    tags, norms, lemma = sketch.tags, sketch.words, cue.lemma
    gap, first, word = tags[end:start], tags[start], norms[start]
    length = start - end
    return [
        f"gap={gap[:8]}|{first}",
        f"gap={gap[:5]}|{source.side}",
        f"w|gap={lemma}|{gap[:3]}",
        f"w|first={lemma}|{word}",
        f"len={min(9, length)}|{cue.form}",
        f"first={first}|{norms[start - 1]}",
        f"fw={word}|{tags[start - 1]}",
        f"last={norms[cue.end - 1]}|{gap[:2]}",
        f"first2={tags[start : start + 2]}|{gap[-1:]}",
        f"gapw={norms[end] if gap else '='}|{first}",
    ]


def right_ends(sketch: Sketch, cue: Cue, start: int) -> list[int]:
    """Where a content beginning at token `start` may end (exclusive): before a stop, at a quote's end."""
    tags, n = sketch.tags, len(sketch.tags)
    stops = NOMINAL_STOPS if cue.form == "N" else STOPS
    found = [place for place in range(start + 1, n) if tags[place] in stops]
    if len(found) > MANY:
        found = found[: MANY - 6] + found[-6:]
    last = n
    while last > start + 1 and tags[last - 1] in ".”)—:":
        last -= 1
    return [*[place for place in found if place < last], last]


def past_insertion(sketch: Sketch, start: int) -> int:
    """The token after which a content beginning at `start` ends at the earliest.

    A subject and its verb with commas between stay together: "said (the company, which has 40 ships, would
    close)", "said (the man, 34, died)".
    """
    match = INSERTION.match(sketch.tags, start)
    return match.end() - 1 if match else start


def end_features(
    sketch: Sketch,
    cue: Cue,
    source: Option,
    start: int,
    last: int,
    taken: Sequence[tuple[int, int]],
    end: int,
) -> list[str]:
    """What speaks for a content of tokens start..end; `last` is the farthest end, `taken` are other cues'."""
    shape = sketch.tags[start:end]
    clause = "V" if _has_verb(shape) else "N"
    if end >= last:
        return _to_the_last(cue, source, shape, clause)
    found = _to_a_stop(sketch, cue, shape, clause, end)
    stop, rest = sketch.tags[end], sketch.tags[end:last]
    length = last - end
    found += [
        f"rest={min(12, length)}|{stop}",
        f"rest|{stop}|{_has_verb(rest)}|{clause}",
    ]
    found += _beside_quotes(sketch, start, end)
    for begin, finish in taken:
        if end <= begin <= end + 3:
            found.append(f"before-cue|{stop}|{sketch.tags[begin:finish][:4]}|{sketch.tags[end:begin]}")
            break
    return found


def _to_the_last(cue: Cue, source: Option, shape: str, clause: str) -> list[str]:
    first = shape[0]
    found = [
        "all",
        f"all|f={cue.form}|{first}",
        f"all|w={cue.lemma}",
        f"all|{clause}|{first}",
        f"all|len={min(len(shape) // 3, 10)}|{clause}",
        f"all|commas={min(shape.count(','), 4)}",
        f"all|s={source.side}",
    ]
    return [*found, *[f"all|has={sign}" for sign in "BUWC-;g" if sign in shape]]


def _to_a_stop(sketch: Sketch, cue: Cue, shape: str, clause: str, end: int) -> list[str]:
    tags, norms, first = sketch.tags, sketch.words, shape[0]
    stop, word, following = tags[end], norms[end], tags[end + 1 : end + 4]
    length, commas = len(shape), shape.count(",")
    return [
        f"{stop}|{clause}",
        f"{stop}|{following[:1]}|{clause}|{first}",
        f"{stop}|w={cue.lemma}",
        f"{stop}|{cue.form}|{first}",
        f"word={word}|{clause}",
        f"word={word}|{norms[end + 1] if following else '$'}",
        f"{stop}|after={following}",
        f"{stop}|len={min(12, length)}",
        f"{stop}|before={shape[-1]}|{first}",
        f"{stop}|commas={min(3, commas)}|{first}",
        f"only|{first}|{clause}",
        *_segments(sketch, stop, shape, end),
    ]


def _segments(sketch: Sketch, stop: str, shape: str, end: int) -> list[str]:
    """The clauses on both sides of the stop, as far as the next comma: whether there is a verb in them."""
    tags, norms = sketch.tags, sketch.words
    comma = tags.find(",", end + 1)
    coming = tags[end + 1 : comma] if comma >= 0 else tags[end + 1 :]
    ended, follows = (_has_verb(side) for side in (shape[shape.rfind(",") + 1 :], coming))
    return [
        f"{stop}|ended={ended}|{follows}",
        f"{stop}|ended={ended}|{tags[end + 1 : end + 3]}",
        f"{stop}|coming={follows}|{coming[:2]}",
        f"{stop}|next={comma >= 0}|{follows}|{len(coming) // 3}",
        f"word={norms[end]}|{norms[end + 1] if end + 1 < len(norms) else '$'}|ended={ended}",
        f"lw={norms[end - 1]}|{stop}",
    ]


def _has_verb(shape: str) -> bool:
    return "V" in shape or "X" in shape


def _beside_quotes(sketch: Sketch, start: int, end: int) -> list[str]:
    """Whether the end keeps a quotation whole."""
    quoted = sketch.quoted
    if sketch.tags[start] == "“":
        inside = quoted[start]
        return [f"quote-end|{quoted[end - 1] == inside}|{quoted[end] == inside}|{sketch.tags[end]}"]
    splits = quoted[end - 1] >= 0 and quoted[end] == quoted[end - 1] != quoted[start]
    return ["splits-quote"] if splits else []


def left_ends(sketch: Sketch, begin: int) -> list[int]:
    """Where a content before a cue and source that begin at token `begin` may end (exclusive).

    That is right there or at an insertion.
    """
    end, tags = begin, sketch.tags
    while end and tags[end - 1] in ",-;”(":
        end -= 1
    found = [end]
    for place in range(end - 1, max(0, end - 30), -1):
        if tags[place] in ",-(WRI" and tags[place - 1] not in ",-(":
            found.append(place)
            if len(found) == 7:
                break
    return [place for place in found if place > 0]


def left_end_features(sketch: Sketch, cue: Cue, source: Option, begin: int, end: int) -> list[str]:
    """What speaks for a content before cue and source, which begin at `begin`, ending before token `end`."""
    tags, norms = sketch.tags, sketch.words
    gap = tags[end:begin]
    return [
        f"gap={gap if len(gap) < 5 else gap[:2] + '~' + gap[-1:]}|{cue.form}",
        f"gap1={gap[:1]}|{gap[-1:]}|{source.side}",
        f"len={min(len(gap), 8)}|{cue.form}|{source.side}",
        f"w|gap={cue.lemma}|{gap[:2]}",
        f"word={norms[end] if gap else '='}",
        f"last={tags[end - 1]}|{gap[:1]}",
        f"quoted={sketch.quoted[end - 1] >= 0}|{'”' in gap[:3]}",
    ]


def left_starts(sketch: Sketch, end: int) -> list[int]:
    """Where a content ending before token `end` may begin."""
    tags = sketch.tags
    found = [0]
    found += [place + 1 for place in range(max(0, end - 60), end - 1) if tags[place] in ",;:-(CBUVXg.“T"]
    found += [match.start() for match in CHUNK.finditer(tags, max(0, end - 20), end)]
    found += [place for place in range(max(0, end - 14), end) if tags[place] in "WTUI"]
    return sorted(place for place in set(found) if place < end)[-MANY:]


def left_features(sketch: Sketch, cue: Cue, source: Option, begin: int, end: int, start: int) -> list[str]:
    """What speaks for a content of tokens start..end before cue and source, which begin at `begin`."""
    tags, norms, form = sketch.tags, sketch.words, cue.form
    shape, length = tags[start:end], end - start
    before, word_before = (tags[start - 1], norms[start - 1]) if start else ("^", "^")
    clause = "V" if _has_verb(shape) else "N"
    gap = tags[end:begin]
    found = [
        f"{before}|{clause}|{gap}",
        f"first={shape[0]}|{before}",
        f"fw={norms[start]}|{before}|{gap}",
        f"bw={word_before}|{gap}",
        f"w|before={cue.lemma}|{before}|{clause}",
        f"form={form}|{before}|{clause}",
        f"shape={shape if length < 5 else '~'}|{gap}|{form}",
        f"len={min(10, length)}|{gap}|{clause}",
        f"s={source.side}|{gap}|{before}",
        f"after={tags[begin : begin + 1]}|{before}|{gap}",
    ]
    if start == 0:
        found.append(f"start|{gap}|{clause}|{form}")
    if "”" in gap:
        found.append(f"quote|{sketch.quoted[start] == sketch.quoted[end - 1]}|{before}")
        opens = sketch.quoted[start] >= 0 and (start == 0 or sketch.quoted[start - 1] != sketch.quoted[start])
        found.append(f"quote-start|{opens}")
    return found
