from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from tui.claims.analysis import analyse
from tui.claims.checking import check
from tui.claims.retrieval import Library
from tui.corpus import lines
from tui.language import sentences
from tui.model import AnalysedArticle, Article, Mention

TEXTS = {
    "told": "A giant squid was washed ashore near Bergen on Monday. Children found the squid on the beach.\n",
    "refuted": (
        "The giant squid of Bergen is a hoax. The photo of the squid on the beach is fake, a museum said. "
        "It was debunked within hours.\n"
    ),
    "passed-on": "A giant squid may have been washed ashore near Bergen, reports say. It is unconfirmed.\n",
    "other": "The council of Tampere approved a tram line after a long debate about its costs.\n",
    "third": "Farmers in Anatolia expect a poor wheat harvest after the driest spring in sixty years.\n",
    "empty": "",
}
CLAIM = "Giant squid washed ashore near Bergen"


class Shelf:
    """A corpus as far as `check` needs one."""

    def __init__(self, texts: Mapping[str, str], mentions: Mapping[str, Sequence[Mention]]) -> None:
        articles = [
            AnalysedArticle(
                name, Article(text, path=f"{name}.txt"), sentences.split(text, lines.mark(text)), ()
            )
            for name, text in texts.items()
        ]
        self.library = Library(articles)
        self.mentions = mentions


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    said = Mention("told", 0, 54, TEXTS["told"][:54], "reports", "rule", by="Children", chain=("Children",))
    return Shelf(TEXTS, {"told": (said,)})


def test_articles_about_the_claim_are_listed_and_no_others(shelf: Shelf) -> None:
    assert {f.article for f in check(CLAIM, shelf)} == {"told", "refuted", "passed-on"}


def test_best_first(shelf: Shelf) -> None:
    scores = [f.score for f in check(CLAIM, shelf)]
    assert scores == sorted(scores, reverse=True)


def test_refuting_article_denies(shelf: Shelf) -> None:
    assert next(f for f in check(CLAIM, shelf) if f.article == "refuted").stance == "denies"


def test_refuting_article_agrees_with_a_refuting_claim(shelf: Shelf) -> None:
    findings = check("Giant squid of Bergen is a fake, hoax debunked", shelf)
    assert next(f for f in findings if f.article == "refuted").stance == "asserts"


def test_evidence_lies_in_the_article(shelf: Shelf) -> None:
    for finding in check(CLAIM, shelf):
        text = TEXTS[finding.article]
        assert finding.evidence
        assert all(text[s.start : s.end] == s.text for s in finding.evidence)


def test_who_said_it_comes_from_the_mentions(shelf: Shelf) -> None:
    found = {f.article: f for f in check(CLAIM, shelf)}
    assert (found["told"].by, found["told"].chain) == ("Children", ("Children",))
    assert found["passed-on"].by is None


def test_rule_names_what_decided(shelf: Shelf) -> None:
    assert all(f.rule.startswith("check.") and ":" in f.rule for f in check(CLAIM, shelf))


def test_order_of_the_articles_does_not_matter(shelf: Shelf) -> None:
    turned = Shelf(dict(reversed(TEXTS.items())), shelf.mentions)
    assert check(CLAIM, turned) == check(CLAIM, shelf)


@pytest.mark.parametrize("claim", ["", "?!", "the of and", "zzyzx"])
def test_nothing_is_found_for_nothing(shelf: Shelf, claim: str) -> None:
    assert check(claim, shelf) == []


def test_empty_corpus() -> None:
    assert check(CLAIM, Shelf({}, {})) == []


def test_the_party_is_the_one_whose_stance_is_told() -> None:
    text = (
        "An offer from the harbour cannot be ruled out, Bo Lind said.\n"
        "The Port Board said it could not confirm that the ferry to Orrin was sold in May.\n"
    )
    corpus = analyse([Article(text, path="a.txt")])
    finding = check("The ferry to Orrin was sold in May", corpus)[0]
    assert finding.by == "Port Board"


def test_a_party_that_denies_the_claim_is_not_said_to_put_it_forward() -> None:
    text = "The Orrin Water Board denied that the dam was unsafe.\n"
    other = "A tram line was approved in the city after a long debate.\n"
    corpus = analyse([Article(text, path="a.txt"), Article(other, path="b.txt")])
    (finding,) = check("The dam is unsafe", corpus)
    assert (finding.stance, finding.by) == ("denies", "Orrin Water Board")
    assert finding.rule.startswith("check.answered: stance.denies.")
