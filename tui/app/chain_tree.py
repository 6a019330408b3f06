"""The source chains of a claim as trees: origins, who passed it on, the outlets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.app.entry_page import EntryPage
from tui.app.guides import Guides, guides
from tui.app.inspector_entries import BLANK, Entry
from tui.app.marks import STANCE, Marks
from tui.app.paragraphs import Piece
from tui.workspace.provenance import Branch, trace, trace_answers

if TYPE_CHECKING:
    from tui.workspace.dossier import Dossier


_END = ("⊥", "_|_")  # a path that leads no further


class ChainTree(EntryPage):
    """Origins at the left edge, outlets where the branches end; those can be selected."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__("sheet")
        self._dossier = dossier
        self.empty = "No source is known."

    def on_mount(self) -> None:
        """Compose once the terminal's charset is known."""
        self.fill(compose(self._dossier, self.marks))


def compose(dossier: Dossier, marks: Marks) -> tuple[Entry, ...]:
    """Both forests as entries, clean for the terminal."""
    line = guides(marks.charset)
    entries: list[Entry] = []
    for title, trees in (
        ("Where it comes from", trace(dossier)),
        ("Who answers it, and through whom", trace_answers(dossier)),
    ):
        if trees:
            entries += [BLANK] * bool(entries) + [Entry(((title, "heading"),))]
            entries += [entry for tree in trees for entry in _draw(tree, "", "", line, marks)]
    clean = marks.charset.say
    return tuple(e._replace(pieces=tuple((clean(text), style) for text, style in e.pieces)) for e in entries)


def _draw(branch: Branch, guide: str, below: str, line: Guides, marks: Marks) -> Iterator[Entry]:
    """A branch behind `guide`, and what hangs on it behind `below`."""
    under = below + line.pipe if branch.children else below + line.blank
    yield Entry(_pieces(branch, marks), branch.target, 0, guide, _fitted(under, guide))
    for child in branch.children:
        last = child is branch.children[-1]
        yield from _draw(
            child,
            below + (line.corner if last else line.tee),
            below + (line.blank if last else line.pipe),
            line,
            marks,
        )


def _fitted(below: str, guide: str) -> str:
    return below[: len(guide)].ljust(len(guide))


def _pieces(branch: Branch, marks: Marks) -> tuple[Piece, ...]:
    """The name, what an outlet does with the claim, and what is wrong with the path."""
    sign = marks.sign
    pieces: list[Piece] = [(branch.name, "bold" if branch.role == "origin" else "plain")]
    if branch.role == "outlet":
        pieces.append((f"  {_deeds(branch)}", "dim"))
        if branch.named is not None:
            words = marks.quote(marks.chain(branch.named)) if branch.named else "nobody"
            pieces.append((f" {sign.dot} names {words}", "dim"))
    if branch.elsewhere:
        pieces.append((f"  elsewhere from {', '.join(branch.elsewhere)}", "dim"))
    if branch.loop:
        pieces.append((f"  {sign.loop} loop: leads back to {branch.loop}", "warn"))
    if branch.dead_end:
        pieces.append((f"  {_END[marks.charset.ascii]} dead end: {branch.dead_end}", "warn"))
    return tuple(pieces)


def _deeds(branch: Branch) -> str:
    """``reports, denies, 3 mentions``"""
    deeds: Sequence[str] = [STANCE[stance] for stance in branch.stances]
    return ", ".join([*deeds, *([f"{branch.mentions} mentions"] if branch.mentions > 1 else [])])
