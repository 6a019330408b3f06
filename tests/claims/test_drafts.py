"""What a sentence states, who puts it forward, and what is taken from whom."""

from __future__ import annotations

import pytest

from tui.claims import drafts, reading
from tui.claims.drafts import Draft
from tui.model import PUTS_FORWARD, Article


def drawn(text: str) -> list[Draft]:
    return drafts.draw(reading.read(Article(text)))


def stated(text: str) -> list[tuple[str, str, str | None]]:
    """Stance, words and nearest source of each draft that is no figure."""
    found: list[tuple[str, str, str | None]] = []
    for draft in drawn(text):
        if not draft.figure:
            source = draft.holder or next((a.source for a in draft.attributions if a.source), None)
            found.append((draft.stance, draft.span.text, source.text if source else None))
    return found


CASES = [
    ("The bridge was closed on Monday.", [("asserts", "The bridge was closed on Monday.", None)]),
    (
        "The bridge was closed on Monday, the mayor said.",
        [("reports", "The bridge was closed on Monday", "the mayor")],
    ),
    (
        "Some 15,000 people live below the dam, the town hall says.",
        [("reports", "Some 15,000 people live below the dam", "the town hall")],
    ),
    (
        "Report: Grain Ferry Will Be Sold In Orrin\n\nThe ferry has sailed on, Ida Lund said.",
        [
            ("reports", "Grain Ferry Will Be Sold In Orrin", "Report"),
            ("reports", "The ferry has sailed on", "Ida Lund"),
        ],
    ),
    (
        "Ida Lund: grain ferry will be sold\n\nThe ferry has sailed on, Ms. Lund said.",
        [
            ("reports", "grain ferry will be sold", "Ida Lund"),
            ("reports", "The ferry has sailed on", "Ms. Lund"),
        ],
    ),
    (
        "Old storm: grain ferry was sold in Orrin\n\nThe ferry has sailed on, Ms. Lund said.",
        [
            ("asserts", "Old storm: grain ferry was sold in Orrin", None),
            ("reports", "The ferry has sailed on", "Ms. Lund"),
        ],
    ),
    (
        "While the two men chatted in the hall, the thieves emptied the safe of the mill.",
        [
            ("asserts", "the two men chatted in the hall", None),
            ("asserts", "the thieves emptied the safe of the mill.", None),
        ],
    ),
    (
        "If the news was real, it would have been a treat for the town.",
        [("asserts", "it would have been a treat for the town.", None)],
    ),
    (
        "Residents were told by the mayor that the well was clean.",
        [("reports", "the well was clean", "the mayor")],
    ),
    ("Residents were told that the well was clean.", [("reports", "the well was clean", None)]),
    ("The Gazette was told that the well was clean.", [("reports", "the well was clean", "The Gazette")]),
    ("It has been claimed that the well was poisoned.", [("reports", "the well was poisoned", None)]),
    ("It’s claimed that the well was poisoned.", [("reports", "the well was poisoned", None)]),
    (
        "On Thursday, the board closed the mill, the mayor said.",
        [("reports", "On Thursday, the board closed the mill", "the mayor")],
    ),
    ("Growers say it’s too late for rain.", [("reports", "it’s too late for rain", "Growers")]),
    ("“We never quarrelled,” said Ms Bell.", [("reports", "“We never quarrelled,”", "Ms Bell")]),
    (
        "The mayor opened the new bridge on Monday, and said the ferry would be sold.",
        [
            ("asserts", "opened the new bridge on Monday", None),
            ("reports", "the ferry would be sold.", "The mayor"),
        ],
    ),
    (
        "A post shared on Telegram says that the vaccine causes hair loss.",
        [("reports", "the vaccine causes hair loss.", "A post shared on Telegram")],
    ),
    (
        "The mayor said that the bridge was closed on Monday.",
        [("reports", "the bridge was closed on Monday.", "The mayor")],
    ),
    (
        "The council has asked the army for help with the flood.",
        [("asserts", "The council has asked the army for help with the flood.", None)],
    ),
    (
        "The bridge was closed on Monday, a worker told the Orrin Gazette.",
        [("reports", "The bridge was closed on Monday", "a worker")],
    ),
    (
        "The bridge is reportedly unsafe for heavy trucks.",
        [("reports", "The bridge is reportedly unsafe for heavy trucks.", None)],
    ),
    (
        "The ministry denied that the bridge was unsafe.",
        [("denies", "the bridge was unsafe", "The ministry")],
    ),
    (
        "The mayor denied the claim, saying the bridge had been tested in 2019.",
        [
            ("denies", "The mayor denied the claim", "The mayor"),
            ("reports", "the bridge had been tested in 2019", "The mayor"),
        ],
    ),
    (
        "The mayor confirmed the report and said that the work would cost $3 million.",
        [
            ("supports", "The mayor confirmed the report", "The mayor"),
            ("reports", "the work would cost $3 million", "The mayor"),
        ],
    ),
    (
        "The bridge has cracks in two places, according to engineers who inspected it.",
        [("reports", "The bridge has cracks in two places", "engineers who inspected it")],
    ),
    (
        "No official has denied that the bridge will close.",
        [("asserts", "No official has denied that the bridge will close.", None)],
    ),
    (
        "Nobody has confirmed that the bridge will close.",
        [("cannot-confirm", "the bridge will close", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_drafts(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(s, w.rstrip("."), b) for s, w, b in stated(text)] == [
        (s, w.rstrip("."), b) for s, w, b in expected
    ]


@pytest.mark.parametrize(
    ("text", "antecedents"),
    [
        (
            "The clinic had 40 cases in May. It rained. The ministry denied these cases.",
            ["The clinic had 40 cases in May."],
        ),
        (
            "The mayor will sell the mill. The mayor declined to comment on the deal.",
            ["The mayor will sell the mill."],
        ),
        ("The mayor will sell the mill. The mayor denied the affair.", []),
    ],
)
def test_what_is_only_named_again_is_looked_up(text: str, antecedents: list[str]) -> None:
    (answer,) = [draft for draft in drawn(text) if draft.stance in ("denies", "no-comment")]
    assert [span.text for span in answer.antecedents] == antecedents
    assert bool(answer.statement) != bool(antecedents)


def test_a_condition_alone_states_nothing() -> None:
    text = "The mill will close. “But if it is true, it would run counter to what the owner said,” Roe said."
    found = [(stance, words) for stance, words, _ in stated(text)]
    assert ("reports", "it would run counter to what the owner said") in found
    assert not any(words.strip("“ ") == "But if it is true" for _, words in found)


def test_a_concession_leaves_the_claim_to_its_source() -> None:
    found = stated(
        "Despite the ministry’s denial, engineers have claimed that the bridge is unsafe for trucks."
    )
    assert {stance for stance, _, _ in found} == {"denies", "reports"}
    assert ("denies", "Despite the ministry’s denial", "the ministry") in found


def test_a_denial_of_its_use_is_compared_as_the_partys_use() -> None:
    denial = next(
        d for d in drawn("The firm has denied its use of unsafe steel in the bridge.") if d.stance == "denies"
    )
    assert denial.statement.startswith("The firm’s use of unsafe steel")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Ann Roe’s family has confirmed her death in the harbour.", "Ann Roe’s death"),
        ("The reps for Ann Roe have confirmed her death in the harbour.", "Ann Roe’s death"),
        ("The police have confirmed her death in the harbour.", "her death"),
        ("The network has not verified its authenticity.", "its authenticity"),
        ("The firm has confirmed its sale to the town.", "The firm’s sale"),
    ],
)
def test_what_is_his_is_that_of_whom_a_party_speaks_for(text: str, statement: str) -> None:
    assert any(d.statement.startswith(statement) for d in drawn(text) if d.stance != "asserts")


def test_a_clause_that_shares_a_subject_is_compared_with_it() -> None:
    found = drawn("The firm will close its plant in Ohio but was not planning further cuts this year.")
    assert [d.statement for d in found][1].startswith("The firm was not planning")


def test_questions_and_page_furniture_state_nothing() -> None:
    assert drawn("Is the bridge safe?\n\nFollow us on Facebook.\n\nLeave a Reply\n") == []


def test_counted_things_and_dated_events_are_parts() -> None:
    figures = {
        d.figure: d.span.text
        for d in drawn(
            "The flood left $3.1 million worth of damage in the old town, and after its retreat in May 2021"
            " the army counted 4,200 ruined houses.\n"
        )
        if d.figure
    }
    assert figures == {
        "worth": "$3.1 million worth of damage in the old town",
        "event": "its retreat in May 2021",
        "count": "4,200 ruined houses",
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The French trains bought in May 2021 were too wide for the tunnel.",
            "The French trains bought in May 2021",
        ),
        (
            "All houses torn down on 3 May 2021 had stood empty for years.",
            "All houses torn down on 3 May 2021",
        ),
        ("The firm bought in May 2021 a set of trains for the tunnel.", None),
        ("The French trains were bought in May 2021 and were too wide.", None),
        ("The trains arriving in May 2021 were too wide for the tunnel.", None),
    ],
)
def test_what_happened_to_a_thing_is_an_event(text: str, event: str | None) -> None:
    assert next((d.span.text for d in drawn(text) if d.figure == "event"), None) == event


