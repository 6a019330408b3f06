"""Verb forms: which base form a word may belong to, and as which form."""

from __future__ import annotations

from functools import cache

from tui.language.lexicon import load, words

VOWELS = "aeiou"


@cache
def forms() -> dict[str, tuple[str, str]]:
    """Every verb form of the lexicon: form -> (base form, what the form can be).

    The second is one or more of b (base), s (third person), d (past), n (past participle), g (-ing).
    """
    doubling = words("verbs", "doubling")
    table: dict[str, tuple[str, str]] = {}
    for base in sorted(words("verbs", "regular")):
        stem = base + base[-1] if base in doubling else base
        past = _past(base, stem)
        _add(table, base, (base, "b"), (_third(base), "s"), (past, "d"), (past, "n"), (_ing(base, stem), "g"))
    for line in load("verbs")["irregular"].strip().splitlines():
        base, past, participle = line.split()
        stem = base + base[-1] if _doubles(base) else base
        _add(
            table,
            base,
            (base, "b"),
            (_third(base), "s"),
            (past, "d"),
            (participle, "n"),
            (_ing(base, stem), "g"),
        )
    return table


def _add(table: dict[str, tuple[str, str]], base: str, *pairs: tuple[str, str]) -> None:
    for form, kind in pairs:
        held = table.get(form)
        if held is None:
            table[form] = (base, kind)
        elif held[0] == base and kind not in held[1]:
            table[form] = (base, held[1] + kind)


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(base: str, stem: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in VOWELS else stem + "ed"


def _ing(base: str, stem: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    return base[:-1] + "ing" if base.endswith("e") and base[-2:] not in ("ee", "oe", "ye") else stem + "ing"


def _doubles(base: str) -> bool:
    return len(base) == 3 and base[-1] not in VOWELS + "wxy" and base[-2] in VOWELS
