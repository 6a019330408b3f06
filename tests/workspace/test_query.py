"""What can be typed after ``/``, and what it means."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.workspace.query import QueryError, Term, holds, parse


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ()),
        ("bridge", ((Term("word", "bridge"),),)),
        ("Bridge closing", ((Term("word", "bridge"), Term("word", "closing")),)),
        ("bridge OR tunnel", ((Term("word", "bridge"),), (Term("word", "tunnel"),))),
        ("or", ((Term("word", "or"),),)),
        ("ORBIT", ((Term("word", "orbit"),),)),
        ('"City Hall"', ((Term("phrase", "city hall"),),)),
        ('voice:"City Hall" !flag:echo', ((Term("voice", "city hall"), Term("flag", "echo", True)),)),
        ("!bridge", ((Term("word", "bridge", True),),)),
        ("!!bridge", ((Term("word", "bridge"),),)),
        ('!"City Hall"', ((Term("phrase", "city hall", True),),)),
        ("Status:Denied", ((Term("status", "denied"),),)),
        ("status:den", ((Term("status", "den"),),)),
        ("date:2023-01..", ((Term("date", "2023-01.."),),)),
        ("decision:none", ((Term("decision", "none"),),)),
    ],
)
def test_meaning(typed: str, meant: object) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize("typed", ["!", "OR", "a OR", '"', '""', "b", "  ", "! OR !", 'OR "'])
def test_what_is_still_being_typed_does_no_harm(typed: str) -> None:
    assert parse(typed) == ()


def test_an_open_quotation_mark_closes_at_the_end() -> None:
    assert parse('by:"Ana Ru') == ((Term("by", "ana ru"),),)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("stauts:denied", "no field 'stauts'; did you mean 'status'"),
        ("voices:x", "did you mean 'voice'"),
        ("https://example.org", 'to search for it, write "https://example.org"'),
        ("status:", "status: needs a value: disputed, denied"),
        ("status:deneid", "no status 'deneid'; did you mean 'denied'"),
        ("decision:perhaps", "no decision 'perhaps'"),
        ("date:monday", "date: is YYYY"),
        ("date:2023-13", "date: is YYYY"),
        ("date:2023-02-40..2024", "date: is YYYY"),
        ('publisher:""', "publisher: needs a value"),
    ],
)
def test_a_bad_query_names_the_nearest_known(typed: str, message: str) -> None:
    with pytest.raises(QueryError) as error:
        parse(typed)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


@given(
    st.text(alphabet=st.sampled_from(list('!":.- ORstatusdaefl2023é\n\t')), max_size=40)
    | st.text(max_size=40)
)
def test_parsing_raises_nothing_else(typed: str) -> None:
    with suppress(QueryError):
        assert all(term.value for terms in parse(typed) for term in terms)


@pytest.mark.parametrize(
    ("date", "asked", "expected"),
    [
        ("2023-01-25", "2023", True),
        ("2023-01-25", "2023-01", True),
        ("2023-01-25", "2023-02", False),
        ("2023-01-25", "2023-01..2023-02", True),
        ("2023-02-28", "2023-01..2023-02", True),
        ("2023-03-01", "2023-01..2023-02", False),
        ("2023-03-01", "2023-02..", True),
        ("2022-12-31", "2023..", False),
        ("2022-12-31", "..2022", True),
        ("2023-01-01", "..2022", False),
        ("2023-01-25", "2023-01-25..2023-01-25", True),
    ],
)
def test_dates(date: str, asked: str, expected: bool) -> None:
    assert holds(date, asked) is expected


SAVED = {"open": "decision:none !flag:echo", "hot": "status:denied OR status:disputed", "both": "@open @hot"}


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("@open", "decision:none !flag:echo"),
        ("@hot bridge", "status:denied bridge OR status:disputed bridge"),
        ("bridge @hot OR tram", "bridge status:denied OR bridge status:disputed OR tram"),
        ("@both", "decision:none !flag:echo status:denied OR decision:none !flag:echo status:disputed"),
        ("@ bridge", "bridge"),
        ("someone@hot", '"someone@hot"'),
    ],
)
def test_a_saved_filter_is_what_it_stands_for(text: str, meaning: str) -> None:
    found = [[(term.value, term.negated) for term in terms] for terms in parse(text, SAVED)]
    assert found == [[(term.value, term.negated) for term in terms] for terms in parse(meaning)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@hto", "did you mean 'hot'"),
        ("!@hot", "cannot be turned round"),
        ("@round", "@round: no saved filter 'round'"),
        ("@bad", "@bad: no field 'statsu'"),
    ],
)
def test_a_saved_filter_that_cannot_be_meant(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse(text, {**SAVED, "round": "tram @round", "bad": "statsu:denied"})


def test_without_saved_filters_the_message_says_where_they_are_kept() -> None:
    with pytest.raises(QueryError, match=r"no saved filter 'hot'; \[filters\] in config.toml"):
        parse("@hot")
