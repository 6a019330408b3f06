from __future__ import annotations

from pathlib import Path

import pytest

from tui.corpus.calendar import find_date, month_number
from tui.corpus.lines import mark
from tui.corpus.metadata import describe
from tui.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "The council voted on Tuesday to close the bridge for repairs that will last until spring."


def described(text: str) -> Article:
    return describe(Article(text), mark(text))


def test_seeds() -> None:
    found = [described(path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    assert [article.date for article in found] == ["2023-01-25", None, "2023-01-27", None, None]
    assert [article.publisher for article in found] == [None, "Firstpost", "WorldTribune", None, None]
    assert [article.title is not None for article in found] == [False, False, True, True, True]


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"by Valley Herald Staff, January 27, 2023\n\n{BODY}", "Valley Herald"),
        (f"{BODY}\n\nThe Valley Herald could not independently verify the video.", "The Valley Herald"),
        (f"{BODY}\n\nValleyNews has reached out to the company for comment.", "ValleyNews"),
        (f"{BODY}\n\nCopyright © 2019 The Valley Herald, LLC.", "The Valley Herald"),
        (f"{BODY}\n\n© 2021 Valley Herald", "Valley Herald"),
        (f"OSLO (NTB) – {BODY}", "NTB"),
        (f"Bridge to close in May\n\nNorthern Courier, 3 March 2025\n\n{BODY}", "Northern Courier"),
        (f"Bridge to close in May\n\nBy Tom Reyes, Coastal Post\nJune 5, 2024\n\n{BODY}", "Coastal Post"),
        (f"Bridge to close in May\n\nThe Evening Star\nAugust 13, 2023\n\n{BODY}", "The Evening Star"),
    ],
)
def test_publisher(text: str, publisher: str) -> None:
    assert described(text).publisher == publisher


@pytest.mark.parametrize(
    "line",
    [
        "The White House could not independently verify the video.",
        "He told the Valley Herald that the report was wrong.",
        "Police were unable to independently confirm it.",
        "They have reached out to the company for comment.",
        "The mayor told the Valley Herald twice that nobody had asked him.",
        "Copyright law is complicated.",
    ],
)
def test_no_publisher(line: str) -> None:
    assert described(f"{BODY}\n\n{line}").publisher is None


@pytest.mark.parametrize(
    "head",
    [
        "Tel Aviv, 3 March 2025",
        "By Tom Reyes, Port Orrin\n3 March 2025",
        "Storm hits the North Star",
        "The bridge is news in the valley, 3 March 2025",
    ],
)
def test_a_place_or_a_heading_is_no_masthead(head: str) -> None:
    assert described(f"{head}\n\n{BODY}").publisher is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Published: 3 March 2020, 10:15\n\n{BODY}", "2020-03-03"),
        (f"date 2020-03-04 {BODY}", "2020-03-04"),
        (f"By Maria Lopez, Sept. 5, 2019\n\n{BODY}", "2019-09-05"),
        (f"{BODY}\n\nRelated: Ferry strike begins, December 2, 2021", None),
        (f"{BODY} It began on May 4, 2019.", None),
    ],
)
def test_date(text: str, date: str | None) -> None:
    assert described(text).date == date


def test_what_is_known_is_kept() -> None:
    article = Article(
        f"by Valley Herald Staff, January 27, 2023\n\n{BODY}", title="T", publisher="P", date="2000-01-01"
    )
    found = describe(article, mark(article.text))
    assert (found.title, found.publisher, found.date) == ("T", "P", "2000-01-01")


def test_impossible_dates_are_none() -> None:
    assert find_date("February 30, 2021 and then 2021-13-01") is None
    assert find_date("February 30, 2021 and then 1st of May, 1 May 2021") == "2021-05-01"


@pytest.mark.parametrize(
    ("name", "number"), [("Sept.", 9), ("aug", 8), ("December", 12), ("ma", None), ("Monday", None)]
)
def test_months(name: str, number: int | None) -> None:
    assert month_number(name) == number
