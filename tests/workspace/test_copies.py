"""What a near-copy changed."""

from __future__ import annotations

from tui.claims.analysis import Corpus, analyse
from tui.model import Article
from tui.workspace.copies import Revision, compare, describe

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


def test_a_copy_word_for_word_changed_nothing() -> None:
    found = revision(corpus("\n".join(LINES), "\n".join(LINES)))
    assert (found.shared, found.added, found.dropped, found.figures, found.answers) == (1.0, (), (), (), ())
    assert describe(found) == "100 % of it word for word"


def test_a_shorter_version_says_what_is_left_out() -> None:
    found = revision(corpus("\n".join(LINES), "\n".join(LINES[:4])))
    assert found.shared == 1.0
    assert describe(found) == "100 % of it word for word; 2 sentences left out"
