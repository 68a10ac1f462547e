"""The capture screen, in which a clerk spends three hours."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.screens.business_deeds import how_many
from minute_taker.screens.capture_base import Said
from minute_taker.screens.copy_deeds import CopyDeeds
from minute_taker.screens.working_draft import PATIENCE


class CaptureScreen(CopyDeeds):
    """A draft under work. Typing, lines and agenda are in the classes that it is built on;
    here is what leads out of it: people, help, saving, the document, the end.
    """

    def action_help(self) -> None:
        """The signs and the keys on one page."""
        from minute_taker.screens.help_screen import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_people(self) -> None:
        """Who is here, over this screen; the composer stays as it is."""
        from minute_taker.screens.attendance_screen import AttendanceScreen

        self.app.push_screen(
            AttendanceScreen(
                self.draft.meeting,
                item_id=self.draft.session.item_id,
                on_change=self.change,
                on_undo=self._people_undone,
                clock=self._clock,
            ),
            self._people_seen,
        )

    def _people_seen(self, _: None) -> None:
        self.composer.focus()

    def _people_undone(self) -> Meeting:
        self.action_undo_meeting()
        return self.draft.meeting

    def action_next_pane(self) -> None:
        """From the composer to the transcript, to the agenda, and back."""
        if self.composer.has_focus:
            self.transcript.focus()
            if self.transcript.chosen is None:
                self.transcript.action_last()
        elif self.transcript.has_focus and self.draft.meeting.items:
            self.transcript.choose(None)
            self.add_class("-agenda")
            self.agenda.focus()
        else:
            self.back_to_typing()

    # Saving and leaving.

    async def leave(self) -> bool:
        """Save and let go of the draft; False, saying why, when something is not saved."""
        self.keep()
        if await asyncio.to_thread(self.draft.flush, PATIENCE):
            return self.draft.close()
        why = self.draft.state.why or "the disk does not answer"
        self.say(f"NOT SAVED: {why}. Ctrl+Q once more leaves without saving", wrong=True)
        return False

    async def action_close_draft(self) -> None:
        """Save, and go back to the drafts."""
        if await self.leave():
            self.app.call_later(partial(self.app.run_action, "show_drafts"))

    # The document.

    def action_export(self) -> None:
        """Write the Word document to the exports folder, beside the typing."""
        self.say("Writing the document …")
        meeting, folder = self.draft.meeting, self.folder
        self.run_worker(
            partial(self._export, meeting, folder), thread=True, group="export", exclusive=True
        )

    def _export(self, meeting: Meeting, folder: MinutesFolder) -> None:
        # Word's library is slow to import, and is wanted here alone.
        from minute_taker.exporting.export import export_meeting

        try:
            written = export_meeting(
                meeting,
                style=None,
                file_format="docx",
                output=None,
                exports=folder.exports,
                public=True,
                overwrite=False,
            )
        except (Refused, OSError) as why:
            self.post_message(Said(str(why), wrong=True))
        else:
            # A remark, never a refusal; first, as the path may be longer than the row.
            doubts = how_many(meeting)
            first = f"{doubts} (Ctrl+K). " if doubts else ""
            self.post_message(Said(f"{first}Written to {self._shown(written.path)}"))

    def _shown(self, path: Path) -> Path:
        """A path as briefly as it is plain: from the minutes folder on."""
        root = self.folder.root
        return path.relative_to(root) if path.is_relative_to(root) else path
