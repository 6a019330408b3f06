"""The words that match what is typed, kind by kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.fixtures import configure, open_workspace
from tui.workspace.index import Index
from tui.workspace.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    home = tmp_path_factory.mktemp("vocabulary")
    open_workspace(home)
    (file,) = (configure(home).cache_dir / "index").glob("*.sqlite")
    return Vocabulary(Index.open(Path(file)))


@given(st.text("abcdeghirst", max_size=4) | st.sampled_from(["bridge", "close", "the"]))
def test_each_kind_is_what_it_is_called(vocabulary: Vocabulary, typed: str) -> None:
    alike, *kinds = ([vocabulary.words[n] for n in numbers] for numbers in vocabulary.tiers(typed))
    words = vocabulary.words
    begun = [word for word in words if word.startswith(typed)]
    inside = [word for word in words if typed in word and word not in begun] if len(typed) > 2 else []
    assert kinds == [inside, [word for word in begun if word != typed], [w for w in begun if w == typed]]
    assert not alike or not (inside or begun)


def test_a_word_is_spelt_alike_only_if_nothing_else_matches(vocabulary: Vocabulary) -> None:
    alike, *others = vocabulary.tiers("brigde")
    assert [vocabulary.words[number] for number in alike] == ["bridge"]
    assert not any(others)


def test_positions_of_a_range_are_those_of_its_words(vocabulary: Vocabulary) -> None:
    for side in ("claims", "names"):
        all_words = range(len(vocabulary.words))
        (together,) = vocabulary.positions(all_words, side)
        apart = vocabulary.positions(list(all_words), side)
        assert list(together) == [position for positions in apart for position in positions]
