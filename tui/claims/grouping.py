"""Statements that say the same, gathered around the one that represents them best.

Articles are first sorted into stories.  Within a story the names of its people and places are in every
other sentence, so a term counts by how rare it is among the story's own statements as well as in the
language; a paraphrase need not share more than its wording allows.  Between stories only near-verbatim
statements are one claim.  Each group has a leader, and every member is similar to the leader itself:
a chain of neighbours, each a little different, never becomes one group.

The articles of a story share at least what the story is about: its central claim, the statement of each
article nearest to what their openings have in common.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from tui.claims import candidates, stories
from tui.claims.frequencies import Rarity
from tui.claims.similarity import Features, compare, score
from tui.claims.terms import Terms, aliases, renamed, terms
from tui.model import Kind

SAME = 0.56  # the least score at which two statements of one story are one claim
SAME_ANYWHERE = 0.82  # the same for statements of different stories
ALL_ELSE = 0.85  # the overlap at which two statements differ in nothing else
TELLING = 7.0  # the least rarity that two statements of one story must share: "his death" tells nothing
TELLING_FIGURE = 5.0  # the same for two figures
TELLING_ANYWHERE = 16.0  # the same for statements of different stories
OPENING = 3  # statements at the head of an article that say what it is about
FIRST = 1.2  # what a statement of the opening gains, when its article's central statement is sought
CENTRAL = 0.12  # the least cosine with what the openings have in common
JOINING = 0.5  # how far another statement must say what the central ones have in common
USUAL = 2.0  # a word that one in two of the central statements has is fully theirs
COVERED = 0.35  # what counts of the central words that a statement has, the rest being that it has no others


@dataclass(frozen=True, slots=True)
class Statement:
    """What one mention states, its attribution left out, at `start`..`end` of `article`.

    A `figure` is only what is counted ("40 houses"): compared within its story, never what that is about.
    """

    article: str
    start: int
    end: int
    text: str
    context: str = ""
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one claim, as places in the sequence they came from, the `leader` among them.

    `scores` (0..1, to the leader) and `kinds` go with `members`.
    """

    leader: int
    members: tuple[int, ...]
    scores: tuple[float, ...]
    kinds: tuple[Kind, ...]


Links = dict[int, dict[int, float]]


def group(statements: Sequence[Statement]) -> list[Group]:
    """Every statement in exactly one group, groups in the order of their first members."""
    prepared = {text: terms(text) for one in statements for text in (one.text, one.context) if text}
    found = [prepared[statement.text] if statement.text else terms("") for statement in statements]
    articles = _by_article(statements, prepared)
    rarity = Rarity.of(words for _, words in articles)
    links: Links = {}
    central: dict[int, int] = {}
    for indices in _stories(statements, articles, rarity):
        story = Story(indices, statements, found, rarity)
        story.link(links)
        central |= story.link_central(links)
    _link_between(statements, found, rarity, links)
    return _gather(statements, found, _leaders(len(found), links, central), links)


def _by_article(
    statements: Sequence[Statement], prepared: Mapping[str, Terms]
) -> list[tuple[str, list[str]]]:
    """The terms of each article, those of the contexts included, articles in the order of their names."""
    texts: dict[str, dict[str, None]] = {}
    for statement in statements:
        own = texts.setdefault(statement.article, {})
        if text := statement.context or statement.text:
            own[text] = None
    return [(name, [word for text in texts[name] for word in prepared[text].words]) for name in sorted(texts)]


def _stories(
    statements: Sequence[Statement], articles: Sequence[tuple[str, list[str]]], rarity: Rarity
) -> Iterator[list[int]]:
    """The statements of each story, in their order."""
    story_of: dict[str, int] = {}
    for number, members in enumerate(stories.cluster([words for _, words in articles], rarity)):
        story_of.update({articles[member][0]: number for member in members})
    gathered: dict[int, list[int]] = {}
    for index, statement in enumerate(statements):
        gathered.setdefault(story_of[statement.article], []).append(index)
    return iter(gathered.values())


def _link(links: Links, one: int, other: int, value: float) -> None:
    links.setdefault(one, {})[other] = value
    links.setdefault(other, {})[one] = value


