"""Lines are marked, never moved: kinds by example, offsets by property."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.lines import mark

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "The council voted on Tuesday to close the bridge for repairs that will last until spring."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(line.kind, text[line.start : line.end]) for line in mark(text)]


def kind_of(line: str, *, first: bool = False) -> str:
    """The kind of a line between paragraphs of running text."""
    text = f"{line}\n\n{BODY}" if first else f"{BODY}\n\n{BODY}\n\n{BODY}\n\n{line}\n\n{BODY}"
    found = [kind for kind, words in kinds(text) if words == line.strip()]
    assert len(found) == 1, kinds(text)
    return found[0]


@pytest.mark.parametrize(
    "line",
    [
        "Why the bridge was closed",
        "Is the water safe to drink?",
        "A river in trouble",
        "3 things to know about the vote",
        "‘We had to leave’",
        "What happens next",
    ],
)
def test_headings(line: str) -> None:
    assert kind_of(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Says Bridge Will Reopen By Spring, Blames Contractor For Long Delay",
        "Report: harbour authority negotiating with lender to sell the port",
        "Doctors found 12 cases of the disease in the valley, ministry says",
    ],
)
def test_titles(line: str) -> None:
    assert kind_of(line, first=True) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "The dyke broke in the early hours, long before the first warning was given to the town.",
        "He refused to sign it.",
        "“We will rebuild,” the mayor said",
        "According to the ministry:",
        "• The dam holds 40 million cubic metres of water",
        "1. Check the seals before the first frost",
        "“It was the worst flood I have seen in",
        "DUPONT: Minister, did you know of the letter?",
        "“Who would do that?” she asked.",
    ],
)
def test_running_text(line: str) -> None:
    assert kind_of(line) == "body"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Also Read :  Storm leaves thousands without power", "related"),
        ("ALSO READ: How the river was tamed", "related"),
        ("Related: Ferry strike enters second week", "related"),
        ("READ MORE: The dam that never was", "related"),
        ("(Read more about the harbour)", "related"),
        ("More to come", "related"),
        ("HARBOUR CHIEF RESIGNS AFTER AUDIT FINDS MISSING MILLIONS", "related"),
        ("Leave a Reply", "boilerplate"),
        ("Your email address will not be published.", "boilerplate"),
        ("Required fields are marked *", "boilerplate"),
        ("Sign up for our daily newsletter", "boilerplate"),
        ("Follow us on Facebook, Twitter and Instagram.", "boilerplate"),
        ("For more stories like this follow us on Instagram.", "boilerplate"),
        ("Advertisement", "boilerplate"),
        ("Story continues below", "boilerplate"),
        ("Copyright 2019 Valley Herald. All rights reserved.", "boilerplate"),
        ("© 2021 Valley Herald", "boilerplate"),
        ("* * *", "boilerplate"),
        ("Truth . . . . Courage . . . . Speed", "boilerplate"),
        ("https://example.org/some/page.html", "boilerplate"),
        ("Scroll down for video", "boilerplate"),
        ("Back to top button", "boilerplate"),
        ("Valley Herald, 3 March 2025", "dateline"),
        ("Herald of the Valley | Tuesday, March 3, 2025", "dateline"),
        ("With inputs from agencies", "credit"),
        ("Maria Lopez contributed to this report.", "credit"),
        ("(h/t Valley Herald.)", "credit"),
        ("[Image via screengrab]", "credit"),
        ("Photo: Valley Herald", "credit"),
        ("— Jane Doe (@janedoe) January 27, 2015", "credit"),
        ("By Maria Lopez and Jan Novak", "byline"),
        ("by Valley Herald Staff, January 27, 2023", "byline"),
        ("Published: 3 March 2020, 10:15", "dateline"),
        ("Updated at 7:24 p.m. ET", "dateline"),
        ("Saturday 23 August 2014", "dateline"),
        ("2021-05-04", "dateline"),
    ],
)
def test_what_stands_around_the_text(line: str, kind: str) -> None:
    assert kind_of(line) == kind


LONG = "The river rose again on Monday, and the harbour master closed both bridges to all lorries and buses."


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("date 2021-03-04 The river rose again.", ["date 2021-03-04", "The river rose again."]),
        ("OSLO (Reuters) – The river rose again.", ["OSLO (Reuters) –", "The river rose again."]),
        ("LIMA, Oct. 9 (EFE) -- The river rose.", ["LIMA, Oct. 9 (EFE) --", "The river rose."]),
        ("(AFP) The river rose again.", ["(AFP)", "The river rose again."]),
        ("PORTLAND, Ore. — The river rose.", ["PORTLAND, Ore. —", "The river rose."]),
        ("MANAGUA:  The river rose again.", ["MANAGUA:", "The river rose again."]),
        (f"Managua: {LONG}", ["Managua:", LONG]),
    ],
)
def test_datelines_are_parted_from_the_sentence(line: str, parts: list[str]) -> None:
    assert kinds(line) == [("dateline", parts[0]), ("body", parts[1])]


@pytest.mark.parametrize(
    "line",
    [
        "Sen. Ann Archer (R-Maine) — a former judge — said no.",
        "The river (seen here) – once clear – is brown.",
        "Some say - wrongly - that it was planned.",
        f"Report: {LONG}",
        "Also on the left bank, the mayor said she was hopeful.",
    ],
)
def test_not_datelines(line: str) -> None:
    assert kinds(line) == [("body", line)]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        (
            "Soldiers hand out water in the flooded town in May 2020. / Jan Novak / Reuters",
            "Soldiers hand out water in the flooded town in May 2020.",
            "/ Jan Novak / Reuters",
        ),
        ("A ferry leaves the port. Photo: AP", "A ferry leaves the port.", "Photo: AP"),
        ("A ferry leaves the port. (Getty Images)", "A ferry leaves the port.", "(Getty Images)"),
        ("A ferry leaves the port. EPA/Jan Novak", "A ferry leaves the port.", "EPA/Jan Novak"),
        ("A ferry leaves the port. (Jan Novak/EPA)", "A ferry leaves the port.", "(Jan Novak/EPA)"),
    ],
)
def test_a_caption_keeps_its_claim_and_loses_its_credit(line: str, caption: str, credit: str) -> None:
    assert kinds(line) == [("caption", caption), ("credit", credit)]


def test_a_footer_takes_the_short_lines_after_it() -> None:
    text = f"{BODY}\n\nRelated Articles\n\nFerry strike enters second week\n\nBack to top"
    assert [kind for kind, _ in kinds(text)] == ["body", "boilerplate", "boilerplate", "boilerplate"]


def test_a_block_of_links_ends_where_the_text_goes_on() -> None:
    text = f"{BODY}\nRelated:\nFerry strike enters second week\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["body", "related", "related", "body"]


def test_text_broken_at_a_fixed_width_has_no_headings_inside() -> None:
    text = (
        "The council voted on Tuesday to close the bridge for\n"
        "repairs that will last until spring, according to the\n"
        "Ministry of Works\n"
        "which has paid for it. Nobody was hurt in the fall of\n"
        "the northern arch, but the ferry is full."
    )
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_seed_datelines_and_credits() -> None:
    text = (SEEDS / "002_0e7b4df3995f5144.txt").read_text(encoding="utf-8")
    assert [kind for kind, _ in kinds(text)][:2] == ["heading", "byline"]
    assert [kind for kind, _ in kinds(text)].count("caption") == 1
    text = (SEEDS / "000_050dbdd11f027853.txt").read_text(encoding="utf-8")
    assert kinds(text)[0] == ("dateline", "date 2023-01-25")


def test_unusual_line_breaks_do_not_end_a_line() -> None:
    assert len(mark("One\u2028sentence runs\x0bon here.\nAnother one ends.")) == 2


@given(st.text(alphabet=st.sampled_from("aB.?! \n\t\u00a0“”/()|:-—1A")) | st.text())
def test_lines_are_ordered_disjoint_and_trimmed(text: str) -> None:
    lines = mark(text)
    covered = 0
    for line in lines:
        assert covered <= line.start < line.end <= len(text)
        assert "\n" not in text[line.start : line.end]
        assert text[line.start : line.end] == text[line.start : line.end].strip()
        covered = line.end


def test_every_word_is_in_a_line() -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        inside = "".join(text[line.start : line.end] for line in mark(text))
        assert "".join(inside.split()) == "".join(text.split())


@pytest.mark.parametrize("unit", ["Aa ", "A. / B ", "word, ", "( ", "A-", "“x” ", "PLACE, "])
def test_a_long_line_is_read_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert mark(text)[-1].end == len(text.rstrip())
