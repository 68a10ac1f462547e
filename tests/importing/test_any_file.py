"""Files cut, swapped and doubled: never an error that is none of ours, never a row in silence."""

from __future__ import annotations

import csv
import io

from agenda_files import (
    Word,
    agenda_page,
    attendance_page,
    in_envelope,
    invitation,
    meeting_xml,
    page_row,
    xml_attendee,
    xml_item,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from minute_taker.importing.agenda_rows import AgendaReader, row_of
from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.merging import merge
from minute_taker.importing.pasted import pasted_agenda, pasted_people
from minute_taker.importing.reading import read
from minute_taker.importing.setting_up import said_of
from minute_taker.minutes.model import Meeting

ITEMS = [
    xml_item("Apologies", "1."),
    xml_item("PART II", ""),
    xml_item("Lease & <b>more</b>", "2.", text="<p>Recommendation: that it be.</p>"),
]
PEOPLE = [xml_attendee("Cllr Ann Lee", "Chair"), xml_attendee("Vacancy")]
ROWS = [page_row("1.", "Apologies", ident="7"), page_row("", "PART II"), page_row("2.", "A lease")]
SEEDS = [
    meeting_xml(ITEMS, PEOPLE).encode(),
    in_envelope(meeting_xml(ITEMS, PEOPLE), as_text=True).encode(),
    agenda_page(ROWS).encode(),
    attendance_page([("Cllr Ann Lee", "Chair", "Expected"), ("Bo Hay", "Officer", "")]).encode(),
    invitation(["SUMMARY:Parks", "DTSTART:20270603T173000Z",
                'ATTENDEE;CN="Lee, Ann (Cllr)":mailto:a@example.invalid']).encode(),
    b"\xef\xbb\xbfSurname,Forename,Role\r\nLee,Ann,Chair\r\n\"O\x92Hay\",Bo,\r\n",
    b"committee: Parks\nmembers: Ann Lee (Chair)\n\n# Trees (2)\n! noted\n",
    b"Parks Panel\nDate: 3 June 2027\nMembers: Cllrs Ann Lee and Bo Hay\nAGENDA\n1. Trees 1 - 4\n",
    Word().line("Members:").table(("Ann Lee", "Bo Hay")).line("AGENDA").counted("Trees").data(),
]  # fmt: skip

edits = st.lists(
    st.tuples(st.sampled_from(["cut", "swap", "double", "put"]), st.integers(0, 10**6),
              st.integers(0, 10**6), st.binary(max_size=6)),
    max_size=6,
)  # fmt: skip


def edited(data: bytes, changes) -> bytes:
    for what, one, other, put in changes:
        begin, end = sorted((one % (len(data) + 1), other % (len(data) + 1)))
        piece = data[begin:end]
        if what == "cut":
            data = data[:begin] + data[end:]
        elif what == "double":
            data = data[:end] + piece[:5000] + data[end:]
        elif what == "swap":
            data = piece + data[:begin] + data[end:]
        else:
            data = data[:begin] + put + data[begin:]
    return data


def taken(data: bytes) -> None:
    try:
        found = read(data)
    except ImportRefused:
        return
    made = merge(Meeting(), found)
    assert said_of(found, made)
    assert found.rows == len(found.items) + len(found.people) + len(found.left_out)
    assert len(made.meeting.items) == made.items
    assert made.items + made.known_items == len(found.items)
    assert made.people + made.known_people == len(found.people)


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(SEEDS), edits)
def test_whatever_is_done_to_a_file_it_is_read_or_refused(seed, changes):
    taken(edited(seed, changes))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data):
    taken(data)


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\x85"),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=12))
def test_any_lines_that_are_pasted(lines):
    text = "\n".join(lines)
    pasted_agenda(text)
    pasted_people(text)


titles = st.text("abc XYZ&<>'’-–()", min_size=1, max_size=20).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(titles, st.sampled_from(["", "1.", "2a."]), st.booleans()), max_size=8),
       st.integers(0, 5))  # fmt: skip
def test_every_item_and_attendee_of_the_web_service_is_a_row(rows, vacancies):
    items = [xml_item(title, number, shown=shown) for title, number, shown in rows]
    people = [xml_attendee("Vacancy")] * vacancies + [xml_attendee("Cllr Ann Lee")]
    assert read(meeting_xml(items, people).encode()).rows == len(rows) + vacancies + 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(titles, st.sampled_from(["", "1.", "2a."])), min_size=1, max_size=8))
def test_every_row_of_the_table_of_items_is_a_row(rows):
    shown = [(title.replace("<", "&lt;"), number) for title, number in rows]
    page = agenda_page([page_row(number, title) for title, number in shown] + ROWS)
    assert read(page.encode()).rows == len(rows) + len(ROWS)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(titles, titles), min_size=1, max_size=8), st.sampled_from(",;\t"))
def test_every_row_of_a_sheet_is_a_row(rows, delimiter):
    out = io.StringIO()
    sheet = csv.writer(out, delimiter=delimiter)
    sheet.writerows([["Surname", "Forename"], *rows, ["", ""]])
    assert read(out.getvalue().encode()).rows == len(rows)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 99), titles), min_size=1, max_size=8))
def test_every_line_of_an_agenda_is_an_item_or_stands_under_one(rows):
    lines = [f"{number}.\t{title}" for number, title in rows]
    items, left_out = AgendaReader().read(map(row_of, lines))
    assert len(items) + len(left_out) == len(rows)
