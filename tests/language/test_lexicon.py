"""What holds for every word list, whatever it lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tui.language
from tui.language import lexicon, verbs

FOLDER = Path(tui.language.__file__).parent / "lexicon"
TABLES = sorted(path.stem for path in FOLDER.glob("*.toml"))
ROWS = {"verbs.irregular"}  # a verb's forms a line, of which two may be the same


def lists(value: Any, name: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words, or of phrases, below a value, with the keys that lead to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{name}.{key}")
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        yield name, value
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from lists(inner, f"{name}[{number}]")
    elif isinstance(value, str) and "=" not in value and name not in ROWS:
        yield name, value.split()


@pytest.mark.parametrize("table", TABLES)
def test_a_list_names_nothing_twice(table: str) -> None:
    twice = {
        name: [word for word, number in Counter(words).items() if number > 1]
        for name, words in lists(lexicon.load(table), table)
    }
    assert {name: words for name, words in twice.items() if words} == {}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_what_it_lists(table: str) -> None:
    assert (FOLDER / f"{table}.toml").read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize(("table", "key"), [("directives", "verbs"), ("speech", "verbs"), ("speech", "acts")])
def test_verbs_stand_in_their_base_form(table: str, key: str) -> None:
    forms = verbs.forms()
    assert [verb for verb in sorted(lexicon.words(table, key)) if forms.get(verb, ("",))[0] != verb] == []
