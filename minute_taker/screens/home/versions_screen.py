"""The earlier versions of a draft, to go back to one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from textual.app import ComposeResult
from textual.content import Content

from minute_taker.minutes.text import counted
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.pick import PickBox
from minute_taker.screens.home.draft_rows import saved_words
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.row_list import RowList

_COLUMNS = (
    Column("saved", width=16),
    Column("lines", width=11, right=True),
    Column("status", width=7, above=60),
    Column("reason", share=1),
)


class VersionRow(Struct, frozen=True):
    """One version that was kept."""

    revision: int
    saved_at: dt.datetime | None
    lines: int
    status: str
    reason: str

    @property
    def key(self) -> int:
        """The version's number."""
        return self.revision

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return True


class VersionList(RowList[VersionRow]):
    """The versions, the newest first."""

    def draw(self, row: VersionRow, width: int) -> Content:
        cells = {
            "saved": Content(saved_words(row.saved_at, dt.date.today()) or "time unknown"),
            "lines": Content(counted(row.lines, "line")),
            "status": Content.styled(row.status, ".rows--quiet"),
            "reason": Content.styled(row.reason, ".rows--quiet"),
        }
        return set_row(_COLUMNS, cells, width)


class VersionsScreen(Dialog[int | None]):
    """The kept versions of a draft; dismissed with the number of the one to put back, or None."""

    AUTO_FOCUS = "RowList"

    def __init__(self, draft: Path) -> None:
        super().__init__()
        self._draft = draft

    def compose(self) -> ComposeResult:
        yield PickBox(
            VersionList(),
            self._read,
            chosen=lambda row: row.revision,
            title=f"Earlier versions of {self._draft.name}",
            pick="Put this version back",
            nothing=(
                "No earlier version is kept yet. One is each time that the draft is opened, and "
                "every ten minutes while it changes."
            ),
        )

    def _read(self) -> Sequence[VersionRow]:
        from minute_taker.drafts.versions import versions

        return [
            VersionRow(each.revision, each.saved_at, each.lines, str(each.status), each.reason)
            for each in versions(self._draft)
        ]
