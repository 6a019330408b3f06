"""What a stance cue applies to: a clause, a gerund, a noun phrase, a pronoun.

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
from tui.language.stance_phrases import END, either, forms, longest_first

_DETERMINER = re.compile(
    r"(?:the|a|an|his|her|its|their|our|my|this|that|these|those|any|all|some|no|he|she|it|they|we|there)\b"
)
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_THAT = re.compile(
    r"\s*,?\s*(?:that(?!\s+(?:is|was|would|will|has|can|could|should|way|much|far|many|hard|often)\b|[’']s)|whether|if)\b(?!\s*[,.;:!?”\"])\s*",
    re.IGNORECASE,
)
_INSERTED = re.compile(r",\s+(?:who|which|whose)\b[^,;.]{0,200},")  # between a subject and its verb
_LEAST_WORDS = 2  # of a clause
LEAST = 3  # characters: anything shorter says nothing


def bounds(name: str) -> str:
    """Match any word of a list of ``stance_bounds.toml``, to be used inside a larger expression."""
    return either(load("stance_bounds")[name]) + r"\b"


@cache
def _lead() -> re.Pattern[str]:
    """Circumstances between a verb and its object: "denied on Friday in a statement that …"."""
    day = rf"(?:(?:on|late|early)\s+){{0,2}}{bounds('days')}(?:\s+(?:morning|evening|night|afternoon))?"
    medium = rf"(?:in|through|via|at)\s+(?:an?|the|his|her|its)\s+(?:\w+\s+){{0,2}}?{bounds('media')}"
    adverb = either(forms("adverb")) + END
    return re.compile(
        rf"(?:\s*,?\s*(?:{day}|{medium}|{bounds('audience')}|{adverb})){{1,3}}(?=[\s,])", re.IGNORECASE
    )


@cache
def _clause_end() -> re.Pattern[str]:
    """Where a clause ends although the sentence goes on."""
    titles = r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|Ms|Lt|St)\.)(?<!\b(?:Mrs|Gen|Rep|Sen|Gov|Col|Sgt)\.)"
    months = r"(?<!\b(?:Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec)\.)(?<!\bSept\.)"
    return re.compile(
        r"[;!?\n]|\s[–—-]\s|—|:\s"
        rf"|,\s+(?=and\s+(?:[\w’'.-]+\s+){{1,5}}?{bounds('verbs')})"
        rf"|,\s*[”\"]?\s*(?={bounds('after-comma')})|\s(?={bounds('after-space')}|and\s+(?:later\s+)?{either(forms('say'))}\b"
        r"|and\s+(?:an?|the)\s+(?:[\w’'.-]+\s+){1,7}?(?:said|says|told)\b)"
        rf"|\.(?=\s|$|[”\"]){titles}{months}",
        re.IGNORECASE,
    )


@cache
def _phrase_end() -> re.Pattern[str]:
    return re.compile(
        rf",|\s(?=(?:and\s+[a-z]+ed\s|{bounds('phrase')}|(?:on\s+)?{bounds('days')}))", re.IGNORECASE
    )


@cache
def _tail() -> re.Pattern[str]:
    """Match ", police said", ", said police": the speaker named behind the clause."""
    say = either(forms("say"))
    return re.compile(
        rf",\s*[”\"]?\s*(?:(?:[\w’'.-]+\s+){{1,7}}?{say}|{say}(?:\s+[\w’'.-]+){{1,7}}){END}", re.IGNORECASE
    )


@cache
def _not_object() -> re.Pattern[str]:
    return re.compile(bounds("not-object"), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a cue applies to: `scope` says it, `anaphor` refers to it (offsets).  `kind` names the form."""

    kind: str
    scope: tuple[int, int] | None = None
    anaphor: tuple[int, int] | None = None


