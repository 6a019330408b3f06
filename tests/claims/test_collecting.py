"""An analysis runs without the search for cycles, so that it must leave none."""

from __future__ import annotations

import gc
from pathlib import Path
from types import FunctionType

from tui.claims.analysis import analyse
from tui.claims.collecting import without_collector
from tui.claims.processes import extract_packed
from tui.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"


def _articles() -> list[Article]:
    return [Article(path.read_text("utf-8"), path=path.name) for path in SEEDS.glob("*.txt")]


def _left_behind() -> set[str]:
    """The classes and functions of this program among what only a search for cycles finds.

    Whatever else runs in the process of the tests may leave some of its own.
    """
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        found = [one if isinstance(one, FunctionType) else type(one) for one in gc.garbage]
        return {one.__qualname__ for one in found if one.__module__.startswith("tui.")}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()


def test_an_article_leaves_no_cycles() -> None:
    articles = _articles()
    extract_packed(articles[0])  # what is built once may have some
    gc.collect()
    with without_collector():
        for article in articles:
            extract_packed(article)
        assert not _left_behind()


def test_an_analysis_leaves_no_cycles() -> None:
    articles = _articles()
    analyse(articles, workers=1)
    gc.collect()
    with without_collector():
        analyse(articles, workers=1)
        assert not _left_behind()


def test_the_search_goes_on_afterwards() -> None:
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
