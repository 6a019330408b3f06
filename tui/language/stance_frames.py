"""Where the target of a cue stands, by the frame of its rule (see ``lexicon/stance_cues.toml``)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from tui.language import stance_reports as reports
from tui.language import stance_scope as scope
from tui.language.clauses import has_verb
from tui.language.lexicon import load
from tui.language.stance_hits import Hit, appoints, judged, refused
from tui.language.stance_holder import subject
from tui.language.stance_labels import labelled
from tui.language.stance_phrases import END, either
from tui.language.stance_scope import Target
from tui.language.stance_subjects import documents, in_front, scorned

_NO_DAY = r"(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)"
_LINK = re.compile(
    r"\s+(?:of|for|to|about|on|over|in|at|behind|regarding|concerning|upon|as\s+to|from)\s+"
    rf"{_NO_DAY}",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s+from\s+")  # "no comment from the mayor": who is silent, not about what
_DETAIL = re.compile(r"\s*(?:\w+ly\s+)?(?:how|where|why|what|who|when)\b", re.IGNORECASE)
_REACTS = re.compile(r"\b(?:respond|reply|responded|replied)$", re.IGNORECASE)
_OPENED = re.compile(
    r"\b(?:that|whether|if|why|how)$", re.IGNORECASE
)  # the cue holds the clause's first word
_TO_REPORT = re.compile(r"\s+to\s+(?:the|these|those|this|that|any|his|her|its|their)\s+(?P<noun>[a-z]+)")
_CALLED = re.compile(
    r"(?:,\s+|\s[–—-]+\s|—|\s\()(?P<np>which|something|an?\s+(?:[\w-]+\s+)??(?P<noun>[a-z]+))\s+"
    r"(?P<that>(?:that|which)\s+)?(?P<who>[^,;:.()“”]{2,60}?)\s*$"
)
_NAMING = re.compile(r"[A-Z]|(?:the|an?|his|her|its|their|he|she|it|they|we|[a-z]+s)\b")
_NO_MORE = re.compile(
    r"\s*(?:[,.;:)–—]|--|-\s|$|\s(?:and|but|when|while|on|in|at|during|after|before|last|this|earlier|later|to)\b)"
)
_ASKED = re.compile(r"\basked\s+(?:[\w’'-]+\s+){0,4}?(?:whether|if)\s+", re.IGNORECASE)
_CLAUSE = 12  # characters: a shorter stretch is no clause
_NOUN = 20  # characters of a noun that names a report
_SUBJECT_OF_REQUEST = re.compile(
    rf"\b(?:comment|questions?|inquir\w+|enquir\w+|requests?)\s+(?:on|about|regarding|over)\s+{_NO_DAY}",
    re.IGNORECASE,
)


def target(hit: Hit) -> Target | None:
    """What the cue applies to; None if this is no cue after all.

    A target without scope and anaphor means that a stance is taken on something not named here.
    """
    if hit.rule.stance == "supports" and hit.rule.verb:
        if found := _postposed(hit):
            return found
        if appoints(hit):
            return None
    if hit.passive:
        return _undergone(hit)
    found = _FRAMES[hit.rule.frame](hit)
    return None if found and found.scope and _presupposes(hit, found.scope) else found


_WHY = re.compile(r"\bwhy\s+$", re.IGNORECASE)
_SUPPOSED = re.compile(r"\W*(?:[\w’'-]+\s+){1,5}?(?:would|could|should|might)(?:n[’']t)?\b", re.IGNORECASE)


def _presupposes(hit: Hit, place: tuple[int, int]) -> bool:
    """Whether it is asked why something is so: only "why they would sell it" doubts that they do."""
    asked = hit.rule.stance == "doubts" and _WHY.search(hit.text, max(0, place[0] - 8), place[0])
    return bool(asked) and not _SUPPOSED.match(hit.text, *place)


# What follows a passive that takes no object: "was denied by", "were rejected as".
_NO_OBJECT = re.compile(
    r"\s*(?:[,.;:!?—–”\"’')]|$)|\s+(?:by|as|in|on|at|after|and|but|or|when|with|during|while|from|to|for|because|\w+ly)\b"
)


def _undergone(hit: Hit) -> Target | None:
    """The subject of a passive, if it is a report: not "they were denied access"."""
    found = reports.preceding(hit.text, hit.left, hit.group.start)
    if not found or not _NO_OBJECT.match(hit.text, hit.end, hit.right):
        return None
    words = hit.text[slice(*found.anaphor)].lower() if found.anaphor else ""
    proposal = hit.rule.frame == "report" and words in load("stance_reports")["pronouns"]
    return None if proposal else found


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


def _object(hit: Hit) -> Target | None:
    if hit.rule.stance == "denies" and refused(hit):
        return None
    for find in (scope.pronoun, scope.clause, scope.gerund, reports.report, scope.phrase):
        if found := find(hit.text, hit.end, hit.right):
            return found
    return _relative(hit)


def _relative(hit: Hit) -> Target | None:
    """Find P in "P, a figure the ministry disputes", "P, which he denies", "P – something he denied"."""
    found = _CALLED.search(hit.text, hit.left, hit.group.start)
    if found is None or found.start() - hit.left < _CLAUSE or not _is_last(hit):
        return None
    noun = found["noun"]
    named = noun and (noun in load("stance_reports")["called"] or scope.report_noun().fullmatch(noun))
    contradicts = hit.rule.frame == "object" and hit.rule.stance != "supports"
    if not (named or contradicts) or _is_refusal(hit, found):
        return None  # "a proposal the union rejected", "a request, which the judge denied"
    if not found["that"] and noun and not _NAMING.match(found["who"]):
        return None  # "a company spokesman denied"
    told = None if noun else scope.report_noun().search(hit.text, found.start() - _NOUN, found.start())
    if told and told.end() == found.start():
        return Target("anaphor", anaphor=told.span())  # "the allegations, which he denies"
    if not noun and not has_verb(hit.text, hit.left, found.start()):
        return None  # "the story, which he denies"
    return Target("relative", scope=(hit.left, found.start()), anaphor=found.span("np"))


def _is_refusal(hit: Hit, found: re.Match[str]) -> bool:
    """Whether what was denied is something asked for: "a request, which the judge denied"."""
    last = scope.WORD.findall(hit.text, max(hit.left, found.start() - _NOUN), found.start())[-1:]
    return not {found["noun"], *last}.isdisjoint(load("stance_reports")["refused"]) or judged(hit)


def _is_last(hit: Hit) -> bool:
    """Whether a clause ends with the cue, or with when and where it was said."""
    return bool(_NO_MORE.match(hit.text, scope.skip_lead(hit.text, hit.end, hit.right), hit.right))


def _report(hit: Hit) -> Target | None:
    found = reports.report(hit.text, hit.end, hit.right)
    if found is None and hit.rule.loose:
        return scope.phrase(hit.text, hit.end, hit.right)
    if found is None and hit.match[0].lower().startswith("disput"):
        return scope.pronoun(hit.text, hit.end, hit.right) or _relative(hit)
    if found and found.anaphor and hit.rule.name != "retraction" and _soft().search(hit.text, *found.anaphor):
        return None
    if found and found.anaphor and judged(hit):
        return None
    return found or _relative(hit)


def _clause(hit: Hit) -> Target | None:
    if _OPENED.search(hit.match[0]):
        return scope.rest(hit.text, hit.end, hit.right)
    return scope.clause(hit.text, hit.end, hit.right) or scope.zero_clause(hit.text, hit.end, hit.right)


def _about_report(hit: Hit) -> Target | None:
    """A report, clause or gerund behind the cue, no other thing: "skeptical of claims that P"."""
    text, end = hit.text, hit.right
    link = _LINK.match(text, hit.end, end)
    start = link.end() - 1 if link else hit.end
    for find in (scope.clause, reports.report, scope.gerund):
        if found := find(text, start, end):
            return found
    found = scope.phrase(text, start, end)
    return found if found and found.scope and documents().search(text, *found.scope) else None


def _clause_or_gerund(hit: Hit) -> Target | None:
    link = re.compile(r"\s+to\s+").match(hit.text, hit.end, hit.right)
    return _clause(hit) or scope.gerund(hit.text, link.end() if link else hit.end, hit.right)


def _clause_or_phrase(hit: Hit) -> Target | None:
    return _clause(hit) or scope.phrase(hit.text, hit.end, hit.right)


def _about(hit: Hit) -> Target | None:
    text, end = hit.text, hit.right
    if _OPENED.search(hit.match[0]):
        return scope.rest(text, hit.end, end)
    if found := scope.clause(text, hit.end, end) or reports.report(text, hit.end, end):
        return found
    if hit.rule.name == "no-comment" and _FROM.match(text, hit.end, end):
        return Target("unscoped")
    link = _LINK.match(text, scope.skip_lead(text, hit.end, end), end)
    start = link.end() if link else hit.end
    if hit.rule.name == "no-evidence" and _DETAIL.match(text, start, end):
        return None  # "no indication of exactly where": a detail, not whether
    if hit.rule.name == "no-comment" and _REACTS.search(hit.match[0]) and not _unanswered(hit):
        return None
    if hit.rule.name == "no-comment" and (asked := _question(hit)):
        return asked
    if hit.rule.name == "no-comment" and _request().search(text, hit.start, end):
        return _asked(hit)
    finds = (scope.pronoun, scope.clause, scope.gerund, reports.report, scope.phrase)
    for find in finds if link or hit.rule.name == "no-evidence" else finds[:-1]:
        if found := find(text, start, end):
            return found
    return Target("unscoped")


@cache
def _request() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('stance_pseudo')['requests'])}{END}", re.IGNORECASE)


def _unanswered(hit: Hit) -> bool:
    """Whether it is a question that was not responded to, and not a treatment."""
    after = hit.text[hit.end : hit.right]
    reported = _TO_REPORT.match(after)
    if reported and scope.report_noun().match(reported["noun"]):
        return True
    return bool(_request().search(after)) or bool(_ENDS.match(after)) or "immediately" in hit.match[0].lower()


def _question(hit: Hit) -> Target | None:
    """Find P in "Asked whether P, she declined to comment"."""
    asked = _ASKED.search(hit.text, hit.left, hit.group.start)
    comma = hit.text.find(",", asked.end(), hit.group.start) if asked else -1
    return scope.rest(hit.text, asked.end(), comma) if asked and comma > 0 else None


def _asked(hit: Hit) -> Target:
    """Find what a request for comment was about, if that is told."""
    about = _SUBJECT_OF_REQUEST.search(hit.text, hit.start, hit.right)
    pos = about.end() - 1 if about else 0
    found = about and (reports.report(hit.text, pos, hit.right) or scope.phrase(hit.text, pos, hit.right))
    return found or Target("unscoped")


# "It is not accurate to say that P".


_STANDS_FIRST = re.compile(r"(?:^|[.!?:”\"\n])\s*$")
_ENDS_THERE = re.compile(r"[,.!]+[”\"’][^“”\"\n.]*(?:\.|\n|$)")


def _exclaimed(hit: Hit) -> Target | None:
    """What was told before, where the quotation is a verdict and nothing else in the sentence is quoted."""
    before = hit.text[max(0, hit.start - 30) : hit.start - 1]
    if not _STANDS_FIRST.search(before) or not _ENDS_THERE.match(hit.text, hit.end):
        return None
    return Target("anaphor", anaphor=(hit.start, hit.end))


_SUCH = re.compile(r"\bno\s+(?P<such>such\s+(?!thing\s+as\b|luck\b)[\w’'-]+)", re.IGNORECASE)


def _such(hit: Hit) -> Target | None:
    """What "no such plan" takes up; "no such thing as" and "no such luck" take up nothing."""
    match = _SUCH.search(hit.text, hit.start, hit.right)
    return Target("anaphor", anaphor=match.span("such")) if match else None


def _call(hit: Hit) -> Target | None:
    """Find what is called so: "called the claims a lie", "dismissed as lies the claims"."""
    text, (start, end) = hit.text, hit.match.span("np")
    if hit.passive:
        return reports.preceding(text, hit.left, hit.group.start)
    if not text[start:end].strip(" “\"‘'"):
        pos = hit.end + (text[hit.end : hit.end + 1] in '”"’')
        return reports.report(text, pos, hit.right) if text[start - 4 : hit.end].count(" as ") else None
    if found := scope.pronoun(text, start - 1, end) or reports.report(
        text, start - 1, _object_end(text, start, end)
    ):
        return found
    return None if scorned(hit) else _called(text, start, _object_end(text, start, end))


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
        found = reports.report(hit.text, link.end(), hit.right) or scope.phrase(
            hit.text, link.end(), hit.right
        )
    return found or Target("unscoped")


@cache
def _soft() -> re.Pattern[str]:
    return re.compile(rf"\b{either(load('stance_reports')['soft'])}$", re.IGNORECASE)


def _condition(hit: Hit) -> Target:
    return Target("anaphor", anaphor=hit.match.span("np"))


_FRAMES: dict[str, Callable[[Hit], Target | None]] = {
    "such": _such,
    "exclaimed": _exclaimed,
    "object": _object,
    "report": _report,
    "clause": _clause,
    "clause-or-gerund": _clause_or_gerund,
    "clause-or-phrase": _clause_or_phrase,
    "about": _about,
    "about-report": _about_report,
    "subject": in_front,
    "labelled": labelled,
    "call": _call,
    "denial": _denial,
    "condition": _condition,
}