class Story:
    """The statements of one story, given by their places, and what they have in common."""

    def __init__(
        self, indices: list[int], statements: Sequence[Statement], found: Sequence[Terms], rarity: Rarity
    ) -> None:
        self.indices = indices
        self.whole = [index for index in indices if not statements[index].figure]
        self.statements = statements
        self.rarity = rarity
        heads = aliases(found[index] for index in indices)
        self.found = {index: renamed(found[index], heads) for index in indices}
        self.counts = candidates.count(self.found.values())
        first = Counter(word for index in indices for word in found[index].forenames)
        forenames = {
            word for word, number in first.items() if word in self.counts and 2 * number >= self.counts[word]
        }
        self.local = rarity.among(self.counts, len(indices), forenames)

    def link(self, links: Links) -> None:
        """Link the statements that say the same."""
        own = [self.found[index] for index in self.indices]
        for i, j in candidates.pairs(own, self.counts):
            features = compare(own[i], own[j], self.local)
            value = score(features)
            figures = self.statements[self.indices[i]].figure and self.statements[self.indices[j]].figure
            enough = TELLING_FIGURE if figures else TELLING
            if value >= SAME and compatible(features) and _telling(features, self.rarity) >= enough:
                _link(links, self.indices[i], self.indices[j], value)

    def link_central(self, links: Links) -> dict[int, int]:
        """Link the statements of the central claim with its leader; the leader of each of them.

        The first are, for each article, the statement nearest to the openings; then come those that say
        what these have in common, unless they say the same as another statement still more.
        """
        nearest = self._nearest()
        if len(nearest) < 2:
            return {}
        leader = max(nearest, key=lambda index: (nearest[index], -index))
        joining = self._joining(list(nearest), links)
        central = [index for index in nearest | joining if not self._look_alike(leader, index)]
        for index in central:
            if index != leader:
                value = max(nearest.get(index, 0.0), joining.get(index, 0.0))
                _link(links, leader, index, max(value, links.get(leader, {}).get(index, 0.0)))
        return dict.fromkeys(central, leader)

    def _look_alike(self, one: int, other: int) -> bool:
        return look_alike(compare(self.found[one], self.found[other], self.local))

    def _nearest(self) -> dict[int, float]:
        """The statement of each article that is nearest to what the openings have in common, and how near."""
        openings = self._openings()
        profile = self._profile(openings.values())
        best: dict[str, tuple[float, int]] = {}
        for index in self.whole if len(openings) > 1 else ():
            article = self.statements[index].article
            near = self._nearness(self.found[index], profile)
            near = min(1.0, near * FIRST) if index in openings[article] else near
            if near >= CENTRAL and near > best.get(article, (0.0, 0))[0]:
                best[article] = near, index
        return {index: near for near, index in best.values()}

    def _openings(self) -> dict[str, list[int]]:
        """The first statements of each article."""
        openings: dict[str, list[int]] = {}
        for index in sorted(self.whole, key=lambda i: (self.statements[i].start, i)):
            openings.setdefault(self.statements[index].article, []).append(index)
        return {article: indices[:OPENING] for article, indices in openings.items()}

    def _profile(self, openings: Collection[list[int]]) -> dict[str, float]:
        """What openings have in common: rarity times the share of openings with the term, at length one."""
        held: Counter[str] = Counter()
        for indices in openings:
            held.update({word for index in indices for word in self.found[index].words})
        weights = {
            word: self.rarity(word) * number / len(openings) for word, number in held.items() if number > 1
        }
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def _nearness(self, statement: Terms, profile: dict[str, float]) -> float:
        """The cosine of a statement with a profile, 0..1."""
        words = statement.bag
        length = math.sqrt(math.fsum(self.rarity(word) ** 2 for word in words))
        shared = math.fsum(profile.get(word, 0.0) * self.rarity(word) for word in words)
        return min(1.0, shared / length) if length else 0.0

    def _joining(self, members: list[int], links: Links) -> dict[int, float]:
        """The statements that say what the members have in common, and how far."""
        held = Counter(word for index in members for word in self.found[index].bag)
        weights = {word: self.local(word) * number / len(members) for word, number in held.items()}
        full = math.fsum(weights.values())
        joining: dict[int, float] = {}
        for index in self.whole:
            words = self.found[index].bag
            own = self.local.mass(self.found[index])
            if index in members or not own or not full:
                continue
            said = math.fsum(min(self.local(word), USUAL * weights.get(word, 0.0)) for word in words) / own
            covered = math.fsum(weights.get(word, 0.0) for word in words) / full
            value = said ** (1 - COVERED) * covered**COVERED
            if value >= JOINING:
                joining[index] = value
        inside = {*members, *joining}
        return {index: value for index, value in joining.items() if _belongs(index, value, inside, links)}


