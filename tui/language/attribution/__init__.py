"""Who says what: sources, cues and contents of one article.

Spans follow the conventions of PolNeAR (Newell, Margolin and Ruths 2018): the cue takes its auxiliaries
and adverbs, the content its ``that`` and quotation marks, the source its appositions.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.attribution import floating, frames
from tui.language.attribution.records import record
from tui.language.attribution.sketches import sketch
from tui.model import Attribution, Quote, Sentence

__all__ = ["find"]


def find(text: str, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> tuple[Attribution, ...]:
    """Every attribution of the text, in the order of their cues.

    A clause with several cues (“S said, according to T”) gives one attribution for each.
    """
    sketches = sketch(text, sentences, quotes)
    found = [frames.read(one, quotes) for one in sketches]
    floating.attach(text, sketches, quotes, found)
    records = [record(text, frame) for group in found for frame in group if frame.pieces]
    return tuple(sorted(records, key=lambda one: (one.cue.start, one.cue.end)))
