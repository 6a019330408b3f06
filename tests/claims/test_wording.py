"""The words a claim is shown by."""

from __future__ import annotations

import pytest

from tui.claims.drafts import Draft, Plain
from tui.claims.wording import answered, clearest
from tui.model import Span, Stance


def draft(text: str, stance: Stance = "asserts") -> Draft:
    return Draft(Span(0, len(text), text), stance, "rule", text)


PLAIN = "The port of Orrin will close in May after 140 years of trade, the largest on the coast"


def test_a_sentence_that_stands_alone_is_preferred() -> None:
    others = (
        "It will close in May",
        "“The port … is gone,”",
        "port to close",
        "Port Of Orrin To Close In May",
    )
    for other in others:
        assert clearest([(draft(other), 1.0), (draft(PLAIN), 1.0)]) == PLAIN


def test_so_is_what_all_say() -> None:
    beside = "The harbour master of Orrin sold three of the old tugs to a firm in Lund on Friday"
    assert clearest([(draft(beside), 0.3), (draft(PLAIN), 1.0)]) == PLAIN


def test_quotation_marks_around_it_go() -> None:
    assert clearest([(draft("“The ships of Orrin are gone,”"), 1.0)]) == "The ships of Orrin are gone"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the mill is closed “for the time being”", "the mill is closed “for the time being”"),
        ("“The old mill” is to be sold in May", "“The old mill” is to be sold in May"),
        ("he called the mill “a danger to all", "he called the mill a danger to all"),
        ("the mill is a danger,” the mayor told them", "the mill is a danger, the mayor told them"),
        ('"Close it," she asked of them', '"Close it," she asked of them'),
    ],
)
def test_both_marks_of_a_quotation_are_shown_or_neither(text: str, shown: str) -> None:
    assert clearest([(draft(text), 1.0)]) == shown


def answer(text: str, stance: Stance, clause: str) -> Draft:
    span = Span(0, len(clause), clause)
    return Draft(Span(0, len(text), text), stance, "rule", text, plain=Plain(span, clause))


def test_a_fragment_that_nobody_puts_forward_is_shown_with_its_clause() -> None:
    told = "The harbour board could not confirm the deaths"
    assert answered([(answer("the deaths", "cannot-confirm", told), 1.0)]) == told


def test_what_is_denied_is_not_shown_by_its_denial() -> None:
    assert answered([(answer("the photo", "denies", "the photo is a fake"), 1.0)]) == "the photo"
    whole = "a ship was lost in the storm"
    assert answered([(answer(whole, "doubts", "He doubts that a ship was lost in the storm"), 1.0)]) == whole
