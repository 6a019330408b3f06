"""What a stance cue applies to: a clause, a gerund, a noun phrase, a report and what it says.

All functions take text and offsets and look at text[pos:end] only, where `end` is the end of the
sentence or of the quotation the cue stands in.  Nothing is parsed: the ends of clauses and noun phrases
are closed-class words and punctuation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tui.language.clauses import has_verb, is_finite
from tui.language.lexicon import load
from tui.language.stance_holder import subject
from tui.language.stance_phrases import END, either, forms, longest_first

_DETERMINER = re.compile(
    r"(?:the|a|an|his|her|its|their|our|my|this|that|these|those|any|all|some|no|he|she|it|they|we|there)\b"
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_THAT = re.compile(
    r"\s*,?\s*(?:that(?!\s+(?:is|was|would|will|has|can|could|should)\b|[’']s)|whether|if)\b(?!\s*[,.;:!?”\"])\s*",
    re.IGNORECASE,
)
_INSERTED = re.compile(r",\s+(?:who|which|whose)\b[^,;.]{0,200},")  # between a subject and its verb
_OPENS = re.compile(r"[\w“\"‘'$£€]")
_LEAST_WORDS = 2  # of a clause
_LEAST = 3  # characters: anything shorter says nothing


def _bounds(name: str) -> str:
    return either(load("stance_bounds")[name]) + r"\b"


@cache
def _lead() -> re.Pattern[str]:
    """Circumstances between a verb and its object: "denied on Friday in a statement that …"."""
    day = rf"(?:(?:on|late|early)\s+){{0,2}}{_bounds('days')}(?:\s+(?:morning|evening|night|afternoon))?"
    medium = rf"(?:in|through|via|at)\s+(?:an?|the|his|her|its)\s+(?:\w+\s+){{0,2}}?{_bounds('media')}"
    adverb = either(forms("adverb")) + END
    return re.compile(
        rf"(?:\s*,?\s*(?:{day}|{medium}|{_bounds('audience')}|{adverb})){{1,3}}(?=[\s,])", re.IGNORECASE
    )


@cache
def _clause_end() -> re.Pattern[str]:
    """Where a clause ends although the sentence goes on."""
    titles = r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|Ms|Lt|St)\.)(?<!\b(?:Mrs|Gen|Rep|Sen|Gov|Col|Sgt)\.)"
    months = r"(?<!\b(?:Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec)\.)(?<!\bSept\.)"
    return re.compile(
        r"[;!?\n]|\s[–—-]\s|—|:\s"
        rf"|,\s+(?=and\s+(?:[\w’'.-]+\s+){{1,5}}?{_bounds('verbs')})"
        rf"|,\s*[”\"]?\s*(?={_bounds('after-comma')})|\s(?={_bounds('after-space')}|and\s+(?:later\s+)?{either(forms('say'))}\b"
        r"|and\s+(?:an?|the)\s+(?:[\w’'.-]+\s+){1,7}?(?:said|says|told)\b)"
        rf"|\.(?=\s|$|[”\"]){titles}{months}",
        re.IGNORECASE,
    )


@cache
def _phrase_end() -> re.Pattern[str]:
    return re.compile(rf",|\s(?=(?:{_bounds('phrase')}|(?:on\s+)?{_bounds('days')}))", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    """Match ", police said", ", said police": the speaker named behind the clause."""
    say = either(forms("say"))
    return re.compile(
        rf",\s*[”\"]?\s*(?:(?:[\w’'.-]+\s+){{1,7}}?{say}|{say}(?:\s+[\w’'.-]+){{1,7}}){END}", re.IGNORECASE
    )


@cache
def _not_object() -> re.Pattern[str]:
    return re.compile(_bounds("not-object"), re.IGNORECASE)


@cache
def _describing() -> re.Pattern[str]:
    return re.compile(_bounds("describing"), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a cue applies to: `scope` says it, `anaphor` refers to it (offsets).  `kind` names the form."""

    kind: str
    scope: tuple[int, int] | None = None
    anaphor: tuple[int, int] | None = None


@cache
def _reports() -> dict[str, tuple[str, ...]]:
    return {name: longest_first(words) for name, words in load("stance_reports").items()}


@cache
def _phrase() -> re.Pattern[str]:
    """A noun phrase whose head is a report: "the US allegations", "all of these media reports"."""
    word = rf"(?!{_bounds('not-premodifier')})[\w’'“”\"&.-]+"
    nouns = either(_reports()["nouns"])
    some = rf"(?:(?:that|those)\s+)?(?:{_bounds('quantities')}\s+)?(?:{word}\s+){{0,6}}?"
    return re.compile(rf"\s*(?P<np>{some}{nouns}{END}(?:\s+(?:and\s+)?{nouns}{END})*)", re.IGNORECASE)


