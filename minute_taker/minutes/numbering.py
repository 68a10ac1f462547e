"""The two numbers of an item: the agenda's, and the minute's, which runs on through the year."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from minute_taker.minutes.model import HeadingKind, Meeting

_PLAIN = re.compile(r"(\d+)[a-z]?(?:\.\d+)*", re.IGNORECASE)
#: ``20/01`` and ``2025/014``: a year, then the number; and letters before a number, ``AM119``.
_YEAR_FIRST = re.compile(r"((?:19|20)\d{2}\s?[/-]\s?|\d{2}/(?=0))(\d+)(.*)", re.DOTALL)
_LETTERS_FIRST = re.compile(r"(\D+(?:\d{2,4}/(?=\d))?)(\d+)(.*)", re.DOTALL)
_YEAR_LAST = re.compile(r"(\d+)(\s?[/-]\s?\d{2,4}(?:[/-]\d{2,4})?)")


class ItemNumbers(Struct, frozen=True):
    """An item's numbers as they are printed; empty where it has none."""

    agenda: str = ""
    minute: str = ""


def is_number(number: str) -> bool:
    """Whether it is told which part of a minute's number counts up."""
    return bool(_parted(number))


def number_after(number: str) -> str:
    """The number that follows: ``65`` after ``64``, ``78/21`` after ``77/21``, 6 after 5a.

    After a year it is the second part that counts, and keeps its noughts: ``2025/015`` after
    ``2025/014``, ``20/02`` after ``20/01``; ``AM120`` follows ``AM119``. Empty where it is not
    told what counts up.
    """
    parts = _parted(number)
    if not parts:
        return ""
    before, counts, after = parts
    return f"{before}{int(counts) + 1:0{len(counts) if counts[0] == '0' or before else 1}d}{after}"


def _parted(number: str) -> tuple[str, str, str] | None:
    """What stands before the part that counts up, that part, and what stands after it."""
    if match := _YEAR_FIRST.fullmatch(number):
        return match[1], match[2], match[3]
    if match := _YEAR_LAST.fullmatch(number):
        return "", match[1], match[2]
    if match := _PLAIN.fullmatch(number):
        return "", match[1], ""
    if match := _LETTERS_FIRST.fullmatch(number):
        return match[1], match[2], match[3] if match[3].startswith("/") else ""
    return None


def item_numbers(meeting: Meeting) -> Mapping[int, ItemNumbers]:
    """The numbers of every item, by item id.

    A number that the clerk gave stands and the count goes on from it. Minute numbers are
    counted only where the meeting has a first one. Headings without a number have neither; from
    an item that was taken out of its order the agenda's count does not go on.
    """
    numbers: dict[int, ItemNumbers] = {}
    agenda, minute = "1", meeting.first_minute
    for item in meeting.items:
        if item.heading is not HeadingKind.NUMBERED:
            numbers[item.id] = ItemNumbers()
            continue
        minute = item.minute_number or minute
        own = item.agenda_number or agenda
        numbers[item.id] = ItemNumbers(own, minute)
        minute = number_after(minute)
        if not (item.taken and item.agenda_number):
            agenda = number_after(own)
    return numbers
