"""The interests declared in a meeting, by the item that each is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from minute_taker.minutes.facts import Interest
from minute_taker.minutes.model import Attendee, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.people import find_people

_NUMBERS = pattern(r"\d+[a-z]?(?:\.\d+)*(?:\(\w+\))*", re.IGNORECASE)
_MINUTE = "minute "


class Declared(Struct, frozen=True):
    """One member's interest in an item: the line that declares it, its data, and who it is.

    ``words`` are the clerk's for them; ``person`` is None where nobody bears the name.
    """

    line: Line
    fact: Interest
    words: str
    person: Attendee | None

    @property
    def left(self) -> bool:
        """Whether they left the room for the item, as the declaration says."""
        return self.fact.conduct.startswith("left")


def declared_by_item(meeting: Meeting) -> Mapping[int, Sequence[Declared]]:
    """The interests in each item, by its id, wherever they were declared.

    ``Interest.item`` is compared with the agenda's number, or with the minute's where it says
    so; a declaration without one belongs to the item that it stands under.
    """
    declared = [(i, ln, ln.fact) for i, ln in meeting.lines() if isinstance(ln.fact, Interest)]
    found: dict[int, list[Declared]] = {}
    if not declared:
        return found
    items: dict[str, list[int]] = {}
    for item_id, numbers in item_numbers(meeting).items():
        items.setdefault(numbers.agenda.lower(), []).append(item_id)
        items.setdefault(f"{_MINUTE}{numbers.minute}".lower(), []).append(item_id)
    for item, line, fact in declared:
        about = _about(fact.item.lower(), items)
        for words, person in find_people(meeting.attendance, fact.who):
            for item_id in about if fact.item else (item.id,):
                found.setdefault(item_id, []).append(Declared(line, fact, words, person))
    return found


def _about(item: str, items: Mapping[str, list[int]]) -> list[int]:
    """The ids of the items that a declaration names; ``17(6)`` is a part of item 17."""
    if item.startswith(_MINUTE):
        asked = {_MINUTE + item.split()[-1]}
    else:
        asked = {
            number if number in items else number.partition("(")[0]
            for number in _NUMBERS.findall(item)
        }
    return [item_id for number in sorted(asked) for item_id in items.get(number, ())]
