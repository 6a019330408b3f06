"""Reports for a person at a terminal or in a mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tui.model import STATUSES, Claim, Finding, Mention
from tui.report.page import STANCE_WORDS, STATUS_WORDS, Style, behind, fold, plural, tidy
from tui.workspace.dossier import Dossier, Party, Recurrence
from tui.workspace.rows import ClaimRow
from tui.workspace.workspace import Workspace

_INDENT = "    "
_LABEL = 16  # cells for the stance word before a party


def scan_lines(workspace: Workspace, style: Style) -> Iterator[str]:
    """Every claim of the corpus by what needs attention, after one line of counts."""
    rows = workspace.claims()
    yield _summary(len(workspace.articles()), rows)
    for dossier in workspace.dossiers(rows):
        yield ""
        yield from claim_lines(dossier, style)


def _summary(articles: int, rows: Sequence[ClaimRow]) -> str:
    counts = Counter(row.status for row in rows)
    parts = [f"{counts[status]:,} {status}" for status in STATUSES if counts[status]]
    return f"{plural(articles, 'article')}, {plural(len(rows), 'claim')}: {', '.join(parts) or 'none'}"


def claim_lines(dossier: Dossier, style: Style) -> Iterator[str]:
    """One claim: status, text, who stands against it, where it recurs, numbers, decision."""
    claim = dossier.claim
    status = STATUS_WORDS[claim.status]
    head = f"{tidy(claim.text)}  [{claim.id}]"
    lines = fold(head, style.width, _INDENT, first=f"{status}  ")
    yield next(lines).replace(status, style.strong(status), 1)
    yield from lines
    for party in dossier.parties:
        yield from _party_lines(party, style)
    yield from fold(_spread(dossier), style.width, _INDENT + "  ", first=_INDENT)
    for recurrence in _one_each(dossier.recurrences):
        yield from fold(_recurrence(recurrence), style.width, _INDENT * 2 + "  ", first=_INDENT * 2)
    yield from _number_lines(dossier, style)
    yield from _decision_lines(dossier, style)


def _party_lines(party: Party, style: Style) -> Iterator[str]:
    stance = STANCE_WORDS[party.stance]
    marks = [name for name, holds in (("in part", party.partial), ("implicitly", party.implicit)) if holds]
    name = ", ".join([tidy(party.name), *marks])
    cue = "" if party.cue in party.words else f"{quoted(party.cue)} … "
    told = f"{name}: {cue}{quoted(party.words)} ({tidy(party.article)})"
    return fold(told, style.width, _INDENT + " " * _LABEL, first=_INDENT + stance.ljust(_LABEL))


def quoted(words: str) -> str:
    """`words` in quotation marks, unless they have their own; one that nothing closes gives way."""
    text = tidy(words)
    if text[:1] not in '“"«„':
        return f"“{text}”"
    return text if any(mark in text[1:] for mark in '”"»“') else f"“{text[1:]}”"


def _spread(dossier: Dossier) -> str:
    origins = f"{plural(dossier.origin_count, 'origin')}" if dossier.origin_count else "no origin named"
    named = f": {', '.join(map(tidy, dossier.origins))}" if dossier.origins else ""
    flags = f" · {', '.join(name for name, _ in dossier.flags)}" if dossier.flags else ""
    return f"recurs in {plural(dossier.article_count, 'article')}, {origins}{named}{flags}"


def _one_each(recurrences: Sequence[Recurrence]) -> list[Recurrence]:
    """For each article the mention with the longest chain, the closest one first."""
    best: dict[str, Recurrence] = {}
    for recurrence in recurrences:
        held = best.get(recurrence.target.article)
        if held is None or _weight(recurrence) > _weight(held):
            best[recurrence.target.article] = recurrence
    return list(best.values())


def _weight(recurrence: Recurrence) -> tuple[int, float]:
    return len(recurrence.chain), recurrence.score


def _recurrence(recurrence: Recurrence) -> str:
    chain = " → ".join(map(tidy, recurrence.chain)) or "its own voice"
    return f"{tidy(recurrence.label)}: {recurrence.kind}, {STANCE_WORDS[recurrence.stance]}, from {chain}"


def _number_lines(dossier: Dossier, style: Style) -> Iterator[str]:
    for row in dossier.numbers:
        values = " · ".join(f"{tidy(text)} ({tidy(label)})" for label, text, _ in row.values)
        told = f"numbers {row.relation}: {tidy(row.quantity)}: {values}"
        yield from fold(told, style.width, _INDENT + "  ", first=_INDENT)


def _decision_lines(dossier: Dossier, style: Style) -> Iterator[str]:
    decision = dossier.decision
    told = []
    if decision is not None:
        again = f"; reopened: {tidy(decision.reopened)}" if decision.reopened else ""
        who = f"by {tidy(decision.analyst)} on {decision.time[:10]}"
        told.append(f"decided: {decision.verdict} {who}{again}")
    if dossier.note:
        told.append(f"note: {tidy(dossier.note)}")
    if dossier.tags:
        told.append(f"tags: {', '.join(map(tidy, dossier.tags))}")
    for line in told:
        yield from fold(line, style.width, _INDENT + "  ", first=_INDENT)


def check_lines(claim: str, findings: Sequence[Finding], style: Style) -> Iterator[str]:
    """Where a typed claim recurs, best first, each with the words it rests on."""
    yield from fold(f"{quoted(claim)} recurs in {plural(len(findings), 'article')}", style.width)
    for finding in findings:
        chain = f", from {' → '.join(map(tidy, finding.chain))}" if finding.chain else ""
        by = f" by {tidy(finding.by)}" if finding.by else ""
        told = f"{tidy(finding.path)}: {STANCE_WORDS[finding.stance]}{by}{chain} ({finding.score:.2f})"
        yield ""
        yield from fold(told, style.width, _INDENT, first="")
        for span in finding.evidence:
            place = f"{_INDENT}{span.start}–{span.end}  "
            yield from fold(quoted(span.text), style.width, _INDENT * 2, first=place)


def explain_lines(dossier: Dossier, names: dict[str, str], style: Style) -> Iterator[str]:
    """The whole derivation of a claim; `names` gives each article's path."""
    claim = dossier.claim
    yield from claim_lines(dossier, style)
    yield ""
    yield from fold(f"Status: {dossier.status_words}", style.width, _INDENT)
    yield from _reason_lines(claim, style)
    yield ""
    yield f"{plural(len(claim.mentions), 'mention')}:"
    for mention in claim.mentions:
        yield from _mention_lines(mention, names[mention.article], style)
    yield ""
    yield "Timeline:"
    for moment in dossier.timeline:
        told = f"{moment.date or 'undated'}  {tidy(moment.label)}: {moment.what}"
        yield from fold(told, style.width, _INDENT * 2, first=_INDENT)


