from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.claims.frequencies import Rarity
from tui.claims.stories import cluster
from tui.claims.terms import terms

SQUID = [
    "A giant squid was washed ashore near Bergen; children found the squid on the beach at dawn.",
    "The squid found on a beach near Bergen measured nine metres, a marine biologist said.",
    "Biologists examined the giant squid of Bergen before it was taken from the beach.",
]
TRAM = [
    "The council of Tampere approved a tram line after a long debate about its costs.",
    "Tampere will get a tram line; councillors approved the costs on Monday night.",
]


def stories_of(texts: list[str]) -> list[list[int]]:
    words = [list(terms(text).words) for text in texts]
    return cluster(words, Rarity.of(words))


def test_articles_of_one_story_come_together() -> None:
    assert stories_of([*SQUID, *TRAM]) == [[0, 1, 2], [3, 4]]


def test_one_article_that_touches_on_two_stories_does_not_join_them() -> None:
    digest = "In brief: a giant squid near Bergen, and Tampere approved its tram line."
    found = stories_of([*SQUID, *TRAM, digest])
    assert not any({0, 3} <= set(story) for story in found)


@given(st.lists(st.lists(st.sampled_from(["squid", "tram", "bergen", "tampere", "said"])), max_size=8))
def test_every_article_is_in_one_story(articles: list[list[str]]) -> None:
    found = cluster(articles, Rarity.of(articles))
    assert sorted(member for story in found for member in story) == list(range(len(articles)))


def test_no_articles() -> None:
    assert cluster([], Rarity()) == []
