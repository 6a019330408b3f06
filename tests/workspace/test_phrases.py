"""Phrases are found where their words stand one after the other, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import AnalysedArticle, Article, Claim, Mention
from tui.workspace.index import Index
from tui.workspace.occurrences import words
from tui.workspace.phrases import Phrases
from tui.workspace.tables import Snapshot
from tui.workspace.vocabulary import Vocabulary

TEXTS = st.lists(st.sampled_from(["the", "tram", "trams", "to", "a", "port"]), max_size=9).map(" ".join)


def claim(number: int, texts: tuple[str, ...]) -> Claim:
    mentions = tuple(Mention("a", 0, len(said), said, "asserts", "own-voice") for said in texts)
    return Claim(f"c{number}", texts[0], "unsourced", (), (), mentions, ())


def phrases(claims: list[tuple[str, ...]]) -> Phrases:
    paper = AnalysedArticle("a", Article("Nothing."), (), ())
    found = tuple(claim(number, texts) for number, texts in enumerate(claims))
    return Phrases(Vocabulary(Index.write(None, Snapshot((paper,), found, (), {}))))


def holds(text: str, parts: list[str], begun: bool) -> bool:
    """Whether `parts` stand in `text`, looked at one place after the other."""
    held, last = words(text), parts[-1]
    return any(
        held[at : at + len(parts) - 1] == parts[:-1]
        and (held[at + len(parts) - 1].startswith(last) if begun else held[at + len(parts) - 1] == last)
        for at in range(len(held) - len(parts) + 1)
    )


@given(
    st.lists(st.lists(TEXTS, min_size=1, max_size=3).map(tuple), max_size=5),
    st.lists(st.sampled_from(["the", "tram", "to", "a", "xylophone"]), min_size=1, max_size=3),
    st.booleans(),
)
def test_phrases_are_found_where_they_stand(
    claims: list[tuple[str, ...]], parts: list[str], begun: bool
) -> None:
    expected = {n for n, texts in enumerate(claims) if any(holds(text, parts, begun) for text in texts)}
    assert set(phrases(claims).claims(parts, begun)) == expected


def test_no_phrase_reaches_from_one_wording_or_claim_into_the_next() -> None:
    found = phrases([("the port", "a tram"), ("to the",)])
    assert list(found.claims(["a", "tram"], begun=False)) == [0]
    assert list(found.claims(["port", "a"], begun=False)) == []
    assert list(found.claims(["tram", "to"], begun=False)) == []


def test_a_wording_of_letters_inside_a_word_of_the_claim_is_found() -> None:
    found = phrases([("the trams", "tram")])
    assert list(found.claims(["tram"], begun=False)) == [0]
    assert list(found.claims(["the", "trams"], begun=False)) == [0]
