"""Where the target of a cue stands, by the frame of its rule (see ``lexicon/stance_cues.toml``)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tui.language import stance_scope as scope
from tui.language.lexicon import load
from tui.language.stance_holder import Group, subject
from tui.language.stance_phrases import END, either
from tui.language.stance_rules import Rule
from tui.language.stance_scope import Target

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LINK = re.compile(
    r"\s+(?:of|for|to|about|on|over|in|at|behind|regarding|concerning|upon|as\s+to|from)\s+", re.IGNORECASE
)
_PERSON = re.compile(
    r"\s*(?:(?:him|us|me|you)\b|(?:her|them)\s+(?:a|an|the|any|access|entry|on|his|their|its|permission)\b)",
    re.IGNORECASE,
)
_USE = re.compile(r"\s*(?:the\s+)?use\s+of\b", re.IGNORECASE)
_DOUBLE = re.compile(r"\s*(?:[A-Z][\w’'.-]*\s+){1,3}(?:a|an|the|his|her|their|its)\s")
_LEAST = 4  # characters of a subject that says something
_REACTS = re.compile(r"\b(?:respond|reply|responded|replied)$", re.IGNORECASE)
_OPENED = re.compile(
    r"\b(?:that|whether|if|why|how)$", re.IGNORECASE
)  # the cue holds the clause's first word
_CLAUSE = 12  # characters: a shorter stretch is no clause
_REQUEST = re.compile(
    r"\b(?:requests?|inquir(?:y|ies)|enquir(?:y|ies)|questions?|calls?|e-?mails?|messages?)\b", re.IGNORECASE
)
_SUBJECT_OF_REQUEST = re.compile(
    r"\b(?:comment|questions?|inquir\w+|enquir\w+|requests?)\s+(?:on|about|regarding|over)\s", re.IGNORECASE
)
_EXTRAPOSED = re.compile(r"\b(?:it|there)(?:[’']s)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue at start..end of `text`, seen from inside its sentence or quotation, `left`..`right`."""

    text: str
    rule: Rule
    start: int
    end: int
    left: int
    right: int
    group: Group
    match: re.Match[str]

    @property
    def passive(self) -> bool:
        """Whether the cue is a participle whose subject undergoes it: "was denied", "claims denied by"."""
        if self.rule.frame not in {"object", "report"}:
            return False
        word = self.text[self.start : self.end].split()[0].lower()
        if not word.endswith(("ed", "en", "own", "put", "shot")) or not self.rule.verb:
            return False
        if not _BE.isdisjoint(self.group.words):
            return True
        return bool(re.match(r"\s+(?:\w+ly\s+)?by\s", self.text[self.end : self.right]))


def target(hit: Hit) -> Target | None:
    """What the cue applies to; None if this is no cue after all.

    A target without scope and anaphor means that a stance is taken on something not named here.
    """
    if hit.rule.stance == "supports" and hit.rule.verb:
        if found := _postposed(hit):
            return found
        if _appoints(hit):
            return None
    if hit.passive:
        return scope.preceding(hit.text, hit.left, hit.group.start)
    return _FRAMES[hit.rule.frame](hit)


_ENDS = re.compile(r"\s*(?:[,.;]|$)")
_NAMED = re.compile(r"\s+(?:[A-Z][\w’'.-]*|the|a|an)(?:\s+[\w’'.-]+){0,5}\s*[,.]")


def _postposed(hit: Hit) -> Target | None:
    """Find P in "P, a spokesman confirmed" and "P, confirmed the spokesman"."""
    text = hit.text
    bare = _ENDS.match(text, hit.end, hit.right)
    place = subject(text, hit.left, hit.group.start) if bare else None
    stop = place[0] if place else hit.start
    if not (place or _NAMED.match(text, hit.end, hit.right)):
        return None
    head = text[hit.left : stop].rstrip()
    if not head.endswith((",", ",”", ',"')) or len(head) < _CLAUSE:
        return None
    return Target("complement", scope=(hit.left, hit.left + len(head.rstrip(',”"'))))


def _appoints(hit: Hit) -> bool:
    """A body that confirms a person appoints them."""
    found = subject(hit.text, hit.left, hit.group.start)
    body = found and re.search(
        rf"\b{either(load('stance_reports')['appointers'])}$", hit.text[slice(*found)], re.IGNORECASE
    )
    return bool(body) and not scope.clause(hit.text, hit.end, hit.right)


