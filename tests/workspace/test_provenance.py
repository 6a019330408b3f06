"""Source chains as trees."""

from __future__ import annotations

from pathlib import Path

from tests.workspace.fixtures import open_workspace
from tui.model import Claim, Mention, Stance
from tui.workspace.dossier import Dossier, Label, compile_dossier
from tui.workspace.provenance import Branch, trace, trace_answers, walk


def dossier(*rows: tuple[str, Stance, tuple[str, ...]]) -> Dossier:
    """A claim with mentions given as publisher, stance and chain; articles in the order they are named."""
    names = list(dict.fromkeys(name for name, *_ in rows))
    mentions = tuple(
        Mention(name, n, n + 1, "x", stance, "rule", None, None, chain, chain)
        for n, (name, stance, chain) in enumerate(rows)
    )
    labels = {name: Label(name, None, n, name) for n, name in enumerate(names)}
    return compile_dossier(Claim("c", "x", "attributed", (), (), mentions, ()), labels)


def outline(branches: tuple[Branch, ...]) -> list[object]:
    """Names, nested."""
    return [
        [branch.name, *outline(branch.children)] if branch.children else branch.name for branch in branches
    ]


def find(branches: tuple[Branch, ...], name: str) -> list[Branch]:
    return [branch for branch in walk(branches) if branch.name == name]


def test_paths_that_begin_alike_share_their_beginning() -> None:
    tree = trace(
        dossier(
            ("Globe", "reports", ("Ida Falk",)),
            ("Post", "reports", ("Ida Falk", "Globe")),
            ("Radio", "reports", ("Ida Falk", "Globe")),
            ("Wire", "reports", ("port authority",)),
        )
    )
    assert outline(tree) == [["Ida Falk", "Globe", ["Globe", "Post", "Radio"]], ["port authority", "Wire"]]
    assert [branch.role for branch in walk(tree)] == [
        "origin",
        "outlet",
        "relay",
        "outlet",
        "outlet",
        "origin",
        "outlet",
    ]


def test_mentions_of_one_outlet_by_one_path_are_one_leaf() -> None:
    (root,) = trace(
        dossier(
            ("Globe", "reports", ("Ida Falk",)), ("Globe", "supports", ("Ida Falk",)), ("Globe", "denies", ())
        )
    )
    (leaf,) = root.children
    assert (leaf.mentions, leaf.stances) == (2, ("reports", "supports"))
    assert leaf.target is not None
    assert leaf.target.start == 0


def test_answers_have_trees_of_their_own() -> None:
    made = dossier(
        ("Globe", "reports", ("Ida Falk",)),
        ("Post", "denies", ("Jon Berg", "Radio")),
        ("Wire", "cannot-confirm", ()),
    )
    assert outline(trace(made)) == [["Ida Falk", "Globe"]]
    assert outline(trace_answers(made)) == [["Jon Berg", ["Radio", "Post"]], "Wire"]
    assert not any(branch.dead_end for branch in walk(trace_answers(made)))


def test_an_outlet_that_answers_for_itself_has_it_from_nobody() -> None:
    made = dossier(("Globe", "no-comment", ("Jon Berg",)), ("Globe", "cannot-confirm", ()))
    assert [(root.name, root.elsewhere) for root in trace_answers(made)] == [("Jon Berg", ()), ("Globe", ())]


def test_outlets_that_cite_each_other_are_a_loop() -> None:
    tree = trace(dossier(("Globe", "reports", ("Post",)), ("Post", "reports", ("Globe",))))
    assert outline(tree) == [["Post", "Globe"], ["Globe", "Post"]]
    assert [branch.loop for branch in walk(tree)] == ["", "Post", "", "Globe"]


def test_a_loop_may_lead_over_several_outlets() -> None:
    tree = trace(
        dossier(
            ("Globe", "reports", ("Wire",)), ("Post", "reports", ("Globe",)), ("Wire", "reports", ("Post",))
        )
    )
    assert all(branch.loop for branch in walk(tree) if branch.role == "outlet")


def test_two_outlets_of_one_source_are_no_loop() -> None:
    tree = trace(
        dossier(
            ("Globe", "reports", ("Ida Falk",)),
            ("Post", "reports", ("Ida Falk", "Globe")),
            ("Post", "reports", ("Ida Falk",)),
        )
    )
    assert not any(branch.loop for branch in walk(tree))


def test_a_path_that_ends_with_nobody_is_a_dead_end() -> None:
    tree = trace(
        dossier(
            ("Globe", "reports", ("media reports",)),
            ("Post", "asserts", ()),
            ("Radio", "reports", ("sources familiar with the talks",)),
            ("Wire", "reports", ("Ida Falk",)),
        )
    )
    assert [(branch.name, branch.dead_end) for branch in tree] == [
        ("media reports", "no one is named"),
        ("no source given", "the outlet’s own voice"),
        ("sources familiar with the talks", "not named"),
        ("Ida Falk", ""),
    ]


def test_a_root_that_has_it_from_somebody_elsewhere_says_so() -> None:
    tree = trace(
        dossier(
            ("Globe", "reports", ("a pilot", "the channel Skywatch")),
            ("Post", "reports", ("Skywatch",)),
            ("Wire", "reports", ("Globe",)),
        )
    )
    assert [(root.name, root.elsewhere) for root in tree] == [
        ("a pilot", ()),
        ("Skywatch", ("a pilot",)),
        ("Globe", ("the channel Skywatch",)),
    ]


def test_every_leaf_leads_to_a_mention(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    dossier = workspace.dossier("c-bridge")
    mentions = {(m.article, m.start, m.end) for m in dossier.claim.mentions}
    leaves = [
        branch for branch in walk((*trace(dossier), *trace_answers(dossier))) if branch.role == "outlet"
    ]
    assert sum(leaf.mentions for leaf in leaves) == len(dossier.claim.mentions)
    assert all(
        leaf.target and (leaf.target.article, leaf.target.start, leaf.target.end) in mentions
        for leaf in leaves
    )
    assert not any(branch.target for branch in walk(trace(dossier)) if branch.role != "outlet")


def test_the_order_of_mentions_does_not_matter() -> None:
    made = dossier(
        ("Globe", "reports", ("Ida Falk",)),
        ("Post", "reports", ("Ida Falk", "Globe")),
        ("Post", "asserts", ()),
    )
    turned = Claim("c", "x", "attributed", (), (), tuple(reversed(made.claim.mentions)), ())
    assert trace(compile_dossier(turned, made.labels)) == trace(made)
