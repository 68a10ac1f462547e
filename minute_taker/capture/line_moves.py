"""Where a line goes when it is put one place up or down."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting


class Place(Struct, frozen=True):
    """After a line, or first in an item where ``after`` is None."""

    after: int | None
    item_id: int


def _find(meeting: Meeting, line_id: int) -> tuple[int, int]:
    for number, item in enumerate(meeting.items):
        for index, line in enumerate(item.lines):
            if line.id == line_id:
                return number, index
    raise Refused(f"there is no line {line_id}")


def place_beside(meeting: Meeting, line_id: int, by: int) -> Place | None:
    """Where a line goes to stand one place up (``by`` -1) or down (1); None at either end.

    From the top of an item it goes to the end of the one before, from the end to the top of
    the next.
    """
    number, index = _find(meeting, line_id)
    lines = meeting.items[number].lines
    to = index + by
    if 0 <= to < len(lines):
        after = to if by > 0 else to - 1
        return Place(lines[after].id if after >= 0 else None, meeting.items[number].id)
    if not 0 <= number + by < len(meeting.items):
        return None
    other = meeting.items[number + by]
    after_last = other.lines[-1].id if by < 0 and other.lines else None
    return Place(after_last, other.id)
