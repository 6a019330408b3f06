"""Fit the weights of the attribution rules on news annotated in the way of PolNeAR.

    python -m tests.fitting.attribution FILE            # cross-validate: three folds, by article
    python -m tests.fitting.attribution FILE --write    # fit on everything, write the weights

FILE (.jsonl or .jsonl.gz) holds one article a line: ``text`` and ``attributions``, each with ``source``,
``cue`` and ``content`` as lists of ``[start, end]``.  Every decision of ``tui.language.attribution`` is a
choice among options described by named features; its weights are those of a multinomial logistic model with
a squared penalty, fitted until nothing is gained.  Features seen in fewer than `RARE` options, or with a
weight below `SMALL`, are left out.  Stochastic steps, stopped early, bought .012 less of F1 with as many
weights.  Plain Python, some ten minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.fitting.regression import descend, dot
from tui.language import attribution, quotes, sentences
from tui.language.attribution import contents, cues, sources, weights
from tui.language.attribution.cues import Candidate
from tui.language.attribution.sketches import Sketch, sketch
from tui.language.attribution.sources import NONE, Cue, Option
from tui.model import Line, Sentence

Pair = tuple[int, int]
Roles = dict[str, list[Pair]]
Example = tuple[list[list[str]], int]  # the features of each option, and which one is right
Examples = dict[str, list[Example]]

ROLES = ("source", "cue", "content")
TRIMMED = " \t\r\n\u00a0\"'`´“”„‘’«»‹›.,;:!?…-‐–—()[]{}"
LIGHT = frozenset(
    ("go", "come", "try", "begin", "start", "be", "make", "take", "get", "keep", "continue", "give")
)
PENALTY = 3.0  # half of what the square of a weight costs; an example right at even odds of two costs ln 2
SMALL = 0.13
RARE = {"cue": 9}  # by decision, else 15
TARGET = Path(weights.__file__).parents[1] / "lexicon" / "attribution-weights.json"


def read(path: Path) -> list[dict[str, Any]]:
    """All articles of a file."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def trimmed(text: str, pieces: Iterable[Sequence[int]]) -> list[Pair]:
    """Spans without marks and white space at their ends, joined where nothing else lies between."""
    joined: list[Pair] = []
    for start, end in sorted((piece[0], piece[1]) for piece in pieces):
        core = text[start:end].strip(TRIMMED)
        if not core:
            continue
        start += len(text[start:end]) - len(text[start:end].lstrip(TRIMMED))
        if joined and not text[joined[-1][1] : start].strip(TRIMMED):
            joined[-1] = (joined[-1][0], start + len(core))
        else:
            joined.append((start, start + len(core)))
    return joined


