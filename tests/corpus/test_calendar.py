from __future__ import annotations

from typing import Any

import pytest

from tui.corpus.calendar import iso_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-01-25", "2023-01-25"),
        ("2023-01-25T23:30:00-05:00", "2023-01-25"),
        ("2023-01-25 08:00:00", "2023-01-25"),
        ("20230125", "2023-01-25"),
        ("20230125T080000Z", "2023-01-25"),
        ("2023/01/25", "2023-01-25"),
        ("Wed, 25 Jan 2023 08:00:00 GMT", "2023-01-25"),
        ("January 25, 2023", "2023-01-25"),
        ("Published 25 January 2023, 8:00", "2023-01-25"),
        ("25/1/2023", "2023-01-25"),
        ("1/25/2023", "2023-01-25"),
        ("25.01.2023", "2023-01-25"),
        ("2/2/2023", "2023-02-02"),
        ("2/3/2023", None),
        ("31/31/2023", None),
        (1674633600, "2023-01-25"),
        (1674633600.5, "2023-01-25"),
        (1674633600000, "2023-01-25"),
        ("1674633600", "2023-01-25"),
        (20230125, None),
        (True, None),
        (0, None),
        (1e300, None),
        (float("nan"), None),
        (10**400, None),
        ("2023-02-30", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (["2023-01-25"], None),
    ],
)
def test_dates_of_records(value: Any, day: str | None) -> None:
    assert iso_date(value) == day
