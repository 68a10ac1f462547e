"""Actions, decisions and findings: lists from which each line is one Enter away."""

from __future__ import annotations

import datetime as dt

from waiting import workers_done

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.checking import check
from minute_taker.minutes.model import Meeting
from minute_taker.screens.finding.findings_screen import FindingsScreen
from minute_taker.screens.home.business_rows import business_of
from minute_taker.screens.home.business_screen import BusinessScreen

_NOTES = """\
committee: Cabinet
date: 4 March 2026
members: Ann Bright, Bo Graham
officers: Rani Dale (Head of Markets)

# Minutes (1)
! minutes 4 February 2026
# Markets (5)
? What would it cost?
>+ @rd: The costs would be sent [sic] (by 1 May 2026)
+ Bo Graham: visit the site with @rd
! That the market be held for £??
  ! at the Town Hall
! noted
! deferred to 6 May 2026
! agreed: To meet in June
"""


def _meeting() -> Meeting:
    return read_notes(_NOTES.encode()).meeting


async def _settle(pilot) -> None:
    await pilot.pause()
    await workers_done(pilot.app)
    await pilot.pause()


def test_actions_and_promises_have_an_owner_a_task_and_a_date() -> None:
    actions = [row for row in business_of(_meeting()) if row.is_action]
    assert [(row.who, row.what, row.due, row.item) for row in actions] == [
        ("Rani Dale", "The costs would be sent [sic]", "1 May 2026", "5"),
        ("Bo Graham", "visit the site with Rani Dale", "", "5"),
    ]


def test_decisions_are_said_in_words() -> None:
    decisions = [row.what for row in business_of(_meeting()) if not row.is_action]
    assert decisions == [
        "Minutes of 4 February 2026 approved",
        "That the market be held for £??",
        "  at the Town Hall",
        "That the report be noted",
        "That the item be deferred to 6 May 2026",
        "To meet in June",
    ]


def test_the_votes_stand_before_what_was_voted_on() -> None:
    notes = (
        "committee: Cabinet\nmembers: Ann Bright (Chairman), Bo Graham\n\n# A (1)\n"
        "% Bright: That it open\n% carried 1-1 casting vote\n! That it:\n  ! open\n"
        "% Graham: That it shut\n% lost 0-2\n"
        "% Graham: That it wait\n% withdrawn\n% Graham: That it lie\n% carried\n"
    )
    meeting = read_notes(notes.encode()).meeting
    assert [row.what for row in business_of(meeting)] == [
        "carried 1-1 casting vote: That it:",
        "  open",
        "lost 0-2: That it shut",
        "withdrawn: That it wait",
        "That it lie",
    ]


async def test_typing_finds_and_enter_goes_to_the_line(look) -> None:
    meeting = _meeting()
    chosen = []

    def make() -> BusinessScreen:
        return BusinessScreen(lambda: [(None, meeting)])

    app = look.HostApp(make)
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        assert "Actions and promises: 2" in look.text(app)
        assert "[sic]" in look.text(app)
        app.pop_screen()
        app.push_screen(make(), chosen.append)
        await _settle(pilot)
        await look.press(pilot, "town hall")
        assert "Decisions: 1" in look.text(app)
        await look.press(pilot, "enter")
    line = meeting.line(chosen[0].line)
    assert line is not None
    assert line.text == "at the Town Hall"


async def test_words_that_stand_nowhere_can_be_taken_back(look) -> None:
    app = look.HostApp(lambda: BusinessScreen(lambda: [(None, _meeting())]))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "zz", "enter")
        assert "Town Hall" not in look.text(app)
        await look.press(pilot, "escape")
        assert "Town Hall" in look.text(app)
        await look.press(pilot, "escape")
        assert not isinstance(app.screen, BusinessScreen)


async def test_nothing_decided_says_how_to_take_it_down(look, size, theme) -> None:
    app = look.HostApp(lambda: BusinessScreen(lambda: [(None, Meeting())]), theme)
    async with app.run_test(size=size) as pilot:
        await _settle(pilot)
        assert "No action and no decision" in look.text(app)


async def test_findings_are_one_enter_away_from_their_place(look, size, theme) -> None:
    meeting = _meeting()
    found = check(meeting)
    assert found
    chosen = []
    app = look.HostApp(lambda: FindingsScreen(lambda: meeting, export_key="F6"), theme)
    async with app.run_test(size=size) as pilot:
        await _settle(pilot)
        assert found[0].words[:15] in look.text(app)
        app.pop_screen()
        app.push_screen(FindingsScreen(lambda: meeting, export_key="F6"), chosen.append)
        await _settle(pilot)
        await look.press(pilot, "enter")
    assert [row.finding for row in chosen] == [found[0]]


async def test_a_meeting_that_stands_says_so(look) -> None:
    meeting = Meeting(
        committee="Cabinet",
        date=dt.date(2026, 3, 4),
        start=dt.time(19),
        close=dt.time(20),
        venue="Town Hall",
    )
    app = look.HostApp(lambda: FindingsScreen(lambda: meeting, export_key="F6"))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "enter")
        assert "Nothing was found" in look.text(app)
