"""Articles in, claims out: the whole analysis, in the order of the method.

`analyse` takes from each article what it gives alone, gathers the drafts that state the same, resolves who
said it through whom, compares the figures and computes status and flags.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from tui import config
from tui.claims import gathering, processes
from tui.claims.assembly import Assembly
from tui.claims.collecting import without_collector
from tui.claims.copies import originals
from tui.claims.extracts import Extract, Papers
from tui.claims.members import Gathered
from tui.claims.processes import Shelf
from tui.claims.progress import Progress, silent
from tui.claims.retrieval import Library
from tui.model import SCHEMA, AnalysedArticle, Article, Claim, Mention, Voice, plain

_STEP = 500  # claims that are assembled between two times that progress is told


@dataclass(frozen=True)
class Corpus:
    """Analysed articles and the claims found in them, both in a fixed order."""

    articles: Sequence[AnalysedArticle]
    claims: tuple[Claim, ...]

    def to_dict(self) -> dict[str, Any]:
        """The output contract ``claims-tui/1`` as JSON types."""
        return {
            "schema": SCHEMA,
            "articles": [article_entry(article) for article in self.articles],
            "claims": [claim_entry(claim) for claim in self.claims],
        }

    @cached_property
    def library(self) -> Library:
        """The articles, prepared for searching; see ``checking``."""
        return Library(self.articles)

    @cached_property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of all claims by article id."""
        found: dict[str, list[Mention]] = {}
        for claim in self.claims:
            for mention in claim.mentions:
                found.setdefault(mention.article, []).append(mention)
        return {article: tuple(mentions) for article, mentions in found.items()}

    @cached_property
    def by_id(self) -> dict[str, AnalysedArticle]:
        """The articles by id."""
        return {article.id: article for article in self.articles}


def analyse(
    articles: Iterable[Article],
    voices: Sequence[Voice] | None = None,
    shelf: Shelf | None = None,
    told: Progress = silent,
    *,
    workers: int | None = None,
) -> Corpus:
    """Find the claims of a collection of articles.

    The result depends neither on the order in which the articles come nor on `workers`, the processes that
    read them: None takes several if there are many articles, 1 no others.  `voices` are the parties to be
    named as such; None takes those of the built-in configuration.  What the `shelf` has of an article is not
    found again.  `told` gets a stage, how much of it is done and of how much: ``recalling`` and ``analysing``
    articles, ``comparing`` statements, ``assembling`` claims.  It may raise to end the analysis.
    """
    ordered = sorted(articles, key=_place)
    with without_collector():
        extracts = processes.extract_all(ordered, workers, shelf, told)
        return _analysed(extracts, config.default_voices() if voices is None else voices, told)


def _analysed(extracts: list[Extract], voices: Sequence[Voice], told: Progress) -> Corpus:
    """The analysis of articles, given by their extracts, in their order."""
    ids = _ids([one.article for one in extracts])
    copies = originals(extracts, ids)
    claims = _claims(extracts, ids, voices, told)
    return Corpus(Papers(extracts, ids, copies), claims)


def _claims(
    extracts: Sequence[Extract], ids: Sequence[str], voices: Sequence[Voice], told: Progress
) -> tuple[Claim, ...]:
    groups = gathering.gather(extracts, ids, told)
    return _with_own_ids(_assembled(groups, Assembly(extracts, ids, voices), told))


def _assembled(groups: list[Gathered], assembly: Assembly, told: Progress) -> list[Claim]:
    """The claims of groups, in their order; these are taken away."""
    claims: list[Claim] = []
    total = len(groups)
    groups.reverse()
    while groups:
        if len(claims) % _STEP == 0:
            told("assembling", len(claims), total)
        claims.append(assembly.claim(groups.pop()))
    return claims


def _place(article: Article) -> tuple[str, ...]:
    """What puts articles in order: by path, then by all else that tells two of one path apart."""
    about = (article.title, article.publisher, article.date, article.url)
    return article.path or "", article.content_id, *(one or "" for one in about)


def _ids(articles: Sequence[Article]) -> list[str]:
    """An id for each article from its text; exact copies are counted after the first."""
    seen: Counter[str] = Counter()
    ids = []
    for article in articles:
        seen[article.content_id] += 1
        copy = seen[article.content_id]
        ids.append(article.content_id if copy == 1 else f"{article.content_id}-{copy}")
    return ids


def _with_own_ids(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with ids that differ, counted where two would be alike."""
    seen: Counter[str] = Counter()
    renamed = []
    for claim in claims:
        seen[claim.id] += 1
        renamed.append(claim if seen[claim.id] == 1 else replace(claim, id=f"{claim.id}-{seen[claim.id]}"))
    return tuple(renamed)


def article_entry(analysed: AnalysedArticle) -> dict[str, Any]:
    """An article as the contract has it."""
    article = analysed.article
    return {
        "id": analysed.id,
        "path": article.path or "",
        "title": article.title,
        "publisher": article.publisher,
        "date": article.date,
        "url": article.url,
        "language": article.language,
        "sha256": article.digest,
        "duplicate_of": analysed.duplicate_of,
        "sentences": [{**plain(s.span), "claim": s.claim} for s in analysed.sentences],
        "attributions": [plain(attribution) for attribution in analysed.attributions],
    }


def claim_entry(claim: Claim) -> dict[str, Any]:
    """A claim as the contract has it."""
    return {
        "id": claim.id,
        "text": claim.text,
        "status": claim.status,
        "flags": list(claim.flags),
        "origins": list(claim.origins),
        "mentions": [mention_entry(mention) for mention in claim.mentions],
        "numbers": [plain(group) for group in claim.numbers],
        "reasons": dict(claim.reasons),
    }


def mention_entry(mention: Mention) -> dict[str, Any]:
    """A mention as the contract has it, with the explicit chain and the notes beside."""
    return dict(plain(mention))
