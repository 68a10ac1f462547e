"""The agenda: going to items, adding, renaming, ordering, Part II; by keys."""

from __future__ import annotations

from desk import desk

from minute_taker.minutes.model import Part


def titles(at):
    return [item.title for item in at.meeting.items]


async def to_agenda(at):
    await at.press("f9", "f9")
    assert at.screen.agenda.has_focus


async def test_enter_goes_to_an_item_and_lines_go_there(tmp_path):
    async with desk(tmp_path) as at:
        await to_agenda(at)
        await at.press("up", "enter")
        assert at.screen.composer.has_focus
        assert at.screen.draft.item.title == "Apologies for absence"
        await at.enter("None were received.")
        assert at.meeting.items[0].lines[0].text == "None were received."


async def test_one_key_goes_back_to_where_the_meeting_was(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter(":go 3", "The programme was noted.", ":go 1", "None.")
        await at.press("ctrl+o")
        assert at.screen.draft.item.title == "Work programme"
        await at.press("ctrl+o")
        assert at.screen.draft.item.title == "Apologies for absence"


async def test_a_heading_typed_opens_the_item_that_waits_or_a_new_one(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("# work programme")
        assert at.screen.draft.item.id == at.meeting.items[2].id
        assert len(at.meeting.items) == 3
        await at.enter("#Any other business (9)")
        assert titles(at)[-1] == "Any other business"
        assert at.screen.draft.item.agenda_number == "9"


async def test_items_are_added_and_renamed(tmp_path):
    async with desk(tmp_path) as at:
        await to_agenda(at)
        await at.press("n")
        await at.type("Urgent business (7)\r")
        assert titles(at)[-1] == "Urgent business"
        assert at.meeting.items[-1].agenda_number == "7"
        await to_agenda(at)
        await at.press("home", "e", "ctrl+u")
        await at.type("Apologies\r")
        assert titles(at)[0] == "Apologies"


async def test_a_title_cannot_be_nothing(tmp_path):
    async with desk(tmp_path) as at:
        await to_agenda(at)
        await at.press("home", "e", "ctrl+u", "enter")
        assert "needs a title" in at.text
        await at.press("escape")
        assert titles(at)[0] == "Apologies for absence"


async def test_items_are_put_earlier_and_later(tmp_path):
    async with desk(tmp_path) as at:
        await to_agenda(at)
        await at.press("end", "shift+up", "shift+up", "shift+up")
        assert titles(at) == ["Work programme", "Apologies for absence", "Opening hours"]
        await at.press("shift+down")
        assert titles(at)[1] == "Work programme"


async def test_an_item_is_made_exempt_and_public_again(tmp_path):
    async with desk(tmp_path) as at:
        await to_agenda(at)
        await at.press("2")
        assert at.meeting.items[1].part is Part.EXEMPT
        assert "Part II" in at.text
        await at.press("2")
        assert at.meeting.items[1].part is Part.PUBLIC


async def test_an_item_with_lines_is_removed_only_after_a_question(tmp_path):
    async with desk(tmp_path) as at:
        await to_agenda(at)
        await at.press("end", "delete")
        assert len(at.meeting.items) == 2
        await at.press("home", "down", "delete", "escape")
        assert len(at.meeting.items) == 2
        await at.press("delete", "enter")
        assert titles(at) == ["Apologies for absence"]
        await at.press("escape", "ctrl+z", "ctrl+z")
        assert len(at.meeting.items) == 3


async def test_the_agenda_says_how_far_each_item_is(tmp_path):
    async with desk(tmp_path, size=(120, 30)) as at:
        await at.enter("It cost £??.")
        rows = {row[5:25].strip(): row[:28] for row in at.text.split("\n")[2:5]}
        assert "✓" in next(row for row in rows.values() if "Apologies" in row)
        assert "▸" in next(row for row in rows.values() if "Opening" in row)
        assert "??" in next(row for row in rows.values() if "Opening" in row)
        assert "✓" not in next(row for row in rows.values() if "Work" in row)


async def test_in_a_narrow_terminal_the_agenda_comes_when_it_is_gone_to(tmp_path):
    async with desk(tmp_path, size=(80, 24)) as at:
        assert "2 of 3" in at.text
        await to_agenda(at)
        assert "Work programme" in at.text.split("│")[0] + at.text
        await at.press("escape")
        assert at.screen.composer.has_focus
        assert not at.screen.has_class("-agenda")


async def test_people_are_marked_over_the_screen_and_counted_in_the_title(tmp_path):
    async with desk(tmp_path, size=(140, 30)) as at:
        assert "3 of 3 present" in at.text
        await at.type("?Half a")
        await at.press("f8", "down", "a", "escape")
        assert "2 of 3 present" in at.text
        assert at.composer == "? Half a"


async def test_at_40_columns_the_agenda_has_the_width_and_gives_it_back(tmp_path):
    async with desk(tmp_path, size=(40, 10)) as at:
        await at.type("?Half a")
        await to_agenda(at)
        assert "1 Apologies for absence" in at.text
        assert "Opening hours" in at.text
        await at.press("up", "enter")
        assert at.screen.composer.has_focus
        assert at.screen.draft.item.title == "Apologies for absence"
        assert "1 Apologies for absence ─" in at.text
        assert at.composer == "? Half a"
