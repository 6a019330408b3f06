"""Near-copies in the list of articles, key by key."""

from __future__ import annotations

from pathlib import Path

from tests.app.driving import desk
from tests.workspace.test_copies import workspace as copied
from tui.workspace.workspace import Workspace

workspace = copied


async def test_near_copies_are_shown_and_folded(workspace: Workspace, tmp_path: Path) -> None:
    del tmp_path
    async with desk(workspace) as d:
        assert "1 Articles 4, 1 folded" in d.screen
        await d.press("Z")
        assert "No near-copies here" in d.footer
        await d.press("j", "Z")
        assert "Near-copies shown below their original" in d.footer
        assert "1 Articles 4 " in d.screen
        await d.press("j")
        assert d.paper == "Post 9"
        assert "└ Post 9" in d.screen
        assert "Near-copy of Post 7: 100 % of it word" in d.screen
        await d.press("Z")
        assert d.paper == "Post 7"
        assert "1 Articles 4, 1 folded" in d.screen
