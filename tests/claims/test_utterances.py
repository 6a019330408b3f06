from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims.parties import told_apart
from tui.claims.sources import SourceKind
from tui.claims.utterances import spoken
from tui.model import Kind, Mention

KINDS: dict[str, SourceKind] = {"Ann Roe": "official", "Bo Lind": "named", "Gazette": "outlet"}
QUOTE = "mention.attribution.quote.postposed"
PLAIN = "mention.attribution.indirect.that"
WORDS = "“We never saw the boat come in.”"


def mention(by: str, text: str = WORDS, rule: str = QUOTE, kind: Kind = "paraphrase") -> Mention:
    chain = (by,) if by else ()
    return Mention(by, 0, len(text), text, "reports", rule, by or None, chain=chain, kind=kind)


def own(mentions: Sequence[Mention]) -> list[Mention]:
    return spoken(mentions, KINDS, told_apart({name for m in mentions for name in m.chain}, {}))


def speakers(*mentions: Mention) -> list[str]:
    return [m.chain[0] for m in own(mentions)]


def test_the_same_words_have_one_speaker() -> None:
    assert speakers(*map(mention, ("Bo Lind", "Ann Roe", "Ann Roe"))) == ["Ann Roe", "Ann Roe"]


def test_the_speaker_is_somebody_rather_than_who_passes_it_on() -> None:
    assert speakers(mention("Gazette"), mention("Gazette"), mention("Bo Lind")) == ["Bo Lind"]


def test_one_party_says_the_same_words_under_each_of_its_names() -> None:
    assert speakers(mention("Roe"), mention("Ann Roe"), mention("Bo Lind")) == ["Roe", "Ann Roe"]


def test_a_quotation_that_differs_by_a_word_is_the_same() -> None:
    told = [("Bo Lind", "“So sad to hear of our loss.”"), ("Ann Roe", "“So sad to hear about our loss.”")]
    assert speakers(*(mention(by, text, kind="near-verbatim") for by, text in told)) == ["Ann Roe"]
    assert len(speakers(*(mention(by, text) for by, text in told))) == 2


def test_a_short_quotation_is_of_one_speaker_if_it_is_all_that_is_quoted() -> None:
    assert speakers(*(mention(by, "“Losers, all of them.”", kind="verbatim") for by in KINDS)) == ["Ann Roe"]


def test_a_part_of_a_quotation_is_of_its_speaker() -> None:
    part = mention("Bo Lind", "never saw the boat come in before it sank")
    assert speakers(mention("Ann Roe"), part) == ["Ann Roe"]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("“It sank.”", "“It sank.”", QUOTE),
        ("the boat sank off the pier", "the boat sank off the pier", PLAIN),
        (
            "members of the Royal Academy of Arts and Crafts left",
            "the Royal Academy of Arts and Crafts is poor",
            QUOTE,
        ),
        (WORDS, "“Nobody saw the boat, and it never came in.”", QUOTE),
    ],
)
def test_two_people_may_say_the_same(one: str, other: str, rule: str) -> None:
    assert speakers(mention("Bo Lind", one, rule), mention("Ann Roe", other, rule)) == ["Bo Lind", "Ann Roe"]


def test_words_without_a_source_are_nobodys() -> None:
    assert len(own([mention(""), mention("Ann Roe"), mention("Bo Lind")])) == 2


@given(
    st.lists(
        st.tuples(st.sampled_from(["Ann Roe", "Bo Lind", "Gazette"]), st.sampled_from([WORDS, "“It sank.”"]))
    )
)
def test_whoever_says_something_nobody_else_says_keeps_it(given: list[tuple[str, str]]) -> None:
    mentions = [mention(by, text) for by, text in given]
    kept = own(mentions)
    assert len({m.chain for m in kept if m.text == WORDS}) <= 1
    assert [m for m in kept if m.text != WORDS] == [m for m in mentions if m.text != WORDS]
    assert own(kept) == kept
