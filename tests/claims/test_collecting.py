"""An analysis runs without the search for cycles, so that it must leave none."""

from __future__ import annotations

import gc
from pathlib import Path

from tui.claims.analysis import analyse
from tui.claims.collecting import without_collector
from tui.claims.processes import extract_packed
from tui.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"


def _articles() -> list[Article]:
    return [Article(path.read_text("utf-8"), path=path.name) for path in SEEDS.glob("*.txt")]


def test_an_article_leaves_no_cycles() -> None:
    articles = _articles()
    extract_packed(articles[0])  # what is built once may have some
    gc.collect()
    with without_collector():
        for article in articles:
            extract_packed(article)
        assert gc.collect() == 0


def test_an_analysis_leaves_no_cycles() -> None:
    articles = _articles()
    analyse(articles, workers=1)
    gc.collect()
    with without_collector():
        analyse(articles, workers=1)
        assert gc.collect() == 0


def test_the_search_goes_on_afterwards() -> None:
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
