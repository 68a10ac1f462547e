"""The meeting's business from the capture screen: check, actions, read back; by keys."""

from __future__ import annotations

from pathlib import Path

from desk import desk
from waiting import until, workers_done

from minute_taker.minutes.model import Kind
from minute_taker.screens.finding.findings_screen import FindingsScreen
from minute_taker.screens.home.business_screen import BusinessScreen
from minute_taker.screens.reading.read_back_screen import ReadBackScreen

EVENING = """\
committee: Libraries Committee
date: 3 March 2020
time: 7.00 pm
closed: 8.00 pm
venue: Reading Room
members: Odile Farrant (Chairman), Jonas Peake, Mina Okoro
officers: Rani Dell (Head of Libraries)

# Opening hours
? @jp What would longer hours cost?
# Work programme
The stock had been counted.
+ Rani Dell: send the count (by 1 May 2020)
% Peake / Okoro: That the count be published
"""


async def to_the_list(at):
    """Wait for the list of a dialog, which is read on a thread."""
    await workers_done(at.app)
    await at.settle()


async def test_what_does_not_stand_is_one_enter_from_its_place(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.press("ctrl+k")
        assert isinstance(at.app.screen, FindingsScreen)
        await to_the_list(at)
        assert "longer hours" in at.text
        await at.press("down", "enter")
        assert at.app.screen is at.screen
        assert at.screen.transcript.chosen == 1
        assert at.said
        await at.press("enter")
        assert at.composer == "? @jp What would longer hours cost?"


async def test_what_the_head_lacks_is_one_enter_from_its_field(tmp_path):
    async with desk(tmp_path, EVENING.replace("venue: Reading Room\n", "")) as at:
        await at.press("ctrl+k")
        await to_the_list(at)
        await at.press("enter")
        assert at.app.screen.focused.id == "venue"
        await at.type("Reading Room\r")
        assert at.meeting.venue == "Reading Room"


async def test_the_check_opens_again_at_the_finding_gone_to_last(tmp_path):
    async with desk(tmp_path, EVENING + "It cost £??.\nIt was £?? before.\n") as at:

        async def chosen(text, *keys):
            await at.press("ctrl+k")
            await at.shows("To look at before")
            await at.shows("a gap is left")
            await at.press(*keys, "enter")
            line = at.meeting.line
            await until(
                lambda: (
                    at.app.screen is at.screen
                    and at.screen.transcript.chosen is not None
                    and line(at.screen.transcript.chosen).text == text
                ),
                lambda: at.text,
            )
            await at.press("escape")
            await until(lambda: not at.said)

        await chosen("It was £?? before.", "end")
        await chosen("It cost £??.", "up")
        # Mended, it gives its place to the next one.
        await at.enter(":edit 5 It cost £5.")
        await until(lambda: at.meeting.line(5).text == "It cost £5.")
        await chosen("It was £?? before.")


async def test_the_commands_lead_to_the_places_too(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.enter(":check")
        await at.shows("nobody answers")
        assert isinstance(at.app.screen, FindingsScreen)
        await at.press("down", "enter")
        await until(lambda: at.screen.transcript.chosen == 1)
        await at.press("escape")
        await at.enter(":actions")
        await at.shows("Actions and promises")
        assert isinstance(at.app.screen, BusinessScreen)
        await at.press("enter")
        await until(lambda: at.screen.transcript.chosen is not None)
        assert at.meeting.line(at.screen.transcript.chosen).kind is Kind.ACTION


async def test_esc_from_the_check_goes_back_to_typing(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.type("Half a sen")
        await at.press("ctrl+k")
        await to_the_list(at)
        await at.press("escape")
        await at.type("tence")
        assert at.composer.endswith("Half a sentence")


async def test_actions_of_this_meeting_lead_to_their_lines(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.screen.action_command("capture.business")
        assert isinstance(at.app.screen, BusinessScreen)
        await to_the_list(at)
        assert "send the count" in at.text
        await at.press("enter")
        assert at.meeting.line(at.screen.transcript.chosen).kind is Kind.ACTION


async def test_an_item_put_off_in_its_heading_leads_to_the_item(tmp_path):
    notes = EVENING + "# Loans (3, deferred to 7 April 2020)\n# Fines\n"
    async with desk(tmp_path, notes) as at:
        await at.screen.action_command("capture.business")
        await to_the_list(at)
        assert "The item was deferred to 7 April 2020" in at.text
        await at.press("end", "enter")
        assert at.screen.draft.item.title == "Loans"
        await at.screen.action_command("capture.drafts")
        await to_the_list(at)
        await at.press("f8")
        await to_the_list(at)
        await at.press("end", "enter")
        await at.settle()
        assert at.screen.draft.item.title == "Loans"
        assert at.screen.composer.has_focus


async def test_the_motion_under_work_is_read_back(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.press("ctrl+r")
        assert isinstance(at.app.screen, ReadBackScreen)
        await at.press("minus")
        assert "That the count be published" in at.text
        assert "SETTLED" not in at.text
        await at.press("escape")
        assert at.screen.composer.has_focus
        await at.enter("% carried 2-1")
        await at.press("ctrl+r")
        assert "CARRIED 2-1, SETTLED" in at.text
        await at.press("enter")
        assert at.meeting.line(at.screen.transcript.chosen).kind is Kind.MOTION


async def test_the_export_says_what_there_is_to_look_at_and_is_not_refused(tmp_path):
    async with desk(tmp_path, EVENING, size=(120, 30)) as at:
        await at.press("f6")
        await to_the_list(at)
        assert "things to look at (Ctrl+K)" in at.said
        written = Path(at.said.rpartition("Written to ")[2].partition(" (")[0])
        assert (at.screen.folder.root / written).suffix == ".docx"
        assert (at.screen.folder.root / written).is_file()


async def test_the_export_of_what_stands_says_nothing_of_a_check(tmp_path):
    notes = EVENING.partition("\n\n")[0] + "\n\n# One\n! noted\n"
    async with desk(tmp_path, notes, size=(120, 30)) as at:
        await at.press("f6")
        await to_the_list(at)
        assert at.said.startswith("Written to ")


async def test_an_action_in_another_draft_is_one_enter_away_from_the_drafts(tmp_path):
    async with desk(tmp_path, EVENING) as at:
        await at.screen.action_command("capture.drafts")
        await to_the_list(at)
        assert at.app.capture is None
        await at.press("f8")
        await to_the_list(at)
        await at.press("enter")
        await at.settle()
        assert at.meeting.line(at.screen.transcript.chosen).kind is Kind.ACTION
        assert at.screen.transcript.has_focus
        await at.press("enter")
        assert at.composer.startswith("+ Rani Dell: send the count")
