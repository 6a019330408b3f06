"""Pane 3: everything known of the current claim; each row of evidence leads to its span."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.entry_list import EntryList
from tui.app.inspector_entries import compose

if TYPE_CHECKING:
    from tui.workspace.dossier import Dossier


class Inspector(EntryList):
    """A dossier as entries."""

    number = 3

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self.dossier: Dossier | None = None

    def show(self, dossier: Dossier, keep: bool = False) -> None:
        """Show a dossier; with `keep` the cursor and the place stay, for the same claim grown or decided."""
        self.dossier = dossier
        self.fill(compose(dossier, self.marks), keep)

    def clear(self, reason: str) -> None:
        """Show nothing but why."""
        self.dossier, self.empty = None, reason
        self.fill(())
