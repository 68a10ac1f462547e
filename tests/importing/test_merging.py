"""What was found goes into a draft: recognised, in its place, nothing of the clerk's changed."""

from __future__ import annotations

import pytest
from agenda_files import meeting_xml, xml_attendee, xml_item

from minute_taker.capture.notes_reader import read_notes
from minute_taker.importing.merging import merge
from minute_taker.importing.reading import read
from minute_taker.importing.setting_up import said_of
from minute_taker.minutes.model import Meeting, Part, State
from minute_taker.minutes.undo_history import History

DRAFT = read_notes(
    b"committee: Parks Panel\ndate: 3 June 2027\nvenue: Room 1\n"
    b"members: Ann Lee (Chairman), Cllr Bo O'Hay, C Rhys (expected)\n\n"
    b"# Apologies for Absence (1)\nNone had been received.\n"
    b"# My own title (2)\n# Trees (4)\n! noted\n"
).meeting


def merged(draft: Meeting, *items: str, people: tuple[str, ...] = ()):
    return merge(draft, read(meeting_xml(items, people).encode()))


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.items]


def test_new_items_go_where_they_stand_and_what_is_there_stays():
    made = merged(
        DRAFT,
        xml_item("Welcome", "0a", ident=1),
        xml_item("Apologies for absence", "1.", ident=2),
        xml_item("Hedges", "3.", ident=3),
        xml_item("TREES", "4.", ident=4, text="<p>Report.</p>"),
        xml_item("Close", "5.", ident=5),
    )

    assert titles(made.meeting) == [
        "Welcome", "Apologies for Absence", "Hedges", "My own title", "Trees", "Close",
    ]  # fmt: skip
    before = {item.id: item for item in DRAFT.items}
    for item in made.meeting.items:
        if item.id in before:
            assert item.lines == before[item.id].lines
            assert item.title == before[item.id].title
    assert [item.source for item in made.meeting.items] == ["1", "2", "3", "", "4", "5"]


def test_the_same_file_again_changes_nothing():
    items = (xml_item("Hedges", "3.", ident=3, text="<p>Report.</p>"), xml_item("Trees", "4."))
    people = (xml_attendee("Cllr Di Vane", memberid="8"),)
    once = merged(DRAFT, *items, people=people)
    again = merged(once.meeting, *items, people=people)

    assert again.meeting == once.meeting
    assert (again.items, again.people) == (0, 0)
    assert (again.known_items, again.known_people) == (2, 1)


def test_it_is_one_change_that_can_be_undone():
    made = merged(DRAFT, xml_item("Hedges", "3."), people=(xml_attendee("Cllr Di Vane"),))
    history = History(DRAFT)
    history.do(made.change)

    assert history.meeting == made.meeting
    history.undo()
    assert history.meeting.items == DRAFT.items
    assert history.meeting.attendance == DRAFT.attendance


def test_people_who_are_there_are_recognised_and_what_is_empty_is_filled():
    made = merged(
        DRAFT,
        people=(
            xml_attendee("Councillor Ann Lee MBE", "Chair", "Apologies", memberid="1"),
            xml_attendee("Cllr Bo O’Hay", "Vice-Chair", memberid="2"),
            xml_attendee("Councillor Cy Rhys", "Whip", "Apologies", memberid="3"),
            xml_attendee("Councillor Di Vane", memberid="4"),
        ),
    )
    people = {p.source: p for p in made.meeting.attendance}

    assert made.people == 1
    assert (people["1"].name, people["1"].post) == ("Ann Lee", "Chairman")
    assert people["1"].state is State.PRESENT  # the clerk had said so
    assert people["2"].post == "Vice-Chair"
    assert people["3"].state is State.APOLOGIES  # nobody had said anything yet


def test_two_of_one_name_are_two_where_the_system_tells_them_apart():
    made = merged(
        Meeting(),
        people=(
            xml_attendee("Cllr Jo Bell", memberid="1"),
            xml_attendee("Cllr Jo Bell", memberid="2"),
        ),
    )
    assert len(made.meeting.attendance) == 2
    assert len({p.code for p in made.meeting.attendance}) == 2


def test_two_items_of_one_title_are_two():
    items = [xml_item("Exclusion of the public", "3."), xml_item("Exclusion of the public", "7.")]
    assert len(merged(Meeting(), *items).meeting.items) == 2


def test_the_head_of_the_draft_stays_and_what_differs_is_said():
    made = merged(DRAFT)

    assert made.meeting.venue == "Room 1"
    assert made.meeting.start is not None
    assert any("the place" in remark for remark in made.remarks)


def test_what_one_file_keeps_from_the_public_is_kept_from_it():
    first = merged(Meeting(), xml_item("A lease", "5."))
    second = merged(first.meeting, xml_item("A lease", "5.", restricted=True))
    minuted = merged(DRAFT, xml_item("Trees", "4.", restricted=True))

    assert second.meeting.items[0].part is Part.EXEMPT
    assert minuted.meeting.items[-1].part is Part.PUBLIC
    assert any("Part II" in remark for remark in minuted.remarks)


@pytest.mark.parametrize("shown", [True, False])
def test_what_is_said_names_nothing_restricted_and_adds_up(shown):
    found = read(
        meeting_xml(
            [xml_item("Apologies"), xml_item("A secret", "2.", restricted=True, shown=shown)],
            [xml_attendee("Vacancy"), xml_attendee("Cllr Ann Lee")],
        ).encode()
    )
    said = said_of(found, merge(Meeting(), found))

    assert "of 4 rows" in said[0]
    assert not any("secret" in sentence for sentence in said)
