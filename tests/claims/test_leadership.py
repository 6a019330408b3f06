from __future__ import annotations

import pytest

from tui.claims import leadership
from tui.claims.extracts import extract
from tui.model import Article


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Spain’s president Maria Lopez signed the treaty.", {"Lopez": "spain"}),
        ("Chinese premier Liu He signed the treaty.", {}),
        ("He met Russian president Friday in Lund.", {}),
        ("Jordan’s king Abdullah II signed the treaty.", {}),
        ("Spanish prime minister Ann May signed the treaty.", {}),
    ],
)
def test_an_ordinary_word_stands_for_no_state(text: str, states: dict[str, str]) -> None:
    assert leadership.of_leaders([extract(Article(text))]) == states


def test_two_states_are_none() -> None:
    texts = ("Spain’s president Maria Lopez signed.", "Mexico’s president Juan Lopez signed.")
    assert not leadership.of_leaders([extract(Article(text)) for text in texts])


def test_what_a_leader_does_his_state_does() -> None:
    assert leadership.with_states("Lopez signed the treaty", {"Lopez": "spain"}) == (
        "Lopez signed the treaty Spain"
    )
