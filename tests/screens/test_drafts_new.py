"""Drafts begun from the drafts screen: by the form, like the last meeting, from a notes file."""

from __future__ import annotations

import datetime as dt

from draft_shelf import chosen, names, read, settle

from minute_taker.screens.home.drafts_screen import DraftsScreen


async def test_a_new_meeting_is_made_of_the_form(look, folder) -> None:
    app = look.HostApp(lambda: DraftsScreen(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "ctrl+n", "Cabinet", "enter", "18 Feb 2020", "tab", "7pm", "tab")
        await look.press(pilot, "Town Hall", "down", "64", "enter", "enter")
        await look.press(pilot, "Ann Ash (Chairman)", "enter", "Bo Birch", "tab", "Cy Cole (Clerk)")
        await look.press(pilot, "tab", "Apologies", "enter", "Budget (5)", "ctrl+s")
        await settle(pilot)
        (path,) = chosen(app)
        made = read(path)
        assert path.name == "2020-02-18-cabinet.json"
        assert (made.date, made.start, made.venue) == (
            dt.date(2020, 2, 18), dt.time(19), "Town Hall",
        )  # fmt: skip
        assert made.first_minute == "64"
        assert [(p.name, p.post, p.code) for p in made.attendance] == [
            ("Ann Ash", "Chairman", "aa"), ("Bo Birch", "", "bb"), ("Cy Cole", "Clerk", "cc"),
        ]  # fmt: skip
        assert [(i.title, i.agenda_number) for i in made.items] == [
            ("Apologies", ""), ("Budget", "5"),
        ]  # fmt: skip


async def test_a_day_that_is_none_is_refused_in_its_field(look, folder) -> None:
    app = look.HostApp(lambda: DraftsScreen(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "ctrl+n", "ctrl+s")
        assert "A meeting needs a committee." in look.text(app)
        await look.press(pilot, "Cabinet", "tab", "31 February 2020", "ctrl+s")
        assert "no day of the calendar" in look.text(app)
        assert app.screen.focused.id == "date"
        await look.press(pilot, "escape")
        assert names(folder) == []


async def test_the_next_meeting_takes_over_people_items_and_number(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "down", "f3")
        await settle(pilot)
        assert "Odile Farrant (Chairman, @odile), Jonas Peake" in look.text(app)
        await look.press(pilot, "18 June 2026", "ctrl+s")
        await settle(pilot)
        (path,) = chosen(app)
        made = read(path)
        assert path.name == "2026-06-18-cabinet.json"
        assert [p.code for p in made.attendance] == ["odile", "jp"]
        assert (made.first_minute, made.called) == ("66", "the Committee")
        assert [item.title for item in made.items] == ["Apologies for absence"]


async def test_a_committee_typed_offers_its_last_meeting(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "ctrl+n", "cabinet")
        assert "Met 21 May 2026. F2:" in look.text(app)
        await look.press(pilot, "f2")
        await settle(pilot)
        assert "Town Hall" in look.text(app)
        assert "Met 21 May 2026" not in look.text(app)


async def test_a_notes_file_becomes_a_draft(look, filled, tmp_path) -> None:
    notes = tmp_path / "evening notes.txt"
    notes.write_bytes(b"committee: Audit\r\ndate: 1 May 2026\r\n\r\n# Accounts\r\n? Why\x07?\r\n")
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "ctrl+o", str(tmp_path), "/", "nothing", "enter")
        assert "There is no such file." in look.text(app)
        await look.press(pilot, "escape", "ctrl+o", "'", str(notes), "'", "enter")
        await settle(pilot)
        text = look.text(app)
        assert "evening notes.txt is now a draft of 1 line" in text
        assert "control character" in text
        assert app.screen._draft.committee == "Audit"


async def test_what_is_no_notes_file_is_refused_in_a_sentence(look, filled, tmp_path) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "ctrl+o", str(tmp_path), "enter")
        await settle(pilot)
        assert "is a folder, not a notes file" in look.text(app)
