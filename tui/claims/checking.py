"""Where a typed claim recurs in a corpus, and what each article does with it.

An article is listed if it is relevant enough to the claim (see ``retrieval``).  Its stance comes from the
signs of refuting, hedging and vouching in the sentences that match the claim, at the head of the article
and anywhere in it, read against the signs of the claim itself: an article that debunks agrees with a
claim that says "hoax".  Where nobody in the article puts the claim forward and a party answers it by name
("the ministry denied that P"), that is the stance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.claims import signs, weighing
from tui.claims.comparing import compare, shade
from tui.claims.retrieval import Library, Page
from tui.claims.terms import terms
from tui.language.stance_posture import posture
from tui.model import Finding, Mention, Span, Stance

__all__ = ["check", "compare", "features"]

LISTED = 0.2  # the least relevance of an article in which the claim recurs
BESIDE = 0.6  # the same as a share of the most relevant article's
LEAD = 2  # sentences at the head of an article
EVIDENCE = 3  # sentences shown at most
ANSWERED = 0.6  # the least share of the claim's rarity in what a party answers
NEARLY = 0.7  # the share of the best sentence's match that makes another sentence evidence
ANSWERS: frozenset[Stance] = frozenset({"denies", "doubts", "cannot-confirm"})
SIDES = {"agree": "for", "discuss": "observing", "disagree": "against"}


class Searched(Protocol):
    """What is asked of a corpus."""

    @property
    def library(self) -> Library:
        """Its articles, prepared for searching."""

    @property
    def mentions(self) -> Mapping[str, Sequence[Mention]]:
        """The mentions of its claims by article id, for who said what."""


def check(claim: str, corpus: Searched) -> list[Finding]:
    """The articles in which the claim recurs, best first."""
    library = corpus.library
    wanted = library.share(terms(claim))
    relevance = library.relevance(terms(claim))
    least = threshold(relevance)
    listed = [page for page, value in relevance.items() if value >= least]
    stated = Stated.of(claim, wanted)
    return [
        _finding(library.pages[page], relevance[page], stated, corpus)
        for page in sorted(listed, key=lambda p: (-round(relevance[p], 9), library.pages[p].analysed.id))
    ]


def threshold(relevance: Mapping[int, float]) -> float:
    """The least relevance to be listed: some at all, and not far below the best.

    On the labelled articles F1 of "related" is .966 with the absolute part alone and .975 with both;
    of the articles listed for a claim .32 carry that very claim, and .62 with both.
    """
    return max(LISTED, BESIDE * max(relevance.values(), default=0.0))


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as it is held against articles: the share of each term, its signs, whether it is negated."""

    wanted: dict[str, float]
    signs: dict[str, int]
    negated: bool

    @classmethod
    def of(cls, claim: str, wanted: dict[str, float]) -> Stated:
        """Prepare a claim whose terms have those shares."""
        found = posture(claim)
        return cls(wanted, signs.count(found.features), found.negated)

    @property
    def refuting(self) -> bool:
        """Whether the claim itself refutes something."""
        return bool(self.signs.get("refute")) or (bool(self.signs.get("negate")) and self.negated)


def _finding(page: Page, relevance: float, stated: Stated, corpus: Searched) -> Finding:
    matches = match(page, stated.wanted)
    found = features(page, matches, stated)
    model = weighing.load("article")
    label = model.label(found)
    evidence = _evidence(page, matches)
    stance = shade(SIDES[label], _signs_of(page, matches))
    mention = _mention(corpus.mentions.get(page.analysed.id, ()), evidence, stance, stated.wanted)
    rule = f"check.{label}: {weighing.explain(model.reasons(label, found))}"
    if mention and _answers(mention, stated):
        stance, rule = mention.stance, f"check.answered: {mention.rule}"
    return Finding(
        page.analysed.id,
        page.analysed.article.path or "",
        round(min(1.0, relevance), 4),
        stance,
        mention.by if mention else None,
        mention.chain if mention else (),
        evidence,
        rule,
    )


def match(page: Page, wanted: dict[str, float]) -> list[float]:
    """For each sentence of a page the share of the claim's rarity that it holds."""
    return [
        math.fsum(share for word, share in wanted.items() if word in words)
        for words in (one.bag for one in page.terms)
    ]


