"""The JSON document: the contract, through the index and back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import tui
from tests.workspace.fixtures import configure
from tui.config import bundled, default_voices
from tui.corpus.reading import read_all
from tui.model import Finding, Span
from tui.report.document import check_document, scan_document
from tui.workspace.workspace import Workspace


def test_the_document_is_what_the_library_gives(tmp_path: Path) -> None:
    seeds = [bundled("seeds")]
    articles, problems = read_all(seeds)
    assert problems == []
    fresh = tui.analyse(articles, default_voices())
    config = replace(configure(tmp_path, corpus=seeds), voices=default_voices())
    workspace = Workspace.open(config, seeds)
    workspace.scan()
    document = "".join(scan_document(workspace))
    assert all("language" in article for article in json.loads(document)["articles"])
    assert json.loads(document) == json.loads(json.dumps(fresh.to_dict()))
    again = Workspace.open(workspace.config, seeds)
    assert not again.needs_scan
    assert "".join(scan_document(again)) == document


def test_an_empty_corpus_is_a_document_too(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    config = configure(tmp_path)
    document = json.loads("".join(scan_document(Workspace.open(config, config.corpus))))
    assert document == {"schema": "claims-tui/1", "articles": [], "claims": []}


@given(st.text(st.characters()), st.text(st.characters()))
def test_any_text_makes_a_document(claim: str, words: str) -> None:
    finding = Finding("a1", words, 0.5, "denies", None, (words,), (Span(0, len(words), words),))
    document = "".join(check_document(claim, [finding, finding]))
    document.encode("utf-8")
    assert json.loads(document)["claim"] == claim
    assert [entry["path"] for entry in json.loads(document)["findings"]] == [words, words]
