"""Declarations of interest at the item that they are about: reminders, and who may vote.

When an item opens, :func:`reminders` says who declared an interest in it, and
:func:`opening_lines` gives the lines by which they leave; :func:`closing_lines` those by which
they come back before the next item. They are lines of the capture language to be put before
the clerk, who enters them or not: nobody leaves a meeting by declaration.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from msgspec import Struct

from minute_taker.minutes.declared import Declared, declared_by_item
from minute_taker.minutes.facts import Interest, Movement
from minute_taker.minutes.model import Attendee, Item, Meeting
from minute_taker.minutes.people import find_people, reference
from minute_taker.minutes.presence import COUNTED, Ledger, RoomState, ledger
from minute_taker.minutes.text import listed
from minute_taker.minutes.when import format_time


class Reminder(Struct, frozen=True):
    """What the clerk is told when an item opens: a sentence, and the declaration's line."""

    line: int
    person: int | None
    words: str


class Interests:
    """The interests declared in a meeting, by the item that they are about; read once."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self._members = frozenset(p.id for p in meeting.attendance if p.group in COUNTED)
        self._by_item = declared_by_item(meeting)

    def at(self, item_id: int) -> Sequence[Declared]:
        """The interests declared in an item, wherever they were declared.

        ``Interest.item`` is compared with the agenda's number; a declaration without one
        belongs to the item that it stands under.
        """
        return self._by_item.get(item_id, ())

    def barred(self, item_id: int) -> frozenset[int]:
        """The ids of those who take no part in the vote on an item."""
        found = self.at(item_id)
        return frozenset(each.person.id for each in found if each.person and barred(each.fact))

    def entitled(self, item_id: int, at: RoomState) -> frozenset[int]:
        """Who may vote in an item: the members in the room but those whom an interest bars."""
        return (self._members & at.present) - self.barred(item_id)


def has_interests(meeting: Meeting) -> bool:
    """Whether any interest was declared: most meetings have none to ask about."""
    return any(isinstance(line.fact, Interest) for _, line in meeting.lines())


def barred(fact: Interest) -> bool:
    """Whether whoever declared this interest takes no part in the vote on the item."""
    if fact.conduct == "stayed, voted":
        return False
    words = fact.nature.split()
    bars = "pecuniary" in words or ("prejudicial" in words and "not" not in words)
    return bars or fact.conduct in ("left", "left, no vote", "stayed, no vote")


def leaves(fact: Interest) -> bool:
    """Whether whoever declared this interest is to leave the room."""
    return barred(fact) and not fact.conduct.startswith("stayed")


def reminders(meeting: Meeting, item_id: int) -> tuple[Reminder, ...]:
    """What to say when an item opens: one sentence for each who declared an interest in it."""
    return tuple(
        Reminder(each.line.id, each.person.id if each.person else None, _sentence(each))
        for each in Interests(meeting).at(item_id)
    )


_CONDUCTS = {
    "": "",
    "left": " and leaves for it",
    "stayed": " and stays",
    "stayed, voted": " and stays, with a vote",
    "stayed, no vote": " and stays, without a vote",
    "left, no vote": " and leaves for it, without a vote",
}


def _sentence(each: Declared) -> str:
    who = each.person.name if each.person else each.words
    article = "an" if each.fact.nature[:1] in "aeiou" else "a"
    interest = f"{article} {each.fact.nature} interest" if each.fact.nature else "an interest"
    conduct = _CONDUCTS[each.fact.conduct]
    if not conduct and barred(each.fact):
        conduct = " and has no vote"
    reason = f": {each.fact.reason.rstrip('.')}" if each.fact.reason else ""
    return f"{who} declared {interest} in this item{conduct}{reason}"


def opening_lines(meeting: Meeting, item_id: int, time: dt.time | None = None) -> tuple[str, ...]:
    """The lines to offer when an item opens (``~ out Peake``), with the time where it is given.

    Only for those who are to leave, are in the room, and have not moved in the item yet.
    """
    item = meeting.item(item_id)
    if item is None:
        return ()
    book = ledger(meeting)
    here = _standing_in(meeting, item, book).present | book.excused.get(item.id, frozenset())
    moved = _moved(meeting, item, ("in", "out", "late"))
    leaving = _once(each.person for each in Interests(meeting).at(item_id) if leaves(each.fact))
    who = [person for person in leaving if person.id in here and person.id not in moved]
    return _line("out", meeting, who, time)


def closing_lines(meeting: Meeting, item_id: int, time: dt.time | None = None) -> tuple[str, ...]:
    """The lines to offer when an item closes (``~ in Peake``): those who left it come back."""
    item = meeting.item(item_id)
    if item is None:
        return ()
    here = _standing_in(meeting, item, ledger(meeting)).present
    left = _moved(meeting, item, ("out",))
    declared = _once(each.person for each in Interests(meeting).at(item_id))
    who = [person for person in declared if person.id in left and person.id not in here]
    return _line("in", meeting, who, time)


def _once(people: Iterable[Attendee | None]) -> list[Attendee]:
    return list({person.id: person for person in people if person is not None}.values())


def _line(
    verb: str, meeting: Meeting, who: Sequence[Attendee], time: dt.time | None
) -> tuple[str, ...]:
    if not who:
        return ()
    names = [reference(meeting.attendance, person) for person in who]
    named = listed(names)
    return (f"~ {verb} {named} {format_time(time)}" if time else f"~ {verb} {named}",)


def _moved(meeting: Meeting, item: Item, verbs: tuple[str, ...]) -> set[int]:
    return {
        person.id
        for line in item.lines
        if isinstance(line.fact, Movement) and line.fact.verb in verbs
        for _, person in find_people(meeting.attendance, line.fact.who)
        if person is not None
    }


def _standing_in(meeting: Meeting, item: Item, book: Ledger) -> RoomState:
    """Who is in the room at the end of what has been taken down in an item, or before it."""
    at = book.start
    for other in meeting.items:
        if other.lines:
            at = book.at(other.lines[-1].id)
        if other.id == item.id:
            break
    return at
