"""Claims and decisions as Markdown, to paste into a note, an issue or a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.report.page import STANCE_WORDS, plural, tidy
from tui.report.text import quoted
from tui.workspace.dossier import Dossier
from tui.workspace.workspace import Workspace

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def escape(text: str) -> str:
    """`text` on one line, with nothing Markdown would take as a sign."""
    return _SPECIAL.sub(r"\\\1", tidy(text))


def markdown_lines(workspace: Workspace) -> Iterator[str]:
    """Every claim under a heading of its own."""
    rows = workspace.claims()
    yield f"# {plural(len(rows), 'claim')} in {plural(len(workspace.articles()), 'article')}"
    for dossier in workspace.dossiers(rows):
        yield from claim_lines(dossier)


def claim_lines(dossier: Dossier) -> Iterator[str]:
    """One claim under a heading of the second level: who stands against it, where it recurs, its figures."""
    claim = dossier.claim
    yield ""
    yield f"## {escape(claim.text)}"
    yield ""
    yield f"**{escape(dossier.status_words)}** · `{claim.id}`"
    if dossier.flags:
        yield f"Flags: {', '.join(name for name, _ in dossier.flags)}"
    yield ""
    for party in dossier.parties:
        stance = STANCE_WORDS[party.stance]
        yield f"- {escape(party.name)} **{stance}**: {escape(quoted(party.words))} ({escape(party.article)})"
    for recurrence in dossier.recurrences:
        chain = " → ".join(map(escape, recurrence.chain)) or "its own voice"
        words = escape(quoted(recurrence.text))
        yield f"- {escape(recurrence.label)}, {recurrence.kind}, from {chain}: {words}"
    for row in dossier.numbers:
        values = ", ".join(f"{escape(text)} ({escape(label)})" for label, text, _ in row.values)
        yield f"- Numbers {row.relation}: {escape(row.quantity)}: {values}"
    if dossier.decision:
        decision = dossier.decision
        again = f" (reopened: {escape(decision.reopened)})" if decision.reopened else ""
        who = f"{escape(decision.analyst)}, {decision.time[:10]}"
        yield f"- Decision of {who}: **{decision.verdict}**{again}"
    if dossier.note:
        yield f"- Note: {escape(dossier.note)}"
    if dossier.tags:
        yield f"- Tags: {', '.join(map(escape, dossier.tags))}"
