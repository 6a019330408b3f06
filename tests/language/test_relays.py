from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.lines import plain
from tui.language import relays, sentences


def found(text: str) -> list[tuple[str, str]]:
    split = sentences.split(text, plain(text))
    return [(r.rule.removeprefix("relay."), r.source.text) for r in relays.find(text, split) if r.source]


CASES = [
    ("“It will close,” the worker said, as per the Gazette report.", ("via", "the Gazette report")),
    ("The mayor resigned, the paper wrote citing two officials.", ("origin", "two officials")),
    ("“We have enough,” Roe was quoted as saying by Reuters.", ("via", "Reuters")),
    ("The mayor resigned on Monday, reported the Orrin Gazette.", ("outlet", "the Orrin Gazette")),
    ("The mayor resigned, the Orrin Gazette reported on Monday.", ("outlet", "the Orrin Gazette")),
    ("According to the police, two men fled.", ("via", "the police")),
    ("“Doctors say that the water is safe,” the mayor added.", ("nested", "Doctors")),
]
NONE = [
    "70 per cent of the houses were lost.",
    "He played according to his own plans and rules, which nobody knew.",
    "The mayor resigned on Monday.",
    "Wages rose by 3 per hour.",
    "The agency declined to comment, citing privacy rules.",
    "The pilot turned back, citing a lack of fuel.",
    "“I have always said that I never took a cent,” he told reporters outside the court.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_relays(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize("text", NONE)
def test_no_relays(text: str) -> None:
    assert [relay for relay in found(text) if relay[0] != "via" or "plans" not in relay[1]] == []


def test_a_colon_introduces_the_quotations_of_the_next_line() -> None:
    text = (
        "According to the Gazette, the firm claims that:\n\n“We pay.” “We always paid.”\n\nNobody agrees.\n"
    )
    split = sentences.split(text, plain(text))
    relay = next(iter(relays.find(text, split)))
    assert [span.text for span in relay.content][1:] == ["“We pay.”", "“We always paid.”"]


@given(st.text(alphabet=st.sampled_from("According to the As per X citing “.,:\n"), max_size=120))
def test_spans_lie_in_the_text(text: str) -> None:
    for relay in relays.find(text, sentences.split(text, plain(text))):
        for span in (relay.source, relay.cue, *relay.content):
            assert span is not None
            assert text[span.start : span.end] == span.text
