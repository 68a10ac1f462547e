"""What the clerk must hear of the draft itself: damage, other versions, text kept elsewhere."""

from __future__ import annotations

import sys

from minute_taker.drafts.recovery import waiting_for
from minute_taker.screens.capture.export_deeds import ExportDeeds
from minute_taker.screens.capture.told import SaveStateChanged


class NoticeDeeds(ExportDeeds):
    """Tells it so that it is seen, by somebody who types on: one sentence stays until a line
    is entered, several come up in a box of their own.
    """

    def on_mount(self) -> None:
        self.call_after_refresh(self._tell_notices)

    def _tell_notices(self) -> None:
        notices = (*self.draft.store.notices, *waiting_for(self.draft.path))
        if len(notices) == 1:
            self.tell(notices[0])
        elif notices:
            from minute_taker.screens.home.notices_screen import NoticesScreen

            self.app.push_screen(NoticesScreen(notices))

    def on_save_state_changed(self, message: SaveStateChanged) -> None:
        if message.state.kind == "saved" and message.state.why:
            self.tell(message.state.why)

    def tell(self, sentence: str) -> None:
        """Say something under the composer that typing does not take away."""
        self.say(sentence, wrong=True)
        self._said_after = sys.maxsize
