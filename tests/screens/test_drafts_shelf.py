"""What the drafts screen does to drafts: rename, duplicate, bin, versions, what was not saved."""

from __future__ import annotations

import asyncio
import threading

from draft_shelf import names, read, settle
from msgspec.structs import replace

from minute_taker.drafts import recovery
from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.paths import bin_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Line
from minute_taker.screens.home import drafts_base
from minute_taker.screens.home.drafts_screen import DraftsScreen


async def test_rename_and_duplicate(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "f2", "June licensing", "enter")
        await settle(pilot)
        assert "june-licensing.json" in names(filled)
        assert "The draft is now june-licensing.json." in look.text(app)
        await look.press(pilot, "ctrl+d")
        await settle(pilot)
        assert "june-licensing-copy.json" in names(filled)


async def test_the_bin_asks_first_and_gives_back(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "down", "delete", "escape")
        assert len(names(filled)) == 3
        await look.press(pilot, "delete", "enter")
        await settle(pilot)
        assert "2026-05-21-cabinet.json" not in names(filled)
        assert "is in the bin" in look.text(app)
        await look.press(pilot, "f6")
        await settle(pilot)
        await look.press(pilot, "enter")
        await settle(pilot)
        assert "2026-05-21-cabinet.json" in names(filled)
        assert app.screen._draft.path.name == "2026-05-21-cabinet.json"


async def test_the_bin_is_emptied_for_good_only_by_its_own_key(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "delete", "enter")
        await settle(pilot)
        await look.press(pilot, "delete", "enter")
        await settle(pilot)
        await look.press(pilot, "f6")
        await settle(pilot)
        await look.press(pilot, "delete")
        assert "all 2 drafts" in look.text(app)
        # Enter keeps: what goes here does not come back.
        await look.press(pilot, "enter")
        assert len(list_drafts(bin_folder(filled.drafts))) == 2
        await look.press(pilot, "delete", "y")
        await settle(pilot)
        assert "2 drafts are deleted for good" in look.text(app)
    assert list_drafts(bin_folder(filled.drafts)) == []
    assert len(names(filled)) == 1


async def test_an_empty_bin_says_so(look, filled) -> None:
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "f6")
        await settle(pilot)
        assert "The bin is empty. Del in the list of drafts puts one here" in look.text(app)
        assert "Empty the bin" not in look.text(app)
        await look.press(pilot, "delete")
        await look.press(pilot, "enter", "escape")
        assert isinstance(app.screen, DraftsScreen)


async def test_a_draft_that_is_open_elsewhere_stays_where_it_is(look, filled) -> None:
    held = DraftStore.open(filled.drafts / "2026-05-21-cabinet.json")
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "down", "delete", "enter")
        await settle(pilot)
        assert "stays where it is" in look.text(app)
        assert len(names(filled)) == 3
    held.close()


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
        await settle(pilot)
        await look.press(pilot, "f7")
        await settle(pilot)
        assert "Earlier versions of 2026-06-02" in look.text(app)
        await look.press(pilot, "enter")
        await settle(pilot)
        assert "is as it was" in look.text(app)
    assert next(read(path).lines())[1].text == "First."


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
        await settle(pilot)
        assert "Not yet saved in its place" in look.text(app)
        await look.press(pilot, "escape")
        await settle(pilot)
        assert isinstance(app.screen, DraftsScreen)
        assert kept.exists()
        await look.press(pilot, "f5")
        await settle(pilot)
        await look.press(pilot, "enter")
        await settle(pilot)
        assert "is now in 2026-05-21-cabinet.json" in look.text(app)
    assert not kept.exists()
    assert next(read(path).lines())[1].text == "Typed while the folder was away."


async def test_what_is_being_put_in_its_place_is_not_offered_again(
    look, filled, monkeypatch
) -> None:
    path = filled.drafts / "2026-05-21-cabinet.json"
    kept = recovery.keep(path, 1, read(path), None)
    recover, may = recovery.recover, threading.Event()

    def slowly(waiting):
        assert may.wait(60)
        return recover(waiting)

    read_again = threading.Semaphore(0)

    def counted(folder):
        try:
            return list_drafts(folder)
        finally:
            read_again.release()

    monkeypatch.setattr(recovery, "recover", slowly)
    monkeypatch.setattr(drafts_base, "list_drafts", counted)
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Not yet saved in its place" in look.text(app)
        await look.press(pilot, "enter")
        # The folder is read again as soon as the offer is gone.
        for _ in range(2):
            assert await asyncio.to_thread(read_again.acquire, timeout=60)
        for worker in [worker for worker in app.workers if worker.group == "read"]:
            await worker.wait()
        await pilot.pause()
        assert isinstance(app.screen, DraftsScreen)
        may.set()
        await settle(pilot)
        assert isinstance(app.screen, DraftsScreen)
    assert not kept.exists()


async def test_what_could_not_be_saved_is_thrown_away_only_when_asked_twice(look, filled) -> None:
    path = filled.drafts / "2026-05-21-cabinet.json"
    kept = recovery.keep(path, 1, read(path), None)
    app = look.HostApp(lambda: DraftsScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await look.press(pilot, "delete", "escape")
        assert kept.exists()
        await look.press(pilot, "delete", "enter")
        await settle(pilot)
    assert not kept.exists()
