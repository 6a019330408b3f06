"""Figures of one claim: which are one quantity, and whether they agree."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.numbers import Located, compare
from tui.claims.numbers_values import compare as compare_values
from tui.claims.numbers_values import gap
from tui.language.quantities import find


def groups(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """Relation and values of the quantities that hold more than one value."""
    mentions = [Located(f"a{number}", text, 100 * number) for number, text in enumerate(texts)]
    found = compare(mentions)
    return [
        (group.relation, tuple(value.text for value in group.values))
        for group in found
        if len(group.values) > 1
    ]


def relations(*texts: str) -> list[str]:
    return [relation for relation, _ in groups(*texts)]


@pytest.mark.parametrize(
    "texts",
    [
        ("the fire killed 42 people", "42 people died in the fire"),
        ("the fire killed at least 40 people", "42 people died in the fire"),
        ("the fire killed dozens of people", "42 people died in the fire"),
        ("the death toll from the fire is 42", "the fire killed 42 people"),
        ("shares closed at $14.62", "the shares closed at $14.6"),
        ("the dam cost $3.12 billion", "the dam cost more than $3 billion", "the dam cost $3.1 billion"),
        ("turnout was 61.4 percent", "turnout was 61%"),
        ("the treaty was signed on May 3, 2019", "the treaty was signed in May 2019"),
        ("the heat reached 41.6C in the capital", "it was nearly 42 degrees Celsius in the capital"),
        ("nearly 300 homes burned", "297 homes burned"),
        ("fire destroyed 140 homes in Orrin", "140 houses in Orrin were destroyed by fire"),
        ("rebels killed 23 soldiers at the base", "twenty-three troops were killed by rebels at the base"),
        ("the toll of the Orrin bridge collapse rises to 15", "the Orrin bridge collapse: toll rises to 15"),
        (
            "the surgeon was 41 when she joined the clinic",
            "the surgeon was aged 41 when she joined the clinic",
        ),
        ("the crowd numbered between 8,000 and 10,000 people", "a crowd of about 9,000 people came"),
    ],
)
def test_agreement(texts: tuple[str, ...]) -> None:
    assert relations(*texts) == ["agree"]


@pytest.mark.parametrize(
    "texts",
    [
        ("the fire killed 42 people", "57 people died in the fire"),
        ("the crash left 12 dead", "the crash killed 19 people"),
        ("the ministry bought 1,204 ambulances", "the ministry bought 1,518 ambulances"),
        ("the dam cost $3.12 billion", "the dam cost $5 billion to build"),
        ("the merger values the brewer at $4 billion", "the merger values the brewer at £9 billion"),
        ("unemployment in the region reached 11 percent", "unemployment in the region reached 8.5 percent"),
        ("Maria Lopez, 45, the mayor, resigned", "Maria Lopez, 54, the mayor, resigned"),
        ("the treaty was signed on May 3, 2019", "the treaty was signed on May 13, 2019"),
        ("the repairs were worth half a million", "the repairs to the bridge were worth $7 million"),
    ],
)
def test_conflict(texts: tuple[str, ...]) -> None:
    assert relations(*texts) == ["conflict"]


@pytest.mark.parametrize(
    "texts",
    [
        # Another role.
        ("the crash killed 12 people", "the crash injured 40 people"),
        (
            "the donors gave $18.6 billion to the clinics",
            "equipment left behind in the clinics was worth $7.1 billion",
        ),
        ("the airline made a loss of $40 million", "the airline had revenues of $90 million"),
        ("38 percent approve of the mayor", "55 percent disapprove of the mayor"),
        # Another thing.
        ("they sent 900 armoured vehicles", "they sent 120 electric vehicles"),
        ("70 per cent of American corn was lost", "30 per cent of French wheat was lost"),
        ("they seized 16,000 pairs of boots", "they seized 42,000 pieces of clothing"),
        ("$7 billion worth of grain was sold", "$48 million worth of fertiliser was sold"),
        ("gold sells for $29.11 per gram", "gold sells for $1,200 per ounce"),
        # Another length of time: planned and real.
        ("they planned for a 30-day strike", "the strike has gone on for almost 300 days"),
        # A plausible exchange rate.
        ("the merger values the brewer at $4 billion", "the merger values the brewer at £3 billion"),
        # A change is no conflict.
        ("the reserve held 900 wolves in May", "the number of animals was reduced to 119 wolves by November"),
        # Other people.
        ("Maria Lopez, 45, resigned", "the mayor Ann Archer, 61, resigned"),
        ("six people were shot dead at the protest", "100,000 people have died in the drug war"),
        ("22 police officers were arrested", "14 more police officers were arrested"),
        # Another year.
        ("police made 59,000 arrests in 2010", "police made 28,000 arrests in 2013"),
        # Two dates of two events.
        ("the parade was held in November 2021", "troops withdrew in August 2021"),
        ("the singer died on 22 February 2015", "the singer, born on 30 April 1933, has died"),
        # Small counts of common things.
        ("two officials said so", "five officials were fired"),
    ],
)
def test_no_comparison(texts: tuple[str, ...]) -> None:
    assert relations(*texts) == []


def test_figures_of_one_mention_are_different_quantities() -> None:
    assert groups("the navy sent 33 frigates, 23 older frigates and 4 tugs") == []
    assert groups("the herd shrank from 900 cows to 119 cows") == []


@pytest.mark.parametrize(
    "texts",
    [
        ("28 pupils made the trip and seven pupils fell ill", "seven pupils fell ill on the trip"),
        (
            "the 12-inch screen is thinner than the 13-inch model",
            "the 13-inch screen is not the 12-inch model",
        ),
        ("he was shot six times, with two shots to the head", "he was hit by six shots"),
    ],
)
def test_a_value_that_both_mentions_give_is_in_no_conflict(texts: tuple[str, ...]) -> None:
    assert "conflict" not in relations(*texts)


def test_values_pair_up_inside_crowded_mentions() -> None:
    found = groups(
        "the quake killed 120 people and injured 900, the governor said",
        "at least 118 people were injured as 120 people died in the quake",
    )
    assert ("agree", ("120 people", "120 people")) in found


def test_vote_shares_pair_by_value() -> None:
    found = groups("Ivanova won 51.9 percent and Petrov 48.1 percent", "Petrov had 48% and Ivanova 52%")
    assert [relation for relation, _ in found] == ["agree", "agree"]
    assert {tuple(sorted(values)) for _, values in found} == {
        ("51.9 percent", "52%"),
        ("48%", "48.1 percent"),
    }


def test_an_outlier_joins_those_that_agree() -> None:
    (group,) = groups(
        "the bridge cost $7.12 million", "the bridge cost more than $7 million", "the bridge cost $52 million"
    )
    assert group == ("conflict", ("$7.12 million", "more than $7 million", "$52 million"))


def test_claims_wrongly_merged_make_no_conflict() -> None:
    assert (
        relations(
            "rebels took the town on 5 May 2020 after 12 days of fighting",
            "the central bank raised its rate to 8 percent",
            "the rate of the tax is 21 percent",
            "the minister, 61, resigned after 3 years in office",
        )
        == []
    )


def test_offsets_are_those_of_the_article() -> None:
    text = "x" * 50 + "the fire killed 42 people"
    (group,) = compare([Located("a", text[50:], 50)])
    value = group.values[0]
    assert text[value.start : value.end] == value.text == "42 people"
    assert (group.relation, value.low, value.high, value.unit) == ("single", 42, 42, "person")


def test_a_figure_that_two_mentions_cover_is_one_value() -> None:
    text = "the fire killed 42 people in the old town"
    (group,) = compare([Located("a", text, 0), Located("a", text[4:25], 4)])
    assert [(value.start, value.end) for value in group.values] == [(16, 25)]


MENTIONS = [
    Located("a", "the fire killed 42 people", 10),
    Located("b", "57 people died in the fire on 3 May 2019", 0),
    Located("c", "more than 40 people were killed in May 2019", 5),
    Located("d", "the damage is put at $3 million", 0),
    Located("e", "the damage is put at $9 million", 0),
]


def test_the_order_of_mentions_does_not_matter() -> None:
    expected = compare(MENTIONS)
    assert all(compare(order) == expected for order in itertools.permutations(MENTIONS))


@given(st.lists(st.sampled_from(MENTIONS), max_size=8))
def test_every_figure_is_in_exactly_one_group(mentions: list[Located]) -> None:
    places = [(value.article, value.start) for group in compare(mentions) for value in group.values]
    wanted = {
        (mention.article, mention.start + quantity.span.start)
        for mention in mentions
        for quantity in find(mention.text)
    }
    assert sorted(places) == sorted(wanted)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("7.12 billion", "7.1 billion", "same"),
        ("more than 7 billion", "7.12 billion", "same"),
        ("more than 40", "400", "compatible"),
        ("22,174", "23,825", "different"),
        ("about 100", "93", "same"),
        ("August 2021", "August 30, 2021", "same"),
        ("25 January", "January 25, 2023", "same"),
        ("August 2021", "July 2021", "different"),
        ("from 2005 to 2021", "between 2005 to August 2021", "same"),
        ("$5", "£4", "incomparable"),
        ("$5", "£40", "different"),
        ("$5", "₹300", "incomparable"),
    ],
)
def test_values(one: str, other: str, verdict: str) -> None:
    (a,), (b,) = find(f"they say {one} now"), find(f"they say {other} now")
    assert compare_values(a, b) == compare_values(b, a) == verdict


@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12))
def test_gap_is_symmetric_and_none_to_oneself(a: float, b: float) -> None:
    assert gap((a, a), (a, a)) == 0
    assert gap((a, a), (b, b)) == gap((b, b), (a, a)) >= 0


@pytest.mark.parametrize("figures", [200, 3])
def test_a_thousand_mentions_can_be_compared(figures: int) -> None:
    texts = [
        f"the storm killed {n % figures} people and cost ${n % figures} million"
        for n in range(1000 // figures * 40)
    ]
    groups = compare([Located(f"a{n}", text, 0) for n, text in enumerate(texts[:1000])])
    assert sum(len(group.values) for group in groups) == 2 * len(texts[:1000])


@pytest.mark.parametrize(
    ("texts", "relation"),
    [
        (("the cracks in the wall were 8 mm wide", "the cracks in the wall are up to 0.8 cm wide"), "agree"),
        (("the cracks in the wall were 8 mm wide", "the cracks in the wall are 3 cm wide"), "conflict"),
        (("the slick is 12 km long", "the slick is 12,000 metres long"), "agree"),
        (("the ship lost 2 tonnes of oil", "the ship lost 900 kg of oil"), "conflict"),
        (("he drove at 100 mph in the tunnel", "he drove at 160 km/h in the tunnel"), "agree"),
        (
            ("the fire burned 300 hectares of forest", "the fire burned 3 square kilometres of forest"),
            "agree",
        ),
    ],
)
def test_units_of_one_measure_are_compared(texts: tuple[str, ...], relation: str) -> None:
    assert relations(*texts) == [relation]


def test_a_group_gives_its_bounds_in_one_unit() -> None:
    (group,) = compare([Located("a", "cracks 8 mm wide", 0), Located("b", "cracks 0.8 cm wide", 0)])
    assert [(value.text, value.low, value.unit) for value in group.values] == [
        ("8 mm", 8.0, "millimetre"),
        ("0.8 cm", 8.0, "millimetre"),
    ]


def test_a_measure_is_no_count_of_what_it_is_a_measure_of() -> None:
    assert relations("there are 14 cracks in the wall", "cracks of 8 mm run through the wall") == []
    assert relations("the tank holds 40 tonnes of fuel", "the tank is 40 metres high") == []


@pytest.mark.parametrize(
    "texts",
    [
        ("a cluster of six, followed by four", "four of the goats, then six"),
        ("the team won 3 of the games at home", "she moved house at the age of 3"),
        ("the pilot flew 40 hours", "he turned 40 in the prison of Kast"),
    ],
)
def test_equal_figures_without_a_noun_need_the_same_words(texts: tuple[str, ...]) -> None:
    assert not relations(*texts)


def test_what_an_amount_is_of_is_told_in_its_words() -> None:
    found = compare(
        [
            Located("a", "they lost $7 billion of military equipment", 0),
            Located("b", "some $7.1 billion of military equipment was lost", 0),
        ]
    )
    assert [group.quantity for group in found] == ["USD: military equipment"]
