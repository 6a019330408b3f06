from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.app.article_text import MEASURE, ArticleText
from tui.app.cells import Charset
from tui.model import Mention
from tui.workspace.rows import PlacedMention

TEXT = "Harbour dues rise\n\nThe council voted. “No,” said the clerk, “they do not rise.”\nIt rained."


def placed(start: int, end: int, claim: str = "c1") -> PlacedMention:
    mention = Mention("a1", start, end, TEXT[start:end], "reports", "example")
    return PlacedMention(mention, claim, "attributed", None)


def page(*mentions: PlacedMention, width: int = 20, title: str = "Harbour dues rise") -> ArticleText:
    return ArticleText.compose(TEXT, title, "Gazette · 2024-03-01", mentions, width, Charset())


def test_a_title_the_text_begins_with_is_not_repeated() -> None:
    assert [text for text, _ in page().head] == ["Gazette · 2024-03-01", ""]
    assert [text for text, _ in page(title="Dues").head] == ["Dues", "Gazette · 2024-03-01", ""]


def test_lines_are_no_wider_than_can_be_read() -> None:
    wide = page(width=400)
    assert wide.width == MEASURE
    assert max(end - start for start, end in wide.lines) <= MEASURE


@given(st.integers(4, 60), st.integers(0, len(TEXT) - 1))
def test_every_offset_is_on_its_line(width: int, offset: int) -> None:
    shown = page(width=width)
    line = shown.line_of(offset)
    start, end = shown.at(line)
    assert start <= offset <= end or TEXT[offset].isspace()


spans = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 30)).map(
    lambda pair: (pair[0], min(len(TEXT), pair[0] + pair[1]))
)


@given(st.lists(spans, max_size=8), spans)
def test_looking_up_by_bisection_misses_nothing(
    mentions: list[tuple[int, int]], wanted: tuple[int, int]
) -> None:
    shown = page(*(placed(start, end) for start, end in sorted(mentions)))
    inside = shown.within(*wanted)
    for index, item in enumerate(shown.mentions):
        if item.mention.start < wanted[1] and item.mention.end > wanted[0]:
            assert index in inside


@given(st.lists(spans, max_size=8), spans)
def test_the_nearest_mention_overlaps_most(mentions: list[tuple[int, int]], wanted: tuple[int, int]) -> None:
    ordered = sorted(mentions)
    shown = page(*(placed(start, end) for start, end in ordered))
    shared = [min(end, wanted[1]) - max(start, wanted[0]) for start, end in ordered]
    found = shown.nearest(*wanted)
    if found is None:
        assert all(overlap <= 0 for overlap in shared)
    else:
        assert shared[found] == max(shared)


def test_the_claim_asked_for_wins_over_a_larger_overlap() -> None:
    shown = page(placed(19, 60, "other"), placed(20, 30, "asked"))
    assert shown.nearest(19, 60, "asked") == 1
    assert shown.nearest(19, 60) == 0
    assert shown.nearest(0, 5) is None


def test_a_span_may_cover_several_lines() -> None:
    shown = page(width=12)
    extent = shown.extent(19, 60)
    assert extent.last > extent.first
    assert shown.at(extent.first)[0] <= 19
    assert shown.extent(5, 5).first == shown.extent(5, 5).last
