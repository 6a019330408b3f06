from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tui.app.cells import Charset
from tui.app.inspector_entries import Entry, compose
from tui.app.marks import Marks
from tui.workspace.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_desk(tmp_path)


def entries(workspace: Workspace, claim: str, ascii_only: bool = False) -> tuple[Entry, ...]:
    charset = Charset("ascii", ascii=True) if ascii_only else Charset()
    return compose(workspace.dossier(claim), Marks(charset))


def texts(workspace: Workspace, claim: str) -> list[str]:
    return [entry.text for entry in entries(workspace, claim)]


def test_the_claim_and_its_status_in_words_stand_first(workspace: Workspace) -> None:
    shown = texts(workspace, "c0000")
    assert shown[0] == "cracks had been found in two of the nine piers"
    assert shown[1].startswith("✗ Denied: City of Norrholm — Ida Falk denies it")
    assert "echo: two outlets, one origin: engineer" in shown


def test_names_counted_as_one_origin_are_told(workspace: Workspace) -> None:
    dossier = replace(workspace.dossier("c0000"), counted="Falk counted as Ida Falk")
    assert "origins: Falk counted as Ida Falk" in [e.text for e in compose(dossier, Marks(Charset()))]
    assert not any(text.startswith("origins") for text in texts(workspace, "c0000"))


def test_each_party_has_its_own_word_and_its_own_words(workspace: Workspace) -> None:
    shown = texts(workspace, "c0000")
    at = shown.index("City of Norrholm — Ida Falk denies · Courier")
    assert shown[at + 1] == "“There are no cracks in any pier”"
    assert "road agency cannot confirm · Courier" in shown


def test_rows_of_evidence_lead_to_their_spans(workspace: Workspace) -> None:
    for entry in entries(workspace, "c0000"):
        if entry.target is not None:
            text = workspace.article(entry.target.article).article.text
            assert text[entry.target.start : entry.target.end].strip()
    followed = [entry.text for entry in entries(workspace, "c0000") if entry.target]
    assert sum("·" in text for text in followed) == 5
    assert next(text for text in followed if text.startswith("20")) == "2024-02-05 Herald asserted"


def test_the_words_that_differ_are_marked(workspace: Workspace) -> None:
    (variant,) = [e for e in entries(workspace, "c0000") if e.text.startswith("Cracks have been")]
    assert [text for text, style in variant.pieces if style == "differs"] == ["have", "three"]


def test_conflicting_numbers_are_said_to_conflict(workspace: Workspace) -> None:
    assert "piers with cracks conflict" in texts(workspace, "c0000")


@pytest.mark.parametrize("section", ["Denied or not confirmed by", "Numbers"])
def test_a_section_with_nothing_in_it_is_left_out(workspace: Workspace, section: str) -> None:
    assert section in texts(workspace, "c0000")
    assert section not in texts(workspace, "c0004")


def test_a_decision_is_shown_with_its_day(workspace: Workspace) -> None:
    decision = workspace.decide("c0004", "verified")
    assert f"Decided: verified, {decision.time[:10]}" in texts(workspace, "c0004")


def test_without_unicode_everything_is_ascii(workspace: Workspace) -> None:
    assert all(entry.text.isascii() for entry in entries(workspace, "c0000", ascii_only=True))
