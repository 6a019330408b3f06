"""Measure the analysis on labelled data, and print one table of figures.

    python -m tests.evaluation DATA_DIR [SECTION…] [--limit N]

DATA_DIR holds gzipped JSON lines, one object a line; a section reads only its own files:

attribution   attribution-dev.jsonl.gz: id, publisher, text, attributions: a list of objects with source,
              cue and content, each a list of [start, end] in characters.  From PolNeAR 1.0 (Newell,
              Margolin and Ruths 2018).
headlines     stance-headlines.jsonl.gz: claim, claim_id, headline, stance (for, observing, against).  From
              Emergent (Ferreira and Vlachos 2016).
articles      recurrence-articles.jsonl.gz, and stance-articles.jsonl.gz: claim (a headline), article (an id),
              stance (agree, disagree, discuss, unrelated).  From FNC-1 (Fake News Challenge 2017).
recurrence    recurrence-articles.jsonl.gz: id, text, claims (ids; none: unjudged), and
              recurrence-claims.jsonl.gz: id, claim.  The article texts of FNC-1, joined by their headlines
              with the claims of Emergent.
paraphrase    paraphrase.jsonl.gz: a, b, paraphrase (true or false).  From MRPC (Dolan and Brockett 2005).

Spans count as equal without white space and punctuation at their ends.  F1 is pooled over all rows;
macro-F1 is the mean over the labels.  A headline that asserts or supports is *for* its claim, one that denies
or doubts is *against* it, any other is *observing*; articles likewise agree, disagree, discuss.  Pair AP
ranks pairs of articles by the sum, over the claims they share, of 1 / log2(1 + articles of the claim).

The first column is what the program answers with its bundled weights, the second the same with weights
fitted by ``tests/fitting`` without the rows that are asked about.  With --limit, the first N articles or
rows are measured and nothing is fitted: a trial, its figures mean little.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tests.evaluation.sections import SECTIONS, Data, Measured
from tests.fitting.regression import tell

NOTES = {
    "attribution": "the weights were fitted on another part of the corpus",
    "headlines": "the bundled weights were fitted on these rows; cross-validated by claim",
    "articles": "the bundled weights were fitted on these rows; cross-validated by story; what is related "
    "rests on thresholds set on these rows by hand",
    "recurrence": "no weights; thresholds set on these articles by hand",
    "paraphrase": "the bundled weights were fitted on these rows; cross-validated by pair",
}


def table(name: str, measured: Measured) -> Iterator[str]:
    """The lines of one section."""
    for figure, value in measured.figures.items():
        unseen = f"{measured.unseen[figure]:.3f}" if figure in measured.unseen else "–"
        yield f"{name:12} {figure:18} {value:8.3f} {unseen:>16}"
    yield f"{'':12} ({NOTES[name]})"


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.evaluation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", metavar="DATA_DIR", type=Path)
    parser.add_argument("sections", metavar="SECTION", nargs="*", help=", ".join(SECTIONS))
    parser.add_argument("--limit", metavar="N", type=int, help="the first N articles or rows")
    options = parser.parse_args()
    if unknown := set(options.sections) - SECTIONS.keys():
        parser.error(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    data = Data(options.folder, options.limit)
    tell(f"{'':31} {'bundled':>8} {'cross-validated':>16}")
    for name in options.sections or SECTIONS:
        for line in table(name, SECTIONS[name](data)):
            tell(line)


if __name__ == "__main__":
    main()
