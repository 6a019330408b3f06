"""The palette: every action of the key table by what it does, and every saved filter by its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.app.application import ClaimsApp
from tui.app.browser import Browser
from tui.app.keys import Action


class Actions(Provider):
    """Offers the key table, with the keys as help."""

    @property
    def _actions(self) -> tuple[Action, ...]:
        return cast("ClaimsApp", self.app).actions

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
    """Offers the filters of config.toml."""

    @property
    def _filters(self) -> Mapping[str, str]:
        return cast("ClaimsApp", self.app).workspace.config.filters

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
