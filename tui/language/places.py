"""Countries and unions, and the names by which newspapers mean them."""

from __future__ import annotations

from functools import cache

from tui.language import lexicon


@cache
def states() -> dict[str, str]:
    """Every name, people, adjective and capital of ``places.toml`` with its state, all in lower case."""
    variants: dict[str, list[str]] = lexicon.load("places")["variants"]
    return {name: state for state, names in variants.items() for name in (state, *names)}
