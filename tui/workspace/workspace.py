"""What a session works on: one corpus, its index, the analyst's decisions, and where they left off."""

from __future__ import annotations

import json
import os
import threading
import tomllib
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from tui.config import Config
from tui.model import AnalysedArticle, Article, Claim, Voice
from tui.workspace import codec, postings, scanning
from tui.workspace.decisions import Decision, DecisionError, Decisions
from tui.workspace.index import Index, IndexDamagedError, Snapshot
from tui.workspace.listing import Listing
from tui.workspace.paths import Names, corpus_key, slug
from tui.workspace.query import QueryError, parse
from tui.workspace.rows import SORTS, ArticleRow, ClaimRow, Place, PlacedMention, ScanReport, Verdict
from tui.workspace.search import Search
from tui.workspace.triage import Triage

if TYPE_CHECKING:
    from tui.workspace.dossier import Dossier, Label

__all__ = [
    "ArticleRow",
    "ClaimRow",
    "Decision",
    "DecisionError",
    "Place",
    "PlacedMention",
    "QueryError",
    "ScanReport",
    "Verdict",
    "Workspace",
]


class _View:
    """One index with what is laid over it; replaced as a whole when a scan brings a new index."""

    def __init__(self, index: Index, decisions: Sequence[Decision]) -> None:
        self.index = index
        self.triage = Triage(index, decisions)
        self.search = Search(index, lambda kind: self.triage.positions(kind))
        self.orders: dict[str, array[int]] = {}


def _analyse(articles: Iterable[Article], voices: Sequence[Voice]) -> scanning.Analysis:
    from tui.claims.analysis import analyse

    analysis: scanning.Analysis = analyse(articles, voices)
    return analysis


