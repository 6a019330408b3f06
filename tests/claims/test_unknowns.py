from __future__ import annotations

import pytest

from tui.claims.analysis import analyse
from tui.claims.unknowns import alike, unknown
from tui.model import Article

ALIKE = [
    ("he has no idea how it ended up in Tarrow", "It is unclear how the lorry came to be in Tarrow"),
    ("Nobody knows who fired at the ferry.", "It is still unknown who the ferry was attacked by."),
    ("The board does not know where the parcels are.", "It is not clear where the lost parcels have gone."),
    ("Police did not say how many divers were missing.", "it was unclear how many of the divers were alive"),
]
APART = [
    ("He had no idea where that figure came from.", "It is not clear where he got the money."),
    ("he has no idea how it ended up in Tarrow", "It is unclear when the lorry left Tarrow"),
    ("Nobody knows who fired at the ferry.", "It is unknown who paid for the bridge."),
    ("Nobody knows who fired at the ferry in Lund.", "It is unknown who fired at the ferry in Brask."),
    ("Nobody knows who fired at the ferry.", "Everybody knows who fired at the ferry."),
    ("She does not know what these men want.", "They do not know what to do next."),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_the_same_is_not_known(one: str, other: str) -> None:
    assert list(alike({3: one, 5: other})) == [(3, 5)]


@pytest.mark.parametrize(("one", "other"), APART)
def test_something_else_is_not_known(one: str, other: str) -> None:
    assert not list(alike({3: one, 5: other}))


@pytest.mark.parametrize(
    "text",
    ["He knows where it is.", "Where is it?", "It is unclear."],
)
def test_what_is_known_or_not_asked_is_no_unknown(text: str) -> None:
    assert unknown(text) is None


def test_two_who_do_not_know_the_same_say_the_same() -> None:
    found = "Police in Lund found 40 stolen watches and a lorry in the harbour on Monday.\n"
    bakery = "The bakery beside the harbour of Lund was closed for two hours, the baker said.\n"
    first = "Bo Lind said that he had no idea how it ended up in Tarrow.\n"
    second = "“It is unclear how the van came to be in Tarrow,” said Ann Roe.\n"
    texts = [found + bakery + first, found + bakery + second]
    claims = analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]).claims
    assert any({"Bo Lind", "Ann Roe"} <= {mention.by for mention in claim.mentions} for claim in claims)
