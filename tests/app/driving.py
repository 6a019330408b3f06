"""A running browser in a test: keys in, what is on the screen out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from tui.app.application import ClaimsApp
from tui.app.browser import Browser
from tui.app.cells import Charset
from tui.workspace.workspace import Workspace


class Desk:
    """A running browser and what can be read off it."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot
        self.app = pilot.app

    @property
    def browser(self) -> Browser:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, Browser)
        return screen

    async def press(self, *keys: str) -> None:
        """Press, and let the cursor rest."""
        await self.pilot.press(*keys)
        await self.rest()

    async def rest(self) -> None:
        await self.pilot.pause()
        while self.browser.scanner.running:
            await self.pilot.pause(0.01)
        while self.browser.rest.waiting or self.browser.footer._rest.waiting:
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    @property
    def screen(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    @property
    def footer(self) -> str:
        return self.screen.splitlines()[-1]

    @property
    def claim(self) -> str:
        dossier = self.browser.reading.inspector.dossier
        return dossier.claim.text if dossier else ""

    @property
    def paper(self) -> str:
        shown = self.browser.reading.article.article
        return (shown.article.publisher or "") if shown else ""


@asynccontextmanager
async def desk(
    workspace: Workspace, size: tuple[int, int] = (160, 40), charset: Charset | None = None
) -> AsyncIterator[Desk]:
    app = ClaimsApp(workspace, charset or Charset())
    async with app.run_test(size=size) as pilot:
        running = Desk(pilot)
        await running.rest()
        yield running