@cache
def report_words() -> dict[str, tuple[str, ...]]:
    """The lists of ``stance_reports.toml``, longest words first."""
    return {name: longest_first(words) for name, words in load("stance_reports").items()}


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?P<np>{either(report_words()['pronouns'])})(?=\s*(?:[.,;:!?”\"’—–)]|$)|\s+(?:and|but|on|in|as|when|after|to|at|was|is|or|because|with|during)\b)",
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
    return trimmed(text, pos, limit)


def phrase_end(text: str, pos: int, end: int) -> int:
    """Where the noun phrase that begins at `pos` ends."""
    limit = clause_end(text, pos, end)
    stop = _phrase_end().search(text, pos, limit)
    return trimmed(text, pos, stop.start() if stop else limit)


def clause(text: str, pos: int, end: int) -> Target | None:
    """A clause that "that", "whether", "why" … opens at `pos`."""
    if text[pos : pos + 1] in ("”", '"'):
        pos += 1  # "no reason to believe" that …
    start = skip_lead(text, pos, end)
    match = _THAT.match(text, start, end)
    if match and start == pos and "," in match[0]:
        return None  # "the story, which he denies, that …": it goes on about the story
    if match and report_noun().match(text, match.end(), end):
        return None  # "that claim"
    found = scoped("complement", text, match.end(), end) if match else None
    if found and found.scope and len(text[slice(*found.scope)].split()) < _LEAST_WORDS:
        return None  # "that possibility"
    return found


_FURTHER = re.compile(r"\s*,?\s+(?:and|or|nor)\s+that\s+(?P<first>[\w’'-]+)", re.IGNORECASE)


def further(text: str, pos: int, end: int) -> Target | None:
    """Another clause that "and that" joins to the one that ends at `pos`."""
    match = _FURTHER.match(text, pos, end)
    if match is None or is_finite(match["first"].lower()):
        return None  # "and that means"
    return scoped("complement", text, match.start("first"), end)


def rest(text: str, pos: int, end: int) -> Target | None:
    """The clause that begins at `pos`."""
    return scoped("complement", text, pos, end)


def pronoun(text: str, pos: int, end: int) -> Target | None:
    """A bare "it", "this", "them" at `pos`."""
    match = _pronoun().match(text, skip_lead(text, pos, end), end)
    return Target("anaphor", anaphor=match.span("np")) if match else None


def bare_clause(text: str, pos: int, end: int) -> Target | None:
    """Find a subject and a finite verb right behind: "reports the mayor had resigned"."""
    words = list(WORD.finditer(text, pos, min(end, pos + 80)))[:7]
    if not words or text[pos : words[0].start()].strip():
        return None
    if not (words[0][0][0].isupper() or _DETERMINER.match(words[0][0].lower())):
        return None
    joined = next((i for i, word in enumerate(words) if word[0].lower() in {"and", "or", "but"}), len(words))
    stop = words[max(joined - 1, 0)].end()
    if re.search(r"[,;:.](?=\s)", text[pos:stop]) or not has_verb(text, words[0].end(), stop):
        return None
    return scoped("nominal-object", text, words[0].start(), end)


def zero_clause(text: str, pos: int, end: int) -> Target | None:
    """A clause that lacks its "that": "admitted he had lied"."""
    target = bare_clause(text, skip_lead(text, pos, end), end)
    return Target("complement", scope=target.scope) if target else None


def gerund(text: str, pos: int, end: int) -> Target | None:
    """An object in -ing: "denied supplying weapons", "denied ever having met her"."""
    start = skip_lead(text, pos, end)
    bounds = load("stance_bounds")
    for word in list(WORD.finditer(text, start, min(end, start + 60)))[:3]:
        low = word[0].lower()
        if text[start : word.start()].strip():
            return None
        if low.endswith("ing") and len(low) > 4 and low not in bounds["not-gerund"]:
            return scoped("gerund-object", text, start, end)
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
    if bare_clause(text, start, end):
        return scoped("complement", text, start, end)
    stop = phrase_end(text, start, end)
    return Target("nominal-object", scope=(start, stop)) if stop - start > 2 else None


@cache
def report_noun() -> re.Pattern[str]:
    """Match a noun that names a report."""
    return re.compile(rf"(?<![\w-]){either(report_words()['nouns'])}{END}", re.IGNORECASE)


def scoped(kind: str, text: str, pos: int, end: int) -> Target | None:
    """The clause that begins at `pos` as a target, None if there is none."""
    while pos < end and text[pos].isspace():
        pos += 1
    stop = clause_end(text, pos, end)
    inserted = _INSERTED.match(text, stop, end)
    if inserted and not has_verb(text, pos, stop):
        stop = clause_end(text, inserted.end(), end)
    return Target(kind, scope=(pos, stop)) if stop > pos else None


def trimmed(text: str, pos: int, end: int) -> int:
    """The end of text[pos:end] without the punctuation that closes it."""
    while end > pos and text[end - 1] in ' \t\n ,.;:–—”"':
        end -= 1
    if text[end : end + 1] == "”" and text.rfind("“", pos, end) > text.rfind("”", pos, end):
        return end + 1
    return end
