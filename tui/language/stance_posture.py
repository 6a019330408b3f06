"""What a short text, such as a headline, does with what it tells: refute, hedge or vouch for it.

The features are evidence, not a verdict: each is named after its list in ``lexicon/stance_posture.toml``
(``refute.hoax``, ``hedge.reported`` …) or after its form (``refute.no``, ``hedge.question`` …) and keeps
the words it was read from, so that a classifier built on them can be explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tui.language.lexicon import load
from tui.language.months import without_may
from tui.language.stance_phrases import compiled
from tui.model import Span

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # "No, the mayor did not …", "Update: Nope": an answer to what others say.
    ("refute.no", re.compile(r"(?:^|[.:?!–—]\s+|[“\"]\s*)(No|Nope)\b(?=\s*[,.!:;–—-])", re.IGNORECASE)),
    # "No, Acme is not …", "Acme did NOT …": capitals shout the negation.
    ("refute.capitals", re.compile(r"\b(NOT|FAKE|FALSE|HOAX|NO)\b(?=.*[a-z])")),
    ("hedge.question", re.compile(r"\?")),
    # "Report: …", "Source: …", "Rumor – …": a label in front hands the statement to someone else.
    (
        "hedge.label",
        re.compile(
            r"^\W*(reports?|rumou?rs?|sources?|exclusive|analysts?|insiders?|claims?)\s*[:–—]", re.IGNORECASE
        ),
    ),
    # "… : Report", "…, says union": a label or source behind.
    (
        "hedge.tail",
        re.compile(
            r"(?:[,:–—]|\s-)\s*((?:[\w’'.-]+\s+){0,4}?(?:reports?|sources?|says?|said|claims?|rumou?rs?)"
            r"(?:\s+[\w’'.-]+){0,4})\W*$",
            re.IGNORECASE,
        ),
    ),
    # A few quoted words, not a sentence: somebody else's expression.
    ("hedge.scare-quotes", re.compile(r"(?<!\w)[‘“\"']([\w-]+(?:\s[\w-]+){0,3})[’”\"'](?!\w)")),
    (
        "hedge.ask",
        re.compile(r"^\W*(is|are|was|were|did|does|do|has|have|will|can|could|should)\b.*\?", re.IGNORECASE),
    ),
)


@dataclass(frozen=True, slots=True)
class Feature:
    """One sign of a posture and the words it was read from."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Posture:
    """The signs found in one short text, in the order of their places.

    `negated` is true where the negating words do not cancel each other: "not", "denies he died", but not
    "denies it was not him".
    """

    features: tuple[Feature, ...]
    negated: bool

    def count(self, name: str) -> int:
        """How often a feature, or any of a group (``refute``), was found."""
        return sum(f.name == name or f.name.startswith(f"{name}.") for f in self.features)

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return the words of a feature or of a group of features."""
        return tuple(f.span for f in self.features if f.name == name or f.name.startswith(f"{name}."))

    @property
    def refuting(self) -> tuple[Span, ...]:
        """Words that call it untrue or say who denies it."""
        return self.spans("refute")

    @property
    def hedging(self) -> tuple[Span, ...]:
        """Words that pass it on without endorsing it."""
        return self.spans("hedge")

    @property
    def affirming(self) -> tuple[Span, ...]:
        """Words that vouch for it."""
        return self.spans("affirm")


def posture(text: str) -> Posture:
    """Find the signs of refuting, hedging, vouching and negating in a headline or another short text."""
    plain = without_may(text)
    masked = _pseudo().sub(lambda match: "·" * len(match[0]), plain)
    found = {
        Feature(name, Span.of(text, *place))
        for name, form in _patterns()
        for place in _places(form, masked if name.startswith(("refute.", "negate.")) else plain)
    }
    found |= {Feature(name, Span.of(text, *place)) for name, form in _FORMS for place in _places(form, text)}
    features = tuple(sorted(found, key=lambda f: (f.span.start, f.span.end, f.name)))
    return Posture(features, _negated(features))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = load("stance_posture")
    return tuple(
        (f"{group}.{name}", compiled(phrases))
        for group, lists in tables.items()
        if group != "pseudo"
        for name, phrases in lists.items()
    )


@cache
def _pseudo() -> re.Pattern[str]:
    return compiled(load("stance_posture")["pseudo"]["plain"])


def _places(form: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where a form matches; its group, if it has one, is the part that counts."""
    for match in form.finditer(text):
        yield match.span(1) if form.groups else match.span()


def _negated(features: tuple[Feature, ...]) -> bool:
    """Whether the negating words, taken together, turn the statement.

    An answering "No," goes along with the negation that follows it and counts only where there is none.
    """
    answers = {f.span for f in features if f.name == "refute.no"}
    turning = {f.span for f in features if f.name in {"negate.word", "refute.deny"}} - answers
    return len(turning) % 2 == 1 or (bool(answers) and not turning)
