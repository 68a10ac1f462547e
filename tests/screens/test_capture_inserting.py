"""New lines put in between others, by keys: where they go, and back to the end."""

from __future__ import annotations

from desk import desk, make_draft
from waiting import until

from minute_taker.drafts.folders import minutes_folder
from minute_taker.minutes.model import Kind

LATER = """\
committee: Libraries Committee
date: 3 March 2020

# Opening hours
The report was introduced.
? What would longer hours cost?
> About £9,000 a year.
# Work programme
The programme was considered.
"""


def words(at, item=0):
    return [line.text for line in at.meeting.items[item].lines]


async def test_a_line_is_put_in_after_the_one_chosen(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.press("up", "up", "up", "insert")
        assert "new line after 2" in at.text
        assert "↓Q" in at.text.replace(" ", "")
        assert at.said == "What you type goes after line 2; Ins: before it; Esc: back to the end"
        assert at.kind == "answer"
        await at.enter("There were two estimates.")
        assert "new line after 5" in at.text
        await at.enter("?Why two?")
        assert words(at) == [
            "The report was introduced.", "What would longer hours cost?",
            "There were two estimates.", "Why two?", "About £9,000 a year.",
        ]  # fmt: skip
        await at.press("escape")
        assert at.screen.draft.item.title == "Work programme"
        assert "line 7" in at.text
        await at.enter("It was agreed.")
        assert words(at, 1) == ["The programme was considered.", "It was agreed."]


async def test_a_second_insert_puts_it_before_the_line_and_so_before_the_first(tmp_path):
    async with desk(tmp_path, LATER) as at:
        before = at.notes
        first = ["The Chairman spoke first.", "Why?", "The report was introduced."]
        await at.press("up", "home", "insert", "insert")
        await at.shows("new line before 1")
        assert "1↑" in at.text
        assert at.said == "What you type goes before line 1; Ins: after it; Esc: back to the end"
        assert at.kind == "text"
        await at.enter(first[0], f"?{first[1]}")
        await until(lambda: words(at)[:3] == first)
        await at.shows("new line before 1")
        after = at.notes
        await at.press("ctrl+z", "ctrl+z")
        await until(lambda: at.notes == before)
        await at.shows("new line before 1")
        await at.press("ctrl+y", "ctrl+y")
        await until(lambda: at.notes == after)
        await at.press("insert")
        await at.shows("new line after 1")
        await at.enter("After it.")
        await until(lambda: words(at)[3] == "After it.")
        await at.press("escape")
        await until(lambda: at.screen.draft.item.title == "Work programme")


async def test_what_is_begun_goes_along_to_the_other_side(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.press("up", "home", "insert")
        await at.shows("new line after 1")
        await at.type("\\Begun")
        await at.press("insert")
        await at.shows("new line before 1")
        await at.type(" here.\r")
        await until(lambda: words(at)[0] == "Begun here.")


async def test_undo_and_redo_of_lines_put_in(tmp_path):
    async with desk(tmp_path, LATER) as at:
        before = at.notes
        await at.press("up", "up", "ctrl+e")
        await at.enter("?One?", "Two.")
        after = at.notes
        await at.press("ctrl+z", "ctrl+z")
        assert at.notes == before
        await at.press("ctrl+y", "ctrl+y")
        assert at.notes == after
        await at.enter("?Three?")
        assert words(at)[-3:] == ["One?", "Two.", "Three?"]


async def test_escape_enters_what_was_begun_there_and_gives_back_what_was_begun_before(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.type("\\The next meeting")
        await at.press("f9", "up", "up", "insert")
        assert at.screen.composer.empty
        await at.type("!That two branches open")
        await at.press("escape")
        assert at.meeting.items[0].lines[2].text == "That two branches open"
        assert at.meeting.items[0].lines[2].kind is Kind.RESOLUTION
        assert at.screen.composer.text == "The next meeting"
        await at.type(" was fixed.\r")
        assert words(at, 1)[-1] == "The next meeting was fixed."


async def test_a_look_at_another_line_while_one_is_put_in(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.press("up", "up", "up", "up", "insert")
        await at.type("Put in.")
        await at.press("f9", "down", "enter")
        assert words(at)[1] == "Put in."
        await at.press("end")
        await at.type(" Really?\r")
        assert words(at)[2] == "What would longer hours cost? Really?"
        await at.enter("At the end.")
        assert words(at, 1)[-1] == "At the end."


async def test_another_item_ends_it_and_nothing_typed_is_lost(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.type("\\Begun at the end")
        await at.press("f9", "up", "up", "insert")
        await at.type("\\Begun between")
        await at.press("f9", "f9", "down", "enter")
        assert at.screen.draft.session.after is None
        held = [line.removeprefix("\\") for line in at.screen.composer.text.split("\n")]
        assert held == ["Begun between", "Begun at the end"]
        await at.press("enter", "enter")
        assert words(at, 1)[-2:] == ["Begun between", "Begun at the end"]


async def test_a_paste_goes_in_there(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.press("up", "up", "up", "up", "insert")
        await at.paste("A paragraph.\n\nAnother.")
        await at.press("enter")
        assert words(at)[:4] == [
            "The report was introduced.", "A paragraph.", "Another.",
            "What would longer hours cost?",
        ]  # fmt: skip
        await at.press("ctrl+z")
        assert words(at)[1] == "What would longer hours cost?"


async def test_without_a_line_chosen_it_says_what_to_do(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.press("insert")
        assert at.said == "Choose a line first: F9, or Up from the empty composer"


async def test_by_command(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.enter(":after 1", "Put in.")
        assert words(at)[1] == "Put in."
        await at.enter(":before 1", "Before all.")
        await until(lambda: words(at)[:2] == ["Before all.", "The report was introduced."])
        await at.enter(":after", "At the end.")
        assert words(at, 1)[-1] == "At the end."


async def test_the_place_is_known_again_after_a_crash(tmp_path):
    path = make_draft(minutes_folder(tmp_path / "minutes"), LATER)
    async with desk(tmp_path, path=path) as at:
        await at.type("\\Begun at the end")
        await at.press("f9", "up", "up", "insert")
        await at.type("Begun between")
        at.stored()
    async with desk(tmp_path, path=path) as at:
        assert "new line after 2" in at.text
        assert at.screen.composer.text == "Begun between"
        await at.press("escape")
        assert words(at)[2] == "Begun between"
        assert at.screen.draft.item.title == "Work programme"
        assert at.screen.composer.text == "Begun at the end"
        await at.press("f9", "home", "insert", "insert")
        await at.shows("new line before 1")
        await at.type("Before all")
        await until(lambda: at.screen.composer.text == "Before all")
        at.stored()
    async with desk(tmp_path, path=path) as at:
        await at.shows("new line before 1")
        await at.press("escape")
        await until(lambda: words(at)[0] == "Before all")


async def test_it_is_in_the_palette_and_on_the_page_of_help(tmp_path):
    async with desk(tmp_path, LATER, size=(200, 60)) as at:
        await at.press("up")
        assert "Ins New line after" in at.text
        await at.press("f1")
        assert "After this; Ins again, before" in at.text


async def test_up_goes_back_to_the_line_just_mended_until_a_new_one_is_entered(tmp_path):
    async with desk(tmp_path, LATER) as at:
        await at.press("up", "up", "up", "enter", "end")
        await at.type(" Really?\r")
        await at.press("up")
        assert at.screen.transcript.chosen == 2
        await at.press("escape")
        await at.enter("At the end.")
        await at.press("up")
        assert at.screen.transcript.chosen == 5
