"""A rescued meeting without the marks that damage left on it, to be compared with the original."""

from __future__ import annotations

from msgspec.structs import replace

from minute_taker.minutes.model import Meeting


def undoubted(meeting: Meeting) -> Meeting:
    """The same meeting as if the clerk had looked through all of it."""
    items = tuple(
        replace(
            item, doubtful=False, lines=tuple(replace(line, doubtful=False) for line in item.lines)
        )
        for item in meeting.items
    )
    return replace(meeting, salvaged=False, items=items)