def test_citations_and_relays_lead_to_the_origin() -> None:
    text = "The Orrin Gazette reported on Monday that the bridge was unsafe, citing two engineers.\n"
    first = drawn(text)[0]
    assert {a.source.text for a in first.attributions if a.source} == {"The Orrin Gazette", "two engineers"}


def test_what_stands_between_two_sentences_of_an_outlet_is_its_too() -> None:
    text = (
        "The dam held 40 days, the Orrin Gazette reported.\nThe lake had 900 boats on it.\n"
        "Some 42 cranes were lost, as per the Orrin Gazette.\n"
    )
    between = next(d for d in drawn(text) if d.span.text.startswith("The lake"))
    assert [a.rule for a in between.attributions] == ["carried-on"]
    assert stated("The lake had 900 boats on it.\n") == [("asserts", "The lake had 900 boats on it.", None)]


def test_a_report_that_is_rejected_is_somebodys() -> None:
    found = stated("The ministry rejected Union reports that the bridge was unsafe for trucks.")
    assert ("reports", "the bridge was unsafe for trucks", "Union") in [
        (s, w.rstrip("."), b) for s, w, b in found
    ]


def test_what_is_told_contrary_to_some_reports_is_stated_and_denies_nothing_known() -> None:
    (draft,) = drawn("Contrary to some reports, Roe did not lose her sponsors.")
    assert draft.stance == "asserts"
    text = "The Post wrote that Roe lost her sponsors. Contrary to that report, Roe has kept them all."
    assert "denies" in {draft.stance for draft in drawn(text)}


