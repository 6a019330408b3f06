from __future__ import annotations

import pytest

from tui.claims.analysis import analyse
from tui.model import Article

TOLD = "The kingdom of Orrin will recognise the council of Brask in May, a paper said on Monday.\n"
OTHER = "The bakery in Lund sold 4,000 loaves on Friday, its owner Bo Lind said.\n"


def stances(answer: str, *, told: str = TOLD, words: str = "will recognise the council") -> set[str]:
    """What is done with the claim that holds the words."""
    claims = analyse([Article(f"{told}{OTHER}{answer}\n", path="a.txt")]).claims
    return {m.stance for claim in claims if words in claim.text for m in claim.mentions}


@pytest.mark.parametrize(
    "answer",
    [
        "Ann Roe said that Orrin will trade with Brask but was not considering recognition of its rulers.",
        "Ann Roe said that Orrin talked to Brask but was not considering granting formal recognition to it.",
    ],
)
def test_a_plan_is_denied_by_who_is_not_considering_it(answer: str) -> None:
    assert "denies" in stances(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "Ann Roe said that Orrin will trade with Brask but was not considering a loan to its rulers.",
        "Ann Roe said that Lund will trade with Tarrow but was not considering recognition of its rulers.",
        "Ann Roe said that Orrin was considering granting formal recognition to Brask.",
    ],
)
def test_it_is_the_same_act_of_the_same_parties(answer: str) -> None:
    assert "denies" not in stances(answer)


def test_what_is_already_told_in_the_negative_is_not_denied_again() -> None:
    told = "The kingdom of Orrin will not recognise the council of Brask in May, a paper said on Monday.\n"
    answer = (
        "Ann Roe said that Orrin talked to Brask but was not considering granting formal recognition to it."
    )
    assert "denies" not in stances(answer, told=told, words="will not recognise the council")
