"""Whether one text carries a claim, and what it does with it.

Two sentences are compared as paraphrases: each must say nearly all the other says.  A headline, which
compresses, carries a claim that it shares a rare word with.  Both models are linear over named features,
with their weights in ``weights/``; the rule of a finding names the features that decided.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from tui.claims import signs, weighing
from tui.claims.frequencies import AT_LARGE
from tui.claims.similarity import compare as compare_terms
from tui.claims.similarity import same_figure
from tui.claims.terms import WORD, Terms, stem, terms
from tui.language import lexicon
from tui.language.stance_phrases import compiled
from tui.language.stance_posture import Feature, Posture, posture
from tui.model import Finding, Span, Stance

TOUCHED = 0.05  # the least share of its rare words that a headline must have in common with the claim
STANCES: dict[str, Stance] = {"for": "asserts", "observing": "reports", "against": "denies"}
SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s*$")
SENTENCE_LENGTH = 9  # words; a shorter text is a headline even with a full stop
DENIED = 40  # characters after a negation that it may deny


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a text, with their terms, signs and words prepared once."""

    claim: str
    text: str

    def features(self) -> dict[str, float]:
        """What the text does with the claim, as features of the headline model."""
        stated, found = posture(self.claim), posture(self.text)
        kept = own_features(found, self.claim)
        counts = signs.count(kept)
        features: dict[str, float] = {name: float(number) for name, number in counts.items()}
        features |= _forms(self.claim, self.text)
        features |= _combined(features, stated, found)
        features |= _denied(kept, self.claim, self.text)
        features |= _likeness(terms(self.claim), terms(self.text))
        return {name: value for name, value in features.items() if value}


def own_features(found: Posture, claim: str) -> list[Feature]:
    """The signs in a text that are not simply the words of the claim ("prank" in a claim about a prank)."""
    stated = set(WORD.findall(claim.lower()))
    return [
        feature
        for feature in found.features
        if not (words := set(WORD.findall(feature.span.text.lower()))) or not words <= stated
    ]


def _forms(claim: str, text: str) -> dict[str, float]:
    """How claim and text are put."""
    patterns = _patterns()
    shown = {
        "claim looks ahead": patterns["future"].search(claim),
        "claim of a death": patterns["death"].search(claim),
        "looks ahead": patterns["ahead"].search(text),
        "speaks in person": patterns["person"].search(text),
        "capitals": text.isupper(),
        "exclamation": "!" in text,
        "colon": re.match(r"[^:]{3,40}: ", text),
        "past": re.search(r"\b\w+ed\b", text),
    }
    return {name: 1.0 for name, found in shown.items() if found}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    tables = lexicon.load("claim_modality")
    lists = {"future": tables["future"], "death": tables["death"], **tables["headline"]}
    return {name: compiled(phrases) for name, phrases in lists.items()}


def _combined(features: dict[str, float], stated: Posture, found: Posture) -> dict[str, float]:
    """Features of features: no sign at all, a hedge beside a refutation, a difference in negation."""
    refuting = features.get("refute", 0.0) + features.get("negate", 0.0)
    hedging = features.get("hedge", 0.0)
    return {
        "no sign": float(not found.features),
        "no sign, claim looks ahead": float(not found.features and "claim looks ahead" in features),
        "both look ahead": float("claim looks ahead" in features and "looks ahead" in features),
        "hedged and refuted": float(hedging > 0 and features.get("refute", 0.0) > 0),
        "question and refuted": float("hedge.question" in features and features.get("refute", 0.0) > 0),
        "several refuting": min(3.0, refuting) / 3,
        "negation differs": float(stated.negated != found.negated),
        "claim is negated": float(stated.negated),
    }


def _denied(kept: list[Feature], claim: str, text: str) -> dict[str, float]:
    """Whether what a negation stands before is said in the claim, or is something else."""
    stated = terms(claim).bag
    after = [terms(text[f.span.end : f.span.end + DENIED]).words[:3] for f in kept if f.name == "negate.word"]
    hits = [not stated.isdisjoint(words) for words in after]
    return {
        "negates the claim": float(any(hits)),
        "negates something else": float(bool(hits) and not any(hits)),
    }


