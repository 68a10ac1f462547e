"""Every way a meeting can change: small values, each of which knows how to be undone.

``change.apply(meeting)`` gives the changed meeting and the change that takes it back. Nothing
else changes a meeting: the composer, the line mode, the screens and the notes reader all make
these and hand them to :class:`~minute_taker.minutes.undo_history.History`. A change that does not
fit the meeting (a line that is not there) raises :class:`ChangeRefused` and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import (
    HEAD_FIELDS,
    PROOFING_FIELDS,
    Attendee,
    HeadingKind,
    Item,
    Line,
    Meeting,
    State,
)
from minute_taker.minutes.people import in_order

_T = TypeVar("_T")


class ChangeRefused(Refused):
    """The change does not fit the meeting; the message is a sentence for the clerk."""


class Change(Struct, frozen=True):
    """Base of all changes."""

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        """The meeting after the change, and the change that undoes it."""
        raise NotImplementedError


def _inserted(row: Sequence[_T], index: int | None, value: _T) -> tuple[_T, ...]:
    at = len(row) if index is None else max(0, min(index, len(row)))
    return (*row[:at], value, *row[at:])


def _without(row: Sequence[_T], index: int) -> tuple[_T, ...]:
    return (*row[:index], *row[index + 1 :])


def _item_index(meeting: Meeting, item_id: int) -> int:
    # From the end, where most changes are made.
    for index in range(len(meeting.items) - 1, -1, -1):
        if meeting.items[index].id == item_id:
            return index
    raise ChangeRefused(f"there is no item {item_id}")


def _find_line(meeting: Meeting, line_id: int) -> tuple[int, int]:
    for item_index, item in enumerate(meeting.items):
        for line_index, line in enumerate(item.lines):
            if line.id == line_id:
                return item_index, line_index
    raise ChangeRefused(f"there is no line {line_id}")


def _place(items: Sequence[Item], index: int | None, heading: HeadingKind) -> int | None:
    """Where an item goes among ``items``: the place without a heading is the first of all."""
    if heading is HeadingKind.NONE:
        if items and (index is None or index > 0 or items[0].heading is heading):
            raise ChangeRefused("only the first item can stand without a heading")
    elif index is not None and items and items[0].heading is HeadingKind.NONE:
        return max(1, index)
    return index


def _with_item(meeting: Meeting, index: int, item: Item) -> Meeting:
    items = (*meeting.items[:index], item, *meeting.items[index + 1 :])
    return replace(meeting, items=items)


def _with_lines(
    meeting: Meeting, item_index: int, edit: Callable[[tuple[Line, ...]], tuple[Line, ...]]
) -> Meeting:
    item = meeting.items[item_index]
    return _with_item(meeting, item_index, replace(item, lines=edit(item.lines)))


class AddLine(Change, frozen=True):
    """Put ``line`` into an item at ``index`` (None: at its end)."""

    item_id: int
    line: Line
    index: int | None = None

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        at = _item_index(meeting, self.item_id)
        changed = _with_lines(meeting, at, lambda row: _inserted(row, self.index, self.line))
        changed = replace(changed, last_line=max(meeting.last_line, self.line.id))
        return changed, RemoveLine(self.line.id)


class RemoveLine(Change, frozen=True):
    """Take a line out."""

    line_id: int

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        at, index = _find_line(meeting, self.line_id)
        item = meeting.items[at]
        back = AddLine(item.id, item.lines[index], index)
        return _with_lines(meeting, at, lambda row: _without(row, index)), back


class ChangeLine(Change, frozen=True):
    """Put ``line`` in the place of the line with the same id."""

    line: Line

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        at, index = _find_line(meeting, self.line.id)
        before = meeting.items[at].lines[index]

        def edit(row: tuple[Line, ...]) -> tuple[Line, ...]:
            return (*row[:index], self.line, *row[index + 1 :])

        return _with_lines(meeting, at, edit), ChangeLine(before)


class MoveLine(Change, frozen=True):
    """Put a line into ``item_id`` at ``index``, counted as if it had been taken out first."""

    line_id: int
    item_id: int
    index: int | None = None

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        at, index = _find_line(meeting, self.line_id)
        to = _item_index(meeting, self.item_id)
        line = meeting.items[at].lines[index]
        back = MoveLine(self.line_id, meeting.items[at].id, index)
        lifted = _with_lines(meeting, at, lambda row: _without(row, index))
        return _with_lines(lifted, to, lambda row: _inserted(row, self.index, line)), back


class SetLines(Change, frozen=True):
    """Put these lines in the place of all of an item's: many added, or many mended, at once."""

    item_id: int
    lines: tuple[Line, ...]

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        at = _item_index(meeting, self.item_id)
        before = meeting.items[at].lines
        highest = max((line.id for line in self.lines), default=0)
        changed = _with_lines(meeting, at, lambda _: self.lines)
        changed = replace(changed, last_line=max(meeting.last_line, highest))
        return changed, SetLines(self.item_id, before)


