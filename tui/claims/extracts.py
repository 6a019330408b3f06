"""What one article gives to the analysis of the corpus: all that is found in it alone, as plain records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from tui.claims import columns, drafts, origins, reading
from tui.claims.drafts import Draft
from tui.claims.origins import Chain
from tui.language import aliases, leaders, quantities
from tui.model import AnalysedArticle, Article, Attribution, Quantity, Sentence, Span


@dataclass(frozen=True)
class Page:
    """What is shown of an article beside its mentions."""

    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True)
class Figures:
    """The figures and dates of each draft, in the whole that it is read with."""

    of_drafts: tuple[tuple[Quantity, ...], ...]


@dataclass(frozen=True)
class Findings:
    """An article as it describes itself, where its sentences begin and end, and the drafts of its mentions.

    `chains` holds, for each of the `drafts`, whom it names, origin first; `counting` whether a figure or date
    stands in it.  `descriptions` say how the article introduces each source, empty where it does not;
    `leaders` are the surnames of the heads of state and government that it introduces, each with its state;
    `abbreviations` are those that it introduces, each with the name it stands for.
    """

    article: Article
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    drafts: tuple[Draft, ...]
    chains: tuple[Chain, ...]
    counting: tuple[bool, ...]
    descriptions: dict[str, str]
    leaders: dict[str, str]
    abbreviations: dict[str, str]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence in which an offset lies."""
        number = bisect_right(self.starts, offset) - 1
        if number < 0 or offset >= self.ends[number]:
            return None
        return Span.of(self.text, self.starts[number], self.ends[number])


@dataclass(frozen=True)
class Extract(Findings):
    """Findings with what is asked for late, packed: figures until claims are made, the page longer."""

    packed_figures: bytes
    packed_page: bytes

    def figures(self) -> Figures:
        """The figures, unpacked.  Raises `columns.PackingError`."""
        return columns.unpack(Figures, self.packed_figures, self.text)


class Papers(Sequence[AnalysedArticle]):
    """Analysed articles, each unpacked when it is asked for: together they take much room.

    `originals` has the ids of the articles that some are copies of.  To ask for one may raise
    `columns.PackingError`.
    """

    def __init__(self, extracts: Sequence[Extract], ids: Sequence[str], originals: Mapping[str, str]) -> None:
        self._articles = [one.article for one in extracts]
        self._packed = [one.packed_page for one in extracts]
        self._ids = list(ids)
        self._originals = originals

    @overload
    def __getitem__(self, place: int) -> AnalysedArticle: ...
    @overload
    def __getitem__(self, place: slice) -> list[AnalysedArticle]: ...
    def __getitem__(self, place: int | slice) -> AnalysedArticle | list[AnalysedArticle]:
        if isinstance(place, slice):
            return [self[number] for number in range(len(self))[place]]
        ident, article = self._ids[place], self._articles[place]
        page = columns.unpack(Page, self._packed[place], article.text)
        return AnalysedArticle(ident, article, page.sentences, page.attributions, self._originals.get(ident))

    def __len__(self) -> int:
        return len(self._ids)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as lists have it


def extract(article: Article) -> Extract:
    """Everything that one article gives; nothing of it depends on the path or on other articles."""
    read = reading.read(article)
    drawn = drafts.draw(read)
    chains = tuple(origins.explicit(read, draft) for draft in drawn)
    named = sorted({name for chain in chains for name in chain})
    counting = [bool(read.quantities_in(draft.whole.start, draft.whole.end)) for draft in drawn]
    figures = (
        quantities.find(draft.whole.text) if counts else ()
        for draft, counts in zip(drawn, counting, strict=True)
    )
    return Extract(
        read.article,
        tuple(sentence.span.start for sentence in read.sentences),
        tuple(sentence.span.end for sentence in read.sentences),
        tuple(drawn),
        chains,
        tuple(counting),
        {name: read.cast.description(name) for name in named},
        leaders.find(read.text),
        aliases.find(read.text),
        columns.pack(Figures(tuple(figures)), read.text),
        columns.pack(Page(read.sentences, read.attributions), read.text),
    )
