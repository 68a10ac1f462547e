"""What the clerk must hear of the draft itself: damage, other versions, text kept elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.drafts.recovery import waiting_for
from minute_taker.screens.capture.messages import Severity, Until

if TYPE_CHECKING:
    from minute_taker.screens.capture.context import CaptureContext


def show_notices(at: CaptureContext) -> None:
    """Show one notice in the status bar until a line is entered, several in a box."""
    notices = (*at.draft.store.notices, *waiting_for(at.draft.path))
    if len(notices) == 1:
        at.say(notices[0], severity=Severity.ERROR, until=Until.MESSAGE)
    elif notices:
        from minute_taker.screens.home.notices_screen import NoticesScreen

        at.open(NoticesScreen(notices))
