"""The two numbers of an item: the agenda's, and the minute's, which runs on through the year."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from minute_taker.minutes.model import HeadingKind, Meeting

_NUMBER = re.compile(r"(\d+)(.*)", re.DOTALL)


class ItemNumbers(Struct, frozen=True):
    """An item's numbers as they are printed; empty where it has none."""

    agenda: str = ""
    minute: str = ""


def number_after(number: str) -> str:
    """The number that follows: ``65`` after ``64``, ``78/21`` after ``77/21``, 6 after 5a."""
    match = _NUMBER.match(number)
    if not match:
        return ""
    rest = match[2] if match[2].startswith("/") else ""
    return f"{int(match[1]) + 1}{rest}"


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
