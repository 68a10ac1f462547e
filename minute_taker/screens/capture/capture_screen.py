"""The capture screen, in which a clerk spends three hours."""

from __future__ import annotations

import asyncio
from functools import partial

from minute_taker.minutes.model import Meeting
from minute_taker.screens.capture.notice_deeds import NoticeDeeds
from minute_taker.screens.capture.working_draft import PATIENCE
from minute_taker.screens.parts.in_turn import give_keys, has_keys


class CaptureScreen(NoticeDeeds):
    """A draft under work. Typing, lines, agenda and export are in the classes that it is built
    on; here is what leads out of it: people, help, saving, the end.
    """

    def action_help(self) -> None:
        """The signs and the keys on one page."""
        from minute_taker.screens.help.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self))

    def action_people(self) -> None:
        """Who is here, over this screen; the composer stays as it is."""
        from minute_taker.screens.attendance.attendance_screen import AttendanceScreen

        self.app.push_screen(
            AttendanceScreen(
                self.draft.meeting,
                item_id=self.draft.session.item_id,
                on_change=partial(self.change, insist=True),
                on_undo=self._people_undone,
                clock=self._clock,
            ),
            self._people_seen,
        )

    def _people_seen(self, _: None) -> None:
        give_keys(self.composer)

    def _people_undone(self) -> Meeting:
        self.action_undo_meeting()
        return self.draft.meeting

    def action_next_pane(self) -> None:
        """From the composer to the transcript, to the agenda, and back."""
        items = self.draft.meeting.items
        if has_keys(self.composer) and not items:
            self.say("There is no other pane yet: # and a title begins an item of the agenda")
        elif has_keys(self.composer) and any(item.lines for item in items):
            self.walk()
        elif not has_keys(self.agenda) and items:
            self.transcript.choose(None)
            self.add_class("-agenda")
            # At once, as what is not displayed takes no keys.
            self.app.stylesheet.update(self.query_one("#agenda-side"))
            give_keys(self.agenda)
        else:
            self.back_to_typing()

    # Saving and leaving.

    async def leave(self) -> bool:
        """Save and let go of the draft; False, saying why, when something is not saved."""
        # What was typed before the key that leads here may still wait to be done.
        await self.lane.caught_up()
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
