"""British dates and times as clerks write them: ``18 February 2020``, ``7.42 pm``."""

from __future__ import annotations

import re
from datetime import date, time

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DATE_WORDS = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})",
    re.IGNORECASE,
)
_DATE_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DATE_SLASH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_TWELVE = re.compile(r"(?:12(?:[.:]00)?\s*)?(?:(noon|mid-?day)|midnight)", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?\s*([ap])\.?\s?m\.?", re.IGNORECASE)
_TIME_24 = re.compile(r"(\d{1,2})[.:](\d{2})")

DATE_FORM = "a date such as 18 February 2020"
TIME_FORM = "a time such as 7.42 pm"


def month_of(word: str) -> int:
    """The number of a month from three letters of its name on, ``Sept`` too; 0 for none."""
    found = [n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower())]
    return found[0] if len(found) == 1 and len(word) >= 3 else 0


def parse_date(text: str) -> date:
    """Read ``18 February 2020``, ``Tuesday 18th Feb 2020``, ``18/02/2020`` or ``2020-02-18``.

    Raises ValueError, with a sentence for the clerk, for anything else and for a day that
    does not exist.
    """
    text = text.strip()
    if match := _DATE_WORDS.fullmatch(text):
        day, month, year = int(match[1]), month_of(match[2]), int(match[3])
    elif match := _DATE_ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DATE_SLASH.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise ValueError(f"{text!r} is not {DATE_FORM}")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is no day of the calendar; write {DATE_FORM}") from None


def parse_time(text: str) -> time:
    """Read ``7.42 pm``, ``7.42pm``, ``7pm``, ``12 noon``, ``midnight`` or ``19:42``.

    Raises ValueError, with a sentence for the clerk, for anything else.
    """
    text = text.strip()
    if match := _TWELVE.fullmatch(text):
        return time(12 if match[1] else 0)
    if match := _TIME.fullmatch(text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if 1 <= hour <= 12 and minute < 60:
            return time(hour % 12 + (12 if match[3].lower() == "p" else 0), minute)
    elif match := _TIME_24.fullmatch(text):
        hour, minute = int(match[1]), int(match[2])
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise ValueError(f"{text!r} is not {TIME_FORM}")


def format_date(day: date) -> str:
    """``18 February 2020``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """``18 Feb 2020``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def format_time(moment: time) -> str:
    """``7.42 pm``. Seconds are not minuted."""
    half = "pm" if moment.hour >= 12 else "am"
    return f"{moment.hour % 12 or 12}.{moment.minute:02d} {half}"
