import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.stance_posture import posture

REFUTING = [
    ("No, the harbour bridge has not collapsed", "refute.no"),
    ("The bridge collapse video is a hoax", "refute.hoax"),
    ("Singer's death hoax spreads again", "refute.hoax"),
    ("Ministry denies plan to ration petrol", "refute.deny"),
    ("Club rejects transfer claims over striker", "refute.deny"),
    ("Airline shoots down merger report", "refute.deny"),
    ("Coach pours cold water on exit talk", "refute.deny"),
    ("Scientists debunk moon landing footage", "refute.debunk"),
    ("Paper retracts story about senator's tax bill", "refute.debunk"),
    ("Contrary to reports, the vaccine was not recalled", "refute.debunk"),
    ("Photo of shark on motorway turns out to be fake", "refute.debunk"),
    ("Story of the drowned village was made up", "refute.hoax"),
    ("Lottery win was made up, admits pensioner", "refute.hoax"),
    ("Experts cast doubt on miracle diet", "refute.doubt"),
    ("Geologists sceptical of quake prediction", "refute.doubt"),
    ("Mayor is alive and well, office says", "refute.counter"),
    ("Did the queen abdicate? Nope", "refute.answer"),
    ("Actor did NOT quit the series", "refute.capitals"),
    ("Two-headed calf is not real", "refute.hoax"),
    ("Four-day school week is not a thing", "refute.hoax"),
    ("Yes, the duke was there. No he wasn't", "refute.answer"),
]
HEDGING = [
    ("Bank reportedly in merger talks", "hedge.reported"),
    ("Striker may leave in January", "hedge.modal"),
    ("Report: mill to close", "hedge.label"),
    ("Mill to close, union says", "hedge.tail"),
    ("Is the mill about to close?", "hedge.question"),
    ("Is the mill about to close?", "hedge.ask"),
    ("Union claims mill will close", "hedge.claim"),
    ("Unconfirmed reports of a blast in port", "hedge.unconfirmed"),
    ("No evidence mayor took bribes, police say", "hedge.unconfirmed"),
    ("No hard evidence of a blast in port", "hedge.unconfirmed"),
    ("Letter purports to come from the palace", "hedge.reported"),
    ("Former driver a suspect in bank robbery", "hedge.reported"),
    ("Rumour of royal wedding grows", "hedge.rumour"),
    ("Minister ‘considering resignation’ over leak", "hedge.scare-quotes"),
]
AFFIRMING = [
    ("Airline confirms 400 job cuts", "affirm.confirm"),
    ("Minister admits error over figures", "affirm.confirm"),
    ("Watch: whale swims up the river", "affirm.seen"),
]
NEUTRAL = [
    "Tourists denied entry to flooded valley",
    "Dangers lie ahead for the rescue team",
    "Not only farmers suffer from the drought",
    "Bakery opens second shop",
    "Tourists denied bail after market fire",
    "Farmer had no idea his field hid a Roman villa",
    "Owner isn't sure how the goat got on the roof",
]


@pytest.mark.parametrize(("text", "name"), REFUTING + HEDGING + AFFIRMING)
def test_names_the_sign(text: str, name: str) -> None:
    assert posture(text).count(name) >= 1


@pytest.mark.parametrize("text", NEUTRAL)
def test_leaves_plain_headlines_alone(text: str) -> None:
    found = posture(text)
    assert (found.refuting, found.negated) == ((), False)


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Bridge has not collapsed", True),
        ("No, bridge has not collapsed", True),
        ("Company denies it did not pay", False),
        ("Company denies it paid", True),
        ("Company paid", False),
        ("Nobody says the company did not pay", False),
        ("No evidence the company paid", False),
        ("Is it the end of the mill? No.", True),
    ],
)
def test_negations_cancel_each_other(text: str, negated: bool) -> None:
    assert posture(text).negated is negated


@given(st.text(max_size=120))
def test_spans_are_words_of_the_text(text: str) -> None:
    for feature in posture(text).features:
        assert feature.span.text == text[feature.span.start : feature.span.end]
