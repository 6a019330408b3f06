"""Where a claim comes from, as trees: origins at the roots, who passed it on, the outlets as leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from tui.claims.sources import identity, is_vague, kind_of
from tui.model import PUTS_FORWARD, Mention, Stance
from tui.workspace.dossier import Dossier
from tui.workspace.timeline import Label, Target, place_of

Role = Literal["origin", "relay", "outlet"]


@dataclass(frozen=True, slots=True)
class Branch:
    """A source or an outlet and what it passed the claim on to.

    `loop` names the source this one leads back to, in whatever article; `dead_end` says why the path ends
    before somebody who can be asked; `elsewhere` are those from whom a root has it by other mentions.
    An outlet has the stances of its mentions, how many they are, and where the first one stands; `named`
    is the path as that one's own words name it, None if it is the one drawn.
    """

    name: str
    role: Role
    children: tuple[Branch, ...] = ()
    loop: str = ""
    dead_end: str = ""
    elsewhere: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ()
    mentions: int = 0
    named: tuple[str, ...] | None = None
    target: Target | None = None


@dataclass
class _Node:
    """A branch while the tree grows; `key` is what two spellings of a source have in common."""

    key: str
    name: str
    role: Role
    children: dict[tuple[Role, str], _Node] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)


_NOWHERE = "no source given"


class _Edges:
    """Who is said to have passed the claim on to whom, outlets included, by what their spellings share."""

    def __init__(self, mentions: Iterable[Mention], labels: Mapping[str, Label]) -> None:
        self._receivers: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        for mention in mentions:
            label = labels[mention.article]
            for hop in mention.chain:
                self._names.setdefault(identity(hop), hop)
            for source, receiver in pairwise([*map(identity, mention.chain), _outlet(label)]):
                self._receivers.setdefault(source, []).append(receiver)

    def sources(self, key: str) -> tuple[str, ...]:
        """The names of those from whom `key` is said to have it, sorted."""
        found = [source for source, receivers in self._receivers.items() if key in receivers]
        return tuple(sorted(self._names[source] for source in found))

    def lead(self, start: str, goal: str) -> bool:
        """Whether `goal` can be reached from `start`."""
        seen, waiting = {start}, [start]
        while waiting:
            for following in self._receivers.get(waiting.pop(), ()):
                if following == goal:
                    return True
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
        return False


def trace(dossier: Dossier) -> tuple[Branch, ...]:
    """The trees of the mentions that carry the claim."""
    return _trees(dossier, [m for m in dossier.claim.mentions if m.stance in PUTS_FORWARD])


def trace_answers(dossier: Dossier) -> tuple[Branch, ...]:
    """The trees of those that answer it: who denies, doubts, cannot confirm, and through whom."""
    return _trees(dossier, [m for m in dossier.claim.mentions if m.stance not in PUTS_FORWARD])


def _trees(dossier: Dossier, mentions: Sequence[Mention]) -> tuple[Branch, ...]:
    ordered = sorted(mentions, key=lambda m: (dossier.labels[m.article].order, m.start))
    edges = _Edges(ordered, dossier.labels)
    root = _Node("", "", "origin")
    for mention in ordered:
        _plant(root, mention, dossier.labels[mention.article])
    return tuple(_branch(node, None, edges) for node in root.children.values())


def _plant(root: _Node, mention: Mention, label: Label) -> None:
    """Add a mention's path to the tree; a mention without any stands under nobody."""
    own_answer = not mention.chain and mention.stance not in PUTS_FORWARD
    hops = mention.chain or (() if own_answer else (_NOWHERE,))
    node = root
    for hop in hops:
        role: Role = "origin" if node is root else "relay"
        key = identity(hop)
        node = node.children.setdefault((role, key), _Node(key, hop, role))
    leaf = _Node(_outlet(label), label.name, "outlet")
    node.children.setdefault(("outlet", mention.article), leaf).mentions.append(mention)


def _outlet(label: Label) -> str:
    return identity(label.publisher or label.name)


def _branch(node: _Node, parent: _Node | None, edges: _Edges) -> Branch:
    first = node.mentions[0] if node.mentions else None
    return Branch(
        name=node.name,
        role=node.role,
        children=tuple(_branch(child, node, edges) for child in node.children.values()),
        loop=parent.name if parent and edges.lead(node.key, parent.key) else "",
        dead_end=_dead_end(node) if parent is None else "",
        elsewhere=edges.sources(node.key) if parent is None and node.role == "origin" else (),
        stances=tuple(dict.fromkeys(mention.stance for mention in node.mentions)),
        mentions=len(node.mentions),
        named=first.explicit_chain if first and first.explicit_chain != first.chain else None,
        target=place_of(first) if first else None,
    )


def _dead_end(node: _Node) -> str:
    """Why a root is none: nobody, a report that nobody is named for, or somebody without a name."""
    if node.role == "outlet":
        return ""
    if node.name == _NOWHERE:
        return "the outlet’s own voice"
    if is_vague(node.name):
        return "no one is named"
    return "not named" if kind_of(node.name) == "anonymous" else ""


def walk(branches: Sequence[Branch]) -> Iterator[Branch]:
    """Every branch, parents before children."""
    for branch in branches:
        yield branch
        yield from walk(branch.children)
