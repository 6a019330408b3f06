"""Which statements of one story say the same, and which of them state what the story is about.

Within a story the names of its people and places are in every other sentence, so a term counts by how rare
it is among the story's own statements as well as in the language.  The articles of a story share at least
its central claim: the statement of each article nearest to what their openings have in common, and the
others that say what these have in common.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.claims import candidates, unknowns
from tui.claims.frequencies import AT_LARGE, Rarity
from tui.claims.polarity import are_opposites, denies_at_once
from tui.claims.reversal import are_reversed
from tui.claims.similarity import Features, compare, coverage, coverage_at_most, telling_coverage
from tui.claims.terms import Terms

SAME = 0.6  # the least coverage at which two statements of one story are one claim
TELL = 0.2  # the least coverage by what they tell, names left out, of two that differ in more than details
ALL_ELSE = 0.85  # the overlap at which two statements differ in nothing else
TELLING = 7.0  # the least rarity that two statements of one story must share: "his death" tells nothing
TELLING_FIGURE = 5.0  # the same for two figures
OPENING = 3  # statements at the head of an article that say what it is about
FIRST = 1.2  # what a statement of the opening gains, when its article's central statement is sought
CENTRAL = 0.12  # the least cosine with what the openings have in common
COMPARED = 12  # central statements that another one must not be a look-alike of
AGAIN = 0.65  # of an article's best such cosine, for the other statements of its opening
JOINING = 0.5  # how far another statement must say what the central ones have in common
USUAL = 2.0  # a word that one in two of the central statements has is fully theirs
FEW = 3  # articles whose openings may have no more in common than a topic
LOOSE = 0.52  # the mean of the articles' best cosines below which they share no more than that either
TOGETHER = 0.9  # the same for that mean and the share of articles that say the same as another one, together
LIKENED = 60  # central statements that are likened for that share
COVERED = 0.35  # what counts of the central words that a statement has, the rest being that it has no others

Links = dict[int, dict[int, float]]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one mention states, its attribution left out, at `start`..`end` of `article`.

    A `figure` is only what is counted ("40 houses"): compared within its story, never what that is about.
    An `event` is a figure that is presupposed ("the houses sold in May"): it is not what its sentence states.
    What is `denied` belongs to a claim only if it says the same, not for being told of the same story.
    """

    article: str
    start: int
    end: int
    text: str
    figure: bool = False
    event: bool = False
    denied: bool = False

    def is_presupposed_in(self, other: Statement) -> bool:
        """Whether this is an event inside of the other."""
        if not self.event or other.figure or self.article != other.article:
            return False
        return other.start <= self.start and self.end <= other.end


def link(links: Links, one: int, other: int, value: float) -> None:
    """Note that two statements say the same, and how alike they are."""
    links.setdefault(one, {})[other] = value
    links.setdefault(other, {})[one] = value


