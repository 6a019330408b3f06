"""What the browser costs on a terminal: ``python -m tests.benchmarks.terminal [PATH [HOME]]``.

One table for the seeds and for PATH (a folder or file of articles, thousands of them), each figure beside
its budget: from outside, on a pseudo-terminal of 80×24, medians, beside a bare Textual program in the same
run.  What PATH is analysed into is kept below HOME, if it is given, for the next time.  Nothing is asserted:
machines are noisy; bytes and imported modules are asserted in tests/terminal.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from tests.app.desk import open_desk
from tests.terminal.desk import analyse, texts
from tests.terminal.session import ROOT, Session, environment_of
from tui.app.tour import mark_seen

RUNS = 7
PAINTED = 40  # printable characters that make a first picture
QUIET = 0.6  # seconds of silence after which a program has settled
PAUSE = 0.06  # seconds of silence after which a key has been answered; the other panes follow later
FOUND = 0.09  # the same while a filter is typed
TYPED = "minister said no"
HELLO = (
    "from textual.app import App; from textual.widgets import Static\n"
    "class Hello(App):\n    def compose(self):\n        yield Static('x' * 60)\n"
    "Hello().run()"
)
SCAN = (
    "import sys; from tui.config import load; from tui.workspace.workspace import Workspace\n"
    "config = load(sys.argv[1:]); Workspace.open(config, config.corpus).scan()"
)
BROWSER = [sys.executable, "-m", "tui.cli"]
Figure = tuple[str, str, str]  # what, how much, budget


class Watch(Session):
    """A session that knows when what came."""

    def __init__(self, command: Sequence[str], home: Path, speed: int = 0) -> None:
        self.begun = time.perf_counter()
        self.last = self.begun
        self.painted = 0.0
        self._speed = speed  # bytes a second that are read; 0 for all that come
        super().__init__(command, home)

    def _read(self, seconds: float) -> bool:
        before = len(self.output)
        came = super()._read(seconds)
        size = len(self.output) - before
        if size:
            self.last = time.perf_counter()
            if not self.painted and len(self.screen.text.split()) and self._visible() >= PAINTED:
                self.painted = self.last
        if self._speed:
            time.sleep(size / self._speed)
        return came

    def _visible(self) -> int:
        return sum(not character.isspace() for character in self.screen.text)

    def cost(self, key: str, pause: float = PAUSE) -> tuple[float, int]:
        """Milliseconds from a key to the last byte before a pause, and the bytes."""
        begun = self.last = time.perf_counter()
        self.press(key)
        sent = self.wait_quiet(pause)
        took = 1000 * (self.last - begun)
        self.wait_quiet(0.3)
        return took, sent

    def memory(self) -> float:
        """MiB that the program holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        held = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(held.split()[1]) / 1024


def start(command: Sequence[str], home: Path) -> tuple[float, float, int, float]:
    """Milliseconds to the first picture and until nothing more comes, bytes, MiB."""
    with Watch(command, home) as watch:
        while watch._read(QUIET) or not watch.painted:
            pass
        first, settled = watch.painted - watch.begun, watch.last - watch.begun
        return 1000 * first, 1000 * settled, len(watch.output), watch.memory()


def starts(command: Sequence[str], home: Path) -> list[Figure]:
    """Starting, by turns with the bare program."""
    rows = [(start([sys.executable, "-c", HELLO], home), start(command, home)) for _ in range(RUNS)]
    hello, browser = (
        [median(column) for column in zip(*side, strict=True)] for side in zip(*rows, strict=True)
    )
    return [
        ("first picture", _beside(browser[0], hello[0]), "≤ 1.4 ×"),
        ("settled", _beside(browser[1], hello[1]), "≤ 2.0 ×"),
        ("bytes at start", f"{browser[2]:,.0f}", "≤ 30,000"),
        ("memory after the start", f"{browser[3]:.0f} MiB", "≤ 60, ≤ 150 MiB"),
    ]


def _beside(value: float, hello: float) -> str:
    return f"{value / hello:.2f} ×  {value:.0f} ms"


