"""An agenda's front sheet in Word, and the same as plain text."""

from __future__ import annotations

import datetime as dt

import pytest
from agenda_files import Word

from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style
from minute_taker.importing.front_sheet import text_rows
from minute_taker.importing.merging import merge
from minute_taker.importing.pasted import pasted_agenda, pasted_people
from minute_taker.importing.reading import read
from minute_taker.minutes.model import Group, HeadingKind, Meeting, Part
from minute_taker.minutes.recommendations import offered_lines


def titles(found):
    return [(item.number, item.title) for item in found.items]


def names(found):
    return [(person.name, person.post, person.group) for person in found.people]


SHEET = (
    Word()
    .table(
        ("Public Document Pack", "Please ask for:\tWren Addis\nOur Ref:\tX/1\nDate:\t1 May 2027")
    )
    .line("Parks Panel", style="Title")
    .line("Date:\tTHURSDAY, 3 JUNE 2027")
    .line("Time:\t6.30 PM")
    .line("Venue:\tTHE OLD GRANARY -\nMILL LANE, WEND WE1 2ND")
    .line("Councillors on the Panel")
    .table(
        ("Ann Lee MBE (Chairman)\nBo O’Hay (Vice-Chairman)", "Dr Cy ap Rhys\nDi Vane (Green Lead)"),
        ("Co-opted Member (non-voting): Ed Fox, Diocese of Wend", ""),
    )
    .line("Substitutes: Councillors R Moss and Mrs T Kerr")
    .line("Quorum: 3")
    .line("In case of fire 1. leave 2. do not use the lift.")
    .line("AGENDA")
    .line("CHAIRMAN'S ANNOUNCEMENTS")
    .table(
        ("1", "Apologies for Absence", ""),
        ("2", "To confirm the minutes of the meeting held on 6 May 2027", "1 - 12"),
        ("PART I - IN PUBLIC", "", ""),
        ("3", "Trees & Hedges\nReport of the Head of Parks", "13 – 40"),
        ("3a", "Late paper: Wood\u00adland", "To Follow"),
        ("PART II\nNot for publication: Part 1 (3) of Schedule 12 (A)", "", ""),
        ("4", "A lease", "41 - 50"),
    )
)


def test_labels_and_values_stand_in_tables_tabs_and_lines():
    head = read(SHEET.data()).head

    assert head == {
        "clerk": "Wren Addis",
        "committee": "Parks Panel",
        "date": dt.date(2027, 6, 3),
        "start": dt.time(18, 30),
        "venue": "The Old Granary - Mill Lane, Wend WE1 2ND",
        "quorum": 3,
    }


def test_items_lose_their_pages_and_keep_their_numbers_parts_and_text():
    found = read(SHEET.data())

    assert titles(found) == [
        ("", "CHAIRMAN'S ANNOUNCEMENTS"),
        ("1", "Apologies for Absence"),
        ("2", "To confirm the minutes of the meeting held on 6 May 2027"),
        ("", "PART I - IN PUBLIC"),
        ("3", "Trees & Hedges"),
        ("3a", "Late paper: Woodland"),
        ("", "PART II"),
        ("4", "A lease"),
    ]
    assert found.items[4].text == ((0, "Report of the Head of Parks"),)
    assert [(i.part, i.exempt_paragraph) for i in found.items][-1] == (Part.EXEMPT, "3")
    assert [i.part for i in found.items].count(Part.EXEMPT) == 1


def test_the_members_come_and_those_who_only_stand_in_do_not():
    found = read(SHEET.data())

    assert names(found) == [
        ("Ann Lee MBE", "Chairman", Group.MEMBER),
        ("Bo O’Hay", "Vice-Chairman", Group.MEMBER),
        ("Dr Cy ap Rhys", "", Group.MEMBER),
        ("Di Vane", "Green Lead", Group.MEMBER),
        ("Ed Fox", "non-voting", Group.CO_OPTED),
    ]
    assert [row.words for row in found.left_out] == ["R Moss", "Mrs T Kerr"]


