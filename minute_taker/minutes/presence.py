"""Who is in the room, told from the attendance and from the lines that say who came and went."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.minutes.facts import ApologiesFrom, Movement
from minute_taker.minutes.model import Group, Meeting, State
from minute_taker.minutes.people import find_person

#: Who counts for the quorum and in the title line.
_COUNTED = (Group.MEMBER, Group.CO_OPTED)


class Standing(Struct, frozen=True):
    """Who is in the room at one line.

    ``present`` and ``away`` are attendees' ids; ``members_present`` of ``members_expected``
    counts the body's own seats, a substitute for the one whose seat it is.
    """

    present: frozenset[int]
    away: frozenset[int]
    members_present: int
    members_expected: int


def _arrives_late(meeting: Meeting) -> set[int]:
    late = set()
    for _, line in meeting.lines():
        if isinstance(line.fact, Movement) and line.fact.verb == "late":
            person = find_person(meeting.attendance, line.fact.who)
            if person is not None:
                late.add(person.id)
    return late


def standing(meeting: Meeting, until: int | None = None) -> Standing:
    """Who is in the room once line ``until`` has been taken down (None: at the end).

    Somebody marked present is in the room from the start unless a line says that they came
    late. Names that nobody bears change nothing here.
    """
    late = _arrives_late(meeting)
    here = {p.id for p in meeting.attendance if p.state is State.PRESENT} - late
    for _, line in meeting.lines():
        fact = line.fact
        if isinstance(fact, Movement | ApologiesFrom):
            person = find_person(meeting.attendance, fact.who)
            if person is not None:
                gone = isinstance(fact, ApologiesFrom) or fact.verb == "out"
                (here.discard if gone else here.add)(person.id)
        if line.id == until:
            break
    counted = [p for p in meeting.attendance if p.group in _COUNTED]
    seats = [p for p in counted if not p.substitute_for]
    filled = {p.substitute_for for p in counted if p.substitute_for}
    known = {p.name for p in seats}
    expected = len(seats) + len(filled - known)
    return Standing(
        present=frozenset(here),
        away=frozenset(p.id for p in meeting.attendance) - here,
        members_present=sum(1 for p in counted if p.id in here),
        members_expected=expected,
    )
