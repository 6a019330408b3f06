"""A cue as it stands in its sentence, and what makes a match no cue after all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tui.language import lexicon, verbs
from tui.language import stance_scope as scope
from tui.language.clauses import is_finite
from tui.language.lexicon import load
from tui.language.stance_holder import Group, listed, plain, subject
from tui.language.stance_phrases import END, either, forms
from tui.language.stance_rules import Rule
from tui.language.stance_scope import Target

_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_PERSON = re.compile(
    r"\s*(?:(?:him|us|me|you)\b|(?:her|them)\s+(?:a|an|the|any|access|entry|on|his|their|its|permission)\b)",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)$", re.IGNORECASE)
_GIVEN = re.compile(
    r"\s*(?P<what>(?:[\w’'-]+\s+){1,6}?)(?:(?P<to>to)\s+(?P<next>[\w’'-]+)|[“\"]?(?:a|an|their|its|his|her)\s+[\w-])"
)
_USE = re.compile(r"\s*(?:the\s+|(?-i:[A-Z])[\w-]*\s+)?use\s+of\b", re.IGNORECASE)
_DOUBLE = re.compile(r"\s*(?:[A-Z][\w’'.-]*\s+){1,3}(?:a|an|the|his|her|their|its)\s")
_PART = re.compile(
    r"\b(?:some|parts?|most|aspects|portions)\s+of\s*$|\b(?:in\s+part|partly|partially)\b", re.IGNORECASE
)
_TOPIC = re.compile(r"\s+(?:about|over|on|as\s+to|remain\w*|linger\w*|persist\w*|were|are|was|is|have|has)\b")
_TO_DO = re.compile(
    r"\b(?:to|should|must|can|could|would|will|might)\s+[a-z]+\b[^.;:“”\"]*\b(?:and|or|then)\b(?:[\s,]+\w+)?[\s,]*$"
    r"|\b(?:help(?:s|ed|ing)?|let|make|made)\s+(?:[\w’'-]+\s+){1,4}$"
)
_IN_GENERAL = re.compile(r"\s+(?!(?:that|too|and|but|because|said|says)\b)\w")
_NO_EVIDENCE = re.compile(
    r"(?:\b(?:no|not|without|any)|n[’']t)\b[^.;:,]{0,40}\b(?:evidence|proof)\s*(?P<that>\s(?:that|which)\s*)?$",
    re.IGNORECASE,
)
_SUPPOSED = 8  # words before a cue in which "if" or "whether" takes away its force


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


def void(hit: Hit, end: int) -> bool:
    """Whether negation, a modal verb, a condition or a question takes the stance away.

    `end` is the end of the cue's sentence.
    """
    if hit.group.any("negators") or _is_noun(hit) or _none().search(hit.text, hit.left, hit.group.start):
        return True
    if (
        _is_infinitive(hit)
        or _is_of_something_else(hit)
        or _wished().search(hit.text, hit.left, hit.group.start)
    ):
        return True
    asserted = hit.rule.stance in {"denies", "supports", "doubts"}
    if asserted and hit.group.any("irreal") and not hit.group.any("factual"):
        return True
    if hit.text[max(0, end - 4) : end].rstrip('”"’) ').endswith("?"):
        return True
    clause = re.split(r"[,;:—]", hit.text[max(hit.left, hit.group.start - 60) : hit.group.start])[-1]
    near = {plain(word) for word in _TOKEN.findall(clause)[-_SUPPOSED:]}
    return not listed("suppositions").isdisjoint(near) or bool(asserted and _unheld().search(clause))


def _is_infinitive(hit: Hit) -> bool:
    """Whether a base form is what somebody is to do: "need to stop and acknowledge", "help them confirm"."""
    word = plain(hit.match[0].split()[0])
    base, kinds = verbs.forms().get(word, ("", ""))
    if base != word or "b" not in kinds or not set(hit.group.words) <= set(forms("adverb")):
        return False
    return bool(_TO_DO.search(hit.text, hit.left, hit.group.start))


def _is_of_something_else(hit: Hit) -> bool:
    """Whether a cue only seems one: "true of many", "40 cases were confirmed", "no evidence confirming".

    So does "not any evidence that confirms".
    """
    if hit.rule.rule == "called-true" and _IN_GENERAL.match(hit.text, hit.end, hit.right):
        return True
    if "confirmed" in hit.match[0].lower() and _cases().search(hit.text, hit.left, hit.group.start):
        return True
    missing = _NO_EVIDENCE.search(hit.text, hit.left, hit.group.start)
    participle = hit.match[0].split()[0].lower().endswith("ing")
    return missing is not None and (participle or missing["that"] is not None)


def _is_noun(hit: Hit) -> bool:
    """Whether a would-be verb is a noun or adjective here: "little doubt that", "the contested report"."""
    word = hit.match[0].lower().split()[0]
    before = _TOKEN.findall(hit.text[max(hit.left, hit.start - 30) : hit.start])
    last = plain(before[-1]) if before else ""
    if word.startswith(("doubt", "question")):
        noun = not before or last in listed("noun-markers") or _TOPIC.match(hit.text, hit.end, hit.right)
        return bool(noun) and not hit.group.words
    if last == "than":
        return True
    bare = set(hit.group.words) <= {"on", *forms("adverb")}
    marker = _last_word(hit.text, hit.left, hit.group.start) if hit.group.words != ("on",) else last
    if word.endswith("ing") and bare and marker in listed("gerund-markers"):
        return True
    if word == "confirmed" and _counted().match(hit.text, hit.end, hit.right):
        return True
    modifier = last in listed("demonstratives") or last.endswith("'s") or last in {"now", "of"}
    modifier = modifier and {"has", "have", "had"}.isdisjoint(hit.group.words)  # "have all denied"
    return hit.rule.verb and word.endswith("ed") and modifier and not hit.passive


def _last_word(text: str, start: int, end: int) -> str:
    words = _TOKEN.findall(text, max(start, end - 30), end)
    return plain(words[-1]) if words else ""


def partial(hit: Hit, found: Target) -> bool:
    """Whether only some of it is meant: "some of the claims", "partly denied"."""
    place = found.anaphor or found.scope
    before = hit.text[max(hit.left, place[0] - 40) : place[0]] if place else ""
    return bool(_PART.search(before) or _PART.search(hit.text[hit.group.start : hit.end]))


def refused(hit: Hit) -> bool:
    """Tell refused from contradicted: "denied entry", "denied him a visa", "denied Smith a goal"."""
    text, start = hit.text, scope.skip_lead(hit.text, hit.end, hit.right)
    forms = (_PERSON, _DOUBLE, _USE, _refusal())
    if any(form.match(text, start, hit.right) for form in forms):
        return True
    return bool(_DENIES.search(hit.match[0])) and _is_kept_from(text, start, hit.right)


def _is_kept_from(text: str, start: int, end: int) -> bool:
    """Tell what is kept from somebody: "denied the widow her pension", "denied recognition to the party"."""
    given = _GIVEN.match(text, start, end)
    if given is None:
        return False
    words = given["what"].lower().split()
    closed = lexicon.words("grammar", "prepositions") | {"that", "and", "or", "to", "whether", "if"}
    if any(word in closed - {"and", "of"} or is_finite(word) or word.endswith("ing") for word in words):
        return False
    if given["to"]:
        return (
            "b" not in verbs.forms().get(given["next"].lower(), ("", ""))[1]
            and words[-1] not in load("stance_reports")["towards"]
        )
    return words[-1] not in closed and len(words) > (words[0] in lexicon.words("grammar", "determiners"))


def judged(hit: Hit) -> bool:
    """A court that dismisses a claim rules on it."""
    found = subject(hit.text, hit.left, hit.group.start)
    return bool(found and _judges().search(hit.text, *found))


def appoints(hit: Hit) -> bool:
    """A body that confirms a person appoints them."""
    found = subject(hit.text, hit.left, hit.group.start)
    body = found and re.search(
        rf"\b{either(load('stance_reports')['appointers'])}\b", hit.text[slice(*found)], re.IGNORECASE
    )
    return bool(body) and not scope.clause(hit.text, hit.end, hit.right)


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


def _pseudo(name: str) -> str:
    return either(load("stance_pseudo")[name])


@cache
def _none() -> re.Pattern[str]:
    return re.compile(rf"\b{_pseudo('none')}\s+(?:[\w’'-]+\s+){{1,4}}$", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\s+{_pseudo('counted')}\b", re.IGNORECASE)


@cache
def _wished() -> re.Pattern[str]:
    """Match "I pray that the report in the paper", up to the cue: no stance is taken, only wished for."""
    return re.compile(rf"\b{_pseudo('wishes')}\s+(?:that\s+)?[^.,;:“”\"]{{0,80}}$")


@cache
def _cases() -> re.Pattern[str]:
    return re.compile(rf"\b{_pseudo('counted')}\b(?:\s+(?:of|from)\s+[\w-]+)?\s*$", re.IGNORECASE)


@cache
def _unheld() -> re.Pattern[str]:
    claimed = rf"{_pseudo('claimed')}\s+(?:that\s+)?(?:it|this|they)\s*$"
    return re.compile(rf"\b(?:{_pseudo('unheld')}\b|{claimed})", re.IGNORECASE)
