"""Reports as targets of a stance: what a claim, rumour or allegation says, or the words that refer to it."""

from __future__ import annotations

import re
from functools import cache

from tui.language.clauses import is_finite
from tui.language.lexicon import load
from tui.language.stance_holder import subject
from tui.language.stance_phrases import END, either
from tui.language.stance_scope import (
    LEAST,
    WORD,
    Target,
    bare_clause,
    bounds,
    clause_end,
    report_noun,
    report_words,
    scoped,
    skip_lead,
    trimmed,
)

_ADDING = frozenset({"saying", "stating", "claiming", "asserting"})
_REPLY = re.compile(
    r"[“\"]?(?:he|she|it|they|we|I)\s[^.,;:]{0,25}?(?:\b(?:never|not|no)\b|n[’']t\b)|[“\"]?(?:he|she|it|they|we|I)\s+[“\"](?:never|not|no)\b",
    re.IGNORECASE,
)
_MAKERS = frozenset({"he", "she", "they", "it", "we", "i", "you"})


@cache
def _phrase() -> re.Pattern[str]:
    """A noun phrase whose head is a report: "the US allegations", "all of these media reports"."""
    word = rf"(?!{bounds('not-premodifier')})[\w’'“”\"&.-]+"
    nouns = either(report_words()["nouns"])
    some = rf"(?:(?:that|those)\s+)?(?:{bounds('quantities')}\s+)?(?:{word}\s+){{0,6}}?"
    return re.compile(rf"\s*(?P<np>{some}{nouns}{END}(?:\s+(?:and\s+)?{nouns}{END})*)", re.IGNORECASE)


@cache
def _join() -> re.Pattern[str]:
    """What joins a report to what it says, with an insertion ("claims by the union that …")."""
    return re.compile(
        rf"\s*(?:(?P<join>{either(report_words()['joins'])})\b"
        rf"|,?\s*{bounds('making')}[^.,;:!?\n”]{{1,50}}?\s(?P<late>{bounds('late-joins')}))(?:\s+that\b)?\s*",
        re.IGNORECASE,
    )


@cache
def _describing() -> re.Pattern[str]:
    return re.compile(bounds("describing"), re.IGNORECASE)


def report(text: str, pos: int, end: int) -> Target | None:
    """A report at `pos`: what it says if that follows ("rumours that P"), else the words that name it."""
    match = _phrase().match(text, skip_lead(text, pos, end), end)
    if not match:
        return None
    noun = match["np"].split()[-1]
    return _said(text, noun, match.end(), end) or Target("anaphor", anaphor=match.span("np"))


def said(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What the first report named in text[start:end] says, if it is said there."""
    for noun in report_noun().finditer(text, start, end):
        found = _said(text, noun[0], noun.end(), end)
        if found and found.scope:
            return found.scope
    return None


def _said(text: str, noun: str, pos: int, end: int) -> Target | None:
    """What a report that ends at `pos` says."""
    match = _join().match(text, pos, end)
    if match and _tells(text, noun, match, end):
        target = scoped("nominal-object", text, match.end(), end)
        return target if target and target.scope and target.scope[1] - target.scope[0] > LEAST else None
    return None if match or _handled(text, pos, end) else bare_clause(text, pos, end)


def _handled(text: str, pos: int, end: int) -> bool:
    """Whether a pronoun behind a report tells what someone did with it: "a claim he repeated"."""
    following = [word.lower() for word in WORD.findall(text, pos, min(end, pos + 40))[:4]]
    by_pronoun = bool(following) and following[0] in _MAKERS
    return by_pronoun and not set(report_words()["made"]).isdisjoint(following[1:])


def _tells(text: str, noun: str, join: re.Match[str], end: int) -> bool:
    """Whether "that …" or "of …" behind a report is what it says, and not what describes it."""
    word = (join["join"] or join["late"]).lower()
    if word == "of" and noun.lower() not in report_words()["with-of"]:
        return False
    if word in _ADDING and _REPLY.match(text, join.end(), end):
        return False  # "denied the allegation saying he never met her"
    if word != "that":
        return True
    if noun.lower() not in report_words()["with-that"] or _describing().match(text, join.end(), end):
        return False
    last = WORD.findall(text, join.end(), clause_end(text, join.end(), end))
    return not last or len(last) > 4 or last[-1].lower() not in report_words()["made"]


def preceding(text: str, start: int, stop: int) -> Target | None:
    """A report in front of a cue: "Rumours that P [were false]", "This report [is a lie]", "It [is fake]"."""
    if match := _last_pronoun().search(text, start, stop):
        return Target("anaphor", anaphor=match.span("np"))
    nouns = list(report_noun().finditer(text, start, stop))
    for noun in nouns:
        match = _join().match(text, noun.end(), stop)
        if match and _tells(text, noun[0], match, stop):
            end = min(stop, clause_end(text, match.end(), stop))
            if end - match.end() > LEAST and _bridged(text[end:stop]):
                return Target("nominal-object", scope=(match.end(), trimmed(text, match.end(), end)))
        opens = noun.start() == start or noun[0].islower()  # not "the NBC News president"
        if not match and opens and noun[0].lower() in report_words()["with-that"]:
            bare = bare_clause(text, noun.end(), stop)
            if bare and bare.scope and _bridged(text[bare.scope[1] : stop]):
                return bare
    for noun in reversed(nouns):
        if _plain_insertion(text, noun.end(), stop):
            place = subject(text, start, noun.end())
            return Target("anaphor", anaphor=_demonstrated(text, place)) if place else None
    return None


def _demonstrated(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The noun phrase from its last determiner on."""
    words = list(WORD.finditer(text, *place))
    starts = [w.start() for w in words[:-1] if w[0].lower() in load("stance_holders")["demonstratives"]]
    return (starts[-1] if starts else place[0]), place[1]


def _bridged(between: str) -> bool:
    """Whether a clause runs up to the verb, but for an insertion between commas."""
    gap = between.strip()
    return not gap.strip('”"’,') or (gap.startswith(",") and gap.endswith(","))


def _plain_insertion(text: str, pos: int, stop: int) -> bool:
    """Whether nothing but a short phrase or a relative clause lies between a noun and its verb."""
    between = text[pos:stop]
    if not between.strip():
        return True
    if between.startswith(",") and between.rstrip().endswith(","):
        return True
    words = WORD.findall(between)
    return (
        len(words) <= 8
        and not re.search(r"[,;:—.“”\"]", between)
        and not any(is_finite(w.lower()) for w in words)
    )


@cache
def _last_pronoun() -> re.Pattern[str]:
    """A pronoun at the end; "that" inside a clause is a conjunction or a relative pronoun and none."""
    pronouns = either([word for word in report_words()["pronouns"] if word not in {"that", "so"}])
    that = r"(?:(?<![\w,] )|(?<=[,;:—] )|(?<=said )|(?<=says )|(?<=say )|(?<=knew )|(?<=but )|(?<=and ))that"
    return re.compile(
        rf"(?<![\w’'-])(?P<np>{pronouns}|{that})(?=(?:[’'][a-z]+)?\s*$)",
        re.IGNORECASE,
    )
