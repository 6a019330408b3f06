"""What was worked out once for each of many words, which come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Memory(dict[str, Made], Generic[Made]):
    """What `make` gives for each word that was asked for, at the cost of looking it up in a dict.

    All is forgotten when it holds `most` words, so that it stays small however many are asked for.
    """

    def __init__(self, make: Callable[[str], Made], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, word: str) -> Made:
        if len(self) >= self._most:
            self.clear()
        made = self[word] = self._make(word)
        return made
