"""A meeting set up by hand, its dates written as people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from desk import EVENING, desk
from draft_shelf import settle
from waiting import PATIENCE, until

from minute_taker.drafts.folders import minutes_folder
from minute_taker.minutes.model import Group
from minute_taker.screens.minute_app import MinuteApp
from minute_taker.screens.settings import Settings

MEMBERS = (
    "Ada Larkin (Chairman)", "Bo Winter (Vice-Chairman)", "Cerys Tarn", "Ivo Trellis",
    "Jules Peake", "Mina Okoro", "Nye Garrod",
)  # fmt: skip
OFFICERS = ("Rani Dell (Head of Libraries)", "Sol Ames (Legal Adviser)")
AGENDA = (
    "Apologies for absence", "Declarations of interest", "Minutes of the previous meeting",
    "Library opening hours and staffing", "Review of fines and charges", "Work programme",
)  # fmt: skip


async def test_six_items_and_nine_people_take_at_most_450_keys(tmp_path):
    pressed = 0
    app = MinuteApp(minutes_folder(tmp_path / "m"), None, Settings(), clock=lambda: EVENING)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        async def press(*keys: str) -> None:
            nonlocal pressed
            pressed += len(keys)
            await pilot.press(*keys)
            await until(lambda: app.keys_done)

        async def write(text: str) -> None:
            await press(*("space" if char == " " else char for char in text))

        async def lines(rows: tuple[str, ...]) -> None:
            for row in rows[:-1]:
                await write(row)
                await press("enter")
            await write(rows[-1])
            await press("tab")

        await press("ctrl+n")
        head = ("Reading and Libraries Committee", "5 Mar", "7pm", "Room 2, Market Hall", "31")
        for words in (*head, "Hollis Penrow"):
            await write(words)
            await press("enter")
        await lines(MEMBERS)
        await lines(OFFICERS)
        await lines(AGENDA)
        await press("ctrl+s")
        await until(lambda: app.capture is not None)

        print(pressed)
        assert pressed <= 450
        meeting = app.capture.draft.meeting
        assert meeting.date == dt.date(2020, 3, 5)
        assert meeting.start == dt.time(19)
        assert tuple(item.title for item in meeting.items) == AGENDA
        assert sum(person.group is Group.MEMBER for person in meeting.attendance) == 7
        assert len(meeting.attendance) == 9
        app.capture.draft.close(PATIENCE)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("18/9/20", "Friday 18 September 2020"), ("next tue", "Tuesday 10 March 2020"),
     ("4 march", "Wednesday 4 March 2020"), ("4 March 2020", "4 March 2020")],
)  # fmt: skip
async def test_a_date_is_written_out_once_its_field_is_left(tmp_path, typed, shown):
    async with desk(tmp_path) as at:
        await at.press("ctrl+d")
        field = at.app.screen.query_one("#date")
        field.focus()
        await at.settle()
        field.value = ""
        await at.type(typed)
        await at.press("tab")
        assert field.value == shown
        await at.press("enter")
        assert at.meeting.date == dt.date(2020, 9, 18) or at.meeting.date.month == 3


async def test_a_weekday_that_does_not_fit_is_said(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("ctrl+d")
        field = at.app.screen.query_one("#date")
        field.focus()
        await at.settle()
        field.value = "Monday 18 September 2020"
        await at.press("tab")
        await at.shows("18 September 2020 is a Friday, not a Monday")
        await at.press("enter")
        assert at.app.screen.focused.id == "date"
        assert at.meeting.date == dt.date(2020, 3, 3)


async def test_a_day_of_agreement_is_written_as_any_date(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("ctrl+d")
        status = at.app.screen.query_one("#status")
        status.value = "agreed 10/3/20"
        status.focus()
        await at.settle()
        await at.press("enter")
        assert at.meeting.agreed_on == dt.date(2020, 3, 10)
