"""The two numbers of an item: the agenda's, and the minute's, which runs on through the year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from msgspec import Struct

from minute_taker.minutes.model import HeadingKind, Meeting
from minute_taker.minutes.patterns import pattern

_PLAIN = pattern(r"(\d+)[a-z]?(?:\.\d+)*", re.IGNORECASE)
_APART = r"\s?[/-]\s?"
_TWO_DIGIT_YEARS = "|".join(f"{year:02}/{(year + 1) % 100:02}" for year in range(100))
_FULL_YEAR = r"(?:19|20)\d{2}"
#: The forms in which councils number, in the order in which they are tried; what counts up is
#: the second group. The clerk's own mark, ``20/[19]``, goes before all that can be guessed.
_FORMS = tuple(
    pattern(form, re.IGNORECASE | re.DOTALL)
    for form in (
        r"(.*)\[(\d+)\](.*)",
        # A year, then the number: 2025/014, 2025/26/14, 25/112, 20/01.
        rf"({_FULL_YEAR}(?:/\d\d)?{_APART})(\d+)()",
        rf"((?:{_TWO_DIGIT_YEARS}){_APART}|\d\d{_APART}(?=0|\d{{3}}))(\d+)()",
        # The number, then a year: 77/21, 14/2025/26, FC-14/2025.
        rf"(\D*)(\d+)({_APART}(?!0)\d{{2,4}}(?:[/-]\d{{2,4}})?)",
        # Letters before the number, and a year between them: AM119, C/25/09.
        r"(\D+(?:\d{2,4}/){0,2})(\d+)()",
    )
)
#: Two numbers that could both be the year: ``20/19``.
_TWO_YEARS = pattern(r"(1[5-9]|[234]\d)(\s?[/-]\s?)(1[5-9]|[234]\d)")


class ItemNumbers(Struct, frozen=True):
    """An item's numbers as they are printed; empty where it has none."""

    agenda: str = ""
    minute: str = ""


def is_number(number: str) -> bool:
    """Whether some part of a minute's number can count up."""
    return bool(_parted(number))


def told(number: str, day: dt.date | None) -> str:
    """A first number with what counts up in it marked where its form alone does not tell.

    Of ``26/18`` the day of the meeting tells that 26 is the year. Raises ValueError, with what
    to write, where either part may be the year, as in ``20/19``.
    """
    match = _TWO_YEARS.fullmatch(number)
    if match is None:
        return number
    near = [f"{(day.year + away) % 100:02}" for away in (-1, 0, 1)] if day else []
    first, between, second = match.groups()
    if (first in near) is (second in near):
        raise ValueError(
            f"either part of {number} may be the year; put the part that counts up in brackets, "
            f"[{first}]{between}{second} or {first}{between}[{second}]"
        )
    return number if second in near else f"{first}{between}[{second}]"


def _shown(number: str) -> str:
    """A number as it is printed: without the brackets by which the clerk says what counts up."""
    return number.replace("[", "").replace("]", "")


def number_after(number: str) -> str:
    """The number that follows: ``65`` after ``64``, ``78/21`` after ``77/21``, 6 after 5a.

    After a year it is the second part that counts, and keeps its noughts: ``2025/015`` after
    ``2025/014``, ``20/02`` after ``20/01``; ``AM120`` follows ``AM119``; in ``20/[19]`` the clerk
    says what counts. Empty where nothing does.
    """
    parts = _parted(number)
    if not parts:
        return ""
    before, counts, after = parts
    width = len(counts) if counts[0] == "0" or before else 1
    following = f"{int(counts) + 1:0{width}d}"
    return f"{before}[{following}]{after}" if "[" in number else f"{before}{following}{after}"


def _parted(number: str) -> tuple[str, str, str] | None:
    """What stands before the part that counts up, that part, and what stands after it."""
    if match := _PLAIN.fullmatch(number):
        return "", match[1], ""
    for form in _FORMS:
        if match := form.fullmatch(number):
            return match[1], match[2], match[3]
    return None


def minutes_counted(meeting: Meeting) -> tuple[dict[int, str], str]:
    """The minute's number of each item by its id, as counted, and the one that follows them."""
    numbers: dict[int, str] = {}
    minute = meeting.first_minute
    for item in meeting.items:
        if item.heading is HeadingKind.NUMBERED:
            numbers[item.id] = minute = item.minute_number or minute
            minute = number_after(minute)
    return numbers, minute


def item_numbers(meeting: Meeting) -> Mapping[int, ItemNumbers]:
    """The numbers of every item, by item id.

    A number that the clerk gave stands and the count goes on from it. Minute numbers are
    counted only where the meeting has a first one. Headings without a number have neither; from
    an item that was taken out of its order the agenda's count does not go on.
    """
    numbers: dict[int, ItemNumbers] = {}
    minutes, _ = minutes_counted(meeting)
    agenda = "1"
    for item in meeting.items:
        if item.heading is not HeadingKind.NUMBERED:
            numbers[item.id] = ItemNumbers()
            continue
        own = item.agenda_number or agenda
        numbers[item.id] = ItemNumbers(own, _shown(minutes[item.id]))
        if not (item.taken and item.agenda_number):
            agenda = number_after(own)
    return numbers
