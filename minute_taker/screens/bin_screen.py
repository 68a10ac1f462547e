"""What is in the bin, to take a draft out again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.names import bin_folder
from minute_taker.screens.draft_rows import DraftList, DraftRow, draft_rows
from minute_taker.screens.pick import Pick


class BinScreen(Pick[DraftRow, Path]):
    """The drafts in the bin; dismissed with the path of the one to take out, or None."""

    TITLE_WORDS: ClassVar[str] = "In the bin"
    PICK_WORDS: ClassVar[str] = "Take out of the bin"
    NOTHING: ClassVar[str] = "The bin is empty."

    def __init__(self, folder: MinutesFolder) -> None:
        super().__init__()
        self._folder = folder

    def make_list(self) -> DraftList:
        """The list of drafts, without finding."""
        drafts = DraftList()
        drafts.finding = False
        return drafts

    def read(self) -> Sequence[DraftRow]:
        """The drafts in the bin."""
        return draft_rows(list_drafts(bin_folder(self._folder.drafts)))

    def chosen(self, row: DraftRow) -> Path:
        """The draft's path in the bin."""
        return row.draft.path
