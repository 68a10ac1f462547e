"""A calendar invitation."""

from __future__ import annotations

import datetime as dt

import pytest
from agenda_files import invitation

from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.reading import read
from minute_taker.minutes.model import Group, State

LINES = [
    "SUMMARY;LANGUAGE=en-gb:Parks Panel (pre-agenda at 6.00",
    "  pm)",
    'DTSTART;TZID="GMT Standard Time":20270603T183000',
    'ORGANIZER;CN="Addis, Wren":mailto:w@example.invalid',
    "LOCATION:The Old Granary\\, Mill Lane\\; and Microsoft Teams Meeting",
    'ATTENDEE;CN="Lee, Ann (Cllr)";ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:a@example.invalid',
    'ATTENDEE;CN="Rhys, Cy ap (Cllr)";PARTSTAT=DECLINED:mailto:c@example.invalid',
    'ATTENDEE;CN="Gill, Fay";ROLE=OPT-PARTICIPANT:mailto:f@example.invalid',
    "ATTENDEE;CN=Room-OG-1;CUTYPE=RESOURCE:mailto:r@example.invalid",
    "ATTENDEE;CN=g@example.invalid:mailto:g@example.invalid",
    "DESCRIPTION:Join: https://example.invalid/l",
]


def test_the_day_the_time_and_the_place():
    assert read(invitation(LINES).encode()).head == {
        "committee": "Parks Panel",
        "date": dt.date(2027, 6, 3),
        "start": dt.time(18, 30),
        "venue": "The Old Granary, Mill Lane",
    }


def test_who_is_invited_and_a_refusal_is_only_suggested():
    found = read(invitation(LINES).encode())

    assert [(p.name, p.group, p.state) for p in found.people] == [
        ("Wren Addis", Group.OFFICER, State.EXPECTED),
        ("Ann Lee", Group.MEMBER, State.EXPECTED),
        ("Cy ap Rhys", Group.MEMBER, State.EXPECTED),
        ("Fay Gill", Group.OFFICER, State.EXPECTED),
    ]
    assert [bool(p.suggested) for p in found.people] == [False, False, True, False]


def test_rooms_are_nobody_and_no_address_is_taken():
    found = read(invitation(LINES).encode())

    assert [row.words for row in found.left_out] == ["Room-OG-1", ""]
    assert found.rows == 6
    assert "@" not in repr(found)


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("DTSTART:20270603T173000Z", dt.time(18, 30)),
        ("DTSTART:20270112T183000Z", dt.time(18, 30)),
        ("DTSTART;TZID=Europe/London:20270603T183000", dt.time(18, 30)),
        ("DTSTART;VALUE=DATE:20270603", None),
    ],
)
def test_the_clock_of_the_invitation(start, told):
    head = read(invitation(["SUMMARY:Parks Panel", start]).encode()).head
    assert head.get("start") == told


@pytest.mark.parametrize(
    ("summary", "committee"),
    [
        ("FW: Parks Panel - 3 June 2027", "Parks Panel"),
        ("Parks Panel 3 June 2027 6.30pm", "Parks Panel"),
        ("Meeting of the Parks Panel", "Parks Panel"),
        ("Cabinet (hybrid\\, Teams)", "Cabinet"),
    ],
)
def test_the_committee_is_what_is_left_of_the_summary(summary, committee):
    head = read(invitation([f"SUMMARY:{summary}", "DTSTART:20270603T173000"]).encode()).head
    assert head["committee"] == committee


def test_a_cancelled_meeting_is_said_to_be():
    found = read(invitation([*LINES, "STATUS:CANCELLED"]).encode())
    assert any("cancelled" in remark for remark in found.remarks)


def test_a_calendar_without_a_meeting_is_refused():
    with pytest.raises(ImportRefused, match="no meeting"):
        read(b"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n")
