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
    # a quotation, its cue, its source, in every order
    ("“The dam will hold,” the engineer said.", "the engineer", "said", ["The dam will hold"]),
    (
        "“The dam will hold,” said Ana Ruiz, an engineer.",
        "Ana Ruiz, an engineer",
        "said",
        ["The dam will hold"],
    ),
    ('"We ran out of water," Ruiz told reporters.', "Ruiz", "told", ["We ran out of water"]),
    ("''We ran out of water,'' Ms. Ruiz said.", "Ms. Ruiz", "said", ["We ran out of water"]),
    (
        "“Your voice,” she said on Monday, “is what the party needs.”",
        "she",
        "said",
        ["Your voice", "is what the party needs"],
    ),
    (
        "The deal, officials said on Friday, was signed in May.",
        "officials",
        "said",
        ["The deal", "was signed in May"],
    ),
    ("The coach said: “We deserved to lose.”", "The coach", "said", ["We deserved to lose"]),
    ("“I told him, ‘go home’,” the nurse said.", "the nurse", "said", ["I told him, ‘go home’"]),
    (
        "“The road is closed to all traffic,” the sign read.",
        "the sign",
        "read",
        ["The road is closed to all traffic"],
    ),
    (
        "“The dam is full of water and may break,” it further stated.",
        "it",
        "further stated",
        ["The dam is full of water and may break"],
    ),
    ("“Why now?” asked the coach.", "the coach", "asked", ["Why now?"]),
    # indirect speech, with and without that, before and after
    ("The minister said that taxes would rise.", "The minister", "said", ["that taxes would rise"]),
    ("The minister said taxes would rise.", "The minister", "said", ["taxes would rise"]),
    (
        "He said the company, which employs 400 people in Orrin, would close in May.",
        "He",
        "said",
        ["the company, which employs 400 people in Orrin, would close in May"],
    ),
    (
        "Officials said the man, a cook from Orrin, died in hospital.",
        "Officials",
        "said",
        ["the man, a cook from Orrin, died in hospital"],
    ),
    (
        "The firm said its ferry had passed an inspection, but critics say the check was a formality.",
        "The firm",
        "said",
        ["its ferry had passed an inspection"],
    ),
    ("Taxes would rise, the minister said.", "the minister", "said", ["Taxes would rise"]),
    ("The bank told investors that profits fell.", "The bank", "told", ["that profits fell"]),
    ("She denied that the ship had sunk.", "She", "denied", ["that the ship had sunk"]),
    ("Farmers fear that the river will dry up.", "Farmers", "fear", ["that the river will dry up"]),
    ("The union warned on Monday that pilots may strike.", "The union", "warned", ["that pilots may strike"]),
    (
        "Profits have doubled, reported the Lagos Herald.",
        "the Lagos Herald",
        "reported",
        ["Profits have doubled"],
    ),
    (
        "The vaccine works in mice, the journal reported in May.",
        "the journal",
        "reported",
        ["The vaccine works in mice"],
    ),
    # one source, several cues
    (
        "The union said talks had failed, adding that pilots may strike.",
        "The union",
        "adding",
        ["that pilots may strike"],
    ),
    (
        "The bank says it will close branches, while the union expects layoffs.",
        "the union",
        "expects",
        ["layoffs"],
    ),
    # a document or a count as source
    ("A new poll shows that voters are tired.", "A new poll", "shows", ["that voters are tired"]),
    ("The study found that bees sleep at night.", "The study", "found", ["that bees sleep at night"]),
    # according to and its kin
    ("According to the study, bees sleep at night.", "the study", "According to", ["bees sleep at night"]),
    ("Bees sleep at night, according to the study.", "the study", "according to", ["Bees sleep at night"]),
    ("Bees sleep at night, as per a Dutch study.", "a Dutch study", "as per", ["Bees sleep at night"]),
    ("In the minister’s words, the plan is a gift.", "the minister", "words", ["the plan is a gift"]),
    # what is told of the source goes with it
    (
        "The sister of the man who drowned at Orrin on Monday said they did not blame the crew.",
        "The sister of the man who drowned at Orrin on Monday",
        "said",
        ["they did not blame the crew"],
    ),
    (
        "A cook who worked there until 2020 told the Herald that the oven had been faulty.",
        "A cook who worked there until 2020",
        "told",
        ["that the oven had been faulty"],
    ),
    (
        "A film watched more than 9,000 times on Tuesday claims that the mill is haunted.",
        "A film watched more than 9,000 times on Tuesday",
        "claims",
        ["that the mill is haunted"],
    ),
    (
        "The news came after the bank told its clients that they should wait.",
        "the bank",
        "told",
        ["that they should wait"],
    ),
    # what another one said stands behind it
    (
        "The actor is alive, his agent said Monday, after a site reported that he had drowned.",
        "his agent",
        "said",
        ["The actor is alive"],
    ),
    (
        "The blog, said to be written by a retired pilot, reported that the quay is sinking.",
        None,
        "said",
        ["The blog", "to be written by a retired pilot"],
    ),
    (
        "The blog, said to be written by a retired pilot, reported that the quay is sinking.",
        "The blog",
        "reported",
        ["that the quay is sinking"],
    ),
    (
        "The bridge, engineers said on Monday, will be closed until June.",
        "engineers",
        "said",
        ["The bridge", "will be closed until June"],
    ),
    (
        "“The roof will not hold,” the head of the builders’ union claimed.",
        "the head of the builders’ union",
        "claimed",
        ["The roof will not hold"],
    ),
    (
        "The plan will fail, she said, because the board is split.",
        "she",
        "said",
        ["The plan will fail", "because the board is split"],
    ),
    # an insertion before that
    (
        "The Herald reported Thursday, citing three unnamed clerks, that the bank was in talks.",
        "The Herald",
        "reported",
        ["that the bank was in talks"],
    ),
    (
        "Ruiz argued, along with a few others, that the dam was safe.",
        "Ruiz",
        "argued",
        ["that the dam was safe"],
    ),
    # quoted by somebody else
    ("“It is over,” Ruiz was quoted as saying by Reuters.", "Ruiz", "was quoted as saying", ["It is over"]),
    ("The vote was rigged, the Herald reported citing two clerks.", "the Herald", "citing", ["two clerks"]),
    (
        "The Herald quoted an unnamed clerk as saying that the vote was rigged.",
        "an unnamed clerk",
        "as saying",
        ["that the vote was rigged"],
    ),
    (
        "The agency cited Li Ming, a doctor, as saying the beds were full.",
        "Li Ming, a doctor",
        "as saying",
        ["the beds were full"],
    ),
    # nouns
    (
        "Few believed the ministry’s claim that the well was clean.",
        "the ministry",
        "claim",
        ["that the well was clean"],
    ),
    ("He repeated his warning that the bridge could fall.", "his", "warning", ["that the bridge could fall"]),
    ("There were rumours that the singer had left.", None, "rumours", ["that the singer had left"]),
    # the day before a source
    ("This morning Ana Ruiz said that the well was clean.", "Ana Ruiz", "said", ["that the well was clean"]),
    ("In May 2014 Ana Ruiz said that the well was clean.", "Ana Ruiz", "said", ["that the well was clean"]),
    # nobody named
    ("The singer was accused of fraud.", None, "was accused of", ["The singer", "fraud"]),
    # judgement, wish, refusal
    ("The mayor declined to comment.", "the mayor", "declined", ["to comment"]),
    ("He described the plan as madness.", "He", "described", ["the plan as madness"]),
    # headlines
    ("Old Bridge Unsafe, Engineers Say", "Engineers", "Say", ["Old Bridge Unsafe"]),
    ("Minister: Taxes Will Rise Next Year", "Minister", ":", ["Taxes Will Rise Next Year"]),
    ("Old Glacier Is Shrinking Fast, Study Finds", "Study", "Finds", ["Old Glacier Is Shrinking Fast"]),
    (
        "Grain Ferry Sank After Collision, Survivors Tell Court",
        "Survivors",
        "Tell",
        ["Grain Ferry Sank After Collision"],
    ),
    ("Old Minister To Quit Over Loan, Say Sources", "Sources", "Say", ["Old Minister To Quit Over Loan"]),
    ("Two Bidders Left For Grain Ferry: Report", "Report", ":", ["Two Bidders Left For Grain Ferry"]),
    (
        "Young Striker Agrees Move To Lisbon – Reports",
        "Reports",
        "–",
        ["Young Striker Agrees Move To Lisbon"],
    ),
]


