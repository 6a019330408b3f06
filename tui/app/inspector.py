"""Pane 3: everything known of the current claim; each row of evidence leads to its span.

What is known is compiled when it is looked at: not for a pane that is hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.entry_list import EntryList
from tui.app.inspector_entries import compose

if TYPE_CHECKING:
    from tui.workspace.dossier import Dossier


class Inspector(EntryList):
    """The dossier of `claim` as entries; `compile_dossier` raises KeyError for a claim that is gone."""

    number = 3

    def __init__(self, ident: str, compile_dossier: Callable[[str], Dossier]) -> None:
        super().__init__(ident)
        self.claim: str | None = None
        self._compile = compile_dossier
        self._dossier: Dossier | None = None
        self._drawn: str | None = None  # the claim that the entries are of
        self._late = False  # whether they are to be drawn anew once the pane is in sight

    @property
    def dossier(self) -> Dossier | None:
        """What is known of the claim; None if there is none, or if it is gone."""
        if self._dossier is None and self.claim is not None:
            try:
                self._dossier = self._compile(self.claim)
            except KeyError:
                return None
        return self._dossier

    def show(self, claim: str) -> None:
        """Show a claim, as it is now.  Raises KeyError if it is gone and the pane is in sight."""
        self.claim, self._dossier, self._late = claim, None, True
        if self.display:
            self._dossier = self._compile(claim)
            self._draw(self._dossier)

    def prepare(self) -> None:
        """Compile and draw what was put off; the pane is about to be in sight."""
        if not self._late:
            return
        if self.dossier is not None:
            self._draw(self.dossier)
        else:
            self.clear("This claim is gone: the files were read again")

    def _draw(self, dossier: Dossier) -> None:
        """The cursor and the place stay for the same claim, grown or decided."""
        keep, self._drawn, self._late = self._drawn == self.claim, self.claim, False
        self.fill(compose(dossier, self.marks), keep)

    def clear(self, reason: str) -> None:
        """Show nothing but why."""
        self.forget()
        self.empty = reason
        self.fill(())

    def forget(self) -> None:
        """No claim counts as shown."""
        self.claim = self._dossier = self._drawn = None
        self._late = False
