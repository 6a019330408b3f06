from __future__ import annotations

import pytest

from tui.claims.analysis import analyse
from tui.model import Article, Claim

STORY = "A ferry with cars on board sank off Lund on Monday, the coast guard said.\n"


def counted(one: str, other: str) -> list[Claim]:
    """The claims about figures alone that two articles of one story share."""
    articles = [Article(STORY + one + "\n", path="a.txt"), Article(STORY + other + "\n", path="b.txt")]
    shared = [c for c in analyse(articles).claims if len({m.article for m in c.mentions}) > 1]
    return [c for c in shared if all(m.rule.endswith(".count") for m in c.mentions)]


TOGETHER = [
    (
        "In the hold divers found 140 motorcycles under a layer of silt, as the paper in Brask wrote.",
        "The divers who searched the silt in the hold counted 155 motorcycles when they came back.",
    ),
    (
        "The owner, who comes from Tarrow, had 340 motorcycles sent to the fair.",
        "Insured were 340 motorcycles and nothing else, it turned out.",
    ),
]
APART = [
    (
        "In the hold divers found 140 motorcycles under a layer of silt, as the paper in Brask wrote.",
        "Last year the owner sold 900 motorcycles, more than anybody else in Tarrow.",
    ),
    (
        "The hold, which divers searched through the silt, is 14 metres long, as the paper in Brask wrote.",
        "The divers who searched the silt in the hold found it to be 2 metres high when they came back.",
    ),
    (
        "In the hold divers found 140 motorcycles under a layer of silt, as the paper in Brask wrote.",
        "The divers who searched the silt in the hold saw two of the motorcycles when they came back.",
    ),
    (
        "Both had two sides, the captain of the other ship said later.",
        "The harbour, the town has found, has two sides to repair this year.",
    ),
    (
        "The owner lives at 1 Market Place above a shop, as neighbours say.",
        "Nobody at 1 Market Place opened the door to reporters, who rang for hours.",
    ),
]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_one_number_of_things_is_one_claim(one: str, other: str) -> None:
    assert len(counted(one, other)) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_things_of_that_name_are_counted_apart(one: str, other: str) -> None:
    assert not counted(one, other)
