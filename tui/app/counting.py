"""Counts: the digits typed before a key."""

from __future__ import annotations

_DIGITS = frozenset("0123456789")
_LONGEST = 6  # digits of a count


class Counting:
    """A screen that collects the digits before a key; `count` is what stood before the last one, 0 for none.

    A count begins with one of `firsts`; other digits are keys themselves.
    """

    firsts = _DIGITS
    count = 0
    _typed = ""

    def take_key(self, character: str) -> bool:
        """True if the key is part of a count and means nothing else; any other key takes the count."""
        if character in _DIGITS and (self._typed or character in self.firsts):
            self._typed = (self._typed + character)[-_LONGEST:]
            self.show_count(self._typed)
            return True
        self.count, self._typed = int(self._typed or 0), ""
        self.show_count("")
        return False

    def show_count(self, typed: str) -> None:
        """Show the digits so far; none if they are taken."""
        raise NotImplementedError
