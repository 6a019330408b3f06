"""What a denial in a noun phrase is a denial of: "any deaths" of "three people died in the fire".

Who denies "takeover talks" denies the statement that tells of talks to take over: the one with every word of
the phrase, whatever their form, which says that it is so, or that the party is accused of it.  Who denies
"any wrongdoing" denies what the sentence before accuses him of.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tui.claims.drafts import Draft
from tui.claims.frequencies import AT_LARGE
from tui.claims.terms import term, terms
from tui.language import clauses, lexicon
from tui.model import PUTS_FORWARD

_NOUNS = (".nominal-object", ".report-object")
_LONGEST = 8  # words of such a phrase
_TELLING = 3.0  # the least rarity of its words
_ORDINARY = 1.5  # the same right behind the statement
_NEAR = 4  # sentences before the denial, where the words are enough without the party's name
_FAR = 20  # sentences to a statement that names the party
_BEFORE = 2  # sentences in which that stands which was said right before
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPEN = frozenset({"whether", "if", "could", "might", "may", "would"})  # what is asked or only possible
_TO_DO = frozenset({"will", "to", "not", "did"})
_REACH = 4  # words behind a verb that carries a noun
_BE = frozenset({"is", "are", "was", "were", "been", "being"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase that is denied: its terms, the noun among them, and the terms of who denies it."""

    telling: frozenset[str]
    head: str
    parties: frozenset[str]

    def is_said_by(self, statement: Draft) -> bool:
        """Whether a statement says what the words tell of, or that the party is accused of it."""
        found = terms(statement.statement)
        if statement.stance not in PUTS_FORWARD or found.negated or not self.telling <= found.bag:
            return False
        words = _WORDS.findall(statement.statement)
        if not _OPEN.isdisjoint(words):
            return False
        words = [word.lower() for word in words]
        if self.names(statement) and not lexicon.words("stance_answers", "charging").isdisjoint(words):
            return True
        return bool(self.head) and any(self.head in terms(said).bag for said in _predicates(words))

    def names(self, statement: Draft) -> bool:
        """Whether a statement names the party."""
        return not self.parties.isdisjoint(terms(statement.statement).bag)

    def is_meant(self, back: int, *, named: bool) -> bool:
        """Whether that is meant which was said `back` sentences before, of the party if it was `named`."""
        before = 0 <= back <= _BEFORE
        if not self.head:
            return named and before
        if self.rarity() >= _TELLING:
            return abs(back) <= _FAR if named else 0 <= back <= _NEAR
        return before and (named or self.rarity() >= _ORDINARY)

    def rarity(self) -> float:
        """How much its words tell."""
        return AT_LARGE.sum(self.telling)


def nominal(denial: Draft, party: str) -> Nominal | None:
    """The noun phrase that a draft denies; None if it denies a clause, or nothing."""
    if denial.stance != "denies" or not denial.rule.endswith(_NOUNS) or not _is_phrase(denial.statement):
        return None
    asked, parties = terms(denial.statement), terms(party).bag
    telling = asked.bag - _light() - parties
    head = _head(denial.statement, telling - asked.names)
    return None if asked.negated or (telling and not head) else Nominal(telling, head, parties)


def told_beside(
    denied: Nominal,
    place: int,
    drafts: Sequence[Draft],
    stated: Container[int],
    starts: Sequence[int],
) -> int | None:
    """Which of the statements of its own article a draft at `place` denies; None if it is none of them.

    `starts` are where the sentences of the article begin.
    """
    here = bisect_right(starts, drafts[place].span.start)
    fitting = {}
    for number in filter(stated.__contains__, _near(here, drafts, starts)):
        if drafts[number].statement != drafts[place].statement and denied.is_said_by(drafts[number]):
            named, back = denied.names(drafts[number]), here - bisect_right(starts, drafts[number].span.start)
            if denied.is_meant(back, named=named):
                fitting[number] = (not named, abs(back), back < 0, number)
    return min(fitting, key=fitting.__getitem__, default=None)


def _near(here: int, drafts: Sequence[Draft], starts: Sequence[int]) -> range:
    """The drafts, in the order of the text, that may be meant in the sentence with the number `here`."""
    first = bisect_left(drafts, starts[max(0, here - _FAR - 1)], key=_start) if here > _FAR else 0
    after = here + _FAR
    return range(
        first, bisect_left(drafts, starts[after], key=_start) if after < len(starts) else len(drafts)
    )


def _start(draft: Draft) -> int:
    return draft.span.start


def _is_phrase(statement: str) -> bool:
    return len(statement.split()) <= _LONGEST and not clauses.has_verb(statement, 0, len(statement))


def _head(phrase: str, telling: frozenset[str]) -> str:
    """The last word before a preposition, or the first behind it: "takeover talks", "a hand in the theft"."""
    first, _, rest = (" ".join(part) for part in _parted(phrase.lower().split()))
    before = [word for word in terms(first).words if word in telling]
    return before[-1] if before else next((word for word in terms(rest).words if word in telling), "")


def _parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    prepositions = lexicon.words("grammar", "prepositions")
    at = next((place for place, word in enumerate(words) if place and word in prepositions), len(words))
    return words[:at], words[at : at + 1], words[at + 1 :]


def _predicates(words: Sequence[str]) -> Iterator[str]:
    """The verbs of a statement, and the words behind one which says only that they are so: "is in talks"."""
    carrying = lexicon.words("stance_answers", "carrying")
    for place, word in enumerate(words):
        before = words[max(0, place - 2) : place]
        goes_on = word.endswith("ing") and not _BE.isdisjoint(before)
        if word in carrying:
            yield " ".join(words[place + 1 : place + 1 + _REACH])
        elif goes_on or clauses.is_finite(word) or not _TO_DO.isdisjoint(before):
            yield " ".join(words[place : place + 2])


@cache
def _light() -> frozenset[str]:
    """The terms that only say that there is something denied: "the allegations", "any involvement"."""
    return frozenset(map(term, lexicon.words("stance_answers", "denied"))) - {""}
