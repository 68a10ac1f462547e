"""The meeting's particulars, and a draft that can only be looked at; by keys."""

from __future__ import annotations

import datetime as dt

import pytest
from desk import NOTES, desk, make_draft
from waiting import workers_done

from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Status
from minute_taker.screens.dialogs.confirm import Confirm
from minute_taker.screens.particulars.details_screen import DetailsScreen


async def fill(at, field, text):
    """Go to a field of the form, and type over what stands in it."""
    at.app.screen.query_one(f"#{field}").focus()
    await at.press("home", "shift+end", "delete")
    await at.type(text)


async def test_the_head_is_changed_in_a_form_and_can_be_taken_back(tmp_path):
    async with desk(tmp_path, size=(120, 36)) as at:
        before = at.meeting
        await at.press("ctrl+d")
        assert isinstance(at.app.screen, DetailsScreen)
        await fill(at, "committee", "Archives Committee")
        await fill(at, "date", "4 March 2020")
        await fill(at, "quorum", "2")
        await fill(at, "status", "agreed 7 April 2020")
        await fill(at, "first-minute", "77/21")
        await fill(at, "clerk", "Ann Hull, 01632 960000")
        await at.press("enter")
        meeting = at.meeting
        assert (meeting.committee, meeting.date) == ("Archives Committee", dt.date(2020, 3, 4))
        assert (meeting.quorum, meeting.first_minute) == (2, "77/21")
        assert (meeting.status, meeting.agreed_on) == (Status.AGREED, dt.date(2020, 4, 7))
        assert (meeting.clerk, meeting.contact) == ("Ann Hull", "01632 960000")
        top = at.text.splitlines()[0]
        assert "Archives Committee" in top
        assert "AGREED" in top
        assert at.screen.composer.has_focus
        await at.press("ctrl+z")
        assert at.meeting == before
        assert "Libraries Committee" in at.text.splitlines()[0]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("date", "32 March 2020", "no day"),
        ("time", "25.00", "no time"),
        ("first-minute", "x", "such as 64"),
        ("quorum", "most", "such as 4"),
        ("status", "nearly", "agreed"),
        ("style", "nowhere", "no house style"),
    ],
)
async def test_a_value_that_will_not_do_is_said_and_nothing_changes(tmp_path, field, typed, said):
    async with desk(tmp_path) as at:
        before = at.meeting
        await at.press("ctrl+d")
        await fill(at, field, typed)
        await at.press("enter")
        assert said in at.text
        assert at.app.screen.focused.id == field
        await at.press("escape")
        assert at.meeting is before


async def test_nothing_changed_in_the_form_is_no_change(tmp_path):
    async with desk(tmp_path) as at:
        before = at.meeting
        await at.press("ctrl+d", "enter")
        assert at.app.screen is at.screen
        assert at.meeting is before


async def test_closed_now_is_one_key(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("Half a sentence")
        await at.press("ctrl+n")
        assert at.meeting.close == dt.time(19, 42)
        assert "7.42 pm" in at.said
        assert at.composer.endswith("Half a sentence")
        await at.press("ctrl+n")  # Not over a time that is there: it is shown, to be changed.
        assert at.app.screen.focused.id == "closed"
        assert at.app.screen.focused.value == "7.42 pm"


async def test_on_another_day_the_closing_time_is_asked_for_and_now_is_offered(tmp_path):
    async with desk(tmp_path, NOTES.replace("3 March", "2 March")) as at:
        await at.press("ctrl+n")
        assert at.app.screen.focused.id == "closed"
        await at.press("f2", "enter")
        assert at.meeting.close == dt.time(19, 42)


async def test_a_draft_that_somebody_has_says_so_and_is_copied(tmp_path):
    folder = minutes_folder(tmp_path / "minutes")
    path = make_draft(folder)
    first = DraftStore.open(path)
    try:
        async with desk(tmp_path, path=path) as at:
            assert "has it open on" in at.text
            assert "READ ONLY" in at.text.splitlines()[0]
            await at.enter("Nothing goes in")
            assert at.screen.composer.text == ""
            await at.press("ctrl+d")
            assert at.app.screen is at.screen
            await at.press("ctrl+s")
            assert isinstance(at.app.screen, Confirm)
            await at.press("escape")
            assert at.screen.draft.read_only
            await at.press("ctrl+s", "enter")
            await workers_done(at.app)
            await at.settle()
            assert at.screen.draft.path != path
            assert not at.screen.draft.read_only
            assert at.meeting.items == first.meeting.items
            await at.enter("A line of the copy.")
            assert at.last.text == "A line of the copy."
    finally:
        first.close()
    assert DraftStore.open(path, read_only=True).meeting == first.meeting
