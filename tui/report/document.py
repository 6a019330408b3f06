"""The JSON document of the output contract ``claims-tui/1``: one article or claim a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tui.claims.analysis import article_entry, claim_entry
from tui.model import SCHEMA, Finding, plain
from tui.workspace.workspace import Workspace


def scan_document(workspace: Workspace) -> Iterator[str]:
    """All articles and claims of a corpus as ``scan --json`` prints them, piece by piece."""
    articles, claims = workspace.everything()
    yield f'{{"schema": {_json(SCHEMA)}, "articles": ['
    yield from _lines(article_entry(article) for article in articles)
    yield '], "claims": ['
    yield from _lines(claim_entry(claim) for claim in claims)
    yield "]}\n"


def check_document(claim: str, findings: Iterable[Finding]) -> Iterator[str]:
    """What became of a typed claim, as ``check --json`` prints it."""
    yield f'{{"schema": {_json(SCHEMA)}, "claim": {_json(claim)}, "findings": ['
    yield from _lines(plain(finding) for finding in findings)
    yield "]}\n"


def _lines(entries: Iterable[Any]) -> Iterator[str]:
    """The entries of an array, each on a line of its own."""
    before = "\n"
    for entry in entries:
        yield before + _json(entry)
        before = ",\n"
    yield "\n"


def _json(value: Any) -> str:
    """JSON text, the same for the same value; a lone surrogate is written as an escape."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value)
    return text