def _likeness(claim: Terms, text: Terms) -> dict[str, float]:
    shared = compare_terms(claim, text, AT_LARGE)
    return {
        "overlap": shared.overlap,
        "contained": shared.contained,
        "names agree": float(shared.names > 0),
        "names clash": float(shared.names < 0),
        "figures agree": float(shared.numbers > 0),
        "figures clash": float(shared.numbers < 0),
        "length": min(1.0, len(text.words) / 15),
    }


def paraphrase_features(one: str, other: str) -> dict[str, float]:
    """How alike two sentences are, as features of the paraphrase model; all in 0..1 but the counts.

    Of 74 such features these were chosen one after the other, each for what it added (4,076 labelled pairs).
    """
    a, b = terms(one), terms(other)
    left, right = _plain(one), _plain(other)
    here, there = (tuple(map(stem, side)) for side in (left, right))
    alone = [AT_LARGE.sum(x.bag - y.bag) for x, y in ((a, b), (b, a))]
    return {
        "words": min(_shared(here, there, 1)),
        "runs of words": max(_shared(here, there, 3)),
        "order": fuzz.ratio(" ".join(left), " ".join(right)) / 100,
        "one inside the other": fuzz.partial_ratio(one.lower(), other.lower()) / 100,
        "same beginning": float(left[:1] == right[:1]),
        "terms": min(_shared(a.words, b.words, 1)),
        "runs of terms": min(_shared(a.words, b.words, 2)),
        "left out": min(alone) / 20,
        "names": len(a.names & b.names) / max(1, len(a.names | b.names)),
        "negation differs": float(a.negated != b.negated),
        "figures differ": float(_unmatched(a, b) + _unmatched(b, a)),
    }


def _plain(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(text))


def _shared(one: tuple[str, ...], other: tuple[str, ...], length: int) -> list[float]:
    """The share of each side's runs of so many words that the other side has, too."""
    left, right = _runs(one, length), _runs(other, length)
    common = (left & right).total()
    return [common / max(1, side.total()) for side in (left, right)]


def _runs(words: tuple[str, ...], length: int) -> Counter[tuple[str, ...]]:
    return Counter(words[place : place + length] for place in range(len(words) - length + 1))


def _unmatched(one: Terms, other: Terms) -> int:
    return sum(not any(same_figure(x, y) for y in other.numbers) for x in one.numbers)


def both_sentences(claim: str, text: str) -> bool:
    """Whether both are whole sentences, not headlines or phrases."""
    return all(SENTENCE_END.search(side) and len(side.split()) >= SENTENCE_LENGTH for side in (claim, text))


def compare(claim: str, text: str) -> Finding | None:
    """What `text` does with `claim`; None if it does not carry it.  Article and path are left empty."""
    if both_sentences(claim, text):
        likeness = paraphrase_features(claim, text)
        model = weighing.load("paraphrase")
        share = model.shares(likeness)["same"]
        if share < 0.5:
            return None
    else:
        shared = compare_terms(terms(claim), terms(text), AT_LARGE)
        share = max(shared.overlap, shared.contained)
        if share < TOUCHED:
            return None
    return _finding(claim, text, share)


def _finding(claim: str, text: str, score: float) -> Finding:
    features = Pair(claim, text).features()
    model = weighing.load("headline")
    label = model.label(features)
    found = own_features(posture(text), claim)
    rule = f"compare.{label}: {weighing.explain(model.reasons(label, features))}"
    if words := signs.words_of(f.span for f in found):
        rule += f"; read from {words}"
    whole = Span.of(text, 0, len(text))
    return Finding("", "", round(score, 4), shade(label, signs.count(found)), None, (), (whole,), rule)


def shade(label: str, counts: dict[str, int]) -> Stance:
    """The stance word for a side: doubt is milder than denial, unconfirmed is more than passed on."""
    if label == "against" and counts.get("refute", 0) == counts.get("refute.doubt", 0) > 0:
        return "doubts"
    if label == "observing" and counts.get("hedge.unconfirmed"):
        return "cannot-confirm"
    return STANCES[label]
