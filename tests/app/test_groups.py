"""The claims in groups, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.desk import open_desk
from tests.app.driving import Desk, desk
from tui.config import load


def pane(d: Desk) -> list[str]:
    """The lines of the list of claims, without its border."""
    width = d.browser.lists.claims.width
    return [line[1 : width + 1].rstrip() for line in d.screen.splitlines()[1:-2]]


async def test_groups_have_headings_with_the_counts_of_what_is_shown(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, sort="recurrence")) as d:
        await d.press("c", "b", "b")
        assert "Claims grouped by status; kept in" in d.footer
        assert [line for line in pane(d) if line.startswith("─ ")] == [
            "─ denied 1",
            "─ corroborated 1",
            "─ official 1",
            "─ attributed 1",
            "─ unsourced 1",
        ]
        assert "status, recurrence" in d.screen
        await d.press("slash", *"bridge", "enter")
        assert "1 Claims 3 of 5" in d.screen
        assert [line for line in pane(d) if line.startswith("─ ")] == [
            "─ official 1",
            "─ attributed 1",
            "─ unsourced 1",
        ]


async def test_the_cursor_walks_over_headings(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, group="status")) as d:
        await d.press("c")
        seen = [d.claim]
        for _ in range(4):
            await d.press("j")
            seen.append(d.claim)
        assert len(set(seen)) == 5
        await d.press("j")
        assert d.claim == seen[-1]
        await d.press("k")
        assert d.claim == seen[-2]
        (drawn,) = [line for line in pane(d) if line.startswith("›")]
        assert "attributed" in drawn


async def test_from_group_to_group(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, group="voice")) as d:
        await d.press("right_curly_bracket")
        assert "Claims in groups: c, b" in d.footer
        await d.press("c")
        assert [line for line in pane(d) if line.startswith("─ ")] == ["─ city of norrholm 1", "─ no voice 4"]
        await d.press("right_curly_bracket", "j")
        assert d.browser.lists.claims.cursor == 2
        await d.press("left_curly_bracket")
        assert d.browser.lists.claims.cursor == 1
        await d.press("left_curly_bracket")
        assert d.browser.lists.claims.cursor == 0
        await d.press("left_curly_bracket")
        assert "First group" in d.footer
        await d.press("right_curly_bracket", "right_curly_bracket")
        assert "Last group" in d.footer


async def test_the_choice_is_kept_and_found_again(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "j")
        before = d.claim
        await d.press("b", "s")
        assert d.claim == before
    config = load(environment={"CLAIMS_TUI_CONFIG": str(tmp_path / "config.toml")})
    assert (config.sort, config.group) == ("recurrence", "story")
    async with desk(open_desk(tmp_path, sort=config.sort, group=config.group)) as d:
        assert "story, recurrence" in d.screen
        (heading,) = [line for line in pane(d) if line.startswith("─ ")]
        assert heading.startswith("─ Bridge at Norrholm “about to fall”")
        assert heading.endswith(" 5")


@pytest.mark.parametrize("size", [(160, 40), (100, 30), (80, 24), (40, 12), (20, 6)])
async def test_the_row_under_the_cursor_is_always_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(open_desk(tmp_path, group="status"), size) as d:
        await d.press("c", "z")
        for key in (
            "j",
            "j",
            "G",
            "k",
            "g",
            "ctrl+d",
            "ctrl+u",
            "G",
            "right_curly_bracket",
            "left_curly_bracket",
        ):
            await d.press(key)
            claims = d.browser.lists.claims
            assert claims.top <= claims._line_of(claims.cursor) < claims.top + claims.height
            assert any(line.startswith("›") for line in pane(d))


async def test_a_click_on_a_row_selects_it_and_on_a_heading_its_first(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, group="status")) as d:
        await d.press("c")
        lines = pane(d)
        row = next(n for n, line in enumerate(lines) if "official" in line and not line.startswith("─"))
        await d.pilot.click("#claims", offset=(5, row + 1))
        await d.rest()
        assert d.claim == "Around 4,200 cars cross it every day"
        heading = next(n for n, line in enumerate(lines) if line.startswith("─ corroborated"))
        await d.pilot.click("#claims", offset=(5, heading + 1))
        await d.rest()
        assert d.claim.startswith("The city paid")


async def test_a_decision_leaves_the_groups_as_they_are(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, group="status")) as d:
        await d.press("c", "x")
        assert "1 of 5 decided" in d.footer
        assert d.claim.startswith("The city paid")
        assert "= refuted" in d.screen


async def test_a_folded_group_shows_its_first_claim_and_counts_them_all(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, group="voice")) as d:
        await d.press("Z", "minus")
        assert "Claims in groups: c, b" in d.footer
        await d.press("c", "j", "j")
        first = d.browser.lists.claims.rows[1].text
        await d.press("Z")
        assert "Folded: 3 more of this group" in d.footer
        assert "▸ no voice 4" in pane(d)
        assert "1 Claims 5, 3 folded" in d.screen
        assert d.claim == first
        await d.press("j", "M")
        assert "5 marked" in d.footer
        await d.press("Z")
        assert "Unfolded: 3 more" in d.footer
        assert "─ no voice 4" in pane(d)
        await d.press("k", "k", "Z")
        assert "One claim alone" in d.footer


async def test_all_groups_are_folded_and_unfolded_at_once(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, group="voice")) as d:
        await d.press("c", "minus")
        assert "All groups folded" in d.footer
        assert [line for line in pane(d) if line.startswith("▸")] == ["▸ no voice 4"]
        await d.press("slash", *"bridge", "enter")
        assert "1 Claims 3 of 5, 2 folded" in d.screen
        await d.press("minus")
        assert "All groups unfolded" in d.footer
        assert "▸" not in "".join(pane(d))
