"""Targets that stand in front of their cue: "the claims [are false]", "it [is not true] that P"."""

from __future__ import annotations

import re
from functools import cache

from tui.language import stance_reports as reports
from tui.language import stance_scope as scope
from tui.language.lexicon import load
from tui.language.stance_hits import Hit
from tui.language.stance_holder import subject
from tui.language.stance_phrases import END, either
from tui.language.stance_scope import Target

_EXTRAPOSED = re.compile(r"\b(?:it|there)(?:[’']s)?\s*$", re.IGNORECASE)
_WHAT = re.compile(
    r"\bwhat(?:ever)?(?:\s+[\w’'-]+)?\s*$", re.IGNORECASE
)  # "what they do [is a lie]": not they are
_LEAST = 4  # characters of a subject that says something
_SAYING = re.compile(
    r"[”\"’]?\s+(?:to\s+(?:say|suggest|claim|argue|assert|think|believe|state)|for\s+\w+\s+to\s+say)(?=\s)"
)
_INFINITIVE = re.compile(r"[”\"’]?\s+to\s")
_FRONTED = re.compile(
    r"\W*(?:whether|that)\s+(?P<clause>[^;:.\n]+),\s*[”\"]?\s*(?:it|this|that)\b", re.IGNORECASE
)


def in_front(hit: Hit) -> Target | None:
    """What stands before the cue, or the clause behind it that "it" stands for."""
    text = hit.text
    if _EXTRAPOSED.search(text, hit.left, hit.group.start):
        if hit.rule.name == "false" and _judges_only(hit):
            return None
        saying = _SAYING.match(text, hit.end, hit.right)
        pos = saying.end() if saying else hit.end
        if found := scope.clause(text, pos, hit.right) or scope.zero_clause(text, pos, hit.right):
            return found
        if hit.rule.name == "unlikely" and not re.compile(r"\s+(?:to|for)\s").match(text, hit.end, hit.right):
            return scope.rest(text, hit.end, hit.right)
        if hit.rule.name == "unlikely" and (whom := re.compile(r"\s+for\s+").match(text, hit.end, hit.right)):
            return scope.phrase(text, whom.end(), hit.right)
    if hit.rule.name == "unlikely" and (found := _prospect(hit)):
        return found
    if found := _fronted(hit):
        return found
    found = (
        None
        if _WHAT.search(text, hit.left, hit.group.start)
        else reports.preceding(text, hit.left, hit.group.start)
    )
    if found and hit.rule.report and found.kind == "anaphor" and found.anaphor:
        return found if _fits(hit, found.anaphor) else None
    if found or hit.rule.report:
        return found or _document(hit)
    return _any_subject(hit)


def _judges_only(hit: Hit) -> bool:
    """Whether nothing is called untrue: "it is absurd that P" (P is true), "it is false to excuse it"."""
    if scorned(hit):
        return True
    bare = not _SAYING.match(hit.text, hit.end, hit.right)
    return bare and bool(_INFINITIVE.match(hit.text, hit.end, hit.right))


def _fronted(hit: Hit) -> Target | None:
    """Find P in "Whether P, it is hard to believe"."""
    match = _FRONTED.match(hit.text, hit.left, hit.group.start)
    return Target("complement", scope=match.span("clause")) if match else None


def _prospect(hit: Hit) -> Target | None:
    """Find the whole of "[the mill is unlikely to reopen]"."""
    place = subject(hit.text, hit.left, hit.group.start)
    if not place or not re.compile(r"\s+to\s").match(hit.text, hit.end, hit.right):
        return None
    return Target("subject", scope=(place[0], scope.clause_end(hit.text, hit.end, hit.right)))


def _any_subject(hit: Hit) -> Target | None:
    found = subject(hit.text, hit.left, hit.group.start)
    if not found or found[1] - found[0] <= _LEAST:
        return None
    person = all(word[0].isupper() for word in hit.text[slice(*found)].split())
    if hit.rule.name == "confirmed" and (
        person or re.match(r"\s+(?:as|to|dead)\b", hit.text[hit.end : hit.right])
    ):
        return None
    return Target("subject", scope=found)


def _document(hit: Hit) -> Target | None:
    """Find a thing that shows something: "The video is fake"."""
    found = subject(hit.text, hit.left, hit.group.start)
    if found and documents().search(hit.text, *found) and not scorned(hit):
        return Target("subject", scope=found)
    return None


def _fits(hit: Hit, anaphor: tuple[int, int]) -> bool:
    """Scorn alone ("it was ridiculous") needs a report as its subject, "wrong" one that is no proposal."""
    words = hit.text[slice(*anaphor)].lower()
    if _is_mistaken(hit) and words.split()[-1] in load("stance_reports")["soft"]:
        return False  # "the idea of arming teachers was wrong"
    return not scorned(hit) or words not in load("stance_reports")["pronouns"]


def scorned(hit: Hit) -> bool:
    """Whether the cue calls something absurd or wrong, which is less than untrue of what is no report."""
    return hit.match[0].lower().endswith(tuple(load("stance_falsehood")["scorn"])) or _is_mistaken(hit)


def _is_mistaken(hit: Hit) -> bool:
    return hit.match[0].lower().endswith(tuple(load("stance_falsehood")["mistaken"]))


@cache
def documents() -> re.Pattern[str]:
    """Match the name of a thing that shows or tells something."""
    return re.compile(rf"\b{either(load('stance_reports')['documents'])}{END}", re.IGNORECASE)
