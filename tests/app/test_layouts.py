from __future__ import annotations

import pytest

from tui.app.keys import actions
from tui.app.layouts import _table, latin


@pytest.mark.parametrize(
    ("character", "key"),
    [
        ("о", "j"),
        ("л", "k"),
        ("й", "q"),
        ("Т", "N"),
        ("х", "["),
        ("і", "s"),
        ("ξ", "j"),
        ("Ν", "N"),
        ("ς", "w"),
    ],
)
def test_the_key_below_the_finger(character: str, key: str) -> None:
    assert latin(character) == key


@pytest.mark.parametrize("character", ["é", "漢", "ß", "j", ""])
def test_other_characters_mean_themselves(character: str) -> None:
    assert latin(character) is None


def test_only_what_no_latin_keyboard_gives_is_translated() -> None:
    assert not any(character.isascii() for character in _table())


def test_every_letter_that_does_something_can_be_typed_in_russian() -> None:
    letters = {key for action in actions() for key in action.keys if len(key) == 1 and key.isalpha()}
    assert letters <= {key for character, key in _table().items() if "А" <= character <= "я"}
