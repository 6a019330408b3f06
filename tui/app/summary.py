"""What the summary says of a triage."""

from __future__ import annotations

from collections.abc import Iterator

from tui.workspace.rows import Tally

Line = tuple[str, str]
_EXPORT = (
    ("claims-tui scan --format markdown PATH… > report.md", "key"),
    ("claims-tui scan --format csv PATH… > triage.csv", "key"),
)


def summarise(whole: Tally, part: Tally | None, query: str) -> tuple[str, tuple[Line, ...]]:
    """Title and lines, each with its style; `part` is what the filter `query` shows, if there is one."""
    shown = part or whole
    title = "Triage so far" if shown.left or not shown.total else "Everything in view is decided"
    return title, tuple(_lines(whole, part, query))


def _lines(whole: Tally, part: Tally | None, query: str) -> Iterator[Line]:
    if part is not None:
        yield f"In view, /{query}", "heading"
        yield from _count(part)
        yield "", "plain"
    yield "All claims", "heading"
    yield from _count(whole)
    yield "", "plain"
    yield "Get it out, with verdicts, notes and tags", "heading"
    yield from _EXPORT


def _count(tally: Tally) -> Iterator[Line]:
    """Decided of all, then verdict by verdict, then what is left."""
    yield f"{tally.settled} of {tally.total} decided", "bold"
    for verdict, count in tally.verdicts:
        yield f"{count:7} {verdict}", "plain"
    if tally.reopened:
        yield f"{tally.reopened:7} reopened, their evidence changed: /decision:reopened", "warn"
    if tally.left > tally.reopened:
        yield f"{tally.left - tally.reopened:7} not decided yet: /decision:none", "plain"
