"""Many lines as one change: a paste, or anything else that comes in as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from minute_taker.capture.editing import item_from, line_from
from minute_taker.capture.entries import Blank, ItemEntry, LineEntry
from minute_taker.capture.language import parse
from minute_taker.minutes.changes import AddItem, AddLine, Change
from minute_taker.minutes.model import HeadingKind, Item, Kind, Line, Meeting
from minute_taker.minutes.text import clean


def plain_entries(lines: Iterable[str]) -> Iterator[LineEntry | ItemEntry]:
    """The lines and headings in ``lines``; what would be a command or a mend is kept as text."""
    for raw in lines:
        entry = parse(raw)
        if isinstance(entry, LineEntry | ItemEntry):
            yield entry
        elif not isinstance(entry, Blank):
            cleaned = clean(raw)
            yield LineEntry(Kind.TEXT, cleaned.text, controls=cleaned.controls)


def waiting_item(meeting: Meeting, entry: ItemEntry) -> Item | None:
    """The item of the heading's title that still has no line, or None."""
    title = entry.title.casefold()
    for item in meeting.items:
        if title and not item.lines and item.title.casefold() == title:
            return item if item.heading is entry.heading else None
    return None


class Batch:
    """Gathers the changes that put entries into a meeting, the first into the item ``place``.

    ``place`` is then the item to be in after them. Lines of a new item go in with it.
    """

    def __init__(self, meeting: Meeting, place: int | None, now: dt.datetime | None) -> None:
        self.place = place
        self.controls = 0
        self._meeting = meeting
        self._now = now
        self._first_line = self._next_line = meeting.last_line + 1
        self._next_item = meeting.last_item + 1
        self._changes: list[Change] = []
        self._new: Item | None = None
        self._held: list[Line] = []

    @property
    def line_ids(self) -> tuple[int, ...]:
        """The ids of the lines that were added."""
        return tuple(range(self._first_line, self._next_line))

    def add(self, entry: LineEntry | ItemEntry) -> None:
        """Take the next entry."""
        if isinstance(entry, ItemEntry):
            self._open(entry)
            return
        if self.place is None:
            self._begin(Item(id=self._next_item, heading=HeadingKind.NONE))
        line = line_from(entry, self._next_line, self._now)
        self._next_line += 1
        self.controls += entry.controls
        if self._new is not None:
            self._held.append(line)
        elif self.place is not None:
            self._changes.append(AddLine(self.place, line))

    def changes(self) -> tuple[Change, ...]:
        """Everything gathered."""
        self._close()
        return tuple(self._changes)

    def _open(self, entry: ItemEntry) -> None:
        """A heading: of the item under work, of one that waits for its lines, or a new one."""
        here = self._meeting.item(self.place) if self.place is not None else None
        same = here is not None and here.title.casefold() == entry.title.casefold()
        if self._new is None and same and entry.title:
            return
        waiting = waiting_item(self._meeting, entry)
        if waiting is not None:
            self._close()
            self.place = waiting.id
            return
        self._begin(item_from(entry, self._next_item))

    def _begin(self, item: Item) -> None:
        self._close()
        self._new, self.place = item, item.id
        self._next_item += 1

    def _close(self) -> None:
        if self._new is not None:
            at = 0 if self._new.heading is HeadingKind.NONE else None
            self._changes.append(AddItem(replace(self._new, lines=tuple(self._held)), at))
        self._new, self._held = None, []
