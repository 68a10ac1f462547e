"""What is said of a line at once, interests at their item, listings, keys in their order."""

from __future__ import annotations

import pytest
from desk import desk
from waiting import until, workers_done

from minute_taker.minutes.checking import check
from minute_taker.minutes.model import Kind
from minute_taker.minutes.presence import ledger
from minute_taker.screens.attendance.attendance_screen import AttendanceScreen
from minute_taker.screens.dialogs.listing_screen import ListingScreen
from minute_taker.screens.finding.palette_screen import PaletteScreen
from minute_taker.screens.help.help_screen import HelpScreen

EVENING = """\
committee: Libraries Committee
date: 3 March 2020
time: 7.00 pm
members: Odile Farrant (Chairman), Jonas Peake, Mina Okoro
officers: Rani Dell (Head of Libraries)

# Declarations of interest
~ interest Peake 2: he chairs the friends of the library (left)
# Mill Lane library
# Work programme
"""


async def to_the_list(at):
    await workers_done(at.app)
    await at.settle()


async def test_votes_that_do_not_add_up_are_said_at_once_and_kept(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter(":go 3", "% Okoro / Farrant: That it be deferred", "% carried 9-0-0")
        assert at.last.text == "carried 9-0-0"
        assert "9" in at.said
        assert at.said.endswith("The line is kept")
        assert at.said in at.text
        await at.type("Three had a cold")
        assert at.said.endswith("The line is kept")
        await at.press("escape")
        assert at.said == ""
        assert at.screen.composer.text == "Three had a cold"


async def test_a_doubt_goes_with_the_next_line_and_comes_though_one_types_on(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.type(":go 3\r% Okoro / Farrant: That it be\r% carried 9-0-0\rAnd so")
        await at.settle()
        assert "9 votes are counted" in at.said
        await at.type(" on\r")
        assert at.said == ""


async def test_a_name_that_nobody_bears_is_said_with_the_nearest(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter(":go 3", "~ out Peeke")
        assert "Jonas Peake" in at.said
        assert at.last.text == "out Peeke"
        await at.press("up", "enter")
        await at.type("s/")  # Anything that makes it another line.
        await at.press("backspace", "backspace", "backspace")
        await at.press(*["backspace"] * 4)
        await at.type("Peake\r")
        assert "Jonas Peake" not in at.said


async def test_what_fits_is_not_remarked_on(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter(":go 3", "% Okoro / Farrant: That it be deferred", "% carried 3-0-0")
        assert at.said == ""


async def test_an_interest_is_reminded_of_and_who_leaves_comes_back(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter("# Mill Lane library")
        assert at.screen.draft.item.title == "Mill Lane library"
        assert "Jonas Peake declared an interest in this item" in at.said
        assert "~ out Peake   Tab takes it" in at.text
        await at.press("tab")
        assert at.composer == "~ out Peake 7.42 pm"
        await at.press("enter")
        assert (at.last.kind, at.last.text) == (Kind.PROCEDURE, "out Peake 7.42 pm")
        assert "Tab takes it" not in at.text
        assert "2 of 3 present" in at.text
        await at.enter("! noted", "# Work programme")
        assert "~ in Peake   Tab takes it" in at.text
        await at.press("right")
        assert at.composer == "~ in Peake 7.42 pm"
        await at.press("enter")
        assert at.last.text == "in Peake 7.42 pm"
        assert "3 of 3 present" in at.text
        assert "Tab takes it" not in at.text


@pytest.mark.parametrize(
    "head", [EVENING.replace("3 March", "2 March"), EVENING.replace("time:", "closed: 9 pm\ntime:")]
)
async def test_what_is_offered_after_the_meeting_has_no_time(tmp_path, head):
    async with desk(tmp_path, head, size=(120, 36)) as at:
        await at.enter("# Mill Lane library")
        await at.press("tab")
        assert at.composer == "~ out Peake"


async def test_what_was_taken_goes_with_undo_and_leaves_the_composer_as_it_was(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter("# Mill Lane library")
        await at.press("tab", "ctrl+z")
        assert at.screen.composer.empty
        assert "~ out Peake   Tab takes it" in at.text
        await at.enter("? Why?")
        assert at.last.kind is Kind.QUESTION


async def test_the_words_of_a_carried_motion_are_offered_as_resolved(tmp_path):
    async with desk(tmp_path, EVENING, size=(80, 24)) as at:
        await at.enter(":go 3", "% Okoro / Farrant: That it be deferred", "% carried 3-0-0")
        assert "! That it be deferred   Tab takes it" in at.text
        await at.enter("% for Okoro, Farrant, Peake")
        assert "! That it be deferred   Tab takes it" in at.text
        await at.press("right")
        assert at.composer == "! That it be deferred"
        await at.press("enter")
        assert (at.last.kind, at.last.text) == (Kind.RESOLUTION, "That it be deferred")
        assert "Tab takes it" not in at.text


@pytest.mark.parametrize("vote", ["% lost 1-2", "% withdrawn"])
async def test_nothing_is_resolved_by_a_motion_that_fell(tmp_path, vote):
    async with desk(tmp_path, EVENING) as at:
        await at.enter(":go 3", "% Okoro / Farrant: That it be deferred", vote)
        assert "Tab takes it" not in at.text


async def test_what_is_resolved_as_amended_is_offered_and_other_words_withdraw_it(tmp_path):
    async with desk(tmp_path, EVENING, size=(80, 24)) as at:
        long = "That the library be kept open in the evening and on Sundays " * 6
        await at.enter(
            ":go 3", f"% Okoro / Farrant: {long}", '% amend Peake / Okoro: add "in May" at the end'
        )
        await at.enter("% carried")
        assert "Tab takes it" not in at.text
        await at.enter("% carried")
        assert "! That the library be kept open" in at.text
        assert "…   Tab takes it" in at.text
        await at.enter("Members clapped.")
        assert at.last.text == "Members clapped."
        assert "Tab takes it" not in at.text
        await at.press("ctrl+z", "tab")
        assert at.composer == f"! {long.strip()} in May"


async def test_a_lost_quorum_is_said_and_the_line_that_minutes_it_is_offered(tmp_path):
    notes = EVENING.replace("time: 7.00 pm", "time: 7.00 pm\nquorum: 3")
    async with desk(tmp_path, notes, size=(120, 36)) as at:
        await at.enter(":go 3", "~ in Okoro 7.55 pm", "~ out Okoro 7.50 pm")
        assert at.said.startswith("2 members are present at 7.50 pm, and the quorum is 3 (and 1")
        await at.press("tab", "enter")
        assert at.last.text == "The meeting was inquorate from 7.50 pm."
        assert "Tab takes it" not in at.text


async def test_midnight_and_times_that_run_backwards_are_said_and_found_after_reopening(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter(":go 3", "~ out Okoro 11.50 pm", "~ in Okoro 0:10")
        assert at.said == "12.10 am is taken to be after midnight. The line is kept"
        await at.enter("~ out Okoro 0:05")
        assert at.said == "12.05 am stands after 12.10 am. The line is kept"
        before, path = ledger(at.meeting), at.path
    async with desk(tmp_path, path=path) as at:
        assert ledger(at.meeting) == before
        found = [finding.words for finding in check(at.meeting) if "midnight" in finding.rule
                 or "times" in finding.rule]  # fmt: skip
        assert found == ["12.10 am is taken to be after midnight", "12.05 am stands after 12.10 am"]


@pytest.mark.parametrize("typed", ["? @jx What would it cost?", "As @jx had said.", "> @jx So."])
async def test_a_code_of_nobody_is_said_with_the_nearest(tmp_path, typed):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter(":go 3", typed)
        assert "“@jx”" in at.said
        assert typed.endswith(at.last.text)
        await at.enter("? @rx Why?")
        assert "“@rx” is; the nearest is Rani Dell (@rd)" in at.said


async def test_what_is_offered_is_not_forced_and_goes_when_the_item_does(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter("# Mill Lane library", "He stayed after all.")
        assert at.last.text == "He stayed after all."
        await at.enter("# Work programme")
        assert "Tab takes it" not in at.text
        await at.press("tab")
        assert at.screen.composer.badge.depth == 1


async def test_going_back_to_an_item_that_has_begun_reminds_of_nothing(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.enter("# Mill Lane library", "Begun.", ":go 1", ":go 2")
        assert "declared" not in at.said
        assert "Tab takes it" not in at.text


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (":people", "@jp Jonas Peake"),
        (":agenda", "2 Mill Lane library"),
        (":find friends", "1 ~ interest Peake 2"),
    ],
)
async def test_a_listing_is_shown(tmp_path, size, command, shown):
    async with desk(tmp_path, EVENING, size=size) as at:
        await at.enter(command)
        assert isinstance(at.app.screen, ListingScreen)
        await to_the_list(at)
        assert shown[: size[0] - 20] in at.text
        await at.press("escape")
        await at.type("Going on")
        assert at.screen.composer.text == "Going on"


async def test_a_line_found_is_one_enter_away(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.enter(":find friends")
        await to_the_list(at)
        await at.press("enter")
        assert at.screen.transcript.chosen == 1


async def test_the_gaps_are_listed_and_gone_to(tmp_path):
    async with desk(tmp_path, EVENING + "It cost £??.\n") as at:
        await at.enter(":gaps")
        await to_the_list(at)
        assert "It cost £??" in at.text
        await at.press("enter", "enter")
        assert at.screen.composer.text == "It cost £??."


async def test_help_as_a_command_is_the_page_of_help(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.enter(":help")
        assert isinstance(at.app.screen, HelpScreen)


@pytest.mark.parametrize("first", ["composer", "transcript"])
async def test_keys_that_follow_a_dialogs_key_at_once_are_the_dialogs(tmp_path, first):
    async with desk(tmp_path, EVENING) as at:
        if first == "transcript":
            await at.press("up")
        await at.hurry("f8", "n", *"Ada", "space", *"Lund", "enter", "escape", *"Next")
        assert [person.name for person in at.meeting.attendance].count("Ada Lund") == 1
        assert not isinstance(at.app.screen, AttendanceScreen)
        assert at.screen.composer.text == "Next"
        await at.hurry("f1", "escape", *" line", "enter")
        assert at.last.text == "Next line"


async def test_the_palette_gets_what_is_typed_after_its_key_and_nothing_before_it(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.hurry(*"Half a sentence", "ctrl+p", *"closed just now")
        assert isinstance(at.app.screen, PaletteScreen)
        assert at.screen.composer.text == "Half a sentence"
        assert at.app.screen.query_one("PaletteList").words == "closed just now"
        await at.press("enter")
        await until(lambda: at.meeting.close is not None)


async def test_the_time_is_offered_to_who_leaves_now(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 36)) as at:
        await at.type("~out Okoro")
        assert "7.42 pm" in at.text
        await at.press("tab", "enter")
        assert at.last.text == "out Okoro 7.42 pm"
        await at.enter("~in Okoro")
        assert at.last.text == "in Okoro"
