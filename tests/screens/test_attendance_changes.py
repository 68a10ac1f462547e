"""What the attendance screen does to a meeting, without a screen."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from minute_taker.capture.corrections import code_corrections, mentions, text_corrections
from minute_taker.capture.editing import line_from
from minute_taker.capture.language import LineEntry, parse
from minute_taker.minutes.changes import Change, ChangeRefused
from minute_taker.minutes.facts import Movement
from minute_taker.minutes.model import Attendee, Group, HeadingKind, Item, Kind, Meeting, State
from minute_taker.minutes.people import in_order
from minute_taker.minutes.presence import standing
from minute_taker.screens.attendance import attendance_changes as changes

NOW = dt.datetime(2026, 5, 12, 19, 42, 10)
AT = dt.time(19, 42)


def _meeting(*typed: str) -> Meeting:
    people = (
        Attendee(id=1, name="Odile Farrant", code="of", post="Chairman"),
        Attendee(id=2, name="Roy Peake", code="rp"),
        Attendee(id=3, name="Imre Halloway", code="ih", state=State.APOLOGIES),
        Attendee(id=4, name="Dervla Quill", code="dq", group=Group.OFFICER),
    )
    entries = [entry for raw in typed if isinstance(entry := parse(raw), LineEntry)]
    lines = tuple(line_from(entry, number, None) for number, entry in enumerate(entries, 1))
    return Meeting(
        attendance=in_order(people),
        items=(Item(id=1, title="Opening hours", lines=lines),),
        last_attendee=4,
        last_item=1,
        last_line=len(lines),
    )


def _applied(meeting: Meeting, change: Change) -> Meeting:
    after, inverse = change.apply(meeting)
    before, _ = inverse.apply(after)
    assert (before.attendance, before.items) == (meeting.attendance, meeting.items)
    return after


def _person(meeting: Meeting, code: str) -> Attendee:
    return next(person for person in meeting.attendance if person.code == code)


def test_somebody_who_leaves_is_a_line_in_the_item_under_way() -> None:
    meeting = _meeting("Officers introduced the report.")
    change = changes.move(meeting, _person(meeting, "rp"), "out", AT, item_id=1, now=NOW)
    after = _applied(meeting, change)
    line = after.items[0].lines[-1]
    assert (line.kind, line.text) == (Kind.PROCEDURE, "out Roy Peake 7.42 pm")
    assert (line.fact, line.at, line.id) == (Movement("out", "Roy Peake", AT), NOW, 2)
    assert standing(after).members_present == 1


def test_before_the_first_item_a_place_is_made_once() -> None:
    meeting = _meeting()
    first = _applied(
        meeting, changes.move(meeting, _person(meeting, "rp"), "out", AT, item_id=None, now=NOW)
    )
    assert [item.heading for item in first.items] == [HeadingKind.NONE, HeadingKind.NUMBERED]
    second = _applied(
        first, changes.move(first, _person(first, "rp"), "in", AT, item_id=None, now=NOW)
    )
    assert [len(item.lines) for item in second.items] == [2, 0]


def test_who_arrives_late_is_present_whatever_was_marked() -> None:
    meeting = _meeting()
    change = changes.move(meeting, _person(meeting, "ih"), "late", AT, item_id=1, now=NOW)
    after = _applied(meeting, change)
    assert _person(after, "ih").state is State.PRESENT
    assert after.items[0].lines[-1].text == "late Imre Halloway 7.42 pm"
    assert standing(after).members_present == 3


def test_two_people_of_one_name_are_told_apart_by_their_codes() -> None:
    meeting = _meeting()
    twin = Attendee(id=5, name="Roy Peake", code="rpe")
    meeting = replace(meeting, attendance=(*meeting.attendance, twin))
    after = _applied(meeting, changes.move(meeting, twin, "out", AT, item_id=1, now=NOW))
    assert after.items[0].lines[-1].fact == Movement("out", "@rpe", AT)


def test_a_new_name_stands_in_for_a_member_who_sends_apologies() -> None:
    meeting = _meeting()
    after = _applied(meeting, changes.substitute(meeting, _person(meeting, "rp"), "Bettina Rusk"))
    rusk = _person(after, "br")
    assert (rusk.substitute_for, rusk.group, rusk.state) == (
        "Roy Peake", Group.MEMBER, State.PRESENT,
    )  # fmt: skip
    assert _person(after, "rp").state is State.APOLOGIES
    assert (standing(after).members_present, standing(after).members_expected) == (2, 3)


def test_somebody_already_listed_stands_in_without_being_listed_twice() -> None:
    meeting = _meeting()
    after = _applied(meeting, changes.substitute(meeting, _person(meeting, "ih"), "Quill"))
    assert len(after.attendance) == 4
    assert _person(after, "dq").substitute_for == "Imre Halloway"


def test_nobody_stands_in_for_themselves() -> None:
    meeting = _meeting()
    with pytest.raises(ChangeRefused, match="cannot stand in"):
        changes.substitute(meeting, _person(meeting, "ih"), "Halloway")


def test_no_substitute_takes_the_seat_back() -> None:
    meeting = _meeting()
    with_one = _applied(meeting, changes.substitute(meeting, _person(meeting, "ih"), "Bo Rusk"))
    after = _applied(with_one, changes.no_substitute(with_one, _person(with_one, "ih")))
    assert _person(after, "ih").no_substitute
    assert _person(after, "br").substitute_for == ""
    assert (standing(after).members_present, standing(after).members_expected) == (2, 3)


def test_a_name_is_corrected_in_the_text_and_in_the_data() -> None:
    meeting = _meeting(
        "Councillor Peake thanked officers; Roy Peake would write.",
        "~ out Peake 7.42 pm",
        "Mr Peakes spoke.",
    )
    before = _person(meeting, "rp")
    after = replace(before, name="Roy Peek")
    everywhere = _applied(meeting, changes.edited_everywhere(meeting, before, after))
    text, moved, other = everywhere.items[0].lines
    assert text.text == "Councillor Peek thanked officers; Roy Peek would write."
    assert moved.fact == Movement("out", "Peek", AT)
    assert other.text == "Mr Peakes spoke."
    here = _applied(meeting, changes.edited(meeting, before, after))
    assert here.items[0].lines[0].text == meeting.items[0].lines[0].text
    assert here.items[0].lines[1].fact == Movement("out", "Peek", AT)
    assert standing(here).members_present == 1


def test_a_surname_that_others_bear_is_left_where_it_stands_alone() -> None:
    meeting = _meeting("Peake asked. Roy Peake answered.")
    other = Attendee(id=5, name="Ann Peake", code="ap")
    meeting = replace(meeting, attendance=(*meeting.attendance, other))
    found = text_corrections(meeting, "Roy Peake", "Roy Peek")
    after, _ = found[0].apply(meeting)
    assert after.items[0].lines[0].text == "Peake asked. Roy Peek answered."


def test_a_changed_code_is_followed_through_the_lines() -> None:
    meeting = _meeting("? @rp Why?", "> @dq @RP had the figures.", ">+ @rp: To send it (by May)")
    after = meeting
    for change in code_corrections(meeting, "rp", "peake"):
        after, _ = change.apply(after)
    question, answer, promise = after.items[0].lines
    assert question.speaker == "peake"
    assert (answer.addressee, answer.text) == ("peake", "had the figures.")
    assert promise.fact == replace(meeting.items[0].lines[2].fact, owner="peake")


def test_a_changed_code_in_the_words_is_followed_too() -> None:
    meeting = _meeting("@rp and @rpx spoke.")
    (change,) = code_corrections(meeting, "rp", "q")
    after, _ = change.apply(meeting)
    assert after.items[0].lines[0].text == "@q and @rpx spoke."


def test_a_member_renamed_keeps_their_substitute() -> None:
    meeting = _meeting()
    with_one = _applied(meeting, changes.substitute(meeting, _person(meeting, "ih"), "Bo Rusk"))
    before = _person(with_one, "ih")
    after = _applied(with_one, changes.edited(with_one, before, replace(before, name="Imre Hall")))
    assert _person(after, "br").substitute_for == "Imre Hall"


def test_mentions_counts_lines_and_not_words() -> None:
    meeting = _meeting("? @rp Why, Roy Peake?", "Roy Peake left.", "Nobody spoke.")
    assert mentions(meeting, "Roy Peake", "rp") == 2
