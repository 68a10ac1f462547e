"""The meeting's particulars in a form: what stands in its head, as a notes file has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.suggester import SuggestFromList

from minute_taker.capture.notes_headings import VALUES
from minute_taker.composing.style import agree_to
from minute_taker.composing.style_reader import StyleRefused, available_styles, find_style
from minute_taker.minutes.changes import SetHead
from minute_taker.minutes.model import Meeting, Status
from minute_taker.minutes.text import clean
from minute_taker.minutes.when import format_date, format_time
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.form import FieldRefused, FormBox, FormRow
from minute_taker.screens.particulars.new_meeting import headings_of
from minute_taker.screens.parts.field import Field

#: The heading that a row stands for, its label and an example. The id of its field is the
#: heading with a hyphen for the space.
_ROWS = (
    ("committee", "Committee", "Health Select Committee"),
    ("council", "Council", "the council's name, where the title has it"),
    ("called", "In the text", "the Committee"),
    ("date", "Date", "18 February 2020"),
    ("time", "Began", "7.00 pm"),
    ("closed", "Closed", "8.35 pm; F2 for now"),
    ("venue", "Venue", "Committee Room 5, Civic Centre"),
    ("chair", "In the chair", "if it is not the Chairman of the attendance"),
    ("clerk", "Clerk", "name, telephone"),
    ("first minute", "First minute", "64, or 77/21"),
    ("quorum", "Quorum", "4"),
    ("status", "Status", "draft, agreed, or agreed 10 March 2020"),
    ("style", "House style", "hillingdon"),
)


def written(meeting: Meeting) -> dict[str, str]:
    """The head by the names of its headings, each value as it is typed."""
    head = headings_of(replace(meeting, attendance=(), items=()))
    day = f" {format_date(meeting.agreed_on)}" if meeting.agreed_on else ""
    head["status"] = f"agreed{day}" if meeting.status is Status.AGREED else "draft"
    return head


class DetailsScreen(Dialog[SetHead | None]):
    """Asks for the meeting's head; dismissed with what changes it, or with None after Esc.

    ``first`` is the heading whose field has the focus first. ``clock`` gives the local time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "closed_now", "Closed now", key_display="F2", priority=True,
                id="details.closed-now"),
    ]  # fmt: skip

    def __init__(
        self,
        meeting: Meeting,
        *,
        first: str = "committee",
        clock: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        super().__init__()
        self._meeting = meeting
        self._written = written(meeting)
        self._first = first
        self._clock = clock
        self._form = FormBox(self._rows(), self._result, title="The meeting")

    def compose(self) -> ComposeResult:
        yield self._form

    def _rows(self) -> Iterator[FormRow]:
        for heading, label, example in _ROWS:
            known: list[str] = []
            if heading == "style":
                known = list(available_styles())
            elif heading == "chair":
                known = [person.name for person in self._meeting.attendance]
            field = Field(
                self._written.get(heading, ""),
                id=_field(heading),
                placeholder=example,
                suggester=SuggestFromList(known, case_sensitive=False) if known else None,
            )
            yield FormRow(label, field)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(f"#{_field(self._first)}"))

    def action_closed_now(self) -> None:
        """The meeting closed just now."""
        field = self.query_one(f"#{_field('closed')}", Field)
        field.value = format_time(self._clock().time())
        field.cursor_position = len(field.value)
        field.focus()

    def _result(self) -> SetHead:
        """Return the change from the head as it was; raises FieldRefused."""
        values: dict[str, Any] = {}
        for heading, label, _ in _ROWS:
            field = _field(heading)
            typed = clean(self._form.text(field)).text
            if typed == self._written.get(heading, ""):
                continue
            try:
                values |= VALUES[heading](typed)
                if heading == "style" and typed:
                    find_style(typed)
                    # Who types a style's path here agrees to it.
                    agree_to(typed)
            except (ValueError, StyleRefused) as error:
                raise FieldRefused(field, f"{label}: {error}") from None
        return SetHead(values)


def _field(heading: str) -> str:
    return heading.replace(" ", "-")