def test_words_own_numbers_are_the_agendas():
    data = (
        Word()
        .line("AGENDA")
        .counted("Apologies for absence", "Minutes\t1 - 8")
        .line("PART II")
        .counted("A lease")
        .data()
    )
    found = read(data)

    assert titles(found) == [("1", "Apologies for absence"), ("2", "Minutes"), ("", "PART II"),
                             ("3", "A lease")]  # fmt: skip
    assert found.items[-1].part is Part.EXEMPT


def test_what_is_hidden_or_deleted_is_not_read():
    data = Word().line("AGENDA").counted("Apologies").hidden("2. Secret").data()
    assert titles(read(data)) == [("1", "Apologies")]


def test_names_wards_and_parties_in_a_table_with_headings():
    data = (
        Word()
        .line("Membership")
        .table(
            ("Name", "Ward", "Party"),
            ("Councillor Ann Lee (Chair)", "Elm", "Lamplighters"),
            ("Cllr Bo Hay", "Ash", "Boaters"),
        )
        .line("AGENDA")
        .line("1.\tApologies")
        .data()
    )
    assert names(read(data)) == [("Ann Lee", "Chair", Group.MEMBER), ("Bo Hay", "", Group.MEMBER)]


def test_a_chairmans_and_an_officers_list():
    text = (
        "Parks Panel\nChairman: Councillor Ann Lee OBE\nVice-Chairman: Cllr Bo Hay\n"
        "Members: Councillors Ann Lee OBE, Bo Hay, C. Rhys (Elm Ward) and Mrs D Vane\n"
        "Officers: Fay Gill (Head of Parks); Guy Orr, Legal Adviser\n\nAGENDA\n1. Apologies\n"
    )
    assert names(read(text.encode())) == [
        ("Ann Lee OBE", "Chairman", Group.MEMBER),
        ("Bo Hay", "Vice-Chairman", Group.MEMBER),
        ("C. Rhys", "", Group.MEMBER),
        ("Mrs D Vane", "", Group.MEMBER),
        ("Fay Gill", "Head of Parks", Group.OFFICER),
        ("Guy Orr", "Legal Adviser", Group.OFFICER),
    ]


def test_a_sentence_that_calls_the_meeting():
    text = (
        "WEND TOWN COUNCIL\n\nA meeting of the Allotments Committee will be held in the Old "
        "Granary on Thursday 3 June 2027 at 6.30pm.\n\n1. Apologies\n2. Plots\n"
    )
    head = read(text.encode()).head

    assert head["committee"] == "Allotments Committee"
    assert head["council"] == "Wend Town Council"
    assert (head["date"], head["start"]) == (dt.date(2027, 6, 3), dt.time(18, 30))
    assert head["venue"] == "Old Granary"


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("4. Trees 13 - 40", "4", "Trees"),
        ("4\tTrees\t13 - 40", "4", "Trees"),
        ("4 Trees (Pages 13 - 40)", "4", "Trees"),
        ("4) Trees", "4", "Trees"),
        ("Item 4: Trees", "4", "Trees"),
        ("4a Trees", "4a", "Trees"),
        ("4.1 Trees", "4.1", "Trees"),
        ("4. 27/00311/FUL Old Mill", "4", "27/00311/FUL Old Mill"),
        ("4.\tTrees\tTo follow", "4", "Trees"),
    ],
)
def test_how_numbers_and_pages_are_typed(line, number, title):
    found = pasted_agenda(f"3. Minutes (Pages 1 - 12)\n{line}")
    assert titles(found)[1:] == [(number, title)]


def test_a_range_without_a_number_or_out_of_turn_is_the_titles():
    plain = pasted_agenda("Apologies\nBudget Monitoring Periods 1 - 8\n")
    counted = pasted_agenda(
        "1. Minutes 1 - 12\n2. Budget Monitoring Periods 1 - 8\n3. Trees 13 - 20"
    )

    assert titles(plain) == [("", "Apologies"), ("", "Budget Monitoring Periods 1 - 8")]
    assert [title for _, title in titles(counted)] == [
        "Minutes", "Budget Monitoring Periods 1 - 8", "Trees",
    ]  # fmt: skip


