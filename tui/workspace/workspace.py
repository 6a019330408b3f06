"""What a session works on: one corpus, its index, the analyst's decisions, and where they left off."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_args

from tui.config import Config, Group
from tui.model import AnalysedArticle, Article, Claim, Voice
from tui.workspace.decisions import Decision, DecisionError, Decisions
from tui.workspace.grouping import NO_FOLDS, Folds
from tui.workspace.index import Index
from tui.workspace.listing import Listing
from tui.workspace.paths import Names, corpus_key, slug
from tui.workspace.places import PlaceFile
from tui.workspace.press import IndexDamagedError
from tui.workspace.query import QueryError
from tui.workspace.records import Remarking, Step, Subject
from tui.workspace.rows import (
    ArticleRow,
    ClaimRow,
    Place,
    PlacedMention,
    Remarks,
    ScanReport,
    Tally,
    Verdict,
)
from tui.workspace.tables import Snapshot
from tui.workspace.view import View

if TYPE_CHECKING:
    from tui.workspace import scanning
    from tui.workspace.copies import Revision
    from tui.workspace.dossier import Dossier
    from tui.workspace.shelf import Shelf

Answer = TypeVar("Answer")

__all__ = [
    "ArticleRow",
    "ClaimRow",
    "Decision",
    "DecisionError",
    "Place",
    "PlacedMention",
    "QueryError",
    "Remarks",
    "ScanReport",
    "Step",
    "Tally",
    "Verdict",
    "Workspace",
]


def _analyse(
    articles: Iterable[Article], voices: Sequence[Voice], shelf: Shelf, told: scanning.Progress
) -> scanning.Analysis:
    from tui.claims.analysis import analyse

    analysis: scanning.Analysis = analyse(articles, voices, shelf, told)
    return analysis


class Workspace:
    """One corpus.  Reading methods answer from the index; `scan` brings the index up to date.

    Methods may be called while `scan` runs in another thread: they answer from the index before it.
    `notices` are lines to say once (an index that had to be rebuilt, a damaged decisions log); those that
    come up during a scan stand in its report, too.
    """

    def __init__(self, config: Config, paths: Sequence[Path], analyse: scanning.Analyse) -> None:
        self.config = config
        self.paths = tuple(paths)
        self.key = corpus_key(self.paths)
        self.notices: list[str] = []
        self._analyse = analyse
        self._names = Names(self.paths)
        self._lock = threading.Lock()
        self._index_file = config.cache_dir / "index" / f"{self.key}.sqlite"
        self._shelf_file = config.cache_dir / "articles" / f"{self.key}.sqlite"
        self._places = PlaceFile(config.state_dir / "places" / f"{self.key}.toml")
        self._decisions = Decisions(
            config.data_dir / "decisions" / self.key / f"{slug(config.analyst)}.toml", config.analyst
        )
        self.notices += self._decisions.problems
        self._usable = True
        self._view = self._overlay(self._open_index())
        self._said = len(self.notices)

    @classmethod
    def open(cls, config: Config, paths: Sequence[Path], analyse: scanning.Analyse = _analyse) -> Workspace:
        """The corpus at `paths` with its index as it is: nothing is read or analysed.

        Raises `DecisionError` if the decisions log cannot be read.
        """
        return cls(config, paths, analyse)

    def _open_index(self) -> Index:
        try:
            return Index.open(self._index_file)
        except IndexDamagedError as error:
            self.notices.append(f"{self._index_file}: the index is {error}; it is rebuilt")
        except OSError:
            pass  # there is none yet; if it cannot be written either, that is said then
        self._usable = False
        return Index.empty()

    # Bringing the index up to date

    @property
    def needs_scan(self) -> bool:
        """Whether the index is missing, damaged, made otherwise, or older than a file.

        Looks at every file and at the whole index: not for the thread that draws.
        """
        from tui.workspace import scanning

        index = self._view.index
        if not self._usable or not self._is_current(index):
            return True
        try:
            # A connection of its own: what is asked meanwhile would have to wait for the check to end.
            Index.open(self._index_file).check()
            return scanning.is_changed(self.paths, index.files())
        except (IndexDamagedError, OSError):
            return True

    def _is_current(self, index: Index) -> bool:
        from tui.workspace import scanning

        return scanning.marks(self.config).items() <= index.marks.items()

    def scan(
        self,
        progress: scanning.Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ScanReport:
        """Reads and analyses what changed, writes the index.  Blocks; may run in a worker thread.

        `progress` gets a stage (``reading`` files, ``recalling`` and ``analysing`` articles, ``comparing``
        statements, ``assembling`` claims, ``writing``), how much of it is done and of how much; `cancelled`
        is asked each time.  What was found in articles before a scan is cancelled or interrupted is kept.
        """
        from tui.workspace import scanning

        told = scanning.watch(progress, cancelled)
        before = self._sound_index()
        if before and not self._is_current(before):
            before = None
        inventory = scanning.take_stock(self.paths, before.files() if before else (), self.config)
        if before and scanning.is_same_content(inventory.states, before.files()):
            if inventory.states != before.files() and self._index_file.exists():
                Index.renew(self._index_file, inventory.states)
            return self._report(inventory, changed=False)
        try:
            snapshot = self._analysed(inventory, told)
        except scanning.CancelledError:
            return self._report(inventory, changed=False, cancelled=True)
        gone = self._view.triage.gone if before else 0
        self._adopt(self._write(snapshot))
        if (more := self._view.triage.gone - gone) > 0:
            what = "a decided claim is" if more == 1 else f"{more} decided claims are"
            self.notices.append(f"{what} no longer in these articles; what was decided is kept")
        return self._report(inventory, changed=True)

    def _analysed(self, inventory: scanning.Inventory, told: scanning.Progress) -> Snapshot:
        from tui.workspace import scanning
        from tui.workspace.shelf import Shelf

        marks = scanning.marks(self.config)
        with Shelf(self._shelf_file, marks, self.notices) as shelf:
            articles = scanning.read_articles(inventory, shelf, told)
            analysis = self._analyse(articles, self.config.voices, shelf, told)
            shelf.settle(scanning.files(inventory))
        count = len(analysis.articles)
        told("writing", count, count)
        return Snapshot(analysis.articles, analysis.claims, inventory.states, marks)

    def _sound_index(self) -> Index | None:
        """The index if it can be relied on, every page of it."""
        if not self._usable:
            return None
        try:
            self._view.index.check()
        except IndexDamagedError as error:
            self.notices.append(f"{self._index_file}: the index is damaged ({error}); it is rebuilt")
            return None
        return self._view.index

    def _write(self, snapshot: Snapshot) -> Index:
        from tui.claims.collecting import without_collector

        try:
            with without_collector():
                return Index.write(self._index_file, snapshot)
        except OSError as error:
            reason = error.strerror or str(error)
            self.notices.append(
                f"{self._index_file.parent}: the index cannot be written ({reason}); going on without,"
                " the next start analyses again"
            )
            return Index.write(None, snapshot)

    def _adopt(self, index: Index, usable: bool = True) -> None:
        with self._lock:
            self._view = self._overlay(index)
            self._usable = usable

    def _overlay(self, index: Index) -> View:
        """The index with the decisions laid over it."""
        voices = [voice.name for voice in self.config.voices]
        return View(index, self._decisions.standing, self._names, self.config.filters, voices)

    def _report(self, inventory: scanning.Inventory, changed: bool, cancelled: bool = False) -> ScanReport:
        index = self._view.index
        said, self._said = self._said, len(self.notices)
        return ScanReport(
            articles=index.count("article"),
            claims=index.count("claim"),
            problems=tuple(inventory.problems),
            changed=changed,
            cancelled=cancelled,
            notices=tuple(self.notices[said:]),
        )

    # What is known

    def articles(self, query: str = "", unfolded: Collection[str] = ()) -> Listing[ArticleRow]:
        """The articles that match, by date (undated last), publisher and path; best matches first.

        Near-copies stand right under their originals if these are `unfolded`, else not at all.
        """
        return self._ask(lambda view: view.articles(query, unfolded))

    def claims(
        self, query: str = "", sort: str = "attention", group: Group = "none", folds: Folds = NO_FOLDS
    ) -> Listing[ClaimRow]:
        """The claims that match; `sort` is one of `SORTS`.  Raises `QueryError` and ValueError.

        Sorted by attention, reopened claims come first and decided ones last.  In groups the same holds for
        each, and the list's `sections` say where they begin; of those in `folds` the first claim is shown.
        """
        return self._ask(lambda view: view.claims(query, sort, group, folds))

    @property
    def counts(self) -> tuple[int, int]:
        """How many articles and claims there are."""
        return self._ask(lambda view: (view.index.count("article"), view.index.count("claim")))

    def article(self, article_id: str) -> AnalysedArticle:
        """An article with everything found in it.  Raises KeyError."""
        return self._ask(lambda view: view.article(article_id))

    def claim(self, claim_id: str) -> Claim:
        """A claim with all its mentions.  Raises KeyError."""
        return self._ask(lambda view: view.index.claim(claim_id))

    def everything(self) -> tuple[Iterable[AnalysedArticle], Iterable[Claim]]:
        """All articles and all claims, one by one, in the order of the analysis."""
        return self._view.everything()

    def revision(self, article_id: str) -> tuple[str, Revision] | None:
        """Of what a near-copy is one, and how it differs; None for any other article.  Raises KeyError."""
        return self._ask(lambda view: view.revision(article_id))

    def mentions_in(self, article_id: str) -> tuple[PlacedMention, ...]:
        """The mentions in an article, by where they begin and end."""
        return self._ask(lambda view: view.mentions_in(article_id))

    def dossier(self, claim_id: str) -> Dossier:
        """What the inspector shows of a claim.  Raises KeyError."""
        return self._ask(lambda view: view.dossier(claim_id))

    def dossiers(self, claims: Listing[ClaimRow]) -> Iterator[Dossier]:
        """What the inspector would show of a list that `claims` returned, one by one."""
        return self._view.dossiers(claims.positions)

    def _ask(self, question: Callable[[View], Answer]) -> Answer:
        """The answer of the index; of an empty one if it turns out to be damaged, until the next scan."""
        try:
            return question(self._view)
        except IndexDamagedError as error:
            self.notices.append(f"{self._index_file}: the index is damaged ({error}); it is rebuilt")
            self._adopt(Index.empty(), usable=False)
            return question(self._view)

    # Decisions

    def decide(self, claim_id: str, verdict: Verdict, note: str = "") -> Decision:
        """Records a verdict; it is on the disk when this returns.

        Raises KeyError (no such claim), ValueError (no such verdict) and `DecisionError`.
        """
        if verdict not in get_args(Verdict):
            raise ValueError(f"unknown verdict {verdict!r}")
        with self._recording():
            return self._decisions.decide(self._view.index.claim(claim_id), verdict, note)

    def decide_all(self, claim_ids: Iterable[str], verdict: Verdict) -> Step:
        """Records one verdict on several claims as one step; claims that are gone are left out.

        Raises KeyError (none of them is there), ValueError (no such verdict) and `DecisionError`.
        """
        if verdict not in get_args(Verdict):
            raise ValueError(f"unknown verdict {verdict!r}")
        with self._recording():
            return self._decisions.decide_all(self._subjects(claim_ids), verdict)

    def annotate(self, claim_id: str, note: str) -> Step | None:
        """Records a note on a claim, an empty one to take it away; None if that is the note there is.

        Raises KeyError and `DecisionError`.
        """
        if note == self.remarks(claim_id).note:
            return None
        with self._recording():
            (subject,) = self._subjects([claim_id])
            return self._decisions.remark([(subject, "note", note)])

    def tag(
        self, claim_ids: Iterable[str], add: Iterable[str] = (), remove: Iterable[str] = ()
    ) -> Step | None:
        """Puts tags on claims and takes tags off, as one step; None if nothing changes by it.

        Raises KeyError and `DecisionError`.
        """
        wanted, unwanted = list(add), list(remove)
        with self._recording():
            changes: list[tuple[Subject, Remarking, str]] = []
            for subject in self._subjects(claim_ids):
                held = self.remarks(subject.claim).tags
                changes += [(subject, "tag", tag) for tag in wanted if tag not in held]
                changes += [(subject, "untag", tag) for tag in unwanted if tag in held]
            return self._decisions.remark(changes) if changes else None

    def undo(self) -> Step | None:
        """Takes back the last step that stands and returns it; None if there is none."""
        with self._recording():
            return self._decisions.undo()

    def redo(self) -> Step | None:
        """Makes the last undone step again and returns it; None if there is none."""
        with self._recording():
            return self._decisions.redo()

    @contextmanager
    def _recording(self) -> Iterator[None]:
        """Lays what is recorded meanwhile over the index."""
        with self._lock:
            yield
            self._view.triage.lay(self._decisions.standing)

    def _subjects(self, claim_ids: Iterable[str]) -> list[Subject]:
        names = list(claim_ids)
        found = self._view.triage.subjects(names)
        if not found:
            raise KeyError(*names[:1])
        return found

    def decision(self, claim_id: str) -> Decision | None:
        """The decision that stands on a claim; its `reopened` says what changed since."""
        return self._view.triage.by_claim.get(claim_id)

    def remarks(self, claim_id: str) -> Remarks:
        """The note and the tags that stand on a claim."""
        return self._view.triage.remarks.get(claim_id, Remarks())

    def tags(self) -> tuple[str, ...]:
        """Every tag in use, sorted."""
        return self._view.triage.tags()

    def progress(self) -> tuple[int, int]:
        """How many claims are decided (reopened ones are not), and of how many."""
        view = self._view
        return view.triage.settled(), view.index.count("claim")

    def prepare_search(self) -> None:
        """Loads what the first query needs; may run in a thread of its own."""
        self._ask(lambda view: view.prepare_search())

    def prepare_phrases(self) -> None:
        """Loads what the first phrase needs; may run in a thread of its own."""
        self._ask(lambda view: view.prepare_phrases())

    def tally(self, claims: Sequence[ClaimRow] | None = None) -> Tally:
        """How far the triage of a list that `claims` returned is; of all claims without."""
        return self._view.tally(_positions(claims) if claims is not None else None)

    def tally_articles(self, articles: Sequence[ArticleRow]) -> Tally:
        """How far the triage of the claims in a list of articles, as `articles` returned it, is."""
        return self._view.tally(self._view.claims_of(_positions(articles)))

    # Where the person left off

    def remember(self, place: Place) -> None:
        """Keeps a place for the next session."""
        self._places.write(place)

    def place(self) -> Place | None:
        """Where the last session was left; None if there was none."""
        return self._places.read()


def _positions(rows: Sequence[ArticleRow] | Sequence[ClaimRow]) -> Sequence[int]:
    return rows.covered if isinstance(rows, Listing) else ()
