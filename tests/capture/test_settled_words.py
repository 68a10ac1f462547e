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
WHY = (
    "the motion at line 1 was carried at 7.40 pm; "
    ":insist before the command changes its words all the same"
)


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


def test_the_vote_and_what_was_resolved_stay_open_and_so_does_a_name() -> None:
    session = sitting()
    assert session.enter(":edit 2 carried 4-0-0").outcome == "done"
    assert session.enter(":edit 3 That it be mended by June").outcome == "done"
    assert session.enter(":rename Bright to Ada Bryght").outcome == "done"
    assert session.meeting.line(1).text == "Bryght / Crane: That it be mended"


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
