"""What a command of the composer lists: people, the agenda, gaps, what was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual.content import Content

from minute_taker.screens.dialogs.pick import Pick
from minute_taker.screens.parts.row_list import RowList

_NUMBER = re.compile(r"(\d+) ")


class ListedRow(Struct, frozen=True):
    """One row; ``line`` is the id of the line that it shows, None where it shows another thing."""

    key: int
    words: str
    line: int | None = None

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return True


class ListedRows(RowList[ListedRow]):
    """The rows, each in one row of the screen."""

    def draw(self, row: ListedRow, width: int) -> Content:  # noqa: ARG002
        return Content(row.words)


class ListingScreen(Pick[ListedRow, ListedRow]):
    """A listing to be read; dismissed with the row to go to, or None.

    ``of_lines`` says that the rows are lines, each with its id in front.
    """

    DETAILED: ClassVar[bool] = True

    def __init__(self, title: str, rows: Sequence[str], *, of_lines: bool) -> None:
        super().__init__()
        self.title = title
        self._rows = rows
        self._of_lines = of_lines
        if not of_lines:
            self.PICK_WORDS = "Close"  # type: ignore[misc]

    def make_list(self) -> ListedRows:
        """The list of rows."""
        return ListedRows()

    def read(self) -> Sequence[ListedRow]:
        """The rows, with the lines that they show."""
        rows = []
        for key, words in enumerate(self._rows):
            number = _NUMBER.match(words) if self._of_lines else None
            rows.append(ListedRow(key, words, int(number[1]) if number else None))
        return rows

    def detail(self, row: ListedRow) -> str:
        """The whole of a row that is longer than the screen is wide."""
        return row.words

    def chosen(self, row: ListedRow) -> ListedRow:
        """The row itself."""
        return row
