"""Notes files: their headings, their bytes, and what is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.capture.language import format_line
from minute_taker.capture.notes_headings import PEOPLE, VALUES
from minute_taker.capture.notes_reader import NotesRefused, read_notes, read_notes_file
from minute_taker.capture.notes_writer import write_notes
from minute_taker.capture.people_list import parse_people
from minute_taker.minutes.model import Attendee, Group, HeadingKind, Meeting, State, Status
from minute_taker.minutes.text import LONGEST_LINE

WHOLE = """\
Council: Borough of Example
committee: Parks Committee
called: the Committee
date: Tuesday 18 February 2020
time: 7.00 pm
closed: ??
venue: Room 5, Town Hall
chair: Wen Hart
clerk: Ada Clerk, 01234 567890 ext. 3, ada@example.org
First  Minute: 77/21
members: Wen Hart (Chairman), Cllr Mo Bay (Cabinet Member for Parks, Trees and Ponds, remote),
  Kit Lowe (independent)
co-opted: Bo Ash (Diocese)
officers: Rani Dale (Head of Trees, @trees)
also present: Sam Oak (of Friends of the Park)
apologies: John Elm (substitute Kelly Fir), Ivy Yew (officer), Lea Box (no substitute)
absent: Max Bay
quorum: 4
status: agreed 3 March 2020
style: hillingdon

