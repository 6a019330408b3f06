from __future__ import annotations

import pytest

from tui.claims import valuations
from tui.claims.analysis import analyse
from tui.claims.drafts import Draft, draw
from tui.claims.reading import read
from tui.model import Article, Claim

VALUED = [
    ("The paintings were worth half a million, the heirs said on Monday.", {"paint"}),
    ("All the stolen paintings are valued at $3 million by the heirs.", {"paint", "steal"}),
    ("Paintings worth $3 million hung in the villa by the lake.", set()),
    ("The trip was worth the wait, said both of the pilots.", set()),
    ("The deal is worth $3 million to the town of Brask.", set()),
]


@pytest.mark.parametrize(("text", "things"), VALUED)
def test_a_known_thing_is_valued(text: str, things: set[str]) -> None:
    assert {word for draft in draw(read(Article(text))) for word in valuations.valued(draft)} == things


FIRST = "Thieves took paintings worth $3 million from the Villa Marun in the night to Monday, police said.\n"
SECOND = "Paintings worth some $3 million were taken from the Villa Marun by thieves, police in Brask said.\n"


def values(third: str) -> Claim | None:
    """The claim that holds the last sentence of a third article together with the two others."""
    articles = [FIRST, SECOND, f"Thieves have been in the Villa Marun and got away, police said.\n{third}\n"]
    claims = analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(articles)]).claims
    together = [c for c in claims if len({m.article for m in c.mentions}) > 1]
    return next((c for c in together if any(third[:30] in m.text for m in c.mentions)), None)


def test_what_a_known_thing_is_worth_is_told_with_what_others_say_it_is() -> None:
    claim = values("The paintings were worth half a million, as the owner of the Villa Marun put down.")
    assert claim is not None
    assert "conflict" in {group.relation for group in claim.numbers}


def worths(text: str) -> list[Draft]:
    return [draft for draft in draw(read(Article(text))) if draft.figure == "worth"]


SAME = [
    ("The paintings were worth half a million, as the owner of the Villa Marun put down.", True),
    ("The paintings were worth half a million when seized from the Villa Marun.", True),
    ("The carpets were worth half a million, as the owner of the Villa Marun put down.", False),
    ("The paintings were worth half a million, as the owner of the Castle Tarrow put down.", False),
    ("The paintings were worth half a million when the Villa Marun was given them.", False),
]


@pytest.mark.parametrize(("text", "same"), SAME)
def test_thing_place_and_fate_must_be_the_same(text: str, same: bool) -> None:
    others = [*worths(FIRST.replace("took", "seized")), *worths(SECOND.replace("taken", "seized"))]
    draft = next(draft for draft in draw(read(Article(text))) if valuations.valued(draft))
    assert valuations.is_of_same(draft, frozenset({"paint" if "paint" in text else "carpet"}), others) == same
