"""What does not stand in the draft, each finding one Enter away from its place."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual.app import ComposeResult
from textual.content import Content

from minute_taker.minutes.checking import Finding, check
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.pick import PickBox
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.row_list import RowList

_COLUMNS = (
    Column("item", width=4, right=True, above=50),
    Column("line", width=5, right=True),
    Column("words", share=1),
)


class FindingRow(Struct, frozen=True):
    """One finding, and the number of the item that it stands in."""

    key: int
    finding: Finding
    item: str

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return True


class FindingList(RowList[FindingRow]):
    """The findings, in the order of the record."""

    def draw(self, row: FindingRow, width: int) -> Content:
        line = row.finding.line
        cells = {
            "item": Content.styled(row.item, ".rows--quiet"),
            "line": Content.styled("" if line is None else str(line), ".rows--quiet"),
            "words": Content(row.finding.words),
        }
        return set_row(_COLUMNS, cells, width)


class FindingsScreen(Dialog[FindingRow | None]):
    """The check before the export; dismissed with the finding to go to, or None.

    It opens at the finding that was gone to last (``visited``), or where that one stood. A
    finding is never a refusal: the minutes can be exported with all of them, by the key
    ``export_key`` of the screen before.
    """

    AUTO_FOCUS = "RowList"

    def __init__(
        self,
        meeting: Meeting,
        *,
        addresses_printed: bool = False,
        visited: FindingRow | None = None,
        export_key: str,
    ) -> None:
        super().__init__()
        self._meeting = meeting
        self._addresses = addresses_printed
        self._visited = visited
        self._export_key = export_key

    def compose(self) -> ComposeResult:
        yield PickBox(
            FindingList(),
            self._read,
            title="To look at before the minutes go out",
            pick="Go there",
            first=self._first,
            detail=lambda row: row.finding.words,
            nothing=(
                "Nothing was found: no gap, no unanswered question, nothing at odds. "
                f"{self._export_key} on the screen before writes the document."
            ),
        )

    def _read(self) -> Sequence[FindingRow]:
        numbers = item_numbers(self._meeting)
        found = check(self._meeting, addresses_printed=self._addresses)
        return [
            FindingRow(key, each, numbers[each.item].agenda if each.item is not None else "")
            for key, each in enumerate(found)
        ]

    def _first(self, rows: Sequence[FindingRow]) -> int | None:
        """Return the finding gone to last; where it is mended, the one that has its place."""
        visited = self._visited
        if visited is None or not rows:
            return None
        same = (row.key for row in rows if row.finding == visited.finding)
        return next(same, min(visited.key, len(rows) - 1))
