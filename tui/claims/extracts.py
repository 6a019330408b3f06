"""What one article gives to the analysis of the corpus: all that is found in it alone, as plain records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tui.claims import drafts, origins, reading
from tui.claims.drafts import Draft
from tui.claims.layout import Layout
from tui.claims.origins import Chain
from tui.language import leaders
from tui.model import Article, Attribution, Sentence


@dataclass(frozen=True)
class Extract:
    """An article as it describes itself, its sentences, attributions, and the drafts of its mentions.

    `chains` holds, for each of the `drafts`, whom it names, origin first; `counting` whether a figure or date
    stands in it.  `descriptions` say how the article introduces each source, empty where it does not;
    `leaders` are the surnames of the heads of state and government that it introduces, each with its state.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    drafts: tuple[Draft, ...]
    chains: tuple[Chain, ...]
    counting: tuple[bool, ...]
    descriptions: dict[str, str]
    leaders: dict[str, str]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def _layout(self) -> Layout:
        return Layout(self.text, self.sentences)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset lies."""
        return self._layout.sentence_at(offset)


def extract(article: Article) -> Extract:
    """Everything that one article gives; nothing of it depends on the path or on other articles."""
    read = reading.read(article)
    drawn = drafts.draw(read)
    chains = tuple(origins.explicit(read, draft) for draft in drawn)
    named = sorted({name for chain in chains for name in chain})
    return Extract(
        read.article,
        read.sentences,
        read.attributions,
        tuple(drawn),
        chains,
        tuple(bool(read.quantities_in(draft.whole.start, draft.whole.end)) for draft in drawn),
        {name: read.cast.description(name) for name in named},
        leaders.find(read.text),
    )
