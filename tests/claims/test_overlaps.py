"""Spans looked up by place give what asking each of them gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.claims.overlaps import Overlaps
from tui.model import Span

_TEXT = "The dam held, said the mayor." * 3
_EDGES = st.tuples(st.integers(0, 80), st.integers(0, 80)).map(sorted)
_SPANS = _EDGES.map(lambda edges: Span.of(_TEXT, edges[0], edges[1]))


@given(st.lists(_SPANS, max_size=12), _EDGES)
def test_the_spans_that_meet_a_stretch_are_those_that_share_characters(
    spans: list[Span], edges: list[int]
) -> None:
    asked = [place for place, span in enumerate(spans) if span.overlap(*edges)]
    assert Overlaps(spans).meeting(*edges) == asked


def test_no_spans_meet_nothing() -> None:
    assert Overlaps([]).meeting(0, 10) == []
