"""Changes and their inverses: any run of them, undone and redone, gives the meetings between."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from minute_taker.minutes.changes import (
    AddItem,
    AddLine,
    Change,
    ChangeItem,
    ChangeLine,
    ChangeRefused,
    MoveItem,
    MoveLine,
    RemoveItem,
    RemoveLine,
    SetAttendance,
    SetHead,
    SetLines,
    Several,
    add_attendee,
    change_attendee,
    remove_attendee,
)
from minute_taker.minutes.model import (
    Attendee,
    Group,
    HeadingKind,
    Item,
    Kind,
    Line,
    Meeting,
    State,
    Status,
)
from minute_taker.minutes.undo_history import History

IDS = st.integers(0, 12)
PLACES = st.none() | st.integers(-2, 12)
TEXTS = st.text(max_size=8)
KINDS = st.sampled_from(list(Kind))
LINES = st.builds(Line, id=IDS, kind=KINDS, text=TEXTS)
HEADINGS = st.sampled_from(list(HeadingKind))
PEOPLE = st.lists(
    st.builds(
        Attendee,
        id=st.integers(1, 9),
        name=TEXTS,
        code=st.just("x"),
        group=st.sampled_from(list(Group)),
        state=st.sampled_from(list(State)),
    ),
    max_size=5,
    unique_by=lambda person: person.id,
)
HEADS = st.fixed_dictionaries(
    {},
    optional={
        "committee": TEXTS,
        "date": st.none() | st.dates(),
        "start": st.none() | st.times(),
        "quorum": st.none() | st.integers(0, 20),
        "status": st.sampled_from(list(Status)),
        "agreed_on": st.none() | st.dates(),
        "no such field": TEXTS,
    },
)


def without_counters(meeting: Meeting) -> Meeting:
    return replace(meeting, last_line=0, last_item=0, last_attendee=0)


class MeetingEditor(RuleBasedStateMachine):
    """Holds a history against a plain list of the meetings that it should go through."""

    @initialize()
    def begin(self) -> None:
        self.history = History(Meeting())
        self.past: list[Meeting] = []
        self.future: list[Meeting] = []
        self.given_lines: set[int] = set()

    def attempt(self, change: Change) -> None:
        before, revision = self.history.meeting, self.history.revision
        try:
            self.history.do(change)
        except ChangeRefused as why:
            assert self.history.meeting is before
            assert self.history.revision == revision
            assert str(why)  # noqa: PT017
        else:
            assert self.history.revision == revision + 1
            self.past.append(before)
            self.future.clear()

    def new_line(self) -> int:
        number = self.history.meeting.last_line + 1
        assert number not in self.given_lines
        return number

    @rule(item=IDS, kind=KINDS, text=TEXTS, index=PLACES)
    def add_line(self, item: int, kind: Kind, text: str, index: int | None) -> None:
        number = self.new_line()
        self.attempt(AddLine(item, Line(id=number, kind=kind, text=text), index))
        if self.history.meeting.last_line == number:
            self.given_lines.add(number)

    @rule(line_id=IDS)
    def remove_line(self, line_id: int) -> None:
        self.attempt(RemoveLine(line_id))

    @rule(line=LINES)
    def change_line(self, line: Line) -> None:
        self.attempt(ChangeLine(line))

    @rule(line_id=IDS, item=IDS, index=PLACES)
    def move_line(self, line_id: int, item: int, index: int | None) -> None:
        self.attempt(MoveLine(line_id, item, index))

    @rule(item=IDS, count=st.integers(0, 3), text=TEXTS)
    def add_several_lines(self, item: int, count: int, text: str) -> None:
        held = self.history.meeting.item(item)
        first = self.new_line()
        added = tuple(Line(id=first + n, text=text) for n in range(count))
        self.attempt(SetLines(item, (*(held.lines if held else ()), *added)))

    @rule(heading=HEADINGS, title=TEXTS, index=PLACES, lines=st.integers(0, 2))
    def add_item(self, heading: HeadingKind, title: str, index: int | None, lines: int) -> None:
        first = self.new_line()
        held = tuple(Line(id=first + n) for n in range(lines))
        number = self.history.meeting.last_item + 1
        self.attempt(AddItem(Item(id=number, title=title, heading=heading, lines=held), index))

    @rule(item=IDS)
    def remove_item(self, item: int) -> None:
        self.attempt(RemoveItem(item))

    @rule(item=IDS, heading=HEADINGS, title=TEXTS)
    def change_item(self, item: int, heading: HeadingKind, title: str) -> None:
        self.attempt(ChangeItem(Item(id=item, title=title, heading=heading)))

    @rule(item=IDS, index=st.integers(-2, 8))
    def move_item(self, item: int, index: int) -> None:
        self.attempt(MoveItem(item, index))

    @rule(people=PEOPLE)
    def set_attendance(self, people: list[Attendee]) -> None:
        self.attempt(SetAttendance(tuple(people)))

    @rule(values=HEADS)
    def set_head(self, values: dict[str, Any]) -> None:
        self.attempt(SetHead(values))

    @rule(line_id=IDS, other=IDS, item=IDS)
    def several(self, line_id: int, other: int, item: int) -> None:
        self.attempt(Several((MoveLine(line_id, item, 0), RemoveLine(other))))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.history.meeting)
        assert self.history.can_undo
        assert self.history.undo() is not None
        assert without_counters(self.history.meeting) == without_counters(self.past.pop())

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.history.meeting)
        assert self.history.can_redo
        assert self.history.redo() is not None
        assert without_counters(self.history.meeting) == without_counters(self.future.pop())

    @precondition(lambda self: not self.future)
    @rule()
    def nothing_to_redo(self) -> None:
        before, revision = self.history.meeting, self.history.revision
        assert self.history.redo() is None
        assert (self.history.meeting, self.history.revision) == (before, revision)

    @invariant()
    def ids_are_given_once(self) -> None:
        meeting = self.history.meeting
        line_ids = [line.id for _, line in meeting.lines()]
        item_ids = [item.id for item in meeting.items]
        assert len(line_ids) == len(set(line_ids)) == meeting.line_count()
        assert len(item_ids) == len(set(item_ids))
        assert max(line_ids, default=0) <= meeting.last_line
        assert max(item_ids, default=0) <= meeting.last_item
        assert max((person.id for person in meeting.attendance), default=0) <= meeting.last_attendee

    @invariant()
    def only_the_first_place_has_no_heading(self) -> None:
        items = self.history.meeting.items
        assert all(item.heading is not HeadingKind.NONE for item in items[1:])

    def teardown(self) -> None:
        last = self.history.meeting
        steps = 0
        while self.history.undo():
            steps += 1
        assert without_counters(self.history.meeting) == Meeting()
        for _ in range(steps):
            self.history.redo()
        assert self.history.meeting == last


MeetingEditor.TestCase.settings = settings(max_examples=80, stateful_step_count=40)
TestSitting = MeetingEditor.TestCase

AGENDA = Meeting(
    items=(
        Item(id=1, heading=HeadingKind.NONE, lines=(Line(id=1, text="Welcome."),)),
        Item(id=2, title="One", lines=(Line(id=2, text="a"), Line(id=3, text="b"))),
        Item(id=3, title="Two"),
    ),
    last_item=3,
    last_line=3,
)


def test_an_item_never_comes_before_the_place_without_a_heading() -> None:
    changed, back = MoveItem(3, 0).apply(AGENDA)
    assert [item.id for item in changed.items] == [1, 3, 2]
    assert back.apply(changed)[0] == AGENDA
    changed, _ = AddItem(Item(id=4, title="Urgent"), 0).apply(AGENDA)
    assert [item.id for item in changed.items] == [1, 4, 2, 3]


@pytest.mark.parametrize(
    "change",
    [
        MoveItem(1, 2),
        AddItem(Item(id=4, heading=HeadingKind.NONE), 1),
        ChangeItem(Item(id=2, heading=HeadingKind.NONE)),
        RemoveLine(9),
        RemoveItem(9),
        SetHead({"quorum": "four"}),
        SetHead({"items": ()}),
        SetLines(9, ()),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change: Change) -> None:
    with pytest.raises(ChangeRefused):
        change.apply(AGENDA)


def test_several_changes_fail_as_one() -> None:
    history = History(AGENDA)
    with pytest.raises(ChangeRefused):
        history.do(Several((RemoveLine(2), RemoveLine(9))))
    assert history.meeting is AGENDA
    assert not history.can_undo


def test_changing_an_item_leaves_its_lines() -> None:
    changed, back = ChangeItem(Item(id=2, title="New")).apply(AGENDA)
    assert changed.items[1] == Item(id=2, title="New", lines=AGENDA.items[1].lines)
    assert back.apply(changed)[0] == AGENDA


def test_the_head_is_set_by_name() -> None:
    changed, back = SetHead({"date": dt.date(2020, 2, 18), "quorum": 4}).apply(AGENDA)
    assert (changed.date, changed.quorum) == (dt.date(2020, 2, 18), 4)
    assert back.apply(changed)[0] == AGENDA


def test_people_are_added_changed_and_taken_out_in_the_order_of_the_record() -> None:
    officer = Attendee(id=1, name="Rani Dale", code="rd", group=Group.OFFICER)
    away = Attendee(id=2, name="John Elm", code="je", state=State.APOLOGIES)
    member = Attendee(id=3, name="Wen Hart", code="wh")
    meeting = Meeting()
    for person in (officer, away, member):
        meeting, _ = add_attendee(meeting, person).apply(meeting)
    assert [person.id for person in meeting.attendance] == [3, 1, 2]
    assert meeting.last_attendee == 3
    meeting, back = change_attendee(meeting, replace(away, state=State.PRESENT)).apply(meeting)
    assert [person.id for person in meeting.attendance] == [3, 2, 1]
    assert [person.id for person in back.apply(meeting)[0].attendance] == [3, 1, 2]
    meeting, _ = remove_attendee(meeting, 1).apply(meeting)
    assert [person.id for person in meeting.attendance] == [3, 2]
    for refused in (
        lambda: remove_attendee(meeting, 1),
        lambda: change_attendee(meeting, officer),
    ):
        with pytest.raises(ChangeRefused):
            refused()
