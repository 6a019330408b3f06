"""The one screen: three panes and a footer, and what every key does to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer

from tui.app.article_list import ArticleList
from tui.app.article_pane import ArticlePane
from tui.app.claim_list import ClaimList
from tui.app.inspector import Inspector
from tui.app.keys import bindings
from tui.app.layout import PANES, PaneName, visible, widths
from tui.app.pane import Pane
from tui.app.scanning import ScanEnded, Scanner, ScanProgress
from tui.app.status_line import StatusLine
from tui.app.trail import Spot, Trail
from tui.app.triage import Outcome, Triage
from tui.workspace.rows import SORTS, Place, Sort, Verdict

if TYPE_CHECKING:
    from tui.app.application import ClaimsApp
    from tui.app.prompt import Prompt
    from tui.workspace.workspace import Workspace

REST = 0.12  # seconds the cursor must stand still before the other panes follow
_PROMPTING = "enter keeps it, ^g leaves"
_DIGITS = frozenset("0123456789")
_LONGEST = 6  # digits of a count
_PATIENCE = 0.03  # seconds after a keystroke before the filter is applied


class Browser(Screen[None], inherit_bindings=False):
    """Keeps the panes in step: the list chooses, the article and the inspector follow."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.triage = Triage(workspace)
        self.scanner = Scanner(self, workspace)
        self.trail = Trail()
        self.view = "articles"
        self.focus_name: PaneName = "list"
        self._beside: PaneName = "list"
        self.zoomed = False
        self.sorting: Sort = "attention"
        self.queries = {"articles": "", "claims": ""}
        self.count = 0
        self._typed = ""
        self._prompt: Prompt | None = None
        self._pending: Callable[[], None] | None = None
        self._timer: Timer | None = None
        self.articles = ArticleList("articles")
        self.claims = ClaimList("claims")
        self.article = ArticlePane("article")
        self.inspector = Inspector("inspector")
        self.status = StatusLine("status")
        self.bottom = Horizontal(self.status, id="bottom")

    def compose(self) -> ComposeResult:
        """Both lists share the left place."""
        yield Horizontal(self.articles, self.claims, self.article, self.inspector, id="panes")
        yield self.bottom

    def on_mount(self) -> None:
        """Open on the index as it is, where it was left, and look for changed files behind that."""
        place = self.workspace.place() or Place("list")
        self.view = place.view if place.view in self.queries else "articles"
        self.focus_name = next((name for name in PANES if name == place.pane), "list")
        self._arrange()
        self._reload(place.article, place.claim)
        row = self.articles.current
        if self.view == "articles" and row is not None:
            self._show_article(row.id)
        self.status.report(self.triage.progress())
        self.call_after_refresh(self._begin, place)

    def _begin(self, place: Place) -> None:
        """What can wait for the first picture: the inspector, a look at the files, what must be said once."""
        self.scanner.start(only_if_needed=True)
        self._restore(place)
        self._complain([*self._app.warnings, *self.workspace.notices])

    # -- the panes

    @property
    def list(self) -> ArticleList | ClaimList:
        """The list that is shown."""
        return self.claims if self.view == "claims" else self.articles

    def pane(self, name: PaneName) -> Pane:
        """A pane by its name."""
        return {"list": self.list, "article": self.article, "inspector": self.inspector}[name]

    @property
    def focused_pane(self) -> Pane:
        """The pane the movement keys go to."""
        return self.pane(self.focus_name)

    def on_resize(self) -> None:
        """Two panes may become three."""
        self._arrange()

    def _arrange(self) -> None:
        """Show the panes that fit, the focused one always."""
        width, height = self.app.size
        if self.focus_name != "article":
            self._beside = self.focus_name
        shown = visible(width, self.focus_name, self.zoomed, self._beside)
        focused = self.focused_pane
        focused.display = True
        self.set_focus(focused, scroll_visible=False)
        for name, cells in zip(shown, widths(width, shown), strict=True):
            self.pane(name).fit(cells, height - 1)
        for pane in (self.articles, self.claims, self.article, self.inspector):
            pane.display = pane in [self.pane(name) for name in shown]

    def _label(self) -> None:
        """Titles with counts; the active filter stays in sight."""
        for name, pane in (("articles", self.articles), ("claims", self.claims)):
            query, total = self.queries[name], self._totals[name]
            count = f"{len(pane.rows)} of {total}" if query else str(total)
            note = f"/{query}" if query else (f"by {self.sorting}" if name == "claims" else "")
            pane.label(f"{name.title()} {count}", note)
        shown = self.article.article
        self.article.label((shown.article.publisher or "Article") if shown else "Article")
        step = self.article.current
        of = f" {step + 1} of {len(self.article.mentions)}" if step is not None else ""
        self.inspector.label(f"Claim{of}")

    # -- what the lists hold

    def _reload(self, article: str | None = None, claim: str | None = None) -> None:
        """Fetch both lists again; the cursors stay on the same rows, or go to those named."""
        self._totals = {"articles": len(self.workspace.articles()), "claims": len(self.workspace.claims())}
        self._load("articles", article)
        self._load("claims", claim)
        self._label()

    def _load(self, view: str, keep: str | None = None) -> None:
        query = self.queries[view]
        if view == "articles":
            here = keep or getattr(self.articles.current, "id", None)
            self.articles.load(self.workspace.articles(query), here)
        else:
            here = keep or getattr(self.claims.current, "id", None)
            self.claims.load(self.workspace.claims(query, self.sorting), here)

    # -- the other panes follow

    def _rest(self, follow: Callable[[], None]) -> None:
        """Do `follow` once the cursor has rested; a held key draws only the list."""
        self._pending = follow
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(REST, self._flush)

    def _flush(self) -> bool:
        """Do what waits for the cursor to rest; false if nothing waits."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        follow, self._pending = self._pending, None
        if follow is None:
            return False
        with self._tolerating_loss():
            follow()
        self.remember()
        return True

    @contextmanager
    def _tolerating_loss(self) -> Iterator[None]:
        """What is looked up may be gone since the files were read again; the lists are about to say so."""
        try:
            yield
        except KeyError:
            self.status.say("This is gone: the files were read again")

    def on_row_list_moved(self) -> None:
        """Another row: article and inspector follow when the cursor rests."""
        self._rest(self._settle)

    def on_article_pane_stepped(self) -> None:
        """Another claim in the article: the inspector follows."""
        self._rest(self._inspect_current)

    def on_pane_touched(self, message: Pane.Touched) -> None:
        """A click focuses (and keeps a filter being typed), a double click opens."""
        self._close_prompt()
        name = next(name for name in PANES if self.pane(name) is message.pane)
        self.action_focus_pane(name)
        if message.opened:
            self.action_open()

    def _settle(self) -> None:
        """Show what the list's cursor stands on."""
        row = self.list.current
        if row is None:
            self._show_nothing()
        elif self.view == "articles":
            if self._show_article(row.id) or self.claim is None:
                self._inspect_current()
        elif self.claim != row.id:
            self._show_claim(row.id)
        self._label()

    def _show_nothing(self) -> None:
        query = self.queries[self.view]
        reason = f"Nothing matches “{query}”" if query else self._emptiness()
        self.list.empty = reason
        self.list.refresh()
        self.article.clear("" if query else "Articles are shown here as soon as one is read.")
        self.inspector.clear("")

    def _emptiness(self) -> str:
        if self.scanner.running:
            return "Reading articles…"
        return "No articles. Start with a folder: claims-tui PATH"

    def _show_article(self, ident: str) -> bool:
        """Put an article into the middle pane; false if it is there already."""
        shown = self.article.article
        if shown is not None and shown.id == ident:
            return False
        analysed = self.workspace.article(ident)
        article = analysed.article
        name = (article.path or "").rpartition("/")[2]
        facts = (article.publisher, article.date, name if article.title else "")
        details = f" {self._app.marks.sign.dot} ".join(fact for fact in facts if fact)
        self.article.show(analysed, details, self.workspace.mentions_in(ident))
        return True

    def _show_claim(self, ident: str) -> None:
        """Inspect a claim and show it where it is first made."""
        self._inspect(ident)
        first = self.workspace.claim(ident).mentions[0]
        self._show_article(first.article)
        self.article.point(first.start, first.end, ident)

    def _inspect_current(self) -> None:
        """Inspect the article's current claim."""
        placed = self.article.placed
        if placed is not None:
            self._inspect(placed.claim)
        else:
            self.inspector.clear("No claim found in this article.")
        self._label()

    def _inspect(self, claim: str, again: bool = False) -> None:
        if again or self.claim != claim:
            keep = self.claim == claim
            self.inspector.show(self.workspace.dossier(claim), keep)

    @property
    def claim(self) -> str | None:
        """The current claim: the one in the inspector."""
        return self.inspector.dossier.claim.id if self.inspector.dossier else None

    # -- keys

    @property
    def _app(self) -> ClaimsApp:
        return cast("ClaimsApp", self.app)

    def take_key(self, character: str) -> bool:
        """Collect a count (it begins with 4 to 9 or 0); any other key takes it and clears the message.

        True if the key is part of a count and means nothing else.
        """
        if self._prompt is not None:
            return False
        if character in _DIGITS and (self._typed or character not in "123"):
            self._typed = (self._typed + character)[-_LONGEST:]
            self.status.say(self._typed)
            return True
        self.count, self._typed = int(self._typed or 0), ""
        self.status.say("")
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While a filter is typed, letters are letters."""
        return self._prompt is None

    def action_move(self, steps: int) -> None:
        """By rows."""
        self.focused_pane.move(steps * (self.count or 1))

    def action_page(self, pages: float) -> None:
        """By pages."""
        self.focused_pane.page(pages * (self.count or 1))

    def action_top(self) -> None:
        """To the first row, or to the one counted."""
        self.focused_pane.go(max(0, self.count - 1))

    def action_bottom(self) -> None:
        """To the last row, or to the one counted."""
        self.focused_pane.go(self.count - 1)

    def action_focus_pane(self, name: PaneName) -> None:
        """Give a pane the keys; it is shown if it was not."""
        self._flush()
        self.focus_name = name
        self._arrange()
        self._rest(self._settle if name == "list" else self.remember)

    def action_turn_pane(self, steps: int) -> None:
        """Round the panes."""
        self.action_focus_pane(PANES[(PANES.index(self.focus_name) + steps) % len(PANES)])

    def action_step_pane(self, steps: int) -> None:
        """Left or right, not round."""
        index = PANES.index(self.focus_name) + steps
        if 0 <= index < len(PANES):
            self.action_focus_pane(PANES[index])

    def action_zoom(self) -> None:
        """The focused pane alone, or all again."""
        self.zoomed = not self.zoomed
        self._arrange()

    def action_show_view(self, view: str) -> None:
        """Articles or claims in the left pane; among the articles the cursor is on the one shown."""
        self._flush()
        shown = self.article.article
        self.view = view
        self._load(view, shown.id if shown and view == "articles" else None)
        self.action_focus_pane("list")
        self._label()

    def action_open(self) -> None:
        """One step deeper; from a row of evidence, to its span."""
        self._flush()
        if self.focus_name == "inspector":
            self._follow()
        elif self.list.current is not None:
            reading = self.focus_name == "list" and self.view == "articles"
            deeper: PaneName = "article" if reading else "inspector"
            self.action_focus_pane(deeper)

    def action_step_claim(self, steps: int) -> None:
        """From claim to claim in the article."""
        if self.focus_name == "list":
            self._flush()
        if not self.article.step(steps * (self.count or 1)):
            self.status.say("Last claim of this article" if steps > 0 else "First claim of this article")

    def action_step_row(self, steps: int) -> None:
        """From article to article, or claim to claim, without leaving the pane."""
        self.list.move(steps * (self.count or 1))

    # -- following evidence

    def _here(self) -> Spot | None:
        article = self.article.article
        if article is None:
            return None
        mention = self.article.placed.mention if self.article.placed else None
        start, end = self.article.target or ((mention.start, mention.end) if mention else (0, 0))
        return Spot(article.id, start, end, self.claim)

    def _follow(self) -> None:
        target = self.inspector.target
        if target is not None:
            there = Spot(target.article, target.start, target.end, self.claim)
            self.trail.visit(self._here(), there)
            self._visit(there)
            self.action_focus_pane("article")

    def action_travel(self, steps: int) -> None:
        """Back and forward."""
        self._flush()
        spot = self.trail.travel(steps, self._here())
        if spot is None:
            self.status.say("Nowhere further back" if steps < 0 else "Nowhere further forward")
        else:
            self._visit(spot)

    def _visit(self, spot: Spot) -> None:
        with self._tolerating_loss():
            self._show_spot(spot)

    def _show_spot(self, spot: Spot) -> None:
        self._show_article(spot.article)
        self.article.point(spot.start, spot.end, spot.claim)
        if spot.claim is not None:
            self._inspect(spot.claim)
        found = self.articles.find(spot.article)
        if found is not None:
            self.articles.select(found)
        self._label()

    # -- deciding

    def action_decide(self, verdict: Verdict) -> None:
        """Decide on the current claim and go on to the next; what was not shown yet is shown first."""
        unseen = self._pending == self._settle and self.view == "articles"
        self._flush()
        if unseen or self.claim is None:
            self.status.say("Shown; press again to decide" if self.claim else "No claim to decide on")
            return
        outcome = self.triage.decide(self.claim, verdict)
        moved = not outcome.failed and self._advance()
        self._refresh_decisions(inspect=not moved)
        self._report(outcome)

    def action_skip(self) -> None:
        """On to the next undecided claim."""
        self._flush()
        if not self._advance():
            self.status.say("Nothing undecided further down")

    def action_undo(self) -> None:
        """Take the last decision back and show its claim."""
        self._revert(self.triage.undo())

    def action_redo(self) -> None:
        """Bring it back."""
        self._revert(self.triage.redo())

    def _revert(self, outcome: Outcome) -> None:
        self._flush()
        if outcome.claim is not None:
            self._refresh_decisions()
            self._return_to(outcome.claim)
        self._report(outcome)

    def _return_to(self, claim: str) -> None:
        """Put the cursor back on `claim` where it can be seen."""
        if self.view == "claims":
            found = self.claims.find(claim)
            if found is not None:
                self.claims.go(found)
            return
        index = next((i for i, placed in enumerate(self.article.mentions) if placed.claim == claim), None)
        if index is not None:
            self.article.choose(index)
            self._inspect_current()

    def _advance(self) -> bool:
        """To the next undecided claim: down the list of claims, or on through the article."""
        row = self.claims.current
        if self.view == "claims" and row is not None and row.id == self.claim:
            rows = self.claims.rows
            after = range(self.claims.cursor + 1, len(rows))
            index = next((i for i in after if self.triage.undecided(rows[i].id)), None)
            if index is not None:
                self.claims.go(index)
            return index is not None
        mentions = self.article.mentions
        after = range((self.article.current or 0) + 1, len(mentions))
        index = next((i for i in after if self.triage.undecided(mentions[i].claim)), None)
        if index is not None:
            self.article.choose(index)
            self._rest(self._inspect_current)
        return index is not None

    def _refresh_decisions(self, inspect: bool = True) -> None:
        """Draw again what shows decisions; rows keep their order until the list is fetched anew."""
        self.status.report(self.triage.progress())
        self.claims.refresh()
        self._load("articles")
        if self.article.article is not None:
            self.article.update_mentions(self.workspace.mentions_in(self.article.article.id))
        if self.claim is not None and inspect:
            self._inspect(self.claim, again=True)
        self.remember()

    def _report(self, outcome: Outcome) -> None:
        self.status.say(outcome.message, outcome.failed)

    # -- finding

    async def action_filter(self) -> None:
        """Type a filter for the list; it is applied as it is typed."""
        from tui.app.prompt import PromptLine

        self._flush()
        if self.focus_name != "list":
            self.action_focus_pane("list")
        self._before = self.queries[self.view]
        line = PromptLine(self._before)
        self._prompt = line.prompt
        await self.bottom.mount(line, before=self.status)
        self.status.report("")
        self.status.say(_PROMPTING)
        self.set_focus(self._prompt)

    def on_input_changed(self) -> None:
        """Apply the filter shortly after the last keystroke."""
        self._pending = None
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PATIENCE, self._apply_typed)

    def _apply_typed(self) -> None:
        self._timer = None
        if self._prompt is not None:
            self._apply(self._prompt.value)

    def _apply(self, query: str) -> bool:
        """Filter the list by `query`; one that cannot be understood leaves the list as it is."""
        from tui.workspace.query import QueryError

        before, self.queries[self.view] = self.queries[self.view], query
        here = getattr(self.list.current, "id", None)
        try:
            self._load(self.view, None if query else here)
        except QueryError as error:
            self.queries[self.view] = before
            self.status.say(str(error), bad=True)
            return False
        self._label()
        if self._prompt is not None:
            self.status.say(f"{len(self.list.rows)} of {self._totals[self.view]}   {_PROMPTING}")
        self._rest(self._settle)
        return True

    def on_input_submitted(self) -> None:
        """Keep the filter and go back to the list; a bad one stays to be mended."""
        if self._prompt is not None and self._apply(self._prompt.value):
            self._close_prompt()

    def on_prompt_cancelled(self) -> None:
        """The filter as it was before."""
        self._close_prompt()
        self._apply(self._before)

    def on_prompt_browsed(self, message: Prompt.Browsed) -> None:
        """Look through the results while typing."""
        self.list.move(message.steps)

    def _close_prompt(self) -> None:
        if self._prompt is None:
            return
        self.bottom.query("#prompt").remove()
        self._prompt = None
        self.status.report(self.triage.progress())
        self.status.say("")
        self.set_focus(self.focused_pane, scroll_visible=False)

    def action_clear_filter(self) -> None:
        """Show everything again."""
        if self.queries[self.view]:
            self._apply("")
            self.status.say("Filter cleared")

    def action_sort(self) -> None:
        """Sort the claims the next way; the cursor stays on its claim."""
        self.sorting = SORTS[(SORTS.index(self.sorting) + 1) % len(SORTS)]
        self._load("claims")
        self._label()
        self.status.say(f"Claims sorted by {self.sorting}")

    # -- reading the files again

    def action_rescan(self) -> None:
        """Start, or stop if it runs."""
        if self.scanner.running:
            self.scanner.cancel()
            self.status.say("Stopping at the next file…")
        else:
            self.scanner.start()
            self.status.report("Reading…")

    def on_scan_progress(self, message: ScanProgress) -> None:
        """Into the footer; into the list if that is empty."""
        self.status.report(f"Reading {message.done} of {message.total}")
        if not self.list.rows:
            self.list.empty = f"Reading {message.total} articles…"
            self.list.refresh()

    def on_scan_ended(self, message: ScanEnded) -> None:
        """Show what is new, the cursors where they were."""
        self.scanner.ended()
        self.status.report(self.triage.progress())
        report = message.report
        if report is None:
            self._complain([f"Reading failed: {message.problem}"] if message.problem else [])
        if not self.list.rows or (report and report.changed):
            self._reload()
            self._show_again()
        if report is None:
            return
        if report.cancelled:
            self.status.say("Stopped; r reads on")
        self._complain(report.problems)

    def _complain(self, problems: Sequence[str]) -> None:
        """The first of `problems` in the footer, and how many there are besides."""
        if problems:
            more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
            self.status.say(problems[0] + more, bad=True)

    def _show_again(self) -> None:
        """The article and the claim as they are after a scan."""
        shown, claim = self.article.article, self.claim
        known = shown is not None and self.articles.find(shown.id) is not None
        if shown is not None and known:
            self.article.update_mentions(self.workspace.mentions_in(shown.id))
        if not known or claim is None or self.claims.find(claim) is None:
            self.article.article = None
            self.inspector.dossier = None
            self._settle()
        else:
            self._inspect(claim, again=True)

    # -- where one was

    def _restore(self, place: Place) -> None:
        self._settle()
        if place.claim is not None and self.view == "articles":
            index = next((i for i, p in enumerate(self.article.mentions) if p.claim == place.claim), None)
            if index is not None:
                self.article.choose(index)
                self._inspect_current()

    def remember(self) -> None:
        """Save the place, so that even a killed session comes back to it."""
        shown = self.article.article
        self.workspace.remember(Place(self.focus_name, shown.id if shown else None, self.claim, self.view))

    # -- the program

    def action_help(self) -> None:
        """The key table."""
        from tui.app.help_page import HelpPage

        self.app.push_screen(HelpPage(self._app.actions))

    def action_palette(self) -> None:
        """Every action by name."""
        self.app.action_command_palette()

    def action_suspend(self) -> None:
        """To the shell."""
        self.app.action_suspend_process()

    def action_redraw(self) -> None:
        """After something else wrote to the terminal."""
        self.refresh(layout=True)

    def action_interrupt(self) -> None:
        """Nothing is lost by ctrl+c."""
        self.status.say("q quits; every decision is saved already")

    def action_leave(self) -> None:
        """The filter first, then the program."""
        if self.queries[self.view]:
            self.action_clear_filter()
            return
        self._flush()
        self.remember()
        self.scanner.cancel()
        self.app.exit(0)
