"""A list as long as the corpus of which only the rows looked at are fetched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from tui.workspace.grouping import Section

Row = TypeVar("Row")
PAGE = 100  # rows fetched together


class Listing(Sequence[Row], Generic[Row]):
    """Rows by number; `fetch` turns a page of positions into rows, in the same order.

    `locate` gives the position of the row with an id, None if there is none in the index.  `sections` are
    the headings over them, if they are grouped; `covered` the positions the rows stand for, those folded
    away among them.
    """

    def __init__(
        self,
        positions: Sequence[int],
        fetch: Callable[[Sequence[int]], Sequence[Row]],
        locate: Callable[[str], int | None],
        sections: Sequence[Section] = (),
        covered: Sequence[int] | None = None,
    ) -> None:
        self.sections = sections
        self.covered = positions if covered is None else covered
        self._positions = positions
        self._fetch = fetch
        self._locate = locate
        self._pages: dict[int, Sequence[Row]] = {}

    @property
    def unfolded(self) -> Listing[Row]:
        """With a row for everything the rows stand for."""
        return (
            Listing(self.covered, self._fetch, self._locate) if self.covered is not self._positions else self
        )

    @property
    def positions(self) -> Sequence[int]:
        """Where the rows stand in the index."""
        return self._positions

    def find(self, ident: str) -> int | None:
        """The number of the row with that id, without looking at the rows; None if it is not in the list."""
        position = self._locate(ident)
        try:
            return None if position is None else self._positions.index(position)
        except ValueError:
            return None

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        page, offset = divmod(number, PAGE)
        if page not in self._pages:
            self._pages[page] = self._fetch(self._positions[page * PAGE : (page + 1) * PAGE])
        return self._pages[page][offset]
