from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.layer import Layer, matches, sayings
from tui.app.lines import Run
from tui.model import Attribution, Span

TEXT = (
    "The ferry’s crew—all nine—voted.\n“No ferry sails,” the crew said.  A FERRY sank in 1961 (it is said)."
)


def found(query: str) -> list[str]:
    return [TEXT[run.start : run.end] for run in matches(TEXT, query).runs]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferry", ["ferry", "ferry", "FERRY"]),
        ("ferry's", ["ferry’s"]),
        ('"no', ["“No"]),
        ("crew-all", ["crew—all"]),
        ("voted. “no", ["voted.\n“No"]),
        ("said. a ferry", ["said.  A FERRY"]),
        ("(it", ["(it"]),
        (".", [".", ".", "."]),
        ("f.rry", []),
        ("", []),
        ("  ", []),
    ],
)
def test_searching(query: str, expected: list[str]) -> None:
    assert found(query) == expected


def test_a_long_text_without_blanks_is_searched_at_once() -> None:
    start = time.process_time()
    assert len(matches("a" * 200_000, "a a")) == 0
    assert len(matches("ab " * 50_000, "ab ab")) == 25_000
    assert time.process_time() - start < 2


runs = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Run(pair[0], sum(pair), "match"))
)


@given(runs, st.integers(0, 60), st.integers(1, 20))
def test_a_layer_misses_no_run_of_a_line(given_runs: list[Run], start: int, length: int) -> None:
    layer = Layer(given_runs)
    over = layer.over(start, start + length)
    for run in given_runs:
        assert not (run.start < start + length and run.end > start) or run in over


def test_a_search_begins_at_what_is_in_view_and_comes_round() -> None:
    layer = matches(TEXT, "ferry")
    assert [layer.first_after(offset) for offset in (0, 5, 36, 60, 90)] == [0, 1, 1, 2, 0]


def test_sayings_are_who_how_and_what() -> None:
    who, how, what = Span(51, 59, "the crew"), Span(60, 64, "said"), Span(34, 49, "No ferry sails,")
    layer = sayings(
        [Attribution(who, how, (what,), "example"), Attribution(None, Span(90, 94, "said"), (), "x")]
    )
    assert [run.style for run in layer.runs] == ["quote", "source", "attribution", "attribution"]
    assert [run.start for run in layer.runs] == [34, 51, 60, 90]
