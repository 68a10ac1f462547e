"""Who is in the room: one ledger, told from the attendance and from the lines.

From it come the count of those present, the quorum, who may vote, and what does not fit
together: somebody who leaves twice, a time before the one above it. What does not fit is said
and kept, never refused: the ledger goes on with the likeliest reading.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from minute_taker.minutes.days import days_of
from minute_taker.minutes.declared import Declared, declared_by_item
from minute_taker.minutes.facts import (
    Adjourned,
    ApologiesFrom,
    Movement,
    Resumed,
    TakesChair,
)
from minute_taker.minutes.model import Attendee, Group, Line, Meeting, State
from minute_taker.minutes.people import find_people, find_person
from minute_taker.minutes.when import format_time

#: Who counts for the quorum and in the title line, and may vote.
COUNTED = (Group.MEMBER, Group.CO_OPTED)
#: A meeting goes on until then at the latest, counted from the midnight after it began.
_LATEST = dt.timedelta(hours=6)
#: A clock that goes back by more than this, in minutes, has passed midnight.
_NIGHT = 12 * 60


def is_under_way(meeting: Meeting, now: dt.datetime) -> bool:
    """Whether the time now may be the meeting's: its day or the night after, and not closed.

    Whoever fills in the next day knows the times better than the clock does.
    """
    days = (now.date(), (now - _LATEST).date())
    return meeting.close is None and (meeting.date is None or meeting.date in days)


class RoomState(Struct, frozen=True):
    """Who is in the room at one line.

    ``present`` and ``away`` are attendees' ids; ``members_present`` of ``members_expected``
    counts the body's own seats, a substitute for the one whose seat it is.
    """

    present: frozenset[int]
    away: frozenset[int]
    members_present: int
    members_expected: int


class Doubt(Struct, frozen=True):
    """Something in the ledger that does not fit: which line, by what rule, in a sentence."""

    line: int
    rule: str
    words: str


class QuorumLost(Struct, frozen=True):
    """The line at which too few are left, the time if it is known, and how many they are.

    A line that gives no time is dated by the clock at which it was entered.
    """

    line: int
    time: dt.time | None
    members_present: int


class Ledger(Struct, frozen=True):
    """The whole of a meeting's presence.

    ``start`` is before the first line, ``end`` after the last; ``at(line)`` once that line has
    been taken down. ``past_midnight`` are the lines at which the clock began a new day,
    ``came`` the ids of those who were in the room at some time, ``expected`` of those who are
    only expected: nothing says whether they came, ``excused`` of those whom a declaration took
    out of the room, by the item.
    """

    start: RoomState
    end: RoomState
    by_line: Mapping[int, RoomState]
    doubts: tuple[Doubt, ...]
    quorum_lost: tuple[QuorumLost, ...]
    past_midnight: tuple[int, ...]
    came: frozenset[int]
    expected: frozenset[int] = frozenset()
    excused: Mapping[int, frozenset[int]] = {}

    def at(self, line_id: int | None) -> RoomState:
        """Who is in the room once that line has been taken down (None: at the end)."""
        return self.end if line_id is None else self.by_line.get(line_id, self.end)


def standing(meeting: Meeting, until: int | None = None) -> RoomState:
    """Who is in the room once line ``until`` has been taken down (None: at the end).

    Somebody marked present is in the room from the start unless a line says that they came
    late; somebody expected, if a line says that they left or took the chair. Names that nobody
    bears change nothing here.
    """
    return ledger(meeting).at(until)


def still_expected(meeting: Meeting) -> tuple[Attendee, ...]:
    """Those of whom it is not said yet whether they came, in the order of the record."""
    if not any(person.state is State.EXPECTED for person in meeting.attendance):
        return ()
    expected = ledger(meeting).expected
    return tuple(person for person in meeting.attendance if person.id in expected)


def ledger(meeting: Meeting) -> Ledger:
    """Everybody's comings and goings through a meeting."""
    return _LedgerBuilder(meeting).kept()


