"""A new meeting: the committee, the day, the people and the agenda, on one short form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from minute_taker.drafts.listing import DraftSummary
from minute_taker.drafts.store import read_meeting
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Group, Meeting
from minute_taker.minutes.next_meeting import next_meeting
from minute_taker.minutes.when import format_date
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.form import FieldRefused, FormBox, FormRow
from minute_taker.screens.particulars.date_field import DateField, dated
from minute_taker.screens.particulars.new_meeting import (
    agenda_of,
    check_heading,
    headings_of,
    new_meeting,
    typed_meeting,
)
from minute_taker.screens.particulars.pasting_fields import Lines, ManyPasted, PastingField
from minute_taker.screens.parts.field import Field
from minute_taker.screens.parts.keys import key_name

if TYPE_CHECKING:
    from minute_taker.importing.setting_up import Source
    from minute_taker.minutes.changes import Change

#: The form's fields: the widget's id, the heading it stands for, its label and an example.
_FIELDS = (
    ("committee", "committee", "Committee", "Health Select Committee"),
    ("date", "date", "Date", ""),
    ("time", "time", "Time", "7.00 pm"),
    ("venue", "venue", "Venue", "Committee Room 5, Civic Centre"),
    ("first-minute", "first minute", "First minute", "64, or 77/21"),
    ("clerk", "clerk", "Clerk", "name, telephone"),
)
_LISTS = (("members", "members", "Members"), ("officers", "officers", "Officers"))
_GROUPS = {"members": Group.MEMBER, "officers": Group.OFFICER}


class NewMeetingScreen(Dialog[Meeting | None]):
    """Asks for a new meeting; dismissed with it, or with None after Esc.

    ``drafts`` are those there are: a committee among them can be taken over from its last
    meeting (members, standing items, next minute number). ``like`` is a draft to take over
    at once, ``folders`` are those in which its files are looked for.
    """

    AUTO_FOCUS = "#committee"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "take_over", "As last time", key_display="F2", priority=True,
                id="new-meeting.take-over"),
        Binding("ctrl+o", "files", "From files", key_display="^O", priority=True,
                id="new-meeting.files"),
    ]  # fmt: skip

    class _Followed(Message):
        """The committee's last meeting has been read."""

        def __init__(self, meeting: Meeting | None, refused: str = "") -> None:
            super().__init__()
            self.meeting = meeting
            self.refused = refused

    def __init__(
        self,
        drafts: Sequence[DraftSummary] = (),
        *,
        like: Path | None = None,
        folders: Sequence[Path] = (),
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        super().__init__()
        self._today = today
        self._folders = folders
        self._last = _latest(drafts)
        self._like = like
        # Headings that the form does not ask for, taken over as they are.
        self._carried: dict[str, str] = {}
        self._taken_over = ""
        self._form = FormBox(
            self._rows(), self._result, title="New meeting", save="Begin", enter_saves=False
        )

    def compose(self) -> ComposeResult:
        yield self._form

    def _rows(self) -> Iterator[Widget]:
        names = sorted({draft.committee for draft in self._last.values()})
        for field, _, label, example in _FIELDS:
            known = SuggestFromList(names, case_sensitive=False) if field == "committee" else None
            if field == "date":
                yield FormRow(label, DateField(id=field, today=self._today))
                continue
            yield FormRow(label, PastingField(id=field, placeholder=example, suggester=known))
            if field == "committee":
                yield Static(id="offer", markup=False)
        for field, _, label in _LISTS:
            example = "one a line: Ann Example (Chairman)"
            yield FormRow(label, Lines("", id=field, placeholder=example))
        yield FormRow("Agenda", Lines("", id="agenda", placeholder="one item a line"))

    def on_mount(self) -> None:
        if self._like is not None:
            self._follow(self._like)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "take_over" and self.is_mounted and self._known is None:
            return False
        return super().check_action(action, parameters)

    @property
    def _known(self) -> DraftSummary | None:
        """The last draft of the committee that is written in the form."""
        return self._last.get(self._form.text("committee").casefold())

    @on(DateField.Wrong)
    def _date_read(self, message: DateField.Wrong) -> None:
        self._form.refuse(message.why)

    @on(Input.Changed, "#committee")
    def _committee_changed(self) -> None:
        known = self._known
        words = ""
        if known is not None and known.committee.casefold() != self._taken_over:
            when = f" {format_date(known.date)}" if known.date else ""
            over = key_name(self, "new-meeting.take-over")
            words = f"Met{when}. {over}: members, standing items and number as last time"
        self.query_one("#offer", Static).update(Content(words))
        self.refresh_bindings()

    def action_take_over(self) -> None:
        """Fill in what follows from the committee's last meeting."""
        if self._known is not None:
            self._follow(self._known.path)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _follow(self, draft: Path) -> None:
        worker = get_current_worker()
        try:
            answer = self._Followed(next_meeting(read_meeting(draft)))
        except Refused as error:
            answer = self._Followed(None, str(error))
        if not worker.is_cancelled:
            self.post_message(answer)

    @on(_Followed)
    def _followed(self, message: _Followed) -> None:
        if message.meeting is None:
            self._form.refuse(message.refused)
            return
        headings = headings_of(message.meeting)
        asked = {"date": self._form.text("date")}
        for field, heading, *_ in _FIELDS:
            value = headings.pop(heading, "") or asked.get(field, "")
            self.query_one(f"#{field}", Field).value = value
        for field, heading, _ in _LISTS:
            self.query_one(f"#{field}", Lines).text = headings.pop(heading, "")
        self.query_one("#agenda", Lines).text = agenda_of(message.meeting)
        self._carried = headings
        self._taken_over = message.meeting.committee.casefold()
        self.query_one("#date", Field).focus()

    def _result(self) -> Meeting:
        """Return the meeting as the form has it; raises FieldRefused."""
        if not self._form.text("committee"):
            raise FieldRefused("committee", "A meeting needs a committee.")
        return new_meeting(self._headings(), self._form.text("agenda"))

    def _headings(self) -> dict[str, str]:
        """Return the headings as the form has them; raises FieldRefused."""
        headings = dict(self._carried)
        for field, heading, *_ in _FIELDS:
            typed = self._form.text(field)
            try:
                headings[heading] = dated(typed, self._today()) if field == "date" else typed
                check_heading(heading, headings[heading])
            except ValueError as error:
                sentence = str(error)
                raise FieldRefused(field, f"{sentence[:1].upper()}{sentence[1:]}.") from None
        return headings | {heading: self._form.text(field) for field, heading, _ in _LISTS}

    # From files and pastes

    def action_files(self) -> None:
        """Choose the files that have the agenda and the people."""
        from minute_taker.screens.setting_up.file_screen import FileScreen

        def chosen(paths: Sequence[Path] | None) -> None:
            if paths:
                self._look_at(files=paths)

        self.app.push_screen(FileScreen("The agenda, the people", self._folders), chosen)

    @on(ManyPasted)
    def _pasted(self, message: ManyPasted) -> None:
        from minute_taker.importing.setting_up import read_paste

        pasted = read_paste(message.text, people=_GROUPS.get(message.field))
        if pasted.refused:
            self._form.refuse(pasted.refused)
        else:
            self._look_at(pasted=pasted)

    def _look_at(self, *, files: Sequence[Path] = (), pasted: Source | None = None) -> None:
        """Show what was read, with what is typed here; a draft is made of both."""
        from minute_taker.screens.setting_up.taken_screen import TakenScreen

        try:
            before = typed_meeting(self._headings(), self._form.text("agenda"))
        except Refused as why:
            self._form.refuse_for(why)
            return

        def looked_at(change: Change | None) -> None:
            if change is not None:
                self.dismiss(change.apply(before)[0])

        screen = TakenScreen(before, files=files, pasted=pasted, folders=self._folders)
        self.app.push_screen(screen, looked_at)


def _latest(drafts: Sequence[DraftSummary]) -> dict[str, DraftSummary]:
    """The last draft of each committee that can be read, by the committee's name."""
    latest: dict[str, DraftSummary] = {}
    for draft in drafts:
        key = draft.committee.casefold()
        if not key or draft.problem:
            continue
        known = latest.get(key)
        if known is None or (
            draft.date is not None and (known.date is None or draft.date > known.date)
        ):
            latest[key] = draft
    return latest
