"""Each main screen at three sizes, held against a picture of it in characters.

Where a screen was changed on purpose, run this with MINUTE_TAKER_WRITE_GOLDEN=1 and look at the
difference before it is kept.
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

import pytest
from desk import EVENING, EVERY_KIND, Desk, desk, make_draft
from draft_shelf import fill, settle
from waiting import until

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.screens.minute_app import MinuteApp
from minute_taker.screens.settings import Settings

WRITE = "MINUTE_TAKER_WRITE_GOLDEN"
GOLDEN = Path(__file__).parent / "golden"
SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 36), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}"
)
#: What is different each time that the tests run.
_CHANGING = (
    (r" *Saved \d{1,2}\.\d\d [ap]m", "   Saved h.mm pm"),
    (r"today \d\d:\d\d", "today hh:mm"),
)


def hold(name: str, text: str, size: tuple[int, int]) -> str:
    """Hold a screen against its picture; the picture's name where they differ, else nothing."""
    rows = [row.rstrip() for row in text.split("\n")]
    for changing, instead in _CHANGING:
        rows = [re.sub(changing, instead, row) for row in rows]
    shown = "\n".join(rows) + "\n"
    golden = GOLDEN / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get(WRITE):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    known = golden.read_text(encoding="utf-8") if golden.exists() else ""
    return "" if shown == known else f"{golden.name}:\n{shown}"


async def held(at: Desk, name: str, size: tuple[int, int]) -> str:
    """As :func:`hold`, with a moment for what is still being drawn."""
    if at.app.capture is not None:
        await at.worded()
    with contextlib.suppress(AssertionError):
        await until(lambda: os.environ.get(WRITE) or not hold(name, at.text, size), limit=10)
    return hold(name, at.text, size)


@SIZES
async def test_the_meeting_under_work_is_as_it_was_drawn(tmp_path, size):
    differing = []
    async with desk(tmp_path, EVERY_KIND, size=size) as at:

        async def look(name: str) -> None:
            differing.append(await held(at, name, size))

        await at.type("+Jonas Peake: ask the ward about ")
        await at.saved()
        await until(lambda: at.screen.page_words.up_to_date and at.screen.slips.done)
        await look("capture")
        await at.press("f8")
        await at.shows("2 of 3 members present")
        await look("attendance")
        await at.press("escape", "f1")
        await at.shows("A line starts with one sign")
        await look("help")
        await at.press("escape", "ctrl+k")
        await at.shows("a gap is left")
        await look("check")
        await at.press("escape", "f7")
        await at.shows("It was moved by")
        await look("preview")
        await at.press("f7", "f9", "up")
        await at.settle()
        await look("transcript")
        await at.press("f9")
        await at.settle()
        await look("agenda")
        await at.press("escape", "f6")
        await at.shows("Written to")
        await look("exported")
    assert not [each for each in differing if each]


@SIZES
async def test_a_meeting_just_begun_is_as_it_was_drawn(tmp_path, size):
    async with desk(tmp_path, "committee: Parks\n\n# Apologies\n# Bandstand\n", size=size) as at:
        await at.saved()
        assert await held(at, "begun", size) == ""


@SIZES
async def test_the_drafts_are_as_they_were_drawn(tmp_path, monkeypatch, size):
    monkeypatch.setenv("MINUTE_TAKER_STATE", str(tmp_path / "state"))
    # Shown as it is named, and so the same wherever the tests run.
    monkeypatch.chdir(tmp_path)
    root = Path("minutes")
    folder = MinutesFolder(root, root / "drafts", root / "exports")
    differing = []
    app = MinuteApp(folder, None, Settings(), clock=lambda: EVENING)
    async with app.run_test(size=size) as pilot:
        at = Desk(app, pilot, folder.drafts)
        await settle(pilot)
        differing.append(await held(at, "home-empty", size))
        await pilot.press("ctrl+n")
        await settle(pilot)
        differing.append(await held(at, "new-meeting", size))
        await pilot.press("escape")
        fill(folder)
        make_draft(folder)
        await pilot.press("f5")
        await settle(pilot)
        differing.append(await held(at, "home", size))
    assert not [each for each in differing if each]
