"""What is packed comes back as it was, whatever the text; what is not an extract is refused."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.claims import columns, reading
from tui.claims.extracts import Extract, Papers, extract
from tui.claims.packing import PackingError, pack, unpack
from tui.language import quantities
from tui.model import AnalysedArticle, Article, Span

SEEDS = Path(__file__).parents[2] / "seeds"
PIECES = (
    "The mayor of Port Ellery said on Monday that 40 houses burned. ",
    "“Nobody was warned,” Ada Brandt told the Harbour Gazette.\n",
    "The fire service denied the report. ",
    "By Bo Lind\n\n",
    "“unclosed ",
    "\ud800 ",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=8).map("".join)


def shown(found: Extract) -> AnalysedArticle:
    """What is shown of an article."""
    (paper,) = Papers([found], ["a"], {})
    return paper


@given(TEXTS)
def test_every_extract_comes_back(text: str) -> None:
    article = Article(text, "a.txt", title="A", sha256="0", language="en")
    found = extract(article)
    assert unpack(pack(found), article) == found


@given(TEXTS)
def test_every_page_comes_back(text: str) -> None:
    article = Article(text, "a.txt")
    read = reading.read(article)
    page = shown(unpack(pack(extract(article)), article))
    assert (page.sentences, page.attributions) == (read.sentences, read.attributions)


def test_papers_are_a_sequence_and_say_which_are_copies() -> None:
    found = [extract(Article(piece)) for piece in PIECES[:3]]
    papers = Papers(found, ["a", "b", "c"], {"b": "a"})
    assert [paper.duplicate_of for paper in papers] == [None, "a", None]
    assert papers[1:] == [papers[1], papers[2]]
    assert papers == list(papers) != papers[1:]
    assert papers[-1].article.text == PIECES[2]
    with pytest.raises(IndexError):
        papers[3]


@given(TEXTS)
def test_the_figures_are_those_of_the_words_of_each_draft(text: str) -> None:
    article = Article(text, "a.txt")
    found = unpack(pack(extract(article)), article)
    for draft, counting, figures in zip(found.drafts, found.counting, found.figures().of_drafts, strict=True):
        assert figures == (quantities.find(draft.whole.text) if counting else ())


@given(TEXTS, st.integers(0, 200))
def test_a_sentence_is_found_by_what_stands_in_it(text: str, offset: int) -> None:
    found = extract(Article(text))
    spans = [sentence.span for sentence in shown(found).sentences]
    assert found.sentence_at(offset) == next((s for s in spans if s.start <= offset < s.end), None)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_extract_of_an_article_is_smaller_than_its_text(path: Path) -> None:
    article = Article(path.read_text("utf-8"))
    found = extract(article)
    packed = pack(found)
    assert unpack(packed, article) == found
    assert len(packed) < len(article.text)


def test_the_path_is_that_of_the_article_at_hand() -> None:
    article = Article("Ada Brandt said that 40 houses burned.", "old.txt", publisher="Gazette")
    moved = replace(article, path="new.txt")
    assert unpack(pack(extract(article)), moved) == extract(moved)


def test_a_span_that_is_not_in_the_text_keeps_its_own() -> None:
    article = Article("Ada Brandt said that 40 houses burned.")
    found = extract(article)
    (draft, *rest) = found.drafts
    odd = replace(found, drafts=(replace(draft, span=Span(2, 4, "elsewhere")), *rest))
    assert unpack(pack(odd), article) == odd


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(PackingError):
        unpack(data, Article("Nothing."))


@given(st.sampled_from(['{"Span":[[0]]}', "[]", "{}", "1", '{"Span":[["a"],["b"]]}', "{" * 9]))
def test_other_tables_are_refused(told: str) -> None:
    with pytest.raises(PackingError):
        unpack(zlib.compress(told.encode()), Article("Nothing."))


@given(st.data())
def test_damage_is_noticed(data: st.DataObject) -> None:
    """Unless it does none: a compressed stream has a few bits that mean nothing."""
    article = Article("Ada Brandt said that 40 houses burned, the Harbour Gazette reported.")
    packed = bytearray(pack(extract(article)))
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    try:
        found = unpack(bytes(packed), article)
    except PackingError:
        return
    wanted = extract(article)
    early, late = (replace(one, packed_figures=b"", packed_page=b"") for one in (wanted, found))
    assert early == late
    assert (found.figures(), shown(found)) == (wanted.figures(), shown(wanted))


def test_the_extract_of_another_text_is_refused() -> None:
    packed = pack(extract(Article("Ada Brandt said that 40 houses burned.")))
    with pytest.raises(PackingError):
        unpack(packed, Article("Ada Brandt said that 41 houses burned."))


@dataclass(frozen=True)
class Unknown:
    """A record with a field that JSON does not hold."""

    made: set[str]


def test_a_field_that_cannot_be_packed_is_an_error() -> None:
    with pytest.raises(TypeError, match="cannot be packed"):
        columns._shapes(Unknown)
