"""Before what a vote has settled is changed, the clerk is asked; by keys."""

from __future__ import annotations

import pytest
from desk import desk
from waiting import until

from minute_taker.screens.capture.navigation import go_to_line
from minute_taker.screens.dialogs.confirm import Confirm

EVENING = """\
committee: Libraries Committee
date: 3 March 2020
members: Odile Farrant (Chairman), Jonas Peake, Mina Okoro

# Opening hours
% Peake / Okoro: That the count be published
"""
MOVED = "% Peake / Okoro: That the count be published"


async def to_the_motion(at):
    await at.enter("% carried 2-1-0")
    await at.press("up", "home")
    await until(lambda: at.screen.transcript.chosen == 1)


async def asked(at):
    """Wait until the clerk is asked."""
    await until(lambda: isinstance(at.app.screen, Confirm), lambda: at.text)


async def answered(at):
    """Wait until the question is gone."""
    await until(lambda: at.app.screen is at.screen, lambda: at.text)


@pytest.mark.parametrize("no", ["enter", "escape", "n"])
async def test_an_edit_of_a_settled_motion_is_asked_about_and_enter_leaves_it(tmp_path, no):
    async with desk(tmp_path, EVENING) as at:
        await to_the_motion(at)
        await at.press("enter")
        await asked(at)
        await until(lambda: "Y " in at.text and "Settled by a vote" in at.text)
        words = " ".join(at.text.replace("│", " ").split())
        assert "The motion at line 1 was carried at" in words
        assert "Change it all the same?" in words
        await at.press(no)
        await answered(at)
        assert at.screen.editor.editing is None
        assert at.said == "It stays as it was voted on"
        assert MOVED in at.notes


async def test_it_is_changed_where_the_clerk_says_so_and_undo_is_free(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await to_the_motion(at)
        await at.press("enter", "y")
        assert at.composer == MOVED
        await at.type(" in May\r")
        assert f"{MOVED} in May" in at.notes
        await at.press("ctrl+z")
        assert f"{MOVED} in May" not in at.notes
        await at.press("ctrl+y")
        assert f"{MOVED} in May" in at.notes


async def test_an_open_motion_is_edited_without_a_question(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.press("up", "enter")
        assert at.composer == MOVED


@pytest.mark.parametrize("key", ["delete", "f2"])
async def test_other_keys_on_a_settled_motion_ask_too(tmp_path, key):
    async with desk(tmp_path, EVENING) as at:
        await to_the_motion(at)
        await at.press(key)
        await asked(at)
        await at.press("escape")
        assert MOVED in at.notes
        await at.press("up", "home", key, "y")
        assert MOVED not in at.notes


async def test_a_command_and_a_replacement_ask_too(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await to_the_motion(at)
        await at.press("escape")
        await at.enter(":edit 1 Peake: That it go")
        await asked(at)
        await at.press("y")
        assert "% Peake: That it go" in at.notes
        assert at.screen.composer.empty
        await at.press("ctrl+f")
        await at.type("That it go")
        await at.press("tab")
        await at.type("That it stay")
        await at.press("ctrl+r")
        await asked(at)
        await at.press("escape")
        assert "% Peake: That it go" in at.notes
        await at.press("f4", "y")
        assert "% Peake: That it stay" in at.notes


async def test_begun_text_is_there_again_after_the_answer(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.enter("% carried 2-1-0")
        await at.type("Half a sen")
        await at.press("f9", "home", "enter", "escape", "escape")
        await at.type("tence")
        assert at.composer.endswith("Half a sentence")


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        (1, ["shift+down"]),
        (2, ["enter"]),
        (2, ["delete"]),
        (2, ["shift+up"]),
        (3, ["enter"]),
        (3, ["delete"]),
        (3, ["tab"]),
        (3, ["f2"]),
        (3, ["ctrl+l"]),
        (4, ["ctrl+l"]),
    ],
)
async def test_the_vote_and_what_it_resolved_are_asked_about_by_every_key(tmp_path, line, keys):
    async with desk(tmp_path, EVENING) as at:
        await at.enter("% carried 2-1-0")
        await at.enter("! That the count be published")
        await at.enter("* The report is on the website.")
        before = at.meeting.items
        await at.press("up", "home", *["down"] * (line - 1))
        await until(lambda: at.screen.transcript.chosen == line)
        await at.press(*keys)
        await asked(at)
        await at.press("escape")
        await answered(at)
        assert at.meeting.items == before
        go_to_line(at.screen, line)
        await until(lambda: at.screen.transcript.chosen == line)
        await at.press(*keys)
        await asked(at)
        await at.press("y")
        await until(lambda: at.meeting.items != before or at.screen.editor.editing == line)


async def test_a_resolution_that_is_still_written_is_mended_without_a_question(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.enter("% carried 2-1-0")
        await at.press("up", "enter", "end")
        await until(lambda: at.composer == "% carried 2-1-0")
        await at.type("0\r")
        await until(lambda: "% carried 2-1-00" in at.notes)
        await at.enter("! That the cuont be published")
        await at.press("up", "enter")
        await until(lambda: at.composer == "! That the cuont be published")
        await at.press("escape")
        await at.enter("s/cuont/count/")
        await until(lambda: "! That the count be published" in at.notes)
        assert "% carried 2-1-00" in at.notes


async def test_a_settled_motion_that_was_opened_is_parted_without_a_second_question(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await to_the_motion(at)
        await at.press("enter")
        await asked(at)
        await at.press("y")
        await until(lambda: at.composer == MOVED)
        await at.press("end", *["left"] * len("be published"))
        await at.press("ctrl+t")
        await until(lambda: at.composer.endswith("% be published"), lambda: at.text)
        await answered(at)
        assert [line.text for line in at.meeting.items[0].lines][:2] == [
            "Peake / Okoro: That the count",
            "be published",
        ]


async def test_an_item_with_a_settled_motion_is_taken_out_by_y_alone(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.enter("% carried 2-1-0")
        await at.press("f9", "f9")
        await until(lambda: at.screen.agenda.has_focus)
        await at.press("delete")
        await asked(at)
        await until(lambda: "Y " in at.text and "Settled by a vote" in at.text)
        words = " ".join(at.text.replace("│", " ").split())
        assert "The motion at line 1 was carried at" in words
        assert "with its 2 lines? Ctrl+Z brings them back." in words
        await at.press("enter")
        await answered(at)
        assert MOVED in at.notes
        await until(lambda: at.screen.agenda.has_focus)
        await at.press("delete")
        await asked(at)
        await at.press("y")
        await until(lambda: not at.meeting.items)
        await at.press("escape", "ctrl+z")
        await until(lambda: at.meeting.items and MOVED in at.notes)
