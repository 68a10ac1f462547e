"""Each field of a meeting's head has its heading, which reads what it writes."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from minute_taker.capture.notes_headings import HEADINGS, HeadField
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.minutes.model import HEAD_FIELDS, Meeting, Status

FULL = Meeting(
    council="Weir Borough Council",
    committee="Parks Committee",
    called="the Committee",
    date=dt.date(2026, 3, 3),
    start=dt.time(19, 0),
    close=dt.time(20, 35),
    venue="Committee Room 5",
    chair="Ada Larkin",
    clerk="Hollis Penrow",
    contact="01632 960147",
    first_minute="77/21",
    quorum=3,
    status=Status.AGREED,
    agreed_on=dt.date(2026, 4, 7),
    style="parish-council",
)
EACH = pytest.mark.parametrize("heading", HEADINGS, ids=lambda heading: heading.name)


def test_every_field_of_the_head_has_a_value_here_and_a_heading() -> None:
    assert all(getattr(FULL, name) != getattr(Meeting(), name) for name in HEAD_FIELDS)
    given = {field for heading in HEADINGS for field in heading.read(heading.write(FULL))}
    assert given == set(HEAD_FIELDS)


@EACH
def test_a_heading_reads_what_it_writes(heading: HeadField) -> None:
    for meeting in (FULL, Meeting()):
        for field, value in heading.read(heading.write(meeting)).items():
            assert getattr(meeting, field) == value


@EACH
def test_a_heading_stands_in_a_notes_file_once(heading: HeadField) -> None:
    head = write_notes(FULL).split("\n\n")[0].splitlines()
    assert head.count(f"{heading.name}: {heading.write(FULL)}") == 1


def test_a_notes_file_gives_the_whole_head_again() -> None:
    again = read_notes(write_notes(FULL).encode()).meeting
    assert replace(again, items=()) == FULL


@EACH
def test_the_form_has_a_label_and_an_example(heading: HeadField) -> None:
    assert heading.label
    assert heading.example
