"""Who is in the chair at a line: the meeting's own chair, until somebody else takes it."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.minutes.facts import TakesChair
from minute_taker.minutes.model import Attendee, Meeting
from minute_taker.minutes.people import chair_of, find_people


class InChair(Struct, frozen=True):
    """Who presides. ``words`` are a name, or what the clerk wrote for it, empty where unknown.

    ``person`` is None for somebody who is in no list; ``instead`` says that it is another than
    the meeting's own chair.
    """

    words: str = ""
    person: Attendee | None = None
    instead: bool = False

    @property
    def name(self) -> str:
        """The name by itself, for a list; empty where nobody is known to preside."""
        return self.person.name if self.person is not None else self.words


class ChairSpan(Struct, frozen=True):
    """From when until when somebody presided, where the lines give the times.

    ``until`` is the line at which another took the chair; None where nobody did.
    """

    person: Attendee | None
    instead: bool
    begun: dt.time | None = None
    ended: dt.time | None = None
    until: int | None = None


def chair_spans(meeting: Meeting) -> tuple[ChairSpan, ...]:
    """Who took the chair in the course of the meeting, each until the next one did."""
    own = chair_of(meeting)
    spans: list[ChairSpan] = []
    for _, line in meeting.lines():
        if not isinstance(line.fact, TakesChair):
            continue
        _, person = find_people(meeting.attendance, line.fact.who)[0]
        instead = person is None or own is None or person.id != own.id
        last = spans[-1] if spans else None
        if last is not None and person is not None and last.person == person:
            continue
        if last is not None:
            spans[-1] = replace(last, ended=line.fact.time, until=line.id)
        spans.append(ChairSpan(person, instead, line.fact.time))
    return tuple(spans)


def in_the_chair(meeting: Meeting, line_id: int) -> InChair:
    """Who is in the chair once that line has been taken down."""
    own = chair_of(meeting)
    now = InChair(own.name, own) if own is not None else InChair(meeting.chair)
    for _, line in meeting.lines():
        if isinstance(line.fact, TakesChair):
            words, person = find_people(meeting.attendance, line.fact.who)[0]
            instead = person is None or own is None or person.id != own.id
            now = InChair(words, person, instead)
        if line.id == line_id:
            break
    return now
