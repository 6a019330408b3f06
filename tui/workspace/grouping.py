"""Claims under headings: by the story they belong to, their status, or the voices that speak of them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import NamedTuple

from tui.config import Group
from tui.model import STATUSES
from tui.workspace.carriers import Carriers
from tui.workspace.index import Index
from tui.workspace.press import unpack

_VOICELESS = "no voice"


class Section(NamedTuple):
    """A heading over the rows from number `start` on, and how many rows there are below it.

    Of a folded one only the first row is shown.
    """

    start: int
    title: str
    rows: int
    group: int
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Folds:
    """Which groups are folded: none of them or `all`, except for `others`."""

    all: bool = False
    others: frozenset[int] = frozenset()

    def __contains__(self, group: int) -> bool:
        return (group in self.others) is not self.all

    def turned(self, group: int) -> Folds:
        """With that group the other way."""
        return Folds(self.all, self.others ^ {group})


NO_FOLDS = Folds()


@dataclass(frozen=True, slots=True)
class Grouping:
    """The group of each claim, by position; `titles` by group.

    `ordered` groups stand in the order of their numbers, the others in that of their first claims.
    """

    homes: Sequence[int]
    titles: Sequence[str]
    ordered: bool

    def arrange(self, order: Iterable[int], folds: Folds) -> tuple[Sequence[int], tuple[Section, ...]]:
        """The positions of `order` group by group, each in the order it has, and the headings."""
        groups: dict[int, list[int]] = {}
        for position in order:
            groups.setdefault(self.homes[position], []).append(position)
        arranged, sections = array("I"), []
        for group in sorted(groups) if self.ordered else groups:
            held = groups[group]
            folded = len(held) > 1 and group in folds
            sections.append(Section(len(arranged), self.titles[group], len(held), group, folded))
            arranged.extend(held[:1] if folded else held)
        return arranged, tuple(sections)

    def stand_in(self, shown: Sequence[int], sections: Iterable[Section]) -> Callable[[int], int]:
        """What stands for a position: the first of its group if that is folded, else itself."""
        firsts = {section.group: shown[section.start] for section in sections if section.folded}
        return lambda position: firsts.get(self.homes[position], position)


class Groupings:
    """The ways to group the claims of one index, each found when it is first asked for.

    `voices` are the configured names, in the order in which they are to stand.
    """

    def __init__(self, index: Index, carriers: Carriers, voices: Sequence[str]) -> None:
        self._index = index
        self._carriers = carriers
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
        shared = self._carriers.shared
        stories = _stories(shared, self._index.count("article"))
        homes = array("I", map(stories.__getitem__, self._carriers.firsts))
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
                named = title or PurePath(path or "").stem
                titles[story] = named + (f" +{sizes[story] - 1}" if sizes[story] > 1 else "")
        return [titles[story] for story in range(len(titles))]


def _stories(pairs: Iterable[tuple[int, int]], articles: int) -> list[int]:
    """The story of each article: those that share claims, as far as the sharing is not by chance.

    `pairs` are the claims that several articles make, each with every article that makes it.
    """
    from tui.claims.frequencies import Rarity
    from tui.claims.stories import cluster

    shared: list[list[str]] = [[] for _ in range(articles)]
    for claim, article in pairs:
        shared[article].append(str(claim))
    stories = [0] * articles
    for story, members in enumerate(cluster(shared, Rarity.of(shared))):
        for article in members:
            stories[article] = story
    return stories
