"""The top row: what goes when there is no room, and what never does."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from desk import NOTES, desk
from rich.cells import cell_len

from minute_taker.screens.capture.title_bar import Safety, saved_words

LONG = "Residents, Education and Environmental Services Policy Overview Committee"
STATES = ("Saved 7.42 pm", "Saving", "NOT SAVED the disk is full", "READ ONLY")


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
            ("Saved 7.42 pm", ("DRAFT", "3 of 3 present", "7.42 pm", "0:42")),
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
        at.screen.title_bar.show_safety(Safety("Saved 7.42 pm"))
        await at.settle()
        row = at.text.split("\n")[0]
        for fact in ("Libraries Committee", "3 Mar 2020", "DRAFT", "7.42 pm", "0:42"):
            assert fact in row


async def test_the_time_of_saving_is_there_before_anything_is_typed(tmp_path, size):
    async with desk(tmp_path, size=size) as at:
        assert re.search(r"Saved \d{1,2}\.\d\d [ap]m ?$", at.text.split("\n")[0])


def test_a_draft_of_another_day_says_which():
    today = dt.date(2026, 5, 13)
    said = {
        dt.datetime(2026, 5, 13, 9, 5, 1): "Saved 9.05 am",
        dt.datetime(2026, 5, 12, 9, 5, 1): "Saved 12 May",
        dt.datetime(2025, 12, 31, 9, 5, 1): "Saved 31 Dec 2025",
        None: "Saved",
    }
    assert {at: saved_words(at, today) for at in said} == said


def blocks(at):
    """The words that stand in reverse, as blocks of their colour."""
    strips = at.app.screen._compositor.render_strips()
    found = [s.text for strip in strips for s in strip if s.style and s.style.reverse]
    return " ".join(words.strip() for words in found)


async def test_what_is_not_saved_stands_out_without_colour(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(tmp_path) as at:
        assert "Saved" not in blocks(at)
        at.screen.title_bar.show_safety(Safety("NOT SAVED the disk is full", well=False))
        await at.settle()
        assert "NOT SAVED the disk is full" in blocks(at)


async def test_exempt_items_stand_out_in_the_agenda_and_over_the_lines(tmp_path):
    async with desk(tmp_path, size=(120, 36)) as at:
        assert "II" not in blocks(at)
        await at.enter("#Tenders (Part II, 3)")
        assert "Part II" in blocks(at)
        assert "II" in blocks(at).replace("Part II", "")


@pytest.mark.parametrize("columns", [80, 120])
async def test_the_keys_of_the_first_hour_are_in_the_bar(tmp_path, columns):
    notes = NOTES.replace("introduced", "?? and ??")
    async with desk(tmp_path, notes, size=(columns, 30)) as at:
        bar = at.text.split("\n")[-1]
        for key in ("F1 Help", "F2 Question", "F3 Answer", "F4 Resolution", "F8 People"):
            assert key in bar
        assert "^Q Quit" in bar
        assert ("^K Check" in bar) is (columns > 80)
        assert "^P More" in bar
        assert bar.rstrip().endswith("2 gaps")
