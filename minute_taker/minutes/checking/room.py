"""What does not fit in the ledger of who is in the room."""

from __future__ import annotations

from collections.abc import Iterator

from minute_taker.minutes.checking.findings import Finding, at_line, nearest
from minute_taker.minutes.facts import (
    ApologiesFrom,
    Interest,
    Moved,
    Movement,
    NamedVote,
    TakesChair,
)
from minute_taker.minutes.model import Item, Line, Meeting
from minute_taker.minutes.people import find_people
from minute_taker.minutes.presence import ledger
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import format_time


def _items_of_lines(meeting: Meeting) -> dict[int, int]:
    return {line.id: item.id for item, line in meeting.lines()}


def presence_doubts(meeting: Meeting) -> Iterator[Finding]:
    """Somebody who leaves twice or comes in without leaving; times that run backwards."""
    items = _items_of_lines(meeting)
    for doubt in ledger(meeting).doubts:
        yield Finding(doubt.rule, doubt.words, items[doubt.line], doubt.line)


def quorum(meeting: Meeting) -> Iterator[Finding]:
    """Where too few members are left to go on."""
    items = _items_of_lines(meeting)
    for lost in ledger(meeting).quorum_lost:
        when = f" at {format_time(lost.time)}" if lost.time else ""
        count = (
            "1 member is" if lost.members_present == 1 else f"{lost.members_present} members are"
        )
        words = f"{count} present{when}, and the quorum is {meeting.quorum}"
        yield Finding("quorum-lost", words, items[lost.line], lost.line)


def names_in(line: Line) -> tuple[str, ...]:
    """The names that a line of presence, of a motion or of a vote gives."""
    fact = line.fact
    if isinstance(fact, Movement | ApologiesFrom | TakesChair | Interest):
        return (fact.who,)
    if isinstance(fact, Moved):
        return tuple(name for name in (fact.mover, fact.seconder) if name)
    return fact.names if isinstance(fact, NamedVote) else ()


def unknown_people(meeting: Meeting) -> Iterator[Finding]:
    """Names that nobody in the attendance bears, or that several do."""
    known = [person.name for person in meeting.attendance]
    for item, line in meeting.lines():
        for words in names_in(line):
            for name, person in find_people(meeting.attendance, words):
                if person is None and GAP not in name:
                    yield _unknown(name, known, item, line)


def _unknown(name: str, known: list[str], item: Item, line: Line) -> Finding:
    near = nearest(name, known)
    hint = f"; the nearest is {near}" if near else ""
    words = f"it is not clear from the attendance who “{name}” is{hint}"
    return at_line("unknown-name", words, item, line)