def _object(hit: Hit) -> Target | None:
    if hit.rule.stance == "denies" and _refused(hit):
        return None
    for find in (scope.pronoun, scope.clause, scope.gerund, scope.report, scope.phrase):
        if found := find(hit.text, hit.end, hit.right):
            return found
    return None


def _report(hit: Hit) -> Target | None:
    found = scope.report(hit.text, hit.end, hit.right)
    if found is None and hit.rule.loose:
        return scope.phrase(hit.text, hit.end, hit.right)
    if found and found.anaphor and _soft().search(hit.text, *found.anaphor):
        return None
    if found and found.anaphor and _judged(hit):
        return None
    return found


def _clause(hit: Hit) -> Target | None:
    if _OPENED.search(hit.match[0]):
        return scope.rest(hit.text, hit.end, hit.right)
    return scope.clause(hit.text, hit.end, hit.right) or scope.zero_clause(hit.text, hit.end, hit.right)


def _about_report(hit: Hit) -> Target | None:
    """A report, clause or gerund behind the cue, no other thing: "skeptical of claims that P"."""
    text, end = hit.text, hit.right
    link = _LINK.match(text, hit.end, end)
    start = link.end() - 1 if link else hit.end
    for find in (scope.clause, scope.report, scope.gerund):
        if found := find(text, start, end):
            return found
    found = scope.phrase(text, start, end)
    return found if found and found.scope and _documents().search(text, *found.scope) else None


def _clause_or_gerund(hit: Hit) -> Target | None:
    link = re.compile(r"\s+to\s+").match(hit.text, hit.end, hit.right)
    return _clause(hit) or scope.gerund(hit.text, link.end() if link else hit.end, hit.right)


def _clause_or_phrase(hit: Hit) -> Target | None:
    return _clause(hit) or scope.phrase(hit.text, hit.end, hit.right)


def _about(hit: Hit) -> Target | None:
    text, end = hit.text, hit.right
    if _OPENED.search(hit.match[0]):
        return scope.rest(text, hit.end, end)
    if found := scope.clause(text, hit.end, end) or scope.report(text, hit.end, end):
        return found
    link = _LINK.match(text, scope.skip_lead(text, hit.end, end), end)
    start = link.end() if link else hit.end
    if hit.rule.name == "no-comment" and _REACTS.search(hit.match[0]) and not _unanswered(hit):
        return None
    if hit.rule.name == "no-comment" and _REQUEST.search(text, hit.start, end):
        return _asked(hit)
    finds = (scope.pronoun, scope.clause, scope.gerund, scope.report, scope.phrase)
    for find in finds if link or hit.rule.name == "no-evidence" else finds[:-1]:
        if found := find(text, start, end):
            return found
    return Target("unscoped")


def _unanswered(hit: Hit) -> bool:
    """Whether it is a question that was not responded to, and not a treatment."""
    after = hit.text[hit.end : hit.right]
    return bool(_REQUEST.search(after)) or bool(_ENDS.match(after)) or "immediately" in hit.match[0].lower()


def _asked(hit: Hit) -> Target:
    """Find what a request for comment was about, if that is told."""
    about = _SUBJECT_OF_REQUEST.search(hit.text, hit.start, hit.right)
    pos = about.end() - 1 if about else 0
    found = about and (scope.report(hit.text, pos, hit.right) or scope.phrase(hit.text, pos, hit.right))
    return found or Target("unscoped")


def _subject(hit: Hit) -> Target | None:
    text = hit.text
    if _EXTRAPOSED.search(text, hit.left, hit.group.start):
        if hit.rule.name == "false" and _scorned(hit):
            return None  # "it is absurd that P": P is true, and absurd
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
    found = scope.preceding(text, hit.left, hit.group.start)
    if found and hit.rule.report and found.kind == "anaphor" and found.anaphor:
        return found if _fits(hit, found.anaphor) else None
    if found or hit.rule.report:
        return found or _document(hit)
    return _any_subject(hit)


def _condition(hit: Hit) -> Target:
    return Target("anaphor", anaphor=hit.match.span("np"))


# "It is not accurate to say that P".
_SAYING = re.compile(
    r"\s+(?:to\s+(?:say|suggest|claim|argue|assert|think|believe|state)|for\s+\w+\s+to\s+say)(?=\s)"
)
_FRONTED = re.compile(
    r"\W*(?:whether|that)\s+(?P<clause>[^;:.\n]+),\s*[”\"]?\s*(?:it|this|that)\b", re.IGNORECASE
)


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
    if found and _documents().search(hit.text, *found) and not _scorned(hit):
        return Target("subject", scope=found)
    return None


