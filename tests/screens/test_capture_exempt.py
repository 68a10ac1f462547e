"""What is exempt is asked for, marked by a word, and settled by keys."""

from __future__ import annotations

import pytest
from desk import NOTES, Desk, desk
from msgspec.structs import replace
from waiting import until

from minute_taker.capture.notes_reader import read_notes
from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.exporting.exempt import refused_beforehand
from minute_taker.minutes.checking import unsettled_parts
from minute_taker.minutes.exempt import exempt_items, unsettled
from minute_taker.minutes.model import Meeting, Part
from minute_taker.screens.finding.findings_screen import FindingsScreen
from minute_taker.screens.home.business_screen import BusinessScreen

EXEMPT = (
    NOTES + "# Tenders (Part II, 3)\nThe lowest tender was £212,400.\n! That the lowest be taken\n"
    "+ Rani Dell: write to the builder\n"
)


def rows(at: Desk, *words: str) -> list[str]:
    """The rows of the terminal with all of those words."""
    return [row for row in at.text.split("\n") if all(word in row for word in words)]


async def the_list(at: Desk) -> FindingsScreen:
    await at.press("ctrl+k")
    screen = at.app.screen
    assert isinstance(screen, FindingsScreen)
    await until(lambda: screen.query_one("FindingList").rows)
    await at.settle()
    return screen


@pytest.mark.parametrize("mark", ["(Prat II; 3)", "(exmept)", "(Part II, para 3"])
async def test_a_mark_that_is_nearly_right_is_asked_for_and_settled_by_a_key(tmp_path, mark):
    async with desk(tmp_path, size=(120, 30)) as at:
        await at.enter(f"# Roof tenders {mark}")
        if at.screen.draft.item.part is Part.EXEMPT:
            return  # It was clear after all.
        assert at.said.startswith("“Roof tenders")
        assert "Ctrl+K: 2 makes it exempt, 1 public" in at.said
        assert rows(at, "Roof tenders", "Part II?")
        await at.type("The lowest was £9")
        assert "Ctrl+K" in at.said
        item = at.screen.draft.item.id
        screen = await the_list(at)
        assert screen.query_one("FindingList").row.finding.rule == "part-unsettled"
        await at.press("2")
        await until(lambda: "stays out of public copies" in at.text)
        assert at.meeting.item(item).part is Part.EXEMPT
        assert not unsettled(at.meeting)
        await at.press("ctrl+z")
        await until(lambda: unsettled(at.meeting))
        await until(lambda: "kept out of the public copy" in at.text)
        await until(lambda: screen.query_one("FindingList").row.finding.rule == "part-unsettled")
        await at.press("1")
        await until(lambda: not unsettled(at.meeting))
        assert at.meeting.item(item).said_public
        assert item not in exempt_items(at.meeting)
        await at.press("escape")
        assert at.screen.composer.text == "The lowest was £9"


async def test_an_item_that_is_pasted_with_such_a_mark_is_asked_for_too(tmp_path):
    async with desk(tmp_path, size=(120, 30)) as at:
        await at.paste("# Roof (Prat II; 3)\n\nThe lowest was £9.\n\n# Walls (Prat II)\n\nDry.\n")
        await at.press("enter")
        await at.settle()
        assert at.said.startswith("“Roof (Prat II; 3)” is kept out of the public copy")
        assert "(and 1 more)" in at.said


async def test_the_keys_of_the_agenda_settle_it_as_well(tmp_path):
    async with desk(tmp_path, NOTES + "# Roof (Prat II; 3)\nDry.\n", size=(120, 30)) as at:
        await until(lambda: "kept out of the public copy" in at.said)
        await at.press("f9", "f9", "end", "1")
        assert not unsettled(at.meeting)
        await at.press("2")
        assert at.screen.draft.item.part is Part.EXEMPT
        await at.press("2")
        assert at.screen.draft.item.part is Part.PUBLIC
        assert not unsettled(at.meeting)


async def test_the_commands_of_the_language_work_in_the_composer(tmp_path):
    async with desk(tmp_path, NOTES + "# Roof (Prat II; 3)\nDry.\n", size=(120, 30)) as at:
        await at.enter(":exempt 4 (3)")
        assert at.meeting.items[-1].exempt_paragraph == "3"
        assert rows(at, "Roof", "Part II")
        await at.enter(":heading 4 Roof and walls")
        assert at.meeting.items[-1].part is Part.EXEMPT
        await at.enter(":public 4")
        assert at.meeting.items[-1].part is Part.PUBLIC
        assert not unsettled(at.meeting)
        await at.enter(":heading 4 Roof (Part Two; 3)")
        last = at.meeting.items[-1]
        assert last.part is Part.EXEMPT or last.id in unsettled(at.meeting) or last.said_public


