"""What another meeting gives: a draft, a notes file, the minutes of last time in Word."""

from __future__ import annotations

import datetime as dt

import pytest
from agenda_files import Word

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.compose import compose
from minute_taker.composing.style import load_style
from minute_taker.composing.style_reader import available_styles
from minute_taker.drafts.store import DraftStore
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.importing.merging import merge
from minute_taker.importing.reading import read
from minute_taker.minutes.model import Meeting, Part, State

NOTES = (
    "committee: Parks Panel\ndate: 6 May 2027\ntime: 6.30 pm\nclosed: 8.00 pm\nvenue: The Granary\n"
    "members: Ann Lee (Chairman), Bo Hay, Di Vane (substitute Cy Rhys)\n"
    "officers: Fay Gill (Head of Parks)\nalso present: Guy Orr (of Wend School)\n"
    "apologies: Cy Rhys\n\n"
)
MINUTED = NOTES + "# Apologies for absence\n# Minutes\n# Trees (3)\nOfficers reported.\n! noted\n"
SET_UP = NOTES + "# Apologies for absence (1)\n# Trees (3)\n#: Report.\n# Lease (4, Part II, 3)\n"


def test_a_meeting_that_was_only_set_up_gives_its_agenda():
    found = read(SET_UP.encode())

    assert [(i.number, i.title, i.part.value) for i in found.items] == [
        ("1", "Apologies for absence", "I"), ("3", "Trees", "I"), ("4", "Lease", "II"),
    ]  # fmt: skip
    assert found.items[1].text == ((0, "Report."),)
    assert {p.state for p in found.people} == {State.EXPECTED, State.APOLOGIES}
    assert "close" not in found.head


def test_how_people_are_spoken_of_comes_with_them():
    found = read(NOTES.replace("Ann Lee (Chairman)", "Ann Lee (Chairman, she)").encode())

    assert {p.name: p.pronoun for p in found.people}["Ann Lee"] == "she"
    for meeting in (Meeting(), read_notes(NOTES.encode()).meeting):
        merged = merge(meeting, found).change.apply(meeting)[0]
        assert {p.name: p.pronoun for p in merged.attendance}["Ann Lee"] == "she"


def test_a_meeting_that_was_minuted_gives_what_follows_from_it(tmp_path):
    meeting = read_notes(MINUTED.encode()).meeting
    store = DraftStore.create(tmp_path, meeting)
    store.close()
    for found in (read(store.path.read_bytes()), read(MINUTED.encode())):
        assert [p.name for p in found.people] == ["Ann Lee", "Bo Hay", "Cy Rhys"]
        assert {p.state for p in found.people} == {State.EXPECTED}
        assert "date" not in found.head
        assert [i.title for i in found.items] == [
            "Apologies for absence", "Minutes of the meeting held on 6 May 2027",
        ]  # fmt: skip


@pytest.mark.parametrize("style", available_styles())
def test_the_minutes_of_last_time_as_this_program_writes_them(style):
    house = load_style(style)
    meeting = read_notes(MINUTED.encode()).meeting
    found = read(docx_bytes(compose(meeting, house, public=True), house))

    assert {"Ann Lee", "Bo Hay"} <= {p.name.removeprefix("Cllr ") for p in found.people}
    assert {p.state for p in found.people} == {State.EXPECTED}
    assert "Officers reported" not in repr(found)


def test_the_minutes_of_last_time_as_others_write_them():
    data = (
        Word()
        .line("WEND TOWN COUNCIL")
        .line("Minutes of the meeting of the Parks Panel")
        .line("held at the Old Granary on Thursday 6 May 2027 at 6.30pm")
        .line("Present:\tCouncillors Ann Lee (Chairman), Bo Hay and D. Vane")
        .line("Apologies:\tCouncillor Cy Rhys")
        .line("In attendance:\tFay Gill (Clerk)")
        .line("27/01 Trees")
        .line("RESOLVED that Councillor Ann Lee be thanked.")
        .data()
    )
    found = read(data)

    assert [p.name for p in found.people][:3] == ["Ann Lee", "Bo Hay", "D. Vane"]
    assert [i.title for i in found.items] == ["Minutes of the meeting held on 6 May 2027"]


def test_the_day_of_the_last_minutes_goes_to_the_item_that_approves_them():
    agenda = merge(Meeting(), read(b"1. Apologies\n2. Minutes of the previous meeting\n3. Trees\n"))
    made = merge(agenda.meeting, read(MINUTED.encode())).meeting

    assert [item.title for item in made.items] == [
        "Apologies", "Minutes of the previous meeting held on 6 May 2027", "Trees",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Agenda for the meeting to be held on Tuesday 2 March 2027 at 7pm in the Old Granary",
        "The next meeting will be held on Tuesday 2 March 2027 at 7.00 pm in the Old Granary",
        "Extraordinary meeting to be held on 2 March 2027 at 19:00 in the Old Granary",
    ],
)
def test_a_sentence_that_names_no_body_leaves_it_to_the_line_that_does(sentence):
    text = f"Wend Parish Council\nTrees Committee\n{sentence}\n1.\tApologies\n2.\tTrees\n"
    head = read(text.encode()).head

    assert (head["committee"], head["council"]) == ("Trees Committee", "Wend Parish Council")
    assert (head["date"], head["start"]) == (dt.date(2027, 3, 2), dt.time(19, 0))


def test_the_meeting_may_be_named_below_the_heading_of_the_agenda():
    text = "Wend Council\nAGENDA\nCabinet\nTuesday 2 March 2027 6pm\nPart I\n1. Trees\n"
    found = read(text.encode())

    assert found.head["committee"] == "Cabinet"
    assert found.head["date"] == dt.date(2027, 3, 2)
    assert [item.title for item in found.items] == ["Part I", "Trees"]


@pytest.mark.parametrize("reason", ["(paragraphs 1 and 2)", "[para 1 & 2]", "(Paras. 1, 2)"])
def test_a_paragraph_alone_is_a_reason_only_in_the_private_part(reason):
    text = f"AGENDA\n1. Works {reason}\nPart II\n2. Staffing {reason}\n"
    public, private = (item for item in read(text.encode()).items if item.number)

    assert (public.title, public.part) == (f"Works {reason}", Part.PUBLIC)
    assert (private.title, private.part) == ("Staffing", Part.EXEMPT)
    assert private.exempt_paragraph == "1 and 2"
