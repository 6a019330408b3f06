"""Quotations without a cue of their own: they belong to whoever was speaking.

Inside a paragraph, a sentence that opens with a quotation goes on with the speech of the sentence
before it; a sentence that is nothing but a quotation does so even if one person said something there
that was not quoted.  A paragraph that is one quotation goes on with the speech of the paragraph before,
if that ended in a quotation too.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.attribution.frames import Frame
from tui.language.attribution.pins import reading
from tui.language.attribution.sketches import Sketch
from tui.language.roles import kinds
from tui.model import Quote


def attach(
    text: str, sketches: Sequence[Sketch], quotes: Sequence[Quote], found: Sequence[list[Frame]]
) -> None:
    """Give each floating quotation to the frame it goes on with, in place."""
    starts = {quote.start for quote in quotes}
    claimed = {start for frames in found for frame in frames for start, _ in frame.pieces} & starts
    speaker: Frame | None = None
    for sketch, frames in zip(sketches, found, strict=True):
        quote = _opening_quote(sketch, quotes)
        cued = [frame for frame in frames if sketch.quoted[frame.cue.head] < 0]
        floats = quote is not None and not cued and quote.start not in claimed
        if speaker and quote and floats and _goes_on(text, sketch, quote, speaker, quotes):
            speaker.pieces.append((quote.start, quote.end))
        elif cued:
            speaker = next((frame for frame in reversed(cued) if _speaks(frame, quotes)), None)
            speaker = speaker or next((frame for frame in reversed(cued) if _tells(frame)), None)
        elif quote is None or quote.start >= sketch.start:
            speaker = None


def _opening_quote(sketch: Sketch, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation the sentence opens with or lies in."""
    if not sketch.quoted or sketch.quoted[0] < 0:
        return None
    return quotes[sketch.quoted[0]]


def _speaks(frame: Frame, quotes: Sequence[Quote]) -> bool:
    """Whether one of the frame's contents is, or ends in, a quotation."""
    first = [q for q in dict.fromkeys(frame.sketch.quoted) if q >= 0]
    spans = [(quotes[q].start, quotes[q].end) for q in first]
    return any(start < piece[1] and piece[0] < end for piece in frame.pieces for start, end in spans)


def _tells(frame: Frame) -> bool:
    """Whether one person says something unquoted: “Silva said that prices had doubled”."""
    sketch, source = frame.sketch, frame.source
    if source.side == "none" or frame.cue.form not in "Vg" or frame.cue.lemma not in reading():
        return False
    several = "people" in kinds().get(sketch.norms[source.end - 1], ())
    return bool(frame.pieces) and not several


def _goes_on(text: str, sketch: Sketch, quote: Quote, speaker: Frame, quotes: Sequence[Quote]) -> bool:
    recent = speaker.pieces[-3:]
    if any(start <= quote.start and quote.end <= end for start, end in recent):
        return False
    between = text[max(speaker.sketch.end, max(end for _, end in recent)) : quote.start]
    if between.strip():
        return False
    rest = text[quote.end : sketch.end].strip() if quote.end < sketch.end else ""
    if _speaks(speaker, quotes):
        return "\n" not in between or not rest
    return "\n" not in between and not rest
