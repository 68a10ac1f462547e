"""Question time: which answers belong to which question, and which questions have none."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.minutes.facts import InWriting, ReadFor
from minute_taker.minutes.model import Item, Kind, Line, Meeting


class Asked(Struct, frozen=True):
    """A question and what came of it.

    ``answers`` are the lines of its answers, promises among them; ``supplementary_to`` is the
    id of the question that a supplementary follows, ``read_by`` who read it out for somebody
    else, ``in_writing`` that its answer is to follow. ``answered`` says whether anybody
    answered: the answer to a supplementary answers the question before it, too.
    """

    item: int
    line: Line
    answers: tuple[Line, ...] = ()
    supplementary_to: int | None = None
    read_by: str = ""
    in_writing: bool = False
    answered: bool = False


def questions(meeting: Meeting) -> tuple[Asked, ...]:
    """Every question of a meeting with its answers, in the order of the record."""
    return tuple(asked for item in meeting.items for asked in questions_in(item))


def questions_in(item: Item) -> tuple[Asked, ...]:
    """Every question of an item with its answers, in order."""
    groups = list(_groups(item))
    return tuple(asked for group in groups for asked in _with_answered(group))


def unanswered(meeting: Meeting) -> tuple[Asked, ...]:
    """The questions that nobody answered, not even by a promise to write."""
    return tuple(asked for asked in questions(meeting) if not asked.answered)


def _groups(item: Item) -> Iterator[list[Asked]]:
    """Each question with its supplementaries; a sub-heading ends what was asked before it."""
    group: list[Asked] = []
    for line in item.lines:
        if line.kind is Kind.QUESTION:
            if group and not line.plus:
                yield group
                group = []
            first = group[0].line.id if group else None
            group.append(Asked(item.id, line, supplementary_to=first))
        elif line.kind is Kind.SUBHEADING and group:
            yield group
            group = []
        elif group:
            group[-1] = _told(group[-1], line)
    if group:
        yield group


def _told(asked: Asked, line: Line) -> Asked:
    """The question with what a line below it says of it."""
    if line.kind is Kind.ANSWER:
        return replace(asked, answers=(*asked.answers, line))
    if isinstance(line.fact, InWriting):
        return replace(asked, in_writing=True)
    if isinstance(line.fact, ReadFor):
        return replace(asked, read_by=line.fact.who)
    return asked


def _with_answered(group: list[Asked]) -> list[Asked]:
    answered = False
    told: list[Asked] = []
    for asked in reversed(group):
        answered = answered or bool(asked.answers) or asked.in_writing
        told.append(replace(asked, answered=answered))
    return told[::-1]
