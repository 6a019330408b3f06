"""What an analysis of articles costs in one process, and how that grows with their number."""

from __future__ import annotations

import gzip
import json
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from tui.claims.analysis import analyse
from tui.model import Article


@dataclass(frozen=True)
class Costs:
    """CPU seconds of an analysis; `recurrence` lies between the extracts and the assembly of claims."""

    articles: int
    claims: int
    total: float
    recurrence: float


def read(path: Path, first: int | None, every: int = 1) -> list[str]:
    """The texts of the first articles of a file, or of `every` so manieth of these."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line)["text"] for line in islice(file, 0, first, every)]


def measure(path: Path, first: int | None, every: int = 1) -> Costs:
    """The costs in a process of its own: what one analysis has looked up must not help the next."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(_measure, path, first, every).result()


def _measure(path: Path, first: int | None, every: int) -> Costs:
    articles = [Article(text, path=f"{n}.txt") for n, text in enumerate(read(path, first, every))]
    reached: dict[str, float] = {}

    def told(stage: str, *_: int) -> None:
        reached.setdefault(stage, time.process_time())

    begun = time.process_time()
    claims = len(analyse(articles, workers=1, told=told).claims)
    spent = time.process_time() - begun
    recurrence = reached.get("assembling", begun + spent) - reached["comparing"]
    return Costs(len(articles), claims, spent, recurrence)
