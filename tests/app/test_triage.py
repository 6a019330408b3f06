from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tui.app.triage import Triage
from tui.workspace.decisions import Decision, DecisionError
from tui.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_desk(tmp_path)


def test_a_decision_says_what_was_decided(workspace: Workspace) -> None:
    outcome = Triage(workspace).decide("c0004", "unproven")
    assert outcome.message == "unproven “The bridge was built in 1961”"
    assert (outcome.claim, outcome.failed) == ("c0004", False)


def test_progress_and_what_is_left(workspace: Workspace) -> None:
    triage = Triage(workspace)
    assert triage.progress() == "0 of 5 decided"
    triage.decide("c0001", "verified")
    assert triage.progress() == "1 of 5 decided, 4 left"
    assert not triage.undecided("c0001")
    assert triage.undecided("c0002")


def test_a_decision_that_cannot_be_written_is_not_reported_as_made(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Decision:
        raise DecisionError("decisions.toml: the disk is full")

    monkeypatch.setattr(workspace, "decide", full)
    outcome = Triage(workspace).decide("c0001", "verified")
    assert outcome.failed
    assert outcome.claim is None
    assert outcome.message == "decisions.toml: the disk is full"


def test_a_claim_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    outcome = Triage(workspace).decide("c9999", "verified")
    assert outcome.failed
    assert "gone" in outcome.message


def test_nothing_to_undo(workspace: Workspace) -> None:
    assert Triage(workspace).undo().message == "Nothing to undo"
    assert Triage(workspace).redo().message == "Nothing to redo"
