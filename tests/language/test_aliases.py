from __future__ import annotations

import pytest

from tui.language import aliases

INTRODUCED = [
    ("The Rapid Relief Force (RRF) left Orrin.", {"RRF": "Rapid Relief Force"}),
    ("a spokesman of the Guild of Lund Bakers (GLB) said", {"GLB": "Guild of Lund Bakers"}),
    ("the Department of Tides (DoT) and others", {"DoT": "Department of Tides"}),
    ("The RRF (Rapid Relief Force) left.", {"RRF": "Rapid Relief Force"}),
    ("the Coast-Guard Union (CGU)", {"CGU": "Coast-Guard Union"}),
]
NONE = [
    "Ada Quill (R-Lund) voted no.",
    "The ferry (MS Orrin) sank.",
    "the Rapid Relief Force (pictured)",
    "a rapid relief force (RRF)",
    "The Tide Board (XYZ) met.",
    "The Rapid Relief\nForce (RRF)",
    "It cost 40 crowns (EUR).",
]


@pytest.mark.parametrize(("text", "expected"), INTRODUCED)
def test_abbreviations_are_introduced(text: str, expected: dict[str, str]) -> None:
    assert aliases.find(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_its_words_do_not_begin_with_is_no_abbreviation(text: str) -> None:
    assert aliases.find(text) == {}
