"""What the words of a cue do: say, ask, act by speaking, or pass on what is said."""

from __future__ import annotations

from functools import cache

from tui.language import lexicon, verbs


@cache
def forms(name: str, key: str = "verbs") -> frozenset[str]:
    """All forms of the verbs of a lexicon file."""
    listed = lexicon.words(name, key)
    return frozenset(form for form, (base, _) in verbs.forms().items() if base in listed)


def is_directive(cue: str) -> bool:
    """Whether a cue asks, plans or wishes: ``has asked``, ``is planning``."""
    return not forms("directives").isdisjoint(cue.casefold().split()[-2:])


def is_hearsay(cue: str) -> bool:
    """Whether a cue tells what is said and not what is known: ``is claimed``, ``has been reported``."""
    return not forms("speech", "hearsay").isdisjoint(cue.casefold().split())


def is_speech(cue: str) -> bool:
    """Whether a statement may follow a cue directly: ``has said``, ``warns``."""
    return not forms("speech").isdisjoint(cue.casefold().split())


def is_act(cue: str) -> bool:
    """Whether a cue is something done by speaking: ``has blamed``, ``rejects``."""
    return not forms("speech", "acts").isdisjoint(cue.casefold().split())
