"""Faults in a meeting of a Council, each one Enter away from its place in the list."""

from __future__ import annotations

from council import PLANTED, notes_with
from desk import desk
from waiting import workers_done

from minute_taker.minutes.checking import check
from minute_taker.screens.finding.findings_screen import FindingsScreen


async def the_list(at):
    await at.press("ctrl+k")
    assert isinstance(at.app.screen, FindingsScreen)
    await workers_done(at.app)
    await at.settle()


async def test_from_the_export_to_the_list_to_each_place_and_back(tmp_path):
    async with desk(tmp_path, notes_with(PLANTED), size=(80, 24)) as at:
        found = check(at.meeting)
        assert len(found) == len(PLANTED)
        await at.press("f6")
        await workers_done(at.app)
        await at.settle()
        assert at.said.startswith(f"{len(PLANTED)} things to look at, 1 slip (Ctrl+K)")
        for row, finding in enumerate(found):
            await the_list(at)
            await at.press(*["down"] * bool(row), "enter")
            assert at.app.screen is at.screen
            assert at.said == finding.words
            if finding.line is not None:
                assert at.screen.transcript.chosen == finding.line
            else:
                assert at.screen.draft.item.id == finding.item
            await at.press("escape")
            assert at.screen.composer.has_focus


async def test_what_is_mended_at_its_place_is_gone_from_the_list(tmp_path):
    async with desk(tmp_path, notes_with(PLANTED[:1]), size=(80, 24)) as at:
        await the_list(at)
        assert "a gap is left" in at.text
        await at.press("enter", "enter")
        assert at.composer.strip() == "! approves the sum of £?? for the repair;"
        await at.press("ctrl+g")
        await at.type("48,000\r")
        await the_list(at)
        assert "quotation marks are mixed" in at.text
        assert "a gap is left" not in at.text
