"""What answers belong to is looked for once through an article, not once for each answer."""

from __future__ import annotations

import pytest

from tui.claims import answers
from tui.claims.analysis import analyse
from tui.claims.terms import Terms, terms
from tui.model import Article

NAMES = ["Orrin", "Lund", "Bergen", "Visby", "Malmo", "Tarbert", "Oban", "Kirkwall", "Lerwick", "Wick"]


def test_the_words_of_a_statement_are_read_once_for_all_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str) -> Terms:
        read.append(text)
        return terms(text)

    monkeypatch.setattr(answers, "terms", counted)
    told = [f"The port of {name} will close in May, a worker told the Gazette." for name in NAMES]
    denied = [f"Mayor Ada {name} denied that bread is dear in winter." for name in NAMES]
    analyse([Article("\n\n".join([*told, *denied]), path="a.txt")])
    assert 0 < len(read) <= 5 * (len(told) + len(denied))
