"""How much is read of one file, so that no file can take the memory or the day."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Protocol

from tui.corpus.problems import ExhaustedError, UnreadableError

_REMEDY = "raise {} under [limits] in config.toml, or split the file"


@dataclass(frozen=True, slots=True)
class Limits:
    """`text`, `document`, `file` and `unpacked` count bytes; the others count what they say.

    characters: the text of one article, which is analysed as a whole;
    text: one article as it lies there (a file, a line, a message, a page);
    document: what must be read as a whole before its articles are known (JSON, a feed, an inner archive,
    the standard input);
    file: one file on the disk; unpacked: all that comes out of one file;
    objects: objects and lists of one JSON document; articles: articles of one file;
    entries: entries of one feed; members: files in one archive;
    depth: containers in one another; parts: parts of one message; tags: elements of one page.
    """

    characters: int = 2_000_000
    text: int = 20_000_000
    document: int = 100_000_000
    file: int = 10_000_000_000
    unpacked: int = 10_000_000_000
    objects: int = 2_000_000
    articles: int = 100_000
    entries: int = 10_000
    members: int = 200_000
    depth: int = 4
    parts: int = 1_000
    tags: int = 100_000


def check_length(text: str, shown: str, limits: Limits) -> None:
    """Raises UnreadableError for a text that is longer than an article may be; `shown` names it."""
    if len(text) > limits.characters:
        problem = f"a text of {len(text):,} characters, at most {limits.characters:,} are read"
        raise UnreadableError(shown, problem, _REMEDY.format("characters"))


@dataclass(slots=True)
class Budget:
    """What is left of the limits of one file while it is read; `shown` names it in the error."""

    shown: str
    limits: Limits = field(default_factory=Limits)
    unpacked: int = 0
    articles: int = 0

    def spend_bytes(self, count: int) -> None:
        """Counts unpacked bytes.  Raises ExhaustedError when there are too many."""
        self.unpacked += count
        if self.unpacked > self.limits.unpacked:
            problem = f"unpacks to more than {self.limits.unpacked:,} bytes; the rest of it is left out"
            raise ExhaustedError(self.shown, problem, _REMEDY.format("unpacked"))

    def spend_article(self) -> None:
        """Counts an article.  Raises ExhaustedError when there are too many."""
        self.articles += 1
        if self.articles > self.limits.articles:
            problem = f"more than {self.limits.articles:,} articles; the rest of it is left out"
            raise ExhaustedError(self.shown, problem, _REMEDY.format("articles"))


class Packed(Protocol):
    """What gives bytes as it unpacks them."""

    def read1(self, size: int, /) -> bytes: ...


class Metered(io.RawIOBase):
    """A stream whose bytes are counted against a budget as they are read."""

    def __init__(self, stream: Packed, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """A metered stream is there to be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills `buffer`; raises ExhaustedError, and what the stream raises."""
        # As much as there is: what comes before damage must not be lost with it.
        data = self._stream.read1(len(buffer))
        self._budget.spend_bytes(len(data))
        buffer[: len(data)] = data
        return len(data)
