"""How the cost of reading grows, in ratios of one run: ``python -m tests.benchmarks [ARTICLES]``.

First table: CPU seconds for a text of one endless line and for one four times as long, best of three; a
ratio near 4 is linear, near 16 quadratic.  Second table, with ARTICLES (a ``.jsonl`` file, gzipped or
not, with ``text`` in each record): articles a second on one core, and the time against a floor (reading,
splitting at sentence ends and hashing every sentence).  Nothing is asserted: machines are noisy.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tui.claims import drafts, reading
from tui.claims.analysis import analyse
from tui.corpus import lines
from tui.language import attribution, quantities, quotes, relays, sentences, stance
from tui.model import Article

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


def throughput(path: Path) -> None:
    """Articles a second and the ratio to the floor."""
    opener = gzip.open if path.suffix == ".gz" else open
    begun = time.process_time()
    with opener(path, "rt", encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    for text in texts:
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            hashlib.blake2b(sentence.encode("utf-8", "replace"), digest_size=8).digest()
    floor = time.process_time() - begun
    begun = time.process_time()
    articles = [Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]
    claims = len(analyse(articles, workers=1).claims)
    spent = time.process_time() - begun
    tell("articles", "claims", "CPU s", "articles/s", "× floor")
    tell(len(texts), claims, f"{spent:.1f}", f"{len(texts) / spent:.1f}", f"{spent / floor:.1f}")


def main() -> None:
    """Print both tables."""
    growth()
    for argument in sys.argv[1:]:
        throughput(Path(argument))


if __name__ == "__main__":
    main()
