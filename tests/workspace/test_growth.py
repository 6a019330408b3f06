"""A decision stays with its claim as the corpus grows, and says what happened to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.workspace.fixtures import configure, open_workspace
from tui.model import AnalysedArticle, Article, Claim, Mention
from tui.workspace.index import Index
from tui.workspace.records import Decision, Subject
from tui.workspace.rows import Verdict
from tui.workspace.tables import Snapshot
from tui.workspace.triage import Triage
from tui.workspace.workspace import Workspace


def claim(name: str, text: str, *words: str) -> Claim:
    mentions = tuple(Mention("a", 0, len(said), said, "asserts", "own-voice") for said in words)
    return Claim(name, text, "unsourced", (), (), mentions, ())


def index(*claims: Claim) -> Index:
    paper = AnalysedArticle("a", Article("Nothing."), (), ())
    return Index.write(None, Snapshot((paper,), claims, (), {}))


def decide(found: Claim, verdict: Verdict = "verified", step: str = "d1") -> Decision:
    subject = Subject.of(found)
    return Decision(
        step,
        "2024-05-01T10:00:00Z",
        "kim",
        subject.claim,
        subject.text,
        subject.fingerprint,
        verdict,
        evidence=subject.evidence,
    )


BURNED = claim("c1", "40 houses burned", "40 houses burned", "Some 40 houses were lost")
FLOOD = claim("c2", "The river fell", "The river fell", "Its level fell")


def held(decisions: Iterable[Decision], *claims: Claim) -> dict[str, str]:
    """What reopens each claim that is decided."""
    return {name: d.reopened for name, d in Triage(index(*claims), decisions).by_claim.items()}


def test_a_claim_in_other_words_is_found_by_its_mentions() -> None:
    grown = claim(
        "c7", "Fire took 40 homes", "40 houses burned", "Some 40 houses were lost", "Fire took 40 homes"
    )
    assert held([decide(BURNED)], FLOOD, grown) == {"c7": "1 mention added (asserts)"}


def test_of_two_claims_with_the_same_words_the_mentions_tell_which() -> None:
    twin = claim("c1", "40 houses burned", "40 houses burned far away", "Nobody saw 40 houses burn")
    moved = claim("c1-2", "40 houses burned", *(mention.text for mention in BURNED.mentions))
    assert held([decide(BURNED)], twin, moved) == {"c1-2": ""}
    assert held([decide(BURNED)], moved, twin) == {"c1-2": ""}


def test_a_claim_of_which_little_is_left_under_other_words_is_another() -> None:
    whole = claim("c1", "A", "One says A", "Two says A", "Three says A")
    assert held([decide(whole)], claim("c7", "B", "One says A", "Two says B", "Three says B")) == {}


def test_two_claims_that_became_one_are_said_with_the_other_verdict() -> None:
    one = claim("c1", "40 houses burned", *(m.text for m in (*BURNED.mentions, *FLOOD.mentions)))
    decided = [decide(FLOOD, "refuted"), decide(BURNED, step="d2")]
    said = "two claims that were decided became one; the other, “The river fell”, was refuted"
    assert held(decided, one) == {"c1": f"{said}; 2 mentions added (asserts)"}
    again = decide(BURNED, "unproven", step="d3")
    assert held([*decided, again], one) == {"c1": f"{said}; 2 mentions added (asserts)"}
    settled = decide(one, step="d4")
    assert held([*decided, again, settled], one) == {"c1": ""}


def test_a_claim_decided_anew_under_other_words_did_not_swallow_another() -> None:
    grown = claim("c7", "Fire took 40 homes", *(m.text for m in BURNED.mentions), "Fire took 40 homes")
    assert held([decide(BURNED), decide(grown, "refuted", "d2")], grown) == {"c7": ""}


def test_the_other_claim_is_not_told_at_length() -> None:
    long = claim("c2", "The river " * 20, "The river fell")
    one = claim("c1", "40 houses burned", *(m.text for m in (*BURNED.mentions, *long.mentions)))
    (reason,) = held([decide(long, "refuted"), decide(BURNED, step="d2")], one).values()
    assert "The river The river…”, was refuted" in reason
    assert len(reason) < 200


WORDS = st.sampled_from([f"Statement {number} was made" for number in range(8)])
GROUPS = st.lists(st.lists(WORDS, min_size=1, max_size=5, unique=True), min_size=1, max_size=5)


def claims_of(groups: Sequence[Sequence[str]]) -> list[Claim]:
    return [claim(f"c{number}", group[0], *group) for number, group in enumerate(groups)]


@given(GROUPS, GROUPS)
def test_a_decision_is_where_its_words_or_most_of_its_mentions_are(
    before: list[list[str]], after: list[list[str]]
) -> None:
    grown = claims_of(after)
    for decided in claims_of(before):
        said = {mention.text for mention in decided.mentions}
        found = Triage(index(*grown), [decide(decided)]).by_position
        alike = {n: len(said & {m.text for m in other.mentions}) for n, other in enumerate(grown)}
        worded = {n: alike[n] for n, other in enumerate(grown) if other.text == decided.text}
        wanted = worded or {n: shared for n, shared in alike.items() if 2 * shared >= len(said)}
        assert {alike[position] for position in found} == ({max(wanted.values())} if wanted else set())


FIRST = "The harbour of Orrin will close in May after 140 years, a dock worker told the Orrin Gazette.\n"
MORE = (
    "The Harbour Board denied that the harbour of Orrin will close in May.\n",
    "The harbour of Orrin will be closed in May after 140 years, Coast News reported.\n",
    "Orrin: the harbour of Orrin will close in May, the mayor Ada Quill said on Friday.\n",
)


def test_a_decision_stays_while_articles_are_added(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "m.txt").write_text(FIRST)
    config = configure(tmp_path)
    workspace = Workspace.open(config, config.corpus)
    workspace.scan()
    (row,) = workspace.claims("harbour")
    workspace.decide(row.id, "verified")
    for number, text in enumerate(MORE):
        (corpus / f"{number}.txt").write_text(text)
        workspace.scan()
        (found,) = workspace.claims("decision:any")
        said = {mention.text for mention in workspace.claim(found.id).mentions}
        assert any("after 140 years" in text for text in said)
        assert found.reopened


def test_a_decided_claim_that_is_gone_is_said_and_comes_back(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    workspace.decide("c-trams", "verified")
    file = tmp_path / "corpus" / "post.txt"
    text = file.read_text()
    file.unlink()
    assert workspace.scan().notices == (
        "a decided claim is no longer in these articles; what was decided is kept",
    )
    (tmp_path / "corpus" / "other.txt").write_text("Nothing new.")
    assert workspace.scan().notices == ()
    file.write_text(text)
    assert workspace.scan().notices == ()
    assert workspace.decision("c-trams") is not None
