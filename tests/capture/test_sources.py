"""What the committee system calls items and people stays with them in notes."""

from __future__ import annotations

import pytest

from minute_taker.capture.language import format_item, parse
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.minutes.model import Attendee, Group, Item, Meeting, Part, State


@pytest.mark.parametrize("source", ["30104", "AI-77/2", "x.9:1", "no digits", "1)2", "a, b 3", ""])
def test_notes_read_back_with_what_the_system_calls_items_and_people(source):
    meeting = Meeting(
        committee="Parks Panel",
        attendance=(
            Attendee(id=1, name="Ada Larkin", code="al", post="Chairman", source=source),
            Attendee(id=2, name="Rob Wye", code="rw", group=Group.OFFICER, state=State.APOLOGIES,
                     source=source),
        ),
        items=(
            Item(id=1, title="Trees", agenda_number="3", source=source),
            Item(id=2, title="A lease", part=Part.EXEMPT, exempt_paragraph="3", source=source),
        ),
        last_item=2,
        last_attendee=2,
    )  # fmt: skip
    again = read_notes(write_notes(meeting).encode()).meeting
    kept = source if any(c.isdigit() for c in source) and not set(source) & set(") ,") else ""
    assert [item.source for item in again.items] == [kept, kept]
    assert [person.source for person in again.attendance] == [kept, kept]
    assert [(i.title, i.part, i.agenda_number) for i in again.items] == [
        (i.title, i.part, i.agenda_number) for i in meeting.items
    ]
    assert [p.post for p in again.attendance] == ["Chairman", ""]


def test_a_title_that_ends_like_a_source_is_written_so_that_it_stays():
    item = Item(id=1, title="Springs (source 7)", source="30104")
    entry = parse(format_item(item, with_source=True))
    assert (entry.title, entry.source) == ("Springs (source 7)", "30104")


def test_the_clerk_is_not_shown_what_the_system_calls_an_item():
    assert format_item(Item(id=1, title="Trees", source="30104")) == "# Trees"
