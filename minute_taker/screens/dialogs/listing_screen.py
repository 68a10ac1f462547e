"""What a command of the composer lists: people, the agenda, gaps, what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual.content import Content

from minute_taker.screens.dialogs.pick import Pick
from minute_taker.screens.parts.row_list import RowList

#: What a row begins with, by what is listed, and which of a row's places that is.
_PLACES = {
    "line": re.compile(r"(?P<line>\d+) |item (?P<item>\d\S*): "),
    "item": re.compile(r"(?P<item>\d\S*) "),
}


class ListedRow(Struct, frozen=True):
    """One row; ``line`` is the id of the line that it shows, ``item`` the number of an item."""

    key: int
    words: str
    line: int | None = None
    item: str = ""

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return True


class ListedRows(RowList[ListedRow]):
    """The rows, each in one row of the screen."""

    def draw(self, row: ListedRow, width: int) -> Content:
        return Content(row.words).truncate(width, ellipsis=True)


class ListingScreen(Pick[ListedRow, ListedRow]):
    """A listing to be read; dismissed with the row to go to, or None.

    ``places`` says that the rows are lines (``"line"``) or items (``"item"``), each with its
    number in front, or (empty) neither.
    """

    DETAILED: ClassVar[bool] = True

    def __init__(self, title: str, rows: Sequence[str], *, places: str) -> None:
        super().__init__()
        self.title = title
        self._rows = rows
        self._place = _PLACES.get(places)
        self.PICK_WORDS = "Go there" if places else "Close"  # type: ignore[misc]

    def make_list(self) -> ListedRows:
        """The list of rows."""
        return ListedRows()

    def read(self) -> Sequence[ListedRow]:
        """The rows, with the lines that they show."""
        rows = []
        for key, words in enumerate(self._rows):
            found = self._place.match(words) if self._place else None
            at = found.groupdict() if found else {}
            line = at.get("line")
            rows.append(ListedRow(key, words, int(line) if line else None, at.get("item") or ""))
        return rows

    def detail(self, row: ListedRow) -> str:
        """The whole of a row that is longer than the screen is wide."""
        return row.words

    def chosen(self, row: ListedRow) -> ListedRow:
        """The row itself."""
        return row
