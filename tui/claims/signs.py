"""The signs of refuting, hedging, vouching and negating in a text, counted under the names of their lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from tui.language.stance_posture import Feature, posture
from tui.model import Span

MOST = 2  # of one sign in one text; more add nothing


@lru_cache(maxsize=50_000)
def of_sentence(text: str) -> dict[str, int]:
    """The signs of one sentence."""
    return count(posture(text).features)


def count(features: Iterable[Feature]) -> dict[str, int]:
    """How often each sign and each group of them (``refute`` of ``refute.hoax``) occurs, at most `MOST`."""
    counts: Counter[str] = Counter()
    for feature in features:
        counts[feature.name] += 1
        counts[feature.name.split(".")[0]] += 1
    return {name: min(MOST, number) for name, number in counts.items()}


def words_of(spans: Iterable[Span]) -> str:
    """The words of signs, as they are quoted in a rule."""
    return " ".join(f"“{span.text}”" for span in spans)
