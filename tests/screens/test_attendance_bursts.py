"""Fingers faster than the dialogs: no key is lost, and none does something else."""

from __future__ import annotations

import asyncio
import datetime as dt

from textual import events
from waiting import until

from minute_taker.capture.session import Session
from minute_taker.minutes.changes import Change
from minute_taker.minutes.model import Attendee, Item, Line, Meeting
from minute_taker.screens.attendance.attendance_screen import AttendanceScreen


class Room:
    def __init__(self) -> None:
        person = Attendee(id=1, name="Odile Farrant", code="of")
        item = Item(id=1, title="Opening hours")
        self.session = Session(
            Meeting(attendance=(person,), items=(item,), last_item=1, last_attendee=1)
        )

    @property
    def people(self) -> tuple[Attendee, ...]:
        return self.session.meeting.attendance

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.session.meeting.items[0].lines

    def change(self, change: Change) -> Meeting:
        self.session.do(change)
        return self.session.meeting

    def screen(self) -> AttendanceScreen:
        return AttendanceScreen(
            self.session.meeting,
            item_id=1,
            on_change=self.change,
            clock=lambda: dt.datetime(2026, 5, 12, 19, 42),
        )


def _burst(app, keys: list[str]) -> None:
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_two_keys_at_once_take_down_a_departure_and_a_return(look) -> None:
    room = Room()
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        _burst(app, ["o", "enter"])
        await until(lambda: len(room.lines) == 1)
        await pilot.pause()
        _burst(app, ["i", "enter"])
        await until(lambda: len(room.lines) == 2)
        await pilot.pause()
    lines = [line.text for line in room.lines]
    assert lines == ["out Odile Farrant 7.42 pm", "in Odile Farrant 7.42 pm"]


async def test_a_name_typed_at_once_is_whole(look) -> None:
    room = Room()
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        _burst(app, ["n", *"Xanthe Pax", "enter"])
        await until(lambda: len(room.people) == 2)
        await pilot.pause()
    assert [p.name for p in room.people] == ["Odile Farrant", "Xanthe Pax"]


async def test_keys_that_trickle_in_while_the_form_opens_keep_their_order(look) -> None:
    room = Room()
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ["n", *"Xanthe Pax-Olivier", "enter"]:
            _burst(app, [key])
            await asyncio.sleep(0.003)
        await until(lambda: len(room.people) == 2)
        await pilot.pause()
    assert room.people[-1].name == "Xanthe Pax-Olivier"


async def test_keys_before_the_screen_itself_is_there_are_done(look) -> None:
    room = Room()
    app = look.HostApp(room.screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "escape")
        app.push_screen(room.screen())
        _burst(app, ["o", "enter"])
        await until(lambda: room.lines)
        await pilot.pause()
    assert len(room.lines) == 1
