"""Nothing that was typed is lost: saved, reopened, refused by the disk, failing, signalled."""

from __future__ import annotations

import asyncio
import re
import signal
import sys

import pytest
from clerk import program
from desk import desk, make_draft
from msgspec.structs import replace
from waiting import until

from minute_taker.drafts.errors import DraftNotSaved
from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.screens.capture import draft_session
from minute_taker.screens.capture.commands import COMMANDS

posix = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX systems")


async def saved(at):
    """Wait until the screen says that all is saved."""
    await until(lambda: re.search(r"\bSaved \d", at.text), lambda: at.text)


async def test_an_entered_line_is_on_the_disk_when_the_title_says_so(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("On the disk.")
        await saved(at)
        stored = DraftStore.open(at.path, read_only=True)
        assert stored.meeting == at.meeting
        assert stored.pending.text == ""


async def test_text_not_entered_is_kept_and_comes_back_with_its_cursor(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter(":go 1")
        await at.type("?@jp Half a question")
        await at.press(*["left"] * 9)
        pending = at.stored().pending
        assert pending.text == "? @jp Half a question"
    async with desk(tmp_path, path=at.path) as again:
        assert again.composer == "? @jp Half a question"
        assert again.screen.draft.item.title == "Apologies for absence"
        await again.type(" of")
        assert again.screen.composer.text == "Half a of question"


async def test_an_edit_that_was_open_is_open_again_and_what_it_put_aside_waits(tmp_path):
    async with desk(tmp_path) as at:
        await at.type(">Half an answer")
        await at.press("f9", "enter", "end")
        await at.type(" Or so.")
        at.stored()
    async with desk(tmp_path, path=at.path) as again:
        assert "editing 3" in again.text
        await again.press("enter")
        assert again.meeting.line(3).text == "About £9,000 a year. Or so."
        assert again.composer == "> Half an answer"


async def test_the_item_is_the_same_after_reopening(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter(":go 3")
        at.stored()
    async with desk(tmp_path, path=at.path) as again:
        assert again.screen.draft.item.title == "Work programme"


async def test_every_twentieth_key_saves_what_is_typed(tmp_path, monkeypatch):
    # Not because some time had passed.
    monkeypatch.setattr(draft_session, "_AUTOSAVE_AFTER", 3600)
    async with desk(tmp_path) as at:
        await at.type("abcdefghij" * 2)

        def pending():
            return DraftStore.open(at.path, read_only=True).pending

        await until(lambda: pending() and pending().text.endswith("abcdefghij" * 2))


async def test_a_disk_that_refuses_is_said_and_the_text_saved_when_it_takes_again(
    tmp_path, monkeypatch
):
    async with desk(tmp_path) as at:
        whole = DraftStore.save

        def refuse(self, meeting, pending=None):
            raise DraftNotSaved("it was not saved: the disk is full")

        monkeypatch.setattr(DraftStore, "save", refuse)
        await at.enter("Not yet on the disk.")
        await until(lambda: "NOT SAVED" in at.text.split("\n")[0], lambda: at.text)
        await at.press("ctrl+q")
        await asyncio.sleep(0.1)
        monkeypatch.setattr(DraftStore, "save", whole)
        await saved(at)
        assert DraftStore.open(at.path, read_only=True).meeting == at.meeting


async def test_a_draft_that_is_open_elsewhere_is_shown_and_not_touched(tmp_path):
    folder = minutes_folder(tmp_path / "minutes")
    path = make_draft(folder)
    first = DraftStore.open(path)
    try:
        async with desk(tmp_path, path=path) as at:
            assert "READ ONLY" in at.text
            before = at.meeting
            await at.enter("Not to be taken")
            await at.press("up", "enter", "delete", "f4", "ctrl+z")
            await at.paste("one\ntwo")
            assert at.meeting is before
    finally:
        first.close()


async def test_save_now_says_when_it_is_on_the_disk(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("Half")
        await at.press("ctrl+s")
        await until(lambda: at.said)
        assert at.said.startswith("Everything is on the disk")
        assert DraftStore.open(at.path, read_only=True).pending.text.endswith("Half")


async def test_an_error_saves_all_and_prints_none_of_it(tmp_path, monkeypatch, capsys):
    def fail(self):
        secret = "confidential words"
        raise ValueError(secret)

    failing = replace(COMMANDS["capture.people"], run=fail)
    monkeypatch.setitem(COMMANDS, "capture.people", failing)

    async def go_wrong():
        async with desk(tmp_path) as at:
            sittings.append(at)
            await at.enter("Entered before.")
            await at.type("Half typed")
            await at.press("f8")

    sittings = []
    with pytest.raises(ValueError, match="confidential"):
        await go_wrong()
    at = sittings[0]
    assert at.app.return_code == 1
    stored = DraftStore.open(at.path, read_only=True)
    assert stored.meeting.line(4).text == "Entered before."
    assert stored.pending.text.endswith("Half typed")
    said = capsys.readouterr()
    assert "confidential" not in said.out + said.err
    assert "ValueError" in said.err
    assert "saved" in said.err


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_saves_what_was_typed_and_ends_the_program(tmp_path, number):
    folder = tmp_path / "minutes"
    path = make_draft(minutes_folder(folder))
    screen = program(folder, "open", path.name)
    try:
        screen.wait_for("line 4")
        screen.type("Half a sentence")
        screen.wait_for("Half a sentence")
        assert screen.signal(number) == 128 + number
    finally:
        screen.close()
    assert DraftStore.open(path).pending.text.endswith("Half a sentence")


@posix
def test_quitting_leaves_the_terminal_and_the_draft_in_order(tmp_path):
    folder = tmp_path / "minutes"
    path = make_draft(minutes_folder(folder))
    screen = program(folder, "open", path.name)
    try:
        screen.wait_for("line 4")
        screen.type("One more.\r")
        screen.wait_for("line 5")
        screen.press("ctrl+q")
        assert screen.wait() == 0
    finally:
        screen.close()
    again = DraftStore.open(path)
    assert not again.read_only
    assert again.meeting.line(4).text == "One more."
