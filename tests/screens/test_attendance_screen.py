"""The attendance screen by its keys."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from minute_taker.capture.session import Session
from minute_taker.minutes.changes import AddLine, Change
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Attendee, Group, Item, Line, Meeting, State
from minute_taker.screens.attendance.attendance_screen import AttendanceScreen, tally

NOW = dt.datetime(2026, 5, 12, 19, 42)
_PEOPLE = (
    Attendee(id=1, name="Odile Farrant", code="of", post="Chairman"),
    Attendee(id=2, name="Jonas Peake", code="jp"),
    Attendee(id=3, name="Sunniva [sic] Brandt [/", code="sb"),
    Attendee(id=4, name="Dervla Quill", code="dq", group=Group.OFFICER, post="Head of Libraries"),
)


class Room:
    """A session behind the screen, as the capture screen has one."""

    def __init__(self, people: tuple[Attendee, ...] = _PEOPLE) -> None:
        meeting = Meeting(
            attendance=people,
            items=(Item(id=1, title="Opening hours"), Item(id=2, title="Work programme")),
            last_item=2,
            last_attendee=len(people),
        )
        self.session = Session(meeting)

    @property
    def meeting(self) -> Meeting:
        return self.session.meeting

    def change(self, change: Change) -> Meeting:
        self.session.do(change)
        return self.meeting

    def undo(self) -> Meeting:
        self.session.undo()
        return self.meeting

    def screen(self) -> AttendanceScreen:
        return AttendanceScreen(
            self.meeting,
            item_id=2,
            on_change=self.change,
            on_undo=self.undo,
            clock=lambda: NOW,
        )

    def person(self, code: str) -> Attendee:
        return next(person for person in self.meeting.attendance if person.code == code)

    def lines(self) -> list[str]:
        return [line.text for line in self.meeting.items[1].lines]


@pytest.fixture
def room() -> Room:
    return Room()


async def test_one_key_marks_and_the_count_follows(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "3 of 3 members present" in look.text(app)
        await look.press(pilot, "a", "down", "x")
        assert room.person("of").state is State.APOLOGIES
        assert room.person("jp").state is State.ABSENT
        assert "1 of 3 members present" in look.text(app)
        await look.press(pilot, "p")
        assert room.person("jp").state is State.PRESENT


async def test_a_row_stays_in_its_place_when_its_state_changes(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "a")
        text = look.text(app)
        assert text.index("Odile Farrant") < text.index("Jonas Peake")


async def test_leaving_and_returning_are_lines_with_the_time_now(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "down", "o", "enter")
        assert room.lines() == ["out Jonas Peake 7.42 pm"]
        assert "left 7.42 pm" in look.text(app)
        await look.press(pilot, "i", "8.05 pm", "enter")
        assert room.lines()[-1] == "in Jonas Peake 8.05 pm"
        assert "3 of 3 members present" in look.text(app)


async def test_a_late_arrival_is_two_keys_with_the_time_and_the_item(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "down", "x")
        assert "2 of 3 members present" in look.text(app)
        await look.press(pilot, "l", "enter")
        assert "arrived 7.42 pm" in look.text(app)
        assert "3 of 3 members present" in look.text(app)
    assert room.lines() == ["late Jonas Peake 7.42 pm"]
    assert room.person("jp").state is State.PRESENT


async def test_a_time_that_is_none_is_asked_again(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "l", "half past", "enter")
        assert "is not a time such as 7.42 pm" in look.text(app)
        await look.press(pilot, "escape")
        assert room.lines() == []
        assert "Odile Farrant" in look.text(app)


async def test_who_is_not_there_can_leave_but_the_clerk_is_told(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "x", "o")
        assert "not recorded as being in the room" in look.text(app)
        await look.press(pilot, "enter")
        assert room.lines() == ["out Odile Farrant 7.42 pm"]


async def test_a_substitute_is_named_and_taken_away_again(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "down", "s", "Bettina Rusk", "enter")
        assert room.person("br").substitute_for == "Jonas Peake"
        assert room.person("jp").state is State.APOLOGIES
        assert "3 of 3 members present" in look.text(app)
        await look.press(pilot, "s", "delete", "enter")
        assert room.person("jp").no_substitute


async def test_a_person_is_added_with_the_code_of_their_initials(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "n", "Noor Ashby", "tab", "Labour Lead", "tab", "c", "enter")
        added = room.person("na")
        assert (added.name, added.post, added.group) == (
            "Noor Ashby",
            "Labour Lead",
            Group.CO_OPTED,
        )
        assert app.screen._person == added


async def test_a_code_that_is_taken_is_refused_with_its_owner(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "n", "Noor Ashby", "tab", "tab", "tab")
        await look.press(pilot, "dq", "enter")
        assert "@dq is Dervla Quill." in look.text(app)
        await look.press(pilot, "backspace", "x", "enter")
        assert room.person("dx").name == "Noor Ashby"


async def test_a_person_without_a_name_is_not_added(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "n", "space", "enter")
        assert "A person needs a name." in look.text(app)
        await look.press(pilot, "escape")
        assert len(room.meeting.attendance) == 4


async def test_a_corrected_name_is_offered_for_the_text(look, room: Room) -> None:
    room.change(AddLine(2, Line(id=1, text="Councillor Peake asked.")))
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "down", "enter", "backspace", "enter")
        assert "stands in one place" in look.text(app)
        await look.press(pilot, "enter")
        assert room.person("jp").name == "Jonas Peak"
        assert room.lines() == ["Councillor Peak asked."]
        await look.press(pilot, "ctrl+z")
        assert room.person("jp").name == "Jonas Peake"
        assert room.lines() == ["Councillor Peake asked."]


async def test_a_corrected_name_can_stay_as_it_is_in_the_text(look, room: Room) -> None:
    room.change(AddLine(2, Line(id=1, text="Councillor Peake asked.")))
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "down", "enter", "backspace", "enter", "escape")
        assert room.person("jp").name == "Jonas Peak"
        assert room.lines() == ["Councillor Peake asked."]


async def test_removing_asks_first(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "down", "delete", "escape")
        assert len(room.meeting.attendance) == 4
        await look.press(pilot, "delete", "enter")
        assert [p.code for p in room.meeting.attendance] == ["of", "sb", "dq"]


async def test_finding_narrows_and_enter_comes_back_to_the_whole_list(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "/", "qu")
        assert "Odile Farrant" not in look.text(app)
        await look.press(pilot, "enter")
        assert "Odile Farrant" in look.text(app)
        await look.press(pilot, "a")
        assert room.person("dq").state is State.APOLOGIES


async def test_who_is_not_found_is_said_and_one_escape_brings_all_back(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "slash", "zzz")
        assert "No name or code begins so" in look.text(app)
        await look.press(pilot, "backspace", "backspace", "backspace")
        assert "No name or code begins so" not in look.text(app)
        await look.press(pilot, "zzz", "escape")
        assert "No name or code begins so" not in look.text(app)
        assert "Find:" not in look.text(app)
        assert "members present" in look.text(app)


async def test_all_keys_are_told_at_80_columns(look, room: Room) -> None:
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)):
        for key in ("P Present", "A Apologies", "X Absent", "L Late", "O Left", "I Back",
                    "S Substitute", "N New", "Enter Edit", "Del Remove", "/ Find", "F1 Help",
                    "Esc Done"):  # fmt: skip
            assert key in look.text(app)


async def test_what_is_refused_is_said_and_changes_nothing(look, room: Room) -> None:
    def refuse(_change: Change) -> Meeting:
        raise Refused("the draft is read-only")

    def make() -> AttendanceScreen:
        return AttendanceScreen(room.meeting, item_id=2, on_change=refuse)

    app = look.HostApp(make)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "a")
        assert "the draft is read-only" in look.text(app)
        assert "3 of 3 members present" in look.text(app)


async def test_escape_and_f8_close(look, room: Room) -> None:
    for key in ("escape", "f8"):
        app = look.HostApp(room.screen)
        async with app.run_test(size=(80, 24)) as pilot:
            await look.press(pilot, key)
            assert not isinstance(app.screen, AttendanceScreen)


async def test_nobody_yet_says_what_to_do(look) -> None:
    room = Room(())
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Press N to add the first person" in look.text(app)
        await look.press(pilot, "a", "o", "n", "Noor Ashby", "enter")
        assert room.person("na").name == "Noor Ashby"


async def test_names_are_shown_as_they_are_on_every_size(look, room: Room, size, theme) -> None:
    app = look.HostApp(room.screen, theme)
    async with app.run_test(size=size) as pilot:
        await look.press(pilot, "down", "down")
        assert "Sunniva [" in look.text(app)
        await look.press(pilot, "enter")
        assert "Sunniva [sic]" in look.text(app)


def test_the_tally_tells_when_the_quorum_is_lost() -> None:
    meeting = Room().meeting
    assert tally(replace(meeting, quorum=2)) == "3 of 3 members present, quorum of 2"
    assert tally(replace(meeting, quorum=4)) == "3 of 3 members present, below the quorum of 4"


def test_every_key_can_be_moved_and_none_is_one_that_terminals_lose() -> None:
    for binding in AttendanceScreen.BINDINGS:
        assert binding.id
        for key in binding.key.split(","):
            assert key not in {"ctrl+i", "ctrl+m", "ctrl+h", "f10", "f11", "f12"}
            assert "alt+" not in key


async def test_a_surname_of_several_words_is_a_field_of_the_form(tmp_path):
    from desk import desk

    async with desk(tmp_path, NOTES_OF_TWO_WORDS, size=(100, 30)) as at:
        await at.press("f8", "e")
        await at.shows("Surname")
        await at.press("shift+tab")
        await at.type("Lane Orchard\r")
        await at.shows("The surname is the end of the name.")
        await at.press("ctrl+u")
        await at.type("Orchard Lane\r")
        await at.shows("members present")
        assert at.meeting.attendance[0].called == "Orchard Lane"


NOTES_OF_TWO_WORDS = "committee: A\ndate: 3 March 2020\nmembers: Ida Orchard Lane\n\n# One\n"