@cache
def _join() -> re.Pattern[str]:
    """What joins a report to what it says, with an insertion ("claims by the union that …")."""
    return re.compile(
        rf"\s*(?:(?P<join>{either(_reports()['joins'])})\b"
        rf"|,?\s*{_bounds('making')}[^.,;:!?\n”]{{1,50}}?\s(?P<late>{_bounds('late-joins')}))(?:\s+that\b)?\s*",
        re.IGNORECASE,
    )


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?P<np>{either(_reports()['pronouns'])})(?=\s*(?:[.,;:!?”\"’—–)]|$)|\s+(?:and|but|on|in|as|when|after|to|at|was|is|or|because|with|during)\b)",
        re.IGNORECASE,
    )


def skip_lead(text: str, pos: int, end: int) -> int:
    """The offset behind the adverbs and circumstances that stand between a verb and its object."""
    match = _lead().match(text, pos, end)
    return match.end() if match else pos


def clause_end(text: str, pos: int, end: int) -> int:
    """Where the clause that begins at `pos` ends."""
    stop = _clause_end().search(text, pos, end)
    limit = stop.start() if stop else end
    tail = _tail().search(text, pos, end)
    if tail and tail.start() < limit:
        limit = tail.start()
    return _trim_end(text, pos, limit)


def phrase_end(text: str, pos: int, end: int) -> int:
    """Where the noun phrase that begins at `pos` ends."""
    limit = clause_end(text, pos, end)
    stop = _phrase_end().search(text, pos, limit)
    return _trim_end(text, pos, stop.start() if stop else limit)


def clause(text: str, pos: int, end: int) -> Target | None:
    """A clause that "that", "whether", "why" … opens at `pos`."""
    match = _THAT.match(text, skip_lead(text, pos, end), end)
    if match and _noun().match(text, match.end(), end):
        return None  # "that claim"
    found = _scope("complement", text, match.end(), end) if match else None
    if found and found.scope and len(text[slice(*found.scope)].split()) < _LEAST_WORDS:
        return None  # "that possibility"
    return found


def rest(text: str, pos: int, end: int) -> Target | None:
    """The clause that begins at `pos`."""
    return _scope("complement", text, pos, end)


def pronoun(text: str, pos: int, end: int) -> Target | None:
    """A bare "it", "this", "them" at `pos`."""
    match = _pronoun().match(text, skip_lead(text, pos, end), end)
    return Target("anaphor", anaphor=match.span("np")) if match else None


def report(text: str, pos: int, end: int) -> Target | None:
    """A report at `pos`: what it says if that follows ("rumours that P"), else the words that name it."""
    match = _phrase().match(text, skip_lead(text, pos, end), end)
    if not match:
        return None
    noun = match["np"].split()[-1]
    return _said(text, noun, match.end(), end) or Target("anaphor", anaphor=match.span("np"))


def _said(text: str, noun: str, pos: int, end: int) -> Target | None:
    """What a report that ends at `pos` says."""
    match = _join().match(text, pos, end)
    if match and _tells(text, noun, match, end):
        target = _scope("nominal-object", text, match.end(), end)
        return target if target and target.scope and target.scope[1] - target.scope[0] > _LEAST else None
    return None if match else _zero_that(text, pos, end)


def _tells(text: str, noun: str, join: re.Match[str], end: int) -> bool:
    """Whether "that …" or "of …" behind a report is what it says, and not what describes it."""
    word = (join["join"] or join["late"]).lower()
    if word == "of" and noun.lower() not in _reports()["with-of"]:
        return False
    if word != "that":
        return True
    if noun.lower() not in _reports()["with-that"] or _describing().match(text, join.end(), end):
        return False
    last = _WORD.findall(text, join.end(), clause_end(text, join.end(), end))
    return not last or len(last) > 4 or last[-1].lower() not in _reports()["made"]


def _zero_that(text: str, pos: int, end: int) -> Target | None:
    """Find a subject and a finite verb right behind: "reports the mayor had resigned"."""
    words = list(_WORD.finditer(text, pos, min(end, pos + 80)))[:7]
    if not words or text[pos : words[0].start()].strip():
        return None
    if not (words[0][0][0].isupper() or _DETERMINER.match(words[0][0].lower())):
        return None
    stop = words[-1].end()
    if re.search(r"[,;:.](?=\s)", text[pos:stop]) or not has_verb(text, words[0].end(), stop):
        return None
    return _scope("nominal-object", text, words[0].start(), end)


def zero_clause(text: str, pos: int, end: int) -> Target | None:
    """A clause that lacks its "that": "admitted he had lied"."""
    target = _zero_that(text, skip_lead(text, pos, end), end)
    return Target("complement", scope=target.scope) if target else None


def gerund(text: str, pos: int, end: int) -> Target | None:
    """An object in -ing: "denied supplying weapons", "denied ever having met her"."""
    start = skip_lead(text, pos, end)
    bounds = load("stance_bounds")
    for word in list(_WORD.finditer(text, start, min(end, start + 60)))[:3]:
        low = word[0].lower()
        if text[start : word.start()].strip():
            return None
        if low.endswith("ing") and len(low) > 4 and low not in bounds["not-gerund"]:
            return _scope("gerund-object", text, start, end)
        if low not in bounds["before-gerund"]:
            return None
    return None


def phrase(text: str, pos: int, end: int) -> Target | None:
    """Any other object: a clause without "that", or a noun phrase."""
    start = skip_lead(text, pos, end)
    while start < end and text[start].isspace():
        start += 1
    if (
        start >= end
        or not (text[start].isalnum() or text[start] in "“\"‘'$£€")
        or _not_object().match(text, start, end)
    ):
        return None
    if _zero_that(text, start, end):
        return _scope("complement", text, start, end)
    stop = phrase_end(text, start, end)
    return Target("nominal-object", scope=(start, stop)) if stop - start > 2 else None


def preceding(text: str, start: int, stop: int) -> Target | None:
    """A report in front of a cue: "Rumours that P [were false]", "This report [is a lie]", "It [is fake]"."""
    if match := _last_pronoun().search(text, start, stop):
        return Target("anaphor", anaphor=match.span("np"))
    nouns = list(_noun().finditer(text, start, stop))
    for noun in nouns:
        match = _join().match(text, noun.end(), stop)
        if match and _tells(text, noun[0], match, stop):
            end = min(stop, clause_end(text, match.end(), stop))
            if end - match.end() > _LEAST and _bridged(text[end:stop]):
                return Target("nominal-object", scope=(match.end(), _trim_end(text, match.end(), end)))
    for noun in reversed(nouns):
        if _plain_insertion(text, noun.end(), stop):
            place = subject(text, start, noun.end())
            return Target("anaphor", anaphor=_demonstrated(text, place)) if place else None
    return None


def _demonstrated(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The noun phrase from its last determiner on."""
    words = list(_WORD.finditer(text, *place))
    starts = [w.start() for w in words[:-1] if w[0].lower() in load("stance_holders")["demonstratives"]]
    return (starts[-1] if starts else place[0]), place[1]


def _bridged(between: str) -> bool:
    """Whether a clause runs up to the verb, but for an insertion between commas."""
    gap = between.strip()
    return not gap.strip('”"’,') or (gap.startswith(",") and gap.endswith(","))


def said(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What the first report named in text[start:end] says, if it is said there."""
    for noun in _noun().finditer(text, start, end):
        found = _said(text, noun[0], noun.end(), end)
        if found and found.scope:
            return found.scope
    return None


def _plain_insertion(text: str, pos: int, stop: int) -> bool:
    """Whether nothing but a short phrase or a relative clause lies between a noun and its verb."""
    between = text[pos:stop]
    if not between.strip():
        return True
    if between.startswith(",") and between.rstrip().endswith(","):
        return True
    words = _WORD.findall(between)
    return (
        len(words) <= 8
        and not re.search(r"[,;:—.“”\"]", between)
        and not any(is_finite(w.lower()) for w in words)
    )


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){either(_reports()['nouns'])}{END}", re.IGNORECASE)


@cache
def _last_pronoun() -> re.Pattern[str]:
    """A pronoun at the end; "that" inside a clause is a conjunction or a relative pronoun and none."""
    pronouns = either([word for word in _reports()["pronouns"] if word not in {"that", "so"}])
    that = r"(?:(?<![\w,] )|(?<=[,;:—] )|(?<=said )|(?<=says )|(?<=knew )|(?<=but )|(?<=and ))that"
    return re.compile(
        rf"(?<![\w’'-])(?P<np>{pronouns}|{that})(?=(?:[’'][a-z]+)?\s*$)",
        re.IGNORECASE,
    )


def _scope(kind: str, text: str, pos: int, end: int) -> Target | None:
    while pos < end and text[pos].isspace():
        pos += 1
    stop = clause_end(text, pos, end)
    inserted = _INSERTED.match(text, stop, end)
    if inserted and not has_verb(text, pos, stop):
        stop = clause_end(text, inserted.end(), end)
    return Target(kind, scope=(pos, stop)) if stop > pos else None


def _trim_end(text: str, pos: int, end: int) -> int:
    while end > pos and text[end - 1] in ' \t\n ,.;:–—”"':
        end -= 1
    if text[end : end + 1] == "”" and text.rfind("“", pos, end) > text.rfind("”", pos, end):
        return end + 1
    return end


__all__ = [
    "Target",
    "clause",
    "clause_end",
    "gerund",
    "phrase",
    "phrase_end",
    "preceding",
    "pronoun",
    "report",
    "rest",
    "said",
    "skip_lead",
    "zero_clause",
]
