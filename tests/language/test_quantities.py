"""Figures as written: value, bounds, unit; and what is none."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.language.quantities import find
from tui.language.quantities_units import singular
from tui.model import Quantity


def one(text: str) -> Quantity:
    found = find(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Floods killed 42 people.", 42, 42, "person"),
        ("The fund holds 1,250,000 shares.", 1_250_000, 1_250_000, "share"),
        ("The state has 1,50,000 teachers.", 150_000, 150_000, "teacher"),
        ("It cost $3.5 billion.", 3.5e9, 3.5e9, "USD"),
        ("It cost £62billion.", 62e9, 62e9, "GBP"),
        ("It cost $18.6bn in all.", 18.6e9, 18.6e9, "USD"),
        ("It cost €400m last year.", 400e6, 400e6, "EUR"),
        ("It cost USD 5 million.", 5e6, 5e6, "USD"),
        ("It cost 5 million euros.", 5e6, 5e6, "EUR"),
        ("A grant of Rs 500 crore was paid.", 5e9, 5e9, "INR"),
        ("It fell to minus 5 degrees.", -5, -5, "degree"),
        ("Growth was -0.5% in May.", -0.5, -0.5, "percent"),
        ("Two and a half years passed.", 2.5, 2.5, "year"),
        ("Two and a half million voters came.", 2.5e6, 2.5e6, "voter"),
        ("It cost $800\u2009million.", 8e8, 8e8, "USD"),
        ("It was worth half a million.", 5e5, 5e5, "money"),
        ("It reached 41.6C in the shade.", 41.6, 41.6, "degree celsius"),
        ("They paid US$20 each.", 20, 20, "USD"),
        ("Turnout was 70 per cent.", 70, 70, "percent"),
        ("Turnout was 70%.", 70, 70, "percent"),
        ("Prices rose 0.25 percentage points.", 0.25, 0.25, "percentage point"),
        ("Two-thirds of voters agreed.", 66.67, 66.67, "percent"),
        ("A third of the crop failed.", 33.33, 33.33, "percent"),
        ("Four in 10 children go hungry.", 40, 40, "percent"),
        ("The 30-day truce held.", 30, 30, "day"),
        ("It lasted almost 300 days.", 300, 300, "day"),
        ("A 12-year-old girl was found.", 12, 12, "year of age"),
        ("Maria Lopez, 45, was charged.", 45, 45, "year of age"),
        ("He died aged 91.", 91, 91, "year of age"),
        ("Half a million voters stayed away.", 500_000, 500_000, "voter"),
        ("A dozen schools closed.", 12, 12, "school"),
        ("Half a dozen schools closed.", 6, 6, "school"),
        ("A half-dozen schools closed.", 6, 6, "school"),
        ("The dam displaced a quarter of a million farmers.", 250_000, 250_000, "farmer"),
        ("It paid three-quarters of a billion dollars.", 750e6, 750e6, "USD"),
        ("‘Three goats got away,’ she said.", 3, 3, "goat"),
        ("Two hundred and six ships sank.", 206, 206, "ship"),
        ("Twenty-five thousand homes burned.", 25_000, 25_000, "home"),
        ("The river rose 12m.", 12, 12, "metre"),
        ("The crater is 12m-wide.", 12, 12, "metre"),
        ("It was 38°C in Lisbon.", 38, 38, "degree celsius"),
        ("The wind blew at 120 km/h.", 120, 120, "kilometre per hour"),
        ("They sent 33 Silver Eagle helicopters.", 33, 33, "helicopter"),
        ("They lost 40 light and heavy battle tanks.", 40, 40, "tank"),
        ("They seized 16 pairs of boots.", 16, 16, "pair"),
        ("Some 8,000 trucks were lost.", 8000, 8000, "truck"),
        ("Three of the prisoners escaped.", 3, 3, "prisoner"),
        ("They sent 22 police officers.", 22, 22, "officer"),
        ("Police counted 12 dead.", 12, 12, "dead"),
        ("It was cut to 119 at the end.", 119, 119, None),
    ],
)
def test_value_and_unit(text: str, low: float, high: float, unit: str | None) -> None:
    found = one(text)
    assert [found.low, found.high] == pytest.approx([low, high])
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("more than 5,000 homes", 5000, None, False),
        ("at least five homes", 5, None, False),
        ("over $7 million", 7e6, None, False),
        ("no fewer than 12 homes", 12, None, False),
        ("500 homes or more", 500, 500, False),
        ("500 or more homes", 500, None, False),
        ("a crowd of 5,000-plus fans", 5000, None, False),
        ("up to 900 homes", None, 900, False),
        ("as many as 900 homes", None, 900, False),
        ("fewer than 900 homes", None, 900, False),
        ("no more than 900 homes", None, 900, False),
        ("an estimated 900 homes", 900, 900, True),
        ("nearly 900 homes", 900, 900, True),
        ("around 900 homes", 900, 900, True),
        ("900 or so homes", 900, 900, True),
        ("900-odd homes", 900, 900, True),
        ("at least about 900 homes", 900, None, False),
        ("thousands of homes", 1000, None, True),
        ("tens of billions of dollars", 1e10, None, True),
        ("hundreds of thousands of people", 1e5, None, True),
        ("dozens of homes", 12, None, True),
        ("between 5 and 10 homes", 5, 10, False),
        ("5 to 10 homes", 5, 10, False),
        ("5-10 homes", 5, 10, False),
        ("two or three homes", 2, 3, False),
        ("$5-10 million", 5e6, 1e7, False),
        ("$5 million to $10 million", 5e6, 1e7, False),
        ("about 2,000 to 3,000 homes", 2000, 3000, True),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, approximate: bool) -> None:
    found = one(f"They counted {text}.")
    assert (found.low, found.high, found.approximate) == (low, high, approximate)


@pytest.mark.parametrize("text", ["$" + "9" * 400, "9" * 400 + " million tonnes", "3 to " + "9" * 400])
def test_what_no_float_holds_is_no_figure(text: str) -> None:
    assert all(one.high is not None and math.isfinite(one.high) for one in find(text))


def test_a_share_and_the_price_it_led_to_are_no_range() -> None:
    found = find("The shares fell 8 percent to $31.40.")
    assert [(one.low, one.unit) for one in found] == [(8, "percent"), (31.4, "USD")]
    assert one("The bank will pay 5% to 7% on deposits.").high == 7


@pytest.mark.parametrize("text", ["Her iPhone 6 rang.", "The iPad 2 costs less.", "An eBook 4 reader broke."])
def test_the_number_of_a_model_is_no_figure(text: str) -> None:
    assert not find(text)


def test_a_change_is_two_figures() -> None:
    found = find("The herd shrank from 900 to 119 within a year.")
    assert [quantity.low for quantity in found] == [900, 119]


@pytest.mark.parametrize(
    ("text", "iso", "written"),
    [
        ("on August 30, 2021, it ended", "2021-08-30", "August 30, 2021"),
        ("on 30 August 2021 it ended", "2021-08-30", "30 August 2021"),
        ("on the 3rd of May 2021", "2021-05-03", "3rd of May 2021"),
        ("in August 2021", "2021-08", "August 2021"),
        ("on Wednesday (25 January)", "--01-25", "25 January"),
        ("on Oct. 9", "--10-09", "Oct. 9"),
        ("on 2021-08-30", "2021-08-30", "2021-08-30"),
        ("it began in 1998", "1998", "1998"),
        ("from 2005 to August 2021", "2005/2021-08", "from 2005 to August 2021"),
        ("between 2005 and 2010", "2005/2010", "between 2005 and 2010"),
        ("the 2005-2010 plan", "2005/2010", "2005-2010"),
    ],
)
def test_dates(text: str, iso: str, written: str) -> None:
    found = [quantity for quantity in find(text) if quantity.iso]
    assert [(quantity.iso, quantity.span.text) for quantity in found][-1:] == [(iso, written)]
    assert all(quantity.low is None and quantity.high is None for quantity in found)


@pytest.mark.parametrize(
    "text",
    [
        "The M1117 and the F-16 flew beside a Mi-17 and a C-130.",
        "After 9/11 the law changed.",
        "The match ended 3-2.",
        "They met at 7:24 and again at 11 a.m. or 3pm.",
        "Call 555-010-4477 today.",
        "The 21st century began.",
        "He was first, she was second.",
        "One of them left; no one stayed.",
        "A 2022 report found it.",
        "The 1990s were calm.",
        "Flight 370 vanished under Article 5.",
        "COVID-19 spread.",
        "Version 1.2.3 is out.",
        "It may rain in March.",
        "A 5G mast burned.",
        "See page 12 of section 3.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert find(text) == ()


def test_years_are_counts_where_something_is_counted() -> None:
    assert one("They sent 2000 soldiers.").unit == "soldier"
    assert one("More than 2020 homes burned.").low == 2020


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("people", "person"),
        ("parties", "party"),
        ("churches", "church"),
        ("gas", "ga"),
        ("aircraft", "aircraft"),
        ("buses", "bus"),
    ],
)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


def test_a_chain_of_bounds_is_read_twice_at_most() -> None:
    assert one("about " * 5000 + "at least about 5 men").low == 5


def test_only_the_part_asked_for() -> None:
    text = "More than 5 ships and 6 boats and 7 rafts."
    found = find(text, text.index("5"), text.index(" and 7"))
    assert [(quantity.low, quantity.high) for quantity in found] == [(5, 5), (6, 6)]


PIECES = [
    "5",
    "two",
    " or ",
    "-",
    "million ",
    "$",
    "more than ",
    " percent",
    "May ",
    "2021",
    " to ",
    "a dozen ",
    "of ",
    "men ",
    ", ",
    ". ",
    "½",
    "’s",
    "\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text())
@example("5-May 5")
@example("5 or more than 5")
@example("a dozen of a dozen men")
def test_spans_are_ordered_disjoint_and_true_to_the_text(text: str) -> None:
    reached = 0
    for quantity in find(text):
        assert (
            reached <= quantity.span.start <= quantity.value.start < quantity.value.end <= quantity.span.end
        )
        assert quantity.span.text == text[quantity.span.start : quantity.span.end]
        assert quantity.value.text == text[quantity.value.start : quantity.value.end]
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        reached = quantity.span.end


@pytest.mark.parametrize(
    "unit",
    [
        "5 ",
        "5,",
        "a dozen of ",
        "more than ",
        "two hundred ",
        "May 5 ",
        "2005 to ",
        "5-",
        "$",
        "men and ",
        "x ",
    ],
)
def test_a_long_line_is_read_in_order(unit: str) -> None:
    found = find(unit * (60_000 // len(unit)))
    assert [q.span.start for q in found] == sorted(q.span.start for q in found)
