"""The two lists that share the left place: articles and claims, filtered and sorted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from tui.app.article_list import ArticleList
from tui.app.claim_list import ClaimList
from tui.workspace.grouping import Folds, Section
from tui.workspace.query import QueryError

if TYPE_CHECKING:
    from tui.config import Group, Sort
    from tui.workspace.workspace import Workspace

View = Literal["articles", "claims"]
VIEWS: tuple[View, ...] = ("articles", "claims")


class Lists:
    """What the left pane holds; `view` says which list is shown."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.articles = ArticleList("articles")
        self.claims = ClaimList("claims")
        self.view: View = "articles"
        self.sorting: Sort = workspace.config.sort
        self.grouping: Group = workspace.config.group
        self._queries: dict[View, str] = {"articles": "", "claims": ""}
        self._totals: dict[View, int] = {"articles": 0, "claims": 0}
        self._folds = Folds()  # of the groups of claims
        self._unfolded: set[str] = set()  # articles below which their near-copies stand

    @property
    def shown(self) -> ArticleList | ClaimList:
        """The list in sight."""
        return self.claims if self.view == "claims" else self.articles

    @property
    def query(self) -> str:
        """The filter of the list in sight."""
        return self._queries[self.view]

    @property
    def row(self) -> str | None:
        """The id under the cursor of the list in sight."""
        return self.shown.current.id if self.shown.current else None

    @property
    def count(self) -> str:
        """``12 of 47``: rows that match, rows there are."""
        return f"{len(self.shown.rows.covered)} of {self._totals[self.view]}"

    def reload(self, article: str | None = None, claim: str | None = None) -> None:
        """Fetch both again; the cursors stay on the same rows, or go to those named."""
        self.reload_shown(article, claim)
        self.reload_hidden(article, claim)

    def reload_hidden(self, article: str | None = None, claim: str | None = None) -> None:
        """Fetch the list that is not in sight."""
        if self.view == "claims":
            self.load_articles(article)
        else:
            self.load_claims(claim)

    def reload_shown(self, article: str | None = None, claim: str | None = None) -> None:
        """Fetch the list in sight, and count both."""
        self._folds = Folds(self._folds.all)  # groups are numbered anew
        articles, claims = self._workspace.counts
        self._totals = {"articles": articles, "claims": claims}
        if self.view == "claims":
            self.load_claims(claim)
        else:
            self.load_articles(article)
        self.label()

    def load_articles(self, keep: str | None = None, anew: bool = False) -> None:
        """Fetch the articles; the cursor stays on its row or goes to `keep`; see `RowList.load`."""
        here = self.articles.current.id if self.articles.current else None
        rows = self._workspace.articles(self._queries["articles"], self._unfolded)
        self.articles.load(rows, keep or here, anew)

    def fold(self) -> bool | None:
        """Show the near-copies of the article under the cursor below it, or fold them away.

        On a near-copy they are folded.  True: they are shown; None: there are none.
        """
        row = self.articles.current
        if row is None or not (row.copies or row.copy):
            return None
        if row.copy:
            self.articles.select(self._original_above())
            row = self.articles.current or row
        self._unfolded ^= {row.id}
        self.load_articles(row.id)
        self.label()
        return row.id in self._unfolded

    def fold_group(self) -> Section | None:
        """Fold the group of the claim under the cursor, or unfold it; how it is now, None without groups."""
        section = self.claims.section
        if section is not None:
            self._fold_groups(self._folds.turned(section.group))
        return self.claims.section

    def fold_groups(self) -> bool:
        """Fold all groups of claims, or unfold them; whether they are folded now."""
        self._fold_groups(Folds(all=not self._folds.all))
        return self._folds.all

    def _fold_groups(self, folds: Folds) -> None:
        self._folds = folds
        self.load_claims()
        self.label()

    def _original_above(self) -> int:
        """The row of the original below which the near-copy under the cursor stands."""
        rows, here = self.articles.rows, self.articles.cursor
        return next((number for number in range(here, -1, -1) if not rows[number].copy), here)

    def load_claims(self, keep: str | None = None, anew: bool = False) -> None:
        """Fetch the claims; the cursor stays on its row or goes to `keep`; see `RowList.load`."""
        here = self.claims.current.id if self.claims.current else None
        rows = self._workspace.claims(self._queries["claims"], self.sorting, self.grouping, self._folds)
        self.claims.load(rows, keep or here, anew)

    def filter(self, query: str) -> None:
        """Show only what matches `query`; raises QueryError and changes nothing if it has no meaning."""
        before, self._queries[self.view] = self._queries[self.view], query.strip()
        try:
            if self.view == "claims":
                self.load_claims(anew=True)
            else:
                self.load_articles(anew=True)
        except QueryError:
            self._queries[self.view] = before
            raise
        self.label()

    def arrange(self, sorting: Sort, grouping: Group) -> None:
        """Sort and group the claims anew; other groups are not folded."""
        if grouping != self.grouping:
            self._folds = Folds()
        self.sorting, self.grouping = sorting, grouping
        self.load_claims()
        self.label()

    def advance(self, wanted: Callable[[str], bool]) -> bool:
        """Put the cursor on the next claim that is `wanted`; false if there is none further down."""
        rows = self.claims.rows
        index = next((i for i in range(self.claims.cursor + 1, len(rows)) if wanted(rows[i].id)), None)
        if index is not None:
            self.claims.go(index)
        return index is not None

    def label(self) -> None:
        """Titles with counts; the active filter stays in sight."""
        panes: tuple[tuple[View, ArticleList | ClaimList], ...]
        panes = (("articles", self.articles), ("claims", self.claims))
        for view, pane in panes:
            query, total = self._queries[view], self._totals[view]
            covered = len(pane.rows.covered)
            count = f"{covered} of {total}" if query else str(total)
            if folded := covered - len(pane.rows):
                count += f", {folded} folded"
            note = f"/{query}" if query else (self._arrangement if view == "claims" else "")
            marked = len(self.claims.marked) if view == "claims" else 0
            marks = f", {marked} marked" if marked else ""
            pane.label(f"{view.title()} {count}{marks}", note)

    @property
    def _arrangement(self) -> str:
        return f"by {self.sorting}" if self.grouping == "none" else f"{self.grouping}, {self.sorting}"

    def explain(self, reason: str) -> None:
        """What an empty list says."""
        self.shown.empty = reason
        self.shown.refresh()
