from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation import metrics


def test_classification() -> None:
    gold = ["yes", "yes", "yes", "no", "no", "maybe"]
    found = ["yes", "yes", "no", "no", "yes", "no"]
    figures = metrics.classification(gold, found, ("yes", "no", "maybe"))
    assert figures["accuracy"] == 3 / 6
    assert figures["yes F1"] == pytest.approx(2 * 2 / (3 + 3))
    assert figures["no F1"] == pytest.approx(2 * 1 / (2 + 3))
    assert figures["maybe F1"] == 0
    assert figures["macro-F1"] == pytest.approx((4 / 6 + 2 / 5 + 0) / 3)


def test_macro_f1_counts_a_label_nobody_has() -> None:
    figures = metrics.classification(["a", "a"], ["a", "a"], ("a", "b"))
    assert figures["accuracy"] == 1
    assert figures["macro-F1"] == 0.5


@pytest.mark.parametrize(
    ("ranked", "relevant", "expected"),
    [
        ([True, True], 2, 1.0),
        ([False, True], 1, 0.5),
        ([True, False, True], 2, (1 + 2 / 3) / 2),
        ([True, False, True], 4, (1 + 2 / 3) / 4),  # two are not listed
        ([], 3, 0.0),
        ([False], 0, 0.0),
    ],
)
def test_average_precision(ranked: list[bool], relevant: int, expected: float) -> None:
    assert metrics.average_precision(ranked, relevant) == pytest.approx(expected)


def test_a_tie_is_one_step() -> None:
    scores = {"a": 2.0, "b": 1.0, "c": 1.0}
    # a: 1 of 1; b and c together: 2 of 3
    assert metrics.average_precision_of_scores(scores, {"a", "b"}, 3) == pytest.approx((1 + 2 / 3) / 2)


def test_what_has_no_score_is_the_last_step() -> None:
    # a: 1 of 1; d among all ten: 2 of 10
    assert metrics.average_precision_of_scores({"a": 1.0}, {"a", "d"}, 10) == pytest.approx((1 + 2 / 10) / 2)


def test_scores_that_differ_by_rounding_tie() -> None:
    apart = metrics.average_precision_of_scores({"a": 0.1 + 0.2, "b": 0.3}, {"b"}, 2)
    assert apart == pytest.approx(1 / 2)


@given(st.lists(st.booleans(), min_size=1, max_size=30))
def test_without_ties_both_average_precisions_are_the_same(right: list[bool]) -> None:
    gold = {place for place, one in enumerate(right) if one}
    scores = {place: float(-place) for place in range(len(right))}
    expected = metrics.average_precision(right, len(gold))
    assert metrics.average_precision_of_scores(scores, gold, len(right)) == pytest.approx(expected)


@given(st.dictionaries(st.integers(0, 30), st.sampled_from([0.5, 1.0, 2.0])), st.sets(st.integers(0, 30)))
def test_average_precision_ignores_the_order_of_items(scores: dict[int, float], gold: set[int]) -> None:
    reverse = dict(reversed(scores.items()))
    one = metrics.average_precision_of_scores(scores, gold, 31)
    assert one == pytest.approx(metrics.average_precision_of_scores(reverse, gold, 31))
    assert 0 <= one <= 1 + 1e-9
