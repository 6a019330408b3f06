"""The JSON document of the output contract ``claims-tui/1``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from tui.claims.analysis import Corpus
from tui.model import SCHEMA, Finding, plain
from tui.workspace.workspace import Workspace


def scan_document(workspace: Workspace) -> str:
    """All articles and claims of a corpus, as ``scan --json`` prints them."""
    return dump(Corpus(*workspace.everything()).to_dict())


def check_document(claim: str, findings: Iterable[Finding]) -> str:
    """What became of a typed claim, as ``check --json`` prints it."""
    return dump({"schema": SCHEMA, "claim": claim, "findings": [plain(finding) for finding in findings]})


def dump(value: Mapping[str, Any]) -> str:
    """JSON text, the same for the same value; a lone surrogate is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=1) + "\n"
    return text + "\n"
