"""Words that a vote has settled are told from those that are still open."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from minute_taker.capture.session import Session
from minute_taker.minutes.changes import ChangeLine, RemoveLine, SetLines, Several
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.settled import settled, settled_at

EVENING = dt.datetime(2026, 3, 3, 19, 40, 12)
MOVED = ("# Gate (5)", "% Bright / Crane: That it be mended", "% amend Dunn / Ellery: That it go")


def meeting(*votes: str) -> Meeting:
    session = Session(Meeting(), clock=lambda: EVENING)
    for raw in (*MOVED, *votes):
        session.enter(raw)
    return session.meeting


@pytest.mark.parametrize(
    ("votes", "motion", "amendment"),
    [
        ((), "", ""),
        (("% lost",), "", "the amendment at line 2 was lost at 7.40 pm"),
        (
            ("% lost", "% carried 3-1-0"),
            "the motion at line 1 was carried at 7.40 pm",
            "the amendment at line 2 was lost at 7.40 pm",
        ),
        (("% withdrawn", "% withdrawn"), "", ""),
    ],
)
def test_a_vote_settles_the_words_that_were_moved(votes, motion, amendment) -> None:
    of = meeting(*votes)
    assert (settled_at(of, 1), settled_at(of, 2)) == (motion, amendment)
    assert settled_at(of, 3) == settled_at(of, 99) == ""


def test_every_change_of_the_words_is_seen_and_no_other() -> None:
    of = meeting("% lost", "% carried")
    (item,) = of.items
    motion, amendment, *votes = item.lines
    other = replace(motion, text=motion.text + " soon")
    said = "the motion at line 1 was carried at 7.40 pm"
    for change in (
        ChangeLine(other),
        RemoveLine(1),
        SetLines(item.id, (other, amendment, *votes)),
        SetLines(item.id, tuple(votes)),
        Several((ChangeLine(replace(votes[0], text="carried")), ChangeLine(other))),
    ):
        assert settled(of, change) == said
    for change in (
        ChangeLine(replace(motion, depth=1)),
        RemoveLine(votes[0].id),
        SetLines(item.id, item.lines),
        ChangeLine(replace(motion, id=77)),
    ):
        assert settled(of, change) == ""


def test_a_line_from_a_file_has_no_time() -> None:
    session = Session(Meeting(), clock=None)
    for raw in (*MOVED[:2], "% carried"):
        session.enter(raw)
    assert settled_at(session.meeting, 1) == "the motion at line 1 was carried"