def _fits(hit: Hit, anaphor: tuple[int, int]) -> bool:
    """Scorn alone ("it was ridiculous") needs a report as its subject."""
    return not _scorned(hit) or hit.text[slice(*anaphor)].lower() not in load("stance_reports")["pronouns"]


def _scorned(hit: Hit) -> bool:
    return hit.match[0].lower().endswith(tuple(load("stance_falsehood")["scorn"]))


def _labelled(hit: Hit) -> Target | None:
    """Find P in "false claims that P"; a topic alone ("about P") says nothing to deny."""
    found = scope.report(hit.text, hit.start, hit.right)
    if not found or not found.scope:
        return None
    before = hit.text[max(0, found.scope[0] - 14) : found.scope[0]]
    return None if re.search(r"\b(?:about|regarding|concerning|over|surrounding)\s+$", before) else found


def _call(hit: Hit) -> Target | None:
    """Find what is called so: "called the claims a lie", "dismissed as lies the claims"."""
    text, (start, end) = hit.text, hit.match.span("np")
    if hit.passive:
        return scope.preceding(text, hit.left, hit.group.start)
    if not text[start:end].strip(" “\"‘'"):
        pos = hit.end + (text[hit.end : hit.end + 1] in '”"’')
        return scope.report(text, pos, hit.right) if text[start - 4 : hit.end].count(" as ") else None
    if found := scope.pronoun(text, start - 1, end) or scope.report(
        text, start - 1, _object_end(text, start, end)
    ):
        return found
    return None if _scorned(hit) else _called(text, start, _object_end(text, start, end))


def _object_end(text: str, start: int, end: int) -> int:
    """Where the object ends and "a bunch of …" begins, which it is called."""
    match = re.compile(r"(?<!\bsuch)\s(?:(?:as|an?|nothing|just|part)\b|[“\"])").search(text, start, end)
    return match.start() if match else start + len(text[start:end].rstrip())


def _called(text: str, start: int, end: int) -> Target | None:
    words = text[start:end].lower().split()
    if not words or len(words) > 8 or not set(words).isdisjoint(load("stance_bounds")["not-premodifier"]):
        return None
    return (
        None
        if any(word.endswith(("ing", ",")) for word in words)
        else Target("nominal-object", scope=(start, end))
    )


def _denial(hit: Hit) -> Target | None:
    """The noun; a denial needs somebody who made it, see `denier`."""
    found = scope.clause(hit.text, hit.end, hit.right)
    link = re.compile(r"\s+(?:of|about|over)\s+").match(hit.text, hit.end, hit.right)
    if not found and link:
        found = scope.report(hit.text, link.end(), hit.right) or scope.phrase(hit.text, link.end(), hit.right)
    return found or Target("unscoped")


def _refused(hit: Hit) -> bool:
    """Tell refused from contradicted: "denied entry", "denied him a visa", "denied Smith a goal"."""
    text, start = hit.text, scope.skip_lead(hit.text, hit.end, hit.right)
    forms = (_PERSON, _DOUBLE, _USE, _refusal())
    return any(form.match(text, start, hit.right) for form in forms)


def _judged(hit: Hit) -> bool:
    """A court that dismisses a claim rules on it."""
    found = subject(hit.text, hit.left, hit.group.start)
    return bool(found and _judges().search(hit.text, *found))


@cache
def _refusal() -> re.Pattern[str]:
    stop = r"(?!(?:that|of|in|on|at|to|for|by|with|from|and|or|claims?|reports?|allegations?)\b)"
    return re.compile(
        rf"\s*(?:{stop}[\w’'-]+\s+){{0,4}}?{either(load('stance_reports')['refused'])}{END}(?!-)",
        re.IGNORECASE,
    )


@cache
def _judges() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('stance_reports')['judges'])}{END}", re.IGNORECASE)


@cache
def _soft() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('stance_reports')['soft'])}$", re.IGNORECASE)


@cache
def _documents() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('stance_reports')['documents'])}{END}", re.IGNORECASE)


_FRAMES: dict[str, Callable[[Hit], Target | None]] = {
    "object": _object,
    "report": _report,
    "clause": _clause,
    "clause-or-gerund": _clause_or_gerund,
    "clause-or-phrase": _clause_or_phrase,
    "about": _about,
    "about-report": _about_report,
    "subject": _subject,
    "labelled": _labelled,
    "call": _call,
    "denial": _denial,
    "condition": _condition,
}
