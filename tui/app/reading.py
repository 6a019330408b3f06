"""The article and the inspector: what is shown of an article and of a claim, and the way there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.article_pane import ArticlePane
from tui.app.inspector import Inspector
from tui.app.trail import Spot, Trail

if TYPE_CHECKING:
    from tui.model import Article
    from tui.workspace.dossier import Target
    from tui.workspace.workspace import Workspace


class Reading:
    """Looks up what the two panes show.  Every method may raise KeyError if the files were read again."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.article = ArticlePane("article")
        self.inspector = Inspector("inspector", workspace.dossier)
        self.trail = Trail()

    @property
    def claim(self) -> str | None:
        """The current claim: the one in the inspector."""
        return self.inspector.claim

    @property
    def paper(self) -> str | None:
        """The id of the article shown."""
        return self.article.article.id if self.article.article else None

    # -- showing

    def show_article(self, ident: str) -> bool:
        """Put an article into the middle pane; false if it is there already."""
        if self.paper == ident:
            return False
        analysed = self._workspace.article(ident)
        details = self._details(analysed.article)
        if analysed.duplicate_of and (revision := self._workspace.revision(ident)):
            from tui.workspace.copies import describe

            original, changes = revision
            details += f"\nNear-copy of {original}: {describe(changes)}"
        self.article.show(analysed, details, self._workspace.mentions_in(ident))
        return True

    def _details(self, article: Article) -> str:
        name = (article.path or "").rpartition("/")[2]
        facts = (article.publisher, article.date, name if article.title else "")
        return f" {self.article.marks.sign.dot} ".join(fact for fact in facts if fact)

    def show_claim(self, ident: str) -> None:
        """Inspect a claim and show it where it is first made."""
        self.inspect(ident)
        first = self._workspace.claim(ident).mentions[0]
        self.show_article(first.article)
        self.article.point(first.start, first.end, ident)

    def inspect_current(self) -> None:
        """Inspect the article's current claim."""
        placed = self.article.placed
        if placed is not None:
            self.inspect(placed.claim)
        else:
            self.inspector.clear("No claim found in this article.")
        self.label()

    def inspect(self, claim: str, again: bool = False) -> None:
        """Open a claim's dossier; with `again` also if it is open, because it has changed."""
        if again or self.claim != claim:
            self.inspector.show(claim)

    def choose(self, claim: str) -> bool:
        """Make `claim` the current one if the article has it."""
        index = next((i for i, placed in enumerate(self.article.mentions) if placed.claim == claim), None)
        if index is not None:
            self.article.choose(index)
            self.inspect_current()
        return index is not None

    def advance(self, wanted: Callable[[str], bool]) -> bool:
        """Make the article's next `wanted` claim the current one; false if there is none further down."""
        mentions = self.article.mentions
        after = range((self.article.current or 0) + 1, len(mentions))
        index = next((i for i in after if wanted(mentions[i].claim)), None)
        if index is not None:
            self.article.choose(index)
        return index is not None

    def refresh(self, inspect: bool = True) -> None:
        """The same article, and with `inspect` the same claim, as they are after a decision or a scan."""
        if self.paper is not None:
            self.article.update_mentions(self._workspace.mentions_in(self.paper))
        if self.claim is not None and inspect:
            self.inspect(self.claim, again=True)

    def forget(self) -> None:
        """Nothing shown counts as shown."""
        self.article.article = None
        self.inspector.forget()

    def clear(self, reason: str) -> None:
        """Show nothing but why."""
        self.article.clear(reason)
        self.inspector.clear("")
        self.label()

    def label(self) -> None:
        """Publisher, the current claim's chain and the date; which of the article's claims this is."""
        step = self.article.current
        self.article.label(self._heading())
        self.inspector.label("Claim" if step is None else f"Claim {step + 1} of {len(self.article.mentions)}")

    def _heading(self) -> str:
        marks, shown, placed = self.article.marks, self.article.article, self.article.placed
        if shown is None:
            return "Article"
        chain = marks.chain(placed.mention.chain) if placed else ""
        facts = (shown.article.publisher or "Article", chain, shown.article.date)
        return f" {marks.sign.dot} ".join(fact for fact in facts if fact)

    # -- the way

    def here(self) -> Spot | None:
        """The place on the screen."""
        if self.paper is None:
            return None
        mention = self.article.placed.mention if self.article.placed else None
        start, end = self.article.target or ((mention.start, mention.end) if mention else (0, 0))
        return Spot(self.paper, start, end, self.claim)

    def follow(self) -> Spot | None:
        """Go where the inspector's row leads; the place reached, None if it leads nowhere."""
        target = self.inspector.target
        return None if target is None else self.go_to(target)

    def go_to(self, target: Target) -> Spot:
        """Go to a span that the current claim rests on; the place reached."""
        there = Spot(target.article, target.start, target.end, self.claim)
        self.trail.visit(self.here(), there)
        self.show_spot(there)
        return there

    def travel(self, steps: int) -> Spot | None:
        """Go back (negative) or forward; the place reached, None if there is none."""
        spot = self.trail.travel(steps, self.here())
        if spot is not None:
            self.show_spot(spot)
        return spot

    def show_spot(self, spot: Spot) -> None:
        """Show a place as it was left."""
        self.show_article(spot.article)
        self.article.point(spot.start, spot.end, spot.claim)
        if spot.claim is not None:
            self.inspect(spot.claim)
        self.label()
