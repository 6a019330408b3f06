"""Programs of the same kind with as much in them, to measure the browser beside: newsboat and tig."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from tests.terminal.session import environment_of

WORDS = "The mayor said on Monday that the bridge would be closed in May, which the ministry denied. "
FROM = "committer Ida <ida@example.org> 1700000000 +0000"


@dataclass(frozen=True)
class Program:
    """A command, where it keeps things, the key that opens its list, what its screen shows when it stands."""

    name: str
    command: Sequence[str]
    home: Path
    opening: str = ""
    ready: str = ""


def neighbours(count: int, home: Path) -> Iterator[Program | str]:
    """Those that are installed, each with `count` articles or commits; of the others, that they are not."""
    makers: dict[str, Callable[[int, Path], Program]] = {"newsboat": newsboat, "tig": tig}
    for name, make in makers.items():
        if shutil.which(name) is None:
            yield f"{name} is not installed and left out"
        else:
            place = home / name
            place.mkdir(parents=True)
            yield make(count, place)


def newsboat(count: int, home: Path) -> Program:
    """A reader of feeds, with one feed that it has read."""
    items = "".join(
        f"<item><title>{escape(_title(number))}</title><guid>{number}</guid>"
        f"<link>http://example.org/{number}</link><description>{WORDS * 60}</description></item>"
        for number in range(count)
    )
    feed = f'<rss version="2.0"><channel><title>All</title><link>http://example.org</link>{items}</channel></rss>'
    (home / "feed.xml").write_text(feed, "utf-8")
    (home / "urls").write_text(f"file://{home}/feed.xml\n", "utf-8")
    (home / "config").write_text("", "utf-8")
    command = ["newsboat", "-u", f"{home}/urls", "-c", f"{home}/cache.db", "-C", f"{home}/config"]
    run([*command, "-x", "reload"], home)
    return Program("newsboat", command, home, "\r", "Quit")


def tig(count: int, home: Path) -> Program:
    """A browser of commits."""
    run(["git", "init", "-q", str(home)], home)
    commits = "".join(
        f"commit refs/heads/main\n{FROM}\ndata {len(text)}\n{text}\n" for text in map(_title, range(count))
    )
    run(["git", "-C", str(home), "fast-import", "--quiet"], home, commits)
    run(["git", "-C", str(home), "symbolic-ref", "HEAD", "refs/heads/main"], home)
    return Program("tig", ["sh", "-c", f"cd {shlex.quote(str(home))} && exec tig"], home, "", "bridge")


def _title(number: int) -> str:
    return f"{number}: {WORDS.strip()}"


def run(command: Sequence[str], home: Path, typed: str = "") -> None:
    """A command that makes something below `home`."""
    subprocess.run(
        command, input=typed, text=True, env=environment_of(home), check=True, stdout=subprocess.DEVNULL
    )
