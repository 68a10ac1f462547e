"""Going from place to place: items, lines, panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from minute_taker.minutes.model import HeadingKind, Kind, Meeting
from minute_taker.minutes.text import GAP
from minute_taker.screens.capture.style_question import when_style_is_agreed
from minute_taker.screens.parts.focus import give_keys, has_keys

if TYPE_CHECKING:
    from minute_taker.minutes.checking.findings import Finding
    from minute_taker.screens.capture.context import CaptureContext
    from minute_taker.screens.finding.findings_screen import FindingRow

#: Lines whose exact words are read out.
_READ_OUT = (Kind.MOTION, Kind.RESOLUTION)


class Places(Struct):
    """Where the clerk has been: the item before, the last gap, the last finding of the check.

    ``listed`` is the finding of the list about which something is done just now.
    """

    item_before: int | None = None
    gap: int | None = None
    finding: FindingRow | None = None
    listed: Finding | None = None
    seen: set[int] = set()


def go(at: CaptureContext, item_id: int | None) -> None:
    """Go to an item, and back to typing."""
    at.act(lambda session: session.go(item_id))
    at.back_to_typing()


def step_item(at: CaptureContext, by: int) -> None:
    """Go to the next heading of the agenda, or to the one before; the next line goes there."""
    if not at.editor.finish():
        return
    here = at.draft.session.item_id
    ids = [item.id for item in at.draft.meeting.items]
    headed = [item.id for item in at.draft.meeting.items if item.heading is not HeadingKind.NONE]
    place = ids.index(here) if here in ids else -1
    beyond = [item for item in headed if (ids.index(item) - place) * by > 0]
    if beyond:
        go(at, beyond[0] if by > 0 else beyond[-1])
    elif by > 0:
        at.say("This is the last item; # and a title begins another")
    else:
        at.say("This is the first item")


def go_back(at: CaptureContext) -> None:
    """Go back to the item where the next line went before."""
    before = at.places.item_before
    if before is None or at.draft.meeting.item(before) is None:
        at.say("There is no other item to go back to")
    else:
        go(at, before)


def go_to_heading(at: CaptureContext, item_id: int) -> None:
    """Let the next lines go to an item, with its heading in view."""
    go(at, item_id)
    at.transcript.bring_heading_into_view(item_id)


def go_to_line(at: CaptureContext, line_id: int) -> None:
    """Choose a line in the transcript, in view; Enter there edits it, Esc types on."""
    if at.draft.meeting.line(line_id) is None:
        at.say(f"Line {line_id} is not there any more")
    elif not at.transcript.display:
        at.editor.edit(line_id)  # The preview is in its place, and follows the edit.
    else:
        give_keys(at.transcript)
        at.transcript.choose(line_id)


def walk(at: CaptureContext) -> None:
    """Begin to walk the transcript, at the line under which the next one goes."""
    before = at.draft.line_before
    give_keys(at.transcript)
    if not at.transcript.walked and before is not None:
        at.transcript.choose(before.id)
    elif not at.transcript.walked:
        at.transcript.action_last()
    if not at.transcript.walked:
        at.back_to_typing()
        at.say("Nothing is taken down yet")


def next_pane(at: CaptureContext) -> None:
    """Go from the composer to the transcript, to the agenda, and back."""
    items = at.draft.meeting.items
    if has_keys(at.composer) and not items:
        at.say("There is no other pane yet: # and a title begins an item of the agenda")
    elif has_keys(at.composer) and any(item.lines for item in items):
        walk(at)
    elif not has_keys(at.agenda) and items:
        at.transcript.choose(None)
        at.show_agenda()
    else:
        at.back_to_typing()


def escape(at: CaptureContext) -> None:
    """Go back to typing, from wherever; an edit that was begun is entered, not lost."""
    if at.editor.edits:
        if at.editor.escape():
            return
    elif at.composer.refused:
        at.composer.clear_all()
        at.say("")
    elif has_keys(at.composer) and at.draft.session.beside is not None:
        at.editor.go_on_at_the_end()
    else:
        at.say("")
    at.back_to_typing()


def next_gap(at: CaptureContext) -> None:
    """Open the next line with a gap, the gap chosen, so that typing fills it.

    After the last one come the people of whom it is not said whether they came.
    """
    from minute_taker.minutes.gaps import lines_with_gaps
    from minute_taker.minutes.presence import still_expected
    from minute_taker.screens.capture import register_commands

    if not at.editor.commit():
        return
    gaps = list(lines_with_gaps(at.draft.meeting))
    expected = still_expected(at.draft.meeting)
    if expected and (not gaps or at.places.gap == gaps[-1]):
        at.places.gap = None
        register_commands.people(at, expected[0].id)
        return
    if not gaps:
        at.say(_gap_elsewhere(at))
        return
    line_id = at.places.gap = _gap_after(at.draft.meeting, gaps, at.places.gap)
    at.editor.edit(line_id)
    if at.editor.editing != line_id:
        return
    start = at.composer.text.find(GAP)
    if start >= 0:
        at.composer.select_in_text(start, start + len(GAP))
    left = len(gaps) - gaps.index(line_id) - 1
    further = (
        f"{at.key('capture.gap')} goes on ({left} more below)"
        if left
        else f"{at.key('capture.gap')} goes on to who is expected"
        if expected
        else "it is the last one"
    )
    at.say(f"Type to fill the gap; {further}")


def _gap_after(meeting: Meeting, gaps: list[int], last: int | None) -> int:
    """Return the gap after the one that was filled last, going round at the end."""
    order = [line.id for _, line in meeting.lines()]
    if last is None or last not in order:
        return gaps[0]
    place = order.index(last)
    return next((line_id for line_id in gaps if order.index(line_id) > place), gaps[0])


def _gap_elsewhere(at: CaptureContext) -> str:
    meeting = at.draft.meeting
    if any(GAP in item.title for item in meeting.items):
        pane, rename = at.key("capture.pane"), at.key("agenda.rename")
        return f"The gap that is left is in an item's title: {pane}, then {rename}"
    if any(GAP in words for words in (meeting.venue, meeting.clerk, meeting.contact)):
        return "The gap that is left is in the meeting's own particulars"
    return "There are no gaps left"


def read_back(at: CaptureContext) -> None:
    """Show the exact words of the motion or the resolution under work, to be read out."""
    if not at.editor.commit():
        return
    from minute_taker.screens.reading.read_back_screen import ReadBackScreen

    def answered(line_id: int | None) -> None:
        if line_id is not None:
            go_to_line(at, line_id)

    at.open(ReadBackScreen(at.draft.meeting, _line_to_read(at)), answered)


def _line_to_read(at: CaptureContext) -> int | None:
    """Return the line chosen, or the last motion or resolution of the item under way."""
    if at.transcript.chosen is not None:
        return at.transcript.chosen
    lines = at.draft.item.lines if at.draft.item is not None else ()
    return next((line.id for line in reversed(lines) if line.kind in _READ_OUT), None)


def show_help(at: CaptureContext) -> None:
    """Show the signs and the keys on one page."""
    from minute_taker.screens.help.help_screen import HelpScreen

    at.open(HelpScreen(at.composer.screen))


async def toggle_preview(at: CaptureContext) -> None:
    """Show the minutes as they will be printed, or the transcript again."""
    from minute_taker.composing.style import not_agreed

    if not_agreed(at.draft.meeting):
        when_style_is_agreed(at, lambda: at.when_drawn(at.toggle_preview))
    else:
        await at.toggle_preview()


def show_palette(at: CaptureContext) -> None:
    """Show all that can be done."""
    at.composer.app.action_command_palette()
