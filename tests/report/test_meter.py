"""The line that tells how far a scan is."""

from __future__ import annotations

import io

import pytest

from tui.report.meter import Meter


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def lines(out: io.StringIO) -> list[str]:
    return out.getvalue().split("\r\x1b[K")[1:]


def test_the_rate_is_that_of_this_stage_and_says_how_long_it_will_take() -> None:
    out, watch = io.StringIO(), Watch()
    meter = Meter(out, watch)
    meter.tell("analysing", 1000, 5000)
    watch.now += 10
    meter.tell("analysing", 1300, 5000)
    watch.now += 990
    meter.tell("analysing", 1500, 5000)
    meter.tell("comparing", 0, 9000)
    assert lines(out) == [
        "analysing 1,000 of 5,000 articles",
        "analysing 1,300 of 5,000 articles, 30 a second, 2:03 left",
        "analysing 1,500 of 5,000 articles, 0.5 a second, 1:56:40 left",
        "comparing 0 of 9,000 statements",
    ]


def test_it_is_not_written_more_often_than_one_can_read() -> None:
    out, watch = io.StringIO(), Watch()
    meter = Meter(out, watch)
    for done in range(1000):
        watch.now += 0.001
        meter.tell("reading", done, 1000)
    assert len(lines(out)) == 10


def test_the_line_is_cleared_in_the_end() -> None:
    def interrupted() -> None:
        with Meter(out, Watch()) as meter:
            meter.tell("writing", 5, 5)
            raise KeyboardInterrupt

    out = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert lines(out) == ["writing 5 articles", ""]


def test_nothing_is_written_if_nothing_was_told() -> None:
    out = io.StringIO()
    with Meter(out):
        pass
    assert out.getvalue() == ""


def test_a_narrow_terminal_cuts_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    out = io.StringIO()
    Meter(out, Watch()).tell("analysing", 1000, 5000)
    assert lines(out) == ["analysing 1,000 of "]
