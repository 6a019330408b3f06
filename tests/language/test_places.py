from __future__ import annotations

from tui.language.places import states


def test_a_state_goes_by_its_people_its_capital_and_itself() -> None:
    assert {states()[name] for name in ("norway", "norwegian", "norwegians", "oslo")} == {"norway"}


def test_names_are_in_lower_case_and_lead_to_a_state_that_is_one_of_them() -> None:
    assert all(name == name.lower() and states()[state] == state for name, state in states().items())
