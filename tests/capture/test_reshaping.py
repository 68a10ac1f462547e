"""Lines parted and joined, and the kind that comes next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.capture.language import format_line
from minute_taker.capture.reshaping import joining, likely_next, parting
from minute_taker.capture.session import Session
from minute_taker.minutes.changes import ChangeRefused
from minute_taker.minutes.model import Kind, Line, Meeting
from minute_taker.minutes.text import LONGEST_LINE


def sitting(*typed: str) -> Session:
    session = Session(Meeting())
    for raw in ("# One", *typed):
        session.enter(raw)
    return session


def written(session: Session) -> list[str]:
    return [format_line(line) for _, line in session.meeting.lines()]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (None, Kind.TEXT),
        (Line(id=1, text="Text."), Kind.TEXT),
        (Line(id=1, text="Members asked a number of questions, including:"), Kind.QUESTION),
        (Line(id=1, text="The options were:"), Kind.BULLET),
        (Line(id=1, kind=Kind.QUESTION, text="Why?"), Kind.ANSWER),
        (Line(id=1, kind=Kind.ANSWER, text="So."), Kind.QUESTION),
        (Line(id=1, kind=Kind.RESOLUTION, text="noted"), Kind.RESOLUTION),
        (Line(id=1, kind=Kind.PROCEDURE, text="exclude"), Kind.TEXT),
    ],
)
def test_the_kind_that_usually_follows(line: Line | None, kind: Kind) -> None:
    assert likely_next(line) is kind


def test_a_line_is_parted_and_joined_again() -> None:
    session = sitting("  > @rd It was dry. It had not rained.", "after")
    session.do(parting(session.meeting, 1, len("It was dry.")))
    assert written(session) == ["  > @rd It was dry.", "  > It had not rained.", "after"]
    assert [line.id for _, line in session.meeting.lines()] == [1, 3, 2]
    session.do(joining(session.meeting, 3))
    assert written(session) == ["  > @rd It was dry. It had not rained.", "after"]
    session.undo()
    session.undo()
    assert written(session) == ["  > @rd It was dry. It had not rained.", "after"]


def test_who_spoke_is_not_lost_by_joining() -> None:
    session = sitting("? @jp Why?", "> @rd Because.")
    session.do(joining(session.meeting, 2))
    assert written(session) == ["? @jp Why? @rd Because."]


@pytest.mark.parametrize("at", [-1, 0, 4, 99])
def test_a_line_is_parted_only_between_its_words(at: int) -> None:
    session = sitting("Dry.")
    with pytest.raises(ChangeRefused):
        parting(session.meeting, 1, at)


def test_what_cannot_be_joined_is_refused() -> None:
    session = sitting("x" * LONGEST_LINE, "y")
    for line_id in (1, 2, 9):
        with pytest.raises(ChangeRefused):
            joining(session.meeting, line_id)


@given(st.text(min_size=1, max_size=30), st.integers(-1, 31))
def test_no_letter_is_lost_by_parting(text: str, at: int) -> None:
    session = sitting(f"- {text}")
    lines = [line for _, line in session.meeting.lines()]
    if not lines:
        return
    try:
        change = parting(session.meeting, lines[0].id, at)
    except ChangeRefused:
        return
    session.do(change)
    parts = [line.text for _, line in session.meeting.lines()]
    assert "".join(parts).replace(" ", "") == lines[0].text.replace(" ", "")
