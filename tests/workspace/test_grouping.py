"""Claims under headings, and the counts in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.fixtures import open_workspace
from tui.config import GROUPS, SORTS, Group
from tui.workspace.grouping import NO_FOLDS, Folds, Grouping, Section
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
    arranged, sections = grouping.arrange(order, NO_FOLDS)
    assert sorted(arranged) == sorted(order)
    for start, title, held, *_ in sections:
        members = list(arranged[start : start + held])
        group = int(title.removeprefix("group "))
        assert members == [position for position in order if homes[position] == group]
    assert [section.start for section in sections] == [
        sum(s.rows for s in sections[:n]) for n in range(len(sections))
    ]
    titles = [section.title for section in sections]
    first = list(dict.fromkeys(f"group {homes[position]}" for position in order))
    assert titles == (sorted(first) if ordered else first)


def test_a_heading_counts_its_rows() -> None:
    arranged, sections = Grouping([1, 0, 1], ["a", "b"], ordered=True).arrange([0, 1, 2], NO_FOLDS)
    assert list(arranged) == [1, 0, 2]
    assert sections == (Section(0, "a", 1, 0), Section(1, "b", 2, 1))


def test_of_a_folded_group_the_first_claim_stands_for_all(workspace: Workspace) -> None:
    (story,) = workspace.claims(group="story").sections
    rows = workspace.claims(group="story", folds=Folds().turned(story.group))
    assert [row.id for row in rows] == [BRIDGE]
    assert rows.sections == (story._replace(folded=True),)
    assert (len(rows.covered), [row.id for row in rows.unfolded]) == (3, [BRIDGE, CARS, TRAMS])
    assert rows.find(TRAMS) == rows.find(BRIDGE) == 0
    assert workspace.tally(rows).total == 3


def test_groups_of_one_claim_are_not_folded(workspace: Workspace) -> None:
    rows = workspace.claims(group="status", folds=Folds(all=True))
    assert [(section.title, section.folded) for section in rows.sections] == [
        ("denied", False),
        ("unsourced", True),
    ]
    assert [row.id for row in rows] == [BRIDGE, CARS]
    assert rows.find("c-nowhere") is None


@given(st.booleans(), st.lists(st.integers(0, 5)))
def test_turning_a_group_twice_changes_nothing(folded: bool, groups: list[int]) -> None:
    folds = Folds(folded)
    for group in groups:
        turned = folds.turned(group)
        assert (group in turned) is not (group in folds)
        assert all((other in turned) is (other in folds) for other in range(6) if other != group)
        assert turned.turned(group) == folds
        folds = turned
