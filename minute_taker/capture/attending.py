"""People put on the lists of a meeting, or given another name, by what is typed."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from minute_taker.capture.corrections import bound_corrections, text_corrections
from minute_taker.capture.notes_headings import PEOPLE, VALUES, number_told
from minute_taker.capture.people_list import Named, parse_people
from minute_taker.minutes.changes import (
    AddItem,
    AddLine,
    Change,
    ChangeLine,
    ChangeRefused,
    SetAttendance,
    SetHead,
    SetLines,
    Several,
)
from minute_taker.minutes.facts import ApologiesFrom
from minute_taker.minutes.model import Attendee, Group, Line, Meeting, State
from minute_taker.minutes.people import FREE_CODES, find_person, make_code
from minute_taker.minutes.text import clean


def setting(meeting: Meeting, name: str, value: str) -> Change:
    """The change that sets a heading of the meeting; ChangeRefused says what is accepted."""
    reader = VALUES.get(name)
    if reader is None:
        raise ChangeRefused(f"there is no heading {name[:30]}; there are {', '.join(VALUES)}")
    try:
        values = reader(clean(value).text)
        number_told(values, meeting.date)
    except ValueError as why:
        raise ChangeRefused(f"{name}: {why}") from None
    return SetHead(values)


def adding(meeting: Meeting, name: str, value: str) -> Change:
    """The change that puts people on a list ("apologies"), from another list if they are there.

    Raises ChangeRefused for a list that is none, for no name, and for a code in use.
    """
    if name not in PEOPLE:
        raise ChangeRefused(f"there is no list {name[:30]}; there are {', '.join(PEOPLE)}")
    group, state = PEOPLE[name]
    listed = parse_people(clean(value).text, absent=state is not State.PRESENT)
    if not listed:
        raise ChangeRefused(f"write :add {name}: and a name")
    for named in listed:
        meeting = _listed(meeting, named, None if state is not State.PRESENT else group, state)
    return SetAttendance(meeting.attendance)


def seating(meeting: Meeting, change: Change) -> Change:
    """``change``, with who came instead seated: ``~ apologies NAME (substitute NAME)``.

    Only for lines that the change brings, and where somebody is listed by the first name: a
    name mistyped makes no member.
    """
    seats = [
        seat
        for line in _lines_of(change)
        if isinstance(line.fact, ApologiesFrom) and meeting.line(line.id) != line
        if (seat := _seat(meeting, line.fact)) is not None
    ]
    return Several((change, *seats)) if seats else change


def _lines_of(change: Change) -> Iterable[Line]:
    match change:
        case AddLine(_, line) | ChangeLine(line):
            return (line,)
        case SetLines(_, lines):
            return lines
        case AddItem(item):
            return item.lines
        case Several(changes):
            return (line for part in changes for line in _lines_of(part))
        case _:
            return ()


def _seat(meeting: Meeting, fact: ApologiesFrom) -> Change | None:
    """The change to the attendance, None where no substitute is named."""
    away = find_person(meeting.attendance, fact.who) if fact.substitute else None
    if away is None or find_person(meeting.attendance, fact.substitute) is away:
        return None
    named = Named(name=away.name, substitute=fact.substitute)
    return SetAttendance(_listed(meeting, named, None, State.APOLOGIES).attendance)


def _listed(meeting: Meeting, named: Named, group: Group | None, state: State) -> Meeting:
    """The meeting with somebody on a list, and with who came in their place present."""
    meeting = _with(meeting, named, group, state)
    if not named.substitute:
        return meeting
    stand_in = Named(name=named.substitute, substitute_for=named.name)
    return _with(meeting, stand_in, None, State.PRESENT)


def _with(meeting: Meeting, named: Named, group: Group | None, state: State) -> Meeting:
    """The meeting with somebody on a list; what is known of them already stays."""
    state = State.EXPECTED if named.expected else state
    known = find_person(meeting.attendance, named.name)
    taken = {person.code for person in meeting.attendance if person != known} | set(FREE_CODES)
    if named.code in taken:
        raise ChangeRefused(f"the code @{named.code} can't be given to two people")
    before = known or Attendee(
        id=meeting.last_attendee + 1, name=named.name, code=make_code(named.name, taken)
    )
    after = replace(
        before,
        code=named.code or before.code,
        group=named.group or group or before.group,
        state=state,
        post=named.post or before.post,
        organisation=named.organisation or before.organisation,
        substitute_for=named.substitute_for or before.substitute_for,
        no_substitute=named.no_substitute or (before.no_substitute and state is before.state),
        remote=named.remote or before.remote,
        independent=named.independent or before.independent,
        called=named.called or before.called,
        pronoun=named.pronoun or before.pronoun,
    )
    if known is None:
        people = (*meeting.attendance, after)
    else:
        people = tuple(after if person is known else person for person in meeting.attendance)
    return SetAttendance(people).apply(meeting)[0]


def renaming(meeting: Meeting, who: str, name: str) -> Change:
    """The change that gives somebody another name, here and wherever the old one stands.

    Raises ChangeRefused where nobody, or more than one, is meant.
    """
    person = find_person(meeting.attendance, who)
    name = clean(name).text
    if person is None:
        raise ChangeRefused("nobody is listed by that name or code; :people lists everybody")
    people = tuple(
        replace(
            other,
            name=name if other is person else other.name,
            substitute_for=name if other.substitute_for == person.name else other.substitute_for,
        )
        for other in meeting.attendance
    )
    return Several(
        (
            SetAttendance(people),
            *bound_corrections(meeting, person.name, name),
            *text_corrections(meeting, person.name, name),
        )
    )
