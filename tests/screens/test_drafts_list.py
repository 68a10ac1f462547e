"""The drafts screen's list by its keys, on real draft files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from draft_shelf import chosen, names, read, settle

from minute_taker.capture.notes_reader import read_notes
from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.store import DraftStore
from minute_taker.sample import sample_draft
from minute_taker.screens.home.draft_rows import DraftList, saved_words
from minute_taker.screens.home.drafts_screen import DraftsScreen
from minute_taker.screens.particulars.new_meeting_screen import NewMeetingScreen


async def test_drafts_are_listed_with_what_is_left_to_do(look, filled, size, theme) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled), theme)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = look.text(app)
        assert " 2 Jun 2026  Licensing [" in text
        assert "21 May 2026  Cabinet" in text
        assert "3 drafts" in text
        if size[0] >= 80:
            assert "[sic] Sub-Committee" in text
            assert "draft" in text
            assert "today" in text


async def test_typing_narrows_and_escape_widens(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "cab apr")
        assert "1 of 3 drafts" in look.text(app)
        assert "23 Apr 2026  Cabinet" in look.text(app)
        await look.press(pilot, "zz")
        assert "No draft has these words" in look.text(app)
        await look.press(pilot, "backspace", "backspace", "enter")
        assert chosen(app)[0].name == "2026-04-23-cabinet.json"
        await look.press(pilot, "escape")
        assert "3 drafts" in look.text(app)


async def test_enter_opens_the_draft_under_the_cursor(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "down", "enter")
        assert [path.name for path in chosen(app)] == ["2026-05-21-cabinet.json"]


async def test_an_empty_folder_says_what_to_do_and_f4_opens_a_sample(look, folder, size) -> None:
    app = look.HostApp(lambda: DraftsScreen(folder))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "There are no minutes here yet." in look.text(app)
        await look.press(pilot, "enter", "delete", "f2", "f4")
        await settle(pilot)
        (path,) = chosen(app)
        assert read(path).line_count() > 20


async def test_a_damaged_draft_is_shown_with_what_is_wrong(look, filled) -> None:
    (filled.drafts / "2019-audit.json").write_bytes(b"{ cut")
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "2019-audit.json: damaged" in look.text(app)
        assert app.screen._draft.path.name == "2026-06-02-licensing-sic-sub-committee.json"
        await look.press(pilot, "home", "enter")
        assert [path.name for path in chosen(app)] == ["2019-audit.json"]


async def test_keys_are_not_held_up_by_a_slow_folder(look, filled, monkeypatch) -> None:
    import threading

    from minute_taker.screens.home import drafts_base

    gate = threading.Event()

    def slow(folder: Path) -> list[object]:
        gate.wait(10)
        return list_drafts(folder)

    monkeypatch.setattr(drafts_base, "list_drafts", slow)
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, "cab")
        assert "Reading the drafts" in look.text(app)
        gate.set()
        await settle(pilot)
        assert "2 of 3 drafts" in look.text(app)


def test_when_a_draft_was_saved_is_said_as_one_says_it() -> None:
    today = dt.date(2026, 5, 13)
    said = {
        dt.datetime(2026, 5, 13, 9, 5): "today 09:05",
        dt.datetime(2026, 5, 12, 19, 42): "Tue 19:42",
        dt.datetime(2026, 5, 6, 19, 42): "6 May 2026",
        dt.datetime(2026, 5, 14, 19, 42): "14 May 2026",
    }
    assert {when: saved_words(when, today) for when in said} == said


def test_every_key_can_be_moved_and_no_letter_is_a_command() -> None:
    for binding in DraftsScreen.BINDINGS:
        assert binding.id
        assert len(binding.key) > 1
        assert binding.key not in {"ctrl+i", "ctrl+m", "ctrl+h", "f10", "f11", "f12"}


async def test_the_sample_is_made_once_and_then_opened(look, folder) -> None:
    for _ in range(2):
        app = look.HostApp(lambda: DraftsScreen(folder))
        async with app.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            await look.press(pilot, "f4")
            await settle(pilot)
            (path,) = chosen(app)
    assert names(folder) == [path.name]
    # The command opens that very one.
    assert sample_draft(folder.drafts) == path


async def test_actions_of_all_drafts_lead_to_their_drafts(look, filled) -> None:
    notes = b"committee: Audit\ndate: 1 May 2026\n\n# Accounts\n+ Bo Ash: send the accounts\n"
    DraftStore.create(filled.drafts, read_notes(notes).meeting).close()
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await look.press(pilot, "f8")
        await settle(pilot)
        assert "send the accounts" in look.text(app)
        await look.press(pilot, "bo ash", "enter")
        await settle(pilot)
    (message,) = app.messages
    assert message.path.name == "2026-05-01-audit.json"
    assert message.line == 1


async def test_the_mouse_does_what_the_keys_do(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click(DraftList, offset=(20, 1))
        await settle(pilot)
        assert app.screen._draft.path.name == "2026-05-21-cabinet.json"
        assert chosen(app) == []
        await pilot.click(DraftList, offset=(20, 1))
        await settle(pilot)
        assert [path.name for path in chosen(app)] == ["2026-05-21-cabinet.json"]
        keys = look.text(app).splitlines()[-2]
        await pilot.click(offset=(keys.index("New meeting") + 2, 22))
        await settle(pilot)
        assert "Committee" in look.text(app)
        assert isinstance(app.screen, NewMeetingScreen)


async def test_without_colour_the_cursor_and_the_states_are_still_told(
    look, filled, monkeypatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "down")
        line = next(row for row in look.text(app).splitlines() if "21 May" in row)
        assert line.lstrip().startswith("▸")
        assert "draft" in line
