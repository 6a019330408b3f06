"""Targets of a label: what "false claims" or "unconfirmed reports" say."""

from __future__ import annotations

import re
from functools import cache

from tui.language import stance_reports as reports
from tui.language import stance_scope as scope
from tui.language.clauses import has_verb
from tui.language.stance_hits import Hit
from tui.language.stance_phrases import END, either, forms
from tui.language.stance_scope import Target

_LEAD = re.compile(
    r"(?P<according>\baccording\s+to\s+)?(?:(?:multiple|several|some|many|other|the|as\s+yet|so\s+far|previously)\s+){0,3}$",
    re.IGNORECASE,
)


def labelled(hit: Hit) -> Target | None:
    """Find P in "false claims that P"; a topic alone ("about P") says nothing to deny."""
    found = reports.report(hit.text, hit.start, hit.right)
    if found and found.anaphor:
        of = hit.text.endswith(
            (" of ", " about ", " with "), hit.left, hit.start
        )  # "spreaders of fake news told"
        return None if of else _said_by(hit, found.anaphor[1])
    if not found or not found.scope:
        return None
    before = hit.text[max(0, found.scope[0] - 14) : found.scope[0]]
    return None if re.search(r"\b(?:about|regarding|concerning|over|surrounding)\s+$", before) else found


@cache
def _says() -> re.Pattern[str]:
    """Match the verb behind a report: "unconfirmed reports (have said that) the dam burst"."""
    return re.compile(
        rf"\s+(?:have\s+|has\s+|had\s+)?{either(forms('say'))}{END}(?:\s+that\b)?(?P<end>\W*$)?"
    )


def _said_by(hit: Hit, end: int) -> Target | None:
    """Find P in "unconfirmed reports say P", "P, false reports said", "according to false reports, P"."""
    text = hit.text
    lead = _LEAD.search(text, hit.left, hit.start)
    before = text[hit.left : lead.start() if lead else hit.start]
    says = _says().match(text, end, hit.right)
    if lead is None or not lead["according"]:
        if says and not says["end"]:
            return scope.bare_clause(text, says.end() + 1, hit.right)
        return _laid_before(hit, before) if says else None
    if before.strip():
        return _laid_before(hit, before)
    comma = re.compile(r"\s*,\s+").match(text, end, hit.right)
    return scope.rest(text, comma.end(), hit.right) if comma else None


def _laid_before(hit: Hit, before: str) -> Target | None:
    """What stands before who says it, if that is a clause."""
    head = before.rstrip()
    stop = hit.left + len(head.rstrip(","))
    clause = head.endswith(",") and has_verb(hit.text, hit.left, stop)
    return Target("complement", scope=(hit.left, stop)) if clause else None
