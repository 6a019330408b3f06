"""The weights of the attribution rules: sums of named features, nothing else.

``lexicon/attribution-weights.json`` holds one table for each decision, feature name -> weight.  They are
fitted on annotated news by ``tests/fitting/attribution.py``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import TypeVar

Table = dict[str, float]
Option = TypeVar("Option")


@cache
def tables() -> dict[str, Table]:
    """All tables by the name of their decision; callers must not change them."""
    path = files("tui.language") / "lexicon" / "attribution-weights.json"
    once = cache(float)  # equal weights are one object: what is looked up so often has to be near
    data: dict[str, Table] = json.loads(path.read_text(encoding="utf-8"), parse_float=once)
    return data


@cache
def shared(decision: str, options: tuple[str, ...]) -> dict[str, tuple[float, ...]]:
    """A table whose options have the same features: for each the weights it gives to the options."""
    table = tables()[decision]
    names = {feature.split("|", 1)[1] for feature in table}
    return {name: tuple(table.get(f"{option}|{name}", 0.0) for option in options) for name in names}


def score(table: Table, features: Sequence[str]) -> float:
    """The sum of the features' weights; an unknown feature counts nothing."""
    return sum(map(table.get, features, repeat(0.0)))


def best_of(decision: str, options: tuple[str, ...], features: Sequence[str]) -> str:
    """The option with the highest score, the first one of equals, where they share their features."""
    table, none = shared(decision, options), repeat((0.0,) * len(options))
    scores = list(map(sum, zip(*map(table.get, features, none), strict=True)))
    return options[scores.index(max(scores))]


def best(table: Table, options: Sequence[Option], features: Callable[[Option], Sequence[str]]) -> Option:
    """The option with the highest score, the first one of equals; an only option is not looked at."""
    if len(options) == 1:
        return options[0]
    get, none = table.get, repeat(0.0)
    scores = [sum(map(get, features(option), none)) for option in options]
    return options[scores.index(max(scores))]
