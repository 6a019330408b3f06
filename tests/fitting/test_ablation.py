from __future__ import annotations

import pytest

from tests.fitting import ablation
from tests.fitting.fit_check import build
from tui.claims import similarity, terms

ROWS = [
    {"id": "a", "text": "A giant squid was washed ashore near Bergen on Monday.\n", "claims": ["squid"]},
    {
        "id": "b",
        "text": "The giant squid near Bergen was washed ashore, children said.\n",
        "claims": ["squid"],
    },
    {"id": "c", "text": "The council of Tampere approved a tram line after a debate.\n", "claims": ["tram"]},
]


def test_every_change_is_undone() -> None:
    before = [
        (where, name, getattr(where, name)) for row in ablation.WITHOUT.values() for where, name, _ in row
    ]
    for changes in ablation.WITHOUT.values():
        with ablation.changed(changes):
            pass
    assert all(getattr(where, name) is value for where, name, value in before)


def test_a_step_left_out_shows() -> None:
    with ablation.changed(ablation.WITHOUT["without stems, synonyms, countries"]):
        assert terms.terms("Norwegian ferries").words == ("norwegian", "ferries")
    assert terms.terms("Norwegian ferries").words == ("norway", terms.stem("ferries"))


def test_penalties_are_left_out() -> None:
    with ablation.changed(ablation.WITHOUT["without negation and names"]):
        assert similarity.NEGATION == 0.0
    assert similarity.NEGATION > 0


def test_figures() -> None:
    prepared = ablation.statements(ROWS)
    assert ablation.measure_pairs(ROWS, prepared) == "1.000 1.000 1.000"
    claims = [{"id": "squid", "claim": "Giant squid washed ashore near Bergen"}]
    assert ablation.measure_search(ROWS, claims, build(ROWS)) == "1.000 1.000 1.000"


@pytest.mark.parametrize(("same", "figures"), [(True, "1.000 1.000"), (False, "0.000 0.000")])
def test_paraphrase_figures(same: bool, figures: str) -> None:
    assert (
        ablation.measure_paraphrase([{"a": "a tram line", "b": "the tram lines", "paraphrase": same}])
        == figures
    )
