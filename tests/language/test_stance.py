"""Stances whose target, holder or flags need more than one sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.stance_tables import find, read, split
from tui.language import stance
from tui.language.stance_holder import is_party
from tui.model import Span

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
FRAGMENTS = [
    *("The mayor", "denied", "that", "the report", "is a lie", "“", "”", ",", ".", " said", "no evidence"),
    *("cannot be ruled out", "declined to comment", "confirmed", "doubts", "\n", "Is it true?", "No,"),
    *("says the bishop", "despite", "denial", "\u2009", "é", "claims of", "’s"),
]


def words(span: Span | None) -> str | None:
    return span.text if span else None


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("“This report is a lie,” he told the radio.", "he"),
        ("“The claims are false,” said Ana Ruiz, who leads the union.", "Ana Ruiz"),
        ("Ana Ruiz said: “The claims are false.”", "Ana Ruiz"),
        ("The union said the claims were false.", "The union"),
        ("According to the paper, the claims were false, the union said.", "the union"),
        ("Ana Ruiz, a spokeswoman for the union, denied that pay had fallen.", "Ana Ruiz"),
        ("The union’s leader, Ana Ruiz, denied that pay had fallen.", "Ana Ruiz"),
        ("Ana Ruiz, who leads the union, denied that pay had fallen.", "Ana Ruiz"),
        ("On Friday the union denied that pay had fallen.", "the union"),
        ("The union met and denied that pay had fallen.", "The union"),
        ("North Mill and South Mill denied that pay had fallen.", "North Mill and South Mill"),
        ("A union official on Friday denied that pay had fallen.", "A union official"),
        ("The union boss hit back, denying that pay had fallen.", "The union boss"),
        ("The claims were rejected by the union.", "the union"),
        ("Ana Ruiz, 45, of Leeds, denied that pay had fallen.", "Ana Ruiz"),
        ("Rain fell, but the union, which meets today, denied that pay had fallen.", "the union"),
    ],
)
def test_names_who_takes_the_stance(text: str, holder: str) -> None:
    denials = read(text, "denies")
    assert [by for _, by in denials] == [holder]


def test_a_floating_quotation_belongs_to_the_speaker_before() -> None:
    text = "“It was late,” said Ana Ruiz. “The claims are false.”"
    assert read(text, "denies") == [("The claims", "Ana Ruiz")]


@pytest.mark.parametrize(
    "answer", ["No, says the miller.", "“No,” the miller said.", "Not true, says the miller."]
)
def test_an_answer_takes_the_question_as_its_scope(answer: str) -> None:
    text = f"Bread is dear.\nIs the mill closing?\n{answer}\nThe town waits."
    (cue,) = [cue for cue in find(text) if cue.stance == "denies"]
    assert (words(cue.scope), words(cue.holder)) == (
        "Is the mill closing?",
        "the miller",
    )
    assert cue.rule.startswith("stance.denies.question")


@pytest.mark.parametrize("question", ["Who owns the mill?", "Why did it burn?", "What did the miller say?"])
def test_only_a_yes_or_no_question_is_denied(question: str) -> None:
    assert read(f"{question} No, says the miller.", "denies") == []


def test_a_concession_denies_what_its_main_clause_says() -> None:
    text = "Despite the miller’s denial, villagers have claimed that the mill is bankrupt."
    (cue,) = find(text)
    assert (cue.rule, words(cue.scope)) == ("stance.denies.concession", "the mill is bankrupt")
    assert words(cue.holder) == "the miller"


def test_a_concession_denies_only_what_is_said_or_is_of_the_denier() -> None:
    (cue,) = find("Despite the miller’s denials, furious farmers took their grain elsewhere.")
    assert (cue.rule, cue.scope) == ("stance.denies.denial", None)
    (cue,) = find("Despite Quill’s denials, Quill met the builder in May.")
    assert words(cue.scope) == "Quill met the builder in May"


def test_one_verb_denies_several_clauses() -> None:
    text = "The miller denied claims that the mill was bankrupt and that its crew had been fired."
    assert [words(cue.scope) for cue in find(text)] == ["the mill was bankrupt", "its crew had been fired"]
    (cue,) = find("The miller denied that the mill was bankrupt, and that means it will stay.")
    assert words(cue.scope) == "the mill was bankrupt"


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("The miller says it did not.", "denies"),
        ("The miller insists it didn’t.", "denies"),
        ("The miller has said that it did.", "supports"),
    ],
)
def test_an_answer_may_be_no_more_than_a_verb(answer: str, stance: str) -> None:
    (cue,) = find(f"Did the mill close in May? {answer}")
    assert (cue.stance, words(cue.scope), words(cue.holder)) == (
        stance,
        "Did the mill close in May?",
        "The miller",
    )
    assert not find(f"The mill closed in May. {answer}")


@pytest.mark.parametrize(
    ("verdict", "stance"),
    [
        ("FALSE", "denies"),
        ("Verdict: False.", "denies"),
        ("Status: Not true", "denies"),
        ("Our rating: True", "supports"),
        ("STATUS: Unproven", "cannot-confirm"),
    ],
)
@pytest.mark.parametrize("label", ["Claim", "CLAIM"])
def test_a_verdict_is_on_the_claim_above_it(label: str, verdict: str, stance: str) -> None:
    text = f"{label}: The mill was sold to a casino.\n\n{verdict}\n\nThe mill is owned by the town."
    (cue,) = find(text)
    assert (cue.stance, words(cue.scope), cue.rule) == (
        stance,
        "The mill was sold to a casino.",
        f"stance.{stance}.verdict",
    )
    assert not find(f"The mill was sold.\n\n{verdict}\n\nThe mill is owned by the town.")


def test_the_opposite_said_by_a_party_denies_implicitly() -> None:
    text = "Reports spoke of a shortage of flour. Bakers queued. “We have plenty of grain,” the miller said."
    (cue,) = [cue for cue in find(text) if cue.stance == "denies"]
    assert cue.implicit
    assert "shortage of flour" in str(words(cue.scope))
    assert words(cue.holder) == "the miller"


@pytest.mark.parametrize(
    "text",
    [
        "Reports spoke of a shortage of flour. There is plenty of grain.",
        "The weather was fine. “We have plenty of grain,” the miller said.",
        "Reports spoke of a shortage of flour. “We have not enough grain,” the miller said.",
    ],
)
def test_the_opposite_needs_a_speaker_and_a_report(text: str) -> None:
    assert read(text, "denies") == []


def test_a_limited_reply_of_the_accused_denies_in_part() -> None:
    text = "Police accused Acme of selling bad meat. Acme has said the meat was sold before the recall."
    (cue,) = [cue for cue in find(text) if cue.stance == "denies"]
    assert (cue.partial, cue.implicit) == (True, True)
    assert words(cue.scope) == "selling bad meat"


def test_some_of_the_claims_is_a_partial_denial() -> None:
    (cue,) = find("Some of the claims are false, the union said.")
    assert cue.partial


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (
            "Papers carried reports that the mill had burned. “This report is a lie,” the miller said.",
            "the mill had burned",
        ),
        ("The union says that the mill is bankrupt. The miller denied this.", "the mill is bankrupt"),
        (
            "The union says that the mill closed. “No such thing happened,” the miller said.",
            "the mill closed",
        ),
        ("The union says that the mill closed. “Nonsense,” the miller said.", "the mill closed"),
        (
            "A post claims the mill burned. The post also says that the miller fled. That is false.",
            "the miller fled",
        ),
        ("The mill burned in May. It will close soon, but the miller denies it.", "It will close soon"),
        ("The mill will close.\n\nFolk talk. The miller did not comment on the rumour.", "Folk talk."),
    ],
)
def test_the_first_antecedent_is_the_nearest_report(text: str, target: str) -> None:
    cue = find(text)[-1]
    assert stance.antecedents(text, split(text), cue)[0].text == target


def test_these_claims_reach_back_to_the_heading_only() -> None:
    text = (
        "The mayor said the river rose.\nFire at the mill\n"
        "A worker said the roof fell. A guard said the door was shut.\n"
        "The paper has not verified these claims."
    )
    found = [span.text for span in stance.antecedents(text, split(text), find(text)[-1])]
    assert found[:2] == ["A guard said the door was shut.", "A worker said the roof fell."]
    assert "The mayor said the river rose." not in found[:2]


SEVERAL = [
    (
        "The mayor sold the quay, the Post said. She kept some, it said. It is long. These claims are false.",
        ["The mayor sold the quay, the Post said.", "She kept some, it said."],
    ),
    (
        "The two are accused of arson. “They are kind,” he said. They pleaded not guilty to all charges.",
        ["The two are accused of arson."],
    ),
    ("“They were kind,” a baker said. The two pleaded not guilty to all charges.", []),
    ("The quay is long. It was built in 1901. These claims are false.", ["It was built in 1901."]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_claims_are_what_somebody_claimed(text: str, expected: list[str]) -> None:
    cue = find(text)[-1]
    assert sorted(span.text for span in stance.antecedents(text, split(text), cue)) == sorted(expected)


def test_of_many_reports_the_nearest_are_meant() -> None:
    text = "".join(f"Pier {n} sank, the Post said. " for n in range(9)) + "The ministry denied these reports."
    found = [span.text for span in stance.antecedents(text, split(text), find(text)[-1])]
    assert found == [f"Pier {n} sank, the Post said." for n in (8, 7, 6, 5)]


def test_an_own_scope_is_its_only_antecedent() -> None:
    text = "The miller denied that the mill had burned."
    (cue,) = find(text)
    assert stance.antecedents(text, split(text), cue) == (cue.scope,)


def test_a_denial_in_other_words_is_not_charged_to_its_neighbours() -> None:
    text = "The bank is for sale. The bishop denied that the bells were sold."
    assert read(text, "denies") == [("the bells were sold", "The bishop")]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds_hold_no_stance_without_its_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for cue in find(text):
        for span in (cue.cue, cue.scope, cue.holder, cue.anaphor):
            assert span is None or span.text == text[span.start : span.end]


def test_the_seeds_outright_denials() -> None:
    text = SEEDS[4].read_text(encoding="utf-8")
    denied = {cue.rule: words(cue.scope) for cue in find(text) if cue.stance == "denies"}
    assert denied == {
        "stance.denies.complement": "the Taliban is supplying Russia with weapons",
        "stance.denies.report-is-lie": None,
        "stance.denies.partial-reply": "supplying Moscow with Iranian-made drones",
        "stance.denies.nominal-object": "its forces use of Iranian drones in Ukraine",
        "stance.denies.anaphor": None,
    }


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40))
def test_spans_are_words_of_the_text_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find(text)
    assert list(found) == sorted(found, key=lambda cue: (cue.cue.start, cue.cue.end, cue.rule))
    for cue in found:
        for span in (cue.cue, cue.scope, cue.holder, cue.anaphor):
            assert span is None or span.text == text[span.start : span.end]
        assert all(span.end <= len(text) for span in stance.antecedents(text, split(text), cue))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    find(text)


@pytest.mark.parametrize(
    "unit",
    [
        "denied the claims ",
        "said that ",
        "no evidence ",
        "the report of the report ",
        "call it a ",
        "a, b, ",
        "was not ",
        "reports by ",
    ],
)
def test_a_long_paragraph_is_read(unit: str) -> None:
    text = unit * (16_000 // len(unit))
    assert all(text[cue.cue.start : cue.cue.end] == cue.cue.text for cue in find(text))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the mayor", True),
        ("King Harald", True),
        ("United Mills", True),
        ("doctors", True),
        ("showing", False),
        ("about the flour", False),
        ("Asked at a fair", False),
        ("186", False),
    ],
)
def test_what_can_be_a_party(phrase: str, expected: bool) -> None:
    assert is_party(phrase) is expected
