from __future__ import annotations

import pytest

from tui.language.roles import kinds
from tui.language.verbs import forms


@pytest.mark.parametrize(
    ("form", "base", "kind"),
    [
        ("claims", "claim", "s"),
        ("denied", "deny", "d"),
        ("planning", "plan", "g"),
        ("admitted", "admit", "d"),
        ("told", "tell", "d"),
        ("spoken", "speak", "n"),
        ("argues", "argue", "s"),
        ("putting", "put", "g"),
        ("lying", "lie", "g"),
        ("reaches", "reach", "s"),
    ],
)
def test_forms_lead_back_to_their_verb(form: str, base: str, kind: str) -> None:
    assert forms()[form][0] == base
    assert kind in forms()[form][1]


@pytest.mark.parametrize("word", ["table", "mayor", "planing", "speaked"])
def test_other_words_are_no_verb_forms(word: str) -> None:
    assert word not in forms()


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("spokesman", "person"), ("spokesmen", "people"), ("studies", "document"), ("agencies", "body")],
)
def test_role_nouns(noun: str, kind: str) -> None:
    assert kind in kinds()[noun]
