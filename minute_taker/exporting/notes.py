"""The meeting as a notes file, which can be read in again; only a full copy has every line."""

from __future__ import annotations

from msgspec.structs import replace

from minute_taker.capture.notes_writer import write_notes
from minute_taker.composing.names import public_speaker
from minute_taker.composing.style import Style
from minute_taker.minutes.exempt import public_view
from minute_taker.minutes.model import Line, Meeting


def notes_bytes(meeting: Meeting, style: Style, *, public: bool) -> bytes:
    """The notes file of a meeting: for the public, without what the page would not show either.

    That is the lines of Part II items, and the addresses of those who asked unless the style
    prints them.
    """
    return write_notes(_for_the_public(meeting, style) if public else meeting).encode()


def _for_the_public(meeting: Meeting, style: Style) -> Meeting:
    shown = public_view(meeting)
    if style.questions.public_asker == "name and address":
        return shown
    items = tuple(
        replace(item, lines=tuple(_without_address(line) for line in item.lines))
        for item in shown.items
    )
    return replace(shown, items=items)


def _without_address(line: Line) -> Line:
    public = public_speaker(line.speaker)
    return replace(line, speaker=f"[{public[0]}]") if public and public[1] else line
