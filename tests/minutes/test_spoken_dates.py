"""Dates as people write them, read on the day on which they are written."""

from __future__ import annotations

import datetime as dt

import pytest

from minute_taker.minutes.spoken_dates import long_date, read_date

#: A Wednesday.
TODAY = dt.date(2026, 9, 16)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("18/9/26", (2026, 9, 18)), ("18.09.2026", (2026, 9, 18)), ("18-9-26", (2026, 9, 18)),
        ("18/9", (2026, 9, 18)), ("18 September", (2026, 9, 18)), ("18 Sept", (2026, 9, 18)),
        ("18th of September 2027", (2027, 9, 18)), ("18sep26", (2026, 9, 18)),
        ("September 18", (2026, 9, 18)), ("Sep 18th, 2026", (2026, 9, 18)),
        ("2026-09-18", (2026, 9, 18)), ("Friday 18 September 2026", (2026, 9, 18)),
        ("Fri 18/9/26", (2026, 9, 18)), ("fri, 18th", (2026, 9, 18)),
        ("today", (2026, 9, 16)), ("Tomorrow", (2026, 9, 17)), ("yesterday", (2026, 9, 15)),
        ("next Tuesday", (2026, 9, 22)), ("tues", (2026, 9, 22)), ("this Thursday", (2026, 9, 17)),
        ("Wednesday", (2026, 9, 23)), ("last Wednesday", (2026, 9, 9)),
        ("last tuesday", (2026, 9, 15)), ("the 3rd", (2026, 10, 3)), ("31st", (2026, 10, 31)),
        ("13 January", (2027, 1, 13)), ("20 April", (2026, 4, 20)),
        ("Wednesday 20 January", (2027, 1, 20)), ("29 February 2028", (2028, 2, 29)),
    ],
)  # fmt: skip
def test_a_date_is_read_as_it_is_written(written, day):
    assert read_date(written, TODAY) == dt.date(*day)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Tuesday 18 September 2026", "18 September 2026 is a Friday, not a Tuesday"),
        ("Mon 18/9/26", "is a Friday, not a Monday"),
        ("31 February", "no day of the calendar"),
        ("30/2/26", "no day of the calendar"),
        ("18/13/26", "no day of the calendar"),
        ("soon", "is not a date such as"),
        ("18 Smarch", "is not a date such as"),
        ("", "is not a date such as"),
    ],
)
def test_what_is_no_date_is_said(written, said):
    with pytest.raises(ValueError, match=said):
        read_date(written, TODAY)


def test_a_new_year_is_near_at_its_end():
    assert read_date("7 January", dt.date(2026, 12, 20)) == dt.date(2027, 1, 7)
    assert read_date("20 December", dt.date(2027, 1, 7)) == dt.date(2026, 12, 20)


@pytest.mark.parametrize("days", range(0, 800, 37))
def test_a_date_in_full_is_read_again(days):
    day = TODAY + dt.timedelta(days)
    assert read_date(long_date(day), TODAY) == day
