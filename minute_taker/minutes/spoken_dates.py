"""Dates as people write them: ``18/9/26``, ``18 September``, ``today``, ``next Tuesday``.

What leaves something out is read by the day on which it is written, so a file, which is read on
any day, is not read so.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from minute_taker.minutes.when import DATE_FORM, WEEKDAYS, format_date, month_of, parse_date

_RELATIVE = {"today": 0, "tonight": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*"
_WITH_WEEKDAY = re.compile(rf"{_WEEKDAY}(?P<rest>\S.*)", re.IGNORECASE)
_ONLY_WEEKDAY = re.compile(rf"(?:(?P<which>this|next|last|on)\s+)?{_WEEKDAY}", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(
    r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s*(?:of\s+)?([a-z]+)\.?,?(?:\s*['’]?(\d{2}|\d{4}))?",
    re.IGNORECASE,
)
_MONTH_AND_DAY = re.compile(
    r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?", re.IGNORECASE
)
_FIGURES = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{2}|\d{4}))?")
_DAY_ALONE = re.compile(r"(?:on\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)


def read_date(text: str, today: date) -> date:
    """Read a date that was written on the day ``today``.

    Without a year it is the nearest such day, a weekday alone the next one. Raises ValueError,
    with a sentence for the clerk, for anything else, for a day that does not exist, and for a
    weekday that does not fit its date.
    """
    words = " ".join(text.split())
    if words.lower() in _RELATIVE:
        return today + timedelta(_RELATIVE[words.lower()])
    if match := _ONLY_WEEKDAY.fullmatch(words):
        return _next(today, _number(match["weekday"]), backwards=(match["which"] or "") == "last")
    if match := _WITH_WEEKDAY.fullmatch(words):
        return _on_weekday(match["rest"], today, _number(match["weekday"]))
    return _dated(words, today, None)


def long_date(day: date) -> str:
    """``Friday 18 September 2026``, which :func:`read_date` reads again."""
    return f"{WEEKDAYS[day.weekday()]} {format_date(day)}"


def _number(weekday: str) -> int:
    """Return which day of the week a word begins: 0 for Monday."""
    begun = weekday.lower()[:3]
    return next(n for n, name in enumerate(WEEKDAYS) if name.lower().startswith(begun))


def _next(today: date, weekday: int, *, backwards: bool) -> date:
    ahead = (weekday - today.weekday()) % 7 or 7
    return today + timedelta(ahead - 7 if backwards and ahead < 7 else -7 if backwards else ahead)


def _on_weekday(words: str, today: date, weekday: int) -> date:
    day = _dated(words, today, weekday)
    if day.weekday() != weekday:
        found, named = WEEKDAYS[day.weekday()], WEEKDAYS[weekday]
        raise ValueError(f"{format_date(day)} is a {found}, not a {named}")
    return day


def _dated(words: str, today: date, weekday: int | None) -> date:
    if match := _DAY_ALONE.fullmatch(words):
        return _day_of_month(words, int(match[1]), today)
    if match := _DAY_AND_MONTH.fullmatch(words):
        day, month, year = match[1], month_of(match[2]), match[3]
    elif match := _MONTH_AND_DAY.fullmatch(words):
        day, month, year = match[2], month_of(match[1]), match[3]
    elif match := _FIGURES.fullmatch(words):
        day, month, year = match[1], int(match[2]), match[3]
    else:
        return parse_date(words)
    if not month:
        raise ValueError(f"{words!r} is not {DATE_FORM}")
    if year:
        return _day(words, int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    return _nearest(words, month, int(day), today, weekday)


def _day(words: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{words!r} is no day of the calendar; write {DATE_FORM}") from None


def _nearest(words: str, month: int, day: int, today: date, weekday: int | None) -> date:
    """The day in the year in which it is nearest; where a weekday is named, one that fits."""
    found: list[date] = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(_day(words, year, month, day))
        except ValueError:
            continue
    if not found:
        return _day(words, today.year, month, day)
    found.sort(key=lambda each: abs(each - today))
    return next((each for each in found if each.weekday() == weekday), found[0])


def _day_of_month(words: str, day: int, today: date) -> date:
    """The next day of that number: in this month, or a later one that has it."""
    year, month = today.year, today.month
    for _ in range(4):
        try:
            found = _day(words, year, month, day)
        except ValueError:
            found = date.min
        if found >= today:
            return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return _day(words, today.year, today.month, day)
