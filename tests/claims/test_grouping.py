from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from tui.claims.grouping import Statement, group

FERRY = [
    ("a", "The harbour authority bought twelve electric ferries from a Norwegian yard"),
    ("a", "The ferries will replace diesel boats on the northern line"),
    ("b", "Twelve electric ferries were purchased by the harbour authority from a yard in Norway"),
    ("b", "Residents complained about the noise of the old engines"),
    ("c", "A bakery in the old town won the regional prize for sourdough bread"),
]


def statements(rows: Sequence[tuple[str, str]]) -> list[Statement]:
    return [Statement(article, 100 * n, 100 * n + len(text), text) for n, (article, text) in enumerate(rows)]


def test_paraphrases_are_one_claim_and_others_are_not() -> None:
    found = {group_.members for group_ in group(statements(FERRY))}
    assert found == {(0, 2), (1,), (3,), (4,)}


def test_verbatim_copies_are_one_claim_wherever_they_stand() -> None:
    copy = FERRY[4][1]
    groups = group(statements([*FERRY, ("d", copy)]))
    assert next(g for g in groups if 4 in g.members).kinds == ("verbatim", "verbatim")


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(alphabet="abc xyz 12", max_size=40)), max_size=12))
def test_every_statement_is_in_one_group(rows: list[tuple[str, str]]) -> None:
    groups = group(statements(rows))
    assert sorted(m for g in groups for m in g.members) == list(range(len(rows)))
    assert all(g.leader in g.members and all(0 <= s <= 1 for s in g.scores) for g in groups)
