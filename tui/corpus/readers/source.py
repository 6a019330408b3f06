"""What every reader is given and what it makes: a stream with a name, articles and problems."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from types import ModuleType

from tui.corpus.calendar import iso_date
from tui.corpus.cleaning import clean, normalise_newlines
from tui.corpus.limits import Budget, Limits, Metered, Packed, check_length
from tui.corpus.problems import Problem, UnreadableError
from tui.corpus.readers.names import FIELDS
from tui.model import Article

_HALVES = re.compile("[\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_LONGEST = 500  # characters of a title, a publisher or an address that are kept
# The problem and the remedy of a report this program wrote that lies among the articles.
OWN_REPORT = ("a report of claims-tui, not articles", "keep it outside the corpus")

Found = Article | Problem


@dataclass(frozen=True)
class Options:
    """How files are read: `limits`, and under which names records keep what an article has."""

    limits: Limits = field(default_factory=Limits)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: FIELDS)


@dataclass(frozen=True)
class Details:
    """What a format says of an article beside its text, as it stands there."""

    title: object = None
    publisher: object = None
    date: object = None
    url: object = None
    language: object = None


@dataclass(frozen=True)
class Source:
    """A file, or a member of one.

    `shown` is how it is named to the person (``page.zip!a.html``), `name` the part whose suffix tells
    the format.  `depth` counts the containers around it; `declared` is the encoding they gave.
    """

    shown: str
    name: str
    stream: io.BufferedReader
    budget: Budget
    options: Options = field(default_factory=Options)
    depth: int = 0
    declared: str | None = None

    @property
    def limits(self) -> Limits:
        """The limits everything in this file is read under."""
        return self.options.limits

    def read(self, limit: int | None = None) -> bytes:
        """All bytes.  Raises UnreadableError if there are more than `limit`, or than an article may have."""
        most = self.limits.text if limit is None else limit
        data = self.stream.read(most + 1)
        if len(data) > most:
            raise self.error(
                f"too large (more than {most:,} bytes)", "split it, or raise the limit in config.toml"
            )
        return data

    def member(self, mark: str, name: str, stream: Packed) -> Source:
        """What lies inside, named by `mark` (``!inner.html``).  Raises UnreadableError if too deep."""
        if self.depth >= self.limits.depth:
            raise self.error(f"more than {self.limits.depth} containers in one another", "unpack it first")
        return replace(
            self,
            shown=self.shown + mark,
            name=name,
            stream=metered(stream, self.budget),
            depth=self.depth + 1,
        )

    def article(self, text: str, details: Details, mark: str = "", data: bytes | None = None) -> Article:
        """An article of this file; `data` are its raw bytes.

        Raises UnreadableError if it has no text, or more than an article may have.
        """
        if not text.strip():
            raise UnreadableError(self.shown + mark, "no text in it", "leave it out or fill it")
        check_length(text, self.shown + mark, self.limits)
        self.budget.spend_article()
        return Article(
            text=_whole(clean(normalise_newlines(text))),
            path=self.shown + mark,
            title=one_line(details.title),
            publisher=one_line(details.publisher),
            date=iso_date(details.date),
            url=one_line(details.url),
            sha256=hashlib.sha256(data).hexdigest() if data is not None else None,
            language=_language(details.language),
        )

    def error(self, problem: str, remedy: str, mark: str = "") -> UnreadableError:
        """An error about this file or the member `mark`; its words may be those of a library."""
        return UnreadableError(self.shown + mark, " ".join(clean(problem).split()), remedy)


Reader = Callable[[Source], Iterator[Found]]


def metered(stream: Packed, budget: Budget) -> io.BufferedReader:
    """`stream` with its bytes counted, and with a look ahead (`peek`)."""
    return io.BufferedReader(Metered(stream, budget))


def one_line(value: object) -> str | None:
    """`value` as a line of text that is safe to show; None if it is no text or empty."""
    if not isinstance(value, str):
        return None
    words = " ".join(_whole(clean(value[: _LONGEST * 4])).split())[:_LONGEST].strip()
    return words or None


def _language(value: object) -> str | None:
    """A language tag in its usual form (``en_US`` is ``en-US``); None if it is none."""
    tag = (one_line(value) or "").partition(",")[0].replace("_", "-")
    first, dash, rest = tag.partition("-")
    return first.lower() + dash + rest if _LANGUAGE.fullmatch(tag) else None


def _whole(text: str) -> str:
    """`text` with half characters, which JSON can smuggle in, replaced by U+FFFD, one for one."""
    return _HALVES.sub("\ufffd", text)


def load_extra(module: str, extra: str, what: str, shown: str) -> ModuleType:
    """The module of an optional dependency.  Raises UnreadableError that says how to install it."""
    import logging

    package = module.partition(".")[0]
    try:
        found = import_module(module)
    except ImportError:
        problem = f"{what} cannot be read without {package}"
        raise UnreadableError(shown, problem, f"pip install 'claims-tui[{extra}]'") from None
    # What a library has to say about a page would be written across the screen.
    logging.getLogger(package).propagate = False
    return found
