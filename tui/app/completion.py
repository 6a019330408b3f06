"""What tab makes of the word before the cursor: fields, their values, saved filters, tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.model import STATUSES
from tui.workspace.query import DECISIONS, FIELDS

Complete = Callable[[str], tuple[str, ...]]
"""The line up to the cursor -> that line with its last word completed, for each way there is."""


class Round(NamedTuple):
    """The completions one goes through, and what stands behind the cursor."""

    tail: str
    choices: tuple[str, ...]
    chosen: int

    @property
    def head(self) -> str:
        """The line up to the cursor."""
        return self.choices[self.chosen]

    @property
    def shown(self) -> str:
        """The whole line."""
        return self.head + self.tail

    def turn(self, steps: int) -> Round:
        """The next one, round and round."""
        return self._replace(chosen=(self.chosen + steps) % len(self.choices))


def complete_query(saved: Iterable[str], tags: Callable[[], Sequence[str]]) -> Complete:
    """Completes a filter with the names of saved filters and with the `tags` in use."""
    values: Mapping[str, Callable[[], Sequence[str]]] = {
        "status": lambda: STATUSES,
        "decision": lambda: DECISIONS,
        "tag": tags,
    }
    names = sorted(saved)

    def complete(line: str) -> tuple[str, ...]:
        before, word = _last_word(line)
        bare = word.lstrip("!")
        before += word[: len(word) - len(bare)]
        if bare.startswith("@"):
            return _begun(before + "@", bare[1:], names, " ")
        field, colon, value = bare.partition(":")
        if colon:
            return _begun(f"{before}{field}:", value, values.get(field, tuple)(), " ")
        return _begun(before, bare, FIELDS, ":") if bare else ()

    return complete


def complete_tags(tags: Sequence[str]) -> Complete:
    """Completes a line of tags, each perhaps behind a minus."""

    def complete(line: str) -> tuple[str, ...]:
        before, word = _last_word(line)
        bare = word.lstrip("-#")
        return _begun(before + word[: len(word) - len(bare)], bare, tags, " ") if bare else ()

    return complete


def _last_word(line: str) -> tuple[str, str]:
    start = line.rfind(" ") + 1
    return line[:start], line[start:]


def _begun(before: str, typed: str, names: Iterable[str], after: str) -> tuple[str, ...]:
    """The names that begin with what is typed, put in its place; none if it is whole."""
    found = [name for name in names if name.startswith(typed.casefold())]
    return () if found == [typed] and after == " " else tuple(before + name + after for name in found)
