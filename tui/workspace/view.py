"""One index with the decisions laid over it: the lists, and what is known of one article or claim."""

from __future__ import annotations

import textwrap
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.config import SORTS, Group
from tui.model import STATUSES, AnalysedArticle, Claim, Mention
from tui.workspace import codec
from tui.workspace.carriers import Carriers
from tui.workspace.folding import Folding
from tui.workspace.grouping import NO_FOLDS, Folds, Groupings
from tui.workspace.index import Index
from tui.workspace.listing import Listing
from tui.workspace.paths import Names
from tui.workspace.press import unpack
from tui.workspace.query import parse
from tui.workspace.records import Decision, Record
from tui.workspace.rows import VERDICTS, ArticleRow, ClaimRow, PlacedMention, Remarks, Tally, Verdict
from tui.workspace.scores import Order
from tui.workspace.search import Search
from tui.workspace.timeline import Label
from tui.workspace.triage import Triage

if TYPE_CHECKING:
    from tui.workspace.copies import Revision
    from tui.workspace.dossier import Dossier

_LONGEST_NAME = 36  # characters of a title that stands for its article
_AT_ONCE = 200  # claims that are read together


class View:
    """What a session sees; replaced as a whole when a scan brings a new index."""

    def __init__(
        self,
        index: Index,
        records: Sequence[Record],
        names: Names,
        filters: Mapping[str, str],
        voices: Sequence[str] = (),
    ) -> None:
        self.index = index
        self.triage = Triage(index, records)
        self._names = names
        self._filters = filters
        carriers = Carriers(index)
        self._search = Search(index, carriers, lambda field, value: self.triage.find(field, value))
        self._folding = Folding(index)
        self._groupings = Groupings(index, carriers, voices)
        self._orders: dict[str, Order] = {}  # the last one used
        self._carried: tuple[Sequence[int], array[int]] = ((), array("I"))  # what `claims_of` was asked last

    def articles(self, query: str, unfolded: Collection[str] = ()) -> Listing[ArticleRow]:
        """The articles that match, the best matches first, else in the order of the list.

        Near-copies are folded under their originals, but for those with the ids `unfolded`.
        """
        wanted = parse(query, self._filters)
        positions: Sequence[int] = range(self.index.count("article"))
        if wanted:
            positions = Order(positions).best_first(self._search.match(wanted, "articles"))
        locate = self._find_article
        places = {place for ident in unfolded if (place := locate(ident)) is not None}
        shown = self._folding.arrange(positions, places)
        if shown is positions:
            return Listing(positions, self._article_rows, locate)
        present = set(shown)

        def place_of(ident: str) -> int | None:
            position = locate(ident)
            if position is None or position in present:
                return position
            return self._folding.originals.get(position, position)

        return Listing(shown, self._article_rows, place_of, covered=positions)

    def claims(self, query: str, sort: str, group: Group, folds: Folds = NO_FOLDS) -> Listing[ClaimRow]:
        """The claims that match; `sort` is one of `SORTS`.  Raises `QueryError` and ValueError.

        Sorted by attention, reopened claims come first and decided ones last, in each group.
        """
        if sort not in SORTS:
            raise ValueError(f"unknown sort {sort!r}; there are {', '.join(SORTS)}")
        wanted = parse(query, self._filters)
        order = self._order(sort).positions
        if wanted:
            order = self._order(sort).best_first(self._search.match(wanted, "claims"))
        if sort == "attention" and self.triage.by_position:
            order = _attention(order, self.triage.by_position)
        grouping = self._groupings.by(group)
        locate = self.index.claim_position
        if grouping is None:
            return Listing(order, self._claim_rows, locate)
        shown, sections = grouping.arrange(order, folds)
        if len(shown) == len(order):
            return Listing(shown, self._claim_rows, locate, sections)
        stand_in = grouping.stand_in(shown, sections)

        def place_of(ident: str) -> int | None:
            position = locate(ident)
            return None if position is None else stand_in(position)

        return Listing(shown, self._claim_rows, place_of, sections, covered=order)

    def _find_article(self, article_id: str) -> int | None:
        """The first position of an id."""
        found: int | None = self.index.rows("SELECT MIN(position) FROM article WHERE id = ?", article_id)[0][
            0
        ]
        return found

    def tally(self, positions: Sequence[int] | None = None) -> Tally:
        """How far the triage of the claims at `positions` is; of all claims without."""
        decisions = self.triage.by_position
        if positions is None:
            held: Iterable[Decision] = decisions.values()
            total = self.index.count("claim")
        else:
            held = map(decisions.__getitem__, filter(decisions.__contains__, positions if decisions else ()))
            total = len(positions)
        counts = Counter("" if decision.reopened else decision.verdict for decision in held)
        verdicts = tuple((verdict, counts[verdict]) for verdict in VERDICTS if counts[verdict])
        return Tally(total, verdicts, counts[""])

    def prepare_search(self) -> None:
        """Load what the first query needs."""
        self._search.prepare()

    def prepare_phrases(self) -> None:
        """Load what the first phrase needs."""
        self._search.phrases.prepare()

    def claims_of(self, articles: Sequence[int]) -> Sequence[int]:
        """The positions of the claims with a mention in one of `articles` (positions)."""
        if articles != self._carried[0]:
            held = {claim for _, claims in self.index.said_in(articles) for claim in claims}
            self._carried = (articles, array("I", sorted(held)))
        return self._carried[1]

    def _order(self, sort: str) -> Order:
        if sort not in self._orders:
            found = self.index.rows("SELECT positions FROM sorting WHERE name = ?", sort)
            self._orders = {sort: Order(unpack(found[0][0]))}
        return self._orders[sort]

    def _article_rows(self, positions: Sequence[int]) -> list[ArticleRow]:
        rows = self.index.rows(
            "SELECT position, id, path, title, publisher, date, claims, denied, unverified, echo FROM article"
            " WHERE position IN (SELECT value FROM json_each(?))",
            positions,
        )
        decided = self._decided(positions)
        found = {row[0]: self._article_row(row, decided.get(row[0], 0)) for row in rows}
        return [found[position] for position in positions]

    def _article_row(self, row: Sequence[Any], decided: int) -> ArticleRow:
        position, identity, path, title, publisher, date, claims, denied, unverified, echo = row
        shown = self._names.shown(path or "")
        named = title or Path(shown).stem
        return ArticleRow(
            identity, shown, named, publisher, date, claims, decided, denied, unverified, echo,
            len(self._folding.copies.get(position, ())), position in self._folding.originals,
        )  # fmt: skip

    def _decided(self, positions: Sequence[int]) -> dict[int, int]:
        """How many claims of each article are decided."""
        decided = self.triage.by_position
        if not decided:
            return {}
        return {
            article: len(decided.keys() & set(claims)) for article, claims in self.index.said_in(positions)
        }

    def _claim_rows(self, positions: Sequence[int]) -> list[ClaimRow]:
        rows = self.index.rows(
            "SELECT position, id, status, flags, articles, origins, mentions FROM claim"
            " WHERE position IN (SELECT value FROM json_each(?))",
            positions,
        )
        texts = self.index.wordings(positions)
        decided = self.triage.by_position
        found = {row[0]: _claim_row(row, texts[row[0]], decided.get(row[0])) for row in rows}
        return [found[position] for position in positions]

    def article(self, article_id: str) -> AnalysedArticle:
        """An article with everything found in it.  Raises KeyError."""
        return self._named(self.index.article(article_id))

    def claim(self, claim_id: str) -> Claim:
        """A claim with all its mentions.  Raises KeyError."""
        return self.index.claim(claim_id)

    def everything(self) -> tuple[Iterable[AnalysedArticle], Iterable[Claim]]:
        """All articles and all claims, one by one, in the order of the analysis."""
        return map(self._named, self.index.articles()), self.index.claims()

    def _named(self, analysed: AnalysedArticle) -> AnalysedArticle:
        path = analysed.article.path
        return replace(analysed, article=replace(analysed.article, path=path and self._names.shown(path)))

    def mentions_in(self, article_id: str) -> tuple[PlacedMention, ...]:
        """The mentions in an article, by where they begin and end."""
        position = self._find_article(article_id)
        if position is None:
            return ()
        ((_, claims),) = self.index.said_in([position])
        rows = self.index.rows(
            "SELECT position, id, status FROM claim WHERE position IN (SELECT value FROM json_each(?))",
            sorted(set(claims)),
        )
        known = {row[0]: row[1:] for row in rows}
        said = self.index.sayings(position)
        return tuple(self._placed(said.mention(n), claim, *known[claim]) for n, claim in enumerate(claims))

    def _placed(self, mention: Mention, position: int, claim: str, status: int) -> PlacedMention:
        verdict = _verdict(self.triage.by_position.get(position))
        return PlacedMention(mention, claim, STATUSES[status], verdict)

    def revision(self, article_id: str) -> tuple[str, Revision] | None:
        """How a near-copy is called after and differs from its original; None for any other article.

        Raises KeyError.
        """
        from tui.workspace.copies import compare

        copy = self.index.article(article_id)
        if copy.duplicate_of is None:
            return None
        original = self._named(self.index.article(copy.duplicate_of))
        before, now = ([placed.mention for placed in self.mentions_in(one.id)] for one in (original, copy))
        about = original.article
        named = about.publisher or _short(about.title) or Path(about.path or original.id).name
        return named, compare(original, copy, before, now)

    def dossier(self, claim_id: str) -> Dossier:
        """What the inspector shows of a claim.  Raises KeyError."""
        return self._dossiers([self.index.claim(claim_id)])[0]

    def dossiers(self, positions: Sequence[int]) -> Iterator[Dossier]:
        """What the inspector would show of the claims at some positions, one by one."""
        for first in range(0, len(positions), _AT_ONCE):
            yield from self._dossiers(self.index.claims_at(positions[first : first + _AT_ONCE]))

    def _dossiers(self, claims: Sequence[Claim]) -> list[Dossier]:
        from tui.workspace.dossier import compile_dossier

        articles = {mention.article for claim in claims for mention in claim.mentions}
        rows = self.index.rows(
            "SELECT id, path, publisher, title, date, position FROM article"
            " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position",
            sorted(articles),
        )
        described = {row[0]: row for row in rows}
        decided, remarks = self.triage.by_claim, self.triage.remarks
        return [
            compile_dossier(
                claim, _labels(claim, described), decided.get(claim.id), remarks.get(claim.id, Remarks())
            )
            for claim in claims
        ]


