"""One sum of money in one story, in other words."""

from __future__ import annotations

import pytest

from tests.claims.test_told_figures import STORY
from tui.claims.analysis import analyse
from tui.model import Article, Claim


def summed(one: str, other: str) -> list[Claim]:
    """The claims about sums alone that two articles of one story share."""
    articles = [Article(STORY + one + "\n", path="a.txt"), Article(STORY + other + "\n", path="b.txt")]
    shared = [c for c in analyse(articles).claims if len({m.article for m in c.mentions}) > 1]
    return [c for c in shared if all(m.rule.endswith(".worth") for m in c.mentions)]


INSURED = (
    "The shipping line, as the paper in Brask wrote, had the hull insured for $44 million before it sailed."
)
HEIRS = "Insured or not, the {} will be fought over by the many heirs of the owner, who died in Tarrow."


@pytest.mark.parametrize("amount", ["$44 million", "$44m", "more than $44 million"])
def test_one_sum_of_a_story_is_one_claim_whose_figures_agree(amount: str) -> None:
    (claim,) = summed(INSURED, HEIRS.format(amount))
    assert [group.relation for group in claim.numbers] == ["agree"]


@pytest.mark.parametrize("amount", ["$46 million", "$44.2 million", "€44 million", "millions of dollars"])
def test_other_sums_stay_apart(amount: str) -> None:
    assert not summed(INSURED, HEIRS.format(amount))


def test_so_does_one_sum_of_things_that_have_no_words_in_common() -> None:
    assert not summed(
        INSURED, "The fair in Tarrow had brought in $44 million in one week, its owner told them."
    )


def test_nor_is_a_sum_with_others_behind_it_one_that_can_be_told_again() -> None:
    other = (
        "Insured or not, $44 million or $7 million will be fought over by the heirs of the owner, who died."
    )
    assert not summed(INSURED, other)
