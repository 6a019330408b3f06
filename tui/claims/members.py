"""The groups that drafts are gathered in, each the mentions of one claim."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.model import Kind, Span

ALIKE = 0.65  # the least likeness of an answer and what its article says: more than wording alone can give
IMPLIED = 0.5  # the likeness given to an answer that contradicts a statement without its words


@dataclass(frozen=True, slots=True)
class Member:
    """A draft in a group: its article and place there, and its likeness to the leader.

    `refers`: it has no statement of its own; `unscoped`: what it refers to was not found; `against`: the
    word by which it says the opposite of what the others say; `by_itself`: it contradicts what nobody states,
    and counts as what its sentence says by itself.
    """

    article: int
    index: int
    kind: Kind = "paraphrase"
    score: float = 1.0
    refers: bool = False
    unscoped: bool = False
    against: Span | None = None
    by_itself: bool = False


@dataclass(slots=True)
class Gathered:
    """The members of one claim; the leader is the statement that represents it."""

    leader: Member
    members: list[Member] = field(default_factory=list)

    def articles(self) -> int:
        """How many articles have a member."""
        return len({member.article for member in self.members})