def test_who_did_and_then_said_something_is_named_with_what_was_done() -> None:
    first, *_ = drawn("The mayor opened the new bridge on Monday, and said the ferry would be sold.")
    assert first.statement == "The mayor opened the new bridge on Monday"
    (plan,) = (d for d in drawn("Acme wants to cut 250 jobs, according to a memo.") if not d.figure)
    assert plan.statement == "Acme wants to cut 250 jobs"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Workers at the mill fear for their jobs after Acme announced a merger.", []),
        ("The operator knew about cracks before the dam broke.", []),
        ("Engineers warned of cracks that could widen within weeks.", ["Engineers"]),
    ],
)
def test_what_is_on_somebodys_mind_is_not_said(text: str, sources: list[str]) -> None:
    named = [
        a.source.text for draft in drawn(text) if not draft.figure for a in draft.attributions if a.source
    ]
    assert named == sources


def test_silence_on_a_day_is_not_silence_about_it() -> None:
    silent = [d for d in drawn("The company did not answer questions on Friday.") if d.stance == "no-comment"]
    assert [draft.statement for draft in silent] == [""]
    assert "no-comment" in {d.stance for d in drawn("The clinic has not responded to the allegation.")}


def test_what_somebody_says_and_somebody_else_disputes_keeps_its_source() -> None:
    said, disputed = (
        d for d in drawn("Care Watch says nine have died, a figure the ministry disputes.") if not d.figure
    )
    assert (said.stance, said.statement) == ("reports", "nine have died")
    assert (disputed.stance, disputed.statement) == ("denies", "Care Watch says nine have died")
    assert disputed.holder is not None
    assert disputed.holder.text == "the ministry"


