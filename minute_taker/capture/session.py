"""One sitting with a meeting at the keyboard: what is typed, line by line, becomes changes.

A :class:`Session` takes what is typed and answers each line with a :class:`Result`. It never
raises for anything typed: what cannot be done is refused in one sentence, and the meeting stays
as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from msgspec.structs import replace

from minute_taker.capture import language
from minute_taker.capture.batch import Batch, plain_entries
from minute_taker.capture.editing import headed_further, item_from, line_from
from minute_taker.capture.entries import Entry, ItemEntry, LineEntry
from minute_taker.capture.meeting_editor import MeetingEditor
from minute_taker.capture.results import Result, controls_in_words
from minute_taker.capture.titles import item_meant
from minute_taker.capture.unsigned import read_unsigned
from minute_taker.minutes.changes import (
    AddItem,
    AddLine,
    Change,
    ChangeItem,
    ChangeRefused,
    Several,
)
from minute_taker.minutes.model import HeadingKind, Item, Kind
from minute_taker.minutes.text import LONGEST_LINE, clean

__all__ = ["Result", "Session"]


class Session(MeetingEditor):
    """A meeting under work, and what is typed into it."""

    def enter(self, raw: str) -> Result:
        """Take one typed line: a line of the minutes, a heading, a command or a mend."""
        return self._answered(lambda: self._enter(raw))

    def take(self, entry: Entry) -> Result:
        """Take what has been parsed already."""
        return self._answered(lambda: self._take(entry))

    def read(self, raw: str) -> Entry:
        """Return what a line is where the next one goes, which words without a sign tell by."""
        return read_unsigned(raw, language.parse(raw), self.under, self.meeting.attendance)

    def enter_many(self, text: str) -> Result:
        """Take a paste of any number of paragraphs, undone as one; nothing in it is a command."""
        return self._answered(lambda: self._enter_lines(self.lines_of_paste(text), text))

    def enter_lines(self, lines: Sequence[str]) -> Result:
        """Take many lines of the language as one change; nothing in them is a command."""
        return self._answered(lambda: self._enter_lines(lines, "".join(lines)))

    def lines_of_paste(self, text: str) -> list[str]:
        """The lines that :meth:`enter_many` would take of a paste, to be looked at first."""
        from minute_taker.capture.paste import lines_of_paste

        return lines_of_paste(text, self.line_before)

    def put_first(self, item_id: int, raw: str) -> Result:
        """Put a line first in an item, under what the agenda says; the next goes where it did."""

        def put() -> Result:
            item, entry = self.meeting.item(item_id), language.parse(raw)
            if item is None or not isinstance(entry, LineEntry):
                raise ChangeRefused("it can't stand in the place of the sentence")
            line = line_from(entry, self.meeting.last_line + 1, self._now())
            at = sum(1 for _ in takewhile(lambda one: one.kind is Kind.AGENDA, item.lines))
            return replace(self._do(AddLine(item_id, line, at)), outcome="saved")

        return self._answered(put)

    def add_item(self, entry: ItemEntry) -> Result:
        """Put a new item at the end of the agenda and go to it."""
        return self._answered(lambda: self._add_item(entry))

    def _enter(self, raw: str) -> Result:
        if len(raw) > LONGEST_LINE and len(clean(raw).text) > LONGEST_LINE:
            raise ChangeRefused(
                f"a paragraph is at most {LONGEST_LINE:,} characters long; divide this one"
            )
        return self._take(self.read(raw))

    def _take(self, entry: Entry) -> Result:
        if isinstance(entry, LineEntry):
            return self._add_line(entry)
        if isinstance(entry, ItemEntry):
            return self._open_item(entry)
        # Most lines are no command, and what commands need takes time to load.
        from minute_taker.capture.command_handlers import run_command

        return run_command(self, entry)

    def _add_line(self, entry: LineEntry) -> Result:
        line = line_from(entry, self.meeting.last_line + 1, self._now())
        place = self._place()
        change: Change
        if place is None:
            place = self.meeting.last_item + 1
            change = AddItem(Item(id=place, heading=HeadingKind.NONE, lines=(line,)), 0)
        else:
            change = AddLine(place, line, self._index())
        self._do(change, to=place, last=line.id)
        return Result("saved", (line.id,), place, controls_in_words(entry.controls))

    def _open_item(self, entry: ItemEntry) -> Result:
        """Go to the item that waits under that title, whole or begun, or add one."""
        waiting = item_meant(self.meeting, entry)
        if waiting is None:
            return self._add_item(entry)
        changed = headed_further(waiting, entry)
        if changed != waiting:
            self._do(ChangeItem(changed), to=waiting.id)
        result = self.go(waiting.id)
        exact = waiting.title.casefold() == entry.title.casefold()
        return result if exact else replace(result, message=f"this is “{waiting.title}”")

    def _add_item(self, entry: ItemEntry) -> Result:
        item = item_from(entry, self.meeting.last_item + 1)
        result = self._do(AddItem(item), to=item.id)
        return replace(result, outcome="saved", item=item.id)

    def _enter_lines(self, lines: Sequence[str], typed: str) -> Result:
        batch = Batch(self.meeting, self._place(), self._now(), self._index())
        people = self.meeting.attendance
        for entry in plain_entries(lines, self.lines_above, people):
            batch.add(entry)
        changes = batch.changes()
        if changes:
            last = batch.line_ids[-1] if batch.line_ids else None
            self._do(Several(changes), to=batch.place, last=last)
        elif batch.place == self._item_id:
            return Result("nothing")
        if batch.place != self._item_id:
            self.go(batch.place)
        said = controls_in_words(clean(typed).controls)
        return Result("saved", batch.line_ids, batch.place, said)
