from __future__ import annotations

import pytest

from tui.claims.inflation import inflated

DATES = {"a1": "2024-03-01", "a2": "2024-03-03"}

GROWN = [
    ("palace official", "palace officials"),
    ("insider", "officials in the palace"),
    ("person familiar with the sale", "people familiar with the matter"),
    ("one of the nurses", "nurses at the clinic"),
    ("hospital source", "several employees"),
    ("U.S. security official", "American officials"),
    ("witness", "Witnesses in Orrin"),
]
NOT_GROWN = [
    ("man", "doctors"),  # others
    ("Iraqi official", "Lebanese officials"),
    ("official", "other officials"),
    ("footage", "latest clips"),  # nobody
    ("she", "fans"),
    ("nurse", "one of the nurses"),  # still one
    ("source", "reports"),
    ("officials", "official"),  # fewer
]


@pytest.mark.parametrize(("one", "several"), GROWN)
def test_one_has_become_several(one: str, several: str) -> None:
    assert inflated([(one, "a1"), (several, "a2")], DATES) == (one, several)


@pytest.mark.parametrize(("one", "several"), NOT_GROWN)
def test_others_are_no_more_of_the_same(one: str, several: str) -> None:
    assert inflated([(one, "a1"), (several, "a2")], DATES) is None


def test_several_who_came_first_have_not_grown() -> None:
    assert inflated([("official", "a2"), ("officials", "a1")], DATES) is None


def test_one_article_may_name_several_and_one_of_them() -> None:
    assert inflated([("official", "a1"), ("officials", "a1")], DATES) is None


def test_without_days_the_order_is_not_known() -> None:
    assert inflated([("official", "a2"), ("officials", "a1")], {}) is not None