def test_parts_in_a_paste():
    found = pasted_agenda("1. Apologies\nPart II - Private\n2. A lease\nPart I\n3. Trees")

    assert [item.part for item in found.items if item.heading is HeadingKind.NUMBERED] == [
        Part.PUBLIC, Part.EXEMPT, Part.PUBLIC,
    ]  # fmt: skip


def parts(text: str) -> list[tuple[str, str]]:
    return [(item.title, item.part.value) for item in pasted_agenda(text).items]


def test_an_exclusion_without_a_number_is_a_heading_and_what_follows_is_part_two():
    assert parts(
        "1. Trees\nExclusion of the press and public\nThat the press and public be excluded for "
        "the following items\n2. A lease\nPART I\n3. Dates"
    ) == [
        ("Trees", "I"), ("Exclusion of the press and public", "I"), ("A lease", "II"),
        ("PART I", "I"), ("Dates", "I"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "1. Apologies\n2. Exclusion of Public and Press\nTo identify items where resolutions may "
        "be moved to exclude the press and public\n3. Trees",
        "1. Exclusion of the public\n2. Declarations of interest\n3. Trees",
        "1. Trees\n2. Exclusion of the public\nTo consider whether to exclude them.\n3. Elms",
        "1. Trees\n2. Exclusion of the public (if necessary)\n3. Elms",
    ],
)
def test_an_agenda_that_only_asks_whether_to_exclude_the_public_makes_nothing_exempt(text):
    assert {part for _, part in parts(text)} == {"I"}


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("PRIVATE SECTOR HOUSING REPORTS", "I"), ("CONFIDENTIAL WASTE PAPERS", "I"),
        ("RESTRICTED BYWAYS: ITEMS", "I"), ("PRIVATE ITEMS", "II"), ("PART B", "II"),
        ("CLOSED SESSION", "II"), ("ITEMS TO BE TAKEN IN PRIVATE", "II"),
    ],
)  # fmt: skip
def test_a_heading_begins_the_part_that_it_begins_in_the_draft(heading, part):
    assert parts(f"1. Trees\n{heading}\n2. Elms")[-1] == ("Elms", part)


def test_after_the_public_is_excluded_the_rest_is_part_two():
    found = pasted_agenda(
        "1. Trees\n2. Exclusion of the press and public\n"
        "To exclude them for the next item (paragraph 3 of Part 1 of Schedule 12A).\n3. A lease"
    )
    assert [(i.part, i.exempt_paragraph) for i in found.items] == [
        (Part.PUBLIC, ""), (Part.PUBLIC, ""), (Part.EXEMPT, "3"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Priya Dass, Legal Adviser\nSam Cole, Weir Street", [("Priya Dass", "Legal Adviser"),
                                                            ("Sam Cole", "Weir Street")]),
        ("Priya Dass, Legal Adviser; Al Orr", [("Priya Dass", "Legal Adviser"), ("Al Orr", "")]),
        ("Priya Dass, Legal Adviser", [("Priya Dass", "Legal Adviser")]),
        ("Ann Lee, Bo Hay and Cy Rhys", [("Ann Lee", ""), ("Bo Hay", ""), ("Cy Rhys", "")]),
        ("Ann Lee OBE, FRSA\nBo Hay (Chair)", [("Ann Lee OBE FRSA", ""), ("Bo Hay", "Chair")]),
        ("Cllr Ann Lee (Lab)\nCllr Bo Hay (Con)", [("Ann Lee", ""), ("Bo Hay", "")]),
        ("Cllr Ann Lee a.lee@example.invalid 01234 567 890", [("Ann Lee", "")]),
    ],
)  # fmt: skip
def test_people_in_a_paste(text, people):
    assert [(p.name, p.post) for p in pasted_people(text).people] == people


def test_every_line_of_a_text_is_a_row():
    assert len(text_rows("1. One\n\n  two\nthree\n")) == 3


def test_a_day_and_a_time_that_stand_alone_in_a_line():
    head = read(
        b"Parks Panel\nThursday, 3 June 2027 at 6.30 pm\nThe Old Hall, Wend\n1. Trees\n"
    ).head

    assert (head["date"], head["start"]) == (dt.date(2027, 6, 3), dt.time(18, 30))
    assert (head["committee"], head["venue"]) == ("Parks Panel", "The Old Hall, Wend")