def _labels(claim: Claim, described: Mapping[str, Sequence[Any]]) -> dict[str, Label]:
    """How the claim’s articles are named: publisher, else title, else file; the file too if two agree."""
    articles = {mention.article for mention in claim.mentions}
    rows = sorted((described[article] for article in articles), key=itemgetter(-1))
    names = [publisher or _short(title) for _, _, publisher, title, _, _ in rows]
    labels: dict[str, Label] = {}
    for name, (identity, path, publisher, _, date, place) in zip(names, rows, strict=True):
        stem = Path(path or identity).stem
        shown = f"{name} ({stem})" if name and names.count(name) > 1 else name or stem
        labels[identity] = Label(shown, date, place, publisher)
    return labels


def _short(title: str | None) -> str | None:
    """A title as a name: its first words, in quotation marks."""
    if not title:
        return None
    shown = textwrap.shorten(title, _LONGEST_NAME, placeholder="")
    whole = shown == " ".join(title.split())
    return f"“{shown}”" if whole else f"“{shown.rstrip(' ,;:.–—-')}…”"


def _verdict(decision: Decision | None) -> Verdict | None:
    return decision.verdict if decision else None


def _claim_row(row: Sequence[Any], text: str, decision: Decision | None) -> ClaimRow:
    _, identity, status, flags, articles, origins, mentions = row
    return ClaimRow(
        identity,
        text,
        STATUSES[status],
        codec.unpack_flags(flags),
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
