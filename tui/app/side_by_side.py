"""Two mentions of a claim beside each other, below each other where the screen is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from tui.app.guides import guides
from tui.app.line_page import LinePage
from tui.app.marks import STANCE
from tui.app.paragraphs import Piece, flow, marked, padded
from tui.workspace.comparison import differences, figure_pairs, opposite, surroundings
from tui.workspace.timeline import place_of

if TYPE_CHECKING:
    from tui.model import AnalysedArticle, Mention, Relation
    from tui.workspace.dossier import Dossier, Target
    from tui.workspace.workspace import Workspace

BESIDE = 98  # cells inside the border from which the two stand beside each other
_INDENT = "  "  # where the pointer of the active side stands
_RELATION: dict[Relation, tuple[str, str]] = {
    "conflict": ("≠", "!="),
    "agree": ("≈", "~"),
    "single": ("|", "|"),
}


class SideBySide(LinePage):
    """The active side walks through the claim's mentions, the other one stays."""

    hints = ((("down", "up"), "mention"), (("next-pane",), "side"))

    def __init__(self, dossier: Dossier, workspace: Workspace, at: Target | None) -> None:
        super().__init__()
        self._claim = dossier.claim
        self._papers = dossier.labels
        self._workspace = workspace
        self.mentions = sorted(
            self._claim.mentions, key=lambda m: (dossier.labels[m.article].order, m.start, m.end)
        )
        first = next((n for n, m in enumerate(self.mentions) if place_of(m) == at), 0)
        self.sides = [first, opposite(self.mentions, first)]
        self.active = 1
        self._read: dict[str, AnalysedArticle] = {}  # the articles of the two sides

    @property
    def target(self) -> Target:
        """Where the active side stands."""
        return place_of(self.mentions[self.sides[self.active]])

    # -- moving

    def move(self, steps: int) -> None:
        """Put the mention `steps` further on the active side; the one on the other side is left out."""
        self.go(self.sides[self.active] + steps, 1 if steps > 0 else -1)

    def go(self, index: int, step: int = 1) -> None:
        """Put mention `index` (negative: none before the first) on the active side, or the one beside it."""
        last = len(self.mentions) - 1
        index = max(0, min(index, last)) if step < 0 or index >= 0 else last
        other = self.sides[1 - self.active]
        if index == other:
            index += step if 0 <= index + step <= last else -step
        if 0 <= index <= last and index != self.sides[self.active]:
            self.sides[self.active] = index
            self.renew()

    def turn(self, steps: int) -> bool:
        """Make the other side the active one; false if there is none in that direction."""
        if not 0 <= self.active + steps <= 1:
            return False
        self.active += steps
        self.renew()
        return True

    def swap(self) -> None:
        """Make the other side the active one."""
        self.turn(1 if self.active == 0 else -1)

    # -- composing

    def compose_lines(self, width: int) -> list[list[Piece]]:
        """Both sides, beside or below each other, and what is to be said of both."""
        self._read = {key: paper for key in self._needed() if (paper := self._fetch(key))}
        if len(self.mentions) == 1:
            return [*self._side(0, width), [], [(f"{_INDENT}The only mention of this claim.", "dim")]]
        below = self._below(width - len(_INDENT))
        return [*self._both(width), *([(_INDENT, "plain"), *line] for line in below)]

    def _needed(self) -> list[str]:
        return [self.mentions[number].article for number in self.sides]

    def _fetch(self, key: str) -> AnalysedArticle | None:
        """An article of a side; None if it is gone since the files were read again."""
        try:
            return self._read.get(key) or self._workspace.article(key)
        except KeyError:
            return None

    def _both(self, width: int) -> Iterator[list[Piece]]:
        line = guides(self.charset)
        if width >= BESIDE:
            half = (width - 3) // 2
            columns = [self._side(number, half) for number in (0, 1)]
            for left, right in zip_longest(*columns, fillvalue=()):
                yield [*padded(left, half), (f" {line.vertical} ", "dim"), *right]
        else:
            yield from self._side(0, width)
            yield [(line.horizontal * width, "dim")]
            yield from self._side(1, width)

    def _side(self, number: int, width: int) -> list[list[Piece]]:
        """Everything about one mention: where, by which path, how, why, and the words."""
        mention, other = (self.mentions[self.sides[n]] for n in (number, 1 - number))
        room = width - len(_INDENT)
        facts = [flow(self._clean(pieces), room) for pieces in self._facts(mention, number)]
        words = flow(self._clean(self._words(mention, other)), room)
        lines = [*chain.from_iterable(facts), *([[]] if width >= BESIDE // 2 else []), *words]
        pointer = f"{self.marks.sign.cursor} " if number == self.active else _INDENT
        return [[(_INDENT if n else pointer, "heading"), *line] for n, line in enumerate(lines)]

    def _clean(self, pieces: Iterable[Piece]) -> list[Piece]:
        return [(self.charset.say(text), style) for text, style in pieces]

    def _facts(self, mention: Mention, number: int) -> Iterator[list[Piece]]:
        sign, label = self.marks.sign, self._papers[mention.article]
        active = number == self.active
        place = f"  {self.sides[number] + 1} of {len(self.mentions)}"
        yield [
            (label.name, "heading" if active else "bold"),
            (f" {sign.dot} {label.date or 'undated'}", "plain"),
            (place, "dim"),
        ]
        if self.width >= BESIDE:
            paper = self._read.get(mention.article)
            yield [((paper.article.title if paper else None) or "untitled", "dim")]
        path = self.marks.chain(mention.chain)
        yield [(path, "good") if path else ("no source named", "dim")]
        who = mention.by or "in its own voice"
        speaker = f"{mention.voice} ({who})" if mention.voice and mention.voice != mention.by else who
        yield [
            (STANCE[mention.stance], "bold"),
            (f" {sign.dot} {speaker} {sign.dot} {mention.kind}", "plain"),
        ]
        cue = f"{self.marks.quote(mention.cue.text)} {sign.dot} " if mention.cue else ""
        yield [(f"{cue}{mention.rule}", "dim")]

    def _words(self, mention: Mention, other: Mention) -> Iterator[Piece]:
        """The mention in its sentence; what the other one does not have in brackets."""
        paper, before, after = self._read.get(mention.article), "", ""
        if paper is not None:
            text, sentences = paper.article.text, paper.sentences
            before, after = surroundings(text, sentences, mention.start, mention.end)
        spans = (
            (d.start, d.end, *("{}" if d.figure else "[]")) for d in differences(mention, other, self._claim)
        )
        yield before, "dim"
        yield from marked(mention.text, spans, "differs")
        yield after, "dim"

    def _below(self, width: int) -> Iterator[list[Piece]]:
        """The figures of both, and what the brackets mean."""
        left, right = (self.mentions[number] for number in self.sides)
        pairs = figure_pairs(self._claim, left, right)
        if pairs:
            yield []
            yield [("Figures", "heading")]
        for pair in pairs:
            sign = _RELATION[pair.relation][self.charset.ascii]
            values = [", ".join(values) or "none" for values in (pair.left, pair.right)]
            style = "warn" if pair.relation == "conflict" else "plain"
            said = "" if pair.relation == "single" else f"  {pair.relation}"
            pieces = [(f"{pair.quantity}: ", "bold"), (f"{values[0]} {sign} {values[1]}{said}", style)]
            yield from flow(self._clean(pieces), width)
        yield []
        legend = [("[words]", "differs"), (" and ", "dim"), ("{figures}", "differs")]
        yield from flow([*legend, (" that the other one does not have", "dim")], width)