def features(page: Page, matches: Sequence[float], stated: Stated) -> dict[str, float]:
    """What an article does with a claim, as features of the article model.

    ``matched.SIGN`` is averaged over the sentences by the square of their match, ``lead.SIGN`` and
    ``all.SIGN`` are counted at the head and anywhere (logarithm), ``claim.SIGN`` in the claim.  With
    ``refuting claim:`` or ``plain claim:`` in front they hold only for a claim that itself refutes, or
    does not; with ``hedged claim:`` only for one that hedges.
    """
    if not page.sentences:
        return {}
    found = _places(page, matches)
    found |= _products(found, stated)
    found |= {f"claim.{name}": float(number) for name, number in stated.signs.items()}
    ranked = sorted(matches, reverse=True)
    found["match"] = ranked[0]
    found["three best matches"] = sum(ranked[:3]) / 3
    found["match of the first"] = matches[0]
    found["place of the match"] = matches.index(ranked[0]) / len(matches)
    found["sentences"] = math.log1p(len(matches))
    return {name: value for name, value in found.items() if value}


def _places(page: Page, matches: Sequence[float]) -> dict[str, float]:
    """The signs by where in the article they stand."""
    found: dict[str, float] = {}
    mass = math.fsum(x * x for x in matches) or 1.0
    totals: dict[str, int] = {}
    for place, counts in enumerate(page.signs):
        for name, number in counts.items():
            totals[name] = totals.get(name, 0) + number
            found[f"matched.{name}"] = found.get(f"matched.{name}", 0.0) + matches[place] ** 2 * number / mass
            if place < LEAD:
                found[f"lead.{name}"] = min(2.0, found.get(f"lead.{name}", 0.0) + number)
    return found | {f"all.{name}": math.log1p(number) for name, number in totals.items()}


def _products(found: dict[str, float], stated: Stated) -> dict[str, float]:
    """The article's signs again, told apart by what the claim itself does."""
    side = "refuting claim" if stated.refuting else "plain claim"
    products: dict[str, float] = {}
    for name, value in found.items():
        group = name.split(".")[1]
        if group in ("refute", "negate"):
            products[f"{side}: {name}"] = value
        elif stated.signs.get("hedge") and name.count(".") == 1:
            products[f"hedged claim: {name}"] = value
    return products


def _evidence(page: Page, matches: Sequence[float]) -> tuple[Span, ...]:
    """The sentences that match best, in the order of the text."""
    best = max(matches, default=0.0)
    near = [place for place, value in enumerate(matches) if value > 0 and value >= NEARLY * best]
    chosen = sorted(near, key=lambda place: (-matches[place], place))[:EVIDENCE]
    return tuple(page.sentences[place].span for place in sorted(chosen))


def _signs_of(page: Page, matches: Sequence[float]) -> dict[str, int]:
    """The signs of the sentences that match best."""
    best = max(matches, default=0.0)
    counts: dict[str, int] = {}
    for place, value in enumerate(matches):
        if value >= NEARLY * best:
            for name, number in page.signs[place].items():
                counts[name] = counts.get(name, 0) + number
    return counts


def _mention(
    mentions: Sequence[Mention], evidence: Sequence[Span], stance: Stance, wanted: Mapping[str, float]
) -> Mention | None:
    """The mention in the evidence that speaks for the finding: with its stance, and most of the claim."""
    inside = [m for m in mentions if any(span.overlap(m.start, m.end) for span in evidence)]
    inside = [m for m in inside if m.stance == stance] or inside
    return max(inside, key=lambda m: _said(m, wanted)) if len(inside) > 1 else next(iter(inside), None)


def _said(mention: Mention, wanted: Mapping[str, float]) -> float:
    """The share of the claim's rarity that a mention holds."""
    words = terms(mention.text).bag
    return math.fsum(share for word, share in wanted.items() if word in words)


def _answers(mention: Mention, stated: Stated) -> bool:
    """Whether a mention denies, doubts or leaves open the claim, which refutes nothing itself."""
    return mention.stance in ANSWERS and not stated.refuting and _said(mention, stated.wanted) >= ANSWERED
