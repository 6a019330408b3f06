"""How costs grow, in ratios of one run: ``python -m tests.benchmarks [ARTICLES…] [--first NUMBER]``.

First table: CPU seconds for a text of one endless line and for one four times as long, best of three; a
ratio near 4 is linear, near 16 quadratic.  Second table, with ARTICLES (a ``.jsonl`` file, gzipped or
not, with ``text`` in each record): what an analysis of every fourth and of all of them costs on one core, of
that the comparing and grouping of statements, articles a second, the time against a floor (reading, splitting
at sentence ends and hashing every sentence), and how it grows from a quarter to the whole.  Third table: of
the pairs of sentences that are alike, the share that is found and that is compared in an analysis, and the
time against comparing all pairs; see ``recurrence``.  Fourth table, of the same articles as a folder of
files: seconds of a first scan on all cores, of one with nothing changed and of one with ten files changed,
and what share of the first these are; then the size of what is kept against the text.  Nothing is asserted:
machines are noisy.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks import costs, recurrence
from tests.workspace.fixtures import configure
from tui.claims import drafts, reading
from tui.corpus import lines
from tui.language import attribution, quantities, quotes, relays, sentences, stance
from tui.model import Article
from tui.workspace.workspace import Workspace

CHANGED = 10  # files
QUARTER = 4  # every fourth article
SHORT, LONG = 16_000, 64_000  # characters
UNITS = (
    "The mayor said on Monday that 40 houses burned, and the river fell. ",
    "“It fell,” she said. ",
    "denied the claims that the report of the report is a lie ",
    "between 5 and 10 million dollars in May 2021 ",
    "according to the ",
    "A. / B ",
    "the ",
)


def _split(text: str) -> Any:
    return sentences.split(text, lines.mark(text))


FUNCTIONS: dict[str, Callable[[str], Any]] = {
    "lines": lines.mark,
    "sentences": _split,
    "quotes": quotes.find,
    "quantities": quantities.find,
    "attribution": lambda text: attribution.find(text, _split(text), quotes.find(text)),
    "stance": lambda text: stance.find(text, _split(text), quotes.find(text)),
    "relays": lambda text: relays.find(text, _split(text)),
    "drafts": lambda text: drafts.draw(reading.read(Article(text))),
}


def tell(*cells: object) -> None:
    """One row of a table on stdout."""
    sys.stdout.write("  ".join(f"{cell!s:>12}" for cell in cells) + "\n")


def cpu(function: Callable[[str], Any], text: str) -> float:
    """CPU seconds of a call, best of three."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        function(text)
        best = min(best, time.process_time() - begun)
    return best


def growth() -> None:
    """For each function the text whose cost grows most from a short to a long line."""
    tell("part", "short s", "long s", "ratio", "text")
    for name, function in FUNCTIONS.items():
        rows = []
        for unit in UNITS:
            short, long = (cpu(function, unit * (size // len(unit))) for size in (SHORT, LONG))
            rows.append((long / max(short, 1e-4), short, long, unit[:30]))
        ratio, short, long, unit = max(rows)
        tell(name, f"{short:.3f}", f"{long:.3f}", f"{ratio:.1f}", unit)


def throughput(path: Path, first: int | None) -> None:
    """What an analysis costs: of a quarter of the articles, of all of them, and how it grows."""
    begun = time.process_time()
    for text in costs.read(path, first):
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            hashlib.blake2b(sentence.encode("utf-8", "replace"), digest_size=8).digest()
    floor = time.process_time() - begun
    tell("articles", "claims", "CPU s", "recurrence s", "articles/s", "× floor")
    quarter, whole = (costs.measure(path, first, every) for every in (QUARTER, 1))
    for cost, lowest in ((quarter, floor / QUARTER), (whole, floor)):
        spent = f"{cost.total:.1f}", f"{cost.recurrence:.1f}"
        tell(
            cost.articles,
            cost.claims,
            *spent,
            f"{cost.articles / cost.total:.1f}",
            f"{cost.total / lowest:.0f}",
        )
    grown = whole.total / quarter.total, whole.recurrence / quarter.recurrence
    tell(f"× {whole.articles / quarter.articles:.2f}", "", *(f"× {ratio:.2f}" for ratio in grown))


def recurrences(path: Path, first: int | None) -> None:
    """What the search for candidates finds of the sentences that are alike, beside comparing all pairs."""
    found = recurrence.measure(costs.read(path, first))
    tell("sentences", "alike", "found", "compared", "CPU s", "all pairs s", "all sorted s")
    seconds = found.searching, found.comparing, found.comparing_sorted
    shares = f"{found.found:.3f}", f"{found.compared:.3f}"
    tell(found.sentences, found.pairs, *shares, *(f"{spent:.2f}" for spent in seconds))
    tell("×", "", "", "", *(f"{spent / found.searching:.1f}" for spent in seconds))


def rescans(path: Path, first: int | None) -> None:
    """What a scan costs that finds little changed, and what is kept for it."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        corpus = home / "corpus"
        corpus.mkdir()
        texts = costs.read(path, first)
        files = [corpus / f"{number:06}.txt" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
            os.utime(file, (1, 1))  # a file that is new is read again, changed or not
        tell("scan", "seconds", "× first")
        whole = scan("first", home, 0.0)
        scan("unchanged", home, whole)
        for file in files[:CHANGED]:
            file.write_text(file.read_text("utf-8") + "\nThe mayor said on Monday that 12 trams were late.\n")
        scan(f"{CHANGED} changed", home, whole)
        tell("kept", "bytes", "× text")
        size = sum(len(text.encode()) for text in texts)
        for name in ("index", "articles"):
            held = sum(file.stat().st_size for file in (home / "cache" / name).iterdir())
            tell(name, held, f"{held / size:.2f}")


def scan(name: str, home: Path, whole: float) -> float:
    """One row: the seconds of a scan, as a share of `whole`."""
    config = configure(home)
    begun = time.perf_counter()
    Workspace.open(config, config.corpus).scan()
    spent = time.perf_counter() - begun
    tell(name, f"{spent:.2f}", f"{spent / (whole or spent):.3f}")
    return spent


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("articles", nargs="*", type=Path, help="a .jsonl file, gzipped or not")
    parser.add_argument("--first", type=int, metavar="NUMBER", help="only so many articles of each file")
    options = parser.parse_args()
    growth()
    for path in options.articles:
        throughput(path, options.first)
        recurrences(path, options.first)
        rescans(path, options.first)


if __name__ == "__main__":
    main()
