"""What a scan notices: any history of added, changed, moved and removed files ends as a fresh start does."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workspace.fixtures import TEXTS, analyse_by_hand, configure, open_workspace
from tui.model import AnalysedArticle, Claim
from tui.workspace.workspace import Workspace

NAMES = st.sampled_from([*TEXTS, "other.txt", "sub/deep.txt", "notes.bin"])
BODIES = st.sampled_from(
    [*(body for _, _, _, body in TEXTS.values()), "", "Nothing new.", "Nothing old.", "\0bin"]
)
STEPS = st.lists(
    st.tuples(st.just("write"), NAMES, BODIES)
    | st.tuples(st.just("move"), NAMES, NAMES)
    | st.tuples(st.just("remove"), NAMES, st.just(""))
    | st.tuples(st.just("touch"), NAMES, st.just(""))
    | st.tuples(st.just("scan"), st.just(""), st.just("")),
    max_size=12,
)


def apply(folder: Path, action: str, name: str, value: str) -> None:
    """One step of somebody who works on the folder meanwhile."""
    file = folder / name
    if action == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(value)
    elif not file.is_file():
        return
    elif action == "move":
        (folder / value).parent.mkdir(exist_ok=True)
        file.rename(folder / value)
    elif action == "remove":
        file.unlink()
    else:
        os.utime(file)


def everything(
    workspace: Workspace,
) -> tuple[tuple[AnalysedArticle, ...], tuple[Claim, ...], tuple[str, ...]]:
    problems = workspace.scan().problems
    articles, claims = workspace.everything()
    return tuple(articles), tuple(claims), problems


@settings(max_examples=60)
@given(STEPS)
def test_any_history_ends_as_a_fresh_start_would(steps: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as home:
        config = configure(Path(home))
        config.corpus[0].mkdir()
        workspace = Workspace.open(config, config.corpus, analyse=analyse_by_hand)
        for action, name, value in steps:
            if action == "scan":
                workspace.scan()
                assert not workspace.needs_scan
            else:
                apply(config.corpus[0], action, name, value)
        seen = everything(workspace)
        with TemporaryDirectory() as other:
            fresh = Workspace.open(
                configure(Path(other), corpus=config.corpus), config.corpus, analyse=analyse_by_hand
            )
            assert everything(fresh) == seen


def test_a_touched_file_is_no_change(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    os.utime(tmp_path / "corpus" / "post.txt", (1, 1))
    assert not workspace.needs_scan
    assert not workspace.scan().changed


def test_a_change_that_keeps_size_and_time_is_noticed_while_it_is_new(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    file = tmp_path / "corpus" / "post.txt"
    status = file.stat()
    file.write_text(file.read_text().replace("Trams", "Buses"))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size
    assert workspace.needs_scan
    assert workspace.scan().changed
    assert len(workspace.claims("trams")) == 0


def test_files_that_did_not_change_are_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(tmp_path)
    corpus = tmp_path / "corpus"
    for number, file in enumerate(sorted(corpus.iterdir())):
        os.utime(file, (number + 1, number + 1))
    (corpus / "new.txt").write_text("Nothing new.\n")
    workspace.scan()

    def refuse(path: Path, *_how: object) -> None:
        assert path.name == "new.txt"

    monkeypatch.setattr("tui.workspace.scanning.reading.fingerprint", refuse)
    monkeypatch.setattr("tui.workspace.scanning.reading.read_file", refuse)
    with pytest.raises(AttributeError):  # new.txt alone is read, and what `refuse` gives is no article
        workspace.scan()


def test_progress_is_told_and_a_scan_can_be_stopped(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    (tmp_path / "corpus" / "new.txt").write_text("Nothing new.\n")
    before = list(workspace.articles())
    stages: list[tuple[str, int, int]] = []
    report = workspace.scan(lambda *told: stages.append(told), lambda: len(stages) == 2)
    assert (report.cancelled, report.changed) == (True, False)
    assert stages == [("reading", 0, 5), ("reading", 1, 5)]
    assert list(workspace.articles()) == before
    assert workspace.needs_scan
    report = workspace.scan(lambda *told: stages.append(told))
    assert (report.cancelled, report.changed, report.articles) == (False, True, 5)
    assert stages[-2:] == [("reading", 4, 5), ("writing", 5, 5)]


def test_a_name_that_is_not_utf_8_is_spelled_out(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    folder = os.fsencode(tmp_path / "corpus")
    Path(os.fsdecode(folder + b"/caf\xe9.txt")).write_text("Nothing new.\n")
    Path(os.fsdecode(folder + b"/th\xe9.txt")).write_bytes(b"")
    report = workspace.scan()
    assert report.articles == 5
    assert [problem.partition(": ")[0] for problem in report.problems] == [
        str(tmp_path / "corpus" / r"th\xe9.txt")
    ]
    assert any(row.path.endswith(r"caf\xe9.txt") for row in workspace.articles())
    assert not workspace.needs_scan
    assert not workspace.scan().changed


def test_a_missing_folder_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    home = open_workspace(tmp_path).config
    workspace = Workspace.open(home, [tmp_path / "corpus", tmp_path / "none"], analyse=analyse_by_hand)
    report = workspace.scan()
    assert report.articles == 4
    assert len(report.problems) == 1
    assert str(tmp_path / "none") in report.problems[0]


def test_articles_inside_files_and_what_is_wrong_with_some(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    box = tmp_path / "corpus" / "box.jsonl"
    box.write_text('{"text": "One.", "language": "en"}\nbad\n{"text": "Two."}\n')
    os.utime(box, (1, 1))
    first = workspace.scan()
    assert first.articles == 6
    assert [problem.partition(": ")[0] for problem in first.problems] == [f"{box}#2"]
    again = workspace.scan()
    assert (again.changed, again.problems) == (False, first.problems)
    assert not workspace.needs_scan


def test_articles_inside_files_go_by_the_name_the_file_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = open_workspace(tmp_path).config
    monkeypatch.chdir(tmp_path)
    Path("box.jsonl").write_text('{"text": "One."}\nbad\n')
    workspace = Workspace.open(home, [Path("box.jsonl")], analyse=analyse_by_hand)
    report = workspace.scan()
    assert [row.path for row in workspace.articles()] == ["box.jsonl#1"]
    assert [problem.partition(": ")[0] for problem in report.problems] == ["box.jsonl#2"]


def test_a_corpus_is_read_anew_when_more_of_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(tmp_path)
    page = tmp_path / "corpus" / "page.html"
    page.write_text("<html><body><h1>Bridge</h1>" + "<p>The bridge stays open all summer.</p>" * 9)
    os.utime(page, (1, 1))
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "trafilatura", None)
        without.setattr("tui.workspace.scanning.reading.extras", lambda: "")
        report = workspace.scan()
        assert (report.articles, len(report.problems)) == (4, 1)
        assert "pip install 'claims-tui[html]'" in report.problems[0]
    assert workspace.needs_scan
    report = workspace.scan()
    assert (report.articles, report.problems) == (5, ())


def test_settings_of_reading_count(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    (tmp_path / "corpus" / "box.jsonl").write_text('{"prose": "One."}\n')
    assert len(workspace.scan().problems) == 1
    config = replace(workspace.config, fields={"text": ("prose",)})
    other = Workspace.open(config, config.corpus, analyse=analyse_by_hand)
    assert other.needs_scan
    assert (other.scan().articles, other.scan().problems) == (5, ())
