"""A look at what was read of files and pastes, before anything of it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from minute_taker.importing.setting_up import Source, put_in, read_paste, read_source
from minute_taker.minutes.changes import (
    Change,
    ChangeItem,
    MoveItem,
    RemoveItem,
    SetHead,
    Several,
    remove_attendee,
)
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Attendee, Item, Meeting, Part
from minute_taker.screens.attendance.attendance_changes import edited
from minute_taker.screens.attendance.attendee_form import AttendeeForm
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.item_title import ask_to_rename
from minute_taker.screens.particulars.details_screen import DetailsScreen
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.parts.part_words import PART_WORDS
from minute_taker.screens.parts.row_list import RowList
from minute_taker.screens.setting_up.file_screen import FileScreen
from minute_taker.screens.setting_up.taken_rows import Taken, TakenList, TakenRow, taken_rows

_STANDS = "It stands in the draft already, and stays as it is."
_READING = "Reading"


class TakenScreen(Dialog[Change | None]):
    """Shows what was read, each row as it will stand, to be changed or taken out.

    Dismissed with the change that puts it into the meeting ``before``, or with None after Esc.
    Where that is a draft that was ``begun``, what stands in it is not changed here. ``files`` are
    read on a thread, and ``pasted`` is a paste that was read; ``take`` is what Enter does, in
    words, and ``folders`` those in which more files are looked for.
    """

    AUTO_FOCUS = "TakenList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take it", key_display="Enter", id="taken.take"),
        Binding("e,E", "change", "Change", key_display="E", id="taken.change"),
        Binding("delete", "remove", "Leave out", key_display="Del", id="taken.remove"),
        Binding("2", "exempt", PART_WORDS[Part.EXEMPT], key_display="2", id="taken.exempt"),
        Binding("shift+up,less_than_sign", "move(-1)", "Earlier", key_display="<",
                id="taken.earlier"),
        Binding("shift+down,greater_than_sign", "move(1)", "Later", key_display=">",
                id="taken.later"),
        Binding("ctrl+o", "more", "Another file", key_display="^O", id="taken.more"),
        Binding("ctrl+z", "undo", "Undo", key_display="^Z", id="taken.undo"),
        Binding("escape", "cancel", "Take nothing", key_display="Esc", id="taken.cancel"),
    ]  # fmt: skip

    def __init__(
        self,
        before: Meeting,
        *,
        files: Sequence[Path] = (),
        pasted: Source | None = None,
        begun: bool = False,
        take: str = "Make the draft",
        folders: Sequence[Path] = (),
    ) -> None:
        super().__init__()
        #: What is not to be changed here.
        self._standing = before if begun else Meeting()
        self._files = tuple(files)
        self._pasted = pasted
        self._take = take
        self._folders = folders
        self._taken = Taken(before)
        #: What it was before each change, to go back to.
        self._steps: list[Taken] = []
        self._list = TakenList()
        self._reading: asyncio.Task[list[Source]] | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content("As it will stand")
            yield Static(id="summary", markup=False)
            yield self._list
            yield Static(id="detail", markup=False)
            yield Static(id="said", markup=False)
            yield KeyLine(labels={"take": self._take})

    def on_mount(self) -> None:
        if self._pasted is not None:
            self._put_in([self._pasted])
        if self._files:
            self._read(self._files)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        row = self._list.row if self.is_mounted else None
        if action == "take":
            return not self._is_reading and bool(self._taken.changes)
        if action == "undo":
            return bool(self._steps)
        if action == "change":
            return row is not None and row.what in ("head", "person", "item")
        if action in ("remove", "exempt", "move"):
            kinds = ("person", "item") if action == "remove" else ("item",)
            return row is not None and row.what in kinds and not row.there
        return super().check_action(action, parameters)

    # Reading

    @property
    def _is_reading(self) -> bool:
        return self._reading is not None and not self._reading.done()

    def _read(self, files: Sequence[Path]) -> None:
        """Read more files on a thread, and put them in with those that are there."""

        async def read() -> list[Source]:
            return await asyncio.to_thread(lambda: [read_source(path) for path in files])

        def done(reading: asyncio.Task[list[Source]]) -> None:
            if self.is_attached and not reading.cancelled():
                self._put_in(reading.result())

        self.query_one("#summary", Static).update(Content(_READING))
        self._reading = asyncio.create_task(read())
        self._reading.add_done_callback(done)

    def _put_in(self, sources: Sequence[Source]) -> None:
        """Put in what was read, after all that is there."""
        made = put_in(self._taken.meeting, sources)
        if made.rows or not self._taken.changes:
            self._step(self._taken.with_sources(made))
        self._say(next((source.refused for source in sources if source.refused), ""))

    # What is shown

    def _step(self, taken: Taken) -> None:
        self._steps.append(self._taken)
        self._taken = taken
        self._show()

    def _show(self) -> None:
        self._list.show(taken_rows(self._standing, self._taken))
        self.query_one("#summary", Static).update(Content(self._taken.summary))
        self.refresh_bindings()

    @on(RowList.Moved)
    def _moved(self) -> None:
        row = self._list.row
        self.query_one("#detail", Static).update(Content(row.detail if row else ""))
        self.refresh_bindings()

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(words))

    # Changing it

    def _do(self, change: Change | None, *, removes: bool = False) -> None:
        if change is None:
            return
        try:
            self._step(self._taken.changed(change, removes=removes))
        except Refused as why:
            self._say(str(why))

    def action_undo(self) -> None:
        """Take back what was changed or read last."""
        if self._steps:
            self._taken = self._steps.pop()
            self._show()

    def action_change(self) -> None:
        """Change the row under the cursor in the form that is its own."""
        row = self._list.row
        if row is None:
            return
        if row.there:
            self._say(_STANDS)
        elif row.what == "head":
            self._ask_for_head(str(row.place))
        elif person := self._person(row):
            form = AttendeeForm(self._taken.meeting, person)
            self.app.push_screen(form, partial(self._person_changed, person))
        elif item := self._item(row):
            ask_to_rename(self.app.push_screen, item, self._do)

    @on(RowList.Clicked)
    def _clicked(self) -> None:
        self.action_change()

    def _ask_for_head(self, first: str) -> None:
        self.app.push_screen(DetailsScreen(self._taken.meeting, first=first), self._head_changed)

    def _head_changed(self, change: SetHead | None) -> None:
        if change is not None and change.values:
            self._do(change)

    def _person_changed(self, before: Attendee, after: Attendee | None) -> None:
        if after is not None and after != before:
            self._do(edited(self._taken.meeting, before, after))

    def action_remove(self) -> None:
        """Leave the row under the cursor out."""
        row = self._list.row
        if row is not None and (person := self._person(row)):
            self._do(remove_attendee(self._taken.meeting, person.id), removes=True)
        elif row is not None and (item := self._item(row)):
            self._do(RemoveItem(item.id), removes=True)

    def action_exempt(self) -> None:
        """Make the item under the cursor exempt, or public."""

        def other(item: Item) -> Change:
            exempt = item.part is Part.PUBLIC
            part = Part.EXEMPT if exempt else Part.PUBLIC
            reason = item.exempt_paragraph if exempt else ""
            return ChangeItem(replace(item, part=part, exempt_paragraph=reason, lines=()))

        self._to_item(other)

    def action_move(self, by: int) -> None:
        """Put the item under the cursor one place earlier or later."""
        places = [item.id for item in self._taken.meeting.items]

        def moved(item: Item) -> Change | None:
            to = places.index(item.id) + by
            return MoveItem(item.id, to) if 0 <= to < len(places) else None

        self._to_item(moved)

    def _to_item(self, change: Callable[[Item], Change | None]) -> None:
        row = self._list.row
        if row is not None and (item := self._item(row)):
            self._do(change(item))

    def _person(self, row: TakenRow) -> Attendee | None:
        if row.what != "person":
            return None
        return next((one for one in self._taken.meeting.attendance if one.id == row.place), None)

    def _item(self, row: TakenRow) -> Item | None:
        return self._taken.meeting.item(int(row.place)) if row.what == "item" else None

    # More of it, and the end

    def action_more(self) -> None:
        """Choose more files."""

        def chosen(paths: Sequence[Path] | None) -> None:
            if paths:
                self._read(paths)

        self.app.push_screen(FileScreen("Another file", self._folders), chosen)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._put_in([read_paste(event.text)])

    def action_take(self) -> None:
        """Close with the change; a new meeting needs a committee first."""
        if not self._taken.meeting.committee:
            self._ask_for_head("committee")
        else:
            self.dismiss(Several(self._taken.changes))

    def action_cancel(self) -> None:
        """Close and take nothing."""
        self.dismiss(None)
