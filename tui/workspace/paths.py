"""Where a corpus is kept, and how its files are named to the person."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

from tui.config import BUNDLED, bundled
from tui.corpus.walking import STDIN, STREAM


def absolute(path: Path | str) -> Path:
    """`path` from the root, links left as they are; for ``-`` that of the standard input."""
    if Path(path) == STDIN:
        return STREAM
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve would follow links)


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
        self._roots = sorted((absolute(path), PurePath(path)) for path in paths)

    def shown(self, path: str) -> str:
        """`path` (absolute) as named, with POSIX separators; the shortest name if there are several.

        The path of an article inside a file (``/a/mail.mbox#2``, ``/a/b.zip!c.html``) begins with the file's.
        """
        names = [name for root, given in self._roots if (name := _below(path, root, given)) is not None]
        return min(names, key=lambda name: (len(name), name), default=PurePath(path).as_posix())


def _below(path: str, root: Path, given: PurePath) -> str | None:
    if path.startswith((f"{root}#", f"{root}!")):
        return f"{given.as_posix()}{path[len(str(root)) :]}"
    if Path(path).is_relative_to(root):
        return (given / Path(path).relative_to(root)).as_posix()
    return None
