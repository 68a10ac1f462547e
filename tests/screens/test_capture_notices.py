"""What a clerk must hear of the draft itself, and the copy of one that somebody else has open."""

from __future__ import annotations

import asyncio

from desk import desk, make_draft
from waiting import until

from minute_taker.drafts import recovery
from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.changes import ChangeLine
from minute_taker.minutes.model import Line


async def test_all_that_is_found_of_a_damaged_draft_is_shown_before_anything_else(tmp_path):
    path = make_draft(minutes_folder(tmp_path / "minutes"))
    path.write_bytes(path.read_bytes().replace(b"The report", b"The \0eport"))
    async with desk(tmp_path, path=path) as at:
        await until(lambda: "Before you go on" in at.text)
        shown = " ".join(at.text.split())
        assert "was damaged" in shown
        assert "Look at line 1" in shown
        assert f"{path.name}.damaged-1" in at.text.replace("\n", "")
        await at.press("enter")
        await at.enter("Goes on.")
        assert at.last.text == "Goes on."


async def test_another_version_is_told_until_a_line_is_entered(tmp_path):
    async with desk(tmp_path) as at:
        at.path.write_bytes(b"what a sync program left")
        await at.enter("Typed here.")
        await until(lambda: "Both versions are kept" in at.said)
        await at.type("and on it goes")
        assert "Both versions are kept" in at.said
        await at.press("enter")
        await until(lambda: "Both versions" not in at.said)


async def test_text_that_is_kept_elsewhere_is_told(tmp_path):
    path = make_draft(minutes_folder(tmp_path / "minutes"))
    meeting = DraftStore.open(path, read_only=True).meeting
    recovery.keep(path, 1, meeting, Pending("half"))
    async with desk(tmp_path, path=path) as at:
        await until(lambda: "kept on this computer" in at.said)
        await at.type("typed")
        assert "kept on this computer" in at.said


async def test_the_copy_of_a_draft_that_another_has_open_is_what_is_saved_by_now(tmp_path):
    path = make_draft(minutes_folder(tmp_path / "minutes"))
    first = DraftStore.open(path)
    try:
        async with desk(tmp_path, path=path) as at:
            changed, _ = ChangeLine(Line(id=1, text="Typed since then.")).apply(first.meeting)
            first.save(changed, Pending("? Half a question", 2, None, 17))
            await at.press("ctrl+s")
            await until(lambda: "not yet entered" in at.text)
            await at.press("enter")
            await until(lambda: at.app.capture is not None and not at.screen.draft.read_only)
            copy = at.screen.draft.path
            assert copy != path
            assert at.meeting == changed
            assert at.composer == "? Half a question"
    finally:
        first.close()
    assert DraftStore.open(path, read_only=True).meeting == changed


async def test_a_copy_of_ones_own_draft_takes_along_what_is_not_entered(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("?Half a question")
        before = at.path
        await at.screen.action_command("capture.copy")
        await until(lambda: "Save a copy?" in at.text)
        await at.press("enter")
        await until(lambda: at.screen.draft.path != before)
        await until(lambda: at.composer == "? Half a question")


async def test_no_copy_is_made_of_what_a_later_program_wrote(tmp_path):
    path = make_draft(minutes_folder(tmp_path / "minutes"))
    path.write_bytes(path.read_bytes().replace(b'"schema":1', b'"schema":99'))
    async with desk(tmp_path, path=path) as at:
        await at.press("ctrl+s")
        await until(lambda: "does not understand" in at.said)
    assert [each.name for each in path.parent.glob("*.json")] == [path.name]


async def test_a_task_that_goes_wrong_beside_the_screen_is_told_without_its_words(tmp_path, capsys):
    def fail() -> None:
        raise KeyError("confidential words")

    async with desk(tmp_path) as at:
        asyncio.get_running_loop().call_soon(fail)
        told = at.app._notifications
        await until(lambda: any("KeyError at test_capture_notices" in n.message for n in told))
        assert not any("confidential" in notification.message for notification in told)
        await at.enter("Goes on.")
        assert at.last.text == "Goes on."
    said = capsys.readouterr()
    assert "confidential" not in said.out + said.err
