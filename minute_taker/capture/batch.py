"""Many lines as one change: a paste, or anything else that comes in as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from minute_taker.capture.editing import headed_further, item_from, line_from
from minute_taker.capture.entries import Blank, Entry, ItemEntry, LineEntry
from minute_taker.capture.language import parse
from minute_taker.capture.titles import waiting_item
from minute_taker.capture.unsigned import read_unsigned, stands_under
from minute_taker.minutes.changes import AddItem, Change, ChangeItem, SetLines
from minute_taker.minutes.model import Attendee, HeadingKind, Item, Kind, Line, Meeting
from minute_taker.minutes.text import clean


def plain_entries(
    lines: Iterable[str], above: Iterable[Line] = (), people: Sequence[Attendee] = ()
) -> Iterator[LineEntry | ItemEntry]:
    """The lines and headings in ``lines``; what would be a command or a mend is kept as text.

    Words without a sign are what they are after the line that they follow: of ``above``, those
    of the item from the last one up, for the first of them.
    """
    under: Line | LineEntry | None = stands_under(above)
    for raw in lines:
        entry = parse(raw)
        if isinstance(entry, ItemEntry):
            under = None
            yield entry
        elif not isinstance(entry, Blank):
            read = read_unsigned(raw, entry, under, people)
            line = _line_entry(raw, read)
            under = stands_under((line,)) or under
            yield line


def line_entries(lines: Iterable[str]) -> Iterator[LineEntry]:
    """As :func:`plain_entries`, with what would be a heading kept as text."""
    for raw in lines:
        entry = parse(raw)
        if not isinstance(entry, Blank):
            yield _line_entry(raw, entry)


def _line_entry(raw: str, entry: Entry) -> LineEntry:
    """The line that ``raw`` was read as, or a line of its words where it was read otherwise."""
    if isinstance(entry, LineEntry):
        return entry
    cleaned = clean(raw)
    return LineEntry(Kind.TEXT, cleaned.text, controls=cleaned.controls)


class Batch:
    """Gathers the changes that put entries into a meeting, the first into the item ``place``.

    ``place`` is then the item to be in after them. Each item's lines go in as one change, at
    its end; those of ``place`` after its first ``at`` lines, where that is given.
    """

    def __init__(
        self, meeting: Meeting, place: int | None, now: dt.datetime | None, at: int | None = None
    ) -> None:
        self.place = place
        self._inserted = (place, at)
        self._meeting = meeting
        self._now = now
        self._first_line = self._next_line = meeting.last_line + 1
        self._next_item = meeting.last_item + 1
        self._new: dict[int, Item] = {}
        self._held: dict[int, list[Line]] = {}
        self._headed: dict[int, Item] = {}

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
        if self.place is not None:
            self._held.setdefault(self.place, []).append(line)

    def changes(self) -> tuple[Change, ...]:
        """Everything gathered."""
        made: list[Change] = [ChangeItem(item) for item in self._headed.values()]
        for item in self._new.values():
            at = 0 if item.heading is HeadingKind.NONE else None
            made.append(AddItem(replace(item, lines=tuple(self._held.pop(item.id, ()))), at))
        for item in self._meeting.items:
            if held := self._held.get(item.id):
                place, at = self._inserted
                at = at if item.id == place and at is not None else len(item.lines)
                made.append(SetLines(item.id, (*item.lines[:at], *held, *item.lines[at:])))
        return tuple(made)

    def _open(self, entry: ItemEntry) -> None:
        """A heading: of the item under work, of one that waits for its lines, or a new one."""
        here = self._meeting.item(self.place) if self.place is not None else None
        same = here is not None and here.title.casefold() == entry.title.casefold()
        if here is not None and same and entry.title and self.place not in self._new:
            self._head_further(here, entry)
            return
        waiting = waiting_item(self._meeting, entry)
        if waiting is not None and waiting.id not in self._held:
            self.place = waiting.id
            self._head_further(waiting, entry)
        else:
            self._begin(item_from(entry, self._next_item))

    def _head_further(self, item: Item, entry: ItemEntry) -> None:
        """A mark of Part II counts on an item that is there already, too."""
        before = self._headed.get(item.id, item)
        changed = headed_further(before, entry)
        if changed != before:
            self._headed[item.id] = changed

    def _begin(self, item: Item) -> None:
        self._new[item.id], self.place = item, item.id
        self._next_item += 1
