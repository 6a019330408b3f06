"""Role nouns: which words name a source by what it is."""

from __future__ import annotations

from functools import cache

from tui.language.lexicon import words

KINDS = ("person", "people", "document", "channel", "outlet", "body")


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Every role noun, singular and plural, with the kinds it can be of; a plural of a person is people."""
    table: dict[str, set[str]] = {}
    for kind in KINDS:
        for word in words("roles", kind):
            table.setdefault(word, set()).add(kind)
            if not word.endswith("s"):
                many = "people" if kind == "person" else kind
                table.setdefault(_plural(word), set()).add(many)
    return {word: frozenset(found) for word, found in table.items()}


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
