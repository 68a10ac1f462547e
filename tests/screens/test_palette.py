"""The palette: what can be done, found by its name."""

from __future__ import annotations

import pytest
from desk import desk

from minute_taker.screens.finding.palette_screen import PaletteRow, found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("export", "Export"), ("undo", "Undo"), ("details", "Details"), ("preview", "Preview"),
        ("people", "People"), ("rename", "Rename item"), ("close", "Close"), ("quit", "Quit"),
        ("check", "Check"), ("split", "Split"), ("pdf", "Export a PDF"), ("add files", "Add files"),
        ("find", "Find"), ("save a", "Save a copy"), ("theme light", "Theme: light"),
        ("exempt lines", "Export in full"),
    ],
)  # fmt: skip
async def test_a_command_is_found_by_its_name_and_done_by_enter_at_once(tmp_path, typed, name):
    async with desk(tmp_path, size=(80, 24)) as at:
        await at.press("ctrl+p")
        await at.type(typed)
        assert at.app.screen._list.row.name == name


async def test_the_name_stands_first_and_the_key_at_the_right_over_a_transcript_in_sight(tmp_path):
    async with desk(tmp_path, size=(80, 24)) as at:
        await at.press("ctrl+p")
        rows = at.text.splitlines()
        row = next(row for row in rows if "Question" in row and "F2" in row)
        assert row.index("Question") < row.index("Make this a question") < row.index("F2")
        assert "What would longer hours cost?" in at.text
        await at.press("escape")
        assert at.app.screen is at.screen


async def test_closing_is_what_is_done_by_close_and_enter(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("ctrl+p")
        await at.type("close\r")
        await at.shows("1 draft")


async def test_leaving_is_always_on_the_bar_and_ctrl_c_says_how(tmp_path):
    for size in ((80, 24), (120, 36)):
        async with desk(tmp_path, size=size) as at:
            assert "^Q Quit" in at.text.splitlines()[-1]
            await at.press("ctrl+c")
            assert "Ctrl+Q quits" in at.said
            await at.press("escape", "ctrl+p")
            await at.type("close\r")
            await at.shows("^Q Quit")


def test_those_that_fit_as_well_stand_in_the_order_of_use():
    rows = [PaletteRow(name, does, "", list) for name, does in (
        ("Find", "Find words"), ("Find again", "The words before"), ("Words", "Find their number"),
    )]  # fmt: skip
    assert [row.name for row in found(rows, "find")] == ["Find", "Find again", "Words"]
    assert [row.name for row in found(rows, "words")] == ["Words", "Find", "Find again"]
    assert found(rows, "zebra") == []
