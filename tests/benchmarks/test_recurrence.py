from __future__ import annotations

from rapidfuzz import fuzz, utils

from tests.benchmarks import recurrence

OPENING = "The harbour authority ordered twelve electric ferries from a yard in Bergen last week."
AGAIN = "Last week the harbour authority ordered twelve electric ferries from a yard in Bergen."
ELSE = "The museum of clocks in Geneva lost three rare watches to a careless burglar on Sunday."
LETTERS = "The harbor officials were told that a dozen boats would come from Norwegian shipbuilders soon."


def test_sentences_in_another_order_are_alike_and_found() -> None:
    figures = recurrence.measure([f"{OPENING} {ELSE}", f"{AGAIN} {LETTERS}"])
    assert (figures.sentences, figures.pairs, figures.found, figures.compared) == (4, 1, 1.0, 1.0)


def test_all_pairs_are_compared() -> None:
    sentences = [OPENING, AGAIN, ELSE, OPENING.upper()]
    written = list(map(utils.default_process, sentences))
    assert recurrence.compare_all(written, fuzz.token_sort_ratio) == {(0, 1), (0, 3), (1, 3)}


def test_what_shares_no_rare_terms_is_not_found() -> None:
    assert recurrence.search([OPENING, ELSE], ["the same", "the same"]) == set()
