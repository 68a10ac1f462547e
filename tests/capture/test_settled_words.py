"""What a vote has settled is changed only where the clerk insists, and undo is always free."""

from __future__ import annotations

import datetime as dt

import pytest

from minute_taker.capture.line_mode import LineMode
from minute_taker.capture.session import Session
from minute_taker.minutes.model import Attendee, Meeting

TYPED = (
    "# Gate (5)",
    "% Bright / Crane: That it be mended",
    "% carried 3-1-0",
    "! That it be mended",
)
WHY = "the motion at line 1 was carried at 7.40 pm; :insist before the command does it all the same"


def sitting() -> Session:
    people = (Attendee(id=1, name="Ada Bright", code="ab"),)
    session = Session(Meeting(attendance=people), clock=lambda: dt.datetime(2026, 3, 3, 19, 40))
    for raw in TYPED:
        session.enter(raw)
    return session


CHANGES = [
    (":edit 1 Bright / Crane: That it be painted", "Bright / Crane: That it be painted"),
    (":kind 1 *", "Bright / Crane: That it be mended"),
    (":replace /mended/painted/", "Bright / Crane: That it be painted"),
    (":part 1 before be mended", "Bright / Crane: That it"),
    (":delete 1", None),
]


@pytest.mark.parametrize(("typed", "after"), CHANGES)
def test_a_settled_motion_is_not_changed_by_accident(typed, after) -> None:
    session = sitting()
    before = session.meeting
    result = session.enter(typed)
    assert (result.outcome, result.message) == ("refused", WHY)
    assert session.meeting is before
    assert session.enter(f":insist {typed}").outcome == "done"
    line = session.meeting.line(1)
    assert (line.text if line else None) == after
    assert session.enter(typed).outcome in ("done", "nothing", "refused")
    while session.meeting.items != before.items:
        assert session.enter(":undo").outcome == "done"


def test_the_last_change_of_it_is_undone_though_it_is_settled_by_now() -> None:
    session = Session(Meeting(), clock=None)
    session.enter("# Gate (5)")
    session.enter("% Bright / Crane: That it be mended")
    session.enter("% carried")
    for _ in range(2):
        assert session.enter(":undo").outcome == "done"
    assert not session.meeting.line_count()


def test_a_name_that_was_wrong_is_mended_in_the_motion_without_a_question() -> None:
    session = sitting()
    assert session.enter(":rename Bright to Ada Bryght").outcome == "done"
    assert session.meeting.line(1).text == "Bryght / Crane: That it be mended"


def test_a_slip_in_the_vote_or_in_the_resolution_is_mended_while_it_is_being_written() -> None:
    session = Session(Meeting(), clock=None)
    for raw in TYPED[:3]:
        session.enter(raw)
    assert session.enter("s/3-1-0/4-1-0/").outcome == "done"
    session.enter("! That the gaet:")
    session.enter("  ! be painted")
    for raw in (":edit 3 That the gate:", "s/painted/mended/", ":indent 4 2", ":indent 4 1"):
        assert session.enter(raw).outcome == "done", raw
    assert [line.text for _, line in session.meeting.lines()][1:] == [
        "carried 4-1-0",
        "That the gate:",
        "be mended",
    ]


@pytest.mark.parametrize(
    "typed",
    [
        ":edit 2 carried 4-0-0",
        ":edit 3 That it be mended by June",
        ":delete 2",
        ":delete 3",
        ":move 1 after 2",
        ":move 3 after 4",
        ":move 2 before 1",
        ":join 3",
        ":join 4",
        ":part 3 before be mended",
        ":kind 3 *",
        ":indent 3 1",
        ":replace /it be mended/they be mended/",
    ],
)
def test_the_vote_and_what_it_resolved_are_settled_once_something_else_is_taken_down(typed) -> None:
    session = sitting()
    session.enter("Officers thanked the Committee.")
    before = session.meeting
    result = session.enter(typed)
    assert result.outcome == "refused"
    assert "the motion at line 1 was carried at 7.40 pm; :insist" in result.message
    assert session.meeting is before
    assert session.enter(f":insist {typed}").outcome == "done"
    assert session.meeting.items != before.items
    session.enter(":undo")
    assert session.meeting.items == before.items


@pytest.mark.parametrize("typed", [":edit 1 That it go", ":delete 1", ":join 2", ":move 1 after 2"])
def test_a_resolution_that_no_vote_led_to_never_asks(typed) -> None:
    session = Session(Meeting(), clock=None)
    for raw in ("# Gate (5)", "! That it be mended", "So it was."):
        session.enter(raw)
    assert session.enter(typed).outcome == "done"


@pytest.mark.parametrize("typed", [":insist", ":insist on it", ":insist :insist :undo"])
def test_insisting_is_on_a_command(typed) -> None:
    result = sitting().enter(typed)
    assert result.outcome == "refused"
    assert ":insist" in result.message


def test_line_mode_refuses_and_takes_it_with_insist() -> None:
    said: list[str] = []
    mode = LineMode(sitting(), lambda _: None, said.append)
    mode.run([":edit 1 Bright: That it go", ":insist :edit 1 Bright: That it go"])
    assert said == [f"refused: {WHY}", "done line 1 is changed"]