class AddItem(Change, frozen=True):
    """Put an item at ``index`` (None: at the end)."""

    item: Item
    index: int | None = None

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        highest = max((line.id for line in self.item.lines), default=0)
        index = _place(meeting.items, self.index, self.item.heading)
        changed = replace(
            meeting,
            items=_inserted(meeting.items, index, self.item),
            last_item=max(meeting.last_item, self.item.id),
            last_line=max(meeting.last_line, highest),
        )
        return changed, RemoveItem(self.item.id)


class RemoveItem(Change, frozen=True):
    """Take an item out, with its lines."""

    item_id: int

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        at = _item_index(meeting, self.item_id)
        back = AddItem(meeting.items[at], at)
        return replace(meeting, items=_without(meeting.items, at)), back


class ChangeItem(Change, frozen=True):
    """Change an item's heading; ``item.lines`` is not looked at, the lines stay."""

    item: Item

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        at = _item_index(meeting, self.item.id)
        before = meeting.items[at]
        if at and self.item.heading is not before.heading:
            _place(meeting.items, at, self.item.heading)
        after = replace(self.item, lines=before.lines)
        return _with_item(meeting, at, after), ChangeItem(replace(before, lines=()))


class MoveItem(Change, frozen=True):
    """Put an item at ``index``, counted as if it had been taken out first."""

    item_id: int
    index: int

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        at = _item_index(meeting, self.item_id)
        item = meeting.items[at]
        rest = _without(meeting.items, at)
        items = _inserted(rest, _place(rest, self.index, item.heading), item)
        return replace(meeting, items=items), MoveItem(self.item_id, at)


class SetAttendance(Change, frozen=True):
    """Put these people, in the order of the record, in the place of all the attendance."""

    attendance: tuple[Attendee, ...]

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        highest = max((person.id for person in self.attendance), default=0)
        changed = replace(
            meeting,
            attendance=in_order(self.attendance),
            last_attendee=max(meeting.last_attendee, highest),
        )
        return changed, SetAttendance(meeting.attendance)


class SetHead(Change, frozen=True):
    """Set fields of the head by name: ``HEAD_FIELDS``, ``PROOFING_FIELDS``, or ``salvaged``."""

    values: dict[str, Any]

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        unknown = set(self.values) - {*HEAD_FIELDS, *PROOFING_FIELDS, "salvaged"}
        if unknown:
            raise ChangeRefused(f"a meeting has no {', '.join(sorted(unknown))}")
        before = {name: getattr(meeting, name) for name in self.values}
        changed = replace(meeting, **self.values)
        try:
            head = replace(changed, attendance=(), items=())
            msgspec.convert(msgspec.to_builtins(head), Meeting)
        except msgspec.ValidationError as error:
            raise ChangeRefused(str(error)) from None
        return changed, SetHead(before)


class Several(Change, frozen=True):
    """Several changes that are done and undone as one."""

    changes: tuple[Change, ...]

    def apply(self, meeting: Meeting) -> tuple[Meeting, Change]:
        back: list[Change] = []
        for change in self.changes:
            meeting, inverse = change.apply(meeting)
            back.append(inverse)
        return meeting, Several(tuple(reversed(back)))


def add_attendee(meeting: Meeting, person: Attendee) -> SetAttendance:
    """The change that adds somebody."""
    return SetAttendance((*meeting.attendance, person))


def change_attendee(meeting: Meeting, person: Attendee) -> SetAttendance:
    """The change that puts ``person`` in the place of the attendee with the same id."""
    if not any(other.id == person.id for other in meeting.attendance):
        raise ChangeRefused(f"there is no attendee {person.id}")
    return SetAttendance(
        tuple(person if other.id == person.id else other for other in meeting.attendance)
    )


def all_present(meeting: Meeting) -> SetAttendance:
    """The change that says of everybody expected that they are present."""
    return SetAttendance(
        tuple(
            replace(person, state=State.PRESENT) if person.state is State.EXPECTED else person
            for person in meeting.attendance
        )
    )


def remove_attendee(meeting: Meeting, attendee_id: int) -> SetAttendance:
    """The change that takes somebody out of the attendance."""
    kept = tuple(person for person in meeting.attendance if person.id != attendee_id)
    if len(kept) == len(meeting.attendance):
        raise ChangeRefused(f"there is no attendee {attendee_id}")
    return SetAttendance(kept)
