"""What is kept of articles: found again wherever the article lies, and thrown away where it is of no use."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.workspace.fixtures import configure, write_corpus
from tui.claims import processes
from tui.claims.extracts import Extract, extract
from tui.claims.packing import pack
from tui.model import Article
from tui.workspace.shelf import Shelf
from tui.workspace.tables import FileState
from tui.workspace.workspace import Workspace

MARKS = {"engine": "e", "reading": "r", "voices": "v"}
ARTICLE = Article("Ada Brandt said that 40 houses burned.", "a.txt", publisher="Gazette", sha256="5")
STATE = FileState("a.txt", 9, 9, "5")


def open_shelf(path: Path, **changed: str) -> Shelf:
    return Shelf(path / "kept.sqlite", MARKS | changed, [])


def fill(path: Path) -> None:
    with open_shelf(path) as shelf:
        shelf.find(ARTICLE)
        shelf.keep(ARTICLE, pack(extract(ARTICLE)))
        shelf.settle([(STATE, [ARTICLE])])


def test_an_extract_is_found_in_another_session_and_at_another_place(tmp_path: Path) -> None:
    fill(tmp_path)
    moved = replace(ARTICLE, path="b.txt")
    with open_shelf(tmp_path) as shelf:
        assert shelf.find(moved) == extract(moved)
        assert shelf.articles(STATE) == (ARTICLE,)


@pytest.mark.parametrize("change", [{"text": "Nothing."}, {"publisher": None}, {"date": "2024-01-01"}])
def test_an_article_that_describes_itself_otherwise_is_another(
    tmp_path: Path, change: dict[str, str | None]
) -> None:
    fill(tmp_path)
    with open_shelf(tmp_path) as shelf:
        assert shelf.find(replace(ARTICLE, **change)) is None  # type: ignore[arg-type]


def test_another_engine_finds_nothing(tmp_path: Path) -> None:
    fill(tmp_path)
    with open_shelf(tmp_path, engine="other") as shelf:
        assert shelf.find(ARTICLE) is None
        assert shelf.articles(STATE) is None


def test_another_way_of_reading_files_keeps_what_was_found_in_articles(tmp_path: Path) -> None:
    fill(tmp_path)
    with open_shelf(tmp_path, reading="other") as shelf:
        assert shelf.find(ARTICLE) == extract(ARTICLE)
        assert shelf.articles(STATE) is None


def test_a_file_with_other_bytes_is_another(tmp_path: Path) -> None:
    fill(tmp_path)
    with open_shelf(tmp_path) as shelf:
        assert shelf.articles(replace(STATE, sha256="6")) is None


def test_what_nobody_asked_for_is_let_go(tmp_path: Path) -> None:
    fill(tmp_path)
    with open_shelf(tmp_path) as shelf:
        shelf.settle([])
        assert shelf.find(ARTICLE) is None


def test_what_was_found_before_an_interruption_stays(tmp_path: Path) -> None:
    def interrupted() -> None:
        with open_shelf(tmp_path) as shelf:
            shelf.keep(ARTICLE, pack(extract(ARTICLE)))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with open_shelf(tmp_path) as shelf:
        assert shelf.find(ARTICLE) == extract(ARTICLE)


def workspace_at(home: Path) -> Workspace:
    config = configure(home)
    write_corpus(home / "corpus")
    for file in (home / "corpus").iterdir():
        os.utime(file, (1, 1))  # of a file that is new, nobody can say that it is unchanged
    return Workspace.open(config, config.corpus)


def kept(workspace: Workspace) -> Path:
    (file,) = (workspace.config.cache_dir / "articles").iterdir()
    return file


def damage(file: Path, how: str) -> None:
    """Make a shelf useless in one of several ways."""
    if how == "text":
        file.write_text("not a shelf" * 99)
    elif how == "cut":
        file.write_bytes(file.read_bytes()[:9000])
    elif how == "pages":
        data = file.read_bytes()
        file.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    else:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.executescript(DAMAGES[how])


DAMAGES = {
    "schema": "UPDATE mark SET value = '0' WHERE key = 'schema'",
    "foreign": "DROP TABLE mark; CREATE TABLE other (a)",
    "extract": "UPDATE article SET extract = x'00'",
    "type": "UPDATE article SET extract = 7",
    "source": "UPDATE article SET source = x'00'",
    "listing": "UPDATE file SET articles = '7'",
}


@pytest.mark.parametrize("how", ["text", "cut", "pages", *DAMAGES])
def test_a_useless_shelf_is_made_again_with_one_line_said(tmp_path: Path, how: str) -> None:
    workspace = workspace_at(tmp_path)
    workspace.scan()
    damage(kept(workspace), how)
    (tmp_path / "corpus" / "new.txt").write_text("Nothing is new, the mayor of Lund said on Monday.\n")
    again = workspace_at(tmp_path)
    report = again.scan()
    assert len(report.notices) == 1
    assert str(kept(workspace)) in report.notices[0]
    fresh = workspace_at(tmp_path / "fresh")
    (tmp_path / "fresh" / "corpus" / "new.txt").write_text(
        "Nothing is new, the mayor of Lund said on Monday.\n"
    )
    fresh.scan()
    assert [claim.text for claim in again.everything()[1]] == [claim.text for claim in fresh.everything()[1]]
    (tmp_path / "corpus" / "new.txt").unlink()
    assert workspace_at(tmp_path).scan().notices == ()


def test_only_what_changed_is_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = workspace_at(tmp_path)
    workspace.scan()
    made: list[str] = []

    def count(article: Article) -> Extract:
        made.append(Path(article.path or "").name)
        return extract(article)

    monkeypatch.setattr(processes, "extract", count)
    corpus = tmp_path / "corpus"
    (corpus / "post.txt").rename(corpus / "moved.txt")
    (corpus / "ledger.txt").unlink()
    (corpus / "new.txt").write_text("Nothing is new, the mayor of Lund said on Monday.\n")
    assert workspace.scan().articles == 4
    assert made == ["new.txt"]


def test_an_interrupted_scan_goes_on_where_it_was(tmp_path: Path) -> None:
    workspace = workspace_at(tmp_path)

    def stop(stage: str, done: int, _: int) -> None:
        if (stage, done) == ("analysing", 3):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workspace.scan(stop)
    stages: list[tuple[str, int, int]] = []
    assert workspace.scan(lambda *told: stages.append(told)).articles == 4
    assert [stage for stage in stages if stage[0] == "analysing"] == [
        ("analysing", 3, 4),
        ("analysing", 4, 4),
    ]


def test_a_shelf_that_cannot_be_written_is_said_once(tmp_path: Path) -> None:
    workspace = workspace_at(tmp_path)
    (tmp_path / "cache" / "articles").mkdir(parents=True)
    name = f"{workspace.key}.sqlite"
    (tmp_path / "cache" / "articles" / name).mkdir()
    report = workspace.scan()
    assert report.articles == 4
    assert len(report.notices) == 1
    assert "going on without" in report.notices[0]
