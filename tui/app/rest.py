"""Waiting until the cursor rests, so that a held key draws only what moves."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

REST = 0.12  # seconds the cursor must stand still before the other panes follow


class Rest:
    """At most one thing waits; a later one takes its place."""

    def __init__(self, owner: Widget) -> None:
        self._owner = owner
        self._timer: Timer | None = None
        self._waiting: Callable[[], None] | None = None

    @property
    def waiting(self) -> Callable[[], None] | None:
        """What waits."""
        return self._waiting

    def then(self, act: Callable[[], None], seconds: float = REST) -> None:
        """Do `act` after `seconds` in which nothing else was asked for."""
        self.cancel()
        self._waiting = act
        self._timer = self._owner.set_timer(seconds, self.now)

    def now(self) -> None:
        """Do what waits without waiting any longer."""
        act = self._waiting
        self.cancel()
        if act is not None:
            act()

    def cancel(self) -> None:
        """Nothing waits any more."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._waiting = None
