"""What a query finds in the small corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.fixtures import open_workspace
from tui.workspace.query import QueryError
from tui.workspace.workspace import Workspace

BRIDGE, CARS, TRAMS = "c-bridge", "c-cars", "c-trams"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = open_workspace(tmp_path_factory.mktemp("search"))
    workspace.decide(CARS, "verified")
    return workspace


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        ("bridge", [BRIDGE]),
        ("bri", [BRIDGE]),
        ("ridge", [BRIDGE]),
        ("brigde", [BRIDGE]),
        ("BRIDGE May", [BRIDGE]),
        ("bridge cars", []),
        ("bridge OR cars", [BRIDGE, CARS]),
        ("!bridge", [TRAMS, CARS]),
        ('"cross it every day"', [CARS]),
        ('"going to close"', [BRIDGE]),  # the words of one of its mentions
        ('"every it"', []),
        ('"CROSS it, every', [CARS]),  # what stands between words does not matter
        ('"cross it ev', [CARS]),  # still being typed
        ('"cross it ev"', []),
        ('"cross it e', [CARS]),
        ('"cr', [CARS]),
        ('"cross ', [CARS]),
        ('!"cross it', [BRIDGE, TRAMS]),
        ("every day it", [CARS]),
        ("status:denied", [BRIDGE]),
        ("!status:denied", [TRAMS, CARS]),
        ("flag:echo", [BRIDGE]),
        ("origin:engin", [BRIDGE]),
        ("by:ruiz", [BRIDGE]),
        ('voice:"city hall"', [BRIDGE]),
        ("publisher:courier", [BRIDGE, CARS]),
        ("publisher:post !status:denied", [TRAMS]),
        ("date:2024-03-05", [BRIDGE, TRAMS]),
        ("date:..2024-03-01", [BRIDGE, CARS]),
        ("date:2024-3-5", [BRIDGE, TRAMS]),
        ("date:..2024-3-1", [BRIDGE, CARS]),
        ("date:2024-1", []),  # January, not October to December
        ("decision:verified", [CARS]),
        ("decision:none", [BRIDGE, TRAMS]),
        ("decision:any", [CARS]),
        ("decision:reopened", []),
        ("xylophone", []),
    ],
)
def test_claims(workspace: Workspace, query: str, claims: list[str]) -> None:
    assert [row.id for row in workspace.claims(query)] == claims


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("trams", ["post"]),
        ("rejects", ["gazette"]),
        ("ledger.txt", ["ledger"]),
        ('"is the bridge"', ["ledger"]),
        ("publisher:gazette OR publisher:ledger", ["gazette", "ledger"]),
        ("date:2024-03-02..", ["gazette", "ledger", "post"]),
        ("decision:verified", ["courier", "gazette"]),
        ("!decision:verified", ["ledger", "post"]),
        ("status:unsourced", ["courier", "gazette", "post"]),
        ('"cross it"', ["courier", "gazette"]),
        ('"is the bri', ["ledger"]),
        ('"the bridge cl"', []),
    ],
)
def test_articles(workspace: Workspace, query: str, names: list[str]) -> None:
    assert [Path(row.path).stem for row in workspace.articles(query)] == names


def test_the_word_itself_comes_before_longer_and_similar_ones(workspace: Workspace) -> None:
    found = [row.id for row in workspace.claims("the OR on")]
    assert found[0] in {BRIDGE, TRAMS}
    assert workspace.claims("in")[0].id == BRIDGE


@pytest.mark.parametrize(
    ("sort", "claims"),
    [
        ("attention", [BRIDGE, TRAMS, CARS]),
        ("recurrence", [BRIDGE, CARS, TRAMS]),
        ("newest", [BRIDGE, TRAMS, CARS]),
        ("status", [BRIDGE, CARS, TRAMS]),
        ("origins", [BRIDGE, CARS, TRAMS]),
    ],
)
def test_sorts(workspace: Workspace, sort: str, claims: list[str]) -> None:
    assert [row.id for row in workspace.claims(sort=sort)] == claims


def test_two_letters_are_the_beginning_of_a_word(workspace: Workspace) -> None:
    assert [row.id for row in workspace.claims("br")] == [BRIDGE]
    assert workspace.claims("ri")[:] == []
    assert [row.id for row in workspace.claims("rid")] == [BRIDGE]


_PARTS = [
    "bridge",
    "brid",
    "cross it",
    "brigde",
    "!cars",
    "status:denied",
    '"every day"',
    '"it every d',
    "OR trams",
    "may",
    "by:ruiz",
]


@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=4).map(" ".join))
def test_a_query_typed_letter_by_letter_finds_what_it_finds_at_once(workspace: Workspace, query: str) -> None:
    for end in range(len(query) + 1):
        fresh = Workspace.open(workspace.config, workspace.paths)
        assert found(workspace, query[:end]) == found(fresh, query[:end])


def found(workspace: Workspace, query: str) -> tuple[list[str], list[str]] | str:
    """The claims and the articles a query finds, or what is wrong with it."""
    try:
        return [row.id for row in workspace.claims(query)], [row.id for row in workspace.articles(query)]
    except QueryError as error:
        return str(error)