def test_who_denies_doing_something_is_told_with_it() -> None:
    (draft,) = drawn("The runner Vera Lund has denied taking banned substances.")
    assert draft.statement == "Vera Lund taking banned substances"


def test_her_contract_need_not_be_the_clubs() -> None:
    (clause,) = drawn("The club confirmed that her contract runs until 2027.")
    assert clause.statement == "her contract runs until 2027"
    (noun,) = drawn("The airline confirmed its purchase of the ferry.")
    assert noun.statement == "The airline’s purchase of the ferry"


def test_confirming_some_reports_leaves_what_is_said() -> None:
    said = drawn("Acme said it had made an offer for the mill, confirming reports from May.")
    assert [d.stance for d in said if "offer" in d.statement] == ["reports"]
    assert all(d.stance in PUTS_FORWARD for d in said)


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("The deal, officials said, was signed on Monday.", ["The deal was signed on Monday"]),
        (
            "The deal, officials said, was signed in May, according to the Gazette.",
            ["The deal was signed in May"],
        ),
        (
            "Pupils who fail the test, she says, may not even apply to the school.",
            ["Pupils who fail the test may not even apply to the school"],
        ),
        (
            "The deal, officials said on Friday, was signed in May, according to the Gazette.",
            ["The deal was signed in May"],
        ),
        (
            "“The old mill,” the mayor said, “is a danger to all who live near it.”",
            ["The old mill is a danger to all who live near it"],
        ),
        (
            "“The old mill on the hill,” Mayor Ada Quill said Monday, “is a danger to all in Lund.”",
            ["The old mill on the hill is a danger to all in Lund"],
        ),
        (
            "Four prisoners described a lack of water, the board said, addressed by nobody until May.",
            ["Four prisoners described a lack of water", "addressed by nobody until May"],
        ),
        ("A new ferry, the board argued, helps the small islands.", ["A new ferry helps the small islands"]),
        (
            "The mill burnt down in May and, police said, was never rebuilt.",
            ["The mill burnt down in May", "was never rebuilt"],
        ),
    ],
)
def test_who_says_it_does_not_part_a_subject_from_its_verb(text: str, statements: list[str]) -> None:
    assert [draft.statement for draft in drawn(text) if not draft.figure] == statements


def test_brackets_without_a_verb_state_nothing() -> None:
    text = "According to the Post, Voice (a popular platform for fishermen), claims that the quay is sinking."
    assert not any(draft.span.text.startswith("(") for draft in drawn(text))
    assert any(
        draft.span.text.startswith("(") for draft in drawn("The quay is sinking. (It was built in 1890.)")
    )


QUOTED = """The potter sold her kiln in May.

“The potters have gone to Orrin.”

The last “potters’ fair” was held in 1998, and the shop sells what is left.

“The kiln has cooled,” Ann Roe said. “We shall not light it again.”
"""


def test_words_of_somebody_who_was_not_found_are_noted_as_quoted() -> None:
    quoted = [draft.statement for draft in drawn(QUOTED) if draft.notes]
    assert quoted == ["“The potters have gone to Orrin.”"]
