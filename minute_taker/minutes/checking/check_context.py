"""What the rules ask of one meeting, worked out once and only when it is asked."""

from __future__ import annotations

from functools import cached_property

from minute_taker.minutes.interests import Interests
from minute_taker.minutes.model import Attendee, Item, Line, Meeting
from minute_taker.minutes.people import FREE_CODES, find_people
from minute_taker.minutes.presence import COUNTED, Ledger, RoomState, ledger, still_expected


class CheckContext:
    """A meeting with its ledger, its interests, and whom each name means."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self._named: dict[str, list[tuple[str, Attendee | None]]] = {}

    @cached_property
    def ledger(self) -> Ledger:
        """Who is in the room at each line."""
        return ledger(self.meeting)

    @cached_property
    def expected(self) -> frozenset[int]:
        """Who is still only expected, by their ids."""
        return frozenset(person.id for person in still_expected(self.meeting))

    @cached_property
    def may_vote(self) -> frozenset[int]:
        """Who of them could vote, had they come."""
        people = self.meeting.attendance
        return self.expected & {person.id for person in people if person.group in COUNTED}

    @cached_property
    def interests(self) -> Interests:
        """Who declared what in which item."""
        return Interests(self.meeting)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes that stand for somebody."""
        return frozenset(FREE_CODES) | {person.code for person in self.meeting.attendance}

    @cached_property
    def items(self) -> dict[int, int]:
        """The item of each line, by ids."""
        return {line.id: item.id for item, line in self.meeting.lines()}

    def people(self, words: str) -> list[tuple[str, Attendee | None]]:
        """Whom a line means by a name or by several."""
        if words not in self._named:
            self._named[words] = find_people(self.meeting.attendance, words)
        return self._named[words]

    def at(self, line: Line) -> RoomState:
        """Who is in the room once a line has been taken down."""
        return self.ledger.at(line.id)

    def entitled(self, item: Item, line: Line) -> frozenset[int]:
        """Who may vote in an item at a line."""
        return self.interests.entitled(item.id, self.at(line))
