"""One person of the attendance, to be filled in or corrected."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Input

from minute_taker.minutes.model import Attendee, Group, Meeting
from minute_taker.minutes.names import folded
from minute_taker.minutes.people import CODE, FREE_CODES, make_code
from minute_taker.minutes.text import clean
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.form import FieldRefused, FormBox, FormRow
from minute_taker.screens.parts.choice import Choice
from minute_taker.screens.parts.field import Field

_GROUPS = tuple(Group)
_GROUP_WORDS = ("Member", "Co-opted", "Officer", "Also present")
_NO_YES = ("no", "yes")


class AttendeeForm(Dialog[Attendee | None]):
    """Asks for a person; dismissed with them, or with None after Esc.

    The code follows the name until the clerk writes one.
    """

    AUTO_FOCUS = "#name"

    def __init__(self, meeting: Meeting, person: Attendee | None = None) -> None:
        super().__init__()
        self._others = [p for p in meeting.attendance if person is None or p.id != person.id]
        self._person = person or Attendee(id=meeting.last_attendee + 1, name="", code="")
        # The code that was offered last: another one is the clerk's own.
        self._offered = "" if person is None else self._make_code(person.name)
        self._form = FormBox(
            self._rows(), self._result, title=person.name if person else "Add a person"
        )

    def compose(self) -> ComposeResult:
        yield self._form

    def _rows(self) -> Iterator[FormRow]:
        person = self._person
        members = [p.name for p in self._others if p.group is Group.MEMBER]
        yield FormRow("Name", Field(person.name, id="name"))
        yield FormRow("Role or post", Field(person.post, id="post", placeholder="Chairman"))
        yield FormRow("Group", Choice(_GROUP_WORDS, _GROUPS.index(person.group), id="group"))
        yield FormRow("Code  @", Field(person.code, id="code", offered=True))
        yield FormRow("Organisation", Field(person.organisation, id="organisation"))
        stands_in = Field(
            person.substitute_for,
            id="stands-in",
            suggester=SuggestFromList(members, case_sensitive=False),
        )
        yield FormRow("Stands in for", stands_in)
        yield FormRow("Remote", Choice(_NO_YES, int(person.remote), id="remote"))
        yield FormRow("Independent", Choice(_NO_YES, int(person.independent), id="independent"))
        yield FormRow(
            "Surname", Field(person.called, id="called", placeholder="where it is several words")
        )

    @on(Input.Changed, "#name")
    def _follow_name(self, event: Input.Changed) -> None:
        code = self.query_one("#code", Field)
        if code.value == self._offered:
            self._offered = self._make_code(event.value) if event.value.strip() else ""
            code.value = self._offered

    def _make_code(self, name: str) -> str:
        return make_code(name, (other.code for other in self._others))

    def _result(self) -> Attendee:
        """Return the person as the form has them; raises FieldRefused."""
        name = clean(self._form.text("name")).text
        if not name:
            raise FieldRefused("name", "A person needs a name.")
        return replace(
            self._person,
            name=name,
            called=self._checked_surname(name),
            post=clean(self._form.text("post")).text,
            group=_GROUPS[self._form.choice("group")],
            code=self._checked_code(name),
            organisation=clean(self._form.text("organisation")).text,
            substitute_for=self._checked_member(),
            remote=bool(self._form.choice("remote")),
            independent=bool(self._form.choice("independent")),
        )

    def _checked_surname(self, name: str) -> str:
        words = clean(self._form.text("called")).text
        if words and not folded(name).endswith(folded(words)):
            raise FieldRefused("called", "The surname is the end of the name.")
        return words

    def _checked_code(self, name: str) -> str:
        code = self._form.text("code").lstrip("@").lower() or self._make_code(name)
        if not CODE.fullmatch(code):
            raise FieldRefused("code", "A code is a letter and then letters or digits, 12 at most.")
        if code in FREE_CODES:
            raise FieldRefused("code", f"@{code} always means {FREE_CODES[code]}.")
        taken = next((other for other in self._others if other.code == code), None)
        if taken is not None:
            raise FieldRefused("code", f"@{code} is {taken.name}.")
        return code

    def _checked_member(self) -> str:
        words = clean(self._form.text("stands-in")).text
        if not words:
            return ""
        found = [other for other in self._others if other.name.lower() == words.lower()]
        if not found:
            raise FieldRefused("stands-in", "Nobody of that name is in the attendance.")
        return found[0].name