class Workspace:
    """One corpus.  Reading methods answer from the index; `scan` brings the index up to date.

    Methods may be called while `scan` runs in another thread: they answer from the index before it.
    `notices` are lines to say once (an index that had to be rebuilt, a damaged decisions log).
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
        self._place_file = config.state_dir / "places" / f"{self.key}.toml"
        self._decisions = Decisions(
            config.data_dir / "decisions" / self.key / f"{slug(config.analyst)}.toml", config.analyst
        )
        self.notices += self._decisions.problems
        self._usable = True
        self._view = _View(self._open_index(), self._decisions.standing)

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
        """Whether the index is missing, damaged, made otherwise, or older than a file."""
        index = self._view.index
        if not self._usable or not self._is_current(index):
            return True
        try:
            return scanning.is_changed(self.paths, index.files())
        except (IndexDamagedError, OSError):
            return True

    def _is_current(self, index: Index) -> bool:
        return scanning.marks(self.config.voices).items() <= index.marks.items()

    def scan(
        self,
        progress: scanning.Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ScanReport:
        """Reads what changed, analyses, writes the index.  Blocks; may run in a worker thread.

        `progress` gets a stage (``reading``, ``comparing``, ``writing``), how many articles are done and
        of how many; `cancelled` is asked before each article.
        """
        told = progress or (lambda _stage, _done, _total: None)
        before = self._sound_index()
        inventory = scanning.take_stock(self.paths, before.files() if before else ())
        if before and self._is_current(before) and scanning.is_same_content(inventory.states, before.files()):
            if inventory.states != before.files() and self._index_file.exists():
                Index.renew(self._index_file, inventory.states)
            return self._report(inventory, changed=False)
        try:
            articles = scanning.read_articles(inventory, told, cancelled or (lambda: False))
            analysis = self._analyse(articles, self.config.voices)
        except scanning.CancelledError:
            return self._report(inventory, changed=False, cancelled=True)
        count = len(analysis.articles)
        told("writing", count, count)
        snapshot = Snapshot(
            analysis.articles, analysis.claims, inventory.states, scanning.marks(self.config.voices)
        )
        self._adopt(self._write(snapshot))
        return self._report(inventory, changed=True)

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
        try:
            return Index.write(self._index_file, snapshot)
        except OSError as error:
            reason = error.strerror or str(error)
            self.notices.append(
                f"{self._index_file.parent}: the index cannot be written ({reason}); going on without,"
                " the next start analyses again"
            )
            return Index.write(None, snapshot)

    def _adopt(self, index: Index) -> None:
        with self._lock:
            self._view = _View(index, self._decisions.standing)
            self._usable = True

    def _report(self, inventory: scanning.Inventory, changed: bool, cancelled: bool = False) -> ScanReport:
        index = self._view.index
        return ScanReport(
            articles=index.count("article"),
            claims=index.count("claim"),
            problems=tuple(inventory.problems),
            changed=changed,
            cancelled=cancelled,
        )

    # The lists

    def articles(self, query: str = "") -> Sequence[ArticleRow]:
        """The articles that match, by date (undated last), publisher and path; best matches first."""
        view = self._view
        wanted = parse(query)
        if not wanted:
            positions: Sequence[int] = range(view.index.count("article"))
        else:
            scores = view.search.match(wanted, "articles")
            positions = sorted(scores, key=lambda position: (-scores[position], position))
        return Listing(positions, lambda page: self._article_rows(view, page))

    def claims(self, query: str = "", sort: str = "attention") -> Sequence[ClaimRow]:
        """The claims that match; `sort` is one of `rows.SORTS`.  Raises `QueryError` and ValueError.

        Sorted by attention, reopened claims come first and decided ones last.
        """
        if sort not in SORTS:
            raise ValueError(f"unknown sort {sort!r}; there are {', '.join(SORTS)}")
        view = self._view
        wanted = parse(query)
        order: Sequence[int] = self._order(view, sort)
        if wanted:
            scores = view.search.match(wanted, "claims")
            order = sorted((p for p in order if p in scores), key=lambda position: -scores[position])
        if sort == "attention" and view.triage.by_position:
            order = _attention(order, view.triage.by_position)
        return Listing(order, lambda page: self._claim_rows(view, page))

    def _order(self, view: _View, sort: str) -> array[int]:
        if sort not in view.orders:
            found = view.index.rows("SELECT positions FROM sorting WHERE name = ?", sort)
            view.orders[sort] = postings.unpack(found[0][0])
        return view.orders[sort]

    def _article_rows(self, view: _View, positions: Sequence[int]) -> list[ArticleRow]:
        rows = view.index.rows(
            "SELECT position, id, path, title, publisher, date, claims, denied, unverified, echo FROM article"
            " WHERE position IN (SELECT value FROM json_each(?))",
            positions,
        )
        decided = self._decided(view, positions)
        found = {row[0]: self._article_row(row[1:], decided.get(row[0], 0)) for row in rows}
        return [found[position] for position in positions]

    def _article_row(self, row: Sequence[Any], decided: int) -> ArticleRow:
        identity, path, title, publisher, date, claims, denied, unverified, echo = row
        shown = self._names.shown(path or "")
        named = title or Path(shown).stem
        return ArticleRow(identity, shown, named, publisher, date, claims, decided, denied, unverified, echo)

    def _decided(self, view: _View, positions: Sequence[int]) -> dict[int, int]:
        """How many claims of each article are decided."""
        counts: dict[int, int] = {}
        if view.triage.by_position:
            pairs = view.index.rows(
                "SELECT DISTINCT article, claim FROM mention"
                " WHERE article IN (SELECT value FROM json_each(?))",
                positions,
            )
            for article, claim in pairs:
                counts[article] = counts.get(article, 0) + (claim in view.triage.by_position)
        return counts

    def _claim_rows(self, view: _View, positions: Sequence[int]) -> list[ClaimRow]:
        rows = view.index.rows(
            "SELECT position, id, text, status, flags, articles, origins, mentions FROM claim"
            " WHERE position IN (SELECT value FROM json_each(?))",
            positions,
        )
        found = {row[0]: _claim_row(row, view.triage.by_position.get(row[0])) for row in rows}
        return [found[position] for position in positions]

    # One article, one claim

    def article(self, article_id: str) -> AnalysedArticle:
        """An article with everything found in it.  Raises KeyError."""
        return self._named(self._view.index.article(article_id))

    def claim(self, claim_id: str) -> Claim:
        """A claim with all its mentions.  Raises KeyError."""
        return self._view.index.claim(claim_id)

    def everything(self) -> tuple[Iterable[AnalysedArticle], Iterable[Claim]]:
        """All articles and all claims, one by one, in the order of the analysis."""
        index = self._view.index
        return map(self._named, index.articles()), index.claims()

    def _named(self, analysed: AnalysedArticle) -> AnalysedArticle:
        path = analysed.article.path
        return replace(analysed, article=replace(analysed.article, path=path and self._names.shown(path)))

    def mentions_in(self, article_id: str) -> tuple[PlacedMention, ...]:
        """The mentions in an article, by where they begin and end."""
        view = self._view
        rows = view.index.rows(
            "SELECT mention.body, claim.id, claim.status, claim.position FROM mention"
            " JOIN claim ON claim.position = mention.claim"
            " WHERE mention.article = (SELECT MIN(position) FROM article WHERE id = ?)"
            ' ORDER BY mention.start, mention."end", claim.position, mention.number',
            article_id,
        )
        return tuple(
            PlacedMention(
                codec.unpack_mention(body), claim, status, _verdict(view.triage.by_position.get(position))
            )
            for body, claim, status, position in rows
        )

    def dossier(self, claim_id: str) -> Dossier:
        """What the inspector shows of a claim.  Raises KeyError."""
        from tui.workspace.dossier import compile_dossier

        view = self._view
        claim = view.index.claim(claim_id)
        return compile_dossier(claim, self._labels(view, claim), view.triage.by_claim.get(claim_id))

    def _labels(self, view: _View, claim: Claim) -> dict[str, Label]:
        """How the claim's articles are named: by publisher, with the file where that is not enough."""
        from tui.workspace.dossier import Label

        position = view.index.rows("SELECT position FROM claim WHERE id = ?", claim.id)[0][0]
        rows = view.index.rows(
            "SELECT id, path, publisher, date, position FROM article"
            " WHERE position IN (SELECT article FROM mention WHERE claim = ?) ORDER BY position",
            position,
        )
        publishers = [row[2] for row in rows]
        labels: dict[str, Label] = {}
        for identity, path, publisher, date, place in rows:
            stem = Path(path or identity).stem
            shared = publishers.count(publisher) > 1
            name = f"{publisher} ({stem})" if publisher and shared else publisher or stem
            labels[identity] = Label(name, date, place)
        return labels

    # Decisions

    def decide(self, claim_id: str, verdict: Verdict, note: str = "") -> Decision:
        """Records a verdict; it is on the disk when this returns.

        Raises KeyError (no such claim), ValueError (no such verdict) and `DecisionError`.
        """
        if verdict not in get_args(Verdict):
            raise ValueError(f"unknown verdict {verdict!r}")
        with self._lock:
            decision = self._decisions.decide(self._view.index.claim(claim_id), verdict, note)
            self._view.triage.lay(self._decisions.standing)
        return decision

    def undo(self) -> Decision | None:
        """Takes back the last decision that stands and returns it; None if there is none."""
        return self._after(self._decisions.undo)

    def redo(self) -> Decision | None:
        """Makes the last undone decision again and returns it; None if there is none."""
        return self._after(self._decisions.redo)

    def _after(self, move: Callable[[], Decision | None]) -> Decision | None:
        with self._lock:
            moved = move()
            self._view.triage.lay(self._decisions.standing)
        return moved

    def decision(self, claim_id: str) -> Decision | None:
        """The decision that stands on a claim; its `reopened` says what changed since."""
        return self._view.triage.by_claim.get(claim_id)

    def progress(self) -> tuple[int, int]:
        """How many claims are decided (reopened ones are not), and of how many."""
        view = self._view
        return view.triage.settled(), view.index.count("claim")

    # Where the person left off

    def remember(self, place: Place) -> None:
        """Keeps a place for the next session; a place that cannot be kept is no loss worth a word."""
        import tomli_w

        values = {key: value for key, value in asdict(place).items() if value is not None}
        with suppress(OSError):
            self._place_file.parent.mkdir(parents=True, exist_ok=True)
            draft = self._place_file.with_suffix(f".{os.getpid()}")
            draft.write_text(tomli_w.dumps(values), encoding="utf-8")
            draft.replace(self._place_file)

    def place(self) -> Place | None:
        """Where the last session was left; None if there was none."""
        try:
            values = tomllib.loads(self._place_file.read_text(encoding="utf-8"))
            return Place(**{key: str(value) for key, value in values.items()})
        except (OSError, ValueError, TypeError):
            return None


def _verdict(decision: Decision | None) -> Verdict | None:
    return decision.verdict if decision else None


def _claim_row(row: Sequence[Any], decision: Decision | None) -> ClaimRow:
    _, identity, text, status, flags, articles, origins, mentions = row
    return ClaimRow(
        identity,
        text,
        status,
        tuple(json.loads(flags)),
        articles,
        origins,
        mentions,
        _verdict(decision),
        bool(decision and decision.reopened),
    )


def _attention(order: Sequence[int], decided: Mapping[int, Decision]) -> list[int]:
    """Reopened claims first, decided ones last, each group in the order it was."""
    reopened = [position for position in order if position in decided and decided[position].reopened]
    settled = [position for position in order if position in decided and not decided[position].reopened]
    return [*reopened, *(position for position in order if position not in decided), *settled]
