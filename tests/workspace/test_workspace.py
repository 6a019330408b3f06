"""The session over a small corpus: lists, one claim, decisions, places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.fixtures import analyse_by_hand, configure, open_workspace, write_corpus
from tui.workspace.rows import Place
from tui.workspace.view import _short
from tui.workspace.workspace import QueryError, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path)


def test_opening_analyses_nothing(tmp_path: Path) -> None:
    config = configure(tmp_path)
    write_corpus(tmp_path / "corpus")
    workspace = Workspace.open(config, config.corpus, analyse=analyse_by_hand)
    assert (len(workspace.articles()), len(workspace.claims())) == (0, 0)
    assert workspace.needs_scan
    assert workspace.notices == []


def test_scan_reports_and_settles(workspace: Workspace) -> None:
    assert not workspace.needs_scan
    report = workspace.scan()
    assert (report.articles, report.claims, report.changed) == (4, 3, False)


def test_article_rows(workspace: Workspace) -> None:
    rows = list(workspace.articles())
    assert [row.publisher for row in rows] == ["The Courier", "Gazette", "The Ledger", "Evening Post"]
    assert [(row.claims, row.denied, row.echo) for row in rows] == [
        (2, 1, 1),
        (2, 1, 1),
        (1, 1, 1),
        (2, 1, 1),
    ]


def test_claims_by_attention_then_decided_last(workspace: Workspace) -> None:
    assert [row.id for row in workspace.claims()] == ["c-bridge", "c-cars", "c-trams"]
    workspace.decide("c-bridge", "refuted")
    assert [row.id for row in workspace.claims()] == ["c-cars", "c-trams", "c-bridge"]
    assert workspace.progress() == (1, 3)
    assert [row.decided for row in workspace.articles()] == [1, 1, 1, 1]


def test_an_article_comes_back_as_it_was_analysed(workspace: Workspace) -> None:
    for row in workspace.articles():
        analysed = workspace.article(row.id)
        assert analysed.article.path == row.path
        assert all(
            s.span.text == analysed.article.text[s.span.start : s.span.end] for s in analysed.sentences
        )


def test_mentions_in_an_article_are_in_order(workspace: Workspace) -> None:
    gazette = workspace.articles("publisher:gazette")[0]
    placed = workspace.mentions_in(gazette.id)
    assert [p.mention.start for p in placed] == sorted(p.mention.start for p in placed)
    assert {p.claim for p in placed} == {"c-bridge", "c-cars"}


def test_undo_and_redo_cross_sessions(workspace: Workspace) -> None:
    workspace.decide("c-bridge", "refuted", "city hall says so")
    workspace.decide("c-cars", "verified")
    later = Workspace.open(workspace.config, workspace.paths, analyse=analyse_by_hand)
    undone = later.undo()
    assert undone is not None
    assert undone.claims == ("c-cars",)
    assert later.decision("c-cars") is None
    third = Workspace.open(workspace.config, workspace.paths, analyse=analyse_by_hand)
    redone = third.redo()
    assert redone is not None
    assert third.decision("c-cars") is not None


def test_a_decision_reopens_when_its_evidence_changes(workspace: Workspace, tmp_path: Path) -> None:
    workspace.decide("c-bridge", "unproven")
    (tmp_path / "corpus" / "post.txt").unlink()
    assert workspace.needs_scan
    assert workspace.scan().changed
    decision = workspace.decision("c-bridge")
    assert decision is not None
    assert decision.reopened == "1 mention gone"
    assert [row.reopened for row in workspace.claims()] == [True, False]
    assert workspace.progress() == (0, 2)


@pytest.mark.parametrize("claim", ["c-bridge", "c-cars", "c-trams"])
def test_unknown_names_are_errors(workspace: Workspace, claim: str) -> None:
    assert workspace.claim(claim).id == claim
    with pytest.raises(KeyError):
        workspace.claim(claim + "x")
    with pytest.raises(ValueError, match="unknown sort"):
        workspace.claims(sort="colour")
    with pytest.raises(QueryError):
        workspace.articles("colour:red")


def test_a_place_is_remembered(workspace: Workspace) -> None:
    assert workspace.place() is None
    place = Place("claims", None, "c-cars", "claims")
    workspace.remember(place)
    assert Workspace.open(workspace.config, workspace.paths).place() == place


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry sold", "“Ferry sold”"),
        ("Cracks found in the old dam wall, engineers say", "“Cracks found in the old dam wall…”"),
        ("D" * 50, "“" + "D" * 36 + "…”"),
    ],
)
def test_a_long_title_is_cut_after_a_word(title: str, name: str) -> None:
    assert _short(title) == name
