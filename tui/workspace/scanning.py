"""Files to analysis: what changed since the index was written, and a new index where something did."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Protocol

from tui import __version__
from tui.config import Config
from tui.corpus import reading
from tui.model import AnalysedArticle, Article, Claim, Voice
from tui.workspace.paths import Names, absolute, printable, spelled
from tui.workspace.shelf import Shelf
from tui.workspace.tables import FileState

_TICK = 2_000_000_000  # ns; the coarsest time stamp of a file system in use (FAT) is 2 s
Progress = Callable[[str, int, int], None]


class Analysis(Protocol):
    """What an analysis gives."""

    @property
    def articles(self) -> Sequence[AnalysedArticle]: ...
    @property
    def claims(self) -> Sequence[Claim]: ...


Analyse = Callable[[Iterable[Article], Sequence[Voice], Shelf, Progress], Analysis]


class CancelledError(Exception):
    """The person asked to stop."""


def watch(progress: Progress | None, cancelled: Callable[[], bool] | None) -> Progress:
    """Tells `progress` and asks `cancelled`; raises `CancelledError` where the answer is yes."""

    def told(stage: str, done: int, total: int) -> None:
        if cancelled is not None and cancelled():
            raise CancelledError
        if progress is not None:
            progress(stage, done, total)

    return told


@dataclass
class Inventory:
    """The files of a corpus as they are: where they lie, their states, articles read on the way, problems.

    Paths are absolute and spelled as the index holds them.
    """

    places: dict[str, Path] = field(default_factory=dict)
    states: list[FileState] = field(default_factory=list)
    articles: dict[str, tuple[Article, ...]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    options: reading.Options = field(default_factory=reading.Options)


def marks(config: Config) -> dict[str, str]:
    """What an index depends on besides the files: engine, voices, what can be read and how."""
    told = json.dumps([astuple(voice) for voice in config.voices], ensure_ascii=False)
    how = json.dumps([reading.extras(), dict(config.limits), dict(config.fields)], ensure_ascii=False)
    return {"engine": _engine(), "voices": _digest(told), "reading": _digest(how)}


def _digest(told: str) -> str:
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _engine() -> str:
    """The versions, and size and time of every file that analyses: an edited table counts."""
    package = Path(__file__).resolve().parent.parent
    parts = [__version__, sys.version]
    rooms = [file for room in ("corpus", "language", "claims") for file in (package / room).rglob("*")]
    for file in sorted([package / "model.py", *rooms]):
        if file.is_file() and file.suffix != ".pyc":
            status = file.stat()
            parts.append(f"{file.relative_to(package)} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def locate(paths: Sequence[Path]) -> tuple[dict[str, Path], list[str]]:
    """The files of a corpus by absolute path, sorted, and a line for each path that cannot be listed."""
    found, problems = reading.find(paths)
    places = sorted((spelled(path), path) for path in set(map(absolute, found)))
    return dict(places), [printable(str(problem)) for problem in problems]


def is_changed(paths: Sequence[Path], before: Iterable[FileState]) -> bool:
    """Whether files were added, removed or touched since `before`; reads only what was touched."""
    states = {state.path: state for state in before}
    found, _ = locate(paths)
    return list(found) != sorted(states) or any(
        not _is_same(path, states[name]) for name, path in found.items()
    )


def _is_same(path: Path, state: FileState) -> bool:
    seen = reading.Fingerprint(state.size, state.mtime, state.sha256 or "")
    return reading.is_unchanged(path, seen)


def take_stock(paths: Sequence[Path], before: Iterable[FileState], config: Config) -> Inventory:
    """The files as they are now; those that look the same as `before` are not read again."""
    states = {state.path: state for state in before}
    names = Names(paths)
    found, problems = locate(paths)
    options = reading.choose_options(config.limits, config.fields)
    inventory = Inventory(places=found, problems=problems, options=options)
    for name in found:
        _take(inventory, name, names.shown(name), states.get(name))
    return inventory


def _take(inventory: Inventory, name: str, shown: str, before: FileState | None) -> None:
    path = inventory.places[name]
    size, mtime, is_new = _status(path)
    if before and before.sha256 and not is_new and (size, mtime) == (before.size, before.mtime):
        state = before
    else:
        digest, problems = _read(inventory, name)
        state = FileState(name, size, -1 if is_new and digest else mtime, digest, problems or None)
    inventory.states.append(state)
    inventory.problems += [shown + line for line in (state.problem or "").splitlines()]


def _read(inventory: Inventory, name: str) -> tuple[str | None, str]:
    """Reads a file; its hash, None if nothing could be read, and a line for each problem.

    A line begins with what follows the file's path: ``#3: not JSON``.
    """
    try:
        content = reading.read_file(inventory.places[name], name, inventory.options)
    except reading.UnreadableError as error:
        return None, f": {error.problem}; {error.remedy}"
    inventory.articles[name] = content.articles
    return content.sha256, "\n".join(str(problem)[len(name) :] for problem in content.problems)


def _status(path: Path) -> tuple[int, int, bool]:
    """Size and time of a file, and whether it is so new that another change might not alter its time."""
    try:
        status = path.stat()
    except OSError:
        return -1, -1, True
    return status.st_size, status.st_mtime_ns, time.time_ns() - status.st_mtime_ns < _TICK


def is_same_content(after: Sequence[FileState], before: Sequence[FileState]) -> bool:
    """Whether two inventories hold the same bytes under the same paths."""
    return [(s.path, s.sha256, s.problem) for s in after] == [(s.path, s.sha256, s.problem) for s in before]


def read_articles(inventory: Inventory, shelf: Shelf, told: Progress) -> Iterator[Article]:
    """The articles one by one, as an analysis takes them; those on the shelf are not read again."""
    readable = [place for place, state in enumerate(inventory.states) if state.sha256]
    for number, place in enumerate(readable):
        told("reading", number, len(readable))
        name = inventory.states[place].path
        if name not in inventory.articles:
            known = shelf.articles(inventory.states[place])
            if known is None:
                _read_again(inventory, place)
            else:
                inventory.articles[name] = known
        yield from inventory.articles.get(name, ())


def _read_again(inventory: Inventory, place: int) -> None:
    """A file that was readable when stock was taken; it may have changed or gone since."""
    before = inventory.states[place]
    try:
        content = reading.read_file(inventory.places[before.path], before.path, inventory.options)
    except reading.UnreadableError as error:
        inventory.problems.append(str(error))
        inventory.states[place] = FileState(before.path, -1, -1, None, before.problem)
        return
    inventory.articles[before.path] = content.articles
    if content.sha256 != before.sha256:
        inventory.states[place] = FileState(before.path, before.size, -1, content.sha256, before.problem)


def files(inventory: Inventory) -> list[tuple[FileState, tuple[Article, ...]]]:
    """The files that could be read, each with its articles."""
    return [
        (state, inventory.articles[state.path])
        for state in inventory.states
        if state.path in inventory.articles
    ]
