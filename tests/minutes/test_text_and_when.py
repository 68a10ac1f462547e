"""Clean paragraphs, and British dates and times."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.minutes.gaps import gap_count, lines_with_gaps
from minute_taker.minutes.model import Item, Line, Meeting
from minute_taker.minutes.text import clean, count_gaps
from minute_taker.minutes.when import format_date, format_time, parse_date, parse_time


@pytest.mark.parametrize(
    ("raw", "text", "controls"),
    [
        ("  a \t\r\n b\u00a0\u2028c\f ", "a b c", 0),
        ("\ufeffa\ufeffb", "ab", 0),
        ("a\x00b\x1b[31mc\x7f", "ab[31mc", 3),
        ("a\ud800b\uffff", "ab", 2),
        ("👩‍👩‍👧 שלום\u200f", "👩‍👩‍👧 שלום\u200f", 0),
        ("\x00 \x00", "", 2),
    ],
)
def test_a_paragraph_is_cleaned_and_what_could_not_stay_is_counted(
    raw: str, text: str, controls: int
) -> None:
    found = clean(raw)
    assert (found.text, found.controls) == (text, controls)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = clean(raw).text
    assert clean(once).text == once
    assert clean(once).controls == 0
    assert once == once.strip()
    assert not set(once) & {"\n", "\r", "\t", "\u2028", "\x00"}


@given(st.dates(dt.date(1000, 1, 1)))
def test_a_date_is_read_as_it_is_written(day: dt.date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day:02}/{day.month:02}/{day.year}") == day
    assert parse_date(f"{day:%A} {format_date(day)}") == day


@given(st.builds(dt.time, st.integers(0, 23), st.integers(0, 59)))
def test_a_time_is_read_as_it_is_written(moment: dt.time) -> None:
    assert parse_time(format_time(moment)) == moment
    assert parse_time(f"{moment.hour}:{moment.minute:02}") == moment


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("18 Feb 2020", dt.date(2020, 2, 18)),
        ("Tuesday, 18th February, 2020", dt.date(2020, 2, 18)),
        ("1st sept. 2021", dt.date(2021, 9, 1)),
        ("18.2.2020", dt.date(2020, 2, 18)),
    ],
)
def test_dates_as_clerks_write_them(text: str, day: dt.date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "31 February 2020", "18 February", "ju 2020", "1 Ju 2020", "2/18/2020"]
)
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(ValueError, match="18 February 2020"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("7.42 pm", dt.time(19, 42)),
        ("7.42p.m.", dt.time(19, 42)),
        ("7pm", dt.time(19)),
        ("12.05 am", dt.time(0, 5)),
        ("12 noon", dt.time(12)),
        ("midnight", dt.time(0)),
        ("19.42", dt.time(19, 42)),
    ],
)
def test_times_as_clerks_write_them(text: str, moment: dt.time) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize("text", ["", "late", "13 pm", "7.60 pm", "25:00", "7", "0 am"])
def test_what_is_no_time_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"7\.42 pm"):
        parse_time(text)


def test_gaps_are_found_in_their_lines_and_counted_everywhere() -> None:
    first, second = Line(id=1, text="£?? of ??"), Line(id=2, text="Why?")
    meeting = Meeting(venue="Room ??", items=(Item(id=1, title="??", lines=(first, second)),))
    assert list(lines_with_gaps(meeting)) == [1]
    assert gap_count(meeting) == 4
    assert count_gaps("Was it so??") == 1
