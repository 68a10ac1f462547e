"""What the attendance screen does to a meeting, as changes that can be undone.

Who was expected and did not come is a matter of the attendance; who comes and goes in the
meeting is a line of the minutes (``~ out NAME 7.42 pm``), so that the sentence stands where
it happened and the count follows from it.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec.structs import replace

from minute_taker.capture.corrections import (
    bound_corrections,
    code_corrections,
    text_corrections,
)
from minute_taker.capture.editing import line_from
from minute_taker.capture.language import LineEntry, parse
from minute_taker.minutes.changes import (
    AddItem,
    AddLine,
    Change,
    ChangeRefused,
    SetAttendance,
    Several,
    change_attendee,
)
from minute_taker.minutes.facts import Movement
from minute_taker.minutes.model import Attendee, Group, HeadingKind, Item, Line, Meeting, State
from minute_taker.minutes.people import find_people, find_person, make_code
from minute_taker.minutes.when import format_time

Verb = Literal["in", "out", "late"]


def movement_line(
    meeting: Meeting, person: Attendee, verb: Verb, at: dt.time, now: dt.datetime
) -> Line:
    """The procedure line that says that somebody came or went, with its fact.

    They are named in full where that names nobody else, by their code otherwise.
    """
    for who in (person.name, f"@{person.code}"):
        entry = parse(f"~ {verb} {who} {format_time(at)}")
        if (
            isinstance(entry, LineEntry)
            and isinstance(entry.fact, Movement)
            and entry.fact.time is not None
            and [found for _, found in find_people(meeting.attendance, entry.fact.who)] == [person]
        ):
            return line_from(entry, meeting.last_line + 1, now)
    raise ChangeRefused(f"{person.name} has neither a name nor a code that can be told apart")


def put_line(meeting: Meeting, item_id: int | None, line: Line) -> Change:
    """The change that adds the line to an item; None: before the first item."""
    if item_id is not None:
        return AddLine(item_id, line)
    first = meeting.items[0] if meeting.items else None
    if first is not None and first.heading is HeadingKind.NONE:
        return AddLine(first.id, line)
    item = Item(id=meeting.last_item + 1, heading=HeadingKind.NONE, lines=(line,))
    return AddItem(item, 0)


def mark(meeting: Meeting, person: Attendee, state: State) -> Change:
    """Somebody is present, has sent apologies, or is absent."""
    return change_attendee(meeting, replace(person, state=state))


def move(
    meeting: Meeting,
    person: Attendee,
    verb: Verb,
    at: dt.time,
    *,
    item_id: int | None,
    now: dt.datetime,
) -> Change:
    """Somebody arrives late, leaves or returns, at ``at``, during the item.

    Who arrives after all is present, whatever had been marked before.
    """
    attending = replace(person, state=State.PRESENT)
    if verb == "out" or person.state is State.PRESENT:
        line = movement_line(meeting, person, verb, at, now)
        return put_line(meeting, item_id, line)
    marked = change_attendee(meeting, attending)
    after, _ = marked.apply(meeting)
    line = movement_line(after, attending, verb, at, now)
    return Several((marked, put_line(meeting, item_id, line)))


def new_attendee(meeting: Meeting, name: str) -> Attendee:
    """Somebody who is not in the attendance yet, with a code of their own."""
    code = make_code(name, (other.code for other in meeting.attendance))
    return Attendee(id=meeting.last_attendee + 1, name=name, code=code)


def substitute(meeting: Meeting, member: Attendee, name: str) -> Change:
    """``name`` stands in for ``member``, who has sent apologies unless marked absent.

    Somebody who is in the attendance already is taken from there; anybody else is added to
    the member's group.
    """
    away = member.state if member.away else State.APOLOGIES
    known = find_person(meeting.attendance, name)
    if known is not None and known.id == member.id:
        raise ChangeRefused(f"{member.name} cannot stand in for themselves")
    stand_in = known or replace(new_attendee(meeting, name), group=member.group)
    stand_in = replace(stand_in, substitute_for=member.name, state=State.PRESENT)
    people = [
        replace(other, state=away, no_substitute=False) if other.id == member.id else other
        for other in meeting.attendance
        if other.id != stand_in.id
    ]
    return SetAttendance((*people, stand_in))


def no_substitute(meeting: Meeting, member: Attendee) -> Change:
    """Nobody stands in for ``member``; whoever did is there without a seat."""
    people = []
    for other in meeting.attendance:
        if other.id == member.id:
            people.append(replace(other, no_substitute=True))
        elif other.substitute_for == member.name:
            people.append(replace(other, substitute_for="", group=Group.ALSO_PRESENT))
        else:
            people.append(other)
    return SetAttendance(tuple(people))


def edited(meeting: Meeting, before: Attendee, after: Attendee) -> Change:
    """A person corrected, and with them whatever refers to them by name or code."""
    people = tuple(
        after
        if other.id == after.id
        else replace(other, substitute_for=after.name)
        if other.substitute_for == before.name
        else other
        for other in meeting.attendance
    )
    changes: list[Change] = [SetAttendance(people)]
    if after.code != before.code:
        changes += code_corrections(meeting, before.code, after.code)
    if after.name != before.name:
        # The codes first: both may touch the same line.
        recoded, _ = Several(tuple(changes)).apply(meeting)
        changes += bound_corrections(recoded, before.name, after.name)
    return Several(tuple(changes))


def edited_everywhere(meeting: Meeting, before: Attendee, after: Attendee) -> Change:
    """A person corrected, and their name written anew wherever the text has it."""
    change = edited(meeting, before, after)
    corrected, _ = change.apply(meeting)
    return Several((change, *text_corrections(corrected, before.name, after.name)))
