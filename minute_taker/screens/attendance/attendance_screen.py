"""Who is here: the people of the meeting, marked by one or two keys each.

The screen changes nothing itself. Every change goes to ``on_change``, so that undo, the save
and the title line see it as they see a typed line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Static

from minute_taker.capture.corrections import mentions, text_corrections
from minute_taker.minutes.changes import (
    Change,
    add_attendee,
    all_present,
    remove_attendee,
)
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Attendee, Meeting, State
from minute_taker.minutes.presence import standing
from minute_taker.minutes.text import clean
from minute_taker.minutes.when import format_time, parse_time
from minute_taker.screens.attendance import attendance_changes
from minute_taker.screens.attendance.attendance_changes import Verb
from minute_taker.screens.attendance.attendance_rows import PersonList, order_of, person_rows
from minute_taker.screens.attendance.attendee_form import AttendeeForm
from minute_taker.screens.dialogs.ask import Ask
from minute_taker.screens.dialogs.confirm import Confirm
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.help.help_screen import HelpScreen
from minute_taker.screens.parts.key_line import KeyLine

#: The keys that are there only while somebody is looked for, and then alone.
_WHILE_FINDING = ("found", "whole")
_NOBODY = (
    "Nobody is in the attendance yet.\n\n"
    "Press N to add the first person: a name, and their role or post. Each gets a code of "
    "their initials, which @ calls them by in the minutes."
)
_NOBODY_FOUND = "No name or code begins so. Esc shows everybody again."
_SAID = {
    State.EXPECTED: "is expected",
    State.PRESENT: "is present",
    State.APOLOGIES: "sent apologies",
    State.ABSENT: "is absent",
}
_ASKED: dict[Verb, str] = {
    "late": "{} arrives at",
    "out": "{} leaves at",
    "in": "{} returns at",
}
_MOVED: dict[Verb, str] = {"late": "arrived", "out": "left", "in": "returned"}


def tally(meeting: Meeting) -> str:
    """``7 of 8 members present``, with the quorum where the meeting has one."""
    count = standing(meeting)
    words = f"{count.members_present} of {count.members_expected} members present"
    if meeting.quorum is None:
        return words
    short = count.members_present < meeting.quorum
    return f"{words}, {'below the' if short else ''} quorum of {meeting.quorum}".replace("  ", " ")


def _is_expected(person: Attendee) -> bool:
    return person.state is State.EXPECTED


class AttendanceScreen(Dialog[None]):
    """The attendance, over the capture screen; Esc goes back to it.

    ``item_id`` is the item under way, in which arrivals and departures are taken down (None:
    before the first). ``on_change`` does a change and gives the meeting as it then stands; it
    may raise Refused. ``on_undo`` takes back the last change, and gives the meeting likewise;
    without it there is no undo here. ``at_person`` is whom the cursor stands on first.
    ``clock`` gives the local time.
    """

    AUTO_FOCUS = "PersonList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,P", "mark('present')", "Present", key_display="P", id="attendance.present"),
        Binding("t,T", "all_present", "All present", key_display="T",
                id="attendance.all-present"),
        Binding("a,A", "mark('apologies')", "Apologies", key_display="A",
                id="attendance.apologies"),
        Binding("x,X", "mark('absent')", "Absent", key_display="X", id="attendance.absent"),
        Binding("l,L", "move('late')", "Late", key_display="L", id="attendance.late"),
        Binding("o,O", "move('out')", "Left", key_display="O", id="attendance.out"),
        Binding("i,I", "move('in')", "Back", key_display="I", id="attendance.in"),
        Binding("s,S", "substitute", "Substitute", key_display="S", id="attendance.substitute"),
        Binding("n,N", "add", "New", key_display="N", id="attendance.add"),
        Binding("enter", "found", "To the person", key_display="Enter", id="attendance.found"),
        Binding("escape", "whole", "Whole list", key_display="Esc", id="attendance.whole"),
        Binding("enter,e,E", "edit", "Edit", key_display="Enter", id="attendance.edit"),
        Binding("delete", "remove", "Remove", key_display="Del", id="attendance.remove"),
        Binding("slash", "find", "Find", key_display="/", id="attendance.find"),
        Binding("ctrl+z", "undo", "Undo", key_display="^Z", id="attendance.undo"),
        Binding("f1", "help", "Help", key_display="F1", id="attendance.help"),
        Binding("escape,f8", "close", "Done", key_display="Esc", id="attendance.close"),
    ]  # fmt: skip

    def __init__(
        self,
        meeting: Meeting,
        *,
        item_id: int | None,
        on_change: Callable[[Change], Meeting],
        clock: Callable[[], dt.datetime] = dt.datetime.now,
        on_undo: Callable[[], Meeting] | None = None,
        at_person: int | None = None,
    ) -> None:
        super().__init__()
        self._meeting = meeting
        self._item_id = item_id
        self._on_change = on_change
        self._on_undo = on_undo
        self._clock = clock
        self._at_person = at_person
        self._order = order_of(meeting.attendance)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content("People")
            yield Static(id="tally", markup=False)
            yield PersonList(escape_clears=False)
            yield Static(Content(_NOBODY), id="empty")
            yield Static(id="said", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        self._show(self._at_person)

    @property
    def meeting(self) -> Meeting:
        """The meeting as it now stands."""
        return self._meeting

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        finding = self.is_mounted and self._list.finding
        if (action in _WHILE_FINDING) is not finding and action != "help":
            return False
        if action == "undo" and self._on_undo is None:
            return False
        if action == "all_present" and not any(map(_is_expected, self._meeting.attendance)):
            return False
        on_a_person = ("mark", "move", "substitute", "edit", "remove")
        if action in on_a_person and self.is_mounted and self._person is None:
            return None
        return super().check_action(action, parameters)

    # What is shown

    @property
    def _list(self) -> PersonList:
        return self.query_one(PersonList)

    @property
    def _person(self) -> Attendee | None:
        row = self._list.row
        return row.person if row else None

    def _show(self, onto: int | None = None) -> None:
        self._order += tuple(p.id for p in self._meeting.attendance if p.id not in self._order)
        self._list.show(person_rows(self._meeting, self._order, self._list.words), onto=onto)
        finding, somebody = self._list.finding, bool(self._list.rows)
        self.set_class(not somebody, "-nobody")
        if not somebody:
            nobody = _NOBODY_FOUND if self._meeting.attendance else _NOBODY
            self.query_one("#empty", Static).update(Content(nobody))
        found = f"   Find: {self._list.words}_" if finding else ""
        self.query_one("#tally", Static).update(Content(tally(self._meeting) + found))
        self.refresh_bindings()

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(sentence))

    def _do(self, change: Change, said: str, *, onto: int | None = None) -> None:
        try:
            self._meeting = self._on_change(change)
        except Refused as error:
            self._say(str(error))
            return
        self._say(said)
        self._show(onto)

    # The keys

    def action_mark(self, state: str) -> None:
        """Mark the person under the cursor as present, with apologies, or absent."""
        person = self._person
        if person is None:
            return
        wanted = State(state)
        if person.state is not wanted:
            change = attendance_changes.mark(self._meeting, person, wanted)
            self._do(change, f"{person.name} {_SAID[wanted]}.")
        elif wanted is State.PRESENT and person.id not in standing(self._meeting).present:
            self._say(f"{person.name} is out of the room: I when they are back.")

    def action_all_present(self) -> None:
        """Everybody who was expected is present."""
        number = sum(map(_is_expected, self._meeting.attendance))
        said = "Who was expected is present." if number == 1 else f"All {number} are present."
        self._do(all_present(self._meeting), said)

    def action_move(self, verb: Verb) -> None:
        """Take down that the person under the cursor arrives, leaves or returns: when?"""
        person = self._person
        if person is None:
            return
        here = person.id in standing(self._meeting).present
        doubt = ""
        if verb == "out" and not here:
            doubt = "They are not recorded as being in the room."
        elif verb == "in" and here:
            doubt = "They are recorded as being in the room."
        question = Ask(
            _ASKED[verb].format(person.name),
            format_time(self._clock().time()),
            words=doubt,
            check=lambda text: format_time(parse_time(text)),
        )
        self.app.push_screen(question, lambda at: self._moved(person, verb, at))

    def _moved(self, person: Attendee, verb: Verb, at: str | None) -> None:
        if at is None:
            return
        try:
            change = attendance_changes.move(
                self._meeting,
                person,
                verb,
                parse_time(at),
                item_id=self._item_id,
                now=self._clock(),
            )
        except Refused as error:
            self._say(str(error))
            return
        self._do(change, f"{person.name} {_MOVED[verb]} at {at}.")

    def action_substitute(self) -> None:
        """Ask who stands in for the member under the cursor."""
        member = self._person
        if member is None:
            return
        now = next(
            (p.name for p in self._meeting.attendance if p.substitute_for == member.name), ""
        )
        others = [p.name for p in self._meeting.attendance if p.id != member.id]
        question = Ask(
            f"Who stands in for {member.name}?",
            now,
            words="Nothing written means that there is no substitute.",
            suggester=SuggestFromList(others, case_sensitive=False),
            check=lambda text: clean(text).text,
        )
        self.app.push_screen(question, lambda name: self._substituted(member, name))

    def _substituted(self, member: Attendee, name: str | None) -> None:
        if name is None:
            return
        if not name:
            change: Change = attendance_changes.no_substitute(self._meeting, member)
            self._do(change, f"{member.name} has no substitute.")
            return
        try:
            change = attendance_changes.substitute(self._meeting, member, name)
        except Refused as error:
            self._say(str(error))
            return
        self._do(change, f"{name} stands in for {member.name}.")

    def action_add(self) -> None:
        """Add somebody to the attendance."""
        self.app.push_screen(AttendeeForm(self._meeting), self._added)

    def _added(self, person: Attendee | None) -> None:
        if person is not None:
            said = f"{person.name} is added as @{person.code}."
            self._do(add_attendee(self._meeting, person), said, onto=person.id)

    def action_edit(self) -> None:
        """Correct the person under the cursor."""
        person = self._person
        if person is not None:
            form = AttendeeForm(self._meeting, person)
            self.app.push_screen(form, lambda edited: self._edited(person, edited))

    def _edited(self, before: Attendee, after: Attendee | None) -> None:
        if after is None or after == before:
            return
        said = f"{after.name} is changed."
        elsewhere = (
            text_corrections(self._meeting, before.name, after.name)
            if after.name != before.name
            else ()
        )
        if not elsewhere:
            self._do(attendance_changes.edited(self._meeting, before, after), said)
            return

        def answered(everywhere: bool | None) -> None:
            edit = attendance_changes.edited_everywhere if everywhere else attendance_changes.edited
            self._do(edit(self._meeting, before, after), said)

        places = "one place" if len(elsewhere) == 1 else f"{len(elsewhere)} places"
        question = Confirm(
            "Correct the name in the text?",
            f"“{before.name}” stands in {places} of the minutes, in full or by surname. "
            f"Write it there as “{after.name}” too?",
            yes="Correct it everywhere",
            no="Only here",
        )
        self.app.push_screen(question, answered)

    def action_remove(self) -> None:
        """Take the person under the cursor out, asking first."""
        person = self._person
        if person is None:
            return
        number = mentions(self._meeting, person.name, person.code)
        places = "one line" if number == 1 else f"{number} lines"
        words = f"Take {person.name} out of the attendance?"
        if number:
            words += f" They speak or are named in {places}, which stay as they are."

        def answered(yes: bool | None) -> None:
            if yes:
                change = remove_attendee(self._meeting, person.id)
                self._do(change, f"{person.name} is taken out.")

        self.app.push_screen(Confirm("Remove a person", words, yes="Remove", no="Keep"), answered)

    def action_find(self) -> None:
        """Narrow the list by what is typed next."""
        self._list.finding = True
        self._say("")
        self._show()

    @on(PersonList.Words)
    def _words_changed(self) -> None:
        self._say("")
        self._show()

    def action_found(self) -> None:
        """The whole list again, the cursor on the person found."""
        self._list.finding = False
        self._list.words = ""
        self._say("")
        self._show()

    def action_whole(self) -> None:
        """The whole list again."""
        self.action_found()

    def action_undo(self) -> None:
        """Take back the last change of the meeting."""
        if self._on_undo is not None:
            self._meeting = self._on_undo()
            self._say("Taken back.")
            self._show()

    def action_help(self) -> None:
        """The signs and the keys."""
        self.app.push_screen(HelpScreen(self, keys_first=True))

    def action_close(self) -> None:
        """Back to the capture screen."""
        self.dismiss(None)