class _LedgerBuilder:
    """Goes through the lines once and writes the ledger."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.people = {person.id: person for person in meeting.attendance}
        self.seats = {p.id: _seat(meeting, p) for p in meeting.attendance if p.group in COUNTED}
        self.named: dict[str, list[tuple[str, Attendee | None]]] = {}
        self.doubts: list[Doubt] = []
        self.lost: list[QuorumLost] = []
        self.midnights: list[int] = []
        self.clock = meeting.start
        self.adjourned = False
        self.quorate = True
        self.lines = [line for item in meeting.items for line in item.lines]
        self.days = days_of(self.lines)
        self.declared = declared_by_item(meeting)
        #: Who is out of the room for an interest in the item under way, and comes back after it.
        self.for_interest: set[int] = set()
        self.everybody = frozenset(self.people)
        self.filled: Counter[int | str] = Counter()
        self.expected = len(set(self.seats.values()))
        self.here: set[int] = set()
        self.came: set[int] = set()
        self.out: set[int] = set()
        late, told = self._late(0)
        self.open = frozenset(
            person.id
            for person in meeting.attendance
            if person.state is State.EXPECTED and person.id not in told
        )
        for person in meeting.attendance:
            was_here = person.state is State.PRESENT or told.get(person.id, False)
            if not person.away and was_here and person.id not in late:
                self._enter(person.id)
        empty = {self.seats[each] for each in self.open if each in self.seats} - set(self.filled)
        self.may_be_here = len(empty)

    def kept(self) -> Ledger:
        by_line: dict[int, RoomState] = {}
        start = now = self._standing()
        if self.lines:
            self._count(self.lines[0], now, self.meeting.start)
        day = 0
        excused: dict[int, frozenset[int]] = {}
        for item in self.meeting.items:
            moved = self._come_back()
            declared = self.declared.get(item.id, ())
            here = {line.id for line in item.lines}
            moved |= self._leave_for([each for each in declared if each.line.id not in here])
            for line in item.lines:
                if self.days[line.id] != day:
                    day = self.days[line.id]
                    moved |= self._next_day(day)
                if line.fact is not None:
                    moved |= self._write(line)
                    moved |= self._leave_for([e for e in declared if e.line.id == line.id])
                if moved:
                    now, moved = self._standing(), False
                    self._count(line, now, getattr(line.fact, "time", None))
                by_line[line.id] = now
            excused[item.id] = frozenset(self.for_interest)
        self._end()
        return Ledger(
            start,
            now,
            by_line,
            tuple(self.doubts),
            tuple(self.lost),
            tuple(self.midnights),
            frozenset(self.came),
            self.open,
            excused,
        )

    def _who(self, words: str) -> list[tuple[str, Attendee | None]]:
        if words not in self.named:
            self.named[words] = find_people(self.meeting.attendance, words)
        return self.named[words]

    def _come_back(self) -> bool:
        """Let those in who left for an interest in the item before; whether there were any."""
        back, self.for_interest = self.for_interest, set()
        for person in back:
            self._enter(person)
        return bool(back)

    def _leave_for(self, declared: Iterable[Declared]) -> bool:
        """Take those out who leave for an interest; whether any was in the room."""
        who = {each.person.id for each in declared if each.person and each.left} & self.here
        for person in who:
            self._leave(person)
        self.for_interest |= who
        return bool(who)

    def _next_day(self, day: int) -> bool:
        """Begin another day: whoever is listed as present is there but for what that day says."""
        late, _ = self._late(day, back=True)
        for person in self.meeting.attendance:
            if person.id in late:
                self._leave(person.id)
            elif person.state is State.PRESENT and person.id not in self.for_interest:
                self._enter(person.id)
                self.out.discard(person.id)
        return True

    def _late(self, day: int, *, back: bool = False) -> tuple[set[int], dict[int, bool]]:
        """Those who came late on a day before anything else is said of them, or sent apologies.

        With ``back`` those, too, who come in on that day before they have left. And of whom
        the lines tell anything, each with whether the first of it is said of somebody who is
        in the room: they leave, or take the chair.
        """
        late: set[int] = set()
        moved: set[int] = set()
        told: dict[int, bool] = {}
        for line in self.lines:
            fact = line.fact
            if not isinstance(fact, ApologiesFrom | Movement | TakesChair):
                continue
            if self.days[line.id] != day:
                continue
            people = {person.id for _, person in self._who(fact.who) if person}
            if isinstance(fact, ApologiesFrom):
                late |= people - moved
            elif isinstance(fact, Movement):
                if fact.verb == "late" or (back and fact.verb == "in"):
                    late |= people - moved
                moved |= people
            here = isinstance(fact, TakesChair) or getattr(fact, "verb", "") == "out"
            for person in people:
                told.setdefault(person, here)
        return late, told

    def _enter(self, person: int) -> None:
        if person not in self.here:
            self.here.add(person)
            self.came.add(person)
            if person in self.seats:
                self.filled[self.seats[person]] += 1

    def _leave(self, person: int) -> None:
        if person in self.here:
            self.here.remove(person)
            if person in self.seats:
                seat = self.seats[person]
                self.filled[seat] -= 1
                if not self.filled[seat]:
                    del self.filled[seat]

    def _standing(self) -> RoomState:
        here = frozenset(self.here)
        return RoomState(here, self.everybody - here, len(self.filled), self.expected)

    def _write(self, line: Line) -> bool:
        """Enter a line; whether somebody came or went by it."""
        fact = line.fact
        time = getattr(fact, "time", None)
        if time is not None:
            self._tick(line, time)
        if isinstance(fact, Movement):
            for _, person in self._who(fact.who):
                if person is not None:
                    self._move(line, fact, person)
            return True
        if isinstance(fact, ApologiesFrom):
            for _, person in self._who(fact.who):
                if person is not None:
                    self._leave(person.id)
            return True
        if isinstance(fact, TakesChair):
            self._in_chair(line, fact)
        elif isinstance(fact, Adjourned | Resumed):
            self._pause(line, stops=isinstance(fact, Adjourned))
            if isinstance(fact, Adjourned) and fact.until is not None:
                self.clock = None  # another day has a clock of its own
        return False

    def _doubt(self, line: Line, rule: str, words: str) -> None:
        self.doubts.append(Doubt(line.id, rule, words))

    def _move(self, line: Line, fact: Movement, person: Attendee) -> None:
        here = person.id in self.here
        if person.id in self.for_interest:
            # That they left has been said by the declaration.
            self.for_interest.discard(person.id)
            self.out.add(person.id)
            if fact.verb == "out":
                return
        if fact.verb == "out":
            if person.id in self.out:
                self._doubt(line, "leaves-twice", f"{person.name} leaves, but had left already")
            elif not here:
                self._doubt(line, "leaves-twice", f"{person.name} leaves, but was not in the room")
            self._leave(person.id)
            self.out.add(person.id)
            return
        if here:
            said = f"{person.name} comes in, but had not left"
            self._doubt(line, "comes-in-without-leaving", said)
        elif person.away and person.id not in self.out:
            said = f"{person.name} comes in, but stands under {person.state.value}"
            self._doubt(line, "comes-in-though-away", said)
        self._enter(person.id)
        self.out.discard(person.id)

    def _in_chair(self, line: Line, fact: TakesChair) -> None:
        for _, person in self._who(fact.who):
            if person is not None and person.id not in self.here:
                said = f"{person.name} takes the chair, but is not in the room"
                self._doubt(line, "in-the-chair-but-away", said)

    def _pause(self, line: Line, *, stops: bool) -> None:
        if stops and self.adjourned:
            self._doubt(line, "adjourned-twice", "the meeting adjourns, but had adjourned already")
        elif not stops and not self.adjourned:
            self._doubt(
                line, "resumed-without-stopping", "the meeting goes on, but had not stopped"
            )
        self.adjourned = stops

    def _tick(self, line: Line, time: dt.time) -> None:
        before, self.clock = self.clock, time
        if before is None:
            return
        if _leaps(before, time):
            said = f"{format_time(time)} stands over twelve hours after {format_time(before)}"
            self._doubt(line, "times-run-backwards", said)
        elif time >= before:
            return
        elif _goes_back(before, time):
            said = f"{format_time(time)} stands after {format_time(before)}"
            self._doubt(line, "times-run-backwards", said)
        else:
            self.midnights.append(line.id)

    def _end(self) -> None:
        close = self.meeting.close
        if close is None or self.clock is None or not self.lines:
            return
        if _goes_back(self.clock, close):
            said = f"the meeting closed at {format_time(close)}, before {format_time(self.clock)}"
        elif _leaps(self.clock, close):
            said = (
                f"the meeting closed at {format_time(close)}, "
                f"over twelve hours after {format_time(self.clock)}"
            )
        else:
            return
        self._doubt(self.lines[-1], "times-run-backwards", said)

    def _count(self, line: Line, now: RoomState, time: dt.time | None) -> None:
        quorum = self.meeting.quorum
        # Who may be here after all is asked for elsewhere, and is no reason to adjourn.
        quorate = quorum is None or now.members_present + self.may_be_here >= quorum
        if self.quorate and not quorate:
            when = time or (line.at.time().replace(second=0, microsecond=0) if line.at else None)
            self.lost.append(QuorumLost(line.id, when, now.members_present))
        self.quorate = quorate


def _seat(meeting: Meeting, person: Attendee) -> int | str:
    """Whose seat somebody fills: their own, or that of the member they stand in for."""
    if not person.substitute_for:
        return person.id
    member = find_person(meeting.attendance, person.substitute_for)
    return member.id if member is not None and member.id != person.id else person.substitute_for


def _minutes(before: dt.time, after: dt.time) -> int:
    return (after.hour - before.hour) * 60 + after.minute - before.minute


def _goes_back(before: dt.time, after: dt.time) -> bool:
    return -_NIGHT < _minutes(before, after) < 0


def _leaps(before: dt.time, after: dt.time) -> bool:
    """Whether a time is so late that it is likelier the evening before, or the other half."""
    return _minutes(before, after) > _NIGHT
