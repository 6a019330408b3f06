"""The drift grid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.fixtures import open_workspace
from tui.model import Claim, Mention, NumberGroup, NumberValue, Relation
from tui.workspace.dossier import Dossier, Label, compile_dossier
from tui.workspace.drift import are_apart, draw_up


def group(quantity: str, relation: Relation, *values: tuple[str, str]) -> NumberGroup:
    found = tuple(NumberValue(a, n, n + 1, text, None, None, quantity) for n, (a, text) in enumerate(values))
    return NumberGroup(quantity, relation, found)


def dossier(*numbers: NumberGroup) -> Dossier:
    mentions = tuple(Mention(a, 0, 4, "text", "reports", "rule") for a in "abc")
    labels = {
        "a": Label("Post", "2024-01-02", 1),
        "b": Label("Globe", "2024-01-01", 0),
        "c": Label("Radio", None, 2),
    }
    return compile_dossier(Claim("c", "text", "attributed", (), (), mentions, numbers), labels)


def test_conflicts_come_first_and_columns_stand_by_date() -> None:
    grid = draw_up(
        dossier(
            group("dead", "single", ("b", "at least 12")),
            group("hurt", "conflict", ("a", "30"), ("b", "around 70"), ("a", "31")),
        )
    )
    assert [column.name for column in grid.columns] == ["Globe", "Post"]
    assert [row.quantity for row in grid.rows] == ["hurt", "dead"]
    assert [[cell.text for cell in cells] for cells in grid.rows[0].cells] == [["around 70"], ["30", "31"]]
    assert [[cell.text for cell in cells] for cells in grid.rows[1].cells] == [["at least 12"], []]
    assert grid.silent == ("Radio",)


def test_each_row_says_how_its_figures_relate() -> None:
    rows = draw_up(
        dossier(
            group("hurt", "conflict", ("a", "30"), ("b", "70")),
            group("boats", "agree", ("a", "nine boats"), ("b", "Nine  boats")),
            group("trips", "agree", ("a", "about 100"), ("b", "98"), ("c", "98")),
            group("dead", "single", ("c", "12")),
        )
    ).rows
    assert [row.verdict for row in rows] == [
        "conflict: 2 figures in 2 articles",
        "agree: the same words in 2 articles",
        "agree: 2 figures in 3 articles",
        "only Radio",
    ]


def ranged(text: str, low: float | None, high: float | None) -> NumberValue:
    return NumberValue("a", 0, 1, text, low, high, "boat")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (ranged("22,174", 22174, 22174), ranged("23,825", 23825, 23825), True),
        (ranged("22,174", 22174, 22174), ranged("thousands", 1000, None), False),
        (ranged("7.12", 7.12, 7.12), ranged("7.1", 7.1, 7.1), False),
        (ranged("May", None, None), ranged("June", None, None), True),
        (ranged("May", None, None), ranged("may", None, None), False),
    ],
)
def test_what_excludes_each_other(one: NumberValue, other: NumberValue, apart: bool) -> None:
    assert are_apart(one, other) is apart
    assert are_apart(other, one) is apart


def test_only_figures_in_conflict_stand_apart() -> None:
    (row,) = draw_up(dossier(group("hurt", "conflict", ("a", "30"), ("b", "70"), ("c", "30")))).rows
    assert [cell.apart for (cell,) in row.cells] == [True, True, True]
    (row,) = draw_up(dossier(group("hurt", "agree", ("a", "30"), ("b", "about 30")))).rows
    assert not any(cell.apart for (cell,) in row.cells)


def test_a_claim_without_figures_has_no_grid() -> None:
    grid = draw_up(dossier())
    assert (grid.columns, grid.rows, grid.silent) == ((), (), ("Globe", "Post", "Radio"))


def test_cells_lead_to_the_words_they_show(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    grid = draw_up(workspace.dossier("c-cars"))
    cells = [cell for row in grid.rows for cells in row.cells for cell in cells]
    assert [cell.text for cell in cells] == ["About 40,000 cars", "41,000 cars"]
    for cell in cells:
        text = workspace.article(cell.target.article).article.text
        assert text[cell.target.start : cell.target.end].startswith(cell.text)
