"""Where a corpus is kept, and how its files are named to the person."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from tui.config import BUNDLED, bundled
from tui.corpus.stdin import STDIN, STREAM


def absolute(path: Path | str) -> Path:
    """`path` from the root, links left as they are; for ``-`` that of the standard input."""
    if Path(path) == STDIN:
        return STREAM
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve would follow links)


def spelled(path: Path | PurePath | str) -> str:
    r"""`path` with POSIX separators; bytes of a name that are not UTF-8 are written ``\xe9``."""
    return printable(PurePath(path).as_posix())


def printable(text: str) -> str:
    """`text` with the bytes of a file name that are not UTF-8 written out."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def corpus_key(paths: Iterable[Path]) -> str:
    """A name for a corpus, the same whatever the order and wherever it is named from: ``folder-1f3a…``."""
    places = sorted({absolute(path).as_posix() for path in paths})
    if places == [absolute(bundled("seeds")).as_posix()]:
        return BUNDLED
    digest = hashlib.sha256("\0".join(places).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return f"{slug(PurePath(places[0]).name) if places else 'empty'}-{digest}"


def slug(name: str) -> str:
    """`name` as a file name: letters, digits, ``-``, ``_`` and ``.``; at most 40 of them."""
    return re.sub(r"[^\w.-]+", "-", name)[:40].strip(".-") or "corpus"


class Names:
    """Absolute paths as the person named them: the path given, and below a folder the path from there."""

    def __init__(self, paths: Sequence[Path]) -> None:
        named = ((PurePath(spelled(absolute(path))), PurePath(spelled(path))) for path in paths)
        self._roots = sorted(named)

    def shown(self, path: str) -> str:
        """`path` (absolute, spelled) as named, with POSIX separators; the shortest name if there are several.

        The path of an article inside a file (``/a/mail.mbox#2``, ``/a/b.zip!c.html``) begins with the file's.
        """
        names = [name for root, given in self._roots if (name := _below(path, root, given)) is not None]
        return min(names, key=lambda name: (len(name), name), default=PurePath(path).as_posix())


def _below(path: str, root: PurePath, given: PurePath) -> str | None:
    if path.startswith((f"{root}#", f"{root}!")):
        return f"{given.as_posix()}{path[len(str(root)) :]}"
    if PurePath(path).is_relative_to(root):
        return (given / PurePath(path).relative_to(root)).as_posix()
    return None
