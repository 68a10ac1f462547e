"""What is in the bin, to take a draft out again, or to delete all of it for good."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.paths import bin_folder
from minute_taker.screens.dialogs.confirm import Confirm
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.pick import PickBox
from minute_taker.screens.home.draft_rows import DraftList, draft_rows


class BinChoice(Struct, frozen=True):
    """What is to be done: the draft with this path taken out, or (None) the bin emptied."""

    draft: Path | None


class BinScreen(Dialog[BinChoice | None]):
    """The drafts in the bin; dismissed with what is to be done, or None."""

    AUTO_FOCUS = "RowList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete", "empty", "Empty the bin", key_display="Del", id="bin.empty"),
    ]

    def __init__(self, folder: MinutesFolder) -> None:
        super().__init__()
        self._folder = folder
        self._list = DraftList(finding=False)

    def compose(self) -> ComposeResult:
        yield PickBox(
            self._list,
            lambda: draft_rows(list_drafts(bin_folder(self._folder.drafts))),
            chosen=lambda row: BinChoice(row.draft.path),
            title="In the bin",
            pick="Take out of the bin",
            nothing=(
                "The bin is empty. Del in the list of drafts puts one here; Enter here takes it "
                "out again."
            ),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "empty" and not self._list.rows:
            return False
        return super().check_action(action, parameters)

    def action_empty(self) -> None:
        """Ask, and close to have the whole bin deleted for good."""
        rows = self._list.rows
        drafts = "the one draft" if len(rows) == 1 else f"all {len(rows)} drafts"
        words = f"This deletes {drafts} in it, earlier versions too. Nothing brings them back."

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(BinChoice(None))

        question = Confirm(
            "Empty the bin for good?", words, yes="Delete for good", no="Keep", careful=True
        )
        self.app.push_screen(question, answered)
