"""The index: a faithful copy of the analysis, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workspace.fixtures import (
    analyse_by_hand,
    configure,
    open_workspace,
    write_corpus,
)
from tui.corpus.reading import read_all
from tui.model import (
    STANCES,
    STATUSES,
    AnalysedArticle,
    Article,
    Claim,
    Mention,
    NumberGroup,
    NumberValue,
    Span,
)
from tui.workspace.index import Index
from tui.workspace.press import IndexDamagedError
from tui.workspace.tables import SCHEMA, Snapshot
from tui.workspace.workspace import Workspace

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = WORDS | st.sampled_from(["Text", "“é”", "Text 1"])  # some of them stand in an article
NAMES = st.lists(WORDS, max_size=2).map(tuple)
SPANS = st.builds(Span, st.integers(0, 9), st.integers(9, 20), WORDS)
NUMBERS = st.builds(
    NumberGroup,
    WORDS,
    st.sampled_from(["agree", "conflict", "single"]),
    st.lists(
        st.builds(
            NumberValue,
            st.just("a0"),
            st.integers(0, 5),
            st.integers(5, 9),
            WORDS,
            st.none() | st.floats(-1e12, 1e12),
            st.none() | st.floats(-1e12, 1e12),
            st.none() | WORDS,
        ),
        max_size=2,
    ).map(tuple),
)
MENTIONS = st.builds(
    Mention,
    st.sampled_from(["a0", "a1"]),
    st.integers(0, 9),
    st.integers(9, 20),
    TEXTS,
    st.sampled_from(STANCES),
    WORDS,
    st.none() | WORDS,
    st.none() | WORDS,
    NAMES,
    NAMES,
    st.none() | SPANS,
    st.sampled_from(["verbatim", "near-verbatim", "paraphrase", "number-variant"]),
    st.floats(0, 1),
    NAMES,
)
CLAIMS = st.lists(
    st.builds(
        Claim,
        WORDS,
        TEXTS,
        st.sampled_from(STATUSES),
        NAMES,
        NAMES,
        st.lists(MENTIONS, min_size=1, max_size=3).map(tuple),
        st.lists(NUMBERS, max_size=2).map(tuple),
        st.dictionaries(WORDS, WORDS, max_size=2),
    ),
    max_size=4,
    unique_by=lambda claim: claim.id,
)
ARTICLES = tuple(
    AnalysedArticle(f"a{number}", Article(f"Text {number} “é” 🙂", f"/{number}.txt"), (), ())
    for number in range(2)
)


@given(CLAIMS)
def test_claims_come_back_as_they_were(claims: list[Claim]) -> None:
    index = Index.write(None, Snapshot(ARTICLES, claims, (), {}))
    assert list(index.claims()) == claims
    assert [index.claim(claim.id) for claim in claims] == claims
    assert tuple(index.articles()) == ARTICLES


def test_the_index_answers_as_the_analysis_does(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    articles, _ = read_all(workspace.paths)
    fresh = analyse_by_hand(articles)
    indexed_articles, indexed_claims = everything(workspace)
    assert indexed_articles == tuple(fresh.articles)
    assert indexed_claims == tuple(fresh.claims)


def everything(workspace: Workspace) -> tuple[tuple[AnalysedArticle, ...], tuple[Claim, ...]]:
    articles, claims = workspace.everything()
    return tuple(articles), tuple(claims)


def reopen(workspace: Workspace) -> Workspace:
    return Workspace.open(workspace.config, workspace.paths, analyse=analyse_by_hand)


def index_file(workspace: Workspace) -> Path:
    return next((workspace.config.cache_dir / "index").iterdir())


@pytest.mark.parametrize("damage", ["gone", "empty", "text", "cut", "longer", "schema"])
def test_a_useless_index_is_rebuilt_with_one_line_said(tmp_path: Path, damage: str) -> None:
    workspace = open_workspace(tmp_path)
    before = everything(workspace)
    file = index_file(workspace)
    data = file.read_bytes()
    changed = {
        "empty": b"",
        "text": b"not a database" * 100,
        "cut": data[:-4096],
        "longer": data + b"x",
        "schema": data.replace(f"schema{SCHEMA}".encode(), b"schema?"),
    }
    if damage == "gone":
        file.unlink()
    else:
        assert changed[damage] != data
        file.write_bytes(changed[damage])
    again = reopen(workspace)
    assert len(again.notices) == (damage != "gone")
    assert len(again.claims()) == 0
    assert again.needs_scan
    assert again.scan().changed
    assert everything(again) == before
    assert not reopen(workspace).needs_scan


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_bytes_changed_anywhere_never_crash_a_session(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder))
        file = index_file(workspace)
        held = bytearray(file.read_bytes())
        for _ in range(3):
            start = data.draw(st.integers(0, len(held) - 1))
            length = data.draw(st.integers(1, 4096))
            held[start : start + length] = bytes(len(held[start : start + length]))
        file.write_bytes(held)
        again = reopen(workspace)
        again.scan()
        assert len(again.articles()) == 4


def test_a_bit_changed_anywhere_is_noticed(tmp_path: Path) -> None:
    file = index_file(open_workspace(tmp_path))
    whole = file.read_bytes()
    for place in range(100, len(whole), 499):
        held = bytearray(whole)
        held[place] ^= 1 << place % 8
        file.write_bytes(held)
        with pytest.raises(IndexDamagedError):
            Index.open(file)
    file.write_bytes(whole)
    Index.open(file).check()


def test_a_file_touched_and_not_changed_leaves_the_index_whole(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    os.utime(next(path for path in workspace.paths[0].iterdir() if path.suffix == ".txt"), (1, 1))
    assert not workspace.scan().changed
    again = reopen(workspace)
    assert again.notices == []
    assert not again.needs_scan


def test_damage_inside_a_large_index_is_noticed_when_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(tmp_path)
    file = index_file(workspace)
    data = bytearray(file.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    file.write_bytes(data)
    monkeypatch.setattr("tui.workspace.index._QUICKLY_CHECKED", 0)
    again = reopen(workspace)
    assert len(again.claims()) == 0
    assert len(again.notices) == 1
    assert again.needs_scan
    again.scan()
    assert len(again.claims()) == 3


def test_another_engine_or_other_voices_ask_for_a_scan(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(tmp_path)
    assert not reopen(workspace).needs_scan
    monkeypatch.setattr("tui.workspace.scanning.__version__", "999")
    again = reopen(workspace)
    assert len(again.claims()) == 3
    assert again.needs_scan
    assert again.scan().changed
    assert not again.needs_scan


def test_a_cache_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    config = configure(tmp_path)
    write_corpus(tmp_path / "corpus")
    config.cache_dir.write_text("a file where the folder should be")
    workspace = Workspace.open(config, config.corpus, analyse=analyse_by_hand)
    report = workspace.scan()
    assert (report.articles, report.claims) == (4, 3)
    assert len(workspace.notices) == 1
    assert "cannot be written" in workspace.notices[0]
    assert report.notices == tuple(workspace.notices)
    assert len(workspace.claims("bridge")) == 1


def test_an_index_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Index.open(tmp_path / "none.sqlite")
    (tmp_path / "short.sqlite").write_bytes(b"SQLite format 3\0")
    with pytest.raises(IndexDamagedError):
        Index.open(tmp_path / "short.sqlite")
    assert Index.empty().count("claim") == 0


def test_what_a_killed_scan_left_half_written_is_removed_after_a_day(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    file = index_file(workspace)
    old, new = (file.with_name(f"{file.name}.{pid}") for pid in (41, 42))
    for draft in (old, new):
        draft.write_bytes(b"half")
    os.utime(old, (1, 1))
    (workspace.paths[0] / "new.txt").write_text("The mayor said the pier was sold.", encoding="utf-8")
    assert workspace.scan().changed
    assert (old.exists(), new.exists(), file.exists()) == (False, True, True)
