"""The document: written beside the typing, in any format, and where it went."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.screens.capture.business_deeds import how_many
from minute_taker.screens.capture.copy_deeds import CopyDeeds
from minute_taker.screens.capture.told import Said


class ExportDeeds(CopyDeeds):
    """Writes the minutes to the exports folder, and opens that."""

    def action_export(self, file_format: str = "docx", copy: str = "public") -> None:
        """Write the minutes to the exports folder, beside the typing."""
        self.say("Writing the document …")
        self.run_worker(
            partial(self._export, self.draft.meeting, file_format, public=copy == "public"),
            thread=True, group="export", exclusive=True,
        )  # fmt: skip

    def _export(self, meeting: Meeting, file_format: str, *, public: bool) -> None:
        # Word's library is slow to import, and is wanted here alone.
        from minute_taker.exporting.export import PlaceTaken, export_meeting

        write = partial(
            export_meeting, meeting,
            exports=self.folder.exports, file_format=file_format, public=public,
        )  # fmt: skip
        instead = ""
        try:
            try:
                written = write()
            except PlaceTaken as taken:
                instead = f", as {taken}"
                written = write(output=taken.free)
        except (Refused, OSError) as why:
            self.post_message(Said(str(why), wrong=True))
            return
        # What there is to look at is a remark, never a refusal; it stands first, as the path
        # may be longer than there is room for.
        doubts = how_many(meeting)
        first = f"{doubts} (Ctrl+K). " if doubts else ""
        if not public and written.remarks:
            instead += f"; {written.remarks[-1]}"
        self.post_message(Said(f"{first}Written to {self._shown(written.path)}{instead}"))

    def _shown(self, path: Path) -> Path:
        """A path as briefly as it is plain: from the minutes folder on."""
        root = self.folder.root
        return path.relative_to(root) if path.is_relative_to(root) else path

    async def action_open_exports(self) -> None:
        """Open the folder of the documents, or say where it is."""
        from minute_taker.exporting.folder import open_folder

        try:
            await asyncio.to_thread(open_folder, self.folder.exports)
        except Refused as why:
            self.say(str(why))
        else:
            self.say(f"Opening {self.folder.exports}")
