"""The cue classes of ``lexicon/stance_cues.toml`` as rules, and which words of a text can trigger them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from tui.language.lexicon import load
from tui.language.stance_phrases import BEGIN, END, anchor, company_of, compiled, either
from tui.model import Stance


@dataclass(frozen=True, slots=True)
class Rule:
    """A class of cues; see the head of ``stance_cues.toml`` for the fields.

    `compiled` gives its pattern, made when it is first asked for: all of them take longer than an article.
    """

    name: str
    stance: Stance
    frame: str
    compiled: Callable[[], re.Pattern[str]]
    rule: str | None = None
    implicit: bool = False
    speech: bool = False
    verb: bool = False
    loose: bool = False
    report: bool = False
    own: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """What its cues look like."""
        return self.compiled()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A rule, by its index, and the word classes that have to be in the sentence for it to match."""

    rule: int
    company: frozenset[frozenset[str]] = frozenset()

    def fits(self, words: Set[str]) -> bool:
        """Whether a sentence of these words has one of each class."""
        return not any(map(words.isdisjoint, self.company))


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, those from the lexicon first."""
    return (*(_rule(name, table) for name, table in load("stance_cues").items()), *_built(), *_opposites())


@cache
def triggers() -> dict[str, tuple[Trigger, ...]]:
    """From a lower-case word to what it may be a cue of."""
    found: dict[str, set[Trigger]] = {}
    for index, rule in enumerate(rules()):
        for word, company in _anchors(rule.name):
            found.setdefault(word, set()).add(Trigger(index, company))
    return {word: tuple(sorted(held, key=lambda t: t.rule)) for word, held in found.items()}


def _rule(name: str, table: dict[str, Any]) -> Rule:
    return Rule(
        name,
        table["stance"],
        table["frame"],
        cache(partial(compiled, table["cues"])),
        rule=table.get("rule"),
        implicit=table.get("implicit", False),
        speech=table.get("speech", False),
        verb=table.get("verb", table["frame"] in {"object", "report"}),
        loose=table.get("loose", False),
        report=table.get("report", False),
        own=table.get("voice") == "article",
    )


def _anchors(name: str) -> Iterator[tuple[str, frozenset[frozenset[str]]]]:
    """The words that can trigger a rule, each with the company it needs."""
    if name in _BUILT_WORDS:
        phrases, company = _BUILT_WORDS[name]
        needed = {frozenset(_falsehoods(company))} if company else set()
        for phrase in phrases():
            *before, last = phrase.split()
            yield last, frozenset(needed | {frozenset([word]) for word in before if word.isalpha()})
        return
    for phrase in (
        pair(name)["counter"] if name.startswith("opposite-") else load("stance_cues")[name]["cues"]
    ):
        for form in anchor(phrase):
            yield form, company_of(phrase)


def _falsehoods(*names: str) -> list[str]:
    return [word for name in names for word in load("stance_falsehood")[name]]


def predicate(*names: str) -> str:
    """A falsehood word with what boosts it ("a complete lie"), not in front of a noun."""
    boosters = either(load("stance_falsehood")["boosters"])
    words = either(_falsehoods(*names))
    after = either(load("stance_bounds")["after-predicate"])
    guard = rf"(?=\s*(?:[.,;:!?”\"’)—–]|$|-\s)|\s+{after}\b)"
    return rf"(?:{boosters}\s+){{0,4}}?{words}{END}{guard}"


def _false() -> re.Pattern[str]:
    be = r"(?:(?:is|are|was|were|be)(?:\s+\w+ly)?|remains?|(?<=\w)[’'](?:s|re))"
    turned = (
        r"(?:turn(?:s|ed)?\s+out|prov(?:ed|en|es)|shown|exposed)\s+(?:(?:to\s+be|as|to\s+have\s+been)\s+)?"
    )
    been = r"(?:has|have|had)\s+(?:\w+\s+)?been\s+(?=debunked|fabricated|doctored|made)"
    words = predicate("adjectives", "nouns", "scorn", "mistaken")
    return re.compile(rf"{BEGIN}(?:{be}\s+|{turned}|{been})[“\"‘']?{words}", re.IGNORECASE)


def _hoax() -> re.Pattern[str]:
    return re.compile(
        rf"{BEGIN}(?:is|was|are|were|[’']s|turn(?:s|ed)?\s+out\s+to\s+be|proved\s+to\s+be|exposed\s+as)\s+{predicate('hoaxes')}",
        re.IGNORECASE,
    )


def _call() -> re.Pattern[str]:
    words = predicate("adjectives", "nouns", "scorn")
    belittled = predicate("adjectives", "nouns", "scorn", "dismissive")
    phrase = r"(?P<np>(?:(?!as\s|\w+ing\s+(?:the|this|that|it|these|those)\b)[\w’'“”\"&.,-]+\s+){0,14}?)"
    verdict = rf"(?:as\s+[“\"‘']?(?:[\w-]+\s+)?[“\"‘']?{belittled}|[“\"‘']?{words})"
    callers = either(_falsehoods("callers"))
    return re.compile(rf"(?<![\w’'-]){callers}\s+{phrase}{verdict}", re.IGNORECASE)


def _exclaimed() -> re.Pattern[str]:
    """A quotation that is nothing but a falsehood word: “Utter nonsense,” said the mayor."""
    boosters = either(load("stance_falsehood")["boosters"])
    words = either(_falsehoods("adjectives", "nouns"))
    return re.compile(rf"(?<=[“\"‘])(?:{boosters}\s+){{0,3}}{words}(?=[,.!]+[”\"’])", re.IGNORECASE)


def _label() -> re.Pattern[str]:
    words = either(_falsehoods("labels"))
    nouns = either(load("stance_reports")["nouns"])
    return re.compile(rf"(?<![\w’'-]){words}\s+(?:\w+\s+){{0,2}}?{nouns}{END}", re.IGNORECASE)


def _labelled_as() -> re.Pattern[str]:
    callers, words = either(_falsehoods("callers")), either(_falsehoods("labels"))
    return re.compile(rf"(?<![\w’'-]){callers}\s+as\s+[“\"‘']?{words}{END}[”\"’']?", re.IGNORECASE)


def _falsely() -> re.Pattern[str]:
    adverbs, verbs = either(_falsehoods("adverbs")), either(_falsehoods("verbs"))
    return re.compile(rf"(?<![\w’'-])(?:{adverbs}\s+{verbs}|{verbs}\s+{adverbs}){END}", re.IGNORECASE)


def _contrary() -> re.Pattern[str]:
    return re.compile(r"(?<![\w’'-])contrary\s+to\b", re.IGNORECASE)


def _denial() -> re.Pattern[str]:
    return re.compile(r"(?<![\w’'-])denials?(?!\s+of\s+service)(?![\w-])", re.IGNORECASE)


def _correction() -> re.Pattern[str]:
    earlier = r"an?\s+(?:earlier|previous|original)\s+version\s+of\s+(?:this|the)\s+\w+"
    this = r"this\s+(?:article|story|post|report)\s+(?:originally|previously|initially)"
    verbs = either(_falsehoods("corrected"))
    return re.compile(rf"(?:{earlier}|{this})\s+(?:\w+ly\s+)?{verbs}{END}", re.IGNORECASE)


def _retraction() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w’'-])(?:(?:has|have|was|were|had)\s+(?:\w+\s+)?(?:been\s+)?(?:retracted|withdrawn)"
        r"|retract(?:s|ed|ing)|withdr(?:ew|aws|awing))(?![\w-])",
        re.IGNORECASE,
    )


def _conditional() -> re.Pattern[str]:
    """Taken as a condition and held against something known: "if it is true, it would run counter to …"."""
    return re.compile(
        r"(?<![\w’'-])if\s+(?P<np>it|this|that|they|these|(?:the|this|these)\s+\w+)\s*(?:is|are|were|was|[’']s)\s+"
        r"(?:indeed\s+)?(?:true|accurate|correct|confirmed)"
        rf",?\s+[^.;?!\n]{{0,60}}?\bwould\s+(?:\w+ly\s+)?{either(_falsehoods('clashes'))}{END}",
        re.IGNORECASE,
    )


# The trigger words of the rules below, and the list one word of which has to be near.
_BUILT_WORDS: dict[str, tuple[Callable[[], list[str]], str | None]] = {
    "false": (lambda: _falsehoods("adjectives", "nouns", "scorn", "mistaken"), None),
    "hoax": (lambda: _falsehoods("hoaxes"), None),
    "exclaimed": (lambda: _falsehoods("adjectives", "nouns"), None),
    "call": (lambda: _falsehoods("adjectives", "nouns", "scorn", "dismissive"), "callers"),
    "label": (lambda: _falsehoods("labels"), None),
    "label-as": (lambda: _falsehoods("labels"), "callers"),
    "falsely": (lambda: _falsehoods("adverbs"), None),
    "contrary": (lambda: ["contrary"], None),
    "denial": (lambda: ["denial", "denials"], None),
    "correction": (lambda: ["version", "originally", "previously", "initially"], None),
    "conditional": (lambda: ["true", "accurate", "correct", "confirmed"], None),
    "retraction": (
        lambda: ["retracted", "retracts", "retracting", "withdrawn", "withdrew", "withdraws", "withdrawing"],
        None,
    ),
}


def _built() -> tuple[Rule, ...]:
    """Rules whose form is more than a list of phrases."""
    return (
        Rule("false", "denies", "subject", cache(_false), rule="report-is-lie", report=True),
        Rule("hoax", "denies", "subject", cache(_hoax), rule="hoax", loose=True),
        Rule("call", "denies", "call", cache(_call), rule="called-false", verb=True),
        Rule("exclaimed", "denies", "exclaimed", cache(_exclaimed), rule="exclaimed", speech=True),
        Rule("label", "denies", "labelled", cache(_label), rule="false-report", own=True),
        Rule("label-as", "denies", "report", cache(_labelled_as), rule="called-false", verb=True),
        Rule("falsely", "denies", "clause", cache(_falsely), rule="falsely", own=True),
        Rule("contrary", "denies", "report", cache(_contrary), rule="contrary", own=True),
        Rule("denial", "denies", "denial", cache(_denial), rule="denial"),
        Rule("correction", "denies", "clause-or-phrase", cache(_correction), rule="correction", own=True),
        Rule("conditional", "doubts", "condition", cache(_conditional), rule="conditional"),
        Rule("retraction", "denies", "report", cache(_retraction), rule="retraction", verb=True),
    )


def _opposites() -> Iterator[Rule]:
    """Counter-statements, one rule for each pair of states that exclude each other."""
    for number, table in enumerate(load("stance_opposites")["pair"]):
        form = cache(partial(compiled, table["counter"]))
        yield Rule(
            f"opposite-{number}", "denies", "opposite", form, rule="opposite", implicit=True, speech=True
        )


def pair(name: str) -> dict[str, list[str]]:
    """The pair of states behind a rule of the frame ``opposite``."""
    found: dict[str, list[str]] = load("stance_opposites")["pair"][int(name.rpartition("-")[2])]
    return found