@pytest.mark.parametrize(("text", "source", "cue", "contents"), CASES)
def test_constructions(text: str, source: str, cue: str, contents: list[str]) -> None:
    records = [(_source(a), a.cue.text, [bare(c.text) for c in a.content]) for a in found(text)]
    assert (source and source.lower(), cue, contents) in records


def _source(record: Attribution) -> str | None:
    return record.source.text.lower() if record.source else None


# What only looks like an attribution.
NOTHING = [
    "The bridge was closed for repairs on Monday.",
    "Heavy rain fell over the valley and the river rose.",
    "The museum opens at nine and closes at five.",
    "Two trains collided near the border at dawn.",
]


# Headlines whose last words, behind a mark, are no source.
NO_TAIL = [
    "Old Grain Ferry Sank – What We Know",
    "Storm Hits Northern Coast: Live Updates",
    "Will The Old Ferry Sail: Report?",
    "Three New Parks: A Walk For Everyone",
]


@pytest.mark.parametrize("text", NO_TAIL)
def test_what_ends_a_headline_is_a_source_only_if_it_names_one(text: str) -> None:
    assert not [a for a in found(text) if a.cue.text in (":", "–") and a.content[0].start == 0]


@pytest.mark.parametrize("text", NOTHING)
def test_plain_statements_have_no_source(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It’s worth noting that the well was clean.",
        "A boy who fell when he was hit by a tram claims he can fly.",
    ],
)
def test_a_clause_is_no_source(text: str) -> None:
    assert not any((_source(a) or "").startswith(("it’s", "he was")) for a in found(text))


