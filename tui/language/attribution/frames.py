"""From cues to whole attributions: source, cue and content of one sentence after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from tui.language.attribution import contents, cues, pinned, sources
from tui.language.attribution.cues import Candidate
from tui.language.attribution.pins import PASSIVE, Pin, speech
from tui.language.attribution.sketches import Sketch
from tui.language.attribution.sources import NONE, Cue, Option
from tui.language.attribution.weights import Table, best, best_of, score, tables
from tui.language.lexicon import words
from tui.language.verbs import forms
from tui.model import Quote

CUE_LEVEL = -0.4  # a cue is accepted above this score: a little recall before precision


@dataclass(slots=True)
class Frame:
    """An attribution in the making: token spans of its cue and source, character spans of its contents."""

    sketch: Sketch
    cue: Cue
    source: Option
    side: str
    pieces: list[tuple[int, int]]


def read(sketch: Sketch, quotes: Sequence[Quote]) -> list[Frame]:
    """The attributions of one sentence, in the order of their cues."""
    weights = tables()
    candidates = cues.candidates(sketch)
    pins = {pin.cue: pin for pin in pinned.find(sketch, candidates)}
    found = merged(list(pins), accepted(sketch, candidates, weights))
    taken = [(cue.begin, cue.end) for cue in found]
    frames: list[Frame] = []
    earlier: list[Option] = []
    for cue in found:
        pin = pins.get(cue)
        if pin and pin.source:
            source = pin.source
        else:
            chosen = choose_source(sketch, cue, earlier, weights["source"])
            source = whole(sketch, cue, apart(sketch, without_day(sketch, chosen), earlier))
        if source.side != "none":
            earlier.append(source)
            source = NONE if _is_told_of(sketch, cue) else source
        if pin and pin.piece:
            side, pieces = pin.side or "R", [pin.piece]
        else:
            side, pieces = choose_content(sketch, cue, source, taken, weights, pin.side if pin else None)
        if side == "LR":
            pieces = [piece for piece in pieces if not _is_aside(sketch, cue, piece, found)]
        spans = [_characters(sketch, *piece, quotes) for piece in clipped(sketch, pieces, cue, found, pins)]
        frames.append(Frame(sketch, cue, source, side, spans))
    return frames


def _is_told_of(sketch: Sketch, cue: Cue) -> bool:
    """Whether others say it of what stands in front: “the account, (said) to be run by a spy”."""
    head = cue.head
    told = cue.form in "Vv" and cue.lemma in words("cues", "told_of")
    return told and sketch.tags[head + 1 : head + 3] == "tX" and sketch.tags[cue.begin : head] == ""


def merged(settled: Sequence[Cue], weighed: Sequence[Cue]) -> list[Cue]:
    """All cues in order; a weighed one gives way to a settled one it overlaps."""
    free = [cue for cue in weighed if not any(cue.begin < pin.end and pin.begin < cue.end for pin in settled)]
    return sorted([*settled, *free])


def clipped(
    sketch: Sketch, pieces: Sequence[tuple[int, int]], cue: Cue, found: Sequence[Cue], pins: dict[Cue, Pin]
) -> list[tuple[int, int]]:
    """The contents without another attribution that closes or makes up what follows the cue."""
    kept = []
    for begin, end in pieces:
        for other in found:
            if begin < cue.end or other == cue or not begin <= other.begin < end:
                continue
            if apart_from := _set_against(sketch, begin, other):
                end = min(end, apart_from)
            pin = pins.get(other)
            outer = pin is not None and pin.side == "L"
            edge = min(other.begin, pin.source.begin) if pin and pin.source and outer else other.begin
            if outer or (other.form == "I" and other.begin == begin):
                end = edge
        while end > begin and sketch.tags[end - 1] in ",-(":
            end -= 1
        if end > begin:
            kept.append((begin, end))
    return kept


ASIDE = frozenset(("after", "as", "while"))


def _is_aside(sketch: Sketch, cue: Cue, piece: tuple[int, int], found: Sequence[Cue]) -> bool:
    """Whether what follows “P, S said” tells what another one said: “, after a site reported that Q”."""
    begin, end = piece
    if begin < cue.end or sketch.tags[begin] != "U" or sketch.norms[begin] not in ASIDE:
        return False
    return any(begin < one.begin < end and one.form == "V" and one.lemma in speech() for one in found)


def _set_against(sketch: Sketch, begin: int, other: Cue) -> int:
    """Where a content ends because somebody else speaks after “, but” or “, while”; 0 if nobody does."""
    match = AGAINST.search(sketch.tags, begin, other.begin)
    return match.start() if match and other.form == "V" else 0


def accepted(sketch: Sketch, candidates: Sequence[Candidate], weights: dict[str, Table]) -> list[Cue]:
    """The cues of the sentence; of two that overlap the one with the better score."""
    found: list[tuple[float, Cue]] = []
    for candidate in candidates:
        value = score(weights["cue"], cues.features(sketch, candidate))
        if value <= CUE_LEVEL:
            continue
        begins = cues.left_ends(sketch, candidate)
        begin = best(weights["cue-left"], begins, partial(cues.left_features, sketch, candidate))
        ends = cues.right_ends(sketch, candidate)
        end = best(weights["cue-right"], ends, partial(cues.right_features, sketch, candidate))
        cue = Cue(begin, end, candidate.place, candidate.lemma, candidate.form)
        if found and found[-1][1].end > cue.head:
            if found[-1][0] >= value:
                continue
            found.pop()
        found.append((value, cue))
    return [cue for _, cue in found]


def choose_source(sketch: Sketch, cue: Cue, earlier: Sequence[Option], table: Table) -> Option:
    """The best of the phrases that may be the source."""
    options = sources.options(sketch, cue, earlier)
    in_tail = sources.is_tail(sketch, cue)
    used = {(one.begin, one.end) for one in earlier}
    return best(table, options, partial(sources.features, sketch, cue, used, in_tail))


AGAINST = re.compile(r",[BU][^VX,;:“”PWtgb]{1,8}$")  # “…, but critics (say)”
CONTRAST = re.compile(r",?B[^“]")  # “…, but the rest”
THAT = re.compile(r"[RZDIL]{0,4}T")  # “said (earlier this week) that”


def apart(sketch: Sketch, source: Option, earlier: Sequence[Option]) -> Option:
    """A source without one that another cue has: “According to the Post, the channel claims”."""
    for other in earlier:
        if source.begin == other.begin and source.end > other.end + 1 and sketch.tags[other.end] == ",":
            return Option(other.end + 1, source.end, source.side)
    return source


_BESIDES = r"(?:[^,;:“”()BTWUPC-]|U(?=1))*?"  # no other clause; “until 2020” and “more than 40” are none
_RELATED = re.compile(
    r"(?:[IDALZ1R]{1,8},)?(?P<who>[DALJ1S][DALJ1SZIC]*)"
    rf"(?:WP?{_BESIDES}[VX]{_BESIDES.replace('P', '')}|[Vv](?:[^VXWPTBC,;:“”()U-]|U(?=1))*)$"
)


def whole(sketch: Sketch, cue: Cue, source: Option) -> Option:
    """A source with what is told of it: “A driver who worked there until 2020 (told)” is no year."""
    if (
        source.side not in ("L", "none")
        or cue.form != "V"
        or not PASSIVE.isdisjoint(sketch.norms[cue.begin : cue.head])
    ):
        return source
    told = _RELATED.match(sketch.tags[: cue.begin])
    if told is None or sketch.tags[cue.begin - 1] in "CI":
        return source
    end = told.end("who")
    if source.side == "L" and source.begin < end:
        return source
    if sketch.tags[end] == "V" and _base(sketch.norms[end]) in speech():
        return source  # “The envoy said Ruiz (believed)”
    return Option(told.start("who"), cue.begin, "L")


def _base(word: str) -> str:
    return forms().get(word, (word, ""))[0]


VERB = re.compile(r"[VX]")
GOES_ON = re.compile(r"(?:I?Z|R){0,2},[Rn]*X")  # “The deal, (officials said) on Friday, was”
AGAIN = re.compile(r"(?:I?Z|R){0,2},“")  # “The deal,” (officials said) on Friday, “was”
DAY = re.compile(r",?I?[DLJ1]*Z[Z1,]*$")
FIRST_DAY = re.compile(r"(?:Z1[Z1]*|DZ|(?<=I)Z)(?=[DA])")


def without_day(sketch: Sketch, source: Option) -> Option:
    """A source without the day around it: “This week Ana Ruiz said”, “said Ana Ruiz on Monday”."""
    if source.side == "L":
        first = FIRST_DAY.match(sketch.tags, source.begin, source.end)
        opens = first and (sketch.tags[source.begin] == "Z" or sketch.norms[source.begin] == "this")
        return Option(first.end(), source.end, "L") if first and opens else source
    if source.side != "R":
        return source
    match = DAY.search(sketch.tags[source.begin : source.end])
    if not match or not match.start() or match.group()[0] not in ",I":
        return source
    return Option(source.begin, source.begin + match.start(), "R")


def choose_content(
    sketch: Sketch,
    cue: Cue,
    source: Option,
    taken: Sequence[tuple[int, int]],
    weights: dict[str, Table],
    side: str | None = None,
) -> tuple[str, list[tuple[int, int]]]:
    """The side the content is on (R, L, LR or -) unless it is known, and its token spans in order."""
    before, after = contents.group(cue, source)
    if side is None:
        side = best_of("side", contents.SIDES, contents.side_features(sketch, cue, source))
        if side == "LR" and THAT.match(sketch.tags, cue.end):
            side = "R"  # what stands before “said that” is a circumstance
        if side == "LR" and CONTRAST.match(sketch.tags, after):
            side = "L"  # “P, said S, but Q”: Q is the article's own
    spoken = cue.form == "V" and source.side == "L"
    if side in ("L", "R") and spoken and _is_parted(sketch.tags, before, after):
        side = "LR"
    pieces = []
    if "L" in side and (piece := _left(sketch, cue, source, before, weights)):
        pieces.append(piece)
    if "R" in side and (piece := _right(sketch, cue, source, after, taken, weights)):
        pieces.append(piece)
    return side, pieces


def _is_parted(tags: str, before: int, after: int) -> bool:
    """Whether who says it stands inside of a quotation, or between a subject and its verb."""
    if tags[:before].endswith((",”", "?”", "!”")):
        return bool(AGAIN.match(tags, after))
    if tags[before - 1 : before] != "," or VERB.search(tags, 0, before):
        return False
    return bool(GOES_ON.match(tags, after))


def _left(
    sketch: Sketch, cue: Cue, source: Option, begin: int, weights: dict[str, Table]
) -> tuple[int, int] | None:
    ends = contents.left_ends(sketch, begin)
    if not ends:
        return None
    end = best(weights["left-end"], ends, partial(contents.left_end_features, sketch, cue, source, begin))
    starts = contents.left_starts(sketch, end)
    if not starts:
        return None
    start = best(
        weights["left-start"], starts, partial(contents.left_features, sketch, cue, source, begin, end)
    )
    return _whole_quote(sketch, start, end), end


def _whole_quote(sketch: Sketch, start: int, end: int) -> int:
    """The beginning of a content that ends where a quotation closes: not inside that quotation."""
    quoted = sketch.quoted
    if (
        quoted[start] < 0
        or quoted[start] != quoted[end - 1]
        or sketch.tags[end : end + 2].strip(",.")[:1] != "”"
    ):
        return start
    return quoted.index(quoted[start])


def _right(
    sketch: Sketch,
    cue: Cue,
    source: Option,
    after: int,
    taken: Sequence[tuple[int, int]],
    weights: dict[str, Table],
) -> tuple[int, int] | None:
    start = _right_start(sketch, cue, source, after, weights["right-start"])
    if start is None:
        return None
    least = contents.past_insertion(sketch, start)
    ends = [end for end in contents.right_ends(sketch, cue, start) if end > least]
    described = partial(contents.end_features, sketch, cue, source, start, ends[-1], taken)
    end = best(weights["right-end"], ends, described)
    return (start, end) if end > start else None


def _right_start(sketch: Sketch, cue: Cue, source: Option, after: int, table: Table) -> int | None:
    """The first token of a content after the cue; a “that” right there leaves no choice."""
    if sketch.tags[after : after + 1] == "T":
        return after
    starts = contents.right_starts(sketch, after)
    if not starts:
        return None
    return best(table, starts, partial(contents.start_features, sketch, cue, source, after))


def _characters(sketch: Sketch, begin: int, end: int, quotes: Sequence[Quote]) -> tuple[int, int]:
    """The characters of tokens begin..end, with the whole of a quotation that goes on in other sentences."""
    start, stop = sketch.tokens.starts[begin], sketch.tokens.ends[end - 1]
    opened = sketch.quoted[begin]
    if opened >= 0 and quotes[opened].start < sketch.start:
        start = quotes[opened].start
    closed = sketch.quoted[end - 1]
    if closed >= 0 and quotes[closed].end > sketch.end:
        stop = quotes[closed].end
    elif end < len(sketch.tags) and sketch.tags[end] == "”" and sketch.tags[begin] == "“":
        stop = sketch.tokens.ends[end]
    return start, stop
