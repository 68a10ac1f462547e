"""The moves of three hours: the next item, lines that are always seen, offers, undo; by keys."""

from __future__ import annotations

import pytest
from desk import desk

from minute_taker.minutes.model import Kind

AGENDA = """\
committee: Rivers Board
date: 3 March 2020
time: 7.00 pm
members: Ines Calder (Chair), Tomas Burke, Wanda Bunting, Ann Bell, Bob Bell

# Apologies for absence
# Declarations of interest
#- Part One
# Weirs
# Weir keepers
"""
LONG = "committee: A\n\n# One\n" + "\n".join(f"Line {n}." for n in range(80))


def here(at):
    return at.screen.draft.item.title


@pytest.mark.parametrize(
    "keys",
    [
        ["up", "home", "enter", "enter"],
        ["up", "home", "enter", "x", "enter"],
        ["up", "home", "escape"],
        ["up", "pageup", "pageup", "f5", "escape"],
        ["up", "home", "f9", "escape", "up", "home", "shift+down", "escape"],
    ],
)
async def test_the_line_just_entered_is_always_seen(tmp_path, keys):
    async with desk(tmp_path, LONG, size=(80, 24)) as at:
        await at.press(*keys)
        for n in range(3):
            await at.enter(f"Newly typed {n}.")
            assert f"Newly typed {n}." in at.text


async def test_a_line_put_in_far_above_is_seen(tmp_path):
    async with desk(tmp_path, LONG, size=(80, 24)) as at:
        await at.press("up", "home", "insert")
        at.screen.transcript.scroll_end(animate=False)
        await at.settle()
        await at.enter("Put in.")
        assert "Put in." in at.text


async def test_one_key_opens_the_next_heading_and_one_the_heading_before(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        for title in ("Declarations of interest", "Part One", "Weirs", "Weir keepers"):
            await at.press("ctrl+down")
            assert here(at) == title
            assert title in at.text
        await at.press("ctrl+down")
        assert here(at) == "Weir keepers"
        assert "last item" in at.said
        await at.press("alt+up", "ctrl+up")
        assert here(at) == "Part One"
        await at.press("ctrl+o")
        assert here(at) == "Weirs"


async def test_what_is_begun_goes_along_to_the_next_item(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        await at.type("None we")
        await at.press("ctrl+down")
        await at.enter("re made")
        assert here(at) == "Declarations of interest"
        assert at.last.text == "None were made"


async def test_an_edit_is_entered_before_the_next_item_is_opened(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        await at.enter("Nobody was away.")
        await at.press("up", "enter")
        await at.type(" So they said.")
        await at.press("ctrl+down")
        assert here(at) == "Declarations of interest"
        assert at.meeting.line(1).text == "Nobody was away. So they said."
        assert at.screen.composer.empty


async def test_undo_takes_back_what_was_done_last_a_move_too(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        await at.enter("Nobody was away.")
        await at.press("ctrl+down", "ctrl+down")
        await at.enter("# Weirs")
        assert here(at) == "Weirs"
        for title in ("Part One", "Declarations of interest", "Apologies for absence"):
            await at.press("ctrl+z")
            assert here(at) == title
        assert at.last.text == "Nobody was away."
        await at.press("ctrl+z")
        assert not at.meeting.line_count()
        await at.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert (here(at), at.meeting.line_count()) == ("Part One", 1)


async def test_a_title_begun_is_completed_and_goes_to_the_item_that_waits(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        items = len(at.meeting.items)
        await at.type("# decl")
        assert at.screen.composer.suggestion == "" or "Declarations" in at.text
        await at.press("tab")
        assert at.screen.composer.text == "Declarations of interest"
        await at.press("enter")
        assert here(at) == "Declarations of interest"
        await at.enter("# Apol")
        assert here(at) == "Apologies for absence"
        assert at.said == "this is “Apologies for absence”"
        assert len(at.meeting.items) == items
        await at.press("ctrl+z")
        assert here(at) == "Declarations of interest"


async def test_a_title_that_fits_two_or_none_that_wait_is_a_new_item(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        items = len(at.meeting.items)
        await at.enter("# Wei", "# Locks", "# Weirs")
        assert [item.title for item in at.meeting.items[items:]] == ["Wei", "Locks"]
        assert here(at) == "Weirs"
        await at.enter("They were shut.", "# Weirs")
        assert len(at.meeting.items) == items + 3


async def test_two_whose_name_begins_so_are_both_offered(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        await at.type("~ apologies Bu")
        assert "rke   Down: Bunting" in at.text
        await at.press("tab")
        assert at.composer == "~ apologies Burke"
        await at.press("backspace", "backspace", "backspace", "down")
        assert "nting   Down: Burke" in at.text
        await at.press("right")
        assert at.composer == "~ apologies Bunting"


async def test_two_of_one_surname_are_offered_by_their_whole_names(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        await at.type("~ out Bel")
        assert "Ann Bell   Down: Bob Bell" in at.text
        await at.press("down", "tab")
        assert at.composer == "~ out Bob Bell"


async def test_up_in_a_half_typed_line_moves_within_it(tmp_path):
    async with desk(tmp_path, AGENDA, size=(80, 24)) as at:
        await at.enter("One.")
        await at.type("word " * 40)
        for _ in range(5):
            await at.press("up")
        assert at.screen.composer.has_focus
        assert at.screen.composer.cursor_location == (0, 0)
        assert at.screen.transcript.chosen is None


@pytest.mark.parametrize("key", ["escape", "ctrl+u"])
async def test_a_refused_command_stays_to_be_mended_and_leaves_nothing_behind(tmp_path, key):
    async with desk(tmp_path, AGENDA) as at:
        await at.enter(":go 99")
        assert at.composer == ":go 99"
        assert "no item 99" in at.said
        await at.press(key)
        assert at.composer == ""
        await at.enter("Members sat down.")
        assert (at.last.kind, at.last.text) == (Kind.TEXT, "Members sat down.")


async def test_what_is_typed_over_a_refused_command_is_no_command(tmp_path):
    async with desk(tmp_path, AGENDA) as at:
        await at.enter(":go 99", "Members sat down.")
        assert (at.last.kind, at.last.text) == (Kind.TEXT, "Members sat down.")


async def test_keys_typed_into_a_question_are_not_lost(tmp_path):
    voted = AGENDA + "% Burke / Bell: That it be sold\n% carried 3-0-0\n"
    async with desk(tmp_path, voted) as at:
        await at.press("up", "up", "enter")
        assert "Settled by a vote" in at.text
        await at.type("The Board rose.")
        assert at.screen.composer.text == "The Board rose."
        await at.press("enter")
        assert at.last.text == "The Board rose."
        assert at.meeting.line(1).text == "Burke / Bell: That it be sold"


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 30)])
async def test_the_key_for_text_is_on_the_bar_as_soon_as_the_kind_is_another(tmp_path, size):
    async with desk(tmp_path, AGENDA, size=size) as at:
        await at.enter("? Why?")
        assert at.kind == "answer"
        assert "F5 Text" in at.text
        await at.enter("For safety.", "- a point")
        await at.press("tab")
        assert at.kind == "bullet"
        assert "F5 Text" in at.text