def plain_lines(text: str) -> tuple[Line, ...]:
    """Every line with something on it, as running text."""
    return tuple(Line(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]*\S[^\n]*", text))


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of an article."""
    return sentences.split(text, plain_lines(text))


# --- examples


def collect(rows: Iterable[dict[str, Any]]) -> Examples:
    """The examples of every decision."""
    examples: Examples = defaultdict(list)
    for row in rows:
        text = row["text"]
        gold = [{role: trimmed(text, one[role]) for role in ROLES} for one in row["attributions"]]
        for one in sketch(text, split(text), quotes.find(text)):
            _collect_sentence(one, gold, examples)
    return examples


def _collect_sentence(one: Sketch, gold: Sequence[Roles], examples: Examples) -> None:
    candidates = cues.candidates(one)
    annotated = sorted(
        (Cue(*tokens, head.place, head.lemma, head.form), number)
        for number, roles in enumerate(gold)
        for span in roles["cue"]
        if (tokens := within(one, span)) and (head := head_of(tokens, candidates))
    )
    heads = {cue.head for cue, _ in annotated}
    for candidate in candidates:
        found = cues.features(one, candidate)
        examples["cue"].append(([[], found], int(candidate.place in heads)))
    earlier: list[Option] = []
    taken = [(cue.begin, cue.end) for cue, _ in annotated]
    for cue, number in annotated:
        _collect_extent(one, cue, examples)
        source = _collect_source(one, cue, gold[number], earlier, examples)
        _collect_content(one, cue, source, gold[number], taken, examples)
        if source.side != "none":
            earlier.append(source)


def within(one: Sketch, span: Pair) -> Pair | None:
    """The tokens of the sentence that a span of characters takes in."""
    if span[0] >= one.end or span[1] <= one.start:
        return None
    stretches = zip(one.tokens.starts, one.tokens.ends, strict=True)
    places = [i for i, (start, end) in enumerate(stretches) if start < span[1] and end > span[0]]
    return (places[0], places[-1] + 1) if places else None


def head_of(tokens: Pair, candidates: Sequence[Candidate]) -> Candidate | None:
    """The head of an annotated cue: its first verb that is not light, else its first verb, else word."""
    inside = [one for one in candidates if tokens[0] <= one.place < tokens[1]]
    verbs = [one for one in inside if one.form in "Vbgv"]
    heavy = [one for one in verbs if one.lemma not in LIGHT]
    return next(iter(heavy or verbs or inside), None)


def _collect_extent(one: Sketch, cue: Cue, examples: Examples) -> None:
    candidate = Candidate(cue.head, cue.lemma, cue.form)
    begins, ends = cues.left_ends(one, candidate), cues.right_ends(one, candidate)
    if cue.begin in begins:
        options = [cues.left_features(one, candidate, x) for x in begins]
        examples["cue-left"].append((options, begins.index(cue.begin)))
    if cue.end in ends:
        options = [cues.right_features(one, candidate, x) for x in ends]
        examples["cue-right"].append((options, ends.index(cue.end)))


def _collect_source(
    one: Sketch, cue: Cue, gold: Roles, earlier: Sequence[Option], examples: Examples
) -> Option:
    options = sources.options(one, cue, earlier)
    here = [tokens for span in gold["source"] if (tokens := within(one, span))]
    right = 0 if not gold["source"] else -1
    if here:
        spans = [(option.begin, option.end) if option.side != "none" else None for option in options]
        right = spans.index(here[0]) if here[0] in spans else -1
    if right >= 0:
        in_tail = sources.is_tail(one, cue)
        used = {(option.begin, option.end) for option in earlier}
        described = [sources.features(one, cue, used, in_tail, option) for option in options]
        examples["source"].append((described, right))
    if not here:
        return NONE
    return options[right] if right > 0 else Option(*here[0], "L" if here[0][1] <= cue.begin else "R")


def _collect_content(
    one: Sketch, cue: Cue, source: Option, gold: Roles, taken: Sequence[Pair], examples: Examples
) -> None:
    pieces = [tokens for span in gold["content"] if (tokens := within(one, span))]
    left = [piece for piece in pieces if piece[1] <= cue.begin]
    right = [piece for piece in pieces if piece[0] >= cue.end]
    side = ("L" if left else "") + ("R" if right else "") or "-"
    shared = contents.side_features(one, cue, source)
    options = [[f"{name}|{feature}" for feature in shared] for name in contents.SIDES]
    examples["side"].append((options, contents.SIDES.index(side)))
    if left:
        _collect_left(one, cue, source, (left[0][0], max(end for _, end in left)), examples)
    if right:
        _collect_right(one, cue, source, right[0], taken, examples)


def _collect_left(one: Sketch, cue: Cue, source: Option, piece: Pair, examples: Examples) -> None:
    start, end = piece
    begin = contents.group(cue, source)[0]
    ends = contents.left_ends(one, begin)
    if end in ends:
        options = [contents.left_end_features(one, cue, source, begin, x) for x in ends]
        examples["left-end"].append((options, ends.index(end)))
    starts = contents.left_starts(one, end)
    right = [i for i, x in enumerate(starts) if x == start or (one.tags[x] in "“”" and x + 1 == start)]
    if right:
        options = [contents.left_features(one, cue, source, begin, end, x) for x in starts]
        examples["left-start"].append((options, right[0]))


def _collect_right(
    one: Sketch, cue: Cue, source: Option, piece: Pair, taken: Sequence[Pair], examples: Examples
) -> None:
    start, end = piece
    after = contents.group(cue, source)[1]
    starts = contents.right_starts(one, after)
    right = [i for i, x in enumerate(starts) if x == start or (one.tags[x] in "“”" and x + 1 == start)]
    if right:
        options = [contents.start_features(one, cue, source, after, x) for x in starts]
        examples["right-start"].append((options, right[-1]))
        start = starts[right[-1]]
    ends = contents.right_ends(one, cue, start)
    chosen = len(ends) - 1 if end >= ends[-1] else ends.index(end) if end in ends else -1
    if chosen >= 0:
        options = [contents.end_features(one, cue, source, start, ends[-1], taken, x) for x in ends]
        examples["right-end"].append((options, chosen))


# --- fitting


def fit(examples: Examples) -> dict[str, dict[str, float]]:
    """The weights of every decision, rounded, small and rare ones left out."""
    tables = {}
    for name, found in examples.items():
        table = chosen(frequent(found, RARE.get(name, 15)))
        kept = ((feature, round(value, 2)) for feature, value in sorted(table.items()))
        tables[name] = {feature: value for feature, value in kept if abs(value) >= SMALL}
    return tables


def frequent(examples: Sequence[Example], least: int) -> list[Example]:
    """The examples with the features that at least so many options share."""
    counts: Counter[str] = Counter()
    for options, _ in examples:
        counts.update({feature for option in options for feature in option})
    kept = {feature for feature, count in counts.items() if count >= least}
    return [([[f for f in option if f in kept] for option in options], right) for options, right in examples]


def chosen(examples: Sequence[Example]) -> dict[str, float]:
    """The weights under which the right options are most likely."""
    places: dict[str, int] = {}
    numbered = [
        ([[places.setdefault(f, len(places)) for f in option] for option in options], right)
        for options, right in examples
    ]

    def loss(weights: list[float]) -> tuple[float, list[float]]:
        slope = [PENALTY * weight for weight in weights]
        value = dot(slope, weights) / 2
        for options, right in numbered:
            found = shares(weights, options)
            value -= math.log(max(found[right], 1e-300))
            for place, (option, share) in enumerate(zip(options, found, strict=True)):
                error = share - (place == right)
                for feature in option:
                    slope[feature] += error
        return value, slope

    return dict(zip(places, descend(loss, [0.0] * len(places)), strict=True))


def shares(weights: Sequence[float], options: Sequence[Sequence[int]]) -> list[float]:
    """Each option's probability."""
    values = [sum(map(weights.__getitem__, option)) for option in options]
    powers = [math.exp(value - max(values)) for value in values]
    total = sum(powers)
    return [power / total for power in powers]


# --- measuring


def measure(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    """F1 of spans with exact ends, for each role."""
    counts: Counter[str] = Counter()
    for row in rows:
        text = row["text"]
        found = [
            {"source": [a.source] if a.source else [], "cue": [a.cue], "content": list(a.content)}
            for a in attribution.find(text, split(text), quotes.find(text))
        ]
        for role in ROLES:
            gold = {span for one in row["attributions"] for span in trimmed(text, one[role])}
            own = {span for one in found for span in trimmed(text, [(s.start, s.end) for s in one[role]])}
            counts.update({f"{role} right": len(gold & own), f"{role} all": len(gold) + len(own)})
    return {role: 2 * counts[f"{role} right"] / max(1, counts[f"{role} all"]) for role in ROLES}


def write(tables: dict[str, dict[str, float]]) -> None:
    """Write the weights where the program reads them, one decision a line."""
    lines = [
        f"{json.dumps(name)}: {json.dumps(table, ensure_ascii=False, separators=(',', ':'))}"
        for name, table in tables.items()
    ]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def cross_validate(rows: Sequence[dict[str, Any]], folds: int = 3) -> Iterator[dict[str, float]]:
    """The measures on each fold with weights fitted on the others; the program's own file is put back."""
    kept = TARGET.read_text(encoding="utf-8")
    try:
        for fold in range(folds):
            inside = [zlib.crc32(row["text"].encode()) % folds == fold for row in rows]
            write(fit(collect(row for row, held in zip(rows, inside, strict=True) if not held)))
            weights.tables.cache_clear()
            yield measure(row for row, held in zip(rows, inside, strict=True) if held)
    finally:
        TARGET.write_text(kept, encoding="utf-8")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = read(options.file)
    if options.write:
        write(fit(collect(rows)))
        return
    for measured in cross_validate(rows):
        print({role: round(value, 3) for role, value in measured.items()})  # noqa: T201


if __name__ == "__main__":
    main()
