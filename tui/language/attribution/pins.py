"""What a construction settles of an attribution, and the classes of words constructions are told by."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui.language.attribution.cues import Candidate
from tui.language.attribution.sources import Cue, Option
from tui.language.lexicon import words

PASSIVE = frozenset(("is", "are", "was", "were", "been", "being", "be", "'s", "'re"))
PHRASE = re.compile(r"[DALJ1SvZ](?:[DALJ1SvZ“”]*[DALJ1Sv”])?(?:[IC][DALJ1SvZ]*[ALJ1])*")


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


@cache
def reading() -> frozenset[str]:
    """Verbs of saying and those that say what a text says."""
    return speech() | words("cues", "reading")


def settled(candidate: Candidate, begin: int, end: int) -> Cue:
    """The cue of a candidate, from token `begin` up to `end`."""
    return Cue(begin, end, candidate.place, candidate.lemma, candidate.form)
