"""Exporting from the capture screen: where it went, what was in the way, the folder."""

from __future__ import annotations

import docx
from desk import desk
from waiting import until, workers_done

from minute_taker.screens.capture import draft_commands

MEETING = """\
committee: Libraries Committee
date: 3 March 2020
members: Odile Farrant (Chairman)

# Opening hours
The report was introduced.
# The lease (Part II, 3)
The rent asked for was far too high for the size of the rooms.
"""
NAME = "2020-03-03-libraries-committee-minutes"


async def said(at, words):
    """Wait until the screen says so; all that it says."""
    await until(lambda: words in at.said, lambda: at.said)
    await at.settle()
    return at.said


async def test_the_path_is_said(tmp_path):
    async with desk(tmp_path, MEETING, size=(120, 30)) as at:
        await at.press("f6")
        assert f"exports/{NAME}-draft.docx" in await said(at, "Written to")


async def test_another_name_for_a_document_that_was_changed_by_hand(tmp_path):
    path = tmp_path / "minutes" / "exports" / f"{NAME}-draft.docx"
    async with desk(tmp_path, MEETING, size=(120, 30)) as at:
        await at.press("f6")
        await said(at, "Written to")
        word = docx.Document(str(path))
        word.paragraphs[0].add_run(" Mended by hand.")
        word.save(str(path))
        by_hand = path.read_bytes()
        await at.enter("#Any other business", "More was said.")
        await at.press("f6")
        told = await said(at, "-draft-2.docx")
        assert f"{NAME}-draft.docx was changed by hand" in told
        assert path.read_bytes() == by_hand
        second = docx.Document(str(path.with_name(f"{NAME}-draft-2.docx")))
        assert "More was said." in [paragraph.text for paragraph in second.paragraphs]


async def test_another_name_for_a_document_that_is_open_in_word(tmp_path):
    path = tmp_path / "minutes" / "exports" / f"{NAME}-draft.docx"
    async with desk(tmp_path, MEETING, size=(120, 30)) as at:
        await at.press("f6")
        await said(at, "Written to")
        path.with_name(f".~lock.{path.name}#").write_text("open")
        await at.press("escape", "f6")
        assert "open in another program" in await said(at, "-draft-2.docx")


async def test_a_place_that_cannot_be_written_is_said_and_nothing_is_lost(tmp_path):
    (tmp_path / "minutes").mkdir()
    (tmp_path / "minutes" / "exports").write_text("in the way")
    async with desk(tmp_path, MEETING, size=(120, 30)) as at:
        await at.press("f6")
        await said(at, "nothing was exported")
        assert (tmp_path / "minutes" / "exports").read_text() == "in the way"


async def test_other_formats_and_the_full_copy(tmp_path):
    exports = tmp_path / "minutes" / "exports"
    async with desk(tmp_path, MEETING, size=(120, 30)) as at:
        await at.screen.action_command("capture.export-text")
        await said(at, f"{NAME}-draft.txt")
        assert "rent asked" not in (exports / f"{NAME}-draft.txt").read_text(encoding="utf-8")
        draft_commands.export_as(at.screen, "text", public=False)
        assert "not for publication" in await said(at, f"{NAME}-full-draft.txt")
        assert "rent asked" in (exports / f"{NAME}-full-draft.txt").read_text(encoding="utf-8")


async def test_where_the_documents_are_is_said_where_no_window_can_be_opened(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    async with desk(tmp_path, MEETING, size=(120, 30)) as at:
        await at.screen.action_command("capture.exports")
        await said(at, str(tmp_path / "minutes" / "exports"))


async def test_the_whole_path_is_shown_in_a_narrow_terminal_and_the_keys_come_back(tmp_path):
    notes = MEETING.replace("Libraries Committee", "Reading and Libraries Select Committee")
    async with desk(tmp_path, notes.replace("introduced", "??"), size=(80, 24)) as at:
        await at.press("f6")
        await workers_done(at.app)
        await at.settle()
        *_, first, second = at.text.split("\n")
        name = "2020-03-03-reading-and-libraries-select-committee-minutes-draft.docx"
        assert f"exports/{name}" in first[:74].rstrip() + second.strip()
        assert "Ctrl+K" in first
        assert first.rstrip().endswith("1 gap")
        await at.type("T")
        assert f"exports/{name}"[:30] in at.text
        await at.press("escape")
        assert "F1 Help" in at.text.split("\n")[-1]
        assert at.composer == "T"


async def test_a_style_file_of_the_drafts_is_used_after_a_question(tmp_path):
    own = tmp_path / "theirs.toml"
    own.write_text('[resolutions]\nopening = "DECREED:"\n', encoding="utf-8")
    notes = MEETING.replace("members:", f"style: {own}\nmembers:") + "# Benches\n! noted\n"
    written = tmp_path / "minutes" / "exports" / f"{NAME}-draft.docx"
    async with desk(tmp_path, notes, size=(120, 30)) as at:
        await at.press("f6")
        assert "Use this house style?" in at.text
        assert "theirs.toml" in at.text
        # Enter, pressed without looking, leaves it.
        await at.press("enter")
        assert not written.exists()
        await at.press("f7", "n")
        assert "DECREED:" not in at.text
        await at.press("f7", "y")
        await until(lambda: "DECREED:" in at.text, lambda: at.text)
        await at.press("f6")
        await said(at, "Written to")
        assert "DECREED:" in " ".join(p.text for p in docx.Document(str(written)).paragraphs)


async def test_the_same_key_again_offers_format_copy_style_and_place(tmp_path):
    exports = tmp_path / "minutes" / "exports"
    place = tmp_path / "For the chairman"
    place.mkdir()
    async with desk(tmp_path, MEETING, size=(140, 30)) as at:
        await at.press("f6")
        assert "(Word, public copy; F6: another way)" in await said(at, "Written to")
        await at.type("Typed on, it is still there")
        assert "Written to" in at.said
        await at.press("f6")
        await at.shows("Place")
        await at.press("t", "tab", "f", "tab", "tab")
        await at.type(str(place))
        await at.press("enter")
        await said(at, "(Text, full copy")
        assert "rent asked" in (place / f"{NAME}-full-draft.txt").read_text(encoding="utf-8")
        assert at.composer.endswith("it is still there")
        await at.press("escape", "f6")  # Nothing is said any more: the usual document again.
        await said(at, "(Word, public copy")
        assert len(list(exports.glob("*.docx"))) == 1


async def test_the_document_is_opened_where_the_system_can(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "minute_taker.exporting.folder.subprocess.Popen", lambda words, **_: opened.append(words)
    )
    monkeypatch.setattr("minute_taker.exporting.folder._program", lambda _: "xdg-open")
    async with desk(tmp_path, MEETING, size=(140, 30)) as at:
        await at.screen.action_command("capture.open-document")
        assert "Nothing is written yet" in at.said
        await at.press("f6")
        await said(at, "Written to")
        await at.screen.action_command("capture.open-document")
        await said(at, "Opening exports")
        assert opened == [
            ["xdg-open", str(tmp_path / "minutes" / "exports" / f"{NAME}-draft.docx")]
        ]