async def test_the_place_in_an_exempt_item_is_kept(tmp_path):
    async with desk(tmp_path, EXEMPT) as at:
        await at.enter(":go 1", ":go 4", "More of the tenders.")
        path = at.path
        await at.saved()
    async with desk(tmp_path, path=path) as at:
        assert at.screen.draft.item.title == "Tenders"
        assert rows(at, "Tenders", "Part II")


async def test_a_salvaged_draft_is_looked_through_in_the_list(tmp_path):
    folder = minutes_folder(tmp_path / "minutes")
    meeting = replace(read_notes(NOTES.encode()).meeting, salvaged=True)
    store = DraftStore.create(folder.drafts, meeting)
    store.close()
    async with desk(tmp_path, path=store.path, size=(120, 30)) as at:
        await at.press("f6")
        await until(lambda: "Ctrl+K goes there" in at.said)
        screen = await the_list(at)
        assert screen.query_one("FindingList").row.finding.rule == "salvaged"
        await at.press("1")
        assert at.meeting.salvaged
        await at.press("l")
        await until(lambda: not at.meeting.salvaged)
        await until(lambda: "looked through" in at.text)
        assert list(unsettled_parts(at.meeting)) == []


async def test_a_refused_copy_names_what_refuses_it_and_a_key_goes_there(tmp_path):
    notes = NOTES + "# Roof (Prat II; 3)\nDry.\n"
    async with desk(tmp_path, notes, size=(160, 30), keys={"capture.check": "f12"}) as at:
        await at.press("f6")
        await until(lambda: "was not written" in at.said)
        assert "F12 goes there" in at.said
        await at.press("f12")
        screen = at.app.screen
        await until(lambda: screen.query_one("FindingList").rows)
        await at.settle()
        assert screen.query_one("FindingList").row.finding.rule == "part-unsettled"
        assert not list(at.screen.folder.exports.glob("*.docx"))


def test_the_gate_says_beforehand_which_lines_it_would_refuse(monkeypatch) -> None:
    import minute_taker.exporting.exempt as gate
    from minute_taker.composing.style import load_style

    meeting = read_notes(EXEMPT.encode()).meeting
    style = load_style()
    assert refused_beforehand(meeting, style) == ()
    whole = gate.compose
    # As if composing had let through what it leaves out.
    monkeypatch.setattr(gate, "compose", lambda what, how, **_: whole(what, how, public=False))
    found = refused_beforehand(meeting, style)
    assert {finding.rule for finding in found} == {"exempt-words-in-public"}
    texts = [meeting.line(finding.line).text for finding in found]
    assert "The lowest tender was £212,400." in texts
    assert refused_beforehand(Meeting(), style) == ()


async def test_the_preview_and_the_read_back_mark_what_is_exempt_by_a_word(tmp_path):
    async with desk(tmp_path, EXEMPT, size=(100, 40)) as at:
        await at.press("f7")
        await at.shows("[Exempt]")
        assert rows(at, "[Exempt]", "lowest tender was")
        assert not rows(at, "[Exempt]", "£9,000")
        await at.press("f7", "ctrl+r")
        await at.settle()
        assert rows(at, "EXEMPT", "Resolution")


async def test_finding_says_where_a_place_is_exempt(tmp_path):
    async with desk(tmp_path, EXEMPT, size=(100, 30)) as at:
        await at.press("ctrl+f")
        await at.type("lowest tender")
        assert "in an exempt line" in at.text
        await at.press("escape")
        await at.enter(":find longer")
        await at.settle()
        assert "[exempt]" not in at.text
        await at.press("escape")
        await at.enter(":find lowest")
        await at.shows("[exempt]")


async def test_exempt_business_is_left_out_until_it_is_asked_for(tmp_path):
    async with desk(tmp_path, EXEMPT, size=(100, 30)) as at:
        await at.screen.run_action("command('capture.business')")
        screen = at.app.screen
        assert isinstance(screen, BusinessScreen)
        await at.shows("2 exempt rows are left out (F2)")
        assert not rows(at, "builder")
        await at.press("f2")
        assert rows(at, "[Exempt]", "write to the builder")
        assert rows(at, "[Exempt]", "That the lowest be taken")
        assert "left out" not in at.text
        await at.press("f2")
        assert not rows(at, "builder")
