"""The words a claim is shown by."""

from __future__ import annotations

from tui.claims.drafts import Draft
from tui.claims.wording import clearest
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
