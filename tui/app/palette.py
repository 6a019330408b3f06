"""The palette: what can be done on the screen below, by what it does; every saved filter by its name."""

from __future__ import annotations

from collections.abc import Mapping

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.app.browser import Browser
from tui.app.keys import Action
from tui.app.page import Page


class Actions(Provider):
    """Offers what the screen offers, with the keys as help."""

    @property
    def _actions(self) -> tuple[Action, ...]:
        screen = self.screen
        return screen.offered if isinstance(screen, Browser | Page) else ()

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for action in self._actions:
            yield DiscoveryHit(action.text, lambda run=action.run: self._run(run), help=self._help(action))

    async def search(self, query: str) -> Hits:
        """Those whose words match."""
        matcher = self.matcher(query)
        for action in self._actions:
            score = max(matcher.match(action.text), matcher.match(action.id))
            if score > 0:
                text = matcher.highlight(action.text)
                yield Hit(score, text, lambda run=action.run: self._run(run), help=self._help(action))

    def _help(self, action: Action) -> str:
        return f"{action.shown}   {action.id}"

    async def _run(self, run: str) -> None:
        await self.screen.run_action(run)


class SavedFilters(Provider):
    """Offers the filters of config.toml, in the browser."""

    @property
    def _filters(self) -> Mapping[str, str]:
        screen = self.screen
        return screen.workspace.config.filters if isinstance(screen, Browser) else {}

    async def discover(self) -> Hits:
        """All of them."""
        for name, query in self._filters.items():
            yield DiscoveryHit(f"Filter: {name}", lambda name=name: self._run(name), help=query)

    async def search(self, query: str) -> Hits:
        """Those whose name or query matches."""
        matcher = self.matcher(query)
        for name, saved in self._filters.items():
            score = max(matcher.match(f"Filter: {name}"), matcher.match(saved))
            if score > 0:
                title = matcher.highlight(f"Filter: {name}")
                yield Hit(score, title, lambda name=name: self._run(name), help=saved)

    def _run(self, name: str) -> None:
        browser = self.screen
        if isinstance(browser, Browser):
            browser.apply_filter(f"@{name}")