class Story:
    """The statements of one story, given by their places, and what they have in common."""

    def __init__(
        self, indices: list[int], statements: Sequence[Statement], found: Mapping[int, Terms], rarity: Rarity
    ) -> None:
        self.indices = indices
        self.whole = [index for index in indices if not statements[index].figure]
        self.statements = statements
        self.rarity = rarity
        self.found = found
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
            one, other = self.statements[self.indices[i]], self.statements[self.indices[j]]
            if one.is_presupposed_in(other) or other.is_presupposed_in(one):
                continue
            figures = one.figure and other.figure
            enough = TELLING_FIGURE if figures else TELLING
            if _telling(own[i], own[j], self.rarity) < enough:
                continue  # most pairs end here or below, before the costly comparison
            if coverage_at_most(own[i], own[j], self.local) < SAME:
                continue
            features = compare(own[i], own[j], self.local)
            value = coverage(features)
            if value < SAME or not _tells_same(value, own[i], own[j], self.local):
                continue
            if self._compatible(features, self.indices[i], self.indices[j]):
                link(links, self.indices[i], self.indices[j], value)

        self._link_unknown(links)

    def _link_unknown(self, links: Links) -> None:
        """Link the statements that say that the same is not known."""
        for i, j in unknowns.alike({index: self.statements[index].text for index in self.whole}):
            link(links, i, j, max(SAME, links.get(i, {}).get(j, 0.0)))

    def link_central(self, links: Links) -> dict[int, int]:
        """Link the statements of the central claim with its leader; the leader of each of them.

        The first are, for each article, the statement nearest to the openings; then come those that say
        what these have in common, unless they say the same as another statement still more.
        """
        nearest = self._nearest()
        if len(nearest) < 2:
            return {}
        leader = max(nearest, key=lambda index: (not self.statements[index].denied, nearest[index], -index))
        joining = self._joining(list(nearest), links)
        loose = self._is_loose(nearest)
        central = self._near(leader, self._agreeing(leader, [*nearest, *joining]), links, loose=loose)
        for index in central:
            if index != leader:
                value = max(nearest.get(index, 0.0), joining.get(index, 0.0))
                link(links, leader, index, max(value, links.get(leader, {}).get(index, 0.0)))
        return dict.fromkeys(central, leader)

    def _agreeing(self, leader: int, candidates: Sequence[int]) -> list[int]:
        """The leader and those that are no look-alike of it or of the first ones before them."""
        kept = [leader]
        for index in dict.fromkeys(candidates):
            if index != leader and not any(self._look_alike(one, index) for one in kept[:COMPARED]):
                kept.append(index)
        return kept

    def _is_loose(self, nearest: Mapping[int, float]) -> bool:
        """Whether the articles have in common what those of one topic have, and no more.

        They are no nearer to their openings' common words; or few of them say the same as another one.
        """
        best: dict[str, float] = {}
        for index, near in nearest.items():
            article = self.statements[index].article
            best[article] = max(best.get(article, 0.0), near)
        mean = math.fsum(best.values()) / len(best)
        return mean < LOOSE or (len(best) > FEW and not self._are_told_alike(list(nearest), TOGETHER - mean))

    def _are_told_alike(self, nearest: Sequence[int], least: float) -> bool:
        """Whether of the articles of these statements at least a share say the same as another one."""
        likened = [(index, self.statements[index].article) for index in nearest[:LIKENED]]
        wanted = least * len({article for _, article in likened})
        alike: set[str] = set()
        for (one, its), (other, others) in combinations(likened, 2):
            if len(alike) >= wanted:
                return True
            if its != others and not {its, others} <= alike and self._says_same(one, other):
                alike |= {its, others}
        return len(alike) >= wanted

    def _near(self, leader: int, central: Sequence[int], links: Links, *, loose: bool) -> list[int]:
        """Those of the central statements that say the same as another one, where a story asks for that.

        The openings of a few articles, or of a `loose` story, may have no more in common than what they are
        about; and who denies something else, or says that something else is not so, takes no stance on the
        leader.
        """
        few = loose or len({self.statements[index].article for index in central}) <= FEW
        others = frozenset(central)
        kept = [leader]
        for index in central:
            known = [*kept[:COMPARED], *(other for other in links.get(index, ()) if other in others)]
            if index == leader or self._answers_else(index, leader, known):
                continue
            if not few or any(self._says_same(index, other) for other in known):
                kept.append(index)
        return kept

    def _answers_else(self, index: int, leader: int, known: Sequence[int]) -> bool:
        """Whether a statement is denied, or denies, without being about what is stated."""
        if self.statements[index].denied:
            return self._likeness(index, leader) < SAME
        if not denies_at_once(self.statements[index].text):
            return False
        return not any(self._says_or_denies(index, other) for other in known)

    def _says_or_denies(self, index: int, other: int) -> bool:
        one, two = self.statements[index].text, self.statements[other].text
        if denies_at_once(two):
            return self._likeness(index, other) >= SAME
        return are_opposites(compare(self.found[index], self.found[other], AT_LARGE), one, two, gathered=True)

    def _says_same(self, one: int, other: int) -> bool:
        value = self._likeness(one, other)
        return value >= SAME and _tells_same(value, self.found[one], self.found[other], self.rarity)

    def _likeness(self, one: int, other: int) -> float:
        return coverage(compare(self.found[one], self.found[other], self.rarity))

    def _compatible(self, features: Features, one: int, other: int) -> bool:
        """Whether two alike statements are about the same; they may say the opposite of it."""
        return features.names >= 0 and not features.years and not self._differ(features, one, other)

    def _look_alike(self, one: int, other: int) -> bool:
        return self._differ(compare(self.found[one], self.found[other], self.local), one, other)

    def _differ(self, features: Features, one: int, other: int) -> bool:
        """Whether two statements only look alike; who says the opposite of it speaks of the same claim."""
        texts = self.statements[one].text, self.statements[other].text
        exchanged = are_reversed(self.found[one], self.found[other], *texts)
        if not exchanged and not look_alike(features):
            return False
        at_large = compare(self.found[one], self.found[other], AT_LARGE)
        return at_large.overlap >= ALL_ELSE if exchanged else not are_opposites(at_large, *texts)

    def _nearest(self) -> dict[int, float]:
        """The statements nearest to what the openings have in common, and how near they are.

        For each article one, and those of its opening that say it again: headline and lead.
        """
        openings = self._openings()
        profile = self._profile(openings.values())
        best: dict[str, tuple[float, int]] = {}
        first: dict[int, float] = {}
        for index in self.whole if len(openings) > 1 else ():
            article = self.statements[index].article
            near = self._nearness(self.found[index], profile)
            if index in openings[article]:
                near = first[index] = min(1.0, near * FIRST)
            if near >= CENTRAL and near > best.get(article, (0.0, 0))[0]:
                best[article] = near, index
        leading = {self.found[index].key for _, index in best.values()}
        copied = self._copied(openings) - leading
        again = {
            index: near
            for index, near in first.items()
            if near >= AGAIN * best.get(self.statements[index].article, (2.0, 0))[0]
            and self.found[index].key not in copied
        }
        return {index: near for near, index in best.values()} | again

    def _copied(self, openings: Mapping[str, list[int]]) -> set[str]:
        """What openings that are mostly copies of one another state: each statement is a claim of its own."""
        keys = {article: {self.found[i].key for i in indices} for article, indices in openings.items()}
        held = Counter(key for own in keys.values() for key in own)
        repeated = (own & {key for key in own if held[key] > 1} for own in keys.values())
        return {key for shared in repeated if len(shared) == OPENING for key in shared}

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
            word: self.rarity[word] * number / len(openings) for word, number in held.items() if number > 1
        }
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    def _nearness(self, statement: Terms, profile: dict[str, float]) -> float:
        """The cosine of a statement with a profile, 0..1."""
        words = statement.bag
        length = math.sqrt(math.fsum(self.rarity[word] ** 2 for word in words))
        shared = math.fsum(profile.get(word, 0.0) * self.rarity[word] for word in words)
        return min(1.0, shared / length) if length else 0.0

    def _joining(self, members: list[int], links: Links) -> dict[int, float]:
        """The statements that say what the members have in common, and how far."""
        held = Counter(word for index in members for word in self.found[index].bag)
        weights = {word: self.local[word] * number / len(members) for word, number in held.items()}
        full = math.fsum(weights.values())
        joining: dict[int, float] = {}
        for index in self.whole:
            words = self.found[index].bag
            own = self.local.mass(self.found[index])
            if index in members or not own or not full:
                continue
            said = math.fsum(min(self.local[word], USUAL * weights.get(word, 0.0)) for word in words) / own
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


def compatible(features: Features) -> bool:
    """Whether nothing says that two alike statements are about something else."""
    return features.names >= 0 and not features.years and not look_alike(features)


def look_alike(features: Features) -> bool:
    """Whether two statements differ in nothing but a negation, a year or whom they name."""
    opposite = features.negation and features.overlap >= ALL_ELSE
    another = (features.others > 0 or features.years) and features.frame >= ALL_ELSE
    return opposite or another


def _tells_same(value: float, one: Terms, other: Terms, rarity: Rarity) -> bool:
    """Whether two statements of this coverage share more than whom and which places they name."""
    return value >= ALL_ELSE or telling_coverage(one, other, rarity) >= TELL


def _telling(one: Terms, other: Terms, rarity: Rarity) -> float:
    """The rarity of what two statements share, in the corpus at large."""
    return rarity.sum(one.bag & other.bag)
