"""What a near-copy changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.fixtures import configure
from tui.claims.analysis import Corpus, analyse
from tui.model import Article
from tui.workspace.copies import Revision, compare, describe
from tui.workspace.folding import Folding
from tui.workspace.index import Index
from tui.workspace.workspace import Workspace

LINES = [
    "A fire broke out in the old warehouse on the harbour of Orrin on Tuesday night.",
    "At least 12 people died in the flames, the fire brigade of the town said.",
    "The warehouse had been empty since the shipping company left in the spring.",
    "Neighbours reported a loud bang before they saw the smoke over the roofs.",
    "The harbour road will stay closed to all traffic until the end of the week.",
    "The owner of the warehouse sold gas bottles from it, two neighbours said.",
]
CHANGED = [LINES[0], LINES[1].replace("12", "15"), *LINES[2:], "The owner denied that he sold gas bottles."]


def corpus(*texts: str) -> Corpus:
    dates = ("2024-05-07", "2024-05-08")
    articles = [Article(t, path=f"{d}.txt", date=d) for t, d in zip(texts, dates, strict=False)]
    return analyse(articles)


def revision(found: Corpus) -> Revision:
    original, copy = found.articles
    return compare(original, copy, found.mentions[original.id], found.mentions[copy.id])


def test_an_update_tells_its_new_figure_and_its_denial() -> None:
    found = revision(corpus("\n".join(LINES), "\n".join(CHANGED)))
    assert [span.text for span in found.added] == [CHANGED[1], CHANGED[-1]]
    assert [span.text for span in found.dropped] == [LINES[1]]
    assert found.figures == (("At least 12 people", "At least 15 people"),)
    assert ("denies", "owner") in found.answers
    assert round(found.shared, 2) == round(5 / 7, 2)
    assert (
        describe(found) == "71 % of it word for word; At least 12 people → At least 15 people; denies: owner"
    )


def test_a_byline_and_a_date_of_its_own_make_it_no_less_a_copy() -> None:
    ours, theirs = ["By Ann Roe", "May 7, 2024", *LINES], ["By Bo Lind", "May 8, 2024", *LINES]
    assert revision(corpus("\n\n".join(ours), "\n\n".join(theirs))).shared == 1.0


def test_a_copy_word_for_word_changed_nothing() -> None:
    found = revision(corpus("\n".join(LINES), "\n".join(LINES)))
    assert (found.shared, found.added, found.dropped, found.figures, found.answers) == (1.0, (), (), (), ())
    assert describe(found) == "100 % of it word for word"


def test_a_shorter_version_says_what_is_left_out() -> None:
    found = revision(corpus("\n".join(LINES), "\n".join(LINES[:4])))
    assert found.shared == 1.0
    assert describe(found) == "100 % of it word for word; 2 sentences left out"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An article of its own, one with two near-copies, and these."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    library = "The library in Lund was sold for 3 million euros on Monday, the mayor said."
    texts = {"2024-05-06": [library], "2024-05-07": LINES, "2024-05-08": CHANGED, "2024-05-09": LINES[:5]}
    for date, lines in texts.items():
        front = f"---\ntitle: Of {date}\npublisher: Post {date[-1]}\ndate: {date}\n---\n"
        (folder / f"{date}.md").write_text(front + "\n".join(lines) + "\n", encoding="utf-8")
    config = configure(tmp_path, corpus=[folder])
    workspace = Workspace.open(config, config.corpus)
    workspace.scan()
    return workspace


def titles(workspace: Workspace, query: str = "", *unfolded: str) -> list[str]:
    return [row.title[-1] for row in workspace.articles(query, unfolded)]


def test_near_copies_are_folded_and_none_is_lost(workspace: Workspace) -> None:
    folded = workspace.articles()
    assert [row.copies for row in folded] == [0, 1, 0]
    assert titles(workspace) == ["6", "7", "8"]
    assert titles(workspace, "", folded[1].id) == ["6", "7", "9", "8"]
    shown = workspace.articles("", [folded[1].id])
    assert [row.copy for row in shown] == [False, False, True, False]
    assert len(folded.covered) == len(shown.covered) == 4
    assert folded.find(shown[2].id) == 1
    assert workspace.tally_articles(folded) == workspace.tally_articles(shown) == workspace.tally()


def test_a_near_copy_that_alone_matches_is_listed(workspace: Workspace) -> None:
    assert titles(workspace, 'publisher:"Post 9"') == ["9"]
    assert titles(workspace, "date:2024-05-07..2024-05-09") == ["7", "8"]


def test_a_near_copy_names_its_original(workspace: Workspace) -> None:
    rows = workspace.articles("", [workspace.articles()[1].id])
    assert workspace.revision(rows[1].id) is None
    found = workspace.revision(rows[2].id)
    assert found is not None
    assert found[0] == "Post 7"
    assert describe(found[1]) == "100 % of it word for word; 1 sentence left out"


@given(
    st.dictionaries(st.integers(4, 9), st.integers(0, 3)),
    st.lists(st.integers(0, 9), unique=True),
    st.sets(st.integers(0, 9)),
)
def test_folding_keeps_the_order_and_hides_only_copies(
    originals: dict[int, int], positions: list[int], unfolded: set[int]
) -> None:
    folding = Folding(Index.empty())
    folding.__dict__["originals"] = originals
    arranged = list(folding.arrange(positions, unfolded))
    hidden = set(positions) - set(arranged)
    assert len(arranged) == len(set(arranged))
    assert set(arranged) <= set(positions)
    assert all(originals[place] in arranged and originals[place] not in unfolded for place in hidden)
    first = [place for place in arranged if originals.get(place) not in positions]
    assert first == [place for place in positions if originals.get(place) not in positions]
