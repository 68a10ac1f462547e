"""The meeting's particulars in a form: what stands in its head, as a notes file has it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.suggester import SuggestFromList

from minute_taker.capture.notes_headings import HEADINGS, HeadField, number_told
from minute_taker.composing.style import agree_to
from minute_taker.composing.style_reader import StyleRefused, available_styles, find_style
from minute_taker.minutes.changes import SetHead
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.text import clean
from minute_taker.minutes.when import format_time
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.form import FieldRefused, FormBox, FormRow
from minute_taker.screens.particulars.date_field import DateField, dated
from minute_taker.screens.parts.field import Field


def written(meeting: Meeting) -> dict[str, str]:
    """Return the head by the names of its headings, each value as it is typed."""
    return {heading.name: heading.write(meeting) for heading in HEADINGS}


_AGREED = re.compile(r"agreed\s+(?:on\s+)?(\S.*)", re.IGNORECASE)


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
        for heading in HEADINGS:
            known: list[str] = []
            if heading.name == "style":
                known = list(available_styles())
            elif heading.name == "chair":
                known = [person.name for person in self._meeting.attendance]
            if heading.name == "date":
                yield FormRow(heading.label, self._date_field(heading))
                continue
            field = Field(
                self._written[heading.name],
                id=_field(heading.name),
                placeholder=heading.example,
                suggester=SuggestFromList(known, case_sensitive=False) if known else None,
            )
            yield FormRow(heading.label, field)

    def _date_field(self, heading: HeadField) -> DateField:
        return DateField(self._written[heading.name], id=_field(heading.name), today=self._today)

    def _today(self) -> dt.date:
        return self._clock().date()

    @on(DateField.Wrong)
    def _date_read(self, message: DateField.Wrong) -> None:
        self._form.refuse(f"Date: {message.why}" if message.why else "")

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
        for heading in HEADINGS:
            field = _field(heading.name)
            typed = clean(self._form.text(field)).text
            if typed == self._written[heading.name]:
                continue
            try:
                values |= heading.read(self._in_full(heading.name, typed))
                number_told(values, values.get("date", self._meeting.date))
                if heading.name == "style" and typed:
                    find_style(typed)
                    # Who types a style's path here agrees to it.
                    agree_to(typed)
            except (ValueError, StyleRefused) as error:
                raise FieldRefused(field, f"{heading.label}: {error}") from None
        return SetHead(values)

    def _in_full(self, heading: str, typed: str) -> str:
        """Return what was typed with its date in full; raises ValueError."""
        if heading == "date":
            return dated(typed, self._today())
        agreed = _AGREED.fullmatch(typed) if heading == "status" else None
        return f"agreed {dated(agreed[1], self._today())}" if agreed else typed


def _field(heading: str) -> str:
    return heading.replace(" ", "-")
