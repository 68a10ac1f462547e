"""The saved web pages of a committee system: an agenda, an attendance."""

from __future__ import annotations

import datetime as dt

import pytest
from agenda_files import agenda_page, attendance_page, page_row

from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.reading import read
from minute_taker.minutes.model import Group, HeadingKind, Part, State


def items(*rows: str, **more: str):
    return read(agenda_page(rows, **more).encode()).items


def test_the_meeting_is_named_in_the_heading_and_the_labels():
    head = read(agenda_page([page_row("1.", "Apologies")]).encode()).head

    assert head == {
        "committee": "Parks Panel",
        "date": dt.date(2027, 6, 3),
        "start": dt.time(18, 30),
        "venue": "The Old Granary",
        "clerk": "Wren Addis",
    }


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Parks Panel - Thursday, 3rd June, 2027 6.30 pm, MOVED", "moved"),
        ("Parks Panel - Thursday, 3rd June, 2027 6.30 pm CANCELLED", "cancelled"),
        ("CANCELLED, Parks Panel - Thursday, 3rd June, 2027 6.30 pm", "cancelled"),
        ("Parks Panel - Thursday, 3rd June, 2027 6.30 pm, POSTPONED", "postponed"),
    ],
)
def test_what_became_of_the_meeting_is_said_and_is_no_part_of_its_name(heading, status):
    found = read(agenda_page([page_row("1.", "Apologies")], heading=heading).encode())

    assert found.head["committee"] == "Parks Panel"
    assert found.head["date"] == dt.date(2027, 6, 3)
    assert any(status in remark for remark in found.remarks)


def test_numbers_and_titles_have_one_class_and_navigation_is_no_item():
    got = items(page_row("1.", "Apologies"), page_row("2a", "Trees"), page_row("", "PART II"),
                page_row("3.", "A lease"))  # fmt: skip

    assert [(item.number, item.title) for item in got] == [
        ("1", "Apologies"), ("2a", "Trees"), ("", "PART II"), ("3", "A lease"),
    ]  # fmt: skip
    assert got[2].heading is HeadingKind.UNNUMBERED
    assert got[3].part is Part.EXEMPT


@pytest.mark.parametrize(
    "title",
    [
        "Trees and HedgesPDF 500 KB",
        "Trees and Hedges PDF 1 MB",
        "Trees and Hedges<span class='mgFileSize'> <img alt='pdf icon'> PDF 76 KB</span>",
        "<a class='mgAiTitleLnk' href='d/s1/T.pdf'>Trees and HedgesDOCX 1.5 MB</a>",
    ],
)
def test_the_size_of_a_paper_is_no_part_of_the_title(title):
    assert items(page_row("1.", title))[0].title == "Trees and Hedges"


def test_a_title_that_is_a_number_itself_stays():
    title = "27/00311/FUL Old Mill, Wend"
    assert items(page_row("6.", f"{title}PDF 896 KB"))[0].title == title


def test_what_was_minuted_is_left_out_and_what_the_agenda_says_is_not():
    more = (
        "<ul class='mgActionList'><li><a href='ieDecisionDetails.aspx?AIId=8'>View</a></li></ul>"
        "<div class='mgWordPara'><div><p>Report of the Head of Parks.</p><p>&nbsp;</p></div></div>"
        "<p class='mgSubItemTitleTxt'>Additional documents:</p><ul><li>Appendix A</li></ul>"
        "<p class='mgSubItemTitleTxt'>Minutes:</p>"
        "<div class='mgWordPara'>RESOLVED: That it be done.</div>"
    )
    found = read(agenda_page([page_row("1.", "Trees", more=more)]).encode())

    assert [words for _, words in found.items[0].text] == ["Report of the Head of Parks."]
    assert found.items[0].source == "8"
    assert any("minuted" in remark for remark in found.remarks)


def test_where_the_text_is_cut_a_gap_is_left():
    more = (
        "<div class='mgWordPara'>The report is on the ...&nbsp;"
        "<a href='x'>view the full agenda text for item 2</a></div>"
    )
    found = read(agenda_page([page_row("2.", "Trees", more=more)]).encode())

    assert found.items[0].text == ((0, "The report is on the ??"),)
    assert any("item 2 is cut" in remark for remark in found.remarks)


@pytest.mark.parametrize(
    "more",
    [
        "<img src='restricted.gif' alt='This item is restricted'>",
        "<ul class='mgActionList'><li>Restricted enclosure 4</li></ul>",
    ],
)
def test_what_is_restricted_is_part_two(more):
    assert items(page_row("5.", "A lease", more=more))[0].part is Part.EXEMPT


