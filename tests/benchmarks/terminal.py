"""What the browser costs on a terminal: ``python -m tests.benchmarks.terminal [PATH [HOME]]``.

A table for the seeds and one for PATH (a folder or file of articles, thousands of them), each figure beside
its budget: from outside, on a pseudo-terminal of 80×24, medians, beside a bare Textual program and, where
they are installed, newsboat and tig with as many articles and commits, in the same run.  What PATH is
analysed into is kept below HOME, if it is given, for the next time.  Nothing is asserted: machines are noisy;
bytes and imported modules are asserted in tests/terminal.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.app.desk import open_desk
from tests.benchmarks.neighbours import Program, neighbours
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
    "config = load(sys.argv[1:]); print(Workspace.open(config, config.corpus).scan().articles)"
)
BROWSER = [sys.executable, "-m", "tui.cli"]
PHRASE = '"said on the'
Figures = dict[str, str]  # what, how much
BUDGETS = {
    "first picture": "≤ 1.4 ×",
    "settled": "≤ 2.0 ×",
    "bytes at start": "≤ 30,000",
    "memory after the start": "≤ 60, ≤ 150 MiB",
    "j, not scrolling": "≤ 500 B  ≤ 10 ms",
    "j, scrolling": "≤ 4,500 B  ≤ 10 ms",
    "held key: lag, bytes": "≤ 300 ms  ≤ 40,000 B",
    "letter of a filter, median, most": "≤ 50 ms",
    "letter of a phrase, median, most": "≤ 50 ms",
    "memory after filtering": "≤ 60, ≤ 150 MiB",
}


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
            if watch.process.poll() is not None:
                raise SystemExit(f"{' '.join(command)} ended at once:\n{watch.screen.text.strip()}")
        first, settled = watch.painted - watch.begun, watch.last - watch.begun
        return 1000 * first, 1000 * settled, len(watch.output), watch.memory()


def starts(programs: Sequence[Program]) -> list[Figures]:
    """Starting, by turns with a bare Textual program, which is the measure."""
    bare = Program("", [sys.executable, "-c", HELLO], programs[0].home)
    rows = [[start(program.command, program.home) for program in (bare, *programs)] for _ in range(RUNS)]
    hello, *others = (
        [median(column) for column in zip(*side, strict=True)] for side in zip(*rows, strict=True)
    )
    return [
        {
            "first picture": _beside(first, hello[0]),
            "settled": _beside(settled, hello[1]),
            "bytes at start": f"{size:,.0f}",
            "memory after the start": f"{held:.0f} MiB",
        }
        for first, settled, size, held in others
    ]


def _beside(value: float, hello: float) -> str:
    return f"{value / hello:.2f} ×  {value:.0f} ms"


def opened(program: Program, speed: int = 0) -> Watch:
    """The program with its list before it."""
    watch = Watch(program.command, program.home, speed)
    watch.wait_for(program.ready)
    watch.wait_quiet(QUIET)
    watch.press(program.opening)
    watch.wait_quiet(QUIET)
    return watch


def moves(program: Program) -> Figures:
    """Moving in a list."""
    with opened(program) as watch:
        costs = sorted((watch.cost("j") for _ in range(24)), key=lambda cost: cost[1])
    still, scrolling = costs[len(costs) // 3], costs[-1]
    return {
        "j, not scrolling": f"{still[1]:,} B  {still[0]:.0f} ms",
        "j, scrolling": f"{scrolling[1]:,} B  {scrolling[0]:.0f} ms",
    }


def hold(program: Program) -> Figures:
    """A key held for two seconds on a line of 50 kB a second."""
    with opened(program, speed=50_000) as watch:
        before = len(watch.output)
        for _ in range(60):
            watch.press("j")
            watch.read_for(1 / 30)
        begun = watch.last = time.perf_counter()
        watch.wait_quiet(QUIET)
        lag, sent = 1000 * (watch.last - begun), len(watch.output) - before
    return {"held key: lag, bytes": f"{lag:.0f} ms  {sent:,} B"}


def filters(browser: Program) -> Figures:
    """Filtering the list of claims by words and by a phrase, then what the program has come to hold."""
    with opened(browser) as watch:
        words = _letters(watch, TYPED)
        held = watch.memory()
        phrase = _letters(watch, PHRASE)
    return {
        "letter of a filter, median, most": words,
        "letter of a phrase, median, most": phrase,
        "memory after filtering": f"{held:.0f} MiB",
    }


def _letters(watch: Watch, text: str) -> str:
    """What each letter costs that is typed into a new filter."""
    watch.press("/")
    watch.wait_quiet(QUIET)
    typed = [watch.cost(letter, FOUND)[0] for letter in text]
    watch.press(b"\x07")
    watch.wait_quiet(QUIET)
    return f"{median(typed):.0f}, {max(typed):.0f} ms"


def walk(folder: Path) -> tuple[str, str, str]:
    """From claim to claim in an article of 100 kB."""
    open_desk(folder, texts=texts(3), analyse=analyse)
    with Watch([sys.executable, "-m", "tests.terminal.desk", str(folder), "3"], folder) as watch:
        watch.wait_for(" decided")
        watch.wait_quiet(QUIET)
        watch.press("2", "n")
        watch.wait_quiet(QUIET)
        steps = sorted((watch.cost("n") for _ in range(9)), key=lambda cost: cost[1])
    took, sent = steps[0]
    return "next claim in 100 kB, not scrolling", f"{sent:,} B  {took:.0f} ms", "≤ 1,000 B  ≤ 10 ms"


def options() -> list[tuple[str, str, str]]:
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


def measure(paths: Sequence[str], home: Path, aside: Path) -> None:
    """Print the table of a corpus, analysed first if it has not been; its neighbours keep things `aside`."""
    mark_seen(home / "state" / "claims-tui")
    scan = subprocess.run(
        [sys.executable, "-c", SCAN, *paths],
        cwd=ROOT, env=environment_of(home), check=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    browser = Program("claims-tui", [*BROWSER, *paths], home, "c", " decided")
    programs = [browser]
    for neighbour in neighbours(int(scan.stdout), aside):
        if isinstance(neighbour, str):
            sys.stdout.write(f"{neighbour}\n")
        else:
            programs.append(neighbour)
    columns = [
        {**begun, **hold(program), **moves(program)}
        for program, begun in zip(programs, starts(programs), strict=True)
    ]
    columns[0] |= filters(browser)
    _tell(Path(*paths).name or "the seeds", *(program.name for program in programs), "budget")
    for name, budget in BUDGETS.items():
        _tell(name, *(figures.get(name, "") for figures in columns), budget)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="What the browser costs on a terminal, beside its budgets.")
    parser.add_argument("corpus", nargs="?", help="a large corpus to measure beside the seeds")
    parser.add_argument(
        "home", nargs="?", type=Path, help="a folder to keep what is found in it, for the next run"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure([], Path(folder, "seeds"), Path(folder, "beside-seeds"))
        if asked.corpus:
            kept = asked.home.resolve() if asked.home else Path(folder, "large")
            measure([asked.corpus], kept, Path(folder, "beside-large"))
        for row in (walk(Path(folder, "walk")), *options()):
            _tell(*row)


def _tell(name: str, *cells: str) -> None:
    sys.stdout.write(f"{name:36}" + "".join(f"{cell:>22}" for cell in cells) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
