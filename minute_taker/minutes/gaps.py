"""What is still to be filled in: the ``??`` that the clerk left, and whether people came."""

from __future__ import annotations

from collections.abc import Iterator

from minute_taker.minutes.model import Meeting
from minute_taker.minutes.presence import still_expected
from minute_taker.minutes.text import GAP


def lines_with_gaps(meeting: Meeting) -> Iterator[int]:
    """The ids of the lines that hold a gap, in the order of the record."""
    for _, line in meeting.lines():
        if GAP in line.text:
            yield line.id


def gap_count(meeting: Meeting) -> int:
    """How many gaps are left in lines, titles, the head's own words and the attendance.

    Somebody who is still only expected is one.
    """
    words = [line.text for _, line in meeting.lines()]
    words += [f"{item.title} {item.deferred}" for item in meeting.items]
    words += [meeting.venue, meeting.clerk, meeting.contact, meeting.chair]
    return sum(text.count(GAP) for text in words) + len(still_expected(meeting))
