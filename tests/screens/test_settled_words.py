"""Before the words of a motion that was voted on are changed, the clerk is asked; by keys."""

from __future__ import annotations

import pytest
from desk import desk

from minute_taker.screens.dialogs.unlock import Unlock

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
    assert at.screen.transcript.chosen == 1


@pytest.mark.parametrize("no", ["enter", "escape", "n"])
async def test_an_edit_of_a_settled_motion_is_asked_about_and_enter_leaves_it(tmp_path, no):
    async with desk(tmp_path, EVENING) as at:
        await to_the_motion(at)
        await at.press("enter")
        assert isinstance(at.app.screen, Unlock)
        words = " ".join(at.text.replace("│", " ").split())
        assert "The motion at line 1 was carried at" in words
        assert "Change its words all the same?" in words
        await at.press(no)
        assert at.app.screen is at.screen
        assert at.screen._editing is None
        assert at.said == "The words stay as they were voted on"
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
        assert isinstance(at.app.screen, Unlock)
        await at.press("escape")
        assert MOVED in at.notes
        await at.press("up", "home", key, "y")
        assert MOVED not in at.notes


async def test_a_command_and_a_replacement_ask_too(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await to_the_motion(at)
        await at.press("escape")
        await at.enter(":edit 1 Peake: That it go")
        assert isinstance(at.app.screen, Unlock)
        await at.press("y")
        assert "% Peake: That it go" in at.notes
        assert at.screen.composer.empty
        await at.press("ctrl+f")
        await at.type("That it go")
        await at.press("tab")
        await at.type("That it stay")
        await at.press("ctrl+r")
        assert isinstance(at.app.screen, Unlock)
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
