"""The meeting's particulars from the capture screen, and a draft that can only be looked at."""

from __future__ import annotations

from minute_taker.minutes.changes import SetHead
from minute_taker.minutes.when import format_time
from minute_taker.screens.capture.remark_deeds import RemarkDeeds
from minute_taker.screens.parts.focus import give_keys


class DetailsDeeds(RemarkDeeds):
    """Opens the form of the meeting's head, and notes when the meeting closed."""

    def action_details(self) -> None:
        """The meeting's head in a form."""
        self.open_details()

    def open_details(self, first: str = "committee") -> None:
        """The form, with the field of this heading first."""
        from minute_taker.screens.particulars.details_screen import DetailsScreen

        if self.draft.read_only:
            self.say(self.draft.store.read_only_reason, wrong=True)
            return
        screen = DetailsScreen(self.draft.meeting, first=first, clock=self._clock)
        self.app.push_screen(screen, self._details_given)

    def _details_given(self, change: SetHead | None) -> None:
        give_keys(self.composer)
        if change is not None and change.values:
            self.act(
                lambda session: session.do(change),
                said="The meeting's particulars are changed; Ctrl+Z takes it back",
            )

    def action_closed(self) -> None:
        """Note that the meeting closed now; on another day, ask for the time."""
        meeting, now = self.draft.meeting, self._clock()
        if meeting.close is not None or meeting.date not in (None, now.date()):
            self.open_details("closed")
            return
        time = now.time().replace(second=0, microsecond=0)
        self.act(
            lambda session: session.do(SetHead({"close": time})),
            said=f"The meeting closed at {format_time(time)}; Ctrl+Z takes it back",
        )
