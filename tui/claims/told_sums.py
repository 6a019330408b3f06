"""Sums of money told again in other words: ``a fortune of $72 million``, ``made $72 million in shares``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.claims.drafts import Draft
from tui.claims.extracts import Extract
from tui.claims.frequencies import AT_LARGE
from tui.claims.members import IMPLIED, Gathered, Member
from tui.claims.numbers_values import is_money
from tui.claims.terms import NUMBER, terms
from tui.claims.told_figures import Stories
from tui.language import quantities

_COMMON = 1.5  # the least rarity that the sentences of a sum have in common, names left out

Amount = tuple[str, frozenset[float]]


@dataclass(frozen=True, slots=True)
class _Sum:
    """An amount with its currency, and what its sentence says besides, names left out."""

    amount: Amount
    told: frozenset[str]

    def is_of(self, other: _Sum) -> bool:
        """Whether two equal amounts are of the same."""
        return AT_LARGE.sum(self.told & other.told) >= _COMMON


def sums(groups: Sequence[Gathered], extracts: Sequence[Extract], told: Stories) -> list[Gathered]:
    """What several articles of one story tell of one sum: those that are in none of the groups yet.

    Two articles of a story seldom give one exact sum for two things; sums that agree by rounding only they do
    more often than not.
    """
    placed = {(member.article, member.index) for group in groups for member in group.members}
    homes: dict[Amount, dict[int, list[tuple[Gathered, _Sum]]]] = {}
    found: list[Gathered] = []
    for article in sorted(told):
        for index, draft in enumerate(extracts[article].drafts):
            amount = _amount(draft) if draft.figure == "worth" and (article, index) not in placed else None
            if amount is None:
                continue
            one, known = _sum(amount, extracts[article], draft), homes.setdefault(amount, {})
            near = (pair for leader in sorted(told[article]) for pair in known.get(leader, ()))
            home = next((group for group, other in near if one.is_of(other)), None)
            if home is None:
                home = Gathered(Member(article, index, "verbatim"))
                home.members.append(home.leader)
                found.append(home)
            else:
                home.members.append(Member(article, index, "paraphrase", IMPLIED))
            known.setdefault(article, []).append((home, one))
    return [group for group in found if group.articles() > 1]


def _sum(amount: Amount, extract: Extract, draft: Draft) -> _Sum:
    sentence = extract.sentence_at(draft.span.start)
    around = terms(sentence.text if sentence else draft.whole.text)
    told = (word for word in around.bag - around.names if not word.startswith(NUMBER))
    return _Sum(amount, frozenset(told))


def _amount(draft: Draft) -> Amount | None:
    """The amount a draft begins with, if it is told in digits and the only one, conversions included."""
    found = quantities.find(draft.statement)
    if not found or found[0].unit is None or not any(map(str.isdigit, found[0].value.text)):
        return None
    if any(map(is_money, found[1:])):
        return None
    return found[0].unit, frozenset(end for end in (found[0].low, found[0].high) if end is not None)
