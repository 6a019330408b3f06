"""What is handed to other programs: the command of the person's editor, a file and the line in it."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path, PurePath

from tui.model import Article

_PLUS = frozenset({"vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "kak", "micro", "joe", "jed"})
_PLUS |= {"less", "more", "most", "ne", "mg"}
_COLON = frozenset({"hx", "helix", "subl", "zed"})
_GO_TO = frozenset({"code", "codium", "code-insiders"})
_LARGEST = 20_000_000  # bytes; a larger file is opened at the line counted, not searched
_PROBE = 30  # characters of a span that are looked for in the file


def editor_command(environment: Mapping[str, str], path: Path, line: int) -> list[str]:
    """The words that open `path` at `line` in $VISUAL, $EDITOR or $PAGER, the first that is set; else in vi.

    A program whose way of naming a line is not known gets the file alone.  Raises ValueError if the
    variable is no command.
    """
    named = next(filter(None, map(environment.get, ("VISUAL", "EDITOR", "PAGER"))), "vi")
    words = shlex.split(named)
    if not words:
        raise ValueError(f"{named!r} is not a command")
    program = PurePath(words[0]).name
    if program in _PLUS:
        return [*words, f"+{line}", str(path)]
    if program in _COLON:
        return [*words, f"{path}:{line}"]
    return [*words, "--goto", f"{path}:{line}"] if program in _GO_TO else [*words, str(path)]


def file_of(article: Article) -> Path | None:
    """The file an article was read from, also if it is one of several in it; None if it is not there."""
    path = article.path or ""
    names = (path, path.rpartition("#")[0], path.partition("!")[0])
    return next((Path(name) for name in names if name and Path(name).is_file()), None)


def line_of(path: Path, article: Article, start: int) -> int:
    """The line of `path`, counted from 1, in which the words at `start` of the article stand.

    The words are looked for in the file, since its lines need not be the article's; of several places the
    one nearest to the article's own line is taken, which is also the answer if there is none.
    """
    counted = article.text.count("\n", 0, start) + 1
    probe = article.text[start : start + _PROBE].partition("\n")[0].encode("utf-8", "replace")
    try:
        if not probe or path.stat().st_size > _LARGEST:
            return counted
        with path.open("rb") as file:
            found = [number for number, line in enumerate(file, 1) if probe in line]
    except OSError:
        return counted
    return min(found, key=lambda number: abs(number - counted), default=counted)


def citation(article: Article, start: int, end: int) -> str:
    """The words start..end in quotation marks, and where they stand: publisher or title, date, path, line."""
    words = " ".join(article.text[start:end].split())
    place = f"{article.path}:{article.text.count(chr(10), 0, start) + 1}" if article.path else None
    facts = (article.publisher or article.title, article.date, article.url or place)
    named = ", ".join(fact for fact in facts if fact)
    quoted = words if words[:1] in {"“", '"', "«", "„"} else f"“{words}”"
    return f"{quoted} ({named})" if named else quoted
