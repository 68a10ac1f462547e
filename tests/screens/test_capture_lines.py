"""Mending what stands in the transcript: in place, moved, parted, joined; by keys."""

from __future__ import annotations

from desk import desk
from waiting import until

from minute_taker.minutes.model import Kind

BODY = """\
# Apologies for absence
# Opening hours
The report was introduced.
? @jp What would longer hours cost?
> @rd About £9,000 a year.
# Work programme"""


def chosen(at):
    return at.screen.transcript.chosen


async def test_up_walks_from_the_empty_composer_and_down_comes_back(tmp_path):
    async with desk(tmp_path) as at:
        assert at.notes == BODY
        await at.press("up")
        assert chosen(at) == 3
        await at.press("up", "up")
        assert chosen(at) == 1
        await at.press("down")
        assert chosen(at) == 2
        await at.press("down", "down")
        assert chosen(at) is None
        assert at.screen.composer.has_focus


async def test_up_stays_in_the_composer_while_something_is_typed(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("Half a")
        await at.press("up")
        assert at.screen.composer.has_focus


async def test_enter_edits_in_place_and_enter_enters_it(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "up", "enter")
        assert at.composer == "? @jp What would longer hours cost?"
        assert "editing 2" in at.text
        await at.press("end", "backspace")
        await at.type(" in all?")
        await at.press("enter")
        assert at.meeting.line(2).text == "What would longer hours cost in all?"
        assert at.meeting.line(2).speaker == "jp"
        assert "editing" not in at.text
        await at.enter("And then")
        assert at.last.text == "And then"


async def test_escape_ends_an_edit_and_keeps_what_was_typed(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "up", "up", "enter", "end")
        await at.type(" At length.")
        await at.press("escape")
        assert at.meeting.line(1).text == "The report was introduced. At length."
        await at.press("ctrl+z")
        assert at.meeting.line(1).text == "The report was introduced."


async def test_escape_from_an_emptied_edit_leaves_the_line(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "up", "up", "enter", "end", "ctrl+u", "escape")
        assert at.meeting.line(1).text == "The report was introduced."
        assert at.said == "Line 1 stays as it was"


async def test_what_was_begun_waits_for_the_end_of_an_edit(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("?Half a question")
        await at.press("f9", "enter", "end")
        assert at.screen.composer.text == "About £9,000 a year."
        await at.type(" Or so.")
        await at.press("enter")
        assert at.composer == "? Half a question"
        assert at.meeting.line(3).text == "About £9,000 a year. Or so."


async def test_an_edit_can_change_the_kind(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "enter", "f5", "enter")
        assert at.meeting.line(3).kind is Kind.TEXT
        assert at.meeting.line(3).text == "About £9,000 a year."


async def test_a_line_is_deleted_and_brought_back(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "up", "delete")
        assert at.meeting.line(2) is None
        assert chosen(at) == 3
        await at.press("ctrl+z")
        assert at.notes == BODY


async def test_a_line_is_moved_down_into_the_next_item_and_up_again(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "shift+down")
        assert [line.id for line in at.meeting.items[2].lines] == [3]
        await at.press("shift+up", "shift+up")
        assert [line.id for line in at.meeting.items[1].lines] == [1, 3, 2]
        assert chosen(at) == 3
        await at.press(*["shift+up"] * 9)
        assert at.meeting.items[0].lines[0].id == 3


async def test_a_line_is_set_in_and_out(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "tab", "tab")
        assert at.meeting.line(3).depth == 2
        await at.press("shift+tab")
        assert at.meeting.line(3).depth == 1


async def test_the_kind_of_the_chosen_line_is_changed(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "f4")
        assert at.meeting.line(3).kind is Kind.RESOLUTION
        await at.press("f5")
        assert at.meeting.line(3).kind is Kind.TEXT
        await at.press("f5")
        assert at.meeting.line(3).kind is Kind.ACTION


async def test_what_is_typed_in_the_transcript_goes_to_the_composer(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "up")
        await at.pilot.press("N", "o", "w")
        await at.settle()
        assert at.screen.composer.text == "Now"
        assert chosen(at) is None


async def test_a_line_is_parted_at_the_cursor_and_joined_again(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "enter", "home", *["right"] * 5, "ctrl+t")
        assert at.meeting.line(3).text == "About"
        assert at.composer == "> £9,000 a year."
        assert at.screen.editor.editing == 4
        await at.press("ctrl+l")
        assert at.notes == BODY


async def test_what_is_being_typed_is_parted_too(tmp_path):
    async with desk(tmp_path) as at:
        await at.type(">First. Second.")
        await at.press(*["left"] * 7, "ctrl+t")
        assert (at.last.kind, at.last.text) == (Kind.ANSWER, "First.")
        assert at.composer == "> Second."


async def test_gaps_are_counted_and_filled_one_after_the_other(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("It cost £??.", "Then it rained.", "?? came.")
        assert "2 gaps" in at.text
        await at.press("ctrl+g")
        await at.type("12")
        await at.press("ctrl+g")
        assert at.meeting.line(4).text == "It cost £12."
        await at.type("Nobody")
        await at.press("enter")
        assert at.meeting.line(6).text == "Nobody came."
        await at.press("ctrl+g")
        assert at.said == "There are no gaps left"


async def test_a_click_chooses_a_line_and_a_second_one_opens_it(tmp_path):
    async with desk(tmp_path) as at:
        rows = at.text.split("\n")
        y = next(n for n, row in enumerate(rows) if "What would longer" in row)
        await at.pilot.click(offset=(50, y))
        await at.settle()
        assert chosen(at) == 2
        await at.pilot.click(offset=(50, y))
        await at.settle()
        assert at.screen.editor.editing == 2


async def test_the_mouse_wheel_scrolls_and_a_new_line_is_seen_all_the_same(tmp_path):
    notes = "committee: A\n\n# One\n" + "\n".join(f"Line {n}." for n in range(80))
    async with desk(tmp_path, notes) as at:
        assert "Line 79." in at.text
        at.screen.transcript.scroll_to(y=0, animate=False)
        await at.settle()
        await at.enter("Line 80.")
        assert "Line 80." in at.text


async def test_the_scroll_bar_shows_where_one_is_and_takes_the_mouse(tmp_path):
    notes = "committee: A\n\n# One\n" + "\n".join(f"Line {n}." for n in range(80))
    async with desk(tmp_path, notes, size=(80, 24)) as at:
        end = [row[-1] for row in at.text.split("\n")]
        bar = at.screen.transcript.vertical_scrollbar.region
        await at.pilot.click(offset=(bar.x, bar.y))
        await until(lambda: "Line 79." not in at.text, lambda: at.text)
        assert [row[-1] for row in at.text.split("\n")] != end


async def test_everything_of_the_sitting_is_taken_back_and_done_again(tmp_path):
    async with desk(tmp_path) as at:
        before = at.notes
        await at.enter(*(f"\\Line {n} of many." for n in range(30)))
        await at.press("up", "shift+up", "f2", "tab", "delete", "escape")
        await at.enter("# Another item", ":join 20")
        after = at.notes
        await at.hurry(*["ctrl+z"] * 36)
        assert at.notes == before
        await at.hurry("ctrl+z")
        assert "nothing to undo" in at.said
        await at.hurry(*["ctrl+y"] * 36)
        assert at.notes == after
