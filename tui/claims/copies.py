"""Near-copies: articles that repeat most of another one's sentences word for word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.claims.extracts import Extract

SHARED = 0.8  # the least share of an article's sentences that makes it a near-copy
LEAST_SENTENCES = 3
TELLING = 40  # characters; shorter sentences and headings stand in many articles
_COMMON = 200  # a sentence in more articles than this is a template and tells nothing


def originals(extracts: Sequence[Extract], ids: Sequence[str]) -> dict[str, str]:
    """For each near-copy the id of its original: the earlier by date, then by order.

    A shorter version of a longer article counts as its copy, not the other way round.
    """
    order = sorted(range(len(extracts)), key=lambda i: (extracts[i].article.date or "9999", i))
    keys = [_keys(extract) for extract in extracts]
    holders: dict[int, list[int]] = defaultdict(list)
    found: dict[str, str] = {}
    for index in order:
        shared = Counter(h for key in keys[index] if len(holders[key]) <= _COMMON for h in holders[key])
        best = min(shared, key=lambda h: (-shared[h], h), default=None)
        if best is not None and shared[best] >= SHARED * len(keys[index]):
            found[ids[index]] = ids[best]
            continue
        for key in keys[index]:
            holders[key].append(index)
    return found


def _keys(extract: Extract) -> frozenset[int]:
    """Hashes of the sentences long enough to tell; of the text if they are few: equal texts always count."""
    places = zip(extract.starts, extract.ends, strict=True)
    long = [extract.text[start:end].casefold() for start, end in places if end - start > TELLING]
    if len(long) < LEAST_SENTENCES:
        return frozenset({hash(extract.text)})
    return frozenset(hash(" ".join(text.split())) for text in long)
