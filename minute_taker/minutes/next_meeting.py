"""The next meeting of the same committee: what stays, what starts afresh, what counts on."""

from __future__ import annotations

import datetime as dt
import re

from msgspec.structs import replace

from minute_taker.minutes.model import Group, HeadingKind, Item, Meeting, Part, State, Status
from minute_taker.minutes.numbering import minutes_counted
from minute_taker.minutes.people import in_order

#: What a committee takes at every meeting, told by the title.
_STANDING = re.compile(
    r"apolog|declaration|minutes of|part i\b|part 1\b|work programme|forward plan|"
    r"public (questions|participation)|matters arising|urgent business|membership",
    re.IGNORECASE,
)
_STAYING = (Group.MEMBER, Group.CO_OPTED)


def next_minute(previous: Meeting) -> str:
    """The minute number that follows the meeting's last; empty where it counts none."""
    return minutes_counted(previous)[1]


def next_meeting(previous: Meeting, day: dt.date | None = None) -> Meeting:
    """A new draft after ``previous``: its members, its standing items, its next number.

    The members are expected to come, whoever was away last time; a substitute of that evening
    and those who came for one item are left out. Officers stay when they keep the minutes.
    """
    people = [
        replace(person, state=State.PRESENT, remote=False, no_substitute=False)
        for person in previous.attendance
        if not person.substitute_for and (person.group in _STAYING or person.name == previous.clerk)
    ]
    items = [
        Item(id=number, title=item.title)
        for number, item in enumerate(
            (
                item
                for item in previous.items
                if item.heading is HeadingKind.NUMBERED
                and item.part is Part.PUBLIC
                and _STANDING.search(item.title)
            ),
            1,
        )
    ]
    return Meeting(
        council=previous.council,
        committee=previous.committee,
        called=previous.called,
        date=day,
        start=previous.start,
        venue=previous.venue,
        chair=previous.chair,
        clerk=previous.clerk,
        contact=previous.contact,
        first_minute=next_minute(previous),
        quorum=previous.quorum,
        status=Status.DRAFT,
        style=previous.style,
        attendance=in_order(people),
        items=tuple(items),
        last_item=len(items),
        last_attendee=previous.last_attendee,
    )
