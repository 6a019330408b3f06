"""Which statement of its article an answer contradicts without a word about it.

"The ministry was not considering recognition of the council" answers "Lopez will recognise the council": the
same act of the same parties, told of as a plan and denied as one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.claims.drafts import Draft
from tui.claims.terms import Terms, term, terms
from tui.language import lexicon

RULE = "stance.denies.counter-statement"
_PARTIES = 2  # names that an act must have in common: who acts, and towards whom or where
_REACH = 3  # words behind a verb that only carries its noun: "granting formal recognition"
_WORDS = re.compile(r"[^\W\d_]+")


def contradicted(answer: Draft, told: str, stated: Mapping[int, str]) -> int | None:
    """Which of the statements an answer contradicts: its key in `stated`, None if it is none of them.

    The answer is one of the rule; `told` is what the party says with its answer, where the parties are named.
    """
    acts, parties = _acts(answer.statement), terms(told).names
    shared = {
        key: len(parties & names) for key, text in stated.items() if (names := _tells(terms(text), acts))
    }
    return min(
        (key for key in shared if shared[key] >= _PARTIES), key=lambda k: (-shared[k], k), default=None
    )


def _tells(statement: Terms, acts: frozenset[str]) -> frozenset[str]:
    """The names in a statement that tells of one of the acts; none in any other."""
    return statement.names if not statement.negated and acts & statement.bag else frozenset()


def _acts(denied: str) -> frozenset[str]:
    """What somebody is not about to do: the verb, or the nouns behind a verb that says little itself."""
    words = _WORDS.findall(denied)
    if not words:
        return frozenset()
    light = words[0].casefold() in lexicon.words("stance_answers", "light")
    found = words[1 : 1 + _REACH] if light else words[:1]
    return frozenset(filter(None, (term(word) for word in found if word.islower())))
