"""The states that leaders stand for: what their leader does, they do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.claims.extracts import Extract

_CAPITALISED = re.compile(r"[A-Z]\w*")  # as surnames are; found in half of the time of all words


def of_leaders(extracts: Sequence[Extract]) -> dict[str, str]:
    """The states of the leaders that any article introduces; a name given two states means neither."""
    found: dict[str, set[str]] = {}
    for extract in extracts:
        for surname, state in extract.leaders.items():
            found.setdefault(surname, set()).add(state)
    return {surname: next(iter(states)) for surname, states in found.items() if len(states) == 1}


def with_states(text: str, states: dict[str, str]) -> str:
    """A statement with the states of the leaders it names: "Lopez signed" is what the country did."""
    if states.keys().isdisjoint(_CAPITALISED.findall(text)):
        return text
    named = dict.fromkeys(states[word] for word in re.findall(r"\w+", text) if word in states)
    return " ".join([text, *map(str.title, named)])
