from __future__ import annotations

import pytest

from tui.claims.heads import aliases, renamed
from tui.claims.terms import terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway's prime minister Ada Berg spoke", {"berg": "norway"}),
        ("Ada Berg, the prime minister of Norway, spoke", {"berg": "norway"}),
        ("the Norwegian fisherman Ada Berg spoke", {}),
        ("the president of the chess club, Ada Berg", {}),
    ],
)
def test_who_stands_for_a_state(text: str, found: dict[str, str]) -> None:
    assert aliases([terms(text)]) == found


def test_renamed_statement_has_the_other_name_everywhere() -> None:
    one = renamed(terms("Ada Berg spoke in Bergen"), {"berg": "norway"})
    assert "norway" in one.bag
    assert "norway" in one.names
    assert "berg" not in one.bag
    assert one.key == " ".join(sorted(one.words))
