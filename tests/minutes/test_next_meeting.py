"""The next meeting of the same committee."""

from __future__ import annotations

import datetime as dt

import pytest

from minute_taker.minutes.model import Attendee, Group, Item, Line, Meeting, Part, State
from minute_taker.minutes.next_meeting import next_meeting, next_minute


def person(number: int, name: str, **more) -> Attendee:
    return Attendee(id=number, name=name, code=f"p{number}", **more)


PREVIOUS = Meeting(
    committee="Parks Committee",
    date=dt.date(2026, 3, 3),
    first_minute="64",
    clerk="Hollis Penrow",
    attendance=(
        person(1, "Ada Larkin", post="Chairman"),
        person(2, "Bo Winter", substitute_for="Cy Dunne"),
        person(3, "Hollis Penrow", group=Group.OFFICER),
        person(4, "Di Marsh", group=Group.OFFICER),
        person(5, "Cy Dunne", state=State.APOLOGIES),
    ),
    items=(
        Item(id=1, title="Apologies for absence", lines=(Line(id=1, text="None."),)),
        Item(id=2, title="Bandstand repairs"),
        Item(id=3, title="Work Programme"),
        Item(id=4, title="Minutes of the exempt part", part=Part.EXEMPT),
    ),
    last_item=4,
    last_line=1,
    last_attendee=5,
)


def test_members_are_expected_again_and_substitutes_are_not():
    following = next_meeting(PREVIOUS, dt.date(2026, 4, 7))

    assert [(p.name, p.state) for p in following.attendance] == [
        ("Ada Larkin", State.PRESENT),
        ("Cy Dunne", State.PRESENT),
        ("Hollis Penrow", State.PRESENT),
    ]


def test_only_public_standing_items_stay_and_their_lines_do_not():
    following = next_meeting(PREVIOUS)

    assert [item.title for item in following.items] == ["Apologies for absence", "Work Programme"]
    assert following.line_count() == 0


@pytest.mark.parametrize(("first", "following"), [("64", "68"), ("77/21", "81/21"), ("", "")])
def test_the_minute_number_runs_on(first, following):
    from msgspec.structs import replace

    assert next_minute(replace(PREVIOUS, first_minute=first)) == following
