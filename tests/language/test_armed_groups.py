from __future__ import annotations

import pytest

from tui.language import armed_groups

ONLY = [
    ("The Halon fighters left the valley. Halon militants hold the dam.", "Halon"),
    ("Fighting Star rebels took the town; the Fighting Star rebels then left.", "Fighting Star"),
    ("al-Marun insurgents fired on the convoy.", "al-Marun"),
    ("Halon fighters met Marun rebels at the ford.", ""),
    ("French rebels and Kurdish fighters met at the ford.", ""),
    ("While Halon fighters left, Three fighters of another band stayed.", "Halon"),
    ("Six militants and Orrin-backed rebels met Halon insurgents.", "Halon"),
    ("The rebels left the valley. Three Falcon fighter jets followed.", ""),
]


@pytest.mark.parametrize(("text", "expected"), ONLY)
def test_the_one_armed_group_of_an_article(text: str, expected: str) -> None:
    assert armed_groups.only(text) == expected


@pytest.mark.parametrize("text", ["he joined the militant group", "The terror organization’s leader"])
def test_it_goes_on_without_its_name(text: str) -> None:
    assert armed_groups.named_again(text)


@pytest.mark.parametrize(
    "text", ["a militant group", "the group", "the militant group Halon", "the rock group"]
)
def test_any_other_group_is_none(text: str) -> None:
    assert not armed_groups.named_again(text)
