"""Which statements say the opposite of one another: the same words, one of them negated.

What a negation denies is the first word behind it that counts, in the same clause.  Two statements are
opposites if nearly all one says is in the other, one of them negates nothing, and a word they share is
denied by the other: "the bridge will not close in May" against "the old bridge is to close in May".  Not so
"the man, who was not named, died" against "the man died", nor what may not be or is not so of all.

Found 20 times among the claims of 1,283 labelled articles; read one by one, 18 of these are opposites.  With
three words behind a negation instead of the first, and no other bounds, it was half of 126.  The lower bound
for what was gathered into one claim finds four more there, all of them opposites.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt

from tui.claims.similarity import Features
from tui.claims.terms import WORD, term, terms
from tui.language import lexicon
from tui.language.stance_posture import posture
from tui.model import Span

REACH = 50  # characters on each side of a negation that are looked at
CONTAINED = 0.75  # the least share of the smaller statement that is in the other
OVERLAP = 0.5  # the least share of both that they have in common
GATHERED = 0.6  # the least geometric mean of the two where both are known to be of one claim
NAMED = 0.65  # the least share of the smaller one where, besides, one side's names are all the other's
AT_ONCE = 30  # characters in which a statement has said who does what
_MARK = re.compile(r"[,.;:!?()“”\"—–]")
# "may not", "a ring of gold, not gold-plated", "the man, who was not named": nothing said is denied.
_WEAK_BEFORE = re.compile(
    r"(?:\b(?:may|might|or)|[,(]|[,(]\s*(?:who|whose|which|that)\b[^,.;()]*)\s*$", re.IGNORECASE
)
# "not been to the house", "not open until May",
# "not all", "not to enter", "would not surprise", “voting ‘no’ they …”.
_WEAK_AFTER = re.compile(
    r"\s*(?:all|every|everyone|everything|always|necessarily|just|only|to(?!\s+(?:be|have))|say\w*|surpris\w+)\b"
    r"|[’'”\"]|\s+been\s+(?:to|near|inside)\b|[^,.;:!?]*?\b(?:un)?til\b|\s+(?:he|she|it|they|we|you|I)\b"
)


@cache
def _negative() -> re.Pattern[str]:
    """Any negating word."""
    words = "|".join(lexicon.load("function_words")["negating"].split())
    return re.compile(rf"\b(?:{words})\b|n[’']t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Denial:
    """A negation of a statement and the words it denies: one; two where nobody is said to do something."""

    negation: Span
    words: tuple[str, ...]

    def denies(self, stated: str) -> bool:
        """Whether a statement has the words, in a form that can be of one family: "selling", "for sale"."""
        told = WORD.findall(stated)
        return all(
            any(term(one) == term(word) for one in told if one[0].lower() == word[0].lower())
            for word in self.words
        )


@lru_cache(maxsize=50_000)
def denials(text: str) -> tuple[Denial, ...]:
    """What a statement denies; nothing if something else may take the denial back."""
    if not _negative().search(text):
        return ()  # most statements, and reading the signs takes longer
    signs = posture(text).features
    if any(feature.name.startswith("refute.") for feature in signs if feature.name != "refute.no"):
        return ()
    negations = [f.span for f in signs if f.name == "negate.word" and not text.startswith(",", f.span.end)]
    if len(negations) % 2 == 0:
        return ()
    return tuple(denial for span in negations if (denial := _denial(text, span)))


def _denial(text: str, negation: Span) -> Denial | None:
    """What a negation denies, if it is no name."""
    before = text[max(0, negation.start - REACH) : negation.start]
    after = text[negation.end : negation.end + REACH]
    if _WEAK_BEFORE.search(before) or _WEAK_AFTER.match(after):
        return None
    mark = _MARK.search(after)
    words = [word for word in WORD.findall(after[: mark.start()] if mark else after) if term(word)]
    if not words or (words[0][0].isupper() and not text.isupper()):
        return None
    return Denial(negation, tuple(words[: 2 if _opens_subject(text, negation) else 1]))


def _opens_subject(text: str, negation: Span) -> bool:
    """Whether a statement begins with its negation: of "no patient died" the dying is denied as well."""
    return negation.text.lower() in ("no", "none") and not WORD.search(text[: negation.start])


def is_plain(text: str) -> bool:
    """Whether a statement neither negates nor refutes anything."""
    if _negative().search(text):
        return False
    return not any(feature.name.startswith("refute.") for feature in posture(text).features)


def negation(text: str, stated: str) -> Span | None:
    """The word by which `text` denies what a plain statement says, if there is one."""
    if not is_plain(stated):
        return None
    return next((denial.negation for denial in denials(text) if denial.denies(stated)), None)


def denies_at_once(text: str) -> bool:
    """Whether a statement denies with one of its first words what it is about: "we have never doped"."""
    return any(denial.negation.start < AT_ONCE for denial in denials(text))


def are_opposites(features: Features, one: str, other: str, *, gathered: bool = False) -> bool:
    """Whether two statements with these features say the opposite of one another.

    Of two that were `gathered` into one claim for all they say, less has to be the same; of whom something
    is denied, it has to be stated.
    """
    strictly = features.contained >= CONTAINED and features.overlap >= OVERLAP
    if (
        not (strictly or (gathered and _are_near(features)))
        or len(features.common) < 2
        or features.names < 0
        or features.others
        or features.years
        or features.numbers < 0
    ):
        return False
    return any(
        negation(denial, stated) is not None and (strictly or _is_of_the_same(features, denial, stated))
        for denial, stated in ((one, other), (other, one))
    )


def _are_near(features: Features) -> bool:
    if features.names > 0 and features.contained >= NAMED:
        return True
    return sqrt(features.contained * features.overlap) >= GATHERED


def _is_of_the_same(features: Features, denial: str, stated: str) -> bool:
    """Whether who is named by a denial is named in the statement, and half of its words are there."""
    told = terms(denial)
    return told.names <= terms(stated).names and 2 * len(features.common) >= len(told.bag)
