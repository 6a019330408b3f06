"""Who corroborates whom: of the origins of one claim those that two have told in words that say the same.

A claim gathers what is told of one thing, also what shares little but its names: Ann Roe, who wants the
bridge closed, and Bo Lind, who wants to know who closed it, are two origins and corroborate nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from tui.claims import weighing
from tui.claims.comparing import paraphrase_features
from tui.claims.drafts import Draft
from tui.claims.terms import NUMBER, terms

SAME = 0.6  # the least probability, by the paraphrase model, that two statements say the same
TELLING = 3  # terms that a statement must have: "that ship has sailed" may be said of anything


def corroborating(told: Mapping[str, Sequence[str]]) -> list[str]:
    """The origins of which another one says the same, in their order; `told` has the statements of each."""
    pairs = (pair for pair in combinations(told, 2) if _agree(told[pair[0]], told[pair[1]]))
    found = {origin for pair in pairs for origin in pair}
    return [origin for origin in told if origin in found]


def tells(draft: Draft) -> bool:
    """Whether a draft says enough to be compared by its words: a number of something, or several terms."""
    found = terms(draft.statement)
    if draft.figure is not None:
        return any(word not in found.names and word[0] != NUMBER for word in found.words)
    return len(found.words) >= TELLING


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    return any(_say_the_same(x, y) for x in one for y in other)


def _say_the_same(one: str, other: str) -> bool:
    return weighing.load("paraphrase").shares(paraphrase_features(one, other))["same"] >= SAME
