"""The timeline with the people in it."""

from __future__ import annotations

from pathlib import Path

from tests.workspace.fixtures import open_workspace
from tui.model import Claim, Mention, Stance
from tui.workspace.dossier import Label, compile_dossier
from tui.workspace.history import Event, narrate, tally


def events(*rows: tuple[str, str | None, Stance, str | None, str | None]) -> tuple[Event, ...]:
    """The history of mentions given as article, date, stance, by and voice."""
    mentions = tuple(
        Mention(article, n, n + 1, f"words {n}", stance, "rule", by, voice, (by,) if by else ())
        for n, (article, _, stance, by, voice) in enumerate(rows)
    )
    labels = {article: Label(article.title(), date, n) for n, (article, date, *_) in enumerate(rows)}
    return narrate(compile_dossier(Claim("c", "words", "denied", (), (), mentions, ()), labels))


def test_who_did_what_in_order_of_date() -> None:
    told = events(
        ("globe", "2024-01-01", "reports", "a pilot", None),
        ("post", "2024-01-04", "denies", "Ana Ruiz", "City Hall"),
        ("post", "2024-01-04", "denies", "the mayor", None),
        ("post", "2024-01-04", "denies", "City Hall", "City Hall"),
        ("radio", "2024-01-09", "asserts", None, None),
        ("wire", None, "cannot-confirm", None, None),
    )
    assert [(e.moment.label, e.moment.what, e.parties, e.chain, e.days) for e in told] == [
        ("Globe", "asserted", (), ("a pilot",), None),
        ("Post", "denied", ("City Hall — Ana Ruiz", "the mayor"), (), 3),
        ("Radio", "repeated after the denial", (), (), 5),
        ("Wire", "could not confirm", ("Wire itself",), (), None),
    ]


def test_words_in_quotation_marks_come_before_what_is_said_of_them() -> None:
    mentions = tuple(
        Mention("post", n, n + 1, text, "denies", "rule", "Ana Ruiz")
        for n, text in enumerate(("it is false", "“No,”"))
    )
    claim = Claim("c", "words", "denied", (), (), mentions, ())
    (told,) = narrate(compile_dossier(claim, {"post": Label("Post", None, 0)}))
    assert (told.words, told.target.start) == ("“No,”", 1)


def test_what_happened_is_counted() -> None:
    told = events(
        ("a", "2024-01-01", "reports", None, None),
        ("b", "2024-01-01", "reports", None, None),
        ("c", "2024-01-02", "denies", "x", None),
        ("d", "2024-01-02", "reports", None, None),
        ("e", "2024-01-03", "reports", None, None),
    )
    assert tally(told) == (
        ("asserted", 2),
        ("denied", 1),
        ("carried without the denial", 1),
        ("repeated after the denial", 1),
    )
    assert tally(()) == ()


def test_every_event_shows_the_words_it_leads_to(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    told = narrate(workspace.dossier("c-bridge"))
    assert len(told) == 5
    for event in told:
        text = workspace.article(event.target.article).article.text
        assert text[event.target.start : event.target.end] == event.words
