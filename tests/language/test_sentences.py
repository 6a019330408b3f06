from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.lines import plain
from tui.language.sentences import split
from tui.model import Line

# One string is one line; “|” stands where a sentence ends.
GOLDEN_LIKE = [
    "The river rose overnight.| Schools stayed shut.",
    "Who signed it?| The minister did.",
    "What a match!| Nobody left early.",
    "The prize went to Maria T. Lopez.",
    "See the table on p. 212.",
    "Does Hanna and co. still own the mill?",
    "The bank was sold to Lehman, Kuhn & Co. at dawn.",
    "Ask Hanna and co.| They own the mill.",
    "The bank was sold to Lehman, Kuhn & Co.| It closed in May.",
    "They climbed Mt. Kenya in March.",
    "The parish of St. Anne lies on 3rd st. near the port.",
    "This was Sammy Davis Jr.'s hat.",
    "She toured the U.S.A. in spring.",
    "They left the E.U.| How did that go?",
    "They moved to the U.S.| The children stayed.",
    "A U.S. Senate panel met in Utah.",
    "He spent 12 years in the U.S. on a visa.",
    "The ticket costs $45.50 at the door.",
    "The ticket costs $45.50.| The museum is free.",
    "The panel (It was set up in May.) will report in June.",
    "Write to Ana.Ruiz@example.org.| She answers fast.",
    "The list is at https://www.example.com/a.b/c_d.html.| Read it first.",
    "He looked up, 'It is raining.' he said.",
    'He looked up, "It is raining." he said.',
    'He looked up, "It is raining."| The window was open.',
    "Rain!!| At last, rain.",
    "Really??| Who paid?",
    "Really!?| Who paid?",
    "Really?!| Who paid?",
    "1.) Boil the water |2.) Add the salt",
    "1.) Boil the water.| 2.) Add the salt.",
    "1) Boil the water |2) Add the salt",
    "1) Boil the water.| 2) Add the salt.",
    "1. Boil the water |2. Add the salt",
    "1. Boil the water.| 2. Add the salt.",
    "• 3. Boil the water |• 4. Add the salt",
    "⁃3. Boil the water |⁃4. Add the salt",
    "a. Boil the water |b. Add the salt |c. Serve it hot",
    "The plot is listed as N°. 77.120.4.| No house stands there.",
    "He left Yahoo! for a smaller firm.",
    "It was you and I.| Have you met Peter I. Grant?",
    "Critics hold that in the end “nothing will be left to chance. . . .”",
    '"The court [...] used its own measure of harm [...]" (Ray 12).',
    "Leave the rest out . . . .| Begin the next one with a capital.",
    "He never said that....| The crowd went home.",
    "I thought ... well, what I saw...no . . . what I mean is . . . I was not there.",
    "The old law was . . . seldom used against farmers. . . .| The new one was. . . .",
]
NEWS = [
    "Home . . . . Weather . . . . Contact",
    "The fire is out, the report stated.|Officials blamed a faulty heater.",
    "Gov. Ann Smith met Sen. Paul Jones on Jan. 6 in Washington, D.C., officials said.",
    "“Why leave?” asked the coach.| “We won.”",
    "“We lost.| We will be back,” she said.",
    "Shares fell 2.5 percent.| 14 traders were fined.",
    "The No. 2 seed lost.| No one saw it coming.",
    "He works for Acme Inc. Chairman Li said so.",
    "The school opened in Nov. 1990 and closed at 5 p.m.| The mayor wept.",
]


@pytest.mark.parametrize("marked", GOLDEN_LIKE + NEWS)
def test_where_sentences_end(marked: str) -> None:
    text = marked.replace("|", "")
    assert [s.span.text for s in split(text, plain(text))] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heavy rain had\nfallen since dawn.", 1),
        ("It was a wet \nday in the valley.", 1),
        ("tools\ngarden shed\nropes, ladders\n", 3),
        ("A heading\nThe first sentence.", 2),
        ("One paragraph ends without a stop\n\nand another begins", 2),
    ],
)
def test_lines(text: str, expected: int) -> None:
    assert len(split(text, plain(text))) == expected


def test_a_sentence_has_the_kind_of_its_line() -> None:
    text = "Rain ahead\nIt will rain. Take a coat."
    kinds = [s.kind for s in split(text, (Line(0, 10, "heading"), Line(11, len(text), "body")))]
    assert kinds == ["heading", "body", "body"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Ministry denies report; opposition demands inquiry", 2),
        ("Quake hits Lund; mayor says two bridges fell; bank closes its branches", 3),
        ("Chief found asleep in car; requests inquiry", 1),
        ("Senator dies at 89; was last of his kind", 1),
        ("Storm hits Lund; 89 dead", 1),
    ],
)
def test_the_halves_of_a_headline_are_sentences(heading: str, expected: int) -> None:
    assert len(split(heading, (Line(0, len(heading), "heading"),))) == expected
    assert len(split(heading, plain(heading))) == 1


@given(st.text(alphabet=st.sampled_from(" \n\t.!?…“”\"'()abcIMr19-,:•"), max_size=120))
def test_sentences_do_not_overlap_and_hold_all_text(text: str) -> None:
    sentences = split(text, plain(text))
    assert all(text[s.span.start : s.span.end] == s.span.text for s in sentences)
    assert all(a.span.end <= b.span.start for a, b in pairwise(sentences))
    held = {i for s in sentences for i in range(s.span.start, s.span.end)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in held)


def test_a_long_line_takes_time_in_proportion() -> None:
    text = "Mr. A said the U.S. “would go... on” at 5 p.m. and left. " * 2000
    assert len(split(text, plain(text))) == 2000


STORY = (
    "The harbour of Orrin will close in May, a dock worker told the Orrin Gazette on Monday. The crew had"
    " been told to leave by the end of the month, he said, after 140 years of trade with Lund and Bergen."
    " Mayor Ada Quill denied that the harbour will close and called the report a lie."
)


@pytest.mark.parametrize("width", [48, 64, 72, 90])
def test_text_broken_at_a_fixed_width_is_split_as_if_it_were_not(width: int) -> None:
    wrapped = "\n".join(textwrap.wrap(STORY, width))
    found = split(wrapped, plain(wrapped))
    assert [" ".join(s.span.text.split()) for s in found] == [s.span.text for s in split(STORY, plain(STORY))]


def test_short_lines_that_could_have_been_longer_stay_apart() -> None:
    text = "Orrin\nThe harbour will close in May\nThe crew had been told to leave\n"
    assert [s.span.text for s in split(text, plain(text))] == text.splitlines()


def test_a_heading_of_one_long_word_takes_time_in_proportion() -> None:
    word = "é" * 500_000
    assert [s.span.text for s in split(word, [Line(0, len(word), "heading")])] == [word]
