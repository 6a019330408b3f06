from __future__ import annotations

import pytest

from tui.claims.analysis import analyse
from tui.model import Article, Claim

ATTACHED = [
    (
        "Three people died in the fire at the port, residents said.\nThe governor denied any deaths.",
        "died in the fire",
    ),
    ("Halon is in talks to take over Marun, a clerk said.\nHalon denied takeover talks.", "is in talks"),
    (
        "The rebels and the army agreed on a cease-fire, a clerk said.\nThe army denied a ceasefire.",
        "agreed on",
    ),
    ("Ada Quill will resign in May, the Gazette reported.\nQuill denied a resignation.", "will resign"),
    ("Orrin blamed Lund for the attack on the ferry.\nLund denied involvement in the attack.", "blamed Lund"),
    ("The bank has laid off 40 clerks, the union said.\nThe bank denied any layoffs.", "laid off 40"),
    ("Bo Lind has been indicted on bribery charges in Orrin.\nLind denied any wrongdoing.", "indicted"),
]
APART = [
    # another thing
    "Three people died in the fire at the port, residents said.\nThe governor denied any delays.",
    # only asked, only possible, or not so
    "The court asked whether the bank had laid off 40 clerks in May.\nThe bank denied any layoffs.",
    "The union said that the bank may lay off its clerks in May.\nThe bank denied any layoffs.",
    "Nobody died in the fire at the port, residents said.\nThe governor denied any deaths.",
    # told in passing, not said
    "The fire after the ceasefire burnt for a week, a farmer said.\nThe army denied a ceasefire.",
    # accused is somebody else
    "Orrin blamed Marun for the attack on the ferry.\nLund denied any wrongdoing.",
]


def denied(text: str) -> Claim:
    claims = analyse([Article(text)]).claims
    (found,) = (claim for claim in claims if any(m.stance == "denies" for m in claim.mentions))
    return found


@pytest.mark.parametrize(("text", "stated"), ATTACHED)
def test_a_noun_denies_what_its_verb_tells(text: str, stated: str) -> None:
    assert stated in denied(text).text


@pytest.mark.parametrize("text", APART)
def test_a_noun_denies_nothing_that_is_not_said(text: str) -> None:
    assert {mention.stance for mention in denied(text).mentions} == {"denies"}