RULES = [
    ("“The dam will hold,” the engineer said.", "attribution.quote.postposed"),
    ("“The dam will hold,” said the engineer.", "attribution.quote.inverted"),
    ("The engineer said: “The dam will hold.”", "attribution.quote.preposed"),
    ("The engineer said that the dam would hold.", "attribution.indirect.that"),
    ("The engineer said the dam would hold.", "attribution.indirect.zero-that"),
    ("The dam would hold, the engineer said.", "attribution.indirect.postposed"),
    ("According to the engineer, the dam would hold.", "attribution.according-to"),
    ("The dam has reportedly burst.", "attribution.adverb"),
    ("There were rumours that the dam had burst.", "attribution.nominal"),
    ("River Dam Is Unsafe, Engineers Say", "attribution.headline.indirect.postposed"),
]


@pytest.mark.parametrize(("text", "rule"), RULES)
def test_the_rule_names_the_construction(text: str, rule: str) -> None:
    assert rule in {a.rule for a in found(text)}


def test_an_outer_attribution_takes_in_the_inner_one() -> None:
    text = "The dam is cracked, an engineer said, according to El Correo."
    inner, outer = (a.content[0] for a in found(text))
    assert inner.text == "The dam is cracked"
    assert outer.text == "The dam is cracked, an engineer said"


def test_the_next_paragraph_goes_on_with_the_quotation() -> None:
    text = "“It rained all night,” Moreau said.\n\n“We slept in the car.”\n\nThe road is open."
    assert [bare(c.text) for a in found(text) for c in a.content] == [
        "It rained all night",
        "We slept in the car",
    ]


def test_a_quotation_with_a_speaker_of_its_own_is_not_taken_over() -> None:
    text = "“It rained all night,” Moreau said.\n\n“We slept in the car,” Silva said."
    assert [len(a.content) for a in found(text)] == [1, 1]


def test_a_quotation_over_two_sentences_is_one_content() -> None:
    text = "“It rained all night. We slept in the car,” Moreau said."
    assert [bare(c.text) for c in found(text)[0].content] == ["It rained all night. We slept in the car"]


def test_a_quotation_without_a_cue_belongs_to_the_speaker_before() -> None:
    text = "“It rained all night,” Moreau said. “We slept in the car.”"
    assert [c.text for c in found(text)[0].content] == ["“It rained all night", "“We slept in the car.”"]


FLOATING = [
    ("Ana Ruiz said that prices had doubled.  “Flour costs twice as much.  We cannot go on.”", "Ana Ruiz"),
    ("Critics said that prices had doubled.  “There is no flour left in town.”", None),
    ("Ana Ruiz said that prices had doubled.\n\n“There is no flour left in town.”", None),
    ("Ana Ruiz said that prices had doubled.  “There is no flour left” is what all say.", None),
]


@pytest.mark.parametrize(("text", "source"), FLOATING)
def test_a_lone_quotation_goes_on_with_what_one_person_said_in_the_same_paragraph(
    text: str, source: str | None
) -> None:
    place = text.index("“")
    held = [a.source.text for a in found(text) for c in a.content if a.source and c.start == place]
    assert held == ([source] if source else [])


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


LONG = [
    "The mayor of the old town said on Monday that “the dam” would hold, and the river fell. " * 1200,
    "the mayor said that the river fell and " * 2600,
    "“It fell.” " * 9000,
    "“It fell, " * 9000,
    "said " * 20000,
    "the " * 25000,
]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:12])
def test_a_hundred_kilobytes_on_one_line_are_read(text: str) -> None:
    assert all(a.cue.end <= len(text) for a in found(text))
