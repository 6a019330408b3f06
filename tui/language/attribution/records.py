"""From a frame to the record every room knows, and the name of the construction it shows."""

from __future__ import annotations

from bisect import bisect_left

from tui.language.attribution.frames import Frame
from tui.language.attribution.pins import PASSIVE
from tui.language.attribution.sketches import Sketch
from tui.model import Attribution, Span


def record(text: str, frame: Frame) -> Attribution:
    """The finished attribution."""
    sketch, cue, source = frame.sketch, frame.cue, frame.source
    tokens = sketch.tokens
    spans = tuple(Span(start, end, text[start:end]) for start, end in sorted(set(frame.pieces)))
    named = None
    if source.side != "none":
        start, end = tokens.starts[source.begin], tokens.ends[source.end - 1]
        named = Span(start, end, text[start:end])
    start, end = tokens.starts[cue.begin], tokens.ends[cue.end - 1]
    return Attribution(named, Span(start, end, text[start:end]), spans, rule(frame))


NAMED_RULES = {"R": "adverb", "I": "according-to", "J": "attitude", "N": "nominal", ":": "colon"}


def rule(frame: Frame) -> str:
    """The dotted name of the construction."""
    sketch, cue, source = frame.sketch, frame.cue, frame.source
    if cue.form in NAMED_RULES:
        name = NAMED_RULES[cue.form]
    elif cue.lemma in ("cite", "quote") and cue.form == "g":
        name = "citing"
    elif cue.form == "v" and any(word in PASSIVE for word in sketch.norms[cue.begin : cue.head]):
        name = "passive"
    else:
        name = _speech_rule(frame)
    if source.side == "none" and cue.form not in NAMED_RULES:
        name += ".unsourced"
    return f"attribution.{'headline.' if sketch.heading else ''}{name}"


def _speech_rule(frame: Frame) -> str:
    """Quoted or indirect, and the order of its parts."""
    sketch, cue = frame.sketch, frame.cue
    quoted = any(_is_quote(sketch, piece) for piece in frame.pieces)
    kind = "quote" if quoted else "indirect"
    if "L" in frame.side:
        return f"{kind}.{'inverted' if frame.source.side == 'R' else 'postposed'}"
    if cue.form == "g":
        return f"{kind}.participle"
    if quoted:
        return "quote.preposed"
    following = sketch.tags[cue.end : cue.end + 4]
    return "indirect.that" if "T" in following else "indirect.zero-that"


def _is_quote(sketch: Sketch, piece: tuple[int, int]) -> bool:
    if piece[0] < sketch.start or piece[1] > sketch.end:
        return True
    starts = sketch.tokens.starts
    first = bisect_left(starts, piece[0])
    return first < len(starts) and (starts[first], sketch.tags[first]) == (piece[0], "“")