def _belongs(index: int, value: float, inside: Collection[int], links: Links) -> bool:
    """Whether a statement says the same as one of those inside rather than as one of the others."""
    row = links.get(index, {})
    within = max((link for other, link in row.items() if other in inside), default=0.0)
    without = max((link for other, link in row.items() if other not in inside), default=0.0)
    return max(value, within) >= without


def _link_between(
    statements: Sequence[Statement], found: Sequence[Terms], rarity: Rarity, links: Links
) -> None:
    """Link statements that are nearly the same words, wherever they stand."""
    for i, j in candidates.alike(found):
        if j not in links.get(i, {}) and not (statements[i].figure or statements[j].figure):
            features = compare(found[i], found[j], rarity)
            value = score(features)
            if value >= SAME_ANYWHERE and compatible(features) and features.shared >= TELLING_ANYWHERE:
                _link(links, i, j, value)


def compatible(features: Features) -> bool:
    """Whether nothing says that two alike statements are about something else."""
    return features.names >= 0 and not features.years and not look_alike(features)


def look_alike(features: Features) -> bool:
    """Whether two statements differ in nothing but a negation, a year or whom they name."""
    opposite = features.negation and features.overlap >= ALL_ELSE
    another = (features.others > 0 or features.years) and features.frame >= ALL_ELSE
    return opposite or another


def _telling(features: Features, rarity: Rarity) -> float:
    """The rarity of what two statements share, in the corpus at large."""
    return math.fsum(map(rarity, features.common))


def _leaders(size: int, links: Links, central: dict[int, int]) -> dict[int, int]:
    """The leader of each statement: itself, or the most similar of the leaders that it is linked with.

    The central claims of stories keep the leaders they have.
    """
    centrality = {index: -math.fsum(row.values()) for index, row in links.items()}
    leads = dict(central)
    for index in sorted(range(size), key=lambda i: (i not in central, centrality.get(i, 0.0), i)):
        if leads.setdefault(index, index) == index:
            for other in links.get(index, {}):
                leads.setdefault(other, index)
    chosen = {index for index, leader in leads.items() if index == leader}
    for index in leads:
        if index not in chosen and index not in central:
            leads[index] = max((o for o in links[index] if o in chosen), key=lambda o: (links[index][o], -o))
    return leads


def _gather(
    statements: Sequence[Statement], found: Sequence[Terms], leaders: dict[int, int], links: Links
) -> list[Group]:
    gathered: dict[int, list[int]] = {}
    for index in range(len(statements)):
        gathered.setdefault(leaders[index], []).append(index)
    return [
        Group(
            leader,
            tuple(members),
            tuple(1.0 if member == leader else links[leader][member] for member in members),
            tuple(_kind(leader, member, statements, found) for member in members),
        )
        for leader, members in gathered.items()
    ]


def _kind(leader: int, member: int, statements: Sequence[Statement], found: Sequence[Terms]) -> Kind:
    """How close the wording of a member is to its leader's."""
    one, other = found[leader], found[member]
    if set(one.numbers) - set(other.numbers) and set(other.numbers) - set(one.numbers):
        return "number-variant"
    if statements[leader].text.lower().split() == statements[member].text.lower().split():
        return "verbatim"
    return "near-verbatim" if fuzz.ratio(one.key, other.key) >= 90 else "paraphrase"
