"""Every screen at three sizes: each fits, has its name, and comes back on Esc."""

from __future__ import annotations

from typing import Any

import pytest
from desk import EVENING, EVERY_KIND, Desk, desk, make_draft
from textual.containers import Vertical
from textual.screen import Screen
from waiting import until, workers_done

from minute_taker.drafts.folders import minutes_folder
from minute_taker.screens.capture.commands import COMMANDS, Where
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.minute_app import MinuteApp
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.settings import Settings

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 36), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}"
)
#: What goes to another place than a screen of ours: another draft, or a window of the system's.
_ELSEWHERE = {"capture.drafts", "capture.copy", "capture.exports"}


def faults(at: Desk, size: tuple[int, int]) -> list[str]:
    """What is wrong with the way in which the screen that is shown is laid out."""
    screen: Screen[Any] = at.app.screen
    columns, rows = size
    text = at.text.split("\n")
    found = []
    if "Traceback" in at.text:
        found.append("an error is shown")
    if len(text) != rows or any(len(row) > columns for row in text):
        found.append("it is not as large as the terminal")
    if isinstance(screen, Dialog):
        # What is read out has the whole terminal, and no frame.
        framed = screen.query(".dialog").results(Vertical)
        box = next(framed, screen)
        if box is not screen and not str(box.border_title or "").strip():
            found.append("the dialog has no name")
        if not screen.region.contains_region(box.region):
            found.append(f"the dialog is cut: {box.region}")
        for line in screen.query(KeyLine):
            if not box.region.contains_region(line.region):
                found.append(f"its keys are cut: {line.region}")
            if "Esc" not in at.text:
                found.append("it does not say that Esc leaves")
    return [f"{type(screen).__name__}: {each}" for each in found]


async def back(at: Desk) -> None:
    """Press Esc until the screen beneath is shown again; no dialog may hold it up."""
    for _ in range(4):
        if not isinstance(at.app.screen, Dialog) and len(at.app.screen_stack) == 1:
            return
        await at.press("escape")
    raise AssertionError(at.text)


@SIZES
async def test_every_command_shows_a_screen_that_fits(tmp_path, monkeypatch, size) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found: dict[str, list[str]] = {}
    seen = set()
    async with desk(tmp_path, EVERY_KIND, size=size) as at:
        for id, command in COMMANDS.items():
            if command.where is not Where.ANYWHERE or id in _ELSEWHERE:
                continue
            await at.screen.action_command(id)
            await workers_done(at.app)
            await at.settle()
            seen.add(type(at.app.screen).__name__)
            if wrong := faults(at, size):
                found[id] = wrong
            await back(at)
            await at.press("escape")
    assert not found
    assert {"AttendanceScreen", "DetailsScreen", "FindingsScreen", "HelpScreen"} <= seen


@SIZES
async def test_every_screen_of_the_drafts_fits(tmp_path, monkeypatch, size) -> None:
    monkeypatch.setenv("MINUTE_TAKER_STATE", str(tmp_path / "state"))
    folder = minutes_folder(tmp_path / "minutes")
    make_draft(folder)
    app = MinuteApp(folder, None, Settings(), clock=lambda: EVENING)
    found: dict[str, list[str]] = {}
    seen = set()
    async with app.run_test(size=size) as pilot:
        at = Desk(app, pilot, folder.drafts)
        await until(lambda: "1 draft" in at.text)
        for key in ("ctrl+n", "ctrl+o", "f1", "f2", "f6", "f7", "f8", "delete"):
            await at.press(key)
            await workers_done(app)
            await at.settle()
            seen.add(type(app.screen).__name__)
            if wrong := faults(at, size):
                found[key] = wrong
            await back(at)
    assert not found
    assert {"NewMeetingScreen", "BinScreen", "VersionsScreen", "BusinessScreen"} <= seen
