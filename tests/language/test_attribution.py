from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.lines import plain
from tui.language import attribution, quotes, sentences
from tui.model import Attribution


def found(text: str) -> tuple[Attribution, ...]:
    return attribution.find(text, sentences.split(text, plain(text)), quotes.find(text))


def bare(words: str) -> str:
    return words.strip(" .,:;“”\"'")


# text, source, cue, contents
CASES = [
    ("“The dam will hold,” the engineer said.", "the engineer", "said", ["The dam will hold"]),
    (
        "“The dam will hold,” said Ana Ruiz, an engineer.",
        "Ana Ruiz, an engineer",
        "said",
        ["The dam will hold"],
    ),
    ('"We ran out of water," Ruiz told reporters.', "Ruiz", "told", ["We ran out of water"]),
    ("The minister said that taxes would rise.", "The minister", "said", ["that taxes would rise"]),
    ("The minister said taxes would rise.", "The minister", "said", ["taxes would rise"]),
    ("Taxes would rise, the minister said.", "the minister", "said", ["Taxes would rise"]),
    ("According to the study, bees sleep at night.", "the study", "According to", ["bees sleep at night"]),
    ("Bees sleep at night, according to the study.", "the study", "according to", ["Bees sleep at night"]),
    ("The bank told investors that profits fell.", "The bank", "told", ["that profits fell"]),
    ("She denied that the ship had sunk.", "She", "denied", ["that the ship had sunk"]),
    ("A new poll shows that voters are tired.", "A new poll", "shows", ["that voters are tired"]),
]


@pytest.mark.parametrize(("text", "source", "cue", "contents"), CASES)
def test_constructions(text: str, source: str, cue: str, contents: list[str]) -> None:
    records = [
        (a.source and a.source.text, a.cue.text, [bare(c.text) for c in a.content]) for a in found(text)
    ]
    assert (source, cue, contents) in records


def test_a_quotation_over_two_sentences_is_one_content() -> None:
    text = "“It rained all night. We slept in the car,” Moreau said."
    assert [bare(c.text) for c in found(text)[0].content] == ["It rained all night. We slept in the car"]


def test_a_quotation_without_a_cue_belongs_to_the_speaker_before() -> None:
    text = "“It rained all night,” Moreau said. “We slept in the car.”"
    assert [c.text for c in found(text)[0].content] == ["“It rained all night", "“We slept in the car.”"]


MARKS = ("“", "”", '"', ",", ".", ":", "-", "\n")
WORDS = (
    *MARKS,
    "said",
    "that",
    "the",
    "mayor",
    "Smith",
    "told",
    "according",
    "to",
    "he",
    "claims",
    "of",
    "not",
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_spans_lie_in_the_text_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    records = found(text)
    for a in records:
        for span in (a.cue, *a.content, *((a.source,) if a.source else ())):
            assert text[span.start : span.end] == span.text
            assert span.text
    assert [a.cue.start for a in records] == sorted(a.cue.start for a in records)


def test_a_long_paragraph_takes_time_in_proportion() -> None:
    text = "The mayor of the old town said on Monday that “the dam” would hold, and the river fell. " * 1200
    assert len(found(text)) >= 1200
