"""The drafts screen by its keys, on real draft files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from minute_taker.capture.notes_reader import read_notes
from minute_taker.drafts import recovery
from minute_taker.drafts.folders import MinutesFolder, minutes_folder
from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Attendee, HeadingKind, Item, Line, Meeting
from minute_taker.screens.draft_rows import DraftList, saved_words
from minute_taker.screens.drafts_screen import DraftsScreen
from minute_taker.screens.new_meeting_screen import NewMeetingScreen


def _meeting(committee: str, day: dt.date | None) -> Meeting:
    return Meeting(
        committee=committee,
        called="the Committee",
        date=day,
        start=dt.time(19),
        venue="Town Hall",
        first_minute="64",
        attendance=(
            Attendee(id=1, name="Odile Farrant", code="odile", post="Chairman"),
            Attendee(id=2, name="Jonas Peake", code="jp"),
        ),
        items=(
            Item(id=1, title="Apologies for absence"),
            Item(id=2, title="Opening hours", lines=(Line(id=1, text="It cost £??."),)),
            Item(id=3, title="Part One", heading=HeadingKind.UNNUMBERED),
        ),
        last_line=1,
        last_item=3,
        last_attendee=2,
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MinutesFolder:
    monkeypatch.setenv("MINUTE_TAKER_STATE", str(tmp_path / "state"))
    return minutes_folder(tmp_path / "minutes")


@pytest.fixture
def filled(folder: MinutesFolder) -> MinutesFolder:
    for committee, day in (
        ("Licensing [sic] Sub-Committee [/", dt.date(2026, 6, 2)),
        ("Cabinet", dt.date(2026, 5, 21)),
        ("Cabinet", dt.date(2026, 4, 23)),
    ):
        DraftStore.create(folder.drafts, _meeting(committee, day)).close()
    return folder


def _names(folder: MinutesFolder) -> list[str]:
    return sorted(draft.path.name for draft in list_drafts(folder.drafts))


def _open(path: Path) -> Meeting:
    store = DraftStore.open(path, read_only=True)
    store.close()
    return store.meeting


async def _settle(pilot: Pilot[object]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def _chosen(app: object) -> list[Path]:
    return [m.path for m in app.messages if isinstance(m, DraftsScreen.DraftChosen)]  # type: ignore[attr-defined]


async def test_drafts_are_listed_with_what_is_left_to_do(look, filled, size, theme) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled), theme)
    async with app.run_test(size=size) as pilot:
        await _settle(pilot)
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
        await _settle(pilot)
        await look.press(pilot, *"cab apr")
        assert "1 of 3 drafts" in look.text(app)
        assert "23 Apr 2026  Cabinet" in look.text(app)
        await look.press(pilot, *"zz")
        assert "No draft has these words" in look.text(app)
        await look.press(pilot, "backspace", "backspace", "enter")
        assert _chosen(app)[0].name == "2026-04-23-cabinet.json"
        await look.press(pilot, "escape")
        assert "3 drafts" in look.text(app)


async def test_enter_opens_the_draft_under_the_cursor(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "down", "enter")
        assert [path.name for path in _chosen(app)] == ["2026-05-21-cabinet.json"]


async def test_an_empty_folder_says_what_to_do_and_f4_opens_a_sample(look, folder, size) -> None:
    app = look.HostApp(lambda: DraftsScreen(folder))
    async with app.run_test(size=size) as pilot:
        await _settle(pilot)
        assert "There are no minutes here yet." in look.text(app)
        await look.press(pilot, "enter", "delete", "f2", "f4")
        await _settle(pilot)
        (path,) = _chosen(app)
        assert _open(path).line_count() > 20


async def test_a_new_meeting_is_made_of_the_form(look, folder) -> None:
    app = look.HostApp(lambda: DraftsScreen(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "ctrl+n", "Cabinet", "enter", "18 Feb 2020", "tab", "7pm", "tab")
        await look.press(pilot, "Town Hall", "down", "64", "enter", "enter")
        await look.press(pilot, "Ann Ash (Chairman)", "enter", "Bo Birch", "tab", "Cy Cole (Clerk)")
        await look.press(pilot, "tab", "Apologies", "enter", "Budget (5)", "ctrl+s")
        await _settle(pilot)
        (path,) = _chosen(app)
        made = _open(path)
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
        await _settle(pilot)
        await look.press(pilot, "ctrl+n", "ctrl+s")
        assert "A meeting needs a committee." in look.text(app)
        await look.press(pilot, "Cabinet", "tab", "31 February 2020", "ctrl+s")
        assert "no day of the calendar" in look.text(app)
        assert app.screen.focused.id == "date"
        await look.press(pilot, "escape")
        assert _names(folder) == []


async def test_the_next_meeting_takes_over_people_items_and_number(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "down", "f3")
        await _settle(pilot)
        assert "Odile Farrant (Chairman, @odile), Jonas Peake" in look.text(app)
        await look.press(pilot, "18 June 2026", "ctrl+s")
        await _settle(pilot)
        (path,) = _chosen(app)
        made = _open(path)
        assert path.name == "2026-06-18-cabinet.json"
        assert [p.code for p in made.attendance] == ["odile", "jp"]
        assert (made.first_minute, made.called) == ("66", "the Committee")
        assert [item.title for item in made.items] == ["Apologies for absence"]


async def test_a_committee_typed_offers_its_last_meeting(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "ctrl+n", "cabinet")
        assert "Met 21 May 2026. F2:" in look.text(app)
        await look.press(pilot, "f2")
        await _settle(pilot)
        assert "Town Hall" in look.text(app)
        assert "Met 21 May 2026" not in look.text(app)


async def test_a_notes_file_becomes_a_draft(look, filled, tmp_path) -> None:
    notes = tmp_path / "evening notes.txt"
    notes.write_bytes(b"committee: Audit\r\ndate: 1 May 2026\r\n\r\n# Accounts\r\n? Why\x07?\r\n")
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "ctrl+o", *str(tmp_path), "/", *"nothing", "enter")
        assert "There is no such file." in look.text(app)
        await look.press(pilot, "escape", "ctrl+o", "'", *str(notes), "'", "enter")
        await _settle(pilot)
        text = look.text(app)
        assert "evening notes.txt is now a draft of 1 line" in text
        assert "control character" in text
        assert app.screen._draft.committee == "Audit"


async def test_what_is_no_notes_file_is_refused_in_a_sentence(look, filled, tmp_path) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "ctrl+o", *str(tmp_path), "enter")
        await _settle(pilot)
        assert "is a folder, not a notes file" in look.text(app)


async def test_rename_and_duplicate(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "f2", "June licensing", "enter")
        await _settle(pilot)
        assert "june-licensing.json" in _names(filled)
        assert "The draft is now june-licensing.json." in look.text(app)
        await look.press(pilot, "ctrl+d")
        await _settle(pilot)
        assert "june-licensing-copy.json" in _names(filled)


async def test_the_bin_asks_first_and_gives_back(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "down", "delete", "escape")
        assert len(_names(filled)) == 3
        await look.press(pilot, "delete", "enter")
        await _settle(pilot)
        assert "2026-05-21-cabinet.json" not in _names(filled)
        assert "is in the bin" in look.text(app)
        await look.press(pilot, "f6")
        await _settle(pilot)
        await look.press(pilot, "enter")
        await _settle(pilot)
        assert "2026-05-21-cabinet.json" in _names(filled)
        assert app.screen._draft.path.name == "2026-05-21-cabinet.json"


async def test_an_empty_bin_says_so(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "f6")
        await _settle(pilot)
        assert "The bin is empty." in look.text(app)
        await look.press(pilot, "enter", "escape")
        assert isinstance(app.screen, DraftsScreen)


async def test_a_draft_that_is_open_elsewhere_stays_where_it_is(look, filled) -> None:
    held = DraftStore.open(filled.drafts / "2026-05-21-cabinet.json")
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "down", "delete", "enter")
        await _settle(pilot)
        assert "stays where it is" in look.text(app)
        assert len(_names(filled)) == 3
    held.close()


async def test_a_damaged_draft_is_shown_with_what_is_wrong(look, filled) -> None:
    (filled.drafts / "2019-audit.json").write_bytes(b"{ cut")
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        assert "2019-audit.json: damaged" in look.text(app)
        assert app.screen._draft.path.name == "2026-06-02-licensing-sic-sub-committee.json"
        await look.press(pilot, "home", "enter")
        assert [path.name for path in _chosen(app)] == ["2019-audit.json"]


async def test_an_earlier_version_is_put_back(look, filled) -> None:
    path = filled.drafts / "2026-06-02-licensing-sic-sub-committee.json"
    for text in ("First.", "Second."):
        store = DraftStore.open(path)
        first, second, *others = store.meeting.items
        changed = replace(second, lines=(Line(id=1, text=text),))
        store.save(replace(store.meeting, items=(first, changed, *others)))
        store.close()
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "f7")
        await _settle(pilot)
        assert "Earlier versions of 2026-06-02" in look.text(app)
        await look.press(pilot, "enter")
        await _settle(pilot)
        assert "is as it was" in look.text(app)
    assert next(_open(path).lines())[1].text == "First."


async def test_keys_are_not_held_up_by_a_slow_folder(look, filled, monkeypatch) -> None:
    import threading

    from minute_taker.screens import drafts_base

    gate = threading.Event()

    def slow(folder: Path) -> list[object]:
        gate.wait(10)
        return list_drafts(folder)

    monkeypatch.setattr(drafts_base, "list_drafts", slow)
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await look.press(pilot, *"cab")
        assert "Reading the drafts" in look.text(app)
        gate.set()
        await _settle(pilot)
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


async def test_what_could_not_be_saved_is_offered_at_the_start(look, filled) -> None:
    path = filled.drafts / "2026-05-21-cabinet.json"
    store = DraftStore.open(path)
    store.close()
    first, second, *others = store.meeting.items
    typed = replace(second, lines=(Line(id=1, text="Typed while the folder was away."),))
    kept = recovery.keep(
        path, store.revision, replace(store.meeting, items=(first, typed, *others)), None
    )
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        assert "Not yet saved in its place" in look.text(app)
        await look.press(pilot, "escape")
        await _settle(pilot)
        assert isinstance(app.screen, DraftsScreen)
        assert kept.exists()
        await look.press(pilot, "f5")
        await _settle(pilot)
        await look.press(pilot, "enter")
        await _settle(pilot)
        assert "is now in 2026-05-21-cabinet.json" in look.text(app)
    assert not kept.exists()
    assert next(_open(path).lines())[1].text == "Typed while the folder was away."


async def test_what_could_not_be_saved_is_thrown_away_only_when_asked_twice(look, filled) -> None:
    path = filled.drafts / "2026-05-21-cabinet.json"
    kept = recovery.keep(path, 1, _open(path), None)
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "delete", "escape")
        assert kept.exists()
        await look.press(pilot, "delete", "enter")
        await _settle(pilot)
    assert not kept.exists()


async def test_actions_of_all_drafts_lead_to_their_drafts(look, filled) -> None:
    notes = b"committee: Audit\ndate: 1 May 2026\n\n# Accounts\n+ Bo Ash: send the accounts\n"
    DraftStore.create(filled.drafts, read_notes(notes).meeting).close()
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(120, 36)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "f8")
        await _settle(pilot)
        assert "send the accounts" in look.text(app)
        await look.press(pilot, *"bo ash", "enter")
        await _settle(pilot)
    (message,) = app.messages
    assert message.path.name == "2026-05-01-audit.json"
    assert message.line == 1


async def test_the_mouse_does_what_the_keys_do(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await pilot.click(DraftList, offset=(20, 1))
        await _settle(pilot)
        assert app.screen._draft.path.name == "2026-05-21-cabinet.json"
        assert _chosen(app) == []
        await pilot.click(DraftList, offset=(20, 1))
        await _settle(pilot)
        assert [path.name for path in _chosen(app)] == ["2026-05-21-cabinet.json"]
        keys = look.text(app).splitlines()[-2]
        await pilot.click(offset=(keys.index("New meeting") + 2, 22))
        await _settle(pilot)
        assert "Committee" in look.text(app)
        assert isinstance(app.screen, NewMeetingScreen)


async def test_without_colour_the_cursor_and_the_states_are_still_told(
    look, filled, monkeypatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await _settle(pilot)
        await look.press(pilot, "down")
        line = next(row for row in look.text(app).splitlines() if "21 May" in row)
        assert line.lstrip().startswith("▸")
        assert "draft" in line
