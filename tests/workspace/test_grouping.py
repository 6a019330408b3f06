"""Claims under headings, and the counts in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.fixtures import open_workspace
from tui.config import GROUPS, SORTS, Group
from tui.workspace.grouping import Grouping, Section
from tui.workspace.workspace import Workspace

BRIDGE, CARS, TRAMS = "c-bridge", "c-cars", "c-trams"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return open_workspace(tmp_path_factory.mktemp("grouping"))


def grouped(
    workspace: Workspace, group: Group, query: str = "", sort: str = "attention"
) -> dict[str, list[str]]:
    """The ids of the claims below each heading."""
    rows = workspace.claims(query, sort, group)
    ids = [row.id for row in rows]
    assert sum(section.rows for section in rows.sections) == len(ids)
    return {s.title: ids[s.start : s.start + s.rows] for s in rows.sections}


def test_without_groups_there_are_no_headings(workspace: Workspace) -> None:
    assert workspace.claims().sections == ()


def test_by_status_the_gravest_first(workspace: Workspace) -> None:
    assert grouped(workspace, "status") == {"denied": [BRIDGE], "unsourced": [CARS, TRAMS]}
    assert list(grouped(workspace, "status", sort="newest")) == ["denied", "unsourced"]
    assert grouped(workspace, "status", sort="recurrence")["unsourced"] == [CARS, TRAMS]


def test_by_voice_in_its_own_spelling_those_without_last(workspace: Workspace) -> None:
    assert grouped(workspace, "voice") == {"City Hall": [BRIDGE], "no voice": [CARS, TRAMS]}


def test_by_story_named_after_its_first_article(workspace: Workspace) -> None:
    stories = grouped(workspace, "story")
    assert stories == {"Harbour bridge to close in May +3": [BRIDGE, CARS, TRAMS]}


def test_a_filter_leaves_only_the_groups_it_finds_something_in(workspace: Workspace) -> None:
    assert grouped(workspace, "status", "cars") == {"unsourced": [CARS]}
    assert grouped(workspace, "story", "zzzz") == {}


def test_every_sort_and_group_shows_every_claim_once(workspace: Workspace) -> None:
    for sort in SORTS:
        for group in GROUPS:
            rows = workspace.claims(sort=sort, group=group)
            assert sorted(row.id for row in rows) == [BRIDGE, CARS, TRAMS]


def test_decided_claims_are_last_in_their_group(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    workspace.decide(TRAMS, "verified")
    assert grouped(workspace, "status")["unsourced"] == [CARS, TRAMS]


def test_an_unknown_group_is_named(workspace: Workspace) -> None:
    with pytest.raises(ValueError, match="unknown group 'colour'"):
        workspace.claims(group="colour")  # type: ignore[arg-type]


@given(st.lists(st.integers(0, 4), max_size=30), st.booleans(), st.randoms(use_true_random=False))
def test_arranging_keeps_the_order_inside_each_group(homes: list[int], ordered: bool, dice: object) -> None:
    order = list(range(len(homes)))
    dice.shuffle(order)  # type: ignore[attr-defined]
    grouping = Grouping(homes, [f"group {n}" for n in range(5)], ordered)
    arranged, sections = grouping.arrange(order)
    assert sorted(arranged) == sorted(order)
    for start, title, held in sections:
        members = list(arranged[start : start + held])
        group = int(title.removeprefix("group "))
        assert members == [position for position in order if homes[position] == group]
    assert [start for start, _, _ in sections] == [
        sum(s.rows for s in sections[:n]) for n in range(len(sections))
    ]
    titles = [section.title for section in sections]
    first = list(dict.fromkeys(f"group {homes[position]}" for position in order))
    assert titles == (sorted(first) if ordered else first)


def test_a_heading_counts_its_rows() -> None:
    arranged, sections = Grouping([1, 0, 1], ["a", "b"], ordered=True).arrange([0, 1, 2])
    assert list(arranged) == [1, 0, 2]
    assert sections == (Section(0, "a", 1), Section(1, "b", 2))
