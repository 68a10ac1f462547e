"""What a command of the composer lists: people, the agenda, gaps, what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from textual.app import ComposeResult
from textual.content import Content

from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.pick import PickBox
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


class ListingScreen(Dialog[ListedRow | None]):
    """A listing to be read; dismissed with the row to go to, or None.

    ``places`` says that the rows are lines (``"line"``) or items (``"item"``), each with its
    number in front, or (empty) neither.
    """

    AUTO_FOCUS = "RowList"

    def __init__(self, title: str, rows: Sequence[str], *, places: str) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._place = _PLACES.get(places)

    def compose(self) -> ComposeResult:
        yield PickBox(
            ListedRows(),
            self._read,
            title=self._title,
            pick="Go there" if self._place else "Close",
            # All of a row that is longer than the screen is wide.
            detail=lambda row: row.words,
        )

    def _read(self) -> Sequence[ListedRow]:
        """Return the rows, with the lines that they show."""
        rows = []
        for key, words in enumerate(self._rows):
            found = self._place.match(words) if self._place else None
            at = found.groupdict() if found else {}
            line = at.get("line")
            rows.append(ListedRow(key, words, int(line) if line else None, at.get("item") or ""))
        return rows
