from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.full_names import FullNames

READ = [
    ("Lund", "Ida Lund", "Ida Lund, a surveyor, came. Lund left."),
    ("Lund", "Ida Lund", "Ida Lund came.\n\nStory Continued Below\n\nLund left."),
    ("Lund", "Ida Lund", "Ferry Sails Again\nLund came. Ida Lund left."),
    ("Lund", "Ida Lund", "The ambassador to the United Nations Ida Lund came. Ida Lund left."),
    ("Reis", "Ana de Reis", "Ana de Reis came."),
    ("Karimi", "Munir al-Karimi", "Munir al-Karimi came."),
]
NONE = [
    ("Lund", "Seen Tonight\n\nLund came."),
    ("Lund", "He wrote: “Taking Lund to the pier.” Lund left."),
    ("Lund", "It was late. Asked Lund to stay."),
    ("Norway", "In May. But Norway came."),
]


@pytest.mark.parametrize(("surname", "full", "text"), READ)
def test_a_surname_is_the_person_named_in_full(surname: str, full: str, text: str) -> None:
    assert FullNames(text).by_surname[surname] == full


@pytest.mark.parametrize(("surname", "text"), NONE)
def test_words_of_another_line_or_a_verb_make_no_full_name(surname: str, text: str) -> None:
    assert surname not in FullNames(text).by_surname


@given(st.text(alphabet="AIab. \n“'", max_size=60))
def test_full_names_stand_on_one_line(text: str) -> None:
    assert all(
        surname == full.split()[-1] and "\n" not in full
        for surname, full in FullNames(text).by_surname.items()
    )


@pytest.mark.parametrize(
    ("name", "alone", "text"),
    [
        ("Worried Ida Lund", "Ida Lund", "Worried Ida Lund came. Ida Lund left."),
        ("Mario Abou Reis", "Mario Abou Reis", "Here came Mario Abou Reis. Abou Reis left."),
        ("J. Russell Lund", "J. Russell Lund", "J. Russell Lund came. Russell Lund left."),
        ("One Port Warden", "One Port Warden", "One Port Warden came. The Port Warden left."),
        ("Friends of Ida Lund", "Friends of Ida Lund", "Friends of Ida Lund came. Ida Lund left."),
        (
            "Port of Aarhus Ida Lund",
            "Ida Lund",
            "The warden of the Port of Aarhus Ida Lund came. Ida Lund left.",
        ),
    ],
)
def test_words_in_front_of_a_name_are_none_of_it_if_it_stands_without_them(
    name: str, alone: str, text: str
) -> None:
    assert FullNames(text).alone(name) == alone
