"""Finding and replacing in the meeting, from the capture screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.capture.session import Result, Session
from minute_taker.minutes.changes import Change
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.settled import WordsSettled, settled
from minute_taker.screens.capture.preview_deeds import PreviewDeeds

if TYPE_CHECKING:
    from minute_taker.capture.find import Found


class FindDeeds(PreviewDeeds):
    """Opens the dialog, and shows in the transcript what it finds."""

    def action_find(self) -> None:
        """Find words, and replace them."""
        if self._editing is not None and not self._enter_edit():
            return
        from minute_taker.screens.finding.find_screen import FindScreen

        dialog = FindScreen(
            lambda: self.draft.meeting,
            show=self._show_found,
            do=self.change,
            undo=self.action_undo_meeting,
            start=self.transcript.chosen,
            words=self.composer.selected_text,
        )
        self.app.push_screen(dialog, self._found)

    def change(self, change: Change, *, insist: bool = False) -> Meeting:
        """Make a change for a dialog; raises Refused where it cannot be made.

        With ``insist`` it is made even to words that a vote has settled; without, such a change
        raises WordsSettled.
        """

        def deed(session: Session) -> Result:
            return session.insist(lambda: session.do(change)) if insist else session.do(change)

        settled_words = "" if insist else settled(self.draft.meeting, change)
        if settled_words:
            raise WordsSettled(settled_words)
        result = self.act(deed)
        if result.outcome == "refused":
            raise Refused(result.message)
        return self.draft.meeting

    def _show_found(self, place: Found | None) -> None:
        if place is None:
            self.transcript.mark_found(None)
        elif place.line_id is not None:
            self.transcript.mark_found((place.line_id, place.start, place.end))
        else:
            self.transcript.mark_found(None)
            self.transcript.bring_heading_into_view(place.item_id)

    def _found(self, place: Found | None) -> None:
        self.transcript.mark_found(None)
        if place is None or place.line_id is None:
            self.back_to_typing()
            return
        self.edit(place.line_id)
        if self._editing == place.line_id:
            self.composer.select_in_text(place.start, place.end)
