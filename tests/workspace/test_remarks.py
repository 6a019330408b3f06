"""Notes, tags, bulk decisions and progress over a corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workspace.fixtures import analyse_by_hand, open_workspace
from tui.workspace.rows import Remarks, Tally
from tui.workspace.workspace import DecisionError, Workspace

ALL = ("c-bridge", "c-cars", "c-trams")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(tmp_path)


def again(workspace: Workspace) -> Workspace:
    return Workspace.open(workspace.config, workspace.paths, analyse=analyse_by_hand)


def test_a_note_stands_until_another_takes_its_place(workspace: Workspace) -> None:
    workspace.annotate("c-cars", "ask the agency\nand the city")
    workspace.decide("c-cars", "unproven")
    assert workspace.remarks("c-cars").note == "ask the agency\nand the city"
    assert workspace.annotate("c-cars", "ask the agency\nand the city") is None
    workspace.decide("c-cars", "verified", "they answered")
    assert again(workspace).remarks("c-cars").note == "they answered"
    workspace.annotate("c-cars", "")
    assert again(workspace).remarks("c-cars") == Remarks()
    workspace.undo()
    assert workspace.dossier("c-cars").note == "they answered"


def test_tags_are_put_on_and_taken_off_as_one_step(workspace: Workspace) -> None:
    workspace.tag(ALL, ["court", "may"])
    workspace.tag(["c-cars"], ["traffic"], ["court"])
    assert workspace.remarks("c-cars").tags == ("may", "traffic")
    assert workspace.tags() == ("court", "may", "traffic")
    assert workspace.tag(["c-cars"], ["may"], ["court"]) is None
    workspace.undo()
    assert workspace.remarks("c-cars").tags == ("court", "may")
    undone = workspace.undo()
    assert undone is not None
    assert set(undone.claims) == set(ALL)
    assert len(undone.records) == 6
    assert again(workspace).tags() == ()
    assert again(workspace).redo() == undone


def test_tags_notes_and_decisions_are_found(workspace: Workspace) -> None:
    workspace.tag(["c-bridge"], ["Court-date"])
    workspace.annotate("c-trams", "Ask the Depot")
    workspace.decide_all(["c-bridge", "c-cars"], "refuted")
    found = {
        query: [row.id for row in workspace.claims(query)]
        for query in ("tag:court", "!tag:court", "note:depot", "decision:refuted tag:court", "tag:x")
    }
    assert found["tag:court"] == ["c-bridge"]
    assert set(found["!tag:court"]) == {"c-cars", "c-trams"}
    assert found["note:depot"] == ["c-trams"]
    assert found["decision:refuted tag:court"] == ["c-bridge"]
    assert found["tag:x"] == []
    assert {row.publisher for row in workspace.articles("note:depot")} == {"Evening Post"}


def test_bulk_decisions_are_undone_and_redone_as_one(workspace: Workspace) -> None:
    workspace.decide("c-cars", "verified")
    step = workspace.decide_all(ALL, "irrelevant")
    assert set(step.claims) == set(ALL)
    assert workspace.tally() == Tally(3, (("irrelevant", 3),), 0)
    later = again(workspace)
    assert later.undo() == step
    assert later.tally() == Tally(3, (("verified", 1),), 0)
    assert again(workspace).redo() == step
    assert again(workspace).progress() == (3, 3)


def test_claims_that_are_gone_are_left_out(workspace: Workspace) -> None:
    assert workspace.decide_all(["c-cars", "c-gone", "c-cars"], "verified").claims == ("c-cars",)
    with pytest.raises(KeyError):
        workspace.decide_all(["c-gone"], "verified")
    with pytest.raises(KeyError):
        workspace.tag(["c-gone"], ["x"])
    with pytest.raises(KeyError):
        workspace.annotate("c-gone", "x")


def test_bulk_evidence_is_that_of_single_decisions(workspace: Workspace) -> None:
    single = workspace.decide("c-bridge", "unproven")
    (record,) = workspace.decide_all(["c-bridge"], "unproven").records
    assert (record.evidence, record.fingerprint) == (single.evidence, single.fingerprint)


def test_remarks_stay_with_a_claim_that_is_named_anew(workspace: Workspace, tmp_path: Path) -> None:
    workspace.tag(["c-bridge"], ["court"])
    workspace.decide("c-bridge", "unproven")
    (tmp_path / "corpus" / "post.txt").unlink()
    workspace.scan()
    assert workspace.remarks("c-bridge").tags == ("court",)
    assert workspace.tally() == Tally(2, (), 1)
    assert workspace.tally().left == 2
    assert [row.id for row in workspace.claims("decision:reopened")] == ["c-bridge"]
    assert workspace.dossier("c-bridge").decision is not None


def test_progress_of_what_is_listed(workspace: Workspace) -> None:
    rows = workspace.claims("bridge OR cars")
    workspace.decide("c-cars", "verified")
    assert workspace.tally(rows) == Tally(2, (("verified", 1),), 0)
    assert workspace.tally(rows).left == 1
    post = workspace.articles("publisher:post")
    assert workspace.tally_articles(post) == Tally(2, (), 0)
    assert workspace.tally(workspace.claims("zzz")) == Tally(0, (), 0)


def test_a_full_disk_leaves_all_claims_as_they_were(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tui.workspace.decisions.os.fsync", full)
        with pytest.raises(DecisionError, match="not saved"):
            workspace.decide_all(ALL, "refuted")
    assert workspace.progress() == (0, 3)
    assert again(workspace).progress() == (0, 3)
