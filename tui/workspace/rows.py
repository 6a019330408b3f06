"""The records a session is shown: rows of the lists, placed mentions, what a scan brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.model import Mention, Status

Verdict = Literal["verified", "refuted", "unproven", "follow-up", "irrelevant"]
VERDICTS: tuple[Verdict, ...] = ("verified", "refuted", "unproven", "follow-up", "irrelevant")


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the article list; the counts are of claims with a mention in the article.

    `denied` counts claims that are denied or disputed; `copies` are the near-copies there are of it, `copy`
    says that it is one itself.
    """

    id: str
    path: str
    title: str
    publisher: str | None
    date: str | None
    claims: int
    decided: int
    denied: int
    unverified: int
    echo: int
    copies: int = 0
    copy: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One line of the claims list; `articles`, `origins`, `mentions` are counts."""

    id: str
    text: str
    status: Status
    flags: tuple[str, ...]
    articles: int
    origins: int
    mentions: int
    verdict: Verdict | None
    reopened: bool


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the person wrote on a claim."""

    note: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How far the triage of some claims is: how many there are, those settled by verdict, the rest.

    `reopened` were decided and wait again because their evidence changed; `left` counts them, too.
    """

    total: int
    verdicts: tuple[tuple[Verdict, int], ...]
    reopened: int

    @property
    def settled(self) -> int:
        """How many are decided and need no second look."""
        return sum(count for _, count in self.verdicts)

    @property
    def left(self) -> int:
        """How many wait for a decision."""
        return self.total - self.settled


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention in the article shown, and the claim it belongs to."""

    mention: Mention
    claim: str
    status: Status
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What a scan brought: counts, one line per problem, whether anything differs from before.

    `problems` are files and folders that could not be read; `notices` what else is to be said, such as
    an index that cannot be kept.
    """

    articles: int
    claims: int
    problems: tuple[str, ...]
    changed: bool
    cancelled: bool = False
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session was left: the pane, the article and claim under the cursor, the list shown."""

    pane: str
    article: str | None = None
    claim: str | None = None
    view: str = "articles"