def test_members_by_party_and_a_seat_that_is_empty():
    text = (
        "Membership\nConservative (2)\nCouncillor Ann Lee (Chairman)\nVacancy\nLabour (1)\n"
        "Councillor Bo Hay\n\nAGENDA\n1. Trees\n"
    )
    found = read(text.encode())

    assert [p.name for p in found.people] == ["Ann Lee", "Bo Hay"]
    assert found.rows == 4


def test_a_list_of_people_alone_loses_nobody():
    found = read(b"Councillor Ann Lee (Chair)\nCouncillor Bo Hay\nMr Ed Fox, Diocese of Wend\n")

    assert [(p.name, p.organisation) for p in found.people] == [
        ("Ann Lee", ""), ("Bo Hay", ""), ("Mr Ed Fox", "Diocese of Wend"),
    ]  # fmt: skip


def test_the_day_of_the_minutes_may_stand_under_their_title():
    found = read(b"1. Apologies\n2. Minutes\nTo approve those of the meeting held on 6 May 2027.\n")
    made = merge(Meeting(), found).meeting
    page = document_text(compose(made, load_style("hillingdon"), public=True))

    assert offered_lines(made.items[1]) == ("! minutes 6 May 2027",)
    assert "minutes of the meeting held on 6 May 2027 be approved" in page


@pytest.mark.parametrize(
    "sheet",
    [
        Word().line("Members:").line("Councillor Ann Lee\tElm\tLabour")
        .line("Councillor Bo Hay (Vice-Chair)\tAsh\tGreen"),
        Word().line("Members:").table(("Councillor Ann Lee", "Elm"),
                                      ("Councillor Bo Hay", "Vice-Chair")),
        Word().line("Members").table(("Councillor Ann Lee", "Councillor Bo Hay (Vice-Chair)")),
    ],
)  # fmt: skip
def test_members_whose_ward_party_or_post_stands_beside_them(sheet):
    found = read(sheet.line("AGENDA").line("1.\tTrees").data())

    assert [p.name for p in found.people] == ["Ann Lee", "Bo Hay"]
    assert found.people[1].post == "Vice-Chair"


def test_who_signed_the_agenda_is_no_item_of_it():
    text = (
        "You are hereby summoned to a meeting of Wend Parish Council to be held at the Village Hall"
        " on Thursday 3rd June 2027 at 7.30pm.\nAGENDA\n1. Apologies\n2. Planning\n   a. 27/0031\n"
        "3. Date of next meeting\nWren Addis\nClerk to the Council\n28 May 2027\n"
    )
    found = read(text.encode())

    assert found.head["committee"] == "Wend Parish Council"
    assert found.head["clerk"] == "Wren Addis"
    assert found.items[1].text == ((0, "a. 27/0031"),)
    assert found.items[2].text == ()


def test_headings_that_part_an_agenda_without_a_number():
    found = pasted_agenda("1. Apologies\nItems for decision\n2. Trees\nItems for information\n3. X")
    assert [item.heading for item in found.items].count(HeadingKind.UNNUMBERED) == 2


def test_somebody_first_in_a_list_keeps_a_ward_and_a_party_beside_them():
    text = (
        "Trees Committee\nMembership\nCouncillor Ada Larkin MBE (Chair)\tLabour\tWeir Ward\n"
        "Councillor Bo Fell\tIndependent\tMill Ward\nAGENDA\n1.\tApologies\n"
    )
    found = read(text.encode())

    assert [(one.name, one.post) for one in found.people] == [
        ("Ada Larkin MBE", "Chair"), ("Bo Fell", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("between", [".\t", "\t", ". ", "  "])
def test_an_agenda_may_count_by_minutes(between):
    rows = ("To receive apologies", "27/0101/HOU Rose Cottage", "Finance")
    text = "\n".join(f"26/{30 + n}{between}{title}" for n, title in enumerate(rows))
    merged = merge(Meeting(), read(f"AGENDA\n{text}\n".encode())).meeting

    assert [(item.minute_number, item.agenda_number, item.title) for item in merged.items] == [
        (f"26/{30 + n}", "", title) for n, title in enumerate(rows)
    ]
