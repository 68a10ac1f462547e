"""Who is in the chair at a line: the meeting's own chair, until somebody else takes it."""

from __future__ import annotations

from msgspec import Struct

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
