"""What a vote has settled is not changed by chance: what was moved, the vote, what it resolved.

A vote settles the words that were put to it at once. The vote itself (its totals, and who
voted which way) and the resolution that came from it are settled as soon as something else has
been taken down: until then they are still being written, and their slips are mended without a
question. A resolution that came from no vote is never settled.

Whoever changes a meeting asks :func:`settled` first, and goes on only where the clerk insists.
Nothing is settled for good: undo takes back whatever was done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from minute_taker.minutes.changes import (
    Change,
    ChangeLine,
    MoveLine,
    RemoveItem,
    RemoveLine,
    SetLines,
    Several,
)
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.facts import Moved, NamedVote, Outcome
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.minutes.when import format_time

if TYPE_CHECKING:
    from minute_taker.minutes.amending import Motion


class WordsSettled(Refused):
    """The change would alter what was put to the vote, the vote, or what it resolved."""


def settled(meeting: Meeting, change: Change) -> str:
    """What a change would alter that a vote has settled, as a sentence; empty where nothing is.

    Costs next to nothing where the change is to no motion, vote or resolution.
    """
    for item, line in _altered(meeting, change):
        if said := settled_line(meeting, item, line):
            return said
    return ""


def settled_at(meeting: Meeting, line_id: int) -> str:
    """As :func:`settled_line`, of a line by its id."""
    found = meeting.place_of(line_id)
    return settled_line(meeting, *found) if found is not None else ""


def settled_line(meeting: Meeting, item: Item, line: Line) -> str:
    """``the motion at line 12 was carried at 7.40 pm``; empty where the line is still open."""
    if line.kind not in (Kind.MOTION, Kind.RESOLUTION) and not line.depth:
        return ""
    for vote in _votes(item):
        if line.id == vote.motion_line:
            return _what_became(vote)
        for group, told in ((vote.lines, _the_vote), (vote.resolved, _what_it_resolved)):
            if line.id in group:
                return told(vote, line) if meeting.last_line not in group else ""
    return ""


class _Vote:
    """A motion or an amendment that was carried or lost, and the lines that came of it."""

    def __init__(self, line: Line, outcome: Outcome, motion: Motion | None) -> None:
        self.line = line
        self.outcome = outcome
        self.motion_line = motion.line if motion is not None else None
        self.kind = "amendment" if motion is not None and motion.moved.amendment else "motion"
        self.lines = [line.id]
        self.resolved: list[int] = []


def _votes(item: Item) -> Iterator[_Vote]:
    """The votes of an item with their lines: a resolution straight after comes from its vote."""
    if not any(isinstance(line.fact, Outcome) for line in item.lines):
        return
    from minute_taker.minutes.amending import decided
    from minute_taker.minutes.voted import unvoted

    apart = unvoted(item)
    by_vote = decided(item)
    vote: _Vote | None = None
    for line in item.lines:
        if isinstance(line.fact, Outcome):
            if vote is not None:
                yield vote
            voted = line.fact.result in ("carried", "lost")
            vote = _Vote(line, line.fact, by_vote.get(line.id)) if voted else None
        elif vote is not None and isinstance(line.fact, NamedVote):
            vote.lines.append(line.id)
        elif vote is not None and line.id in apart:
            continue
        elif vote is not None and _comes_from(vote, line):
            vote.resolved.append(line.id)
        elif vote is not None:
            yield vote
            vote = None
    if vote is not None:
        yield vote


def _comes_from(vote: _Vote, line: Line) -> bool:
    """Whether a line goes on with what the vote resolved, a list in it among the rest."""
    within = line.depth > 0 and bool(vote.resolved)
    return vote.outcome.result == "carried" and (line.kind is Kind.RESOLUTION or within)


def _what_became(vote: _Vote) -> str:
    when = f" at {format_time(vote.line.at.time())}" if vote.line.at else ""
    put = "what was put to it" if vote.motion_line is None else f"the {vote.kind} at line "
    return f"{put}{vote.motion_line or ''} was {vote.outcome.result}{when}"


def _the_vote(vote: _Vote, line: Line) -> str:
    return f"line {line.id} belongs to the vote by which {_what_became(vote)}"


def _what_it_resolved(vote: _Vote, line: Line) -> str:
    return f"line {line.id} was resolved by the vote at line {vote.line.id}: {_what_became(vote)}"


def _altered(meeting: Meeting, change: Change) -> Iterator[tuple[Item, Line]]:
    """The lines that a change words anew, takes out, or puts elsewhere, with their items."""
    match change:
        case ChangeLine(line):
            found = meeting.place_of(line.id)
            if found is not None and not _reads_alike(found[1], line):
                yield found
        case RemoveLine(line_id):
            if (found := meeting.place_of(line_id)) is not None:
                yield found
        case MoveLine(line_id, item_id, index):
            found = meeting.place_of(line_id)
            if found is not None and not _stays(*found, item_id, index):
                yield found
        case RemoveItem(item_id):
            item = meeting.item(item_id)
            yield from ((item, line) for line in item.lines) if item is not None else ()
        case SetLines(item_id, lines):
            item = meeting.item(item_id)
            if item is not None:
                yield from ((item, line) for line in _changed_among(item, lines))
        case Several(changes):
            for each in changes:
                yield from _altered(meeting, each)


def _reads_alike(before: Line, after: Line) -> bool:
    same = (before.kind, before.text) == (after.kind, after.text)
    # How far in a motion stands says nothing; a resolution becomes a part of another.
    return same and (before.depth == after.depth or isinstance(before.fact, Moved))


def _stays(item: Item, line: Line, to: int, index: int | None) -> bool:
    """Whether a line that is moved comes to stand where it stands already."""
    last = len(item.lines) - 1
    at = last if index is None else max(0, min(index, last))
    return to == item.id and item.lines[at] is line


def _changed_among(item: Item, lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of an item that are not among ``lines`` as they were, and in their order."""
    after = {line.id: line for line in lines}
    before = {line.id for line in item.lines}
    kept = iter([line_id for line_id in after if line_id in before])
    for line in item.lines:
        new = after.get(line.id)
        if new is None or next(kept) != line.id or not (new is line or _reads_alike(line, new)):
            yield line
