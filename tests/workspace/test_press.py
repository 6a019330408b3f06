"""What the index is made small with: everything comes back, and what is damaged says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.workspace.press import IndexDamagedError, Press, batches, pack, samples, unpack


@given(st.lists(st.integers(0, 2**31 - 1)))
def test_positions_come_back_in_their_order(positions: list[int]) -> None:
    assert list(unpack(pack(positions))) == positions


def test_neighbours_take_less_than_a_tenth_of_their_numbers() -> None:
    assert len(pack(range(100_000, 110_000))) < 4_000


@given(st.lists(st.binary(max_size=60), max_size=5), st.binary())
def test_a_record_comes_back_whatever_the_dictionary(known: list[bytes], record: bytes) -> None:
    press = Press.of(known)
    assert Press(press.dictionary).unpack(press.pack(record)) == record


def test_a_dictionary_saves_what_records_have_in_common() -> None:
    record = b"The ferry between the two towns is out of service until Monday."
    assert len(Press.of([record]).pack(record)) * 3 < len(Press(b"").pack(record))


@pytest.mark.parametrize("packed", [b"", b"\x78", b"\xff" * 40, Press(b"other").pack(b"some words" * 9)])
def test_a_damaged_record_is_said_to_be(packed: bytes) -> None:
    with pytest.raises(IndexDamagedError):
        Press(b"some words").unpack(packed)


@pytest.mark.parametrize("packed", [b"", b"\xff" * 40, pack([1, 2, 3])[:-1]])
def test_damaged_positions_are_said_to_be(packed: bytes) -> None:
    with pytest.raises(IndexDamagedError):
        unpack(packed)


def test_samples_are_spread_over_all_records() -> None:
    assert list(samples(3)) == [0, 1, 2]
    assert list(samples(0)) == []
    assert 32 <= len(samples(5000)) < 64
    assert samples(5000)[-1] > 4800


def test_the_last_batch_may_be_smaller() -> None:
    assert list(batches("abcde", 2)) == [("a", "b"), ("c", "d"), ("e",)]
