"""What the inspector shows of a claim, row by row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.workspace.fixtures import open_workspace
from tui.model import Claim, Mention, Stance, Status
from tui.workspace import view
from tui.workspace.dossier import Dossier, Label, compile_dossier, differing
from tui.workspace.wording import describe, join


def mention(
    article: str,
    stance: Stance,
    by: str | None = None,
    voice: str | None = None,
    start: int = 0,
    notes: tuple[str, ...] = (),
) -> Mention:
    return Mention(article, start, start + 4, f"text{start}", stance, "rule", by, voice, notes=notes)


def claim(*mentions: Mention, status: Status = "denied", reason: str = "") -> Claim:
    return Claim("c", "text0", status, (), (), mentions, (), {"status": reason} if reason else {})


def compiled(made: Claim, *labels: tuple[str, str | None]) -> Dossier:
    """The dossier of a claim in articles a, b, c… with these names and dates."""
    named = {chr(ord("a") + number): Label(name, date, number) for number, (name, date) in enumerate(labels)}
    return compile_dossier(made, named)


def test_the_small_corpus(tmp_path: Path) -> None:
    dossier = open_workspace(tmp_path).dossier("c-bridge")
    assert dossier.status_words == "Denied: City Hall — Ana Ruiz denies it; nobody named affirms it"
    assert [(party.name, party.stance, party.article) for party in dossier.parties] == [
        ("City Hall — Ana Ruiz", "denies", "Gazette"),
        ("The Ledger itself", "cannot-confirm", "The Ledger"),
    ]
    assert [row.label for row in dossier.recurrences] == [
        "The Courier",
        "Gazette",
        "The Ledger",
        "Evening Post",
    ]
    assert (dossier.article_count, dossier.origin_count) == (4, 1)
    assert [(moment.label, moment.what) for moment in dossier.timeline] == [
        ("The Courier", "asserted"),
        ("Gazette", "asserted"),
        ("Gazette", "denied"),
        ("The Ledger", "could not confirm"),
        ("Evening Post", "repeated after the denial"),
    ]
    assert dossier.flags == (("echo", "3 articles, one origin: engineer"), ("denial-omitted", ""))


def test_many_dossiers_are_what_each_is_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "_AT_ONCE", 2)
    workspace = open_workspace(tmp_path)
    workspace.decide("c-bridge", "refuted")
    rows = workspace.claims()
    assert [row.id for row in rows] == ["c-cars", "c-trams", "c-bridge"]
    assert list(workspace.dossiers(rows)) == [workspace.dossier(row.id) for row in rows]


def test_every_row_names_words_that_are_there(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    for row in workspace.claims():
        dossier = workspace.dossier(row.id)
        shown = [(party.words, party.target) for party in dossier.parties]
        shown += [(row.text, row.target) for row in dossier.recurrences]
        shown += [(words, target) for number in dossier.numbers for _, words, target in number.values]
        for words, target in shown:
            text = workspace.article(target.article).article.text
            assert words in text[target.start : target.end]


def test_parties_are_one_row_for_each_stance_strongest_first() -> None:
    dossier = compiled(
        claim(
            mention("a", "no-comment", "Ministry"),
            mention("a", "cannot-confirm", "Kim", "City Hall", 5),
            mention("a", "cannot-confirm", "City Hall", "City Hall", 10),
            mention("b", "cannot-confirm", "Lee", "City Hall"),
            mention("b", "denies", "Port", None, 5, ("partial",)),
            mention("b", "denies", "Port", None, 10),
            mention("b", "doubts"),
            mention("c", "doubts"),
        ),
        ("Post", None),
        ("Mail", None),
        ("Echo", None),
    )
    assert [(party.name, party.stance, party.words) for party in dossier.parties] == [
        ("Port", "denies", "text10"),
        ("Mail itself", "doubts", "text0"),
        ("Echo itself", "doubts", "text0"),
        ("City Hall — Kim, Lee", "cannot-confirm", "text5"),
        ("Ministry", "no-comment", "text0"),
    ]
    assert [len(party.places) for party in dossier.parties] == [2, 1, 1, 3, 1]


def test_an_article_that_only_answers_still_counts_as_one_where_it_recurs() -> None:
    dossier = compiled(
        claim(
            mention("a", "reports", "Kim"),
            mention("b", "denies", "Port"),
            mention("b", "no-comment", "Lee", None, 9),
        ),
        ("Post", None),
        ("Mail", None),
    )
    assert [(row.label, row.stance) for row in dossier.recurrences] == [
        ("Post", "reports"),
        ("Mail", "denies"),
    ]


@pytest.mark.parametrize(
    ("dates", "timeline"),
    [
        (
            ("2024-01-01", "2024-01-02", "2024-01-03"),
            ["a asserted", "b asserted", "b denied", "c repeated after the denial"],
        ),
        (
            ("2024-01-02", "2024-01-02", None),
            ["a carried without the denial", "b asserted", "b denied", "c carried without the denial"],
        ),
        (
            (None, None, None),
            ["a carried without the denial", "b asserted", "b denied", "c carried without the denial"],
        ),
        (
            ("2024-01-09", "2024-01-02", "2024-01-01"),
            ["c asserted", "b asserted", "b denied", "a repeated after the denial"],
        ),
    ],
)
def test_the_timeline_tells_who_repeated_it_after_the_denial(
    dates: tuple[str | None, ...], timeline: list[str]
) -> None:
    dossier = compiled(
        claim(
            mention("a", "reports", "Kim"),
            mention("b", "reports", "Kim"),
            mention("b", "denies", "Port", None, 9),
            mention("c", "asserts"),
        ),
        *zip("abc", dates, strict=True),
    )
    assert [f"{moment.label} {moment.what}" for moment in dossier.timeline] == timeline


def test_who_confirms_what_was_denied_does_not_leave_the_denial_out() -> None:
    dossier = compiled(
        claim(
            mention("a", "denies", "Port"), mention("b", "asserts"), mention("b", "supports", "Kim", None, 9)
        ),
        ("a", "2024-01-01"),
        ("b", "2024-01-02"),
    )
    assert [(moment.label, moment.what) for moment in dossier.timeline] == [
        ("a", "denied"),
        ("b", "confirmed"),
    ]


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("the ferry was sold", []),
        ("The ferry, was SOLD!", []),
        ("the old ferry was sold", ["old"]),
        ("the ferry was sold in May", ["in May"]),
        ("the tram was bought", ["tram", "bought"]),
        ("sold", []),
        ("", []),
        ("7.5 ferries’ crews", ["7.5 ferries’ crews"]),
    ],
)
def test_differing_words(text: str, differs: list[str]) -> None:
    assert [text[start:end] for start, end in differing("the ferry was sold", text)] == differs


NAMED = {
    "denies": ["Port", "Mayor"],
    "doubts": ["Kim"],
    "cannot-confirm": ["Mail itself"],
    "no-comment": ["Lee"],
}


@pytest.mark.parametrize(
    ("status", "stances", "sentence"),
    [
        ("denied", ["denies"], "Denied: Port and Mayor deny it; nobody named affirms it"),
        ("disputed", ["denies", "doubts"], "Disputed: Port and Mayor deny it, Kim doubts it"),
        ("unverified", ["cannot-confirm"], "Unverified: Mail itself could not confirm it; nobody denies it"),
        (
            "unverified",
            ["doubts", "no-comment"],
            "Unverified: Lee did not comment, Kim doubts it; nobody denies it",
        ),
        ("unsourced", [], "Unsourced: no source is named"),
        ("unsourced", ["no-comment"], "Unsourced: Lee did not comment; nobody puts it forward"),
        ("attributed", [], "Attributed: from one source alone, undisputed"),
    ],
)
def test_a_status_in_words(status: Status, stances: list[Stance], sentence: str) -> None:
    assert describe(claim(status=status), {stance: NAMED[stance] for stance in stances}) == sentence


def test_sources_that_may_be_one_are_not_told_to_be_alone() -> None:
    made = replace(claim(status="attributed"), origins=("a spokesman", "an officer"))
    told = "Attributed: from a spokesman and an officer, who may be one or say different things, undisputed"
    assert describe(made, {}) == told


def test_who_corroborates_is_told_with_its_reason() -> None:
    made = replace(
        claim(status="corroborated", reason="2 independent origins: Kim and Port"), origins=("x",) * 3
    )
    assert describe(made, {}) == "Corroborated: 2 independent origins: Kim and Port"


def test_a_dispute_is_told_with_its_reason() -> None:
    made = claim(status="disputed", reason="Kim put it forward, Port denied it")
    assert describe(made, {}) == "Disputed: Kim put it forward, Port denied it"


def test_names_are_joined() -> None:
    assert join([]) == ""
    assert join(["a"]) == "a"
    assert join(["a", "a", "b"]) == "a and b"
    assert join(["a", "b", "c"]) == "a, b and c"
    assert join(["a", "b", "c", "d", "e"]) == "a, b, c and 2 others"


def test_a_party_is_shown_in_its_own_words_if_there_are_any() -> None:
    told = Mention("a", 0, 17, "the dam is unsafe", "denies", "rule", "Ann Roe")
    quoted = Mention("a", 20, 36, "“This is a lie,”", "denies", "rule", "Ann Roe")
    dossier = compiled(claim(told, quoted), ("Gazette", None))
    assert [party.words for party in dossier.parties] == ["“This is a lie,”"]
