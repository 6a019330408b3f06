"""Layout, history, styles and charset: what the panes are put together from."""

from __future__ import annotations

import pytest

from tui.app.cells import Charset
from tui.app.layout import PANES, PaneName, visible, widths
from tui.app.lines import Run, overlaid, strip
from tui.app.looks import NULL, Looks
from tui.app.marks import STANCE, STATUS, Marks
from tui.app.terminal import charset
from tui.app.trail import Spot, Trail
from tui.model import STANCES, STATUSES


@pytest.mark.parametrize(
    ("width", "focus", "zoomed", "shown"),
    [
        (160, "list", False, ("list", "article", "inspector")),
        (120, "article", False, ("list", "article", "inspector")),
        (119, "list", False, ("list", "article")),
        (100, "article", False, ("list", "article")),
        (80, "inspector", False, ("article", "inspector")),
        (79, "article", False, ("article",)),
        (40, "inspector", False, ("inspector",)),
        (160, "article", True, ("article",)),
    ],
)
def test_as_many_panes_as_fit(width: int, focus: PaneName, zoomed: bool, shown: tuple[PaneName, ...]) -> None:
    assert visible(width, focus, zoomed) == shown


def test_two_panes_keep_the_partner_the_article_had() -> None:
    assert visible(100, "article", zoomed=False, beside="inspector") == ("article", "inspector")
    assert visible(100, "article", zoomed=False, beside="list") == ("list", "article")
    assert visible(100, "list", zoomed=False, beside="inspector") == ("list", "article")


@pytest.mark.parametrize("width", [40, 79, 80, 99, 119, 120, 161, 300])
def test_panes_fill_the_screen(width: int) -> None:
    for focus in PANES:
        shown = visible(width, focus, zoomed=False)
        cells = widths(width, shown)
        assert sum(cells) == width
        assert min(cells) >= 30


def spot(number: int) -> Spot:
    return Spot(f"a{number}", number, number + 1)


def test_back_and_forward() -> None:
    trail = Trail()
    assert trail.travel(-1, spot(1)) is None
    trail.visit(spot(1), spot(2))
    trail.visit(spot(2), spot(3))
    assert trail.travel(-1, spot(3)) == spot(2)
    assert trail.travel(-1, spot(2)) == spot(1)
    assert trail.travel(-1, spot(1)) is None
    assert trail.travel(1, spot(1)) == spot(2)


def test_the_way_back_leads_to_where_one_had_moved_on_to() -> None:
    trail = Trail()
    trail.visit(spot(1), spot(2))
    assert trail.travel(-1, spot(7)) == spot(1)
    assert trail.travel(1, spot(1)) == spot(7)


def test_a_visit_from_the_middle_forgets_what_lay_ahead() -> None:
    trail = Trail()
    trail.visit(spot(1), spot(2))
    trail.travel(-1, spot(2))
    trail.visit(spot(1), spot(5))
    assert trail.travel(1, spot(5)) is None
    assert trail.travel(-1, spot(5)) == spot(1)


def test_later_runs_lie_on_top() -> None:
    runs = [Run(0, 20, "claim"), Run(5, 12, "current"), Run(8, 30, "cue")]
    assert overlaid(3, 15, runs) == [Run(3, 5, "claim"), Run(5, 8, "current"), Run(8, 15, "cue")]
    assert overlaid(0, 4, []) == [Run(0, 4, "plain")]
    assert overlaid(4, 4, runs) == []


@pytest.mark.parametrize("text", ["", "quay", "a very long quayside", "橋橋橋橋橋橋"])
def test_a_strip_is_as_wide_as_asked(text: str) -> None:
    line = strip([(text, NULL)], 11)
    assert sum(segment.cell_length for segment in line) == 11


def test_without_colours_shape_still_tells_things_apart() -> None:
    looks = Looks(0)
    assert all(looks[name].color is None for name in ("warn", "good", "current", "cue", "cursor"))
    assert len({str(looks[name]) for name in ("plain", "claim", "current", "cue")}) == 4


@pytest.mark.parametrize("colours", [16, 256])
def test_no_style_depends_on_red_against_green(colours: int) -> None:
    looks = Looks(colours)
    names = {style.color.name for name in ("warn", "good", "current") if (style := looks[name]).color}
    assert not names & {"red", "green"}
    assert len(names) == 2


def test_every_status_and_stance_has_its_own_word_and_glyph() -> None:
    assert set(STATUS) == set(STATUSES)
    assert set(STANCE) == set(STANCES)
    for marks in (Marks(Charset()), Marks(Charset("ascii", ascii=True))):
        glyphs = [marks.status(status) for status in STATUSES]
        assert len(set(glyphs)) == len(glyphs)
        assert max(map(len, glyphs)) <= 2


def test_ascii_marks_are_ascii() -> None:
    marks = Marks(Charset("ascii", ascii=True))
    assert all(marks.status(status).isascii() for status in STATUSES)
    assert all(sign.isascii() for sign in marks.sign)
    assert marks.chain(("clerk", "gazette")) == "clerk -> gazette"


def test_quotation_marks_are_not_doubled() -> None:
    marks = Marks(Charset())
    assert marks.quote("no cracks") == "“no cracks”"
    assert marks.quote("“no cracks”") == "“no cracks”"
    assert marks.quote("“no cracks") == marks.quote('"no cracks') == "“no cracks”"


@pytest.mark.parametrize(
    ("environment", "encoding", "expected"),
    [
        ({"LANG": "sv_SE.UTF-8", "TERM": "xterm"}, "utf-8", Charset("utf-8")),
        ({}, "UTF-8", Charset("utf-8")),
        ({"LANG": "C.UTF-8"}, "utf8", Charset("utf-8")),
        ({"LC_ALL": "C", "LANG": "sv_SE.UTF-8"}, "utf-8", Charset("ascii", ascii=True)),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8", Charset("ascii", ascii=True)),
        ({"LANG": "sv_SE.ISO-8859-1"}, "iso8859-1", Charset("iso8859-1", ascii=True)),
        ({"LANG": "sv_SE.UTF-8", "TERM": "linux"}, "utf-8", Charset("utf-8", ascii=True)),
        ({}, None, Charset("ascii", ascii=True)),
    ],
)
def test_charset_of_a_terminal(environment: dict[str, str], encoding: str | None, expected: Charset) -> None:
    assert charset(environment, encoding) == expected


def test_a_wish_for_ascii_or_against_it_decides() -> None:
    assert charset({"LANG": "C.UTF-8"}, "utf-8", wish=True) == Charset("utf-8", ascii=True)
    assert charset({"TERM": "linux"}, "utf-8", wish=False) == Charset("utf-8", ascii=False)
