from __future__ import annotations

import pytest

from tui.language import leaders

CASES = [
    ("Spain’s president Maria Lopez signed it.", {"Lopez": "spain"}),
    ("the former Spanish prime minister Maria Lopez", {"Lopez": "spain"}),
    ("Spanish interim leader Maria Lopez", {"Lopez": "spain"}),
    ("President Maria Lopez of Spain", {"Lopez": "spain"}),
    ("South Korean president Kim Ho", {"Ho": "south korea"}),
    ("the club’s president Maria Lopez", {}),
    ("President Maria Lopez of the rowing club", {}),
    ("Spanish singer Maria Lopez", {}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_leaders(text: str, expected: dict[str, str]) -> None:
    assert leaders.find(text) == expected
