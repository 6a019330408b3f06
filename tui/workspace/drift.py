"""The drift grid: what each article gives for each quantity of a claim, as written."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from tui.claims.numbers_values import gap
from tui.model import NumberGroup, NumberValue, Relation
from tui.workspace.dossier import Dossier
from tui.workspace.timeline import Label, Target


@dataclass(frozen=True, slots=True)
class Column:
    """An article that gives a figure."""

    article: str
    name: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as written, and where; `apart`: it cannot be what another one of the row is."""

    text: str
    target: Target
    apart: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One quantity: how its values relate, said in words, and for each column its cells in order of place."""

    quantity: str
    relation: Relation
    verdict: str
    cells: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Quantities by articles; `silent` are the articles that carry the claim without any figure."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    silent: tuple[str, ...]


def draw_up(dossier: Dossier) -> Grid:
    """The grid of a claim: articles in the order of the list, conflicts above agreements above the rest."""
    labels = sorted(dossier.labels.items(), key=lambda pair: pair[1].order)
    speaking = {value.article for group in dossier.claim.numbers for value in group.values}
    columns = tuple(Column(key, label.name, label.date) for key, label in labels if key in speaking)
    groups = sorted(dossier.claim.numbers, key=lambda group: _RANKS[group.relation])
    rows = tuple(_row(group, columns, dossier.labels) for group in groups)
    return Grid(columns, rows, tuple(label.name for key, label in labels if key not in speaking))


_RANKS: Mapping[Relation, int] = {"conflict": 0, "agree": 1, "single": 2}


def _row(group: NumberGroup, columns: tuple[Column, ...], labels: Mapping[str, Label]) -> Row:
    cells = tuple(
        tuple(_cell(value, group) for value in group.values if value.article == column.article)
        for column in columns
    )
    return Row(group.quantity, group.relation, _verdict(group, labels), cells)


def _cell(value: NumberValue, group: NumberGroup) -> Cell:
    clashing = group.relation == "conflict" and any(are_apart(value, other) for other in group.values)
    return Cell(value.text, Target(value.article, value.start, value.end), clashing)


def are_apart(a: NumberValue, b: NumberValue) -> bool:
    """Whether two values of a quantity in conflict exclude each other; dates do unless they read alike."""
    ranges = [(value.low, value.high) for value in (a, b)]
    if (None, None) in ranges:
        return _plain(a.text) != _plain(b.text)
    one, other = (
        (-math.inf if low is None else low, math.inf if high is None else high) for low, high in ranges
    )
    return gap(one, other) > 0


def _verdict(group: NumberGroup, labels: Mapping[str, Label]) -> str:
    """``conflict: 3 figures in 4 articles``; for a single figure, who alone gives it."""
    articles = list(dict.fromkeys(value.article for value in group.values))
    written = len({_plain(value.text) for value in group.values})
    if group.relation == "single":
        return f"only {labels[articles[0]].name}"
    figures = "the same words" if written == 1 else f"{written} figures"
    return f"{group.relation}: {figures} in {len(articles)} article{'s' * (len(articles) != 1)}"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
