"""Draws the picture of the README: ``python -m tests.app.picture`` writes tests/picture/screen.svg.

The real browser on the bundled articles, analysed afresh in a folder of its own.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from pathlib import Path

from tests.app.driving import Desk
from tui.app.application import ClaimsApp
from tui.app.cells import Charset
from tui.app.tour import mark_seen
from tui.config import load
from tui.workspace.workspace import Workspace

SIZE = (140, 42)
KEYS = ("c", "3")
PICTURE = Path(__file__).resolve().parents[1] / "picture" / "screen.svg"


async def draw(workspace: Workspace, size: tuple[int, int] = SIZE, keys: tuple[str, ...] = KEYS) -> str:
    """The screen of `workspace` after `keys`, as SVG."""
    os.environ.update(TERM="xterm-256color", COLORTERM="")
    os.environ.pop("NO_COLOR", None)
    app = ClaimsApp(workspace, Charset())
    async with app.run_test(size=size) as pilot:
        desk = Desk(pilot)
        await desk.rest()
        for key in keys:
            await desk.press(key)
        return app.export_screenshot(title="claims-tui")


def main() -> int:
    with tempfile.TemporaryDirectory() as home:
        folders = {
            f"CLAIMS_TUI_{name}_DIR": f"{home}/{name}" for name in ("CONFIG", "CACHE", "DATA", "STATE")
        }
        config = load(environment=folders)
        mark_seen(config.state_dir)
        workspace = Workspace.open(config, config.corpus)
        workspace.scan()
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(asyncio.run(draw(workspace)), encoding="utf-8")
    sys.stdout.write(f"{PICTURE}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
