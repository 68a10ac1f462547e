"""What a session answers, and which lines a change touches."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from minute_taker.minutes.changes import (
    AddItem,
    AddLine,
    Change,
    ChangeItem,
    ChangeLine,
    MoveItem,
    MoveLine,
    RemoveItem,
    RemoveLine,
    SetLines,
    Several,
)
from minute_taker.minutes.model import Line, Meeting


class Result(Struct, frozen=True, omit_defaults=True):
    """The answer to what was entered.

    ``saved``: lines or an item were added; ``done``: something else was done; ``refused``:
    nothing was, and ``message`` says why in one sentence; ``nothing``: there was nothing to do.
    ``lines`` are the ids of the lines that were touched (of a line that is gone, too), ``item``
    the item that they stand in or that was gone to. ``listing`` is what ``:lines`` asked for.
    ``settled`` says what a vote has settled, where that alone is why it was refused; see
    :mod:`minute_taker.minutes.settled`.
    """

    outcome: Literal["saved", "done", "refused", "nothing"]
    lines: tuple[int, ...] = ()
    item: int | None = None
    message: str = ""
    listing: tuple[str, ...] = ()
    settled: str = ""


class Touched(Struct, frozen=True):
    """The lines that a change touches, and the last item that it touches."""

    lines: tuple[int, ...] = ()
    item: int | None = None


def touched(change: Change, meeting: Meeting) -> Touched:
    """What ``change`` touches in ``meeting``, as it is before the change."""
    match change:
        case AddLine(item_id, line):
            return Touched((line.id,), item_id)
        case RemoveLine(line_id):
            return Touched((line_id,), _holder(meeting, line_id))
        case ChangeLine(line):
            return Touched((line.id,), _holder(meeting, line.id))
        case SetLines(item_id, lines):
            return Touched(_differing(meeting, item_id, lines), item_id)
        case MoveLine(line_id, item_id):
            return Touched((line_id,), item_id)
        case AddItem(item):
            return Touched(tuple(line.id for line in item.lines), item.id)
        case RemoveItem(item_id) | MoveItem(item_id):
            return Touched((), item_id)
        case ChangeItem(item):
            return Touched((), item.id)
        case Several(changes):
            parts = [touched(part, meeting) for part in changes]
            ids = dict.fromkeys(line_id for part in parts for line_id in part.lines)
            items = [part.item for part in parts if part.item is not None]
            return Touched(tuple(ids), items[-1] if items else None)
        case _:
            return Touched()


def _differing(meeting: Meeting, item_id: int, lines: tuple[Line, ...]) -> tuple[int, ...]:
    """The ids of the lines that are added, changed or taken out by new lines for an item."""
    item = meeting.item(item_id)
    before = {line.id: line for line in item.lines} if item is not None else {}
    after = {line.id for line in lines}
    changed = [line.id for line in lines if before.get(line.id) is not line]
    return (*changed, *(line_id for line_id in before if line_id not in after))


def _holder(meeting: Meeting, line_id: int) -> int | None:
    place = meeting.place_of(line_id)
    return place[0].id if place is not None else None


def in_words(marks: Touched) -> str:
    """The touched lines in words: "line 12", "3 lines"; empty where there are none."""
    if not marks.lines:
        return ""
    return f"line {marks.lines[0]}" if len(marks.lines) == 1 else f"{len(marks.lines)} lines"


def controls_in_words(count: int) -> str:
    """What is said of control characters that no document can hold; empty for none."""
    if not count:
        return ""
    return f"{count} control character{'s were' if count > 1 else ' was'} left out"
