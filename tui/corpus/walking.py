"""Which files a corpus holds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from tui.corpus.problems import Problem, UnreadableError
from tui.corpus.readers.choosing import is_readable
from tui.corpus.stdin import STDIN, STREAM

_PAGES = (".html", ".htm", ".xhtml")


def walk(paths: Iterable[Path | str]) -> list[Path]:
    """The files that `paths` name, sorted and each once.

    A file is taken whatever its name; a folder gives the files with a known suffix at any depth, but
    nothing hidden, nothing behind a link to a folder, no settings, and not what a browser keeps beside
    a saved page (``page_files`` beside ``page.html``).  ``-`` is the standard input.  Raises
    UnreadableError for a path that does not exist or a folder that cannot be listed.
    """
    found: set[Path] = set()
    for path in map(Path, paths):
        found.update(_files(path, _raise))
    return sorted(found, key=_order)


def find(paths: Iterable[Path | str]) -> tuple[list[Path], list[Problem]]:
    """What `walk` finds, sorted by path, and what could not be listed; never raises for a path."""
    found: set[Path] = set()
    problems: list[Problem] = []
    for path in map(Path, paths):
        try:
            found.update(_files(path, lambda error: problems.append(error.details)))
        except UnreadableError as error:
            problems.append(error.details)
    return sorted(found, key=_order), sorted(set(problems), key=str)


def describe_failure(path: Path | str, error: OSError) -> UnreadableError:
    """What the system said about `path`, as an error for the person."""
    where = error.filename or path
    if isinstance(error, PermissionError):
        return UnreadableError(where, "permission denied", "make it readable, or leave it out")
    reason = (error.strerror or type(error).__name__).lower()
    return UnreadableError(where, f"cannot be read ({reason})", "check the name and the disk")


def _files(path: Path, report: Callable[[UnreadableError], None]) -> list[Path]:
    if path == STDIN:
        return [STREAM]
    if not os.path.lexists(path):
        raise UnreadableError(path, "no such file or folder", "check the name")
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=lambda error: report(describe_failure(path, error))):
        pages = {name.rpartition(".")[0] for name in names if name.lower().endswith(_PAGES)}
        folders[:] = [name for name in folders if not _is_passed_over(name, pages)]
        found += [Path(folder, name) for name in names if is_readable(name)]
    return found


def _is_passed_over(folder: str, pages: set[str]) -> bool:
    return folder.startswith(".") or (folder.endswith("_files") and folder.removesuffix("_files") in pages)


def _raise(error: UnreadableError) -> None:
    raise error


def _order(path: Path) -> bytes:
    return os.fsencode(path)
