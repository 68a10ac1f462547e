"""Text that could not be saved in its place, offered when the program starts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from minute_taker.screens.dialogs.confirm import Confirm
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.pick import PickBox
from minute_taker.screens.home.draft_rows import saved_words
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.row_list import RowList

if TYPE_CHECKING:
    from minute_taker.drafts.recovery import Recovery

_COLUMNS = (
    Column("draft", share=1),
    Column("lines", width=11, right=True),
    Column("saved", width=12),
)
_WORDS = (
    "The folder of these minutes could not be written to, so what was typed was kept on this "
    "computer. It can be put where it belongs now; nothing is overwritten."
)


class RecoveryChoice(Struct, frozen=True):
    """What the clerk says of one recovery: put it into its place, or throw it away."""

    recovery: Recovery
    discard: bool = False


class RecoveryRow(Struct, frozen=True):
    """One draft's text that waits."""

    recovery: Recovery

    @property
    def key(self) -> Path:
        """The file in which it waits."""
        return self.recovery.file

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return True


class RecoveryList(RowList[RecoveryRow]):
    """What waits, by the draft's name."""

    def draw(self, row: RecoveryRow, width: int) -> Content:
        recovery = row.recovery
        lines = "1 line" if recovery.lines == 1 else f"{recovery.lines} lines"
        cells = {
            "draft": Content(recovery.draft.name),
            "lines": Content(lines),
            "saved": Content.styled(
                saved_words(recovery.saved_at, dt.date.today()), ".rows--strong"
            ),
        }
        return set_row(_COLUMNS, cells, width)


class RecoveryScreen(Dialog[RecoveryChoice | None]):
    """What could not be saved; dismissed with what to do with one of them, or None for later."""

    AUTO_FOCUS = "RowList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "discard", "Throw away", key_display="Del", id="recovery.discard"),
    ]

    def __init__(self, recoveries: Sequence[Recovery]) -> None:
        super().__init__()
        self._recoveries = recoveries
        self._list = RecoveryList()

    def compose(self) -> ComposeResult:
        yield PickBox(
            self._list,
            lambda: [RecoveryRow(recovery) for recovery in self._recoveries],
            chosen=lambda row: RecoveryChoice(row.recovery),
            title="Not yet saved in its place",
            pick="Put it in its place",
            close="Later",
            words=(Static(Content(_WORDS), classes="words"), Static("")),
        )

    def action_discard(self) -> None:
        """Throw it away, asking first."""
        row = self._list.row
        if row is None:
            return
        recovery = row.recovery

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(RecoveryChoice(recovery, discard=True))

        words = (
            f"What was typed in {recovery.draft.name} and could not be saved is then gone for "
            "good. The draft itself stays."
        )
        question = Confirm("Throw this text away?", words, yes="Throw away", no="Keep")
        self.app.push_screen(question, answered)