def test_an_attendance_gives_people_with_what_is_said_of_each():
    rows = [
        ("Councillor Ann Lee MBE", "Chair", "Expected"),
        ("Cllr Bo O'Hay", "Vice-Chairman", "Present, virtual"),
        ("Councillor Cy Rhys", "Committee Member", "Apologies"),
        ("Mr Ed Fox", "Co-optee", "In attendance"),
        ("Fay Gill", "Officer", "In attendance"),
        ("Vacancy", "Committee Member", "Expected"),
    ]
    found = read(attendance_page(rows).encode())

    assert found.rows == 6
    assert [(p.name, p.group, p.state, p.remote) for p in found.people] == [
        ("Ann Lee MBE", Group.MEMBER, State.EXPECTED, False),
        ("Bo O'Hay", Group.MEMBER, State.PRESENT, True),
        ("Cy Rhys", Group.MEMBER, State.APOLOGIES, False),
        ("Mr Ed Fox", Group.CO_OPTED, State.PRESENT, False),
        ("Fay Gill", Group.OFFICER, State.PRESENT, False),
    ]
    assert [p.source for p in found.people] == ["501", "502", "503", "504", "505"]
    assert found.head["committee"] == "Parks Panel"


def test_a_page_saved_as_a_web_archive_is_read():
    page = agenda_page([page_row("1.", "Apologies – and so on")])
    archive = (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="edge"\r\n\r\n--edge\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    import base64

    data = archive + base64.encodebytes(page.encode()) + b"\r\n--edge--\r\n"
    assert read(data).items[0].title == "Apologies – and so on"


def test_a_page_in_windows_1252_is_read_in_its_own_letters():
    page = agenda_page([page_row("1.", "Café – hours")]).replace("utf-8", "windows-1252")
    assert read(page.encode("cp1252")).items[0].title == "Café – hours"


def test_another_systems_table_of_items_is_read():
    page = (
        "<html><body><table><tr><td>Menu</td><td>Home</td></tr></table><table>"
        "<tr><td>1</td><td>Apologies</td></tr><tr><td>2</td><td>Trees</td></tr></table></body></html>"
    )
    assert [item.title for item in read(page.encode()).items] == ["Apologies", "Trees"]


def test_any_other_page_is_refused():
    with pytest.raises(ImportRefused, match="web page"):
        read(b"<html><body><ul><li>1. Home</li></ul></body></html>")


def test_a_number_that_is_none_of_an_agenda_makes_no_heading_and_is_said():
    found = read(agenda_page([page_row("12/27", "Apologies"), page_row("2.", "Trees")]).encode())

    assert [item.heading for item in found.items] == [HeadingKind.NUMBERED] * 2
    assert any("12/27" in remark for remark in found.remarks)


@pytest.mark.parametrize("written", ["3a", "3 A.", "3.a)", "3. a", "(3a)"])
def test_a_number_with_a_letter_is_written_as_the_draft_has_it(written):
    assert [item.number for item in items(page_row(written, "Trees"))] == ["3a"]


def test_a_row_that_sounds_like_headings_is_somebody_and_a_vacant_seat_nobody():
    rows = [
        ("Councillor Ann Lee", "Chair", "Apologies, sent representative"),
        ("Councillor Bo Hay", "Committee Member", "Present (as substitute for Councillor Ann Lee)"),
        ("Parent Governor (Vacancy)", "Co-optee", "Expected"),
        ("Dr Di Orr", "Healthwatch Wend", "In attendance"),
    ]
    found = read(attendance_page(rows).encode())

    assert [(p.name, p.state, p.group) for p in found.people] == [
        ("Ann Lee", State.APOLOGIES, Group.MEMBER),
        ("Bo Hay", State.PRESENT, Group.MEMBER),
        ("Dr Di Orr", State.PRESENT, Group.ALSO_PRESENT),
    ]
    assert found.people[1].substitute_for == "Ann Lee"
    assert found.rows == 4


def test_a_paragraph_that_is_in_no_box_of_the_system_is_text_of_the_item():
    more = (
        "<p>Report of the Arborist.</p><ul><li><p>Appendix</p></li></ul>"
        "<p class='mgSubItemTitleTxt'>Minutes:</p><p>It was said that all was well.</p>"
    )
    got = items(page_row("4.", "Ash dieback (Pages 5 - 34)PDF 2 MB", more=more))[0]

    assert got.title == "Ash dieback"
    assert [words for _, words in got.text] == ["Report of the Arborist."]


@pytest.mark.parametrize(
    "contact", ["Email: w@x.invalid", "Tel: 01234 567890", "Phone 01234 567890"]
)
def test_the_contact_is_a_name_alone(contact):
    page = agenda_page([page_row("1.", "Apologies")]).replace(
        "Wren Addis", f"Wren Addis &nbsp;{contact}"
    )
    assert read(page.encode()).head["clerk"] == "Wren Addis"
