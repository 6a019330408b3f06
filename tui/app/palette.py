"""The palette: every action of the key table by what it does."""

from __future__ import annotations

from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.app.application import ClaimsApp
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
