"""The small corpus as text, Markdown and CSV."""

from __future__ import annotations

import csv

import pytest

from tests.workspace.fixtures import open_workspace
from tui.model import Finding, Span
from tui.report.markdown import escape, markdown_lines
from tui.report.page import Style, cells
from tui.report.table import COLUMNS, table_lines
from tui.report.text import check_lines, explain_lines, quoted, scan_lines
from tui.workspace.workspace import Workspace


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = open_workspace(tmp_path_factory.mktemp("report"))
    workspace.decide("c-cars", "follow-up", "=ask *the* port")
    workspace.tag(["c-cars"], ["court", "may"])
    return workspace


def block(lines: list[str], word: str) -> list[str]:
    """The paragraph whose first line begins with `word`."""
    start = next(number for number, line in enumerate(lines) if line.startswith(word))
    return lines[start : lines.index("", start) if "" in lines[start:] else None]


def test_a_claim_tells_who_denies_it_and_where_it_recurs(workspace: Workspace) -> None:
    lines = list(scan_lines(workspace, Style(width=100)))
    assert lines[0] == "4 articles, 3 claims: 1 denied, 2 unsourced"
    denied = "\n".join(block(lines, "DENIED"))
    assert "The harbour bridge will close in May [c-bridge]" in denied
    assert "denies          City Hall — Ana Ruiz: “City Hall denied the report” (Gazette)" in denied
    assert "cannot confirm  The Ledger itself: “could not verify” … “the harbour bridge will close" in denied
    assert "recurs in 4 articles, 1 origin: engineer · echo, denial-omitted" in denied
    assert "Evening Post: paraphrase, reports, from engineer → The Courier" in denied


def test_a_decision_is_told(workspace: Workspace) -> None:
    lines = list(scan_lines(workspace, Style(width=100)))
    told = [line.strip() for line in lines]
    assert any(line.startswith("decided: follow-up by kim on ") for line in told)
    assert "note: =ask *the* port" in told
    assert "tags: court, may" in told


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_keep_to_the_width(workspace: Workspace, width: int) -> None:
    assert all(cells(line) <= width for line in list(scan_lines(workspace, Style(width=width)))[1:])


def test_bold_is_only_where_it_is_asked_for(workspace: Workspace) -> None:
    assert "\x1b" not in "".join(scan_lines(workspace, Style()))
    bold = list(scan_lines(workspace, Style(bold=True)))
    assert any(line.startswith("\x1b[1mDENIED\x1b[0m  The harbour") for line in bold)


def test_the_derivation_names_rule_cue_and_chain_of_every_mention(workspace: Workspace) -> None:
    dossier = workspace.dossier("c-bridge")
    names = {mention.article: f"{mention.article}.txt" for mention in dossier.claim.mentions}
    told = "\n".join(explain_lines(dossier, names, Style(width=100)))
    for mention in dossier.claim.mentions:
        assert f"{mention.article}.txt:{mention.start}–{mention.end}" in told
        assert mention.rule in told
        assert mention.cue is None or f"“{mention.cue.text}” at {mention.cue.start}" in told
    assert "status: City Hall denies it" in told
    assert "2024-03-05 Evening Post: repeated after the denial" in told


def test_markdown_is_escaped(workspace: Workspace) -> None:
    told = "\n".join(markdown_lines(workspace))
    assert "## The harbour bridge will close in May" in told
    assert "- City Hall — Ana Ruiz **denies**: “City Hall denied the report” (Gazette)" in told
    assert "**follow-up**" in told
    assert r"- Note: =ask \*the\* port" in told
    assert "- Tags: court, may" in told
    assert escape("[x](y) <b>") == r"\[x\](y) \<b\>"


def test_csv_has_one_row_a_claim_and_runs_no_formula(workspace: Workspace) -> None:
    rows = list(csv.DictReader(table_lines(workspace)))
    assert tuple(rows[0]) == COLUMNS
    assert [row["claim"] for row in rows] == ["c-bridge", "c-trams", "c-cars"]
    assert rows[0]["denied_by"] == "City Hall — Ana Ruiz"
    assert rows[2]["note"] == "'=ask *the* port"
    assert rows[2]["tags"] == "court; may"
    assert [row["tags"] for row in rows[:2]] == ["", ""]


def test_findings() -> None:
    finding = Finding(
        "a1", "news/post.txt", 0.8123, "denies", "City Hall", ("City Hall",), (Span(3, 9, "no way"),)
    )
    lines = list(check_lines("The bridge closes", [finding], Style()))
    assert lines[0] == "“The bridge closes” recurs in 1 article"
    assert "news/post.txt: denies by City Hall, from City Hall (0.81)" in lines
    assert any("3–9" in line and "“no way”" in line for line in lines)


def test_words_keep_their_own_quotation_marks() -> None:
    assert quoted("“No,” she said") == "“No,” she said"
    assert quoted("“no cracks") == quoted('"no cracks') == "“no cracks”"
    assert quoted("a\nb\x1b[31m") == "“a b\ufffd[31m”"
