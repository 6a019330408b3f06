"""Claims and decisions as CSV, one row a claim."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tui.report.page import tidy
from tui.workspace.dossier import Dossier
from tui.workspace.workspace import Workspace

COLUMNS = (
    "claim",
    "text",
    "status",
    "flags",
    "articles",
    "origins",
    "denied_by",
    "not_confirmed_by",
    "verdict",
    "note",
    "analyst",
    "time",
    "reopened",
    "tags",
)
_FORMULA = ("=", "+", "-", "@", "\t")


def table_lines(workspace: Workspace) -> Iterator[str]:
    """The header, then every claim by what needs attention; lines without their end."""
    yield _line(COLUMNS)
    for dossier in workspace.dossiers(workspace.claims()):
        yield _line(_values(dossier))


def _values(dossier: Dossier) -> tuple[str, ...]:
    claim, decision = dossier.claim, dossier.decision
    decided = (decision.analyst, decision.time, decision.reopened) if decision else ("",) * 3
    return (
        claim.id,
        claim.text,
        claim.status,
        "; ".join(claim.flags),
        str(dossier.article_count),
        "; ".join(dossier.origins),
        _parties(dossier, {"denies", "doubts"}),
        _parties(dossier, {"cannot-confirm", "no-comment"}),
        decision.verdict if decision else "",
        dossier.note,
        *decided,
        "; ".join(dossier.tags),
    )


def _parties(dossier: Dossier, stances: set[str]) -> str:
    return "; ".join(party.name for party in dossier.parties if party.stance in stances)


def _line(values: tuple[str, ...]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow([_cell(value) for value in values])
    return buffer.getvalue()


def _cell(value: str) -> str:
    """A value a spreadsheet will not run as a formula."""
    text = tidy(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
