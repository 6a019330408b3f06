"""A checksum of an index in its own header, so that damage to any byte of the file is noticed."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO

# SQLite leaves two numbers of its header to the application: user_version and application_id.
_PLACES = (60, 68)
_WIDTH = 4  # bytes of each
_HEADER = 100
_AT_ONCE = 1 << 20  # bytes


def seal(path: Path) -> None:
    """Writes the checksum into the database at `path`, which nobody else may write to.  Raises OSError."""
    with path.open("r+b") as file:
        digest = _digest(file)
        for number, place in enumerate(_PLACES):
            file.seek(place)
            file.write(digest[number * _WIDTH : (number + 1) * _WIDTH])


def is_sealed(file: BinaryIO) -> bool:
    """Whether a database is, byte for byte, what it was when it was sealed."""
    file.seek(0)
    header = file.read(_HEADER)
    return _digest(file) == b"".join(header[place : place + _WIDTH] for place in _PLACES)


def _digest(file: BinaryIO) -> bytes:
    """A hash of the file without the places that hold it."""
    digest = hashlib.blake2b(digest_size=_WIDTH * len(_PLACES))
    file.seek(0)
    header = bytearray(file.read(_HEADER))
    for place in _PLACES:
        header[place : place + _WIDTH] = bytes(_WIDTH)
    digest.update(header)
    while chunk := file.read(_AT_ONCE):
        digest.update(chunk)
    return digest.digest()
