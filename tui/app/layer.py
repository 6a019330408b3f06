"""Styled stretches of a text, found again by where they are: what was searched, who is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from tui.app.lines import Run
from tui.model import Attribution

# A character typed -> what may stand for it in print.
_VARIANTS = {"'": "['‘’‚‹›]", '"': '["“”„«»]', "-": "[-‐‑–—−]"}


class Layer:
    """`runs` in the order of their places; looking up the runs of a line takes a bisection."""

    def __init__(self, runs: Iterable[Run] = ()) -> None:
        self.runs: Sequence[Run] = sorted(runs)
        self._starts = [run.start for run in self.runs]
        self._reach = list(accumulate((run.end for run in self.runs), max))

    def __len__(self) -> int:
        return len(self.runs)

    def over(self, start: int, end: int) -> list[Run]:
        """The runs that may overlap start..end, and all that do."""
        return list(self.runs[bisect_right(self._reach, start) : bisect_left(self._starts, end)])

    def first_after(self, offset: int) -> int:
        """The index of the first run that begins at `offset` or later; 0 if none does."""
        index = bisect_left(self._starts, offset)
        return index if index < len(self.runs) else 0


def matches(text: str, query: str) -> Layer:
    """Where the words of `query` stand one after the other; neither case nor the shape of quotes matters."""
    pattern = r"\s+".join("".join(map(_variants, word)) for word in query.split())
    if not pattern:
        return Layer()
    found = re.finditer(pattern, text, re.IGNORECASE)
    return Layer(Run(match.start(), match.end(), "match") for match in found)


def _variants(character: str) -> str:
    return _VARIANTS.get(character) or re.escape(character)


def sayings(attributions: Iterable[Attribution]) -> Layer:
    """Who is quoted as saying what: sources, the words that attribute, and what is said."""
    runs: list[Run] = []
    for found in attributions:
        runs += [Run(span.start, span.end, "quote") for span in found.content]
        runs.append(Run(found.cue.start, found.cue.end, "attribution"))
        if found.source is not None:
            runs.append(Run(found.source.start, found.source.end, "source"))
    return Layer(runs)
