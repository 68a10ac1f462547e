"""Dates and times in the forms that a house style asks for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from minute_taker.composing.settings.people import WhenSettings
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import MONTHS, WEEKDAYS, format_date


def _ordinal(day: int) -> str:
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _with_ordinal(day: date) -> str:
    return f"{_ordinal(day.day)} {MONTHS[day.month - 1]} {day.year}"


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


_DATES: dict[str, Callable[[date], str]] = {
    "18 February 2020": format_date,
    "18th February 2020": _with_ordinal,
    "Tuesday 18 February 2020": lambda day: f"{_weekday(day)} {format_date(day)}",
    "Tuesday, 18 February 2020": lambda day: f"{_weekday(day)}, {format_date(day)}",
    "Tuesday, 18th February, 2020": lambda day: (
        f"{_weekday(day)}, {_ordinal(day.day)} {MONTHS[day.month - 1]}, {day.year}"
    ),
    "Tuesday 18th February 2020": lambda day: f"{_weekday(day)} {_with_ordinal(day)}",
}
#: Each form of time: what parts hours from minutes, and what is said after; none for 24 hours.
_TIMES = {
    "7.30 pm": (".", (" am", " pm")),
    "7.30pm": (".", ("am", "pm")),
    "7:30 pm": (":", (" am", " pm")),
    "7:30pm": (":", ("am", "pm")),
    "7.30 p.m.": (".", (" a.m.", " p.m.")),
    "19.30": (".", None),
    "19:30": (":", None),
}


def say_date(day: date | None, when: WhenSettings, *, title: bool = False) -> str:
    """The date in the style's form; a gap where it is not known."""
    if day is None:
        return GAP
    return _DATES[when.title_date if title else when.date](day)


def say_time(moment: time | None, when: WhenSettings) -> str:
    """The time in the style's form; empty where it is not known, for optional parts."""
    if moment is None:
        return ""
    between, halves = _TIMES[when.time]
    if halves is None:
        return f"{moment.hour:02d}{between}{moment.minute:02d}"
    if moment.minute == 0 and moment.hour in (0, 12):
        named = when.noon if moment.hour else when.midnight
        if named:
            return named
    return f"{moment.hour % 12 or 12}{between}{moment.minute:02d}{halves[moment.hour >= 12]}"
