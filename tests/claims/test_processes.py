"""Reading in several processes gives what reading in one gives."""

from __future__ import annotations

import json
import threading
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from tui.claims import processes, sharing
from tui.claims.analysis import analyse
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
    found: list[list[processes.Drawn]] = []
    articles = _articles()[:9]
    thread = threading.Thread(target=lambda: found.append(processes.read_all(articles, 2)))
    thread.start()
    thread.join()
    assert found == [processes.read_all(articles, 1)]


def test_articles_keep_their_order() -> None:
    articles = _articles()[:20]
    assert [one.article.path for one, _ in processes.read_all(articles, 2)] == [a.path for a in articles]


@pytest.mark.parametrize("error", [OSError("no processes left"), BrokenProcessPool("killed")])
def test_where_processes_fail_this_one_does_the_work(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sharing, "ProcessPoolExecutor", fail)
    articles = _articles()[:3]
    assert processes.read_all(articles, 4) == processes.read_all(articles, 1)


def test_few_articles_stay_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_cores", lambda: 8)
    assert [processes.automatic(n) for n in (0, 1, 63, 64, 200, 5000)] == [1, 1, 1, 2, 6, 8]
