"""Derive ``tui/claims/frequencies.tsv``: in how many news articles a term occurs.

    python -m tests.fitting.count_words DATA_DIR

Counts the articles of DATA_DIR/{bulk-articles,recurrence-articles,attribution-train}.jsonl.gz.  A term is
kept if it occurs in enough articles and is written in lower case more often than not: proper names are
left out, so that every name counts as rare.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from tui.claims.terms import NUMBER, WORD, term

FILES = ("bulk-articles", "recurrence-articles", "attribution-train")
LEAST = 12  # articles
LOWER = 0.5  # share of the occurrences


def count(folder: Path) -> tuple[int, Counter[str], Counter[str], Counter[str]]:
    """Articles, articles by term, occurrences by term, occurrences in lower case by term."""
    total = 0
    articles: Counter[str] = Counter()
    written: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for name in FILES:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as rows:
            for row in rows:
                words = [w for w in WORD.findall(json.loads(row)["text"]) if w[0].isalpha()]
                total += 1
                written.update(map(term, words))
                lower.update(term(w) for w in words if w[0].islower())
                articles.update({term(w) for w in words})
    return total, articles, written, lower


def run(folder: Path) -> None:
    """Write the table."""
    total, articles, written, lower = count(folder)
    kept = sorted(
        (-number, word)
        for word, number in articles.items()
        if word and number >= LEAST and lower[word] > LOWER * written[word] and NUMBER not in word
    )
    target = Path(__file__).parents[2] / "tui" / "claims" / "frequencies.tsv"
    lines = [f"articles\t{total}", *(f"{word}\t{-number}" for number, word in kept)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    run(Path(sys.argv[1]))