def keys(command: Sequence[str], home: Path) -> list[Figure]:
    """Moving and filtering in the list of claims, then what it has come to hold."""
    with Watch(command, home) as watch:
        watch.wait_for(" decided")
        watch.wait_quiet(QUIET)
        watch.press("c")
        watch.wait_quiet(QUIET)
        moves = sorted((watch.cost("j") for _ in range(24)), key=lambda cost: cost[1])
        watch.press("/")
        watch.wait_quiet(QUIET)
        typed = [watch.cost(letter, FOUND)[0] for letter in TYPED]
        held = watch.memory()
    still, scrolling = moves[len(moves) // 3], moves[-1]
    return [
        ("j, not scrolling", f"{still[1]:,} B  {still[0]:.0f} ms", "≤ 500 B  ≤ 10 ms"),
        ("j, scrolling", f"{scrolling[1]:,} B  {scrolling[0]:.0f} ms", "≤ 4,500 B  ≤ 10 ms"),
        ("letter of a filter, median, most", f"{median(typed):.0f}, {max(typed):.0f} ms", "≤ 50 ms"),
        ("memory after filtering", f"{held:.0f} MiB", "≤ 60, ≤ 150 MiB"),
    ]


def hold(command: Sequence[str], home: Path) -> list[Figure]:
    """A key held for two seconds on a line of 50 kB a second."""
    with Watch(command, home, speed=50_000) as watch:
        watch.wait_for(" decided")
        watch.press("c")
        watch.wait_quiet(QUIET)
        before = len(watch.output)
        for _ in range(60):
            watch.press("j")
            watch.read_for(1 / 30)
        begun = watch.last = time.perf_counter()
        watch.wait_quiet(QUIET)
        lag, sent = 1000 * (watch.last - begun), len(watch.output) - before
    return [("held key: lag, bytes", f"{lag:.0f} ms  {sent:,} B", "≤ 300 ms  ≤ 40,000 B")]


def walk(folder: Path) -> list[Figure]:
    """From claim to claim in an article of 100 kB."""
    open_desk(folder, texts=texts(3), analyse=analyse)
    with Watch([sys.executable, "-m", "tests.terminal.desk", str(folder), "3"], folder) as watch:
        watch.wait_for(" decided")
        watch.wait_quiet(QUIET)
        watch.press("2", "n")
        watch.wait_quiet(QUIET)
        steps = sorted((watch.cost("n") for _ in range(9)), key=lambda cost: cost[1])
    took, sent = steps[0]
    return [("next claim in 100 kB, not scrolling", f"{sent:,} B  {took:.0f} ms", "≤ 1,000 B  ≤ 10 ms")]


def options() -> list[Figure]:
    """``--help`` and ``--version`` by turns with an empty program."""
    commands = [[sys.executable, "-c", ""], [*BROWSER, "--help"], [*BROWSER, "--version"]]
    rows = [[_wall(command) for command in commands] for _ in range(RUNS)]
    bare, *asked = (median(column) for column in zip(*rows, strict=True))
    names = ("--help", "--version")
    budget = f"≤ {1.5 * bare + 60:.0f} ms"
    return [(name, f"{took:.0f} ms", budget) for name, took in zip(names, asked, strict=True)]


def _wall(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return 1000 * (time.perf_counter() - begun)


def measure(paths: Sequence[str], home: Path) -> list[Figure]:
    """Everything that depends on the corpus; it is analysed first if it has not been."""
    mark_seen(home / "state" / "claims-tui")
    subprocess.run([sys.executable, "-c", SCAN, *paths], cwd=ROOT, env=environment_of(home), check=True)
    command = [*BROWSER, *paths]
    parts: tuple[Callable[[Sequence[str], Path], list[Figure]], ...] = (starts, hold, keys)
    return [figure for part in parts for figure in part(command, home)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="What the browser costs on a terminal, beside its budgets.")
    parser.add_argument("corpus", nargs="?", help="a large corpus to measure beside the seeds")
    parser.add_argument(
        "home", nargs="?", type=Path, help="a folder to keep what is found in it, for the next run"
    )
    asked = parser.parse_args()
    corpora = [("the seeds", []), *((f"{Path(path).name}", [path]) for path in (asked.corpus,) if path)]
    with tempfile.TemporaryDirectory() as folder:
        kept = asked.home.resolve() if asked.home else Path(folder, "large")
        homes = [Path(folder, "seeds"), kept]
        columns = [measure(paths, home) for (_, paths), home in zip(corpora, homes, strict=False)]
        alone = [*walk(Path(folder, "walk")), *options()]
    _tell("", *(name for name, _ in corpora), "budget")
    for figures in zip(*columns, strict=True):
        _tell(figures[0][0], *(amount for _, amount, _ in figures), figures[0][2])
    for name, amount, budget in alone:
        _tell(name, amount, *("" for _ in columns[1:]), budget)


def _tell(name: str, *cells: str) -> None:
    sys.stdout.write(f"{name:36}" + "".join(f"{cell:>24}" for cell in cells) + "\n")


if __name__ == "__main__":
    main()
