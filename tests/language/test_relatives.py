from __future__ import annotations

import pytest

from tui.language.relatives import antecedent

# A text with its pronoun in brackets, and whom that stands for.
STANDING_FOR = [
    ("Critics [who] say so", "Critics"),
    ("Three days of speeches from union leaders, [who] told members that", "union leaders"),
    ("He turned to shake the hand of Quill, [who] said", "Quill"),
    ("A letter by Ida Berg, of Orrin, Norland, [who] wrote", "Ida Berg"),
    ("Ida Berg, a member of the Harbour Board [who] wants", "Ida Berg"),
    ("Reports of the quay by a pilot from Orrin [who] said", "a pilot"),
    ("They paid to silence women [who] claimed", "women"),
    ("After a judge overturned Rule 83, [which] banned", "Rule 83"),
    ("The board issued a statement [that] claimed", "a statement"),
    ("We didn't know anything [that] suggested", "anything"),
]


@pytest.mark.parametrize(("text", "expected"), STANDING_FOR)
def test_whom_a_relative_pronoun_stands_for(text: str, expected: str) -> None:
    start = text.index("[")
    found = antecedent(text.replace("[", "").replace("]", ""), start, lambda name: name == "Quill")
    assert found is not None
    assert found.text == expected
    assert text[found.start : found.end] == expected


@pytest.mark.parametrize("text", ["The ship sank. [That] said", "“It sank,” [who] said", "[Who] said"])
def test_a_pronoun_that_stands_for_nothing_before_it(text: str) -> None:
    assert antecedent(text.replace("[", "").replace("]", ""), text.index("["), lambda _: False) is None
