"""Sentences name the keys that do what they say, where a user has moved them too."""

from __future__ import annotations

from pathlib import Path

from desk import EVENING, make_draft
from waiting import until

from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.screens.minute_app import MinuteApp
from minute_taker.screens.settings import Settings

_MOVED = {
    "capture.people": "f11",
    "capture.help": "f12",
    "capture.preview": "f10",
    "drafts.sample": "f9",
    "drafts.new": "f11",
    "app.quit": "f5",
}
_EMPTY = "committee: Parks\ndate: 9 June 2026\n\n# One\n"


def _screen(app: MinuteApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def test_an_empty_meeting_names_moved_keys(tmp_path: Path) -> None:
    folder = minutes_folder(tmp_path)
    store = DraftStore.open(make_draft(folder, _EMPTY))
    app = MinuteApp(folder, store, Settings(keys=_MOVED), clock=lambda: EVENING)
    async with app.run_test(size=(140, 40)) as pilot:
        await until(lambda: "F11 says who is here" in _screen(app), lambda: _screen(app))
        assert "F12 shows all signs" in _screen(app)
        await pilot.press("f10")
        await until(lambda: "F10 goes back" in _screen(app), lambda: _screen(app))


async def test_an_empty_folder_names_moved_keys(tmp_path: Path) -> None:
    app = MinuteApp(minutes_folder(tmp_path), None, Settings(keys=_MOVED), clock=lambda: EVENING)
    async with app.run_test(size=(140, 40)):
        await until(lambda: "F9      opens a sample" in _screen(app), lambda: _screen(app))
        assert "F11     begins a meeting" in _screen(app)
        assert "Ctrl+O  makes a draft" in _screen(app)


async def test_the_palette_names_the_moved_key_that_quits(tmp_path: Path) -> None:
    app = MinuteApp(minutes_folder(tmp_path), None, Settings(keys=_MOVED), clock=lambda: EVENING)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"quit")
        await until(lambda: "Find  quit_" in _screen(app), lambda: _screen(app))
        (row,) = (row for row in _screen(app).splitlines() if "Save, and leave" in row)
        assert "F5" in row
        assert "^Q" not in row