Welcome.
# One
"""


def people(meeting: Meeting) -> dict[str, Attendee]:
    return {person.name: person for person in meeting.attendance}


def read(text: str) -> Meeting:
    return read_notes(text.encode()).meeting


def lines(meeting: Meeting) -> list[str]:
    return [format_line(line) for _, line in meeting.lines()]


def refusal(data: bytes | str) -> str:
    with pytest.raises(NotesRefused) as caught:
        read_notes(data.encode() if isinstance(data, str) else data)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_every_heading_is_read() -> None:
    meeting = read(WHOLE)
    assert meeting.council == "Borough of Example"
    assert meeting.committee == "Parks Committee"
    assert meeting.called == "the Committee"
    assert meeting.date == dt.date(2020, 2, 18)
    assert (meeting.start, meeting.close) == (dt.time(19), None)
    assert meeting.venue == "Room 5, Town Hall"
    assert meeting.chair == "Wen Hart"
    assert (meeting.clerk, meeting.contact) == (
        "Ada Clerk",
        "01234 567890 ext. 3, ada@example.org",
    )
    assert meeting.first_minute == "77/21"
    assert meeting.quorum == 4
    assert (meeting.status, meeting.agreed_on) == (Status.AGREED, dt.date(2020, 3, 3))
    assert meeting.style == "hillingdon"
    assert [item.heading for item in meeting.items] == [HeadingKind.NONE, HeadingKind.NUMBERED]


def test_the_whole_example_uses_every_heading_that_there_is() -> None:
    used = {
        line.split(":")[0].lower().replace("  ", " ") for line in WHOLE.split("\n\n")[0].split("\n")
    }
    assert set(VALUES) | set(PEOPLE) <= used


def test_people_and_what_stands_in_brackets() -> None:
    found = people(read(WHOLE))
    assert found["Wen Hart"] == Attendee(id=1, name="Wen Hart", code="wh", post="Chairman")
    assert found["Cllr Mo Bay"].post == "Cabinet Member for Parks, Trees and Ponds"
    assert found["Cllr Mo Bay"].remote
    assert found["Kit Lowe"].independent
    assert found["Bo Ash"].group is Group.CO_OPTED
    assert (found["Rani Dale"].code, found["Rani Dale"].post) == ("trees", "Head of Trees")
    assert found["Sam Oak"].organisation == "Friends of the Park"
    assert found["John Elm"].state is State.APOLOGIES
    assert found["Kelly Fir"].substitute_for == "John Elm"
    assert found["Kelly Fir"].state is State.PRESENT
    assert (found["Ivy Yew"].group, found["Ivy Yew"].state) == (Group.OFFICER, State.APOLOGIES)
    assert found["Lea Box"].no_substitute
    assert found["Max Bay"].state is State.ABSENT
    assert len({person.code for person in found.values()}) == len(found)


def test_names_with_commas_are_parted_by_semicolons() -> None:
    meeting = read("members: Ann Example AM, FRSA (Chairman); Bea Example\n\n")
    assert [person.name for person in meeting.attendance] == ["Ann Example AM, FRSA", "Bea Example"]
    alone = read("members: Ann Example AM, FRSA;\nclerk: Cy Low, MA; 01234, 5\n\n")
    assert [person.name for person in alone.attendance] == ["Ann Example AM, FRSA"]
    assert (alone.clerk, alone.contact) == ("Cy Low, MA", "01234, 5")


def test_a_comma_after_a_bracket_parts_people_among_semicolons_too() -> None:
    meeting = read("members: Ann Example AM, FRSA (Chairman), Bo Ash (Vice-Chairman) ; Cy Low\n\n")
    assert [(person.name, person.post) for person in meeting.attendance] == [
        ("Ann Example AM, FRSA", "Chairman"),
        ("Bo Ash", "Vice-Chairman"),
        ("Cy Low", ""),
    ]


@pytest.mark.parametrize("nobody", ["none", "None.", "nil", "", "-"])
def test_nobody_is_no_name(nobody: str) -> None:
    assert read(f"apologies: {nobody}\n\n").attendance == ()


def test_a_substitute_who_is_listed_is_not_added_again() -> None:
    text = "members: Cllr Kelly Fir (Labour Lead)\napologies: John Elm (substitute Kelly Fir)\n\n"
    meeting = read(text)
    assert [person.name for person in meeting.attendance] == ["Cllr Kelly Fir", "John Elm"]
    assert meeting.attendance[0].substitute_for == "John Elm"
    assert meeting.attendance[0].post == "Labour Lead"


def test_a_file_that_begins_with_a_blank_line_or_a_sign_has_no_headings() -> None:
    assert lines(read("\ncommittee: of the whole\n")) == ["committee: of the whole"]
    assert read("# One\ntext\n").items[0].title == "One"


def test_headings_end_at_the_first_sign_even_without_a_blank_line() -> None:
    meeting = read("committee: Parks\n# One\n? How?\n")
    assert meeting.committee == "Parks"
    assert lines(meeting) == ["? How?"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("comittee: Parks\n", "line 1: there is no heading “comittee”; the headings are council"),
        ("committee: x\nThe meeting opened.\n", "line 2: there is no heading; the headings are"),
        ("committee: x\ndate: 31 February 2020\n", "line 2, date: "),
        ("date: soon\n", "write a date such as 18 February 2020, or ??"),
        ("time: 25.00\n", "line 1, time: this is no time of day; write a time such as 7.42 pm"),
        ("closed: late\n", "line 1, closed: "),
        ("first minute: first\n", "write a number such as 64, 77/21"),
        ("quorum: a third\n", "line 1, quorum: write a number"),
        ("status: final\n", "write draft, agreed, or agreed and the date"),
        ("status: agreed soon\n", "line 1, status: after agreed, write a date"),
        ("date: ??\ntime: ??\nDate: ??\n", "line 3: the heading date is on line 1 already"),
        ("members: A B (@x), C D (@x)\n", "the code @x can't be given to two people"),
        ("members: A B (@chair)\n", "the code @chair can't be given to two people"),
    ],
)
def test_a_bad_heading_is_refused_with_its_line(text: str, said: str) -> None:
    assert said in refusal(text)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "no words"),
        (b"\xff\xfe \x00", "no words"),
        (b"\n\x00\x00\n", "no words"),
        (b"PK\x03\x04 and so on", "Word document"),
        (b"%PDF-1.7", "a PDF"),
        (b"# One\n" + b"x" * 5_000_000, "line 2 has 5,000,000 characters"),
    ],
)
def test_what_is_no_notes_file_is_refused(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_the_longest_line_is_taken_and_stray_spaces_do_not_count() -> None:
    assert lines(read("\n" + "x" * LONGEST_LINE)) == ["x" * LONGEST_LINE]
    assert lines(read("\nx" + " \u00a0" * LONGEST_LINE + "y")) == ["x y"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be"])
def test_byte_order_marks_are_taken_and_said(encoding: str) -> None:
    text = "committee: Café\n\n# Öne\n"
    mark = "" if encoding == "utf-8-sig" else "\ufeff"
    found = read_notes((mark + text).encode(encoding))
    assert found.meeting.committee == "Café"
    assert found.meeting.items[0].title == "Öne"
    assert [remark for remark in found.remarks if "byte-order mark" in remark]


def test_latin_1_bytes_are_taken_and_said_even_among_utf_8() -> None:
    data = "committee: Café\n\nCaf".encode() + b"\xe9 \x93quoted\x94\n"
    found = read_notes(data)
    assert found.meeting.committee == "Café"
    assert lines(found.meeting) == ["Café “quoted”"]
    assert found.remarks == (
        "bytes that are not UTF-8 were read as Windows-1252 (Latin-1), from line 3 on",
    )


def test_mixed_line_ends_are_taken_and_said_once() -> None:
    found = read_notes("committee: x\r\n\ra\nb\u2028c\fd\r\n".encode())
    assert lines(found.meeting) == ["a", "b", "c", "d"]
    assert len(found.remarks) == 1
    assert "CR LF, LF, CR, form feed, line separator" in found.remarks[0]
    assert read_notes(b"committee: x\r\n\r\na\r\n").remarks == ()


def test_control_characters_are_left_out_and_said_once() -> None:
    found = read_notes(b"committee: x\x07\n\n# One\x00\x00\ntext\n")
    assert found.meeting.committee == "x"
    assert found.remarks == ("3 control characters were left out (lines 1 and 3)",)


def test_commands_in_a_file_are_obeyed_or_kept_as_words() -> None:
    found = read_notes(b"\nSchoosl\ns/Schoosl/Schools/\n:go 9\n:nonsense\nsecond\n:undo\n-\n")
    assert lines(found.meeting) == ["Schools", r"\:go 9", r"\:nonsense"]
    assert found.remarks == (
        "a command could not be obeyed and was kept as text: lines 4 and 5",
        "a sign with nothing after it was left out: line 8",
    )


def test_items_of_one_title_stay_apart() -> None:
    meeting = read("# Questions\n# Other\na\n# Questions\nb\n")
    assert [(item.title, len(item.lines)) for item in meeting.items] == [
        ("Questions", 0),
        ("Other", 1),
        ("Questions", 1),
    ]


def test_lines_from_a_file_have_no_time() -> None:
    assert all(line.at is None for _, line in read("# One\na\n").lines())


def test_a_file_is_read_or_refused_in_one_sentence(tmp_path: Path) -> None:
    good = tmp_path / "good.notes"
    good.write_text(WHOLE, encoding="utf-8")
    assert read_notes_file(good).meeting.committee == "Parks Committee"
    for path, said in (
        (tmp_path, "is a folder"),
        (tmp_path / "none.notes", "there is no file"),
        ("bad\0name", "can't be read"),
    ):
        with pytest.raises(NotesRefused, match=said):
            read_notes_file(path)


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed.notes"
    closed.write_text("# One\n", encoding="utf-8")

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(NotesRefused, match="can't be read: Permission denied"):
        read_notes_file(closed)


def test_what_is_written_is_for_people_to_read() -> None:
    meeting = read(WHOLE)
    written = write_notes(meeting)
    assert (
        "members: Wen Hart (Chairman), Cllr Mo Bay (Cabinet Member for Parks, Trees and" in written
    )
    assert "Kelly Fir (substitute for John Elm)" in written
    assert "officers: Rani Dale (Head of Trees, @trees)" in written
    assert "\\" not in written
    assert read(written) == meeting


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        found = read_notes(data)
    except NotesRefused:
        return
    again = read_notes(write_notes(found.meeting).encode())
    assert lines(again.meeting) == lines(found.meeting)


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("Edda Quince BSc, MBE", ["Edda Quince BSc, MBE"]),
        ("Edda Quince, OBE, LL.B, Bo Winter", ["Edda Quince, OBE, LL.B", "Bo Winter"]),
        ("Yo Ma, Al Lee, Bo Mp", ["Yo Ma", "Al Lee", "Bo Mp"]),
        ("Edda Quince, PhD FRSA (Chairman), Bo", ["Edda Quince, PhD FRSA", "Bo"]),
    ],
)
def test_letters_after_a_name_are_no_person(listed: str, names: list[str]) -> None:
    people = parse_people(listed)
    assert [person.name for person in people] == names


def test_a_surname_given_in_brackets_is_kept() -> None:
    (person,) = parse_people("Iris Orchard Lane (called Orchard Lane, Vice-Chairman)")
    assert (person.called, person.post) == ("Orchard Lane", "Vice-Chairman")
