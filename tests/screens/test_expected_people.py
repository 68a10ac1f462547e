"""People who are only expected, and what the agenda recommends: on the screen."""

from __future__ import annotations

from desk import desk

from minute_taker.minutes.model import Kind, State

NOTES = """\
committee: Parks Panel
date: 3 June 2027
members: Ada Larkin (Chairman, expected), Bo Winter (expected), Cerys Tarn
officers: Rob Wye (Head of Parks, expected)

# Apologies for absence
# Bandstand repairs
#: Report of the Head of Parks
#: RECOMMENDATION: That the Panel notes the report.
# Kiosk
The lease was ??.
# Trees
#: The Panel is recommended to:
#: 1. fell the elm; and
#: 2. plant two limes.
"""


def states(at) -> dict[str, State]:
    return {person.name: person.state for person in at.meeting.attendance}


async def test_all_present_is_one_key_and_letters_work_in_either_case(tmp_path):
    async with desk(tmp_path, NOTES) as at:
        await at.press("f8")
        await at.shows("expected")
        await at.press("A", "down", "x", "T")
        assert states(at) == {
            "Ada Larkin": State.APOLOGIES, "Bo Winter": State.ABSENT,
            "Cerys Tarn": State.PRESENT, "Rob Wye": State.PRESENT,
        }  # fmt: skip
        assert "All present" not in at.text
        await at.press("ctrl+z")
        assert states(at)["Rob Wye"] is State.EXPECTED
        await at.press("t", "escape")
        await at.shows("1 gap")


async def test_whoever_is_expected_is_a_gap_that_is_counted_and_gone_to(tmp_path):
    async with desk(tmp_path, NOTES) as at:
        await at.shows("4 gaps")
        await at.press("ctrl+g")
        assert at.composer.endswith("The lease was ??.")
        assert "who is expected" in at.said
        await at.type("signed")
        await at.press("enter", "ctrl+g")
        await at.shows("People")
        row = at.app.screen._list.row
        assert row.person.name == "Ada Larkin"
        await at.press("p", "t", "escape", "ctrl+g")
        assert "no gaps left" in at.said


async def test_what_the_agenda_recommends_is_offered_and_taken_word_for_word(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 36)) as at:
        await at.enter(":go 2")
        await at.shows("That the Panel notes the report.")
        await at.enter("Rob Wye introduced the report.")
        await at.press("tab", "enter")
        line = at.meeting.items[1].lines[-1]
        assert (line.kind, line.text) == (Kind.RESOLUTION, "That the Panel notes the report.")
        await at.enter(":go 4")
        await at.press("tab", "enter", "tab", "enter", "tab", "enter", "tab")
        taken = [line for line in at.meeting.items[3].lines if line.kind is Kind.RESOLUTION]
        assert [(line.depth, line.text) for line in taken] == [
            (0, "That the Panel:"), (1, "fell the elm; and"), (1, "plant two limes."),
        ]  # fmt: skip
        assert "limes" not in at.composer


async def test_an_item_that_only_the_agenda_speaks_of_is_removed_without_asking(tmp_path):
    async with desk(tmp_path, NOTES) as at:
        await at.enter(":go 2")
        await at.press("f9", "f9")
        at.screen.agenda.go_to(at.meeting.items[1].id)
        await at.press("delete")
        assert [item.title for item in at.meeting.items] == [
            "Apologies for absence", "Kiosk", "Trees",
        ]  # fmt: skip
