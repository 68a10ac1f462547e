"""The top row: what goes when there is no room, and what never does."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from desk import NOTES, desk
from rich.cells import cell_len

from minute_taker.screens.title_bar import Safety, saved_words

LONG = "Residents, Education and Environmental Services Policy Overview Committee"
STATES = ("Saved 19:42:07", "Saving", "NOT SAVED the disk is full", "READ ONLY")


@pytest.mark.parametrize("words", STATES)
@pytest.mark.parametrize("committee", ["", "A", LONG, "住民教育委員会" * 6])
async def test_the_state_of_saving_is_never_cut(tmp_path, size, words, committee):
    notes = NOTES.replace("Libraries Committee", committee)
    async with desk(tmp_path, notes, size=size) as at:
        at.screen.title_bar.show_safety(Safety(words, well="NOT" not in words))
        await at.settle()
        row = at.text.split("\n")[0]
        assert row.rstrip().endswith(words)
        assert cell_len(row) == size[0]


async def test_at_80_columns_the_name_gives_way_first_and_the_date_next(tmp_path):
    notes = NOTES.replace("Libraries Committee", LONG)
    async with desk(tmp_path, notes, size=(80, 24)) as at:
        for words, kept in (
            ("Saved 19:42:07", ("DRAFT", "3 of 3 present", "7.42 pm", "0:42")),
            ("NOT SAVED the disk is full", ("DRAFT", "3 of 3 present")),
        ):
            at.screen.title_bar.show_safety(Safety(words))
            await at.settle()
            row = at.text.split("\n")[0]
            assert row.startswith(" Residents, Ed")
            assert "3 Mar 2020" not in row
            assert all(fact in row for fact in kept)


@pytest.mark.parametrize("size", [(120, 36), (200, 50)])
async def test_where_there_is_room_all_is_shown(tmp_path, size):
    async with desk(tmp_path, size=size) as at:
        at.screen.title_bar.show_safety(Safety("Saved 19:42:07"))
        await at.settle()
        row = at.text.split("\n")[0]
        for fact in ("Libraries Committee", "3 Mar 2020", "DRAFT", "7.42 pm", "0:42"):
            assert fact in row


async def test_the_time_of_saving_is_there_before_anything_is_typed(tmp_path, size):
    async with desk(tmp_path, size=size) as at:
        assert re.search(r"Saved \d\d:\d\d:\d\d ?$", at.text.split("\n")[0])


def test_a_draft_of_another_day_says_which():
    today = dt.date(2026, 5, 13)
    said = {
        dt.datetime(2026, 5, 13, 9, 5, 1): "Saved 09:05:01",
        dt.datetime(2026, 5, 12, 9, 5, 1): "Saved 12 May",
        dt.datetime(2025, 12, 31, 9, 5, 1): "Saved 31 Dec 2025",
        None: "Saved",
    }
    assert {at: saved_words(at, today) for at in said} == said
