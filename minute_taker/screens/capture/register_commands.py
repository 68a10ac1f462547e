"""The screens over the capture screen that look at the whole meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.capture.session import Session
from minute_taker.minutes.changes import Change, SetHead
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.settled import WordsSettled, settled
from minute_taker.minutes.when import format_time
from minute_taker.screens.capture.messages import Severity
from minute_taker.screens.capture.navigation import go_to_heading, go_to_line
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.capture.find import Found
    from minute_taker.screens.capture.context import CaptureContext
    from minute_taker.screens.home.business_rows import BusinessRow


# People, and changes that dialogs make.


def people(at: CaptureContext, at_person: int | None = None) -> None:
    """Show who is here, over this screen; the composer stays as it is.

    ``at_person`` is the id of the attendee whom the cursor stands on first.
    """
    from minute_taker.screens.attendance.attendance_screen import AttendanceScreen

    def undone() -> Meeting:
        at.act(Session.undo, force=True)
        return at.draft.meeting

    screen = AttendanceScreen(
        at.draft.meeting,
        item_id=at.draft.session.item_id,
        on_change=lambda change: change_for_dialog(at, change, insist=True),
        on_undo=undone,
        clock=at.clock,
        at_person=at_person,
    )
    at.open(screen, lambda _: give_keys(at.composer))


def change_for_dialog(at: CaptureContext, change: Change, *, insist: bool = False) -> Meeting:
    """Make a change for a dialog; raises Refused where it cannot be made.

    With ``insist`` it is made even to words that a vote has settled; without, such a change
    raises WordsSettled.
    """
    if not insist and (words := settled(at.draft.meeting, change)):
        raise WordsSettled(words)
    result = at.act(lambda session: session.do(change), insist=insist)
    if result.outcome == "refused":
        raise Refused(result.message)
    return at.draft.meeting


# Finding.


def find(at: CaptureContext) -> None:
    """Find words, and replace them."""
    if not at.editor.commit():
        return
    from minute_taker.screens.finding.find_screen import FindScreen

    def shown(place: Found | None) -> None:
        if place is not None and place.line_id is not None:
            at.transcript.mark_found((place.line_id, place.start, place.end))
        else:
            at.transcript.mark_found(None)
            if place is not None:
                at.transcript.bring_heading_into_view(place.item_id)

    def answered(place: Found | None) -> None:
        at.transcript.mark_found(None)
        if place is None or place.line_id is None:
            at.back_to_typing()
            return
        at.editor.edit(place.line_id)
        if at.editor.editing == place.line_id:
            at.composer.select_in_text(place.start, place.end)

    dialog = FindScreen(
        lambda: at.draft.meeting,
        show=shown,
        do=lambda change, insist: change_for_dialog(at, change, insist=insist),
        undo=lambda: at.act(Session.undo, force=True),
        start=at.transcript.chosen,
        words=at.composer.selected_text,
    )
    at.open(dialog, answered)


# Actions and decisions.


def business(at: CaptureContext) -> None:
    """Show the actions and the decisions of this meeting; Enter goes to the line."""
    from minute_taker.screens.home.business_screen import BusinessScreen

    meeting = at.draft.meeting

    def answered(row: BusinessRow | None) -> None:
        if row is not None and row.line is not None:
            go_to_line(at, row.line)
        elif row is not None and row.place is not None:
            go_to_heading(at, row.place)
        else:
            give_keys(at.composer)

    at.open(BusinessScreen(lambda: [(None, meeting)]), answered)


# The meeting's head.


def details(at: CaptureContext, first: str = "committee") -> None:
    """Show the meeting's head in a form, the field of the heading ``first`` focused."""
    from minute_taker.screens.particulars.details_screen import DetailsScreen

    if at.draft.read_only:
        at.say(at.draft.store.read_only_reason, severity=Severity.ERROR)
        return

    def answered(change: SetHead | None) -> None:
        give_keys(at.composer)
        if change is not None and change.values:
            undo = at.key("capture.undo")
            said = f"The meeting's particulars are changed; {undo} takes it back"
            at.act(lambda session: session.do(change), said=said)

    at.open(DetailsScreen(at.draft.meeting, first=first, clock=at.clock), answered)


def closed_now(at: CaptureContext) -> None:
    """Note that the meeting closed now; on another day, ask for the time."""
    meeting, now = at.draft.meeting, at.clock()
    if meeting.close is not None or meeting.date not in (None, now.date()):
        details(at, "closed")
        return
    time = now.time().replace(second=0, microsecond=0)
    undo = at.key("capture.undo")
    at.act(
        lambda session: session.do(SetHead({"close": time})),
        said=f"The meeting closed at {format_time(time)}; {undo} takes it back",
    )
