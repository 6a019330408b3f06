"""Reading in several processes gives what reading in one gives."""

from __future__ import annotations

import json
import threading
from collections.abc import Generator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from tui.claims import extracts, packing, processes, sharing
from tui.claims.analysis import analyse
from tui.claims.extracts import Extract
from tui.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"
SENTENCES = (
    "The mayor of Port Ellery said on Monday that {n} houses had burned.",
    "“Nobody was warned,” Ada Brandt told the Harbour Gazette.",
    "The fire service denied that {n} houses had burned.",
)


def _articles() -> list[Article]:
    short = [
        Article(" ".join(SENTENCES[: 1 + n % 3]).format(n=30 + n % 4), path=f"{n}.txt") for n in range(20)
    ]
    return [*short, *(Article(path.read_text("utf-8"), path=path.name) for path in SEEDS.glob("*.txt"))]


def _printed(workers: int) -> str:
    return json.dumps(analyse(_articles(), workers=workers).to_dict())


def test_two_processes_find_what_one_finds() -> None:
    assert _printed(2) == _printed(1)


def test_a_thread_may_share_the_work_out() -> None:
    found: list[list[Extract]] = []
    articles = _articles()[:9]
    thread = threading.Thread(target=lambda: found.append(processes.extract_all(articles, 2)))
    thread.start()
    thread.join()
    assert found == [processes.extract_all(articles, 1)]


def test_articles_keep_their_order() -> None:
    articles = _articles()[:20]
    assert [one.article.path for one in processes.extract_all(articles, 2)] == [a.path for a in articles]


@pytest.mark.parametrize("error", [OSError("no processes left"), BrokenProcessPool("killed")])
def test_where_processes_fail_this_one_does_the_work(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sharing, "ProcessPoolExecutor", fail)
    articles = _articles()[:3]
    assert processes.extract_all(articles, 4) == processes.extract_all(articles, 1)


def test_few_articles_stay_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_cores", lambda: 8)
    assert [processes.automatic(n) for n in (0, 1, 63, 64, 200, 5000)] == [1, 1, 1, 2, 6, 8]


def test_a_process_that_dies_midway_leaves_the_rest_to_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*_: object) -> Generator[bytes, None, None]:
        yield from map(processes.extract_packed, articles[:2])

    articles = _articles()[:5]
    monkeypatch.setattr(sharing, "share_out", break_off)
    assert processes.extract_all(articles, 4) == processes.extract_all(articles, 1)


class Drawer:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def find(self, article: Article) -> Extract | None:
        packed = self.held.get(article.text)
        return packing.unpack(packed, article) if packed else None

    def keep(self, article: Article, packed: bytes) -> None:
        self.held[article.text] = packed


def test_what_is_on_the_shelf_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    articles, drawer = _articles()[:6], Drawer()
    processes.extract_all(articles[:4], 1, drawer)
    made: list[Article] = []

    def extract(article: Article) -> Extract:
        made.append(article)
        return extracts.extract(article)

    monkeypatch.setattr(processes, "extract", extract)
    found = processes.extract_all(articles, 1, drawer)
    assert made == articles[4:]
    assert found == [extracts.extract(article) for article in articles]


def test_what_was_done_before_an_interruption_is_kept() -> None:
    def stop(stage: str, done: int, _: int) -> None:
        if stage == "analysing" and done == 3:
            raise KeyboardInterrupt

    drawer = Drawer()
    with pytest.raises(KeyboardInterrupt):
        processes.extract_all(_articles(), 1, drawer, stop)
    assert len(drawer.held) == 3


def test_progress_is_told_stage_by_stage() -> None:
    told: list[tuple[str, int, int]] = []
    analyse(_articles()[:2], told=lambda *one: told.append(one))
    assert told[:5] == [
        ("recalling", 0, 2),
        ("recalling", 1, 2),
        ("analysing", 0, 2),
        ("analysing", 1, 2),
        ("analysing", 2, 2),
    ]
    assert list(dict.fromkeys(stage for stage, _, _ in told[5:])) == ["comparing", "assembling"]
