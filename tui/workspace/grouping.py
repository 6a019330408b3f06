"""Claims under headings: by the story they belong to, their status, or the voices that speak of them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.config import Group
from tui.model import STATUSES
from tui.workspace.index import Index
from tui.workspace.paths import Names
from tui.workspace.press import unpack

_VOICELESS = "no voice"


class Section(NamedTuple):
    """A heading over the rows from number `start` on, and how many rows there are below it."""

    start: int
    title: str
    rows: int


@dataclass(frozen=True, slots=True)
class Grouping:
    """The group of each claim, by position; `titles` by group.

    `ordered` groups stand in the order of their numbers, the others in that of their first claims.
    """

    homes: Sequence[int]
    titles: Sequence[str]
    ordered: bool

    def arrange(self, order: Iterable[int]) -> tuple[Sequence[int], tuple[Section, ...]]:
        """The positions of `order` group by group, each in the order it has, and the headings."""
        groups: dict[int, list[int]] = {}
        for position in order:
            groups.setdefault(self.homes[position], []).append(position)
        arranged, sections = array("I"), []
        for group in sorted(groups) if self.ordered else groups:
            sections.append(Section(len(arranged), self.titles[group], len(groups[group])))
            arranged.extend(groups[group])
        return arranged, tuple(sections)


class Groupings:
    """The ways to group the claims of one index, each found when it is first asked for.

    `voices` are the configured names, in the order in which they are to stand.
    """

    def __init__(self, index: Index, names: Names, voices: Sequence[str]) -> None:
        self._index = index
        self._names = names
        self._voices = voices
        self.by = cache(self._find)

    def _find(self, group: Group) -> Grouping | None:
        """The grouping called `group`; None for ``none``.  Raises ValueError for an unknown one."""
        if group == "none":
            return None
        ways = {"story": self._by_story, "status": self._by_status, "voice": self._by_voice}
        if group not in ways:
            raise ValueError(f"unknown group {group!r}; there are {', '.join(ways)}")
        return ways[group]()

    def _by_status(self) -> Grouping:
        rows = self._index.rows("SELECT status FROM claim ORDER BY position")
        return Grouping(array("B", (status for (status,) in rows)), STATUSES, ordered=True)

    def _by_voice(self) -> Grouping:
        """Claims of which the same voices speak; those of which none does come last."""
        rows = self._index.rows("SELECT value, claims FROM posting WHERE field = 'voice'")
        names = {name.casefold(): name for name in self._voices}
        ranks = {value: rank for rank, value in enumerate(names)}
        held: dict[int, list[str]] = {}
        for value, claims in sorted(rows, key=lambda row: (ranks.get(row[0], len(ranks)), row[0])):
            for position in unpack(claims):
                held.setdefault(position, []).append(value)
        places = {value: ranks.get(value, len(ranks)) for value, _ in rows}
        parties = sorted(set(map(tuple, held.values())), key=lambda p: [(places[v], v) for v in p])
        numbers = {party: number for number, party in enumerate(parties)}
        count = self._index.count("claim")
        homes = array("I", (numbers[tuple(held[p])] if p in held else len(parties) for p in range(count)))
        titles = [", ".join(names.get(value, value) for value in party) for party in parties]
        return Grouping(homes, [*titles, _VOICELESS], ordered=True)

    def _by_story(self) -> Grouping:
        """Claims of the articles that tell the same story; a story goes by its first article."""
        shared = self._index.rows(
            "SELECT claim, mention.article FROM mention JOIN claim ON claim.position = claim"
            " WHERE claim.articles > 1 ORDER BY claim, number"
        )
        stories = _stories(shared, self._index.count("article"))
        firsts = self._index.rows("SELECT claim, article FROM mention WHERE number = 0")
        homes = array("I", bytes(4 * self._index.count("claim")))
        for claim, article in firsts:
            homes[claim] = stories[article]
        told: dict[int, Counter[int]] = {}
        for claim, article in shared:
            told.setdefault(claim, Counter())[stories[article]] += 1
        for claim, counts in told.items():
            homes[claim] = counts.most_common(1)[0][0]
        return Grouping(homes, self._story_titles(stories), ordered=False)

    def _story_titles(self, stories: Sequence[int]) -> list[str]:
        """For each story the title of its first article, and how many articles there are besides."""
        rows = self._index.rows("SELECT path, title FROM article ORDER BY position")
        sizes = Counter(stories)
        titles: dict[int, str] = {}
        for story, (path, title) in zip(stories, rows, strict=True):
            if story not in titles:
                named = title or Path(self._names.shown(path or "")).stem
                titles[story] = named + (f" +{sizes[story] - 1}" if sizes[story] > 1 else "")
        return [titles[story] for story in range(len(titles))]


def _stories(pairs: Iterable[tuple[int, int]], articles: int) -> list[int]:
    """The story of each article: those that share claims, as far as the sharing is not by chance.

    `pairs` are the claims that several articles make, each with every article that makes it.
    """
    from tui.claims.frequencies import Rarity
    from tui.claims.stories import cluster

    shared: list[list[str]] = [[] for _ in range(articles)]
    for claim, article in dict.fromkeys(pairs):
        shared[article].append(str(claim))
    stories = [0] * articles
    for story, members in enumerate(cluster(shared, Rarity.of(shared))):
        for article in members:
            stories[article] = story
    return stories
