"""Bytes made small for the index: records by what they have in common, positions by their steps, numbers."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice, tee
from operator import sub

_REACH = 32_768  # bytes that the compression looks back on
_SAMPLES = 32  # records that a dictionary is made from
_RAW = -15  # a stream without header and checksum: most lists are of a few positions
_WIDTH = 4  # bytes of a number
_LEVEL = 6  # of compression: 9 takes a quarter more time for a fourth of a percent
_FEW = 64  # numbers, for which little memory does, that is set up in a fifth of the time


class IndexDamagedError(Exception):
    """The index cannot be used; the message says why."""


class Press:
    """Compresses records of one kind, given what they say again and again."""

    def __init__(self, dictionary: bytes) -> None:
        self.dictionary = dictionary

    @classmethod
    def of(cls, records: Sequence[bytes]) -> Press:
        """A press whose dictionary is the beginnings of some records."""
        share = _REACH // max(1, len(records))
        return cls(b"".join(record[:share] for record in records))

    def pack(self, record: bytes) -> bytes:
        """A record, compressed."""
        known = self.dictionary
        packer = zlib.compressobj(_LEVEL, zdict=known) if known else zlib.compressobj(_LEVEL)
        return packer.compress(record) + packer.flush()

    def unpack(self, packed: bytes) -> bytes:
        """The record as it was packed.  Raises `IndexDamagedError`."""
        try:
            unpacker = zlib.decompressobj(zdict=self.dictionary)
            record = unpacker.decompress(packed) + unpacker.flush()
        except (zlib.error, TypeError) as error:
            raise IndexDamagedError(str(error)) from None
        if not unpacker.eof:
            raise IndexDamagedError("a record ends too early")
        return record


def samples(count: int) -> range:
    """Which of `count` records a dictionary is made from."""
    return range(0, count, max(1, count // _SAMPLES))


def pack(positions: Iterable[int]) -> bytes:
    """Positions by the steps between them."""
    ones, others = tee(positions)
    return pack_numbers(map(sub, ones, chain((0,), others)))


def unpack(packed: bytes) -> array[int]:
    """The positions as they were packed.  Raises `IndexDamagedError`."""
    try:
        return array("I", accumulate(unpack_numbers(packed)))
    except OverflowError as error:
        raise IndexDamagedError(str(error)) from None


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Numbers, most of them near 0: first the low bytes of all, then the next…"""
    whole = array("i", numbers).tobytes()
    packer = zlib.compressobj(_LEVEL, wbits=_RAW, memLevel=1 if len(whole) <= _FEW * _WIDTH else 8)
    return packer.compress(b"".join([whole[place::_WIDTH] for place in range(_WIDTH)])) + packer.flush()


def unpack_numbers(packed: bytes) -> array[int]:
    """The numbers as they were packed.  Raises `IndexDamagedError`."""
    try:
        planes = zlib.decompress(packed, wbits=_RAW)
        count = len(planes) // _WIDTH
        whole = bytearray(len(planes))
        for place in range(_WIDTH):
            whole[place::_WIDTH] = planes[place * count : (place + 1) * count]
        return array("i", bytes(whole))
    except (zlib.error, ValueError, TypeError) as error:
        raise IndexDamagedError(str(error)) from None


def batches(items: Iterable[str], size: int) -> Iterable[tuple[str, ...]]:
    """The items, so many at a time."""
    iterator = iter(items)
    while batch := tuple(islice(iterator, size)):
        yield batch
