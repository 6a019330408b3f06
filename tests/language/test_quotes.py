from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.quotes import find

CASES = [
    ("“We lost,” she said. “Badly.”", ["“We lost,”", "“Badly.”"]),
    ('"We lost," she said.', ['"We lost,"']),
    ("''We lost,'' she said.", ["''We lost,''"]),
    ("“He told me ‘go home’ twice,” she said.", ["“He told me ‘go home’ twice,”"]),
    ("The ‘ghost’ ship sank.", ["‘ghost’"]),
    ("The farmers' market in the workers' town", []),
    ("It’s the players’ fault, isn’t it", []),
    ("«Nous partons», dit-elle", ["«Nous partons»"]),
    ("“We lost. And we lost again.", ["“We lost. And we lost again."]),
    ("“One.\n“Two.”", ["“One.", "“Two.”"]),
    ('a 6" pipe and more', []),
    ('It was “odd" he said', ['“odd"']),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotes(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find(text)] == expected


def test_a_missing_closing_mark_is_told() -> None:
    assert [q.closed for q in find("“One.\n“Two.”")] == [False, True]


@given(st.text(alphabet=st.sampled_from("“”\"'‘’«» \n.abs"), max_size=80))
def test_quotes_are_sorted_and_apart(text: str) -> None:
    quotes = find(text)
    assert all(0 <= q.start < q.end <= len(text) for q in quotes)
    assert all(a.end <= b.start for a, b in pairwise(quotes))
    assert all("\n" not in text[q.start : q.end] for q in quotes)
