"""Whole lists of scores against the same said position by position."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tui.workspace.scores import Order, both, either, every, mark, without

SIZE = 40
scores = st.lists(st.integers(0, 4), min_size=SIZE, max_size=SIZE).map(bytes)


@given(scores, scores)
def test_both_adds_up_what_is_better_than_a_bare_match(one: bytes, other: bytes) -> None:
    assert list(both(one, other)) == [a + b - 1 if a and b else 0 for a, b in zip(one, other, strict=True)]


@given(st.lists(scores, min_size=1, max_size=5))
def test_nothing_runs_over_however_much_is_asked_for(asked: list[bytes]) -> None:
    found = every(SIZE)
    for part in asked * 40:
        found = both(found, part)
    assert [score > 0 for score in found] == [all(column) for column in zip(*asked, strict=True)]


@given(scores, scores)
def test_either_takes_the_better(one: bytes, other: bytes) -> None:
    assert list(either(one, other)) == [max(pair) for pair in zip(one, other, strict=True)]


@given(scores, scores)
def test_without_keeps_the_rest_as_it_was(one: bytes, other: bytes) -> None:
    assert list(without(one, other)) == [0 if b else a for a, b in zip(one, other, strict=True)]


@given(st.lists(st.lists(st.lists(st.integers(0, SIZE - 1), max_size=6), max_size=3), max_size=4))
def test_marks_are_of_the_strongest_tier(tiers: list[list[list[int]]]) -> None:
    best = [0] * SIZE
    for score, lists in enumerate(tiers, start=1):
        for position in (position for positions in lists for position in positions):
            best[position] = score
    assert list(mark(SIZE, tiers)) == best


@given(
    st.permutations(range(SIZE)).flatmap(lambda order: st.sampled_from([order, range(SIZE)])),
    st.lists(st.integers(0, 20), min_size=SIZE, max_size=SIZE).map(bytes)
    | scores
    | st.dictionaries(st.integers(0, SIZE - 1), st.integers(1, 9), max_size=4).map(
        lambda few: bytes(few.get(position, 0) for position in range(SIZE))
    ),
)
def test_the_best_come_first_and_equals_keep_their_order(order: Sequence[int], found: bytes) -> None:
    wanted = sorted((p for p in order if found[p]), key=lambda position: -found[position])
    assert list(Order(order).best_first(found)) == wanted


def test_of_nothing_and_of_one() -> None:
    assert list(Order(array("I")).best_first(b"")) == []
    assert list(Order(array("I", [0])).best_first(b"\2")) == [0]
    assert list(Order(array("I", [0])).best_first(b"\0")) == []
