"""The same act with its two parties exchanged."""

from __future__ import annotations

import pytest

from tui.claims.analysis import analyse
from tui.claims.reversal import are_reversed
from tui.claims.terms import terms
from tui.model import Article

REVERSED = [
    ("Norway will sue Iceland over mackerel quotas", "Iceland will sue Norway over mackerel quotas"),
    ("Lindqvist accused Okafor of fraud", "Okafor accused Lindqvist of fraud"),
    ("Acme was bought by Borealis", "Borealis was bought by Acme"),
]
NOT_REVERSED = [
    ("Norway will sue Iceland over mackerel", "Iceland will be sued by Norway over mackerel"),
    ("Norway and Iceland agree on mackerel", "Iceland and Norway agree on mackerel"),
    ("Norway met Iceland in Bergen", "Iceland met Norway in Bergen"),
    ("Norway sued Iceland", "Norway sued Iceland"),
    ("Norway sued", "Iceland sued"),
]


@pytest.mark.parametrize(("one", "other"), REVERSED)
def test_exchanged_parties(one: str, other: str) -> None:
    assert are_reversed(terms(one), terms(other), one, other)
    assert are_reversed(terms(other), terms(one), other, one)


@pytest.mark.parametrize(("one", "other"), NOT_REVERSED)
def test_the_same_parties_in_the_same_roles(one: str, other: str) -> None:
    assert not are_reversed(terms(one), terms(other), one, other)


def test_exchanged_parties_make_two_claims() -> None:
    texts = [
        f"{said}, the Post reported.\nThe weather was fine in May, the Post wrote."
        for said, _ in REVERSED[:1]
    ]
    texts += [
        f"{said}, the Herald reported.\nPrices rose in May, the Herald wrote." for _, said in REVERSED[:1]
    ]
    claims = analyse([Article(text, path=f"{number}.txt") for number, text in enumerate(texts)]).claims
    assert {text for pair in REVERSED[:1] for text in pair} <= {claim.text for claim in claims}
