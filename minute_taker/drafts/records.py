"""A meeting as records in tables, and back.

The tables are ``meeting`` (one record: the head), ``attendance``, ``items``, ``lines`` and
``pending`` (at most one). A record's number is the id of what it holds; ``order`` says where
it stands among its own, ``item`` under which item a line was taken. Names and values are
those of :mod:`minute_taker.minutes.model`, and what has its usual value is left out.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from minute_taker.drafts.layout import (
    Encoded,
    LaidOut,
    Record,
    Tables,
    encode_record,
    lay_out_records,
)
from minute_taker.minutes.model import Attendee, Item, Line, Meeting

TABLES = ("meeting", "attendance", "items", "lines", "pending")

_T = TypeVar("_T", Attendee, Item, Line)


class Pending(Struct, frozen=True, omit_defaults=True):
    """Text that is in the composer and not yet entered, and where the cursor stood.

    ``item_id`` is the item it would go to, ``line_id`` the line that is being edited, if any;
    ``aside`` is then what had been begun before the edit, and waits for its end. ``after`` or
    ``before`` is the line beside which the text is put in between others; ``item_id`` is then
    the item to go back to. ``under_way`` is the item that line mode was last in, where text that
    waits elsewhere keeps ``item_id``.
    """

    text: str
    item_id: int | None = None
    line_id: int | None = None
    cursor: int = 0
    aside: str = ""
    after: int | None = None
    before: int | None = None
    under_way: int | None = None

    @property
    def place(self) -> int | None:
        """The item that was last under way; None for the place before the first."""
        return self.item_id if self.under_way is None else self.under_way


def placed(pending: Pending | None, item_id: int | None) -> Pending:
    """Return what is pending with the item that is under way. Waiting text keeps its own item."""
    if pending is None or not (pending.text or pending.aside or pending.line_id is not None):
        return Pending("", item_id)
    return replace(pending, under_way=item_id)


class _ItemLines(Struct, frozen=True):
    """The lines of one item as records: by their numbers, and as they stand in the file."""

    lines: tuple[Line, ...]
    rows: list[bytes]
    records: dict[str, bytes]
    text: bytes


class Encoder:
    """Makes the tables of a meeting, and remembers the records that did not change.

    A meeting is immutable, so a line that is the same object in the same place has the same
    record, and an item with the same lines the same text in the file: a save encodes what was
    touched since the last one, and goes through no more than the items that were touched.
    """

    def __init__(self) -> None:
        self._known: dict[str, dict[int, tuple[object, int, bytes]]] = {}
        self._items: dict[int, _ItemLines] = {}
        self._lines: tuple[list[_ItemLines], LaidOut] = ([], LaidOut({}))

    def tables(self, meeting: Meeting, pending: Pending | None) -> Encoded:
        """The five tables, their records encoded."""
        head = msgspec.to_builtins(replace(meeting, attendance=(), items=()))
        return {
            "meeting": LaidOut({"1": encode_record(head)}),
            "attendance": self._rows("attendance", meeting.attendance),
            "items": self._rows("items", meeting.items),
            "lines": self._all_lines(meeting),
            "pending": LaidOut(
                {"1": encode_record(msgspec.to_builtins(pending))} if pending else {}
            ),
        }

    def _rows(self, table: str, things: Iterable[Attendee | Item]) -> LaidOut:
        before = self._known.get(table, {})
        now: dict[int, tuple[object, int, bytes]] = {}
        for order, thing in enumerate(things):
            known = before.get(thing.id)
            if known is None or known[0] is not thing or known[1] != order:
                known = (thing, order, encode_record(_record(thing, 0, order)))
            now[thing.id] = known
        self._known[table] = now
        return LaidOut({str(number): known[2] for number, known in now.items()})

    def _all_lines(self, meeting: Meeting) -> LaidOut:
        before, table = self._lines
        items = [self._lines_of(item) for item in meeting.items]
        self._items = {item.id: known for item, known in zip(meeting.items, items, strict=True)}
        if len(items) == len(before) and all(map(operator.is_, items, before)):
            return table
        records: dict[str, bytes] = {}
        for known in items:
            records.update(known.records)
        text = b",\n".join([known.text for known in items if known.rows])
        # Should two lines ever have one number, a file that says it twice could not be read.
        alone = len(records) == sum(len(known.rows) for known in items)
        table = LaidOut(records, text if alone else None)
        self._lines = (items, table)
        return table

    def _lines_of(self, item: Item) -> _ItemLines:
        known = self._items.get(item.id)
        if known is not None and known.lines is item.lines:
            return known
        lines, old = item.lines, known.rows if known is not None else []
        same = list(map(operator.is_, lines, known.lines)) if known is not None else []
        same += [False] * (len(lines) - len(same))
        rows = [
            old[order] if same[order] else encode_record(_record(line, item.id, order))
            for order, line in enumerate(lines)
        ]
        records = {str(line.id): row for line, row in zip(lines, rows, strict=True)}
        return _ItemLines(lines, rows, records, lay_out_records(records))


def _record(thing: Attendee | Item | Line, under: int, order: int) -> Record:
    if isinstance(thing, Line):
        # The kind always stands there, so that other programs can ask for it.
        return {
            "id": thing.id,
            "item": under,
            "order": order,
            "kind": thing.kind.value,
            **msgspec.to_builtins(thing),
        }
    if isinstance(thing, Item):
        thing = replace(thing, lines=())
    return {"id": thing.id, "order": order, **msgspec.to_builtins(thing)}


def assemble(tables: Tables) -> tuple[Meeting, Pending | None]:
    """The meeting that the tables hold, and what was pending.

    Raises msgspec.ValidationError when a record is not of the model, KeyError when the head
    is missing or a line stands under an item that is not there.
    """
    meeting = msgspec.convert(tables["meeting"]["1"], Meeting)
    items = _in_order(tables.get("items", {}), Item)
    lines: dict[int, list[Line]] = {item.id: [] for item in items}
    rows = sorted(tables.get("lines", {}).values(), key=_order)
    for row, line in zip(rows, msgspec.convert(rows, list[Line]), strict=True):
        lines[row["item"]].append(line)
    pending = tables.get("pending", {}).get("1")
    return (
        put_together(meeting, _in_order(tables.get("attendance", {}), Attendee), items, lines),
        None if pending is None else msgspec.convert(pending, Pending),
    )


def put_together(
    head: Meeting,
    attendance: Iterable[Attendee],
    items: Iterable[Item],
    lines: dict[int, list[Line]],
) -> Meeting:
    """One meeting from its parts; ``lines`` are those of each item, by its id, in order."""
    people = tuple(attendance)
    whole = tuple(replace(item, lines=tuple(lines.get(item.id, ()))) for item in items)
    highest = max((line.id for row in lines.values() for line in row), default=0)
    return replace(
        head,
        attendance=people,
        items=whole,
        last_line=max(head.last_line, highest),
        last_item=max(head.last_item, *(item.id for item in whole), 0),
        last_attendee=max(head.last_attendee, *(person.id for person in people), 0),
    )


def _in_order(rows: dict[str, Record], kind: type[_T]) -> list[_T]:
    return msgspec.convert(sorted(rows.values(), key=_order), list[kind])  # type: ignore[valid-type]


def _order(row: Record) -> Any:
    return row["order"]
