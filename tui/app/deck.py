"""The one screen and how its parts keep in step: the list chooses, article and inspector follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.app.footer import Footer
from tui.app.keys import Action, actions, bindings, show
from tui.app.layout import PANES, PaneName
from tui.app.lists import VIEWS, Lists
from tui.app.panes import Panes
from tui.app.reading import Reading
from tui.app.rest import Rest
from tui.app.scanning import ScanEnded, Scanner, ScanProgress
from tui.app.surface import Surface
from tui.app.tour import LINES, Tour, is_due, mark_seen
from tui.app.triage import Triage
from tui.workspace.rows import Place, Tally

if TYPE_CHECKING:
    from tui.app.application import ClaimsApp
    from tui.workspace.workspace import Workspace


class Deck(Surface[None], inherit_bindings=False):
    """Opens where it was left, follows the cursor when it rests, takes in what a scan brings."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(actions())]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.triage = Triage(workspace)
        self.scanner = Scanner(self, workspace)
        self.lists = Lists(workspace)
        self.reading = Reading(workspace)
        self.panes = Panes(self.lists, self.reading)
        self.footer = Footer(self.take_typed)
        self.tour = self._first_tour()
        self.rest = Rest(self)

    @property
    def claims_app(self) -> ClaimsApp:
        """The application with what all panes share."""
        return cast("ClaimsApp", self.app)

    @property
    def offered(self) -> tuple[Action, ...]:
        """What can be done here: everything."""
        return self.claims_app.actions

    def compose(self) -> ComposeResult:
        """Panes above, footer below; between them, once, the tour."""
        yield self.panes
        if self.tour is not None:
            yield self.tour
        yield self.footer

    def _first_tour(self) -> Tour | None:
        state = self.workspace.config.state_dir
        if not is_due(state):
            return None
        mark_seen(state)
        self.panes.lines_below += len(LINES)
        return Tour()

    async def end_tour(self) -> bool:
        """Put the tour away; false if there is none."""
        if self.tour is None:
            return False
        tour, self.tour = self.tour, None
        self.panes.lines_below -= len(LINES)
        await tour.remove()
        self.panes.fit()
        return True

    # -- opening

    def on_mount(self) -> None:
        """Open on the index as it is, where it was left; the rest waits for the first picture."""
        place = self.workspace.place() or Place("list")
        self.lists.view = next((view for view in VIEWS if view == place.view), "articles")
        self.panes.current = next((name for name in PANES if name == place.pane), "list")
        self.panes.fit()
        self.lists.reload_shown(place.article, place.claim)
        if self.lists.view == "articles" and self.lists.row is not None:
            self.reading.show_article(self.lists.row)
        self.show_progress()
        self.call_after_refresh(self._begin, place)

    def _begin(self, place: Place) -> None:
        """The other list, the inspector, a look at the files, and what must be said once."""
        self.lists.reload_hidden(place.article, place.claim)
        self.scanner.start(only_if_needed=True)
        self.settle()
        if place.claim is not None and self.lists.view == "articles":
            self.reading.choose(place.claim)
        self.footer.complain([*self.claims_app.warnings, *self.workspace.notices])

    def remember(self) -> None:
        """Save the place, so that even a killed session comes back to it."""
        place = Place(self.panes.current, self.reading.paper, self.reading.claim, self.lists.view)
        self.workspace.remember(place)

    # -- progress

    @property
    def scope(self) -> Tally | None:
        """How far the triage of what is filtered is; None without a filter."""
        if not self.lists.query:
            return None
        if self.lists.view == "claims":
            return self.workspace.tally(self.lists.claims.rows)
        return self.workspace.tally_articles(self.lists.articles.rows)

    @property
    def progress(self) -> str:
        """``12 of 47 decided, 35 left``, and what else the right end of the footer says."""
        return self.triage.progress(self.scope, len(self.lists.claims.marked))

    def show_progress(self) -> None:
        """Bring the right end of the footer up to date."""
        self.footer.report(self.progress)

    def on_resize(self) -> None:
        """Two panes may become three."""
        self.panes.fit()

    # -- following

    def on_row_list_moved(self) -> None:
        """Another row: article and inspector follow when the cursor rests."""
        self.follow_later(self.settle)

    def on_article_pane_stepped(self) -> None:
        """Another claim in the article: the inspector follows."""
        self.follow_later(self.reading.inspect_current)

    def focus_pane(self, name: PaneName) -> None:
        """Give a pane the keys; it is shown if it was not."""
        self.rest.now()
        self.panes.current = name
        self.panes.fit()
        self.follow_later(self.settle if name == "list" else self.remember)

    def catch_up(self) -> None:
        """Show what the cursor stands on at once; keys that came together act on what they were meant for."""
        self.rest.now()
        if self.lists.shown.strayed:
            self.settle()

    def follow_later(self, follow: Callable[[], None]) -> None:
        """Do `follow` once the cursor has rested."""
        self._follow = follow
        self.rest.then(self._follow_now)

    def awaits(self, follow: Callable[[], None]) -> bool:
        """Whether `follow` is what waits for the cursor to rest."""
        return self.rest.waiting is not None and self._follow == follow

    def _follow_now(self) -> None:
        with self.tolerating_loss():
            self._follow()
        self.lists.shown.show_position()
        self.remember()

    @contextmanager
    def tolerating_loss(self) -> Iterator[None]:
        """What is looked up may be gone since the files were read again; the lists are about to show it."""
        try:
            yield
        except KeyError:
            self.footer.say("This is gone: the files were read again")

    def settle(self) -> None:
        """Show what the list's cursor stands on."""
        row = self.lists.row
        self.lists.shown.strayed = False
        if row is None:
            self._show_nothing()
        elif self.lists.view == "articles":
            if self.reading.show_article(row) or self.reading.claim is None:
                self.reading.inspect_current()
        elif self.reading.claim != row:
            self.reading.show_claim(row)
        self.reading.label()

    def _show_nothing(self) -> None:
        if self.lists.query:
            self.lists.explain(f"Nothing matches “{self.lists.query}”")
            self.reading.clear("")
            return
        reading = self.scanner.running
        self.lists.explain("Reading articles…" if reading else self._advice())
        self.reading.clear("Articles are shown here as soon as one is read.")

    def _advice(self) -> str:
        """What to do about an empty corpus."""
        places = ", ".join(str(path) for path in self.workspace.paths) or "the corpus"
        return (
            f"No article in {places}. Put texts there (.txt, .md, .json, .csv, .eml, …) and press"
            f" {self.key_for('rescan')}, or start with a folder that has some: claims-tui PATH."
            " Without PATH, the one that corpus in config.toml names is opened."
        )

    def key_for(self, action: str) -> str:
        """The key of an action as it is bound."""
        return next(show(known.keys[0]) for known in self.claims_app.actions if known.id == action)

    def take_typed(self, query: str, kept: bool) -> None:
        """What is typed into the footer's prompt, as far as it is typed; `kept` once enter was pressed."""
        raise NotImplementedError

    # -- reading the files again

    def on_scan_progress(self, message: ScanProgress) -> None:
        """Into the footer; into the list if that is empty."""
        self.footer.report(f"{message.what.capitalize()} {message.done} of {message.total}")
        if self.lists.row is None:
            self.lists.explain(f"{message.what.capitalize()} {message.done} of {message.total}…")

    def on_scan_ended(self, message: ScanEnded) -> None:
        """Show what is new, the cursors where they were."""
        self.scanner.ended()
        report = message.report
        if self.lists.row is None or (report and report.changed):
            self.lists.reload()
            self._show_again()
        self.show_progress()
        if report and report.cancelled:
            self.footer.say("Stopped; r reads on")
        elif report and report.changed:
            self._say_reopened()
        self.footer.complain([*report.problems, *report.notices] if report else message.problems)

    def _say_reopened(self) -> None:
        count = self.workspace.tally().reopened
        if count:
            what = (
                "A decided claim came back: its" if count == 1 else f"{count} decided claims came back: their"
            )
            self.footer.say(f"{what} evidence changed; /decision:reopened")

    def _show_again(self) -> None:
        """The article and the claim as they are after a scan; if one is gone, what the cursor stands on."""
        paper, claim = self.reading.paper, self.reading.claim
        there = paper is not None and self.lists.articles.find(paper) is not None
        if there and claim is not None and self.lists.claims.find(claim) is not None:
            self.reading.refresh()
        else:
            self.reading.forget()
            self.settle()
