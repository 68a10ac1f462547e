"""What is written can be read again, whatever the meeting holds."""

from __future__ import annotations

from capture_strategies import items, lines, meetings, numbered_anew, raw_lines
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from minute_taker.capture.batch import plain_entries
from minute_taker.capture.editing import item_from, line_from
from minute_taker.capture.entries import ItemEntry, LineEntry
from minute_taker.capture.language import format_item, format_line, parse
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.capture.session import Session
from minute_taker.minutes.model import Item, Line, Meeting


@given(lines())
def test_a_line_is_read_as_it_was_written(line: Line) -> None:
    entry = parse(format_line(line))
    assert isinstance(entry, LineEntry)
    assert line_from(entry, line.id, None) == line


@given(items())
def test_a_heading_is_read_as_it_was_written(item: Item) -> None:
    entry = parse(format_item(item))
    assert isinstance(entry, ItemEntry)
    assert item_from(entry, item.id) == replace(item, lines=())


@given(raw_lines)
def test_whatever_is_typed_is_read_as_something_that_can_be_written(raw: str) -> None:
    entry = parse(raw)
    if isinstance(entry, LineEntry):
        assert parse(format_line(entry)) == replace(entry, controls=0)
    if isinstance(entry, ItemEntry):
        assert parse(format_item(entry)) == entry


@settings(max_examples=200)
@given(meetings())
@example(Meeting())
def test_a_meeting_is_read_as_it_was_written(meeting: Meeting) -> None:
    read = read_notes(write_notes(meeting).encode())
    assert numbered_anew(read.meeting) == meeting
    assert [
        remark
        for remark in read.remarks
        if not remark.startswith("note: ")
        and not remark.endswith(("settles it", "is used only when you say so"))
    ] == []


@given(st.lists(raw_lines, max_size=12))
def test_what_a_session_took_is_read_as_it_was_written(typed: list[str]) -> None:
    session = Session(Meeting(), clock=None)
    for entry in plain_entries(typed):
        session.take(entry)
    read = read_notes(write_notes(session.meeting).encode())
    assert numbered_anew(read.meeting) == numbered_anew(session.meeting)