def _reason_lines(claim: Claim, style: Style) -> Iterator[str]:
    for name in ("status", "origins", *claim.flags):
        if name in claim.reasons:
            said = f"{name}{behind(name, tidy(claim.reasons[name]))}"
            yield from fold(said, style.width, _INDENT * 2, first=_INDENT)


def _mention_lines(mention: Mention, path: str, style: Style) -> Iterator[str]:
    yield from fold(f"{tidy(path)}:{mention.start}–{mention.end}", style.width, _INDENT, first="  ")
    yield from fold(quoted(mention.text), style.width, _INDENT * 2, first=_INDENT)
    cue = f"{quoted(mention.cue.text)} at {mention.cue.start}–{mention.cue.end}" if mention.cue else "none"
    facts = (
        ("stance", f"{STANCE_WORDS[mention.stance]}, by {tidy(mention.by or 'the article itself')}"),
        ("voice", tidy(mention.voice or "")),
        ("rule", mention.rule),
        ("cue", cue),
        ("chain", " → ".join(map(tidy, mention.chain)) or "none"),
        ("as written", " → ".join(map(tidy, mention.explicit_chain))),
        ("kind", f"{mention.kind}, similarity {mention.score:.2f}"),
        ("notes", ", ".join(mention.notes)),
    )
    for name, value in facts:
        if value:
            yield from fold(value, style.width, _INDENT * 2, first=f"{_INDENT}{name.ljust(11)}")
