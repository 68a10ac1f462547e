"""Words that a vote has settled: what was moved and then carried or lost is not changed by chance.

Whoever changes a meeting asks :func:`settled` first, and goes on only where the clerk insists.
Nothing is settled for good: undo takes back whatever was done.
"""

from __future__ import annotations

from collections.abc import Iterator

from minute_taker.minutes.changes import Change, ChangeLine, RemoveLine, SetLines, Several
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.facts import Moved
from minute_taker.minutes.model import Item, Line, Meeting
from minute_taker.minutes.when import format_time


class WordsSettled(Refused):
    """The change would alter the words of a motion that was put to the vote."""


def settled(meeting: Meeting, change: Change) -> str:
    """What a change would alter that a vote has settled, as a sentence; empty where nothing is.

    Costs next to nothing where the change is to no motion.
    """
    for item, before, after in _altered(meeting, change):
        same = after is not None and (before.kind, before.text) == (after.kind, after.text)
        if not same and (said := settled_line(item, before)):
            return said
    return ""


def settled_line(item: Item, line: Line) -> str:
    """``the motion at line 12 was carried at 7.40 pm``; empty where its words are still open."""
    if not isinstance(line.fact, Moved):
        return ""
    from minute_taker.minutes.amending import motions

    for motion in motions(item):
        if motion.line != line.id or motion.outcome is None or motion.withdrawn:
            continue
        decided = next(each for each in item.lines if each.id == motion.decided)
        kind = "amendment" if motion.moved.amendment else "motion"
        when = f" at {format_time(decided.at.time())}" if decided.at else ""
        return f"the {kind} at line {line.id} was {motion.outcome.result}{when}"
    return ""


def settled_at(meeting: Meeting, line_id: int) -> str:
    """As :func:`settled_line`, of a line by its id."""
    found = meeting.place_of(line_id)
    return settled_line(*found) if found is not None else ""


def _altered(meeting: Meeting, change: Change) -> Iterator[tuple[Item, Line, Line | None]]:
    """The lines that a change puts others for, with those, or None for a line taken out."""
    match change:
        case ChangeLine(line):
            if (found := meeting.place_of(line.id)) is not None:
                yield *found, line
        case RemoveLine(line_id):
            if (found := meeting.place_of(line_id)) is not None:
                yield *found, None
        case SetLines(item_id, lines):
            item = meeting.item(item_id)
            if item is not None:
                after = {line.id: line for line in lines}
                altered = (line for line in item.lines if after.get(line.id) is not line)
                yield from ((item, line, after.get(line.id)) for line in altered)
        case Several(changes):
            for each in changes:
                yield from _altered(meeting, each)
